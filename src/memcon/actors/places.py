"""Places: cities and provinces with country and coordinates, from GeoNames.

`data/places.tsv` (made by `training/places/make.py`) is sorted by its first column, so that a name is found by
bisection in the bytes of the file: nothing is built at load.
"""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Literal

Kind = Literal["capital", "city", "province"]

_MUCH_LARGER = 4
"""How many times larger a city must be than its namesakes elsewhere to be meant without further word."""
_LARGE = 50_000
"""How many people a town must have to be meant where nothing else in the report speaks for its country."""
_NAMED_AFTER_ALL = "USA"
"""Where so many towns bear surnames and common words that a small one is meant only where its state is named."""
_HYPHENS = str.maketrans({"-": " ", "'": "", "’": "", "‘": "", "`": "", "ʻ": "", "ʼ": "", ".": ""})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of GeoNames: country as ISO 3166 alpha-3, degrees, inhabitants, GeoNames id (None where not known)."""

    name: str
    country: str
    lat: float
    lon: float
    geonames: int | None
    people: int
    kind: Kind
    other_name: bool


def fold(name: str) -> str:
    """`name` without accents, apostrophes, hyphens and capitals: the key that places are found under."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.translate(_HYPHENS).lower()


class _Lines(Sequence[bytes]):
    """The start of the line after each byte offset, as a sequence to bisect by the line's first column."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)

    def start(self, offset: int) -> int:
        return self.data.rfind(b"\n", 0, offset) + 1

    def __getitem__(self, offset: int) -> bytes:  # type: ignore[override]
        begin = self.start(offset)
        return self.data[begin : self.data.find(b"\t", begin)]


@functools.cache
def _lines() -> _Lines:
    return _Lines(resources.files("memcon.actors").joinpath("data/places.tsv").read_bytes())


@functools.lru_cache(maxsize=4096)
def spots(name: str) -> tuple[Spot, ...]:
    """The places called `name`, the largest first; nothing where there are none."""
    lines, key = _lines(), fold(name).encode()
    begin = lines.start(bisect_left(lines, key))
    if begin < len(lines) and lines[begin] < key:
        begin = lines.data.find(b"\n", begin) + 1
    found = []
    while lines.data.startswith(key + b"\t", begin):
        end = lines.data.find(b"\n", begin)
        found.append(_spot(lines.data[begin:end].decode()))
        begin = end + 1
    return tuple(sorted(found, key=lambda spot: (spot.other_name, -spot.people, spot.geonames or 0)))


def _spot(line: str) -> Spot:
    key, name, other, country, lat, lon, geonames, people, kind = line.split("\t")
    return Spot(
        name or key.title(),
        country,
        float(lat),
        float(lon),
        int(geonames) if geonames else None,
        int(people or 0),
        kind or "city",  # type: ignore[arg-type]
        bool(other),
    )


def _large_province(found: Sequence[Spot], country: str) -> Spot | None:
    """The state or province of another country that bears a small town's name, where GeoNames numbers it: "Florida"."""
    numbered = (s for s in found if s.kind == "province" and s.geonames and s.country != country)
    return next((s for s in numbered if not s.other_name), None)


def choose(found: Sequence[Spot], countries: Sequence[str] = (), within: str | None = None) -> Spot | None:
    """Which of `found` is meant in a report about `countries`: one in them, or the one far larger than the others.

    `within` is the country of the state or province named just behind it. None where that does not settle it.
    """
    if within is not None:
        return next((spot for spot in found if spot.country == within), None)
    if not found:
        return None
    for country in countries:
        near = [s for s in found if s.country == country]
        if country == _NAMED_AFTER_ALL:
            near = [s for s in near if s.kind != "city" or s.people >= 2 * _LARGE]
        if near:
            small = near[0].kind == "city" and near[0].people < _LARGE
            return (_large_province(found, country) if small else None) or near[0]
    named = [spot for spot in found if not spot.other_name] or list(found)
    named.sort(key=lambda spot: (spot.kind != "capital", -spot.people))
    first, *others = named
    abroad = [spot.people for spot in others if spot.country != first.country]
    alone = not abroad or first.people >= _MUCH_LARGER * max(*abroad, 1)
    if first.kind == "capital" or (alone and (first.kind == "province" or first.people >= _LARGE)):
        return first
    return None
