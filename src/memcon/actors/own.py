"""A reader's own actors, from a table of theirs, which win over the knowledge base."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from memcon.errors import Error
from memcon.facts import ActorKind
from memcon.knowledge import Base, Entry, default_base
from memcon.knowledge.built import with_built
from memcon.sources import day
from memcon.validate import SECTORS, country_codes

COLUMNS = ("name", "kind", "country", "sector", "role", "from", "to", "also", "wikidata")
"""The columns a table may have, by the names in its first line; `name` it must have."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """An entry, and the first and last day on which it holds (ISO dates, empty where it is open)."""

    entry: Entry
    first: str
    last: str

    def holds(self, on: str | None) -> bool:
        return on is None or ((not self.first or self.first <= on) and (not self.last or on <= self.last))


class Own(Base):
    """A knowledge base with a table of the reader's own in front."""

    def __init__(self, rows: dict[str, list[_Dated]], behind: Base) -> None:
        self._rows, self._behind = rows, behind
        self._words: dict[str, int] = {}
        for name in rows:
            first, *rest = name.split()
            self._words[first] = max(self._words.get(first, 0), 1 + len(rest))

    def longest(self, word: str) -> int:
        """Words in the longest name that begins with `word`."""
        return max(self._words.get(word, 0), self._behind.longest(word))

    def entries(self, name: str, day: str | None) -> tuple[Entry, ...]:
        """What `name` may mean on a day: by the reader's own table where it has it, else as the knowledge base says."""
        own = tuple(row.entry for row in self._rows.get(name, ()) if row.holds(day))
        return own or self._behind.entries(name, day)

    def state(self, code: str) -> Entry | None:
        """The state of that code."""
        return self._behind.state(code)

    def holder(self, office: str, body: str | None, day: str | None) -> Entry | None:
        """Who held an office on a day."""
        return self._behind.holder(office, body, day)


def with_own(path: str | Path, behind: Base | None = None) -> Base:
    """The knowledge base `behind` (the shipped one) with the table at `path` in front.

    The table is tab-separated UTF-8; its first line names its columns (`COLUMNS`). `kind` is one of the record's kinds
    of actor, `country` ISO 3166 alpha-3 or a PLOVER international code, `sector` PLOVER's, `from` and `to` the days
    between which a row holds, `also` other names, parted by `|`. Lines that begin with `#` are comments. Raises
    `memcon.Error` naming the line that does not fit.
    """
    rows: dict[str, list[_Dated]] = {}
    for names, row in _rows(Path(path)):
        for name in names:
            rows.setdefault(name, []).append(row)
    return Own(rows, behind or default_base())


def chosen_base(built: str | Path | None, own: str | Path | None) -> Base:
    """The shipped base, with the table `built` by `memcon kb build` beside it and a reader's `own` table in front."""
    base = with_built(built) if built else default_base()
    return with_own(own, base) if own else base


def _rows(path: Path) -> Iterator[tuple[list[str], _Dated]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "is not UTF-8"
        raise Error(f"{path.as_posix()}: {reason}") from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if _counts(line)]
    header = lines[0][1].split("\t") if lines else []
    unknown = [column for column in header if column not in COLUMNS]
    if "name" not in header or unknown:
        found = unknown[0] if unknown else "no name"
        raise Error(f"{path.as_posix()}: the first line must name columns, of {', '.join(COLUMNS)}; it has {found!r}")
    for number, line in lines[1:]:
        fields = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        row = {column: " ".join(value.split()) for column, value in zip(header, fields, strict=False)}
        try:
            yield _row(row, number)
        except Error as error:
            raise Error(f"{path.as_posix()}, line {number}: {error}") from error


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _row(row: dict[str, str], number: int) -> tuple[list[str], _Dated]:
    if not row.get("name"):
        raise Error("no name")
    kind = row.get("kind") or "other"
    if kind not in get_args(ActorKind):
        raise Error(f"{kind!r} is no kind of actor; one of {', '.join(get_args(ActorKind))}")
    country, sector = row.get("country") or None, row.get("sector") or None
    if country is not None and country not in country_codes():
        raise Error(f"{country!r} is no country code, as FRA or EUR")
    if sector is not None and sector not in SECTORS:
        raise Error(f"{sector!r} is no PLOVER sector, as GOV or MIL")
    entry = Entry(
        key=f"own:{number}",
        name=row["name"],
        what="person" if kind == "person" else "org",
        kind=cast(ActorKind, kind),
        country=country,
        sector=sector,
        role=row.get("role") or None,
        wikidata=row.get("wikidata") or None,
    )
    names = [row["name"], *filter(None, (" ".join(name.split()) for name in row.get("also", "").split("|")))]
    first, last = (day(row[column]) if row.get(column) else "" for column in ("from", "to"))
    return names, _Dated(entry, first, last)
