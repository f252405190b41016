"""Quantities: numbers with their units and the words that qualify them; ranges, and units shared along a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.facts import Change, Time
from memcon.figures import cues, money, names, nouns, units
from memcon.figures.lexicon import words
from memcon.figures.masks import Masks
from memcon.figures.numbers import Number, Value, numbers
from memcon.language import Analysed


@dataclass(frozen=True, slots=True)
class Quantity:
    """Characters `start` to `end` state `value`; `counted` is where the noun phrase that is counted begins, if any."""

    start: int
    end: int
    value: Value
    unit: str | None
    name: str | None
    kind: units.Kind
    number: Number
    change: Change = "="
    counted: int | None = None


_BETWEEN = re.compile(r"\s?(?P<sign>-|–|—|−|to|-to-|to-|and|or|through|till|until|up\sto)\s?\Z|\s(?P<spaced>-|–|—)\s\Z")
_LIST = re.compile(
    r"\s?(?:,\s?|-,\s|/|,?\s(?:and|or|&|versus|vs\.?|compared\s(?:with|to)|from|to|or\seven)\s|,\s(?:and|or)\s)\Z|-\s(?:and|or|to)\s\Z"
)
_FROM = re.compile(
    r"\b(?:from|between)\s(?:about\s|around\s|roughly\s|some\s|approximately\s|just\s|nearly\s|a\s)*\Z", re.IGNORECASE
)
_WERE = re.compile(
    r"\s(?:were|was|have|had|are|died|dead|killed|wounded|injured|arrested|others|more|remain|remained|survived|missing|detained|"
    r"of\s(?:them|whom|which|those|(?:the|its|their|all|his|her|these)\s))(?:\b|(?=\w))"
)
# What stands between a number and the noun it counts: "200 or more homes", "100-odd ships", "thousands of people".
_BEFORE_NOUN = re.compile(r"(?:\+|-?\s?plus|-odd|\s(?:or|and)\s(?:more|so|fewer|less|over))(?=\s)|\s(?P<of>of)(?=\s)")
# "435 flats for sale and 187 to let"
_AND_ELSE = re.compile(r"\s[^.;:()\d]{1,40}\sand\s(?:another\s|a\sfurther\s|some\s|about\s)?")
# "13 plants, up from seven a year ago"
_UP_FROM = re.compile(r"(?:\s[^.;:()\d]{1,40})?,?\s(?:(?:up|down)\sfrom|compared\s(?:with|to))\s")
_CENTS = re.compile(r"\s(?:and\s)?\Z")
_INDEX_LEVEL = re.compile(r"[\d,]+\.\d\d\Z")
_FOLLOWS = re.compile(r",?\s(?:(?:up|down)\s)?(?:from|to|and|or)\s|\s\((?:from\s)?")
_CONTEXT = 60


def quantities(text: str, analysed: Analysed | None = None, times: Sequence[Time] = ()) -> list[Quantity]:
    """The quantities of `text`, in order. Without `analysed`, nouns are told by the look of words."""
    masks: Masks | None = None
    purse = money.Purse(text)
    found: list[Quantity] = []
    for number in numbers(text):
        masks = masks or Masks(text, times)
        within = bool(found) and number.start < found[-1].end  # the "million" of "75 USD million"
        if not within and not masks.cover(number.start, number.end):
            quantity = _quantity(text, number, analysed)
            if quantity is not None:
                found.append(quantity)
    found = _with_cents(text, _share_units(text, _join_ranges(text, _outside_phrases(text, found, analysed))))
    return _equals(text, [_finished(text, q, purse) for q in found if _stands(text, q)])


def _equals(text: str, found: list[Quantity]) -> list[Quantity]:
    """What stands in brackets behind a quantity, in another unit, is bound as it is: "more than 100 km (60 miles)"."""
    for i in range(1, len(found)):
        a, b = found[i - 1], found[i]
        gap = text[a.end : b.start]
        if gap == ", or " and a.change in ("up", "down") and b.change == "=":
            found[i] = replace(b, change=a.change)
        within = gap == " (" or (gap.strip() in ("/", ";", ",", "or") and "(" in text[max(a.start - 3, 0) : a.start])
        if (
            within
            and a.change in ("~", ">", "<")
            and b.change == "="
            and a.kind in ("money", "measure")
            and a.kind == b.kind
        ):
            found[i] = replace(b, change=a.change)
    return found


def _quantity(text: str, number: Number, analysed: Analysed | None) -> Quantity | None:
    """The number with the unit straight around it, or None where it is part of a name."""
    before = money.before(text, number.start)
    sign = _sign(text, before.start if before else number.start)
    start = (before.start if before else number.start) - len(sign)
    value = _signed(number.value, sign)
    if before is not None:
        return _priced(text, number, before, start, value)
    if (not sign and names.attached(text, number.start)) or names.is_labelled(text, number):
        return None
    behind = units.unit_behind(text, number.end, digits=not number.words)
    priced = None if behind else money.behind(text, number.end, number.size > 1000)
    if number.letter and behind is None and priced is None and units.is_metres(text, number.end):
        number = replace(number, value=_plain(number.value) / number.size, step=number.step / number.size, size=1.0)
        return Quantity(start, number.end, number.value, "metre", "metre", "measure", number)
    if priced is not None and priced.code and not _is_mass(text, number, priced):
        unit = units.with_rate(text, units.Unit(priced.end, priced.code, money.name(priced.code), "money"))
        if priced.size > 1 and not isinstance(value, tuple):
            value *= priced.size
            number = replace(number, step=number.step * priced.size, size=priced.size)
        return Quantity(start, unit.end, value, unit.unit, unit.name, "money", number)
    if priced is not None and priced.code == "pound":
        unit = units.with_rate(text, units.Unit(priced.end, "pound-mass", "pound-mass", "measure"))
        return Quantity(start, unit.end, value, unit.unit, unit.name, "measure", number)
    behind = behind or units.times_behind(text, number.end)
    if behind is not None:
        return Quantity(start, behind.end, value, behind.unit, behind.name, behind.kind, number)
    return _counted(text, number, start, value, analysed)


def _priced(text: str, number: Number, before: money.Money, start: int, value: Value) -> Quantity:
    """An amount whose sign or code stands before it; a country behind it tells whose dollar it is ("$76 US")."""
    code, end = before.code, number.end
    behind = money.behind(text, end, scaled=True)
    if behind is not None:
        if (
            behind.code == ""
            and code == "dollar"
            and re.match(r"\sUS(?=[\s.,)]|$)(?!\s[a-z]+s\b)", text[end : end + 20])
        ):
            code, end = "USD", behind.end
        elif behind.code and behind.code == code:
            end = behind.end
        elif (
            behind.code and code == "dollar" and behind.code != "dollar" and money.name(behind.code).endswith("dollar")
        ):
            code, end = behind.code, behind.end
    unit = units.with_rate(text, units.Unit(end, code, money.name(code), "money"))
    return Quantity(start, unit.end, value, unit.unit, unit.name, "money", number)


def _is_mass(text: str, number: Number, priced: money.Money) -> bool:
    return priced.code == "pound" and number.size < 1e6 and units.is_mass(text, number.start, priced.end)


def _counted(text: str, number: Number, start: int, value: Value, analysed: Analysed | None) -> Quantity | None:
    """A number that counts the noun behind it, or stands bare."""
    minor = _minor(text, number)
    if minor is not None:
        return Quantity(start, minor.end, value, minor.unit, minor.name, "money", number)
    if number.fraction:
        return _share(text, number, start, value)
    between = _BEFORE_NOUN.match(text, number.end)
    noun = nouns.counted(text, between.end() if between else number.end, analysed)
    if between and between["of"] and (not number.words or number.size == 1):
        noun = None
    if names.is_name(text, number, noun):
        return None
    if noun is None:
        return Quantity(start, number.end, value, None, None, "bare", number)
    rated = units.with_rate(text, units.Unit(noun.end, noun.head, noun.phrase, "count"))
    return Quantity(start, number.end, value, rated.unit, rated.name, "count", number, counted=noun.end)


def _minor(text: str, number: Number) -> units.Unit | None:
    match = re.match(r"[\s-]?(?P<word>[a-z]+|p|¢|c)(?!\w|\.\w)", text[number.end : number.end + 12])
    if match is None:
        return None
    word = match["word"]
    singular = {"p": "penny", "¢": "cent", "c": None}.get(word, money.minor(word))
    if singular is None:
        return None
    return units.with_rate(text, units.Unit(number.end + match.end(), singular, singular, "money"))


def _share(text: str, number: Number, start: int, value: Value) -> Quantity | None:
    """A part of a whole, where the words say so: "half of", "two-thirds majority", "by a third"."""
    following = re.match(r"[\s-](?P<word>[\w'’]+)", text[number.end : number.end + 30])
    word = following["word"].lower() if following else ""
    measured = units.unit_behind(text, number.end, digits=True)
    if measured is None and word in ("an", "a"):  # "half an hour"
        measured = units.unit_behind(text, number.end + 1 + len(word), digits=False)
    if measured is not None and measured.kind == "measure" and word != "day":
        return Quantity(start, measured.end, value, measured.unit, measured.name, "measure", number)
    wholes = (
        "of",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "all",
        "that",
        "those",
        "these",
        "majority",
    )
    left = text[max(number.start - _CONTEXT, 0) : number.start]
    if word in wholes or cues.before(left) != "=" or left.endswith(" by "):
        return Quantity(start, number.end, value, None, None, "bare", number)
    return None


def _sign(text: str, at: int) -> str:
    """The sign attached to what begins at `at`: "-", "+" behind a blank or bracket, or "minus"."""
    match = re.search(r"(?:(?<=[\s(\[:])|^)(?:[-−+]|(?<!\bor\s)[Mm]inus[\s-]|[Pp]lus-)\Z", text[max(at - 12, 0) : at])
    return match[0] if match else ""


def _signed(value: Value, sign: str) -> Value:
    if not sign or sign[0] in "+pP":
        return value
    return (-value[0], -value[1]) if isinstance(value, tuple) else -value


def _plain(value: Value) -> float:
    return value[0] if isinstance(value, tuple) else value


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
    sign = match["sign"] or match["spaced"]
    left = text[max(a.start - _CONTEXT, 0) : a.start]
    opened = bool(_FROM.search(left))
    if sign == "or" and not (
        a.kind == "bare" and b.kind != "money" and _plain(b.value) == _plain(a.value) + b.number.size
    ):
        return None
    if sign == "and" and not re.search(r"\bbetween\s(?:[a-z]+\s)?\Z", left, re.IGNORECASE):
        return None
    if sign in ("to", "through", "till", "until", "up to") and not opened and cues.before(left) in ("up", "down"):
        return None
    if sign in "-–—−" and _plain(a.value) >= _plain(b.value) and b.number.size == 1:  # "a 2-1 loss"
        return None
    if not ("bare" in (a.kind, b.kind) or _same_unit(a, b)):
        return None
    if sign in "-–—−" and not _is_dash_range(a, b, opened):
        return None
    unit = b if b.kind != "bare" else a
    low = _scaled_like(a, b)
    return replace(
        unit, start=a.start, end=b.end, value=(low, _plain(b.value)), number=replace(b.number, start=a.number.start)
    )


def _same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the units are the same, but for a rate that stands with the second only ("$48 to $90 a year")."""
    return a.unit == b.unit or bool(a.unit and b.unit and b.unit.startswith(f"{a.unit} per "))


def _is_dash_range(a: Quantity, b: Quantity, opened: bool) -> bool:
    """A dash between bare small numbers is a score or a vote, not a range."""
    return opened or b.kind != "bare" or a.kind != "bare" or b.number.size > 1


def _scaled_like(a: Quantity, b: Quantity) -> float:
    """The value of the first of "2 to 3 billion", whose scale stands with the second."""
    value = _plain(a.value)
    signed = a.kind != "bare"
    if b.number.size >= 1000 and a.number.size == 1 and value < (_plain(b.value) / b.number.size if signed else 1000):
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
        step = a.kind == "percent" and (a.change != "=" or _plain(b.value) > 100)  # "40 % to 14,000"
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


def _with_cents(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "3 dollars 50 cents" and "15 dollars and 50" are one amount."""
    joined: list[Quantity] = []
    for q in found:
        last = joined[-1] if joined else None
        if last is not None and _adds_cents(text, last, q):
            value = _plain(last.value) + _plain(q.value) / 100
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
    return b.unit in ("cent", "penny") or (b.end - b.start == 2 and b.kind == "bare" and bool(closed))


def _stands(text: str, q: Quantity) -> bool:
    """Whether a quantity without a unit is one: not a year, not a lone "two", not a score."""
    if q.kind != "bare":
        return not (q.kind == "count" and names.is_score(text, q.number))
    if q.number.words and not q.number.fraction and q.number.size == 1:
        return bool(_WERE.match(text, q.end)) and q.value != 1
    return q.number.fraction or not names.is_score(text, q.number)


def _finished(text: str, q: Quantity, purse: money.Purse) -> Quantity:
    """With the change that the words around tell, and the money resolved."""
    unit, name = q.unit, q.name
    if q.kind == "money" and unit:
        code, per, rate = unit.partition(" per ")
        meant = purse.resolve(code)
        unit, name = meant + per + rate, money.name(meant) + per + rate
    if q.kind == "bare" and _is_age(text, q):
        unit = name = "year of age"
        older = re.match(r"\s(?:or|and)\s(?P<way>older|younger)\b", text[q.end : q.end + 14])
        change: Change = q.change if older is None else ">" if older["way"] == "older" else "<"
        return replace(q, unit=unit, name=name, kind="age", change=change)
    if q.kind == "bare" and _is_index(text, q):
        unit = name = "point"
    return replace(q, unit=unit, name=name, change=cues.change(text, q.start, q.end, q.number, q.kind, q.counted))


_AGED = re.compile(
    r"\b(?:aged|age|age\sof|ages|aged\sbetween)\s\Z|[A-Z][\w'’.-]+,\s\Z|\b(?:who|he|she|I)\s(?:was|is|turned|turns)\s\Z"
)


def _is_index(text: str, q: Quantity) -> bool:
    """ "The Nikkei rose 0.4 % to 35,378.44": an index stands at points."""
    if not _INDEX_LEVEL.fullmatch(text[q.start : q.end]) or _plain(q.value) < 100:
        return False
    left = re.findall(r"[\w&]+", text[max(q.start - 2 * _CONTEXT, 0) : q.start].lower())
    return not words("labels", "indices").isdisjoint(left)


def _is_age(text: str, q: Quantity) -> bool:
    """ "Baker, 66," and "aged 66"."""
    value = _plain(q.value)
    if not 0 < value < 121 or q.number.step != 1.0 or q.number.words:
        return False
    if re.match(r"\s(?:or|and)\s(?:older|younger)\b", text[q.end : q.end + 14]):
        return True
    left = _AGED.search(text[max(q.start - 30, 0) : q.start])
    return left is not None and (not left[0].endswith(", ") or text[q.end : q.end + 1] == ",")
