"""What the room knows of numbers, money, units and cues, read from `data/`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Literal, NamedTuple


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of that name."""
    return tomllib.loads(_read(f"{name}.toml"))


def _read(name: str) -> str:
    return resources.files("memcon.figures").joinpath("data", name).read_text("utf-8")


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """The blank-separated words of list `key` in table `name`."""
    return frozenset(table(name)[key]["words"].split())


@functools.cache
def units(key: Literal["symbols", "words"]) -> Mapping[str, str]:
    """Form -> name of the unit, of pint's units (physical.toml) and the hand-kept ones (units.toml), which win."""
    named = [(name, row[key]) for name, row in table("physical").items()] + list(table("units")[key].items())
    return {form.replace("_", " "): name for name, forms in named for form in forms.split()}


@functools.cache
def unit_names() -> frozenset[str]:
    """The name of every unit of measure."""
    return frozenset((*table("physical"), *table("units")["words"], *table("units")["symbols"]))


@functools.cache
def extents() -> frozenset[str]:
    """The units in which no amount of something is stated: years, kilometres, degrees."""
    return frozenset(unit.replace("_", " ") for unit in table("units")["extents"]["units"].split())


def same_dimension(unit: str | None, other: str | None) -> bool:
    """Whether two units of measure, or what is per hour or day of each, can measure the same thing.

    Barrels and tonnes cannot. A unit of which no dimension is known may.
    """
    (first, rated), (second, also) = _dimension(unit), _dimension(other)
    return first is None or second is None or rated != also or first == second


def _dimension(unit: str | None) -> tuple[str | None, bool]:
    """The dimension of a unit, or of what stands before "per", and whether the latter."""
    whole = table("physical").get(unit or "")
    if whole is not None:
        return str(whole["dimension"]), False
    head, per, _ = (unit or "").partition(" per ")
    row = table("physical").get(head)
    return (None if row is None else str(row["dimension"])), bool(per)


class Currency(NamedTuple):
    """A row of currencies.tsv; `ended` is the year in which the currency ceased to be legal tender, if it did."""

    singular: str
    plural: str
    countries: tuple[str, ...]
    ended: int | None


@functools.cache
def currencies() -> Mapping[str, Currency]:
    """ISO 4217 code -> its names and where it is legal tender."""
    rows: dict[str, Currency] = {}
    for line in _read("currencies.tsv").splitlines():
        if line.startswith("#"):
            continue
        code, singular, plural, countries, ended = line.split("\t")
        if "(" in singular:  # "(2000-2016)": a former currency of the same name
            continue
        rows[code] = Currency(singular, plural, tuple(countries.split("|")), int(ended) if ended else None)
    return rows


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of `forms`, the longest first; blanks fit any single white space."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    grouped: dict[str, list[str]] = {}
    for form in ordered:
        grouped.setdefault(form[0].lower(), []).append(re.escape(form).replace(r"\ ", r"\s"))
    # A look at the first character spares trying hundreds of forms at every word.
    return "|".join(
        f"(?=[{re.escape(first + first.upper())}])(?:{'|'.join(group)})" if len(first.upper()) == 1 else "|".join(group)
        for first, group in grouped.items()
    )
