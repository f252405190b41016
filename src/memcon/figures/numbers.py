"""Numbers in digits and words: where they stand, what they are worth and how exactly they are printed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.figures.lexicon import alternatives, table

Value = float | tuple[float, float]

# Groups of three, as in English; of two before the last three, as in India; set apart by thin or hard blanks.
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)"
    r"(?:\.\d+)?|\.\d+"
)
_GLYPHS = "½⅓⅔¼¾"
_TRIGGER = re.compile(rf"[A-Za-z]+|\d|[{_GLYPHS}]")
_ARTICLE = re.compile(r"\b[Aa]n?\s\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """Characters `start` to `end` say `value`, printed to the nearest `step` ("48.7bn": 1e8).

    `size` is what a word or letter such as "million" or "bn" multiplies by; `letter` tells that it is a bare "m", which
    may be metres; `words` that it is written without digits; `plural` that it is a word such as "thousands"; `fraction`
    that it is a part of a whole, `ratio` that it is written as "one in five".
    """

    start: int
    end: int
    value: Value
    step: float
    size: float = 1.0
    letter: bool = False
    words: bool = False
    plural: bool = False
    fraction: bool = False
    ratio: bool = False


@functools.cache
def _scales() -> dict[str, float]:
    return {name: float(size) for name, size in table("numbers")["scales"].items()}


@functools.cache
def _fractions() -> dict[str, float]:
    known = {name: float(size) for name, size in table("numbers")["fractions"].items()}
    return known | {f"{name}s": size for name, size in known.items() if name.isalpha()} | {"halves": 0.5}


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    numbers = table("numbers")
    scales = alternatives(_scales())
    small = alternatives(numbers["words"])
    part = alternatives(name for name in _fractions() if name.isalpha())
    vague = alternatives(numbers["vague"])
    short = alternatives(numbers["short"])
    word = rf"(?:{small}|{scales})"
    return {
        "digits": re.compile(_DIGITS),
        "plural": re.compile(rf"(?:tens|dozens|scores|(?:{scales})s)(?:\sof\s(?:{scales})s?){{0,3}}\b", re.IGNORECASE),
        "vague": re.compile(rf"(?P<vague>{vague})(?:\sof)?\s(?={scales})", re.IGNORECASE),
        "words": re.compile(
            rf"{word}(?:(?:\sand\s|-and-|[\s-]){word}){{0,12}}(?:\b|(?=fold\b))(?!['’]s)", re.IGNORECASE
        ),
        "part": re.compile(rf"(?:{part})\b", re.IGNORECASE),
        "scale": re.compile(rf"(?:\s|-)?(?P<scale>{scales})s?\b", re.IGNORECASE),
        "short": re.compile(rf"(?P<scale>{short})(?=$|[^\w]|people\b)|\s(?P<spaced>bn|bln|mn|mln|mil|mio|tn|trn|cr)\b"),
        "half": re.compile(rf"(?:\s|-)and(?:\s|-)(?:a|one)(?:\s|-)(?P<part>{part})\b", re.IGNORECASE),
        "of": re.compile(rf"(?:\s|-)(?P<part>{part})\b", re.IGNORECASE),
        "scaled_part": re.compile(rf"\s(?:of\s)?(?:an?\s)?(?P<scale>{scales})\b", re.IGNORECASE),
        "glyph": re.compile(rf"\s?(?P<glyph>[{_GLYPHS}])|[\s-](?P<top>\d)/(?P<bottom>\d)(?![\d/])"),
        "power": re.compile(r"\s?[×x]\s?10\^?(?P<power>[-−–]?\d{1,2})(?!\d)"),
        "ratio": re.compile(
            rf"\s(?:(?P<out>out\sof)|in)\s(?P<every>every\s)?(?:(?P<digits>\d{{1,3}}(?:,000)?)|(?P<word>{small}|hundred|thousand))"
            r"(?=\s[a-z]|[.,;:)]|\Z)(?![.,]\d)(?!\s(?:hundred|thousand|million|billion|seconds|minutes|hours|days|weeks|months|years)\b)",
            re.IGNORECASE,
        ),
        "slash": re.compile(r"/(?P<bottom>[2-9]|10)(?![\d/])"),
    }


@functools.cache
def _openers() -> frozenset[str]:
    """The words that a number can begin with."""
    known = table("numbers")
    plurals = {f"{scale}s" for scale in _scales()} | {"tens", "scores"}
    parts = {name for name in _fractions() if name.isalpha()}
    return frozenset({*known["words"], *_scales(), *known["vague"], *parts, *plurals})


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text`, in order, none overlapping another."""
    openers = _openers()
    at = 0
    for match in _TRIGGER.finditer(text):
        first = match[0][0]
        opens = first.isdecimal() or first in _GLYPHS or match[0].lower().removesuffix("fold") in openers
        if not opens or match.start() < at:
            continue
        found = _read(text, match.start())
        found = found and (_ratio(text, found) or found)
        if found is not None and found.start >= at:
            at = found.end
            yield found


def _read(text: str, at: int) -> Number | None:
    """The number that begins at character `at`, an article before it and a bare decimal point included."""
    patterns = _patterns()
    if text[at] in _GLYPHS:
        return Number(at, at + 1, _fractions()[text[at]], 0.0, fraction=True)
    if text[at].isdecimal():
        point = at and text[at - 1] == "." and (at == 1 or not text[at - 2].isalnum())
        digits = patterns["digits"].match(text, at - 1 if point else at)
        return _digits(text, digits) if digits else None
    for kind, read in (("plural", _plural), ("vague", _vague), ("words", _words), ("part", _part)):
        match = patterns[kind].match(text, at)
        if match:
            return read(text, match)
    return None


# What leads to "three in 10": "about three in 10", "Nine out of 10"; not "arrested three in 10 raids".
_LEADS_RATIO = re.compile(
    r"(?:^|[.!?:;,(“\"—–]\s?|\b(?:about|around|roughly|nearly|almost|over|than|least|only|just|many|to|some|estimated|of|that|for|by|and|"
    r"from|with|means|affects?|says?|said)\s)\Z",
    re.IGNORECASE,
)
_ROUND = frozenset({3.0, 4.0, 5.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0})


def _ratio(text: str, number: Number) -> Number | None:
    """ "One in five", "nine out of 10" as the part of a whole that it is, or None."""
    if isinstance(number.value, tuple) or number.size > 1 or number.step != 1.0 or not number.value.is_integer():
        return None
    match = _patterns()["ratio"].match(text, number.end)
    if match is None:
        return None
    written = match["digits"] or match["word"].lower()
    whole = float(written.replace(",", "")) if match["digits"] else float(_cardinals()[written])
    led = number.value == 1 or _LEADS_RATIO.search(text[max(number.start - 12, 0) : number.start])
    if not (0 < number.value < whole and (match["every"] or (led and (not match["out"] or whole in _ROUND)))):
        return None
    return Number(number.start, match.end(), number.value / whole, 0.0, words=number.words, fraction=True, ratio=True)


@functools.cache
def _cardinals() -> dict[str, float]:
    return {**_scales(), **{word: float(value) for word, value in table("numbers")["words"].items()}}


def _from_article(text: str, at: int) -> int:
    """Where the article before character `at` begins, or `at` where there is none."""
    article = _ARTICLE.search(text, max(at - 3, 0), at)
    return article.start() if article else at


def _digits(text: str, match: re.Match[str]) -> Number:
    """Digits, then a fraction, a scale in words or letters, or "and a half million"."""
    patterns = _patterns()
    printed = re.sub(r"[^\d.]", "", match[0])
    value, step = float(printed), 10.0 ** -len(printed.partition(".")[2])
    end = match.end()
    mixed = patterns["glyph"].match(text, end)
    if mixed and "." not in printed:
        part = _fractions()[mixed["glyph"]] if mixed["glyph"] else int(mixed["top"]) / max(int(mixed["bottom"]), 1)
        value, step, end = value + part, 0.0, mixed.end()
    slash = patterns["slash"].match(text, end)
    if slash and value < int(slash["bottom"]):
        return Number(match.start(), slash.end(), value / int(slash["bottom"]), 0.0, fraction=True)
    half = patterns["half"].match(text, end)
    if half:
        value, step, end = value + _fractions()[half["part"].lower()], 0.0, half.end()
    power = patterns["power"].match(text, end)
    if power:
        size = 10.0 ** int(power["power"].replace("−", "-").replace("–", "-"))
        return Number(match.start(), power.end(), value * size, step * size)
    size, scaled = _scale(text, end)
    if scaled > end:
        return Number(match.start(), scaled, value * size, step * size, size)
    letters = patterns["short"].match(text, end)
    if letters:
        letter = letters["scale"] or letters["spaced"]
        size = float(table("numbers")["short"][letter])
        return Number(match.start(), letters.end(), value * size, step * size, size, letter=letter == "m")
    return Number(match.start(), end, value, step)


def _scale(text: str, at: int) -> tuple[float, int]:
    """The size of "million" or "hundred thousand" at character `at`, and where it ends; (1, at) where none is."""
    scale = _patterns()["scale"].match(text, at)
    if scale is None:
        return 1.0, at
    size = _scales()[scale["scale"].lower()]
    following = _patterns()["scale"].match(text, scale.end())
    if following and size < 1e6:
        return size * _scales()[following["scale"].lower()], following.end()
    return size, scale.end()


def _plural(text: str, match: re.Match[str]) -> Number | None:
    """ "thousands", "dozens": one to ten of them; "tens of thousands": ten to a hundred."""
    size = 1.0
    for word in re.split(r"\sof\s", match[0].lower()):
        if word == "tens":
            size *= 10
        elif word == "scores":
            size *= 20
        else:
            size *= _scales()[word.removesuffix("s")]
    if size <= 20 and not match[0].lower().startswith("dozen"):
        return None
    return Number(match.start(), match.end(), (size, 10 * size), size, size, words=True, plural=True)


def _vague(text: str, match: re.Match[str]) -> Number | None:
    """ "a few hundred", "several thousand": a range."""
    low, high = table("numbers")["vague"][match["vague"].lower()]
    size, end = _scale(text, match.end())
    value: Value = (low * size, high * size) if low != high else low * size
    return Number(_from_article(text, match.start()), end, value, size, size, words=True)


def _part(text: str, match: re.Match[str]) -> Number | None:
    """ "half a million"; "half of", "a third of": a part of a whole. A third that is an ordinal is none."""
    name = match[0].lower()
    start = _from_article(text, match.start())
    value = _fractions()[name]
    scale = _patterns()["scaled_part"].match(text, match.end())
    if scale and name in ("half", "quarter"):
        size = _scales()[scale["scale"].lower()]
        return Number(start, scale.end(), value * size, 0.0, size, words=True)
    if name != "half" and start == match.start():
        return None
    return Number(start, match.end(), value, 0.0, words=True, fraction=True)


def _words(text: str, match: re.Match[str]) -> Number | None:
    """Cardinals in words, and what may follow them: "and a half million", "-thirds"."""
    patterns = _patterns()
    value, end, scaled = _cardinal(match)
    half = patterns["half"].match(text, end) if not scaled else None
    if half:
        size, end = _scale(text, half.end())
        return Number(match.start(), end, (value + _fractions()[half["part"].lower()]) * size, 0.0, size, words=True)
    part = patterns["of"].match(text, end)
    if part and 1 <= value < 10 and (value == 1) != part["part"].lower().endswith(("s", "ves")):
        whole = value * _fractions()[part["part"].lower()]
        scale = patterns["scaled_part"].match(text, part.end())
        if scale:  # "three quarters of a million"
            size = _scales()[scale["scale"].lower()]
            return Number(match.start(), scale.end(), whole * size, 0.0, size, words=True)
        return Number(match.start(), part.end(), whole, 0.0, words=True, fraction=True)
    start = _from_article(text, match.start()) if match[0].lower().split()[0] in _scales() else match.start()
    return Number(start, end, value, _step(value), _step(value) if scaled else 1.0, words=True)


def _step(value: float) -> float:
    """A cardinal in words is printed to its last word: "three hundred" to the hundred, "twelve" to the unit."""
    for size in (1e12, 1e9, 1e6, 1e5, 1e3, 1e2):
        if value and value % size == 0:
            return size
    return 1.0


def _cardinal(match: re.Match[str]) -> tuple[float, int, bool]:
    """The value of the cardinal that the match begins with, where it ends, and whether a scale stands in it."""
    small, scales = table("numbers")["words"], _scales()
    total = current = 0.0
    previous, joined, scaled, end = "", "", False, match.start()
    position = match.start()
    pieces = re.split(r"(\sand\s|-and-|[\s-])", match[0])
    for i in range(0, len(pieces), 2):
        word = pieces[i].lower()
        joined = pieces[i - 1] if i else ""
        position += len(joined)
        if word in small:
            number = float(small[word])
            if previous and not _continues(previous, number, joined, current):
                break
            current += number
        else:
            size = scales[word]
            scaled = True
            if size == 100 or size == 12:
                current = (current or 1.0) * size
            else:
                if total and size >= _scale_of(total):
                    break
                total += (current or 1.0) * size
                current = 0.0
        previous = word
        position += len(pieces[i])
        end = position
    return total + current, end, scaled


def _scale_of(total: float) -> float:
    return max((size for size in (1e3, 1e6, 1e9, 1e12) if total >= size), default=1.0)


def _continues(previous: str, number: float, joined: str, current: float) -> bool:
    """Whether a small number goes on a cardinal: "twenty-five", "two hundred and five", not "one two"."""
    if previous in _scales():
        return number < 100
    before = float(table("numbers")["words"].get(previous, 0))
    return "and" not in joined and before >= 20 and 0 < number < 10
