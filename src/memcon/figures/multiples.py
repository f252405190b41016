"""What is told as a multiple or a part of another: "twice as much as", "three times the", "double last year's"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.figures.quantity import Quantity
from memcon.figures.relation import Relation

WORDS = (
    r"(?:twice|double|triple|treble|thrice|quadruple|half|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\stimes)"
)
_ABOUT = r"(?:about|around|roughly|nearly|almost|over|more\sthan|less\sthan|at\sleast|some|just\sover|just\sunder)"
_THAN = (
    r"(?:\sas\s(?:much|many|high|large|big|great)(?:\sas)?|\sthat\sof|\s(?:more|higher|larger)\sthan|\sof)?"
    r"(?:\s(?:the|its|their|a|what\sit\swas|were|was|level|figure|total|number|in|of|those|that)){0,4}"
)
# Between a level and what it is a multiple of: ", twice as much as the ", ", double last year's ".
_LEVEL_OF = re.compile(
    rf"(?:\s[^.;:\d(),]{{0,40}})?[,\s]\s?(?:or\s|which\sis\s|that\sis\s|[-–—]\s|\()?(?:{_ABOUT}\s)?(?P<words>{WORDS}){_THAN}"
    r"(?:\s[^.;:\d(),]{0,40})?\s",
    re.IGNORECASE,
)
# The same without a stated base: what follows is a time.
_LEVEL_AS = re.compile(
    rf"(?:\s[^.;:\d(),]{{0,40}})?[,\s]\s?(?:or\s|which\sis\s|that\sis\s|[-–—]\s|\()?(?:{_ABOUT}\s)?(?P<words>{WORDS}){_THAN}\s\Z",
    re.IGNORECASE,
)
# Between a multiple or part and its whole: "three times the 2.5m", "half of Kenya's 5,000".
_OF_BASE = re.compile(
    rf"(?:\sas\s(?:much|many|high|large|big)\sas|\sof|\sthe|\sthat\sof|\s(?:more|higher)\sthan)(?:\s[\w’'-]+){{0,4}}?\s(?:{_ABOUT}\s)?",
    re.IGNORECASE,
)


def relations(text: str, found: Sequence[Quantity], sentence_of: Sequence[int]) -> list[Relation]:
    """Levels that are told as a multiple of another, and multiples and parts of a stated base.

    `sentence_of` numbers the sentence that each quantity stands in.
    """
    told: list[Relation] = []
    for i, q in enumerate(found):
        behind = [j for j in range(i + 1, min(i + 3, len(found))) if sentence_of[j] == sentence_of[i]]
        if _is_multiple(q):
            j = behind[0] if behind else None
            if j is not None and found[j].kind in ("money", "count", "measure") and _joined(text, q, found[j]):
                told.append(Relation("difference", i, j))
            continue
        base = _base(text, found, i, behind)
        if base is not None:
            told.append(Relation("difference", i, base))
    return told


def _joined(text: str, q: Quantity, base: Quantity) -> bool:
    return bool(_OF_BASE.fullmatch(text[q.end : base.start]))


def _is_multiple(q: Quantity) -> bool:
    """ "Three times", "half of"."""
    return q.unit == "count" or (q.number.fraction and q.unit is None)


def _base(text: str, found: Sequence[Quantity], i: int, behind: Sequence[int]) -> int | None:
    """What level `i` is a multiple of, the multiple itself left out: "5m, three times the 1.6m of 2022"."""
    q = found[i]
    if q.kind not in ("money", "count", "measure", "bare") or isinstance(q.value, tuple):
        return None
    for j in behind:
        if _is_multiple(found[j]):
            continue
        if found[j].unit == q.unit or found[j].kind == "bare":
            gap = text[max(q.counted or 0, q.end) : found[j].start]
            return j if _LEVEL_OF.fullmatch(gap) else None
        return None
    return None


def leads_to(text: str, q: Quantity, start: int) -> bool:
    """Whether level `q` is told as a multiple of a time that begins at `start`: "$5bn, double last year's"."""
    return bool(_LEVEL_AS.fullmatch(text[max(q.counted or 0, q.end) : start]))
