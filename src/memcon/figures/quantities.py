"""Quantities: numbers with their units and the words that qualify them; ranges, and units shared along a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from memcon.facts import Time
from memcon.figures import bare, cues, joining, money, names, nouns, units
from memcon.figures.masks import Masks
from memcon.figures.numbers import Number, Value, numbers
from memcon.figures.purse import Purse
from memcon.figures.quantity import Quantity, plain
from memcon.language import Analysed

# What stands between a number and the noun it counts: "200 or more homes", "100-odd ships", "thousands of people".
_BEFORE_NOUN = re.compile(r"(?:\+|-?\s?plus|-odd|\s(?:or|and)\s(?:more|so|fewer|less|over))(?=\s)|\s(?P<of>of)(?=\s)")
_CONTEXT = 60


def quantities(
    text: str, analysed: Analysed | None = None, times: Sequence[Time] = (), published: str | None = None
) -> list[Quantity]:
    """The quantities of `text`, in order. Without `analysed`, nouns are told by the look of words.

    `published`, an ISO date, tells which moneys there were.
    """
    masks: Masks | None = None
    purse = Purse(text, published)
    found: list[Quantity] = []
    for number in numbers(text):
        masks = masks or Masks(text, times)
        within = bool(found) and number.start < found[-1].end  # the "million" of "75 USD million"
        if not within and not masks.cover(number.start, number.end):
            quantity = _quantity(text, number, analysed)
            if quantity is not None:
                found.append(quantity)
    found = joining.together(text, found, analysed)
    return joining.moving_alike(text, [_finished(text, q, purse) for q in found if bare.stands(text, q)])


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
    if number.fraction and number.words:
        return _share(text, number, start, value)
    behind = units.unit_behind(text, number.end, digits=not number.words)
    priced = None if behind else money.behind(text, number.end, number.size > 1000)
    if number.letter and behind is None and priced is None and units.is_metres(text, number.start, number.end):
        number = replace(number, value=plain(number.value) / number.size, step=number.step / number.size, size=1.0)
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
    minor = _minor(text, number.end)
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


def _minor(text: str, at: int) -> units.Unit | None:
    match = re.match(r"[\s-]?(?P<word>[a-z]+|p|¢|c)(?!\w|\.\w)", text[at : at + 12])
    if match is None:
        return None
    word = match["word"]
    singular = {"p": "penny", "¢": "cent", "c": None}.get(word, money.minor(word))
    if singular is None:
        return None
    return units.with_rate(text, units.Unit(at + match.end(), singular, singular, "money"))


def _share(text: str, number: Number, start: int, value: Value) -> Quantity | None:
    """A part of a whole, where the words say so: "half of", "two-thirds majority", "by a third"."""
    following = re.match(r"[\s-](?P<word>[\w'’]+)", text[number.end : number.end + 30])
    word = following["word"].lower() if following else ""
    measured = _measured_part(text, number, word)
    if measured is not None:
        return Quantity(start, measured.end, value, measured.unit, measured.name, measured.kind, number)
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
    if number.ratio or word in wholes or cues.before(left) != "=" or left.endswith(" by "):
        return Quantity(start, number.end, value, None, None, "bare", number)
    return None


_OF_A = re.compile(r"\s(?:of\s)?(?:an?|one)(?=[\s-])")
_POINT = re.compile(r"[\s-]points?\b(?!\sof\b)")


def _measured_part(text: str, number: Number, word: str) -> units.Unit | None:
    """The unit of "half a mile", "a tenth of a point", "quarter point"; a "fifth month" is none."""
    of_a = _OF_A.match(text, number.end)
    if of_a is None and (word == "day" or number.value not in (0.25, 0.5, 0.75) or number.ratio):
        return None
    at = of_a.end() if of_a else number.end
    point = _POINT.match(text, at)
    if point:
        return units.Unit(point.end(), "point", "point", "count")
    measured = _minor(text, at) or units.unit_behind(text, at, digits=of_a is None)
    return measured if measured is not None and measured.kind != "age" else None


def _sign(text: str, at: int) -> str:
    """The sign attached to what begins at `at`: "-", "+" behind a blank or bracket, or "minus"."""
    match = re.search(r"(?:(?<=[\s(\[:])|^)(?:[-−+]|(?<!\bor\s)[Mm]inus[\s-]|[Pp]lus-)\Z", text[max(at - 12, 0) : at])
    return match[0] if match else ""


def _signed(value: Value, sign: str) -> Value:
    if not sign or sign[0] in "+pP":
        return value
    return (-value[0], -value[1]) if isinstance(value, tuple) else -value


def _finished(text: str, q: Quantity, purse: Purse) -> Quantity:
    """With the change that the words around tell, and the money resolved."""
    unit, name = q.unit, q.name
    if q.kind == "money" and unit:
        code, per, rate = unit.partition(" per ")
        meant = purse.resolve(code, q.start)
        unit, name = meant + per + rate, money.name(meant) + per + rate
    if q.kind == "bare" and bare.is_age(text, q):
        unit = name = "year of age"
        return replace(q, unit=unit, name=name, kind="age", change=bare.age_bound(text, q))
    if q.kind == "bare" and bare.is_index(text, q):
        unit = name = "point"
    if name and q.kind == "measure":
        name = name.replace("tonne", "metric ton")
    kind = "percent" if unit == "fold" or (unit is None and q.number.fraction) else q.kind
    change = cues.change(text, q.start, q.end, q.number, kind, q.counted)
    return replace(q, unit=unit, name=name, change=change)
