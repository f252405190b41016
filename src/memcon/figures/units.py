"""Units behind a number: per cent, measures that pint's registry knows, ages, and rates ("per year", "a barrel")."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.figures.lexicon import alternatives, table, unit_names, units, words

Kind = Literal["money", "percent", "measure", "age", "count", "bare"]


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that ends at character `end`: `unit` and `name` as `memcon.facts.Figure` has them."""

    end: int
    unit: str | None
    name: str | None
    kind: Kind


_PERCENT = re.compile(
    r"[\s-]?(?:%(?P<signpoints>[\s-]points?\b)?|(?:per[\s-]?cent(?:age)?|pct\b|percent)(?P<points>[\s-]points?\b)?)(?!\w)"
    r"|[\s-](?:percentage[\s-]points?|pps?|ppts?)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"[\s-]*(?P<unit>year|yr|month|week|day)s?(?:[\s-]+old?s?\b(?!er)|[\s-]olds?\b|\sof\sage\b)|\s?y[/.]?o\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"(?:\s|-|/)?(?:(?P<per>(?:per|each|every)(?=[\s-])|/)(?:\s|-)?|(?:\s-\s|\s|-)(?P<article>an?)(?:\s-\s|\s|-))"
    r"(?P<noun>(?:square\s|cubic\s|sq\s|million\sbritish\sthermal\s)?[A-Za-z]+(?P<power>[23²³])?)",
    re.IGNORECASE,
)
_PER_ARTICLE = frozenset(
    """year month week day hour minute second season night barrel share gallon ton tonne ounce litre liter kilo kilogram
    pound head person piece acre hectare mile kilometre kilometer vote seat pop unit ticket dozen bushel game quarter
    decade mmbtu megawatt bottle household child student""".split()
)
_OF_PER = re.compile(
    r"\sof\s(?:[a-z-]+\s){1,3}?(?:an?|per|each|every)\s(?P<noun>second|minute|hour|day|week|month|quarter|year)\b"
    r"(?!\s(?:earlier|ago|later|before|after|on|old)\b)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"\s?(?P<top>[A-Za-zμµ°]{1,4})(?P<power>[23²³])?(?=/[A-Za-zμµ])")
_SYMBOL_PER = re.compile(r"/(?P<noun>[A-Za-z]+(?P<power>[23²³])?)(?![\w/])")
_TIMES = re.compile(r"\stimes\b(?!\s(?:for|in|when|and)\b)", re.IGNORECASE)
_RAN = re.compile(
    r"\b(?:ran|runs?|running|swam|swims?|swum|sprinted|cleared|jumped|leapt|threw|measur\w+)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_METRES = re.compile(
    r"\s(?:tall|high|wide|long|deep|away|from|above|below|race|sprint|freestyle|thick|underground|pool)\b"
)
_NEIGHBOURHOOD = 60


def _symbols() -> Mapping[str, str]:
    return units("symbols")


@functools.cache
def _words() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for form, name in units("words").items():
        known |= dict.fromkeys(_inflected(form.replace("-", " ")), name)
    return known


def _inflected(form: str) -> list[str]:
    head, blank, tail = (
        form.partition(" ") if form.startswith(("degree ", "mile ", "kilometre ", "kilometer ")) else (form, "", "")
    )
    irregular = {"foot": "feet", "inch": "inches", "century": "centuries", "square foot": "square feet",
                 "cubic foot": "cubic feet", "hertz": "hertz", "celsius": "celsius"}  # fmt: skip
    plural = irregular.get(head, f"{head}s")
    return [head + blank + tail, plural + blank + tail]


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    symbols = alternatives(_symbols()).replace(r"\s", r"\s?")
    forms = alternatives(_words()).replace(r"\s", r"[-\s]")
    return (
        re.compile(rf"(?P<gap>\s|-)?(?P<form>{symbols})(?![\w°$])"),
        re.compile(rf"[\s-]*(?P<form>{forms})\b(?!['’]\w)", re.IGNORECASE),
    )


def unit_behind(text: str, at: int, digits: bool) -> Unit | None:
    """The unit straight behind a number that ends at character `at`, with what it is per; None where there is none."""
    found = _percent(text, at) or _age(text, at) or _measure(text, at, digits)
    return found if found is None or found.kind == "age" else with_rate(text, found)


def _percent(text: str, at: int) -> Unit | None:
    match = _PERCENT.match(text, at)
    if match is None:
        return None
    plain = "%" in match[0] or (match[0].lower().lstrip(" -").startswith(("pe", "pct")) and not match["points"])
    points = (
        match["points"] or match["signpoints"] or not plain or re.match(r"[\s-]percentage[\s-]point", match[0], re.I)
    )
    unit = "percentage point" if points else "percent"
    return Unit(match.end(), unit, "percentage" if unit == "percent" else unit, "percent")


def _age(text: str, at: int) -> Unit | None:
    match = _AGE.match(text, at)
    if match is None:
        return None
    span = (match["unit"] or "year").lower().replace("yr", "year")
    return Unit(match.end(), f"{span} of age", f"{span} of age", "age")


def _measure(text: str, at: int, digits: bool) -> Unit | None:
    symbols, forms = _patterns()
    match = symbols.match(text, at) if digits else None
    if match and _is_symbol(text, match):
        return Unit(match.end(), _symbols()[match["form"].replace("\u00a0", " ")], _symbols()[match["form"]], "measure")
    compound = _COMPOUND.match(text, at) if digits else None
    if compound and (compound["top"] in table("units")["compound"] or compound["top"] in _symbols()):
        name = _per_name(compound["top"], compound["power"])
        return Unit(compound.end(), name, name, "measure")
    match = forms.match(text, at)
    if match is None:
        return None
    name = _words()[" ".join(match["form"].lower().replace("-", " ").split())]
    return Unit(match.end(), name, name, "measure")


def _is_symbol(text: str, match: re.Match[str]) -> bool:
    """Single letters behind a blank are too often something else: "15 C", yes at a temperature, "5 a"."""
    form = match["form"]
    if not match["gap"] or len(form) > 1 or form in "°℃℉":
        return True
    if form in "CF":
        return bool(
            re.search(
                r"temperat|melting|heat|boil|degree|warm|cold|freez|weather",
                text[max(match.start() - 80, 0) : match.end() + 60],
            )
        )
    return form in "mgtWVh" and match["gap"] == " " and not re.match(r"[.]\w", text[match.end() : match.end() + 2])


def is_metres(text: str, start: int, end: int) -> bool:
    """Whether the "m" at these characters stands for metres by the word before or behind it."""
    return bool(_METRES.match(text, end) or _RAN.search(text[max(start - 14, 0) : start]))


def is_mass(text: str, start: int, end: int) -> bool:
    """Whether "pounds" at these characters are a mass: something heavy is spoken of nearby."""
    if re.match(r"\sof\s", text[end : end + 4]):
        return True
    around = text[max(start - _NEIGHBOURHOOD, 0) : end + _NEIGHBOURHOOD].lower()
    return not words("units", "mass").isdisjoint(re.findall(r"[a-z]+", around))


def with_rate(text: str, unit: Unit) -> Unit:
    """`unit` with "per year" and the like where that is written behind it, or behind what is measured: "5 tonnes of
    wheat a year", where the unit ends before that."""
    rated = _rated(text, unit)
    if rated is not unit:
        return _rated(text, rated, again=True)
    behind = _OF_PER.match(text, unit.end) if unit.kind == "measure" and unit.unit in unit_names() else None
    if behind is None:
        return unit
    return Unit(unit.end, f"{unit.unit} per {behind['noun']}", f"{unit.name} per {behind['noun']}", unit.kind)


def _rated(text: str, unit: Unit, again: bool = False) -> Unit:
    match = _SYMBOL_PER.match(text, unit.end) or _PER.match(text, unit.end)
    if match is None or unit.unit is None:
        return unit
    noun = match["noun"]
    article = match.re is _PER and match["article"]
    if again and not (match.re is _PER and match["per"] == "per"):
        return unit
    bare = singular(noun.lower())
    if article and (
        bare not in _PER_ARTICLE
        or re.match(r"\s(?:earlier|ago|later|before|after|on|old)\b", text[match.end() : match.end() + 9])
    ):
        return unit
    if match.re is _PER and not article and bare in ("cent", "capita", "head", "se", "other"):
        return unit
    named = _per_name(noun, match["power"])
    return Unit(match.end(), f"{unit.unit} per {named}", f"{unit.name} per {named}", unit.kind)


def _per_name(noun: str, power: str | None) -> str:
    symbols: dict[str, str] = {**_symbols(), **table("units")["compound"]}
    if noun in symbols and not power:
        return symbols[noun]
    if power:
        bare = noun.rstrip("23²³")
        return f"{'square' if power in '2²' else 'cubic'} {symbols.get(bare, bare)}"
    plain = " ".join(noun.lower().split())
    return {"annum": "year", "yr": "year", "liter": "litre", "sq foot": "square foot"}.get(
        plain, _words().get(plain, singular(plain))
    )


def times_behind(text: str, at: int) -> Unit | None:
    """ "three times" as a count, with its rate ("times a minute")."""
    match = _TIMES.match(text, at)
    return with_rate(text, Unit(match.end(), "count", "count", "count")) if match else None


@functools.cache
def _irregular() -> Mapping[str, str]:
    known: dict[str, str] = table("units")["plurals"]
    return known


def singular(word: str) -> str:
    """The singular of an English noun by the regular endings and a few irregular ones."""
    low = word.lower()
    if low in _irregular():
        return _irregular()[low]
    if word.endswith("s") and word[:-1].isupper() and len(word) > 2:  # "GPUs"
        return word[:-1]
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if low.endswith("is") and word[:1].isupper() and len(word) > 5:  # "Israelis"
        return word[:-1]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 2:
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether the word looks like a plural noun."""
    return word.lower() in _irregular() or singular(word) != word


def is_measure(unit: str) -> bool:
    """Whether `unit` is a unit of measure, or one per another."""
    return unit.partition(" per ")[0] in unit_names()
