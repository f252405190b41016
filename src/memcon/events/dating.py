"""The day or period of an act, from the times room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from memcon import times as times_room
from memcon.events.clauses import is_finite
from memcon.facts import Span, Time, When
from memcon.language import Analysed

# "In April", where neither the text nor a day of publication tells the year.
_NO_YEAR = re.compile(r"XXXX-\d\d")
# What stands behind these tells of another happening.
_APART = frozenset({"relcl", "acl", "ccomp", "conj", "parataxis"})
_VERBAL = frozenset({"VERB", "AUX"})


def when_of(span: Span, analysed: Analysed, times: Sequence[Time], published: str | None) -> When | None:
    """The day or period that governs `span`, or None where the text and the day of publication tell none.

    A time of another clause of the sentence, which tells another happening, is none of its own; nor has what only
    describes a noun ("the US-backed forces") the day of what that noun does. A month or day without a year is given as
    such where the sentence of `span` has no other time.
    """
    token = _token(span, analysed)
    if token is not None and token.dep_ == "amod" and token.pos_ == "VERB":
        times = [t for t in times if _token_of(t, analysed) in set(token.subtree)]
    found = times_room.attach(span.start, span.end, analysed, times, published)
    if found is not None and found.via == "sentence" and token is not None:
        near = next((t for t in times if t.id == found.time), None)
        if near is not None and _elsewhere(_token_of(near, analysed), token):
            rest = [t for t in times if t.id != near.id]
            return when_of(span, analysed, rest, published)
    if found is not None and found.via in ("syntax", "sentence"):
        return found
    sentence = analysed.sentence_at(span.start)
    within = [t for t in times if sentence is not None and sentence.start <= t.start < sentence.end]
    yearless = [t for t in within if t.from_ is None and _NO_YEAR.match(t.value)]
    if len(yearless) == 1 and not any(t.from_ for t in within):
        return When(yearless[0].value, None, None, yearless[0].id, "sentence")
    return found


def _token(span: Span, analysed: Analysed) -> Token | None:
    tokens = analysed.tokens(span.start, span.end)
    return tokens.root if tokens is not None else None


def _token_of(time: Time, analysed: Analysed) -> Token | None:
    return _token(Span(time.start, time.end, time.text), analysed)


def _elsewhere(time: Token | None, act: Token) -> bool:
    """Whether a time stands in a clause of its own that does not hold the act."""
    if time is None:
        return False
    above = {act.i, *(t.i for t in act.ancestors)}
    at = time
    while at.i not in above and at.head != at:
        own = at.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        if at.dep_ in _APART and at.pos_ in _VERBAL and own and is_finite(at):
            return True
        at = at.head
    return False
