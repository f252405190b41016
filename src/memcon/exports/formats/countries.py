"""By what codes other data sets call a country."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166 alpha-3 and alpha-2, FIPS 10-4, the Correlates of War number, and the English name; "" where none."""

    iso3: str
    iso2: str
    fips: str
    cow: str
    name: str


@functools.cache
def _table() -> Mapping[str, Country]:
    text = resources.files("memcon.exports.formats").joinpath("data/countries.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: Country(*row) for row in rows[1:]}


def country(iso3: str | None) -> Country | None:
    """The country of that alpha-3 code; None for PLOVER's international codes and for no code."""
    return _table().get(iso3 or "")
