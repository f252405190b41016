"""What a number without a unit is: an age, the level of an index, a count; or none at all."""

from __future__ import annotations

import re

from memcon.facts import Change
from memcon.figures import cues, names
from memcon.figures.lexicon import words
from memcon.figures.quantity import Quantity, plain

_WERE = re.compile(
    r"\s(?:were|was|have|had|are|died|dead|killed|wounded|injured|arrested|others|more|remain|remained|survived|missing|detained|"
    r"of\s(?:them|whom|which|those|(?:the|its|their|all|his|her|these)\s))(?:\b|(?=\w))"
)
# What stands between a number and the noun it counts: "200 or more homes", "100-odd ships", "thousands of people".
_INDEX_LEVEL = re.compile(r"\d*,?\d{3}(?:\.\d{1,2})?\Z")
_CONTEXT = 60
_OF_WHOM = re.compile(r"\bof\s(?:whom|which|them)\s(?:about\s|only\s|just\s|some\s|at\sleast\s)?\Z")
_GROUP_OF = re.compile(r"\b(?:crew|team|family|group|party|pack|panel|jury|squad|gang|class|board|set)\sof\s\Z")
_POINTS = re.compile(r"\bpoints?\b")
_OLDER = re.compile(r"\s(?:or|and)\s(?P<way>older|younger)\b")
_AGED = re.compile(r"\b(?:aged|age|age\sof|ages|aged\sbetween|(?:who|he|she|I)\s(?:was|is|turned|turns))\s\Z")
_AFTER_NAME = re.compile(
    r"(?:(?P<name>[A-Z][\w'’.-]+)|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w-]+\s){0,3}[a-z-]+(?:er|or|ist|man|woman|ian|ant|"
    r"ent|boy|girl|father|mother|son|wife|husband|chief|king|queen|star|coach|pilot|host|native)),\s(?:also\s|now\s|then\s|only\s|just\s)?\Z"
)
_OF_AGE = re.compile(
    r"\b(?:(?:average|median|mean|retirement|pension|legal|minimum|maximum|voting|typical)\sage|life\sexpectancy)\b[^.;:\d]{0,50}"
    r"\s(?:is|was|of|at|to|from)\s(?:about\s|around\s|roughly\s|nearly\s|just\s|over\s|under\s){0,2}\Z"
)
_YOUNG = re.compile(
    r"\b(?:children|kids|adults|people|those|anyone|anybody|everyone|voters|men|women|boys|girls|citizens|residents)\s"
    r"(?:under|over|above|below)\s(?:the\sage\sof\s)?\Z",
    re.IGNORECASE,
)


def stands(text: str, q: Quantity) -> bool:
    """Whether a quantity without a unit is one: not a year, not a lone "two", not a score."""
    if q.kind != "bare":
        return not (q.kind == "count" and names.is_score(text, q.number))
    if q.number.words and not q.number.fraction and q.number.size == 1:
        if _GROUP_OF.search(text[max(q.start - 16, 0) : q.start]):
            return True
        told = _WERE.match(text, q.end) or _OF_WHOM.search(text[max(q.start - 24, 0) : q.start])
        return bool(told) and q.value != 1
    return q.number.fraction or not names.is_score(text, q.number)


def is_index(text: str, q: Quantity) -> bool:
    """ "The Nikkei rose 12 points to 35,378.44": where steps are told in points, an index stands at points."""
    if not _INDEX_LEVEL.fullmatch(text[q.start : q.end]) or plain(q.value) < 100:
        return False
    near = text[max(q.start - 2 * _CONTEXT, 0) : q.end + _CONTEXT]
    left = re.findall(r"[\w&]+", near[: 2 * _CONTEXT].lower())
    return bool(_POINTS.search(near)) and not words("labels", "indices").isdisjoint(left)


def is_age(text: str, q: Quantity) -> bool:
    """ "Baker, 66,", "aged 66", "the average age is 38", "children under 12"."""
    value = plain(q.value)
    if not 0 < value < 121 or q.number.step != 1.0 or q.number.words:
        return False
    if _OLDER.match(text, q.end):
        return True
    left = text[max(q.start - 2 * _CONTEXT, 0) : q.start]
    if _AGED.search(left) or _OF_AGE.search(left) or _YOUNG.search(left):
        return True
    named = _AFTER_NAME.search(left)
    return text[q.end : q.end + 1] == "," and named is not None and (named["name"] is not None or value > 14)


def age_bound(text: str, q: Quantity) -> Change:
    """How an age is meant: "45 or older", "under 12"; else as the words before it say."""
    older = _OLDER.match(text, q.end)
    if older is not None:
        return ">" if older["way"] == "older" else "<"
    return cues.before(text[max(q.start - _CONTEXT, 0) : q.start])
