"""A growth against its level and base: implied where only one end is stated, tested where both are.

Also movements between two stated values ("fell to 5 from 6", "doubled from 3 to 7"), and falls of more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.checks import multiples, wording
from memcon.checks.intervals import Interval, interval, middle, relative, step
from memcon.facts import Check, Figure, Verdict

_SLACK = 0.02
"""How far the level that a growth leads to may be off the stated one, beyond rounding, and be left undecided."""
_REAL = re.compile(
    r"\b(?:real\sterms|inflation|adjusted|constant\s(?:currency|prices)|annuali[sz]ed|seasonal\w*|per\s(?:year|annum)|on\saverage|"
    r"average\sof|each\syear|every\syear|excluding|compound\w*|organic|underlying|like-for-like|expected|forecast)",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:rose|rise[sn]?|rising|increas\w+|grew|grow[ns]?|growing|jump\w*|surg\w+|soar\w*|climb\w*|expand\w*|leap\w*|leapt|up)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|decreas\w+|drop\w*|declin\w+|slump\w*|plung\w+|shrank|shr[iu]nk\w*|tumbl\w+|slid|sank|dipp\w+|down|reduc\w+|cut|plummet\w*)\b",
    re.IGNORECASE,
)


# "raised its tariff on cars to"
_MOVED_OBJECT = re.compile(
    r"\b(?:(?P<up>rais(?:ed?|es|ing)|lift(?:ed|s|ing)?|increas(?:ed?|es|ing)|boost(?:ed|s|ing)?|hik(?:ed?|es|ing))|cut(?:s|ting)?|"
    r"lower(?:ed|s|ing)?|reduc(?:ed?|es|ing)|slash(?:ed|es|ing)?|trim(?:med|s|ming)?)"
    r"\s(?:its|their|the|his|her|our|[\w]+['’]s)\s(?:[\w'’-]+\s){1,7}to\s(?:[\w-]+\s){0,2}\Z",
    re.IGNORECASE,
)


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """The checks of growth, in no order."""
    known = {figure.id: figure for figure in figures}
    bases = {
        f.id: known[f.compared_with.figure]
        for f in figures
        if f.compared_with and f.compared_with.kind == "difference" and f.compared_with.figure
    }
    rated = {f.compared_with.figure for f in figures if f.compared_with and f.compared_with.kind == "growth"}
    found: list[Check] = []
    for figure in figures:
        linked = figure.compared_with
        if linked and linked.kind == "growth" and linked.figure:
            level = known[linked.figure]
            check = _growth(figure, level, bases.get(level.id), text)
        elif figure.id in bases and figure.id not in rated and _is_level(figure):
            base = bases[figure.id]
            check = multiples.between(figure, base, text) or _movement(figure, base, text)
        elif linked and linked.kind == "difference" and linked.period:
            check = multiples.implied(figure, linked.period, text)
        elif isinstance(figure.value, tuple):
            check = _from_to(figure, text)
        else:
            check = None
        if check is not None:
            found.append(check)
        if figure.unit == "percent" and figure.change == "down" and _falls_too_far(figure):
            found.append(_too_far(figure))
    return found


def _percents(rate: Figure, text: str) -> Interval:
    """The per cent that a rate can be: "by half" is rough by a tenth."""
    span = interval(rate, text)
    return span if rate.unit else Interval(span.low * 90, span.high * 110)


def _growth(rate: Figure, level: Figure, base: Figure | None, text: str) -> Check | None:
    """The level that the rate leads to from the base, or the base that it implies."""
    sign = -1.0 if rate.change == "down" or _falls(rate, level, text) else 1.0
    bounds = _percents(rate, text)
    factors = Interval(1.0, 1.0) + Interval(abs(bounds.low), abs(bounds.high)) * (sign / 100)
    if factors.low <= 0 or isinstance(level.value, tuple) or middle(level) <= 0:
        return None
    start = _level_range(level, text)
    about = text[max(min(rate.span.start, level.span.start) - 120, 0) : max(rate.span.end, level.span.end) + 60]
    if base is not None and not isinstance(base.value, tuple):
        return _with_base(rate, level, base, factors, start, text, _REAL.search(about) is not None)
    implied = start.over(factors)
    value = middle(level) / (1 + sign * abs(middle(rate)) / (100 if rate.unit else 1))
    detail = (
        f"{wording.quoted(level)} after a {'fall' if sign < 0 else 'rise'} of {wording.quoted(rate)} implies "
        f"{wording.amount(value, level.unit)} before{_before(rate)}."
    )
    return Check(
        "", "growth base", (rate.id, level.id), "implies", None, float(f"{value:.6g}"), relative(implied), detail
    )


def _is_level(figure: Figure) -> bool:
    """Not the "three times" or "half" of another."""
    return figure.unit not in ("count", None) or (middle(figure) > 1 and figure.unit is None)


def _before(rate: Figure) -> str:
    period = rate.compared_with.period if rate.compared_with else None
    return f" ({period.value})" if period and period.from_ else ""


def _level_range(level: Figure, text: str) -> Interval:
    return interval(level, text)


def _with_base(
    rate: Figure, level: Figure, base: Figure, factors: Interval, reached: Interval, text: str, real: bool
) -> Check:
    span = interval(base, text)
    expected = Interval(span.low * factors.low, span.high * factors.high)
    gap = reached.gap(expected)
    verdict: Verdict = "agrees" if gap == 0 else "unknown" if real or gap <= _SLACK else "disagrees"
    stated = (middle(level) / middle(base) - 1) * 100 if middle(base) else 0.0
    detail = (
        f"From {wording.quoted(base)} to {wording.quoted(level)} is "
        f"{wording.number(abs(stated))} % {'more' if stated >= 0 else 'less'}; stated is {wording.quoted(rate)} "
        f"{'less' if factors.high < 1 else 'more'}."
    )
    return Check(
        "",
        "growth base",
        (rate.id, level.id, base.id),
        verdict,
        middle(level),
        (float(f"{expected.low:.6g}"), float(f"{expected.high:.6g}")),
        relative(expected),
        detail,
    )


def _falls(rate: Figure, level: Figure, text: str) -> bool:
    """Whether the words around a rate without a movement of its own tell a fall ("a 5 % drop to")."""
    if rate.change == "up":
        return False
    near = text[min(rate.span.end, level.span.end) : max(rate.span.start, level.span.start)]
    around = text[rate.span.end : rate.span.end + 15] + " " + near
    return bool(_DOWN.search(around)) and not _UP.search(around)


def _movement(level: Figure, base: Figure, text: str) -> Check | None:
    """Up or down between two stated values, as the words say."""
    left = text[max(level.span.start - 80, 0) : level.span.start]
    between = text[level.span.end : base.span.start]
    multiple = multiples.before(text, level.span.start)
    if multiple is not None:
        return multiples.check(multiple, level, base, middle(level), middle(base))
    told = re.search(r"\b(?:up|down)(?=\sfrom\s)", between)
    moved = _MOVED_OBJECT.search(left)
    direction = _direction(told[0]) if told else _direction_before(left, "to")
    if direction == 0 and moved:
        direction = 1 if moved["up"] else -1
    if direction == 0:
        return None
    return _moved(direction, level, base, (base.value, level.value), (level, base), text)


def _from_to(figure: Figure, text: str) -> Check | None:
    """A range that is a movement: "rose from 5 to 7", "halved from 12 to 6"."""
    if not isinstance(figure.value, tuple):
        return None
    left = text[max(figure.span.start - 45, 0) : figure.span.start]
    if not re.search(r"\bfrom\s(?:\w+\s){0,2}\Z", left) or not re.search(r"\sto\s", figure.span.text):
        return None
    multiple = multiples.before(text, figure.span.start)
    first, last = figure.value
    if multiple is not None:
        return multiples.check(multiple, figure, None, last, first)
    direction = _direction_before(left, "from")
    if direction == 0:
        return None
    return _moved(direction, figure, None, (first, last), (figure,), text)


def _direction_before(left: str, preposition: str) -> int:
    """Whether a rise or a fall is told by the three words before `preposition`, which ends `left` but for two words."""
    match = re.search(rf"\b{preposition}\s(?:[\w-]+\s){{0,2}}\Z", left)
    words = re.findall(r"[\w-]+", left[: match.start()])[-3:] if match else []
    return next((told for word in reversed(words) if (told := _direction(word))), 0)


def _direction(word: str) -> int:
    return 1 if _UP.fullmatch(word) else -1 if _DOWN.fullmatch(word) else 0


def _moved(
    direction: int,
    level: Figure,
    base: Figure | None,
    values: tuple[object, object],
    figures: tuple[Figure, ...],
    text: str,
) -> Check | None:
    first, last = values
    if not isinstance(first, (int, float)) or not isinstance(last, (int, float)) or first < 0 or last < 0:
        return None
    right = (last - first) * direction > 0
    bound = any(figure.change in ("~", ">", "<") for figure in figures)
    verdict: Verdict = "agrees" if right else "unknown" if bound or first == last else "disagrees"
    where = f"{wording.quoted(base)} to {wording.quoted(level)}" if base else wording.quoted(level)
    moved = "no change" if first == last else "a rise" if last > first else "a fall"
    detail = f"From {where} is {moved}; the words tell a {'rise' if direction > 0 else 'fall'}."
    ids = tuple(figure.id for figure in figures)
    return Check("", "growth base", ids, verdict, float(last), float(first), None, detail)


def _falls_too_far(figure: Figure) -> bool:
    return not isinstance(figure.value, tuple) and abs(figure.value) > 100 and step(figure) <= 1


def _too_far(figure: Figure) -> Check:
    detail = f"A fall of {wording.quoted(figure)} is more than the whole."
    return Check("", "growth base", (figure.id,), "disagrees", middle(figure), (0.0, 100.0), None, detail)
