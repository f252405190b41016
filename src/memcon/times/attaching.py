"""The time that governs a fact: by syntax, else in its sentence, else the dateline or the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from memcon.facts import Attached, Time, When
from memcon.language import Analysed, Sentence
from memcon.times import tense

_JOINED = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+)?\Z")
_PHRASE = frozenset("pobj prep pcomp npadvmod advmod tmod nsubj dobj amod nummod poss compound nmod".split())
"""How a time expression hangs on what it dates."""
_STEPS = 40
"""Longest path up the parse; sentences that are deeper are lists."""


def attach(start: int, end: int, analysed: Analysed, times: Sequence[Time], published: str | None) -> When | None:
    """The `When` that governs characters `start` to `end`, or None where none does.

    `times` are those of `find`. `via` says how: "syntax" where the parse ties the time to the fact's own words or its
    verb, "sentence" where it stands in the sentence, "dateline" for a date in the opening line, "publication" for
    `published` (ISO date). Of what is still to come, without a time of its own, the day is not known: None.
    """
    sentence = analysed.sentence_at(start)
    if sentence is None:
        return None
    dated = [t for t in times if sentence.start <= t.start < sentence.end and t.from_ is not None]
    token = _root(start, end, analysed)
    if token is not None and dated:
        by_syntax = _governing(token, dated, analysed)
        if by_syntax is not None:
            return _when(by_syntax, times, analysed, "syntax")
    loose = [time for time in dated if time.type != "DURATION" and not _describes(time, analysed)]
    nearest = _nearest(start, end, loose, token, analysed)
    if nearest is not None:
        return _when(nearest, times, analysed, "sentence")
    if tense.direction(analysed.text, start, end, analysed) == "future":
        return None
    opening = _dateline(analysed, times)
    if opening is not None:
        return When(opening.value, opening.from_, opening.to, opening.id, "dateline")
    if published is not None:
        return When(published[:10], published[:10], published[:10], None, "publication")
    return None


def _root(start: int, end: int, analysed: Analysed) -> Token | None:
    tokens = analysed.tokens(start, end)
    return tokens.root if tokens is not None else None


def _governor(time: Time, analysed: Analysed) -> Token | None:
    """The verb or noun that a time expression hangs on: up from it, through prepositions."""
    token = _root(time.start, time.end, analysed)
    for _ in range(_STEPS):
        if token is None or token.head is token:
            return token
        if token.dep_ in _PHRASE:
            leaves = token.dep_ not in ("pobj", "pcomp")
            token = token.head
            if leaves and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and not time.start <= token.idx < time.end:
                return token
            continue
        return token.head
    return None


def _governing(token: Token, dated: Sequence[Time], analysed: Analysed) -> Time | None:
    """The time tied to `token` itself, to a verb it shares a clause with, or to the verb above it."""
    governors = [(time, _governor(time, analysed)) for time in dated]
    above = token
    for _ in range(_STEPS):
        tied = [time for time, governor in governors if governor is not None and governor.i == above.i]
        if tied:
            return min(tied, key=lambda time: (abs(time.start - token.idx), time.start))
        if above.head is above or above.dep_ in ("ccomp", "relcl", "acl", "parataxis"):
            return None
        above = above.head
    return None


def _describes(time: Time, analysed: Analysed) -> bool:
    """Whether a time only describes a noun ("the 2020 election"), or is too long to date a fact by (a decade)."""
    token = _root(time.start, time.end, analysed)
    if len(time.value) < 4:
        return True
    if token is None or token.dep_ not in ("nummod", "amod", "compound", "nmod"):
        return False
    before = analysed.text[max(0, time.start - 3) : time.start].lower()
    return before != "on " or token.head.pos_ != "PROPN"  # "On Sunday Peru ..." is taken for a name


def _nearest(start: int, end: int, dated: Sequence[Time], token: Token | None, analysed: Analysed) -> Time | None:
    """The time nearest by in the sentence; one that tells when a thing was said only where there is no other."""
    if not dated:
        return None

    def rank(time: Time) -> tuple[bool, int, int]:
        governor = _governor(time, analysed)
        reporting = governor is not None and token is not None and _reports(governor, token)
        return reporting, max(time.start - end, start - time.end, 0), time.start

    return min(dated, key=rank)


def _reports(verb: Token, token: Token) -> bool:
    """Whether `token` is in what `verb` reports."""
    above = token
    for _ in range(_STEPS):
        if above.head is above:
            return False
        if above.dep_ == "ccomp" and above.head.i == verb.i:
            return True
        above = above.head
    return False


def _when(time: Time, times: Sequence[Time], analysed: Analysed, via: Attached) -> When:
    """The time as a `When`; with its other end where it is one end of a range."""
    index = next(i for i, t in enumerate(times) if t.id == time.id)
    for a, b in ((index, index + 1), (index - 1, index)):
        if a < 0 or b >= len(times):
            continue
        first, last = times[a], times[b]
        between = analysed.text[first.end : last.start]
        if not _JOINED.match(between) or first.from_ is None or last.to is None or first.from_ > last.to:
            continue
        led = analysed.text[max(0, first.start - 12) : first.start].lower()
        if "and" in between and not re.search(r"\bbetween\s+(?:the\s+)?\Z", led):
            continue
        return When(f"{first.value}/{last.value}", first.from_, last.to, first.id, via)
    return When(time.value, time.from_, time.to, time.id, via)


def _dateline(analysed: Analysed, times: Sequence[Time]) -> Time | None:
    """A day given in the opening line before the report begins ("GENEVA, 3 May (Agency) - …")."""
    if not analysed.sentences:
        return None
    first: Sentence = analysed.sentences[0]
    for time in times:
        if time.start > first.start + 80:
            return None
        if time.type == "DATE" and time.from_ is not None and time.from_ == time.to:
            before = analysed.text[first.start : time.start].strip(" \t\n,(")
            after = analysed.text[time.end : time.end + 40]
            if (not before or before.split(",")[0].isupper()) and re.match(r"\s*(?:\(|[-–—]|--|/)", after):
                return time
    return None
