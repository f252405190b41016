"""Who is meant by what a person types: a country by code or name, an organisation, a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.errors import Error
from memcon.knowledge import Base, Entry
from memcon.validate import INTERNATIONAL, country_codes

INTERNATIONAL_NAMES: Mapping[str, str] = {
    "EUR": "European Union",
    "UNO": "United Nations",
    "IGO": "Intergovernmental organisations",
    "NGO": "Non-governmental organisations",
    "MNC": "Multinational corporations",
    "ISM": "International social movements",
    "IMG": "International militarized groups",
}
"""PLOVER's codes of what is no country."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a pair: all actors of a country (`country`), or those of one name (`name`, folded)."""

    label: str
    country: str | None = None
    name: str | None = None

    @property
    def short(self) -> str:
        """The code where there is one, else the label."""
        return self.country or self.label


def party(given: str, base: Base) -> Party:
    """Whom `given` names: a code (`KAZ`, `EUR`), a country's name or adjective, else an actor of that name.

    Raises `memcon.Error` where it is empty or may be several countries.
    """
    text = " ".join(given.split())
    if not text:
        raise Error("a party is empty; give a code, as KAZ, or a name")
    code = text.upper()
    if len(text) == 3 and code in country_codes():
        return Party(label(code, base), country=code)
    meanings = base.entries(text, None) or base.entries(text.title(), None) or base.entries(code, None)
    codes = {entry.country: entry for entry in meanings if _stands_for_its_code(entry)}
    if len(codes) > 1:
        several = " or ".join(f"{entry.name} ({entry.country})" for entry in codes.values())
        raise Error(f"{text!r} may be {several}; give the code")
    for entry in codes.values():
        if entry.country:
            return Party(label(entry.country, base), country=entry.country)
    name = meanings[0].name if meanings else text
    return Party(name, name=name.casefold())


def label(code: str, base: Base) -> str:
    """The English name of a country or international code."""
    state = base.state(code)
    return state.name if state else INTERNATIONAL_NAMES.get(code, code)


def _stands_for_its_code(entry: Entry) -> bool:
    if entry.country in INTERNATIONAL:
        return entry.name == INTERNATIONAL_NAMES[entry.country]
    return entry.country is not None and not entry.person
