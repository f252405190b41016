"""Quantities that belong together: ranges, units shared along a list, dollars and cents, neighbours that move alike."""

from __future__ import annotations

import re
from dataclasses import replace

from memcon.figures import cues, elliptic, nouns, units
from memcon.figures.quantity import Quantity, plain
from memcon.language import Analysed

_BETWEEN = re.compile(r"\s?(?P<sign>-|–|—|−|to|-to-|to-|and|or|through|till|until|up\sto)\s?\Z|\s(?P<spaced>-|–|—)\s\Z")
_LIST = re.compile(
    r"\s?(?:,\s?|-,\s|/|,?\s(?:and|or|&|versus|vs\.?|compared\s(?:with|to)|from|to|or\seven)\s|,\s(?:and|or)\s)\Z|-\s(?:and|or|to)\s\Z"
)
_FROM = re.compile(
    r"\b(?:from|between)\s(?:about\s|around\s|roughly\s|some\s|approximately\s|just\s|nearly\s|a\s)*\Z", re.IGNORECASE
)
# "435 flats for sale and 187 to let"
_AND_ELSE = re.compile(r"\s[^.;:()\d]{1,40}\sand\s(?:another\s|a\sfurther\s|some\s|about\s)?")
# "13 plants, up from seven a year ago"
_UP_FROM = re.compile(r"(?:\s[^.;:()\d]{1,40})?,?\s(?:(?:up|down)\sfrom|compared\s(?:with|to))\s")
_CENTS = re.compile(r"\s(?:and\s)?\Z")
_FOLLOWS = re.compile(r",?\s(?:(?:up|down)\s)?(?:from|to|and|or)\s|\s\((?:from\s)?")
_CONTEXT = 60
_MORE_THAN = re.compile(r"\s(?:more|fewer|less|higher|lower)\sthan\b")
# "grew 0.3 % in May and 1.1 % in June": nothing but a time or a comparison between the two.
_AND_ALIKE = re.compile(
    r"(?:\s(?:in|on|over|for|from|this|last|next|the|a|year|quarter|month|week|day|earlier|before|\w+day|[A-Z][a-z]+|\d{4})){0,7},?\s"
    r"(?:and|or)\s(?:by\s)?(?:about\s|around\s|nearly\s)?"
)


def together(text: str, found: list[Quantity], analysed: Analysed | None) -> list[Quantity]:
    """The quantities with ranges and amounts joined and units shared, those inside what another counts left out."""
    found = _join_ranges(text, _outside_phrases(text, found, analysed))
    return elliptic.counted(text, _with_cents(text, _share_units(text, found)))


def _outside_phrases(text: str, found: list[Quantity], analysed: Analysed | None) -> list[Quantity]:
    """Without numbers inside what another counts ("two 737 jets"); "three 500kg bombs" counts bombs."""
    kept: list[Quantity] = []
    for q in found:
        last = kept[-1] if kept else None
        if last is not None and last.counted is not None and q.start < last.counted:
            continue
        if last is not None and last.kind == "bare" and q.kind == "measure" and text[last.end : q.start] == " ":
            noun = nouns.counted(text, q.end, analysed)
            if noun is not None and noun.plural:
                name = f"{text[q.number.start : q.number.end]} {q.name} {noun.phrase}"
                kept[-1] = replace(last, unit=noun.head, name=name, kind="count", counted=q.start)
        kept.append(q)
    return kept


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Two neighbours joined by a dash, "to", or "and" behind "between" are one quantity with two values."""
    joined: list[Quantity] = []
    i = 0
    while i < len(found):
        both = _range(text, found[i], found[i + 1]) if i + 1 < len(found) else None
        joined.append(both or found[i])
        i += 2 if both else 1
    return joined


def _range(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    gap = text[a.number.end if a.kind in ("count", "bare") else a.end : b.start]
    match = _BETWEEN.fullmatch(gap)
    if match is None or isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return None
    if a.number.fraction != b.number.fraction and (a.number.words or b.number.words):  # "cut by half to $4bn"
        return None
    sign = match["sign"] or match["spaced"]
    left = text[max(a.start - _CONTEXT, 0) : a.start]
    opened = bool(_FROM.search(left))
    if sign == "or" and not (
        a.kind == "bare" and b.kind != "money" and plain(b.value) == plain(a.value) + b.number.size
    ):
        return None
    if sign == "and" and not re.search(r"\bbetween\s(?:[a-z]+\s)?\Z", left, re.IGNORECASE):
        return None
    shared = b.kind == "percent" or (b.kind == "money" and b.number.size >= 1e6)
    opened = opened or (a.kind == "bare" and shared)  # "rose about 4 to 5 per cent"
    if sign in ("to", "through", "till", "until", "up to") and not opened and cues.before(left) in ("up", "down"):
        return None
    if sign in "-–—−" and plain(a.value) >= plain(b.value) and b.number.size == 1:  # "a 2-1 loss"
        return None
    if not ("bare" in (a.kind, b.kind) or _same_unit(a, b)):
        return None
    if sign in "-–—−" and not _is_dash_range(a, b, opened):
        return None
    unit, end = (b if b.kind != "bare" else a), b.end
    if a.kind == "money" and b.kind == "bare" and a.unit:  # "$15-20 a month"
        rated = units.with_rate(text, units.Unit(b.end, a.unit, a.name, "money"))
        unit, end = replace(a, unit=rated.unit, name=rated.name), rated.end
    low = _scaled_like(a, b)
    return replace(
        unit, start=a.start, end=end, value=(low, plain(b.value)), number=replace(b.number, start=a.number.start)
    )


def _same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the units are the same, but for a rate that stands with the second only ("$48 to $90 a year")."""
    if a.unit == b.unit or not a.unit or not b.unit:
        return a.unit == b.unit
    if a.kind == b.kind == "money" and a.name and b.name and a.name.endswith(b.unit):  # "US$3bn-$4bn"
        return True
    return b.unit.startswith(f"{a.unit} per ")


def _is_dash_range(a: Quantity, b: Quantity, opened: bool) -> bool:
    """A dash between bare small numbers is a score or a vote, not a range."""
    return opened or b.kind != "bare" or a.kind != "bare" or b.number.size > 1


def _scaled_like(a: Quantity, b: Quantity) -> float:
    """The value of the first of "2 to 3 billion", whose scale stands with the second."""
    value = plain(a.value)
    signed = a.kind != "bare"
    if b.number.size >= 1000 and a.number.size == 1 and value < (plain(b.value) / b.number.size if signed else 1000):
        return value * b.number.size
    return value


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number in a list takes the unit of the number behind it, else of the one before it."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        a, b = shared[i], shared[i + 1]
        gap = text[a.end : b.start]
        listed = _LIST.fullmatch(gap) and (gap.strip() != "," or found[i + 1].kind == "bare")
        if listed and a.kind == "bare" and b.kind not in ("bare", "age") and not a.number.fraction:
            value = a.value if isinstance(a.value, tuple) or " or" not in gap else _scaled_like(a, b)
            shared[i] = replace(a, unit=b.unit, name=b.name, kind=b.kind, value=value)
        elif a.kind == "bare" and b.unit == "point" and gap in (" up ", " down "):  # an index and its step
            shared[i] = replace(a, unit=b.unit, name=b.name, kind=b.kind)
    for i in range(1, len(shared)):
        a, b = shared[i - 1], shared[i]
        gap = text[a.end : b.start]
        if b.kind == "bare" and a.kind == "count" and _AND_ELSE.fullmatch(gap) and not b.number.words:
            shared[i] = replace(b, unit=a.unit, name=a.name, kind=a.kind, counted=b.end)
        elif b.kind == "bare" and a.kind in ("count", "measure") and _is_same_count(text, a, b):
            shared[i] = replace(b, unit=a.unit, name=a.name, kind=a.kind)
        step = a.kind == "percent" and (a.change != "=" or plain(b.value) > 100)  # "40 % to 14,000"
        steps = a.kind in ("money", "percent", "measure") or a.unit == "point"
        if (
            b.kind == "bare"
            and steps
            and not step
            and _FOLLOWS.fullmatch(gap if a.unit != "point" else text[a.counted or a.end : b.start])
        ):
            shared[i] = replace(b, unit=a.unit, name=a.name, kind=a.kind)
        elif b.kind == "bare" and a.kind == "count" and a.counted and _UP_FROM.fullmatch(text[a.counted : b.start]):
            shared[i] = replace(b, unit=a.unit, name=a.name, kind=a.kind, counted=b.end)
    return shared


def _is_same_count(text: str, a: Quantity, b: Quantity) -> bool:
    """ "52 votes to 48"; "29 m barrels a day in June, 120,000 more than in May"."""
    gap = text[a.counted or a.end : b.start]
    if gap == " to " and a.unit == "vote":
        return True
    return bool(_MORE_THAN.match(text, b.end)) and not re.search(r"[.;:]", gap) and b.start - a.end < _CONTEXT


def _with_cents(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "3 dollars 50 cents" and "15 dollars and 50" are one amount."""
    joined: list[Quantity] = []
    for q in found:
        last = joined[-1] if joined else None
        if last is not None and _adds_cents(text, last, q):
            value = plain(last.value) + plain(q.value) / 100
            q = replace(last, end=q.end, value=value, number=replace(last.number, step=0.01))
            joined.pop()
        joined.append(q)
    return joined


def _adds_cents(text: str, a: Quantity, b: Quantity) -> bool:
    whole = a.kind == "money" and a.number.step == 1.0 and a.number.size == 1.0 and a.number.end < a.end
    small = not isinstance(b.value, tuple) and b.number.step == 1.0 and 0 < b.value < 100
    if not whole or not small or isinstance(a.value, tuple) or not _CENTS.fullmatch(text[a.end : b.start]):
        return False
    closed = re.match(r"[.,;!?]?(?:\s|\Z)", text[b.end : b.end + 2])
    plain_pair = b.end - b.start == 2 and b.kind in ("bare", "money") and b.number.start == b.start
    return b.unit in ("cent", "penny") or (plain_pair and bool(closed))


def moving_alike(text: str, found: list[Quantity]) -> list[Quantity]:
    """What stands in brackets behind a quantity, in another unit, is bound as it is: "more than 100 km (60 miles)".

    What is said again with "or", or for another time with "and", moves as it does: "lost 190 points, or 0.6 %"."""
    for i in range(1, len(found)):
        a, b = found[i - 1], found[i]
        if b.change != "=" or a.change == "=":
            continue
        gap = text[a.counted or a.end : b.start]
        moves = a.change in ("up", "down")
        if (
            (moves and gap == ", or ")
            or (moves and a.kind == b.kind == "percent" and _AND_ALIKE.fullmatch(gap) and not _is_share(text, b))
            or (not moves and a.kind == b.kind and a.kind in ("money", "measure") and _within(text, a, gap))
        ):
            found[i] = replace(b, change=a.change)
    return found


def _within(text: str, a: Quantity, gap: str) -> bool:
    """Whether the gap opens a bracket behind `a`, or goes on in the one that `a` stands in."""
    return gap == " (" or (gap.strip() in ("/", ";", ",", "or") and "(" in text[max(a.start - 3, 0) : a.start])


def _is_share(text: str, q: Quantity) -> bool:
    return text.startswith(" of ", q.end)
