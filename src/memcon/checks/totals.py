"""Shares and totals, parts and sums: implied where the total is not stated, tested where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.checks import wording
from memcon.checks.intervals import Interval, interval, middle, relative
from memcon.facts import Check, Figure, Verdict

_SLACK = 0.02
_TOTAL_BEHIND = re.compile(
    r"\sof\s(?:the\s|its\s|their\s|a\s|all\s|some\s|about\s|around\s|roughly\s|approximately\s|more\sthan\s|nearly\s){0,3}(?:[\w-]+\s){0,3}?"
    r"(?:total\sof\s|worth\s|of\s)?(?:(?:some|about|around|roughly)\s)?"
)
_PART_OF = re.compile(
    r"(?:\s[\w-]+){0,3}\s(?:out\s)?of\s(?:the\s|its\s|their\s|a\s|all\s|some\s|a\stotal\sof\s|about\s|around\s){0,2}"
)
_BRACKET = re.compile(
    r"(?:\s[\w'’-]+){0,4}\s?(?:\(|,\s(?:or|about|some|roughly)\s|\s[-–—]\s)(?:(?:or|about|around|some|roughly|nearly|almost|just|over)\s)*"
)
# What cannot be had more than all of.
_CLOSED_WHOLE = re.compile(
    r"\sof\s(?:(?:the|its|their|all|our|those|these|total|eligible|registered|country[’']s|entire|world[’']s|whole|global|adult|all\sthe)\s){0,3}"
    r"(?:population|people|voters?|electorate|households?|members?|seats|children|women|men|students|territory|land|country|respondents|adults|"
    r"citizens|residents|patients|cases|votes|ballots|refugees|workers|employees|companies|firms|schools|hospitals|homes|buildings|troops|soldiers|"
    r"total|surface|energy\smix|world|region[’']s\stotal|trade\sturnover|(?:overall|total)\s(?:trade|exports?|imports?|turnover|energy|output)[\w\s]{0,20})\b"
    r"|\sof\sall\s(?:of\s)?(?:the\s|its\s|their\s)?[a-z]"
)
_CLAIMS = re.compile(
    r"\b(?:equivalent|equal|target|quota|level|average|capacity|above|over|than|more|up|rise|risen|increase|grew|grow)\b",
    re.IGNORECASE,
)

_EXACT = re.compile(
    r"(?:\s[^.;:\d]{0,60})?(?::|\s[-–—]|,?\s(?:comprising|consisting\sof|made\sup\sof|composed\sof|broken\sdown\sinto|divided\sinto|split\sinto|namely))\s(?:the\s)?(?:[\w-]+\s)?\Z"
)
_INCLUDING = re.compile(
    r"(?:\s[^.;:\d]{0,60})?,?\s[(]?(?:including|of\s(?:whom|which|them)|among\sthem|with)\s(?:(?:at\sleast|about|some|around|more\sthan|nearly|were|the|are)\s)*\Z"
)
_AND_TOTAL = re.compile(
    r"(?:\s[^.;:\d]{0,60})?,?\s(?:for\s)?(?:a|an|the|making|bringing|giving|to\smake)(?:\s[a-z]+){0,3}\s(?:combined\s)?(?:total|sum|overall\s(?:total|toll))(?:\s[a-z]+){0,3}?\s(?:of|to|at|is|was|:)\s\Z"
)
_IN_ALL = re.compile(r"(?:\s[\w-]+){0,3}\s(?:in\s(?:all|total)|altogether|overall|combined)\b")
_NEXT_PART = re.compile(
    r"(?:\s(?!in\s(?:all|total))[^.;:\d]{0,50})?(?:,\s(?:and\s)?|\s(?:and|plus)\s|;\s(?:and\s)?)(?:(?:another|a\sfurther|the\s(?:other|remaining)|about|some|the)\s)*(?:[A-Z][\w’'-]*\s){0,2}\Z"
)
_OPEN = re.compile(
    r"\b(?:others?|rest|remainder|remaining|further|several|many|dozens|hundreds|more|including|among|mostly|mainly|some|unknown|both|also|at\sleast)\b",
    re.IGNORECASE,
)
_MOST_PARTS = 8


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """The checks of shares and sums, in no order."""
    known = {figure.id: figure for figure in figures}
    found: list[Check] = []
    for i, figure in enumerate(figures):
        linked = figure.compared_with
        if linked and linked.kind == "share" and linked.figure:
            total = _total_behind(figures, i, text)
            found.append(_share(figure, known[linked.figure], total, text))
        elif figure.unit == "percent":
            stated = _bracketed_share(figures, i, text)
            if stated is not None:
                found.append(_share(figure, *stated, text))
        if figure.unit == "percent" and _beyond_whole(figure, text):
            found.append(_over(figure))
    return found + [check for group in _sums(figures, text) if (check := _sum(group, text)) is not None]


def _total_behind(figures: Sequence[Figure], i: int, text: str) -> Figure | None:
    """The total of "12 % of its total of $40bn"."""
    if i + 1 < len(figures):
        b = figures[i + 1]
        if b.unit != "percent" and _TOTAL_BEHIND.fullmatch(text[figures[i].span.end : b.span.start]):
            return b
    return None


def _bracketed_share(figures: Sequence[Figure], i: int, text: str) -> tuple[Figure, Figure] | None:
    """Part and total of "12 of the 48 members (25 %)"."""
    if i < 2:
        return None
    part, total = figures[i - 2], figures[i - 1]
    if "percent" in (part.unit, total.unit) or isinstance(part.value, tuple) or isinstance(total.value, tuple):
        return None
    alike = part.unit == total.unit or part.unit is None
    if (
        alike
        and _PART_OF.fullmatch(text[part.span.end : total.span.start])
        and _BRACKET.fullmatch(text[total.span.end : figures[i].span.start])
    ):
        return part, total
    return None


def _share(rate: Figure, part: Figure, total: Figure | None, text: str) -> Check:
    """The total that a share implies, or the share that part and total make."""
    bounds = interval(rate, text) * 0.01
    held = interval(part, text)
    if total is None:
        value = middle(part) / (middle(rate) / 100)
        detail = (
            f"{wording.quoted(part)} as {wording.quoted(rate)} of the whole implies a whole of "
            f"{wording.amount(value, part.unit)}."
        )
        implied = Interval(held.low / bounds.high, held.high / bounds.low) if bounds.low > 0 else held
        ids = (rate.id, part.id)
        return Check("", "share total", ids, "implies", None, float(f"{value:.6g}"), relative(implied), detail)
    whole = interval(total, text)
    expected = held.over(whole)
    gap = bounds.gap(expected)
    verdict: Verdict = "agrees" if gap == 0 else "unknown" if gap <= 2 * _SLACK else "disagrees"
    share = 100 * middle(part) / middle(total) if middle(total) else 0.0
    detail = (
        f"{wording.quoted(part)} of {wording.quoted(total)} is {wording.number(share)} %; "
        f"stated is {wording.quoted(rate)}."
    )
    return Check(
        "",
        "share total",
        (rate.id, part.id, total.id),
        verdict,
        middle(rate),
        float(f"{share:.4g}"),
        relative(expected),
        detail,
    )


def _beyond_whole(figure: Figure, text: str) -> bool:
    """A share above 100 % of what has no more than all: "120 % of voters"."""
    low = min(figure.value) if isinstance(figure.value, tuple) else figure.value
    if low <= 100 or figure.change in ("up", "down"):
        return False
    around = re.sub(r"\bma[dk]es?\sup\b|\bmaking\sup\b", "", text[max(figure.span.start - 40, 0) : figure.span.start])
    return bool(_CLOSED_WHOLE.match(text, figure.span.end)) and not _CLAIMS.search(around)


def _over(figure: Figure) -> Check:
    detail = f"{wording.quoted(figure)} is more than all there is."
    return Check("", "share total", (figure.id,), "disagrees", middle(figure), (0.0, 100.0), None, detail)


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts that are said to make up `total`; `exact` where the words leave no room for others."""

    total: Figure
    parts: tuple[Figure, ...]
    exact: bool


def _sums(figures: Sequence[Figure], text: str) -> list[_Group]:
    groups = []
    i = 0
    while i < len(figures):
        group = _total_first(figures, i, text) or _total_last(figures, i, text)
        if group is not None:
            groups.append(group)
            i += len(group.parts)
        i += 1
    return groups


def _total_first(figures: Sequence[Figure], i: int, text: str) -> _Group | None:
    """ "80 people: 30 men and 50 women", "80 casualties, including 30 dead and 50 wounded"."""
    total = figures[i]
    if i + 2 >= len(figures) or not _countable(total):
        return None
    gap = text[total.span.end : figures[i + 1].span.start]
    exact = _EXACT.fullmatch(gap)
    if not exact and not _INCLUDING.fullmatch(gap):
        return None
    parts = _run(figures, i + 1, text, total)
    if len(parts) < 2:
        return None
    whole = text[total.span.end : _sentence_end(text, parts[-1].span.end)]
    return _Group(total, parts, bool(exact) and not _OPEN.search(whole))


def _total_last(figures: Sequence[Figure], i: int, text: str) -> _Group | None:
    """ "30 men and 50 women, a total of 80", "30 men and 50 women, 80 in all"."""
    parts = _run(figures, i, text, figures[i])
    for size in range(len(parts), 1, -1):
        j = i + size
        if (
            j < len(figures)
            and _alike(figures[j], parts[0])
            and _AND_TOTAL.fullmatch(text[parts[size - 1].span.end : figures[j].span.start])
        ):
            return _Group(figures[j], parts[:size], True)
    if len(parts) > 2 and _IN_ALL.match(text, parts[-1].span.end):
        return _Group(parts[-1], parts[:-1], True)
    return None


def _run(figures: Sequence[Figure], i: int, text: str, like: Figure) -> tuple[Figure, ...]:
    """The figures from number `i` on that are listed one after another and may be added."""
    parts: list[Figure] = []
    for figure in figures[i : i + _MOST_PARTS]:
        if not _countable(figure) or not _alike(figure, like):
            break
        if parts and not _NEXT_PART.fullmatch(text[parts[-1].span.end : figure.span.start]):
            break
        parts.append(figure)
    return tuple(parts)


def _countable(figure: Figure) -> bool:
    if isinstance(figure.value, tuple) or figure.same_as or figure.value <= 0:
        return False
    return not (figure.unit or "").startswith(
        ("percent", "year", "month", "week", "day", "hour", "minute", "second", "count")
    )


def _alike(a: Figure, b: Figure) -> bool:
    """Whether two can be added: the same money or measure, or both counts of things."""
    return a.unit == b.unit or (_is_count(a) and _is_count(b))


def _is_count(figure: Figure) -> bool:
    from memcon.figures.units import is_measure

    unit = figure.unit or ""
    return not (len(unit.partition(" ")[0]) == 3 and unit[:3].isupper()) and not is_measure(unit)


def _sentence_end(text: str, at: int) -> int:
    match = re.compile(r"[.;\n]").search(text, at)
    return match.start() if match else len(text)


def _sum(group: _Group, text: str) -> Check | None:
    parts = Interval(0.0, 0.0)
    exact = all(float(middle(f)).is_integer() and middle(f) < 1e6 for f in (group.total, *group.parts))
    for part in group.parts:
        parts = parts + interval(part, text, exact)
    total = interval(group.total, text, exact)
    added = sum(middle(part) for part in group.parts)
    if parts.meets(total):
        if not group.exact and added != middle(group.total):
            return None
        verdict: Verdict = "agrees"
    elif parts.low > total.high:
        verdict = "disagrees" if parts.gap(total) > 1e-3 else "unknown"
    elif not group.exact:
        return None
    else:
        verdict = "disagrees" if total.gap(parts) > 1e-3 else "unknown"
    listed = " and ".join(wording.quoted(part) for part in group.parts)
    detail = f"{listed} make {wording.amount(added, group.total.unit)}; stated is {wording.quoted(group.total)}."
    ids = (group.total.id, *(part.id for part in group.parts))
    return Check("", "sum", ids, verdict, middle(group.total), float(f"{added:.12g}"), relative(parts), detail)
