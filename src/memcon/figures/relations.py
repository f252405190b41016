"""How quantities belong together: the same in another unit, a growth and its level, a share and its part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.figures import multiples
from memcon.figures.lexicon import same_dimension
from memcon.figures.quantity import Quantity
from memcon.figures.relation import Relation

_ABOUT = r"""(?:(?:about|around|approximately|roughly|some|nearly|over|more\sthan|or|equivalent\sto|worth|equal\sto|
    approx\.?|c\.|~|≈|=|the\sequivalent\sof|just\s(?:over|under)|almost|at\sthe\stime|a\srecord|a\stotal\sof|only|just)\s?)*"""
_MOVE = r"""(?:up|down|increase|increases|increased|rise|rises|surge|growth|jump|gain|drop|fall|decline|decrease|
    reduction|higher|lower|rose|fell|grew)"""
_WHEN = r"""(?:year[\s-]on[\s-]year|on[\s-]year|in\s\d{4}|last\s\w+|this\s\w+|over\sthe\s(?:year|period)|
    from\sa\syear\searlier|compared\s(?:with|to)\s[\w\s]{1,30}|annually|y/y|yoy|more|overall|again)"""
_IS = r"(?:which|that)\s(?:was|is|represents|represented|marks|marked)"


def _pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(words, re.VERBOSE | flags)


_IN_BRACKETS = _pattern(rf"\s?[(\[]{_ABOUT}")
_LISTED = _pattern(rf"\s?[;,/=]\s?{_ABOUT}|\s(?:or|and)\s{_ABOUT}")
_OR = _pattern(
    rf",?\s(?:or|that\sis|i\.e\.|equivalent\sto|the\sequivalent\sof)\s{_ABOUT}|\s[-–—]\s{_ABOUT}(?=\S)|\s?/\s?"
)
_CLOSED = _pattern(r"(?:\s(?:at\s(?:the\stime|today|current)[^)\]\d]{0,25}|each|in\stotal))?[)\];,/]")
_TO_LEVEL = _pattern(
    rf"""(?:\s{_WHEN})?,?\s(?:to|and\s(?:reached|hit|totalled|totaled|amounted\sto)|reaching|totalling|totaling|hitting|
    to\sreach|to\shit)\s{_ABOUT}"""
)
_FROM_LEVEL = _pattern(
    rf"""[)\]]?(?:\s[^.;:]{{0,60}})?(?:,\s|\s[-–—(]\s?|,?\s{_IS}\s|\s\()(?:[a-z\s]{{0,25}}\s)?(?:(?:an?|the|its)\s)?
    (?:[a-z]+\s){{0,2}}?(?:{_MOVE}\s(?:of|by|from|on)?\s?)?{_ABOUT}"""
)
_MOVE_WORD = _pattern(rf"\b{_MOVE}\b", re.IGNORECASE)
_MOVED_BEHIND = re.compile(
    r"\s(?:increase|rise|jump|surge|drop|fall|decline|decrease|higher|lower|more|up|down)\b", re.IGNORECASE
)
_BASE = _pattern(
    rf"""(?:\s[^.;:\d(),]{{0,40}}|\s(?:in|for|during)\s(?:\w+\s)?\d{{4}})?,?\s(?:(?:up|down|rising|falling)\s)?
    (?:from|against|compared\s(?:with|to)|versus|vs\.?)\s(?:the\s|less\sthan\s)?{_ABOUT}"""
)
_OF_PART = _pattern(
    rf"""[)\]]?(?:\s[^.;:\d(),]{{0,45}})?(?:,\s(?:or|which\s(?:is|was|makes\sup)|accounting\sfor|representing|making\sup|
    equal\sto|equivalent\sto|about|some|roughly|nearly|almost|over)\s|\s[-–—]\s(?:or\s)?|\s\(){_ABOUT}"""
)
_PRONOUN = _pattern(
    rf"""(?:This|It|That|The\s(?:figure|sum|amount|total|volume)|Which)\s(?:also\s)?(?:made\sup|makes\sup|
    accounted\sfor|accounts\sfor|represented|represents|constituted|constitutes|was|is|equals|comes\sto|amounts\sto|
    amounted\sto)\s{_ABOUT}\Z"""
)
_OF_ITS_OWN = re.compile(r"\b(?:which|that|itself)\b")
"""What keeps a growth with the base just before it."""
_SHARE_OF = re.compile(r"\sof\s(?:the\s|its\s|their\s|all\s|a\s|that\s|total\s|overall\s|[A-Z])")


def same(text: str, found: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Pairs of quantities (their numbers) that state the same amount in two moneys or two measures."""
    pairs: list[tuple[int, int]] = []
    for i in range(len(found) - 1):
        a, b = found[i], found[i + 1]
        if a.kind != b.kind or a.kind not in ("money", "measure") or a.end > b.start:
            continue
        apart = a.kind == "measure" and not same_dimension(a.unit, b.unit)
        if _stem(a) == _stem(b) or apart or (_rate(a) and _rate(b) and _rate(a) != _rate(b)):
            continue
        gap = text[a.end : b.start]
        bracket = _IN_BRACKETS.fullmatch(gap) and _CLOSED.match(text, b.end)
        chained = i and (i - 1, i) in pairs and _LISTED.fullmatch(gap) and _CLOSED.match(text, b.end)
        if bracket or chained or (a.kind == "money" and _OR.fullmatch(gap) and _rate(a) == _rate(b)):
            pairs.append((i, i + 1))
            if chained:
                pairs.append((i - 1, i + 1))
    return pairs


def _stem(q: Quantity) -> str:
    return (q.unit or "").partition(" per ")[0]


def _rate(q: Quantity) -> str:
    return (q.unit or "").partition(" per ")[2]


def relations(
    text: str, found: Sequence[Quantity], starts: Sequence[int], sentence_of: Sequence[int]
) -> list[Relation]:
    """The growths, differences and shares among `found`. `sentence_of` numbers the sentence each stands in, `starts`
    gives where sentences begin."""
    told: list[Relation] = []
    for i, q in enumerate(found):
        if (q.kind == "percent" and q.unit == "percent") or _is_part_moved(q):
            relation = _growth(text, found, i, sentence_of) or _share(text, found, i, starts, sentence_of)
            if relation is None and q.change == "=" and i + 1 < len(found):
                relation = _base(text, found, i, sentence_of)  # "fell to 4 % from 5 %"
            if relation is not None:
                told.append(relation)
        elif q.kind in ("money", "count", "measure", "bare") and i + 1 < len(found):
            base = _base(text, found, i, sentence_of)
            if base is not None:
                told.append(base)
    told = [_from_base(text, found, relation, told) for relation in told]
    of = {relation.of for relation in told}
    return told + [r for r in multiples.relations(text, found, sentence_of) if r.of not in of]


def _is_part_moved(q: Quantity) -> bool:
    """ "Cut by half", "up by a third": a growth in words."""
    return q.number.fraction and q.unit is None and q.change in ("up", "down")


def _from_base(text: str, found: Sequence[Quantity], growth: Relation, told: Sequence[Relation]) -> Relation:
    """A growth told behind level and base is the level's: "140, compared with 70 in 2023, a rise of 100 %"."""
    level = next((r.of for r in told if r.kind == "difference" and r.to == growth.to), None)
    if growth.kind != "growth" or level is None or growth.of < growth.to:
        return growth
    gap = text[found[growth.to].end : found[growth.of].start]
    return growth if _OF_ITS_OWN.search(gap) else Relation("growth", growth.of, level)


def _growth(text: str, found: Sequence[Quantity], i: int, sentence_of: Sequence[int]) -> Relation | None:
    """The level that a percentage of change leads to: "rose 18 % to $48.7bn", "$48.7bn, a rise of 18 %"."""
    q = found[i]
    if i + 1 < len(found):
        b = found[i + 1]
        if (
            q.change in ("up", "down")
            and b.kind != "percent"
            and b.kind != "age"
            and _TO_LEVEL.fullmatch(text[q.end : b.start])
        ):
            return Relation("growth", i, i + 1)
    j = _level_before(text, found, i, sentence_of)
    if j is None:
        return None
    a = found[j]
    gap = text[_end(found, a, q) : q.start]
    moved = _MOVE_WORD.search(gap) or _MOVED_BEHIND.match(text, q.end)
    if moved and _FROM_LEVEL.fullmatch(gap):
        return Relation("growth", i, j)
    return None


def _end(found: Sequence[Quantity], a: Quantity, q: Quantity) -> int:
    """Where `a`, and what stands in brackets behind it, ends before `q`."""
    return max((o.end for o in found if a.start <= o.start and o.end <= q.start), default=a.end)


def _level_before(text: str, found: Sequence[Quantity], i: int, sentence_of: Sequence[int]) -> int | None:
    """The quantity just before `found[i]` in its sentence, or the one that a bracket just before it repeats."""
    j = i - 1
    if j < 0 or sentence_of[j] != sentence_of[i]:
        return None
    if (
        j
        and found[j].kind == "money"
        and found[j - 1].kind == "money"
        and _IN_BRACKETS.fullmatch(text[found[j - 1].end : found[j].start])
    ):
        j -= 1
    return j if found[j].kind in ("money", "count", "measure", "bare") and not found[j].number.fraction else None


def _base(text: str, found: Sequence[Quantity], i: int, sentence_of: Sequence[int]) -> Relation | None:
    """What a level is compared with: "to $48.7bn from $41.3bn", "19 dead, up from 12"."""
    a = found[i]
    j = i + 1
    if sentence_of[j] != sentence_of[i]:
        return None
    start = a.counted if a.counted and a.counted <= found[j].start else a.end
    if j + 1 < len(found) and _IN_BRACKETS.fullmatch(text[a.end : found[j].start]):
        start, j = found[j].end + 1, j + 1
    b = found[j]
    if sentence_of[j] != sentence_of[i] or b.start < start or not _BASE.fullmatch(text[start : b.start]):
        return None
    if a.unit == b.unit or (b.kind == "bare" and a.kind in ("count", "bare")):
        return Relation("difference", i, j)
    return None


def _share(
    text: str, found: Sequence[Quantity], i: int, starts: Sequence[int], sentence_of: Sequence[int]
) -> Relation | None:
    """The part that a percentage is a share for: "$5bn, or 12 % of ...", "This made up 80 % of ..."."""
    q = found[i]
    if not _SHARE_OF.match(text, q.end) or isinstance(q.value, tuple):
        return None
    j = _level_before(text, found, i, sentence_of)
    if j is not None:
        a = found[j]
        start = max(_end(found, a, q), a.counted or 0)
        return Relation("share", i, j) if _OF_PART.fullmatch(text[start : q.start]) else None
    head = text[starts[sentence_of[i]] : q.start]
    if not _PRONOUN.fullmatch(head):
        return None
    return _told_before(text, found, i, sentence_of)


def _told_before(text: str, found: Sequence[Quantity], i: int, sentence_of: Sequence[int]) -> Relation | None:
    """What "This" stands for: the only amount of the sentence before, the same in another money not counted."""
    before = [j for j in range(i) if sentence_of[j] == sentence_of[i] - 1]
    levels = [j for j in before if found[j].kind in ("money", "count", "measure")]
    repeated = {b for _, b in same(text, found)}
    only = [j for j in levels if j not in repeated]
    return Relation("share", i, only[0]) if len(only) == 1 else None
