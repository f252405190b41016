"""Which country's dollar, franc, crown or peso a report means."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from memcon.figures.lexicon import currencies, table

_NEAR = 200
"""How far from an amount a country is looked for before the whole report is."""


class Purse:
    """What a report means by "$", "francs" or "crowns". `published` is its day, if known, as an ISO date."""

    def __init__(self, text: str, published: str | None = None) -> None:
        self._text = text
        self._year = int(published[:4]) if published else None
        self._meant: dict[str, str] = {}
        self._full: dict[str, str | None] = {}

    def resolve(self, code: str, at: int) -> str:
        """The ISO code of a group such as "dollar" at character `at`: the money of that name of the country that the
        report is about, where that is told; else the usual one, else the group's own name."""
        if code in currencies() or not code:
            return code
        named = self._named(code)
        if named is not None:
            return named
        near = self._near(code, at) if code not in table("currencies")["group"] else None
        if near is not None:
            return near
        if code not in self._meant:
            self._meant[code] = self._dollar() if code == "dollar" else self._guess(code)
        return self._meant[code]

    def _named(self, group: str) -> str | None:
        """The one of the group that the report names in full ("French francs"), if it names no other of it."""
        if group == "dollar":  # "Canadian dollars" tells nothing of "$"
            return None
        if group not in self._full:
            text = self._text.lower()
            found = [code for code in _family(group) if currencies()[code].singular.lower() in text]
            self._full[group] = found[0] if len(found) == 1 else None
        return self._full[group]

    def _near(self, group: str, at: int) -> str | None:
        """The one whose country is spoken of last before the amount, or first behind it."""
        left, right = self._text[max(at - _NEAR, 0) : at], self._text[at : at + _NEAR]
        codes = [code for code in _family(group) if not self._is_past(code)]
        before = [(m.end(), code) for code in codes for name in _names(code) for m in name.finditer(left)]
        behind = [(m.start(), code) for code in codes for name in _names(code) for m in name.finditer(right)]
        return max(before)[1] if before else min(behind)[1] if behind else None

    def _guess(self, group: str) -> str:
        usual = str(table("currencies")["group"].get(group, ""))
        counts = self._counts(group, self._text)
        best = _most(counts)
        # The usual money of that name stays unless the report speaks far more of another country.
        if best is None or (usual and 2 * counts.get(usual, 0) >= counts[best]):
            return usual or group
        return best

    def _counts(self, group: str, text: str) -> dict[str, int]:
        return {
            code: sum(len(name.findall(text)) for name in _names(code))
            for code in _family(group)
            if not self._is_past(code)
        }

    def _is_past(self, code: str) -> bool:
        """Whether the money had ceased to be when the report was published; undated reports are of today."""
        ended = currencies()[code].ended
        return ended is not None and (self._year is None or self._year > ended)

    def _dollar(self) -> str:
        """The United States', unless the report marks theirs ("US$") and speaks of another dollar country."""
        if not re.search(r"US\s?\$|\$US|U\.S\.\$", self._text) or not re.search(r"(?<![A-Za-z])\$\d", self._text):
            return "USD"
        counts = self._counts("dollar", self._text)
        best = max(_DOLLARS, key=lambda code: (counts[code], code))
        return best if counts[best] else "USD"


_DOLLARS = ("AUD", "CAD", "NZD", "SGD", "HKD")


def _most(counts: Mapping[str, int]) -> str | None:
    """The code counted most, or None where none is or two are."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ordered or not ordered[0][1] or (len(ordered) > 1 and ordered[1][1] == ordered[0][1]):
        return None
    return ordered[0][0]


@functools.cache
def _family(group: str) -> tuple[str, ...]:
    """The codes whose names end in the group's word, or in one that is said for it ("crown": krone, koruna)."""
    endings = tuple(f" {word}" for word in table("currencies")["family"].get(group, group.replace(" ", "_")).split())
    return tuple(code for code, row in currencies().items() if row.singular.lower().endswith(_unscored(endings)))


def _unscored(endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(ending.replace("_", " ") for ending in endings)


@functools.cache
def _names(code: str) -> tuple[re.Pattern[str], ...]:
    """What names the money's country: its names, and the adjective of the money's own name."""
    row = currencies()[code]
    forms = [*row.countries, row.singular.rpartition(" ")[0].removesuffix(" CFA")]
    also = table("currencies")["also"]
    forms += [form for country in row.countries for form in also.get(country, "").split("; ")]
    ambiguous = frozenset({"Central African", "West African"})  # of a region, not of the money's countries alone
    return tuple(
        re.compile(rf"(?<!South )(?<!Equatorial )\b{re.escape(form)}(?!-Bissau)")
        for form in dict.fromkeys(forms)
        if form and form not in ambiguous
    )
