"""Money: signs, codes and nouns before and behind a number."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from memcon.figures.lexicon import alternatives, currencies, table, words

_LONGEST_PREFIX = 8


@dataclass(frozen=True, slots=True)
class Money:
    """Characters `start` to `end` name the money `code` (ISO 4217, a group such as "dollar", or "" for none yet)."""

    start: int
    end: int
    code: str
    size: float = 1.0
    """What it multiplies the number by, as in "30 MUSD"."""


_SCALE = re.compile(r"\s(?P<scale>million|billion)\b")


def _upper_codes() -> list[str]:
    """The codes but those that are words in capitals ("ALL", "TOP")."""
    return [code for code in currencies() if code not in words("currencies", "shouted")]


@functools.cache
def _nouns() -> Mapping[str, str]:
    """Noun of money, lower case -> ISO code or group. A last word shared by several currencies names a group."""
    last: dict[str, set[str]] = {}
    nouns: dict[str, str] = {}
    for code, (singular, plural, *_) in currencies().items():
        for name in (singular, plural):
            last.setdefault(name.split()[-1].lower(), set()).add(code)
            if " " in name:
                nouns[name.lower()] = code
                crown = re.sub(r"(?:krone|krona|koruna|króna|kroner|kronor|korunas|krónur)\Z", "crown", name.lower())
                if crown != name.lower():
                    nouns[crown] = nouns[f"{crown}s"] = code
                nouns[name.lower().replace("ruble", "rouble")] = code
    for word, codes in last.items():
        nouns[word] = next(iter(codes)) if len(codes) == 1 else _group(word)
    nouns |= table("currencies")["nouns"]
    for first in ("us", "u.s.", "american"):
        nouns[f"{first} dollar"] = nouns[f"{first} dollars"] = "USD"
    nouns["pounds sterling"] = nouns["pound sterling"] = "GBP"
    return nouns


def _group(word: str) -> str:
    groups = table("currencies")["group"]
    return word if word in groups else word.removesuffix("s")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = table("currencies")
    codes = currencies().keys()
    dollars = [
        f"{code}$" for code, (singular, *_) in currencies().items() if "dollar" in singular or "peso" in singular
    ]
    low = [code.lower() for code in words("currencies", "lower")]
    before = alternatives(
        [*known["before"], *known["signs"], *_upper_codes(), *dollars, *map(str.lower, dollars), *low]
    )
    attached = alternatives([*known["before"], *known["signs"], *dollars, *map(str.lower, dollars)])
    millions = [f"M{code}" for code in codes]
    behind = alternatives([*known["signs"], *known["behind"], *codes, *low, *millions])
    return (
        re.compile(rf"(?<![A-Za-z])(?P<form>{before})\s?\Z"),
        re.compile(rf"(?<![A-Za-z])(?P<form>{attached})\Z"),
        re.compile(rf"[\s-]?(?P<form>{behind})(?![\w$])"),
        re.compile(rf"(?:\s|-|\sof\s)(?P<form>{alternatives(_nouns())})\b", re.IGNORECASE),
    )


def before(text: str, at: int) -> Money | None:
    """The money named straight before the number at character `at`, as in "US$5" and "KZT 5"."""
    spaced, attached, _, _ = _patterns()
    first = max(at - _LONGEST_PREFIX, 0)
    match = attached.search(text, first, at) or spaced.search(text, first, at)
    if match is None or (match["form"] == "R" and match.end("form") < at):
        return None
    known = table("currencies")
    form = match["form"]
    code = known["before"].get(form) or known["signs"].get(form) or form.rstrip("$").upper()
    return Money(match.start(), at, code)


def behind(text: str, at: int, scaled: bool) -> Money | None:
    """The money named behind the number that ends at `at`: "euros", "EUR", "US dollars". `scaled` tells that it is
    millions or the like, for words that are otherwise not money."""
    _, _, codes, nouns = _patterns()
    match = codes.match(text, at)
    known = table("currencies")
    if match:
        form = match["form"]
        code = known["signs"].get(form) or known["behind"].get(form, form.upper())
        if len(code) == 4:  # "30 MUSD"
            return Money(match.start(), match.end(), code[1:], 1e6)
        following = _SCALE.match(text, match.end())
        if following and not scaled:  # "75 USD million"
            return Money(match.start(), following.end(), code, {"million": 1e6, "billion": 1e9}[following["scale"]])
        # "5 US soldiers": the country, unless a sign stood before the number.
        return Money(match.start(), match.end(), code)
    match = nouns.match(text, at)
    if match is None:
        return None
    form = " ".join(match["form"].lower().split())
    if form in words("currencies", "common") and not scaled and form not in ("pound", "pounds"):
        return None
    return Money(match.start(), match.end(), _nouns()[form])


def minor(word: str) -> str | None:
    """The singular of a hundredth of money, as "cents", or None."""
    found: str | None = table("currencies")["minor"].get(word.lower())
    return found


def name(code: str) -> str:
    """The singular English name of the money `code`."""
    names = table("currencies")["names"]
    if code in names:
        return str(names[code])
    return currencies()[code][0] if code in currencies() else code
