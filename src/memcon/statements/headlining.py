"""Headlines that end in who says so: "Talks will resume in spring: foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.language import Analysed, Paragraph
from memcon.statements.attribution import Attribution

_LONGEST = 200
"""Characters of the longest headline."""
_WORDS = 6
"""Words of the longest source."""
_NAME_WORDS = 2
_ENDED = re.compile(r"[.?!…:;,”\"’')]\Z")
_MARK = re.compile(r":\s+(?=\S)")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WHO = frozenset(
    """minister president premier chancellor official spokesman spokeswoman spokesperson ministry police army military
    medium media report source agency expert analyst ambassador envoy chief commander governor mayor lawmaker senator
    king court watchdog union government television tv leader negotiator adviser advisor aide diplomat study poll survey
    statement witness monitor prosecutor regulator secretary minister-president observer insider""".split()
)
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})


def attributions(analysed: Analysed, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """One for each such headline, a paragraph of its own, whose colon is no anchor of `known`."""
    anchors = {a.anchor.idx for a in known}
    for paragraph in analysed.paragraphs:
        short = paragraph.end - paragraph.start <= _LONGEST
        if not short or _ENDED.search(analysed.text, paragraph.start, paragraph.end):
            continue
        marks = list(_MARK.finditer(analysed.text, paragraph.start, paragraph.end))
        if len(marks) == 1 and marks[0].start() not in anchors:
            found = _told(analysed, paragraph, marks[0].start())
            if found is not None:
                yield found


def _told(analysed: Analysed, paragraph: Paragraph, mark: int) -> Attribution | None:
    said = list(analysed.tokens(paragraph.start, mark) or ())
    colon = next(iter(analysed.tokens(mark, mark + 1) or ()), None)
    who = [t for t in analysed.tokens(mark + 1, paragraph.end) or () if t.idx > mark and not t.is_space]
    if colon is None or not who or len(who) > _WORDS or not any(t.tag_ in _FINITE for t in said):
        return None
    head = who[-1]
    if not all(t.pos_ in _NAMING for t in who) or not (_is_role(head) or _is_name(who, said)):
        return None
    source = who[0].idx, head.idx + len(head)
    return Attribution(colon, (mark, mark + 1), source, [(paragraph.start, mark)], "say", head)


def _is_role(head: Token) -> bool:
    return head.lemma_.lower() in _WHO or head.lower_ in _WHO


def _is_name(who: Sequence[Token], said: Sequence[Token]) -> bool:
    """Whether the words are a name, beside words that are not all in capitals as a book's title is."""
    plain = sum(t.is_alpha and t.text[0].islower() for t in said)
    capital = sum(t.is_alpha and t.text[0].isupper() for t in said)
    named = all(t.pos_ == "PROPN" and _NAME.fullmatch(t.text) for t in who)
    return named and len(who) <= _NAME_WORDS and plain > capital
