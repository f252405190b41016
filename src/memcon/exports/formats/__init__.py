"""Records in the formats of other people's tools: `FORMATS` names them, `write` writes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from memcon.errors import Error
from memcon.exports.formats import cameo, ftm, gdelt, icews, jsonld, plover, polecat
from memcon.facts import Record

__all__ = ["FORMATS", "Format", "find", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is, how its files end, and the pieces of text that records become."""

    name: str
    what: str
    suffix: str
    lines: Callable[[Iterable[Record]], Iterator[str]]


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("plover", "PLOVER events as JSON Lines, in the fields of NGEC", ".jsonl", plover.lines),
        Format("polecat", "POLECAT's 40 columns, tab-separated", ".tsv", polecat.lines),
        Format("icews", "ICEWS's 20 columns, tab-separated", ".tsv", icews.lines),
        Format("gdelt", "GDELT 2.0's 61 columns, tab-separated, without a header", ".tsv", gdelt.lines),
        Format("cameo", "CAMEO-coded events as CSV", ".csv", cameo.lines),
        Format("jsonld", "JSON-LD in schema.org and PROV", ".jsonld", jsonld.lines),
        Format("ftm", "FollowTheMoney entities as JSON Lines", ".jsonl", ftm.lines),
    )
}


def find(name: str) -> Format:
    """The format of that name. Raises `memcon.Error` naming those there are."""
    if name not in FORMATS:
        raise Error(f"{name!r} is no export format; there are {', '.join(FORMATS)}, and of a record parquet and tables")
    return FORMATS[name]


def write(name: str, records: Iterable[Record], out: TextIO) -> None:
    """Write `records` to `out` in the format of that name, as they come."""
    out.writelines(find(name).lines(records))
