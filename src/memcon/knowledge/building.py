"""Building a table of people in office from a Wikidata JSON dump: one pass, in a stream, that can be taken up again.

A dump is one array with an entity on each line, mostly compressed. What is wanted of each entity is put into a few
files in a folder beside the result (OUT.part), and every so often the number of lines done and the sizes of those files
are written down; a run that was cut off goes on from there. At the end people, positions and states are joined.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from memcon.errors import Error
from memcon.knowledge import built, wikidata
from memcon.knowledge.base import default_base
from memcon.knowledge.positions import body_names, office_of

SORTS = ("person", "position", "state", "label")
EVERY = 20_000
"""Lines between two checkpoints."""


@dataclass(slots=True)
class _Parts:
    """The files of facts found so far."""

    folder: Path
    files: dict[str, IO[bytes]]
    lines: int = 0

    def save(self) -> None:
        """Write down how far the run is."""
        for file in self.files.values():
            file.flush()
        state = {"lines": self.lines, "sizes": {sort: file.tell() for sort, file in self.files.items()}}
        new = self.folder / "progress.new"
        new.write_text(json.dumps(state), "utf-8")
        new.replace(self.folder / "progress.json")


def build(dump: Path, out: Path, seen: str, report: Callable[[int, int], None] = lambda done, whole: None) -> int:
    """Write the table of the people in office in `dump` (JSON, also gzipped or bzip2ed) to `out`; gives its rows.

    `seen` is the day of the dump (ISO date), to which terms without end are known to last. `report` is told how many
    bytes of the file are read, and how many it has. Raises `memcon.Error` where the file is no such dump.
    """
    parts = _open_parts(out.with_name(out.name + ".part"), dump)
    try:
        _collect(dump, parts, report)
    finally:
        for file in parts.files.values():
            file.close()
    with out.open("w", encoding="utf-8", newline="\n") as table:
        count = built.write(table, _join(parts.folder, seen))
    shutil.rmtree(parts.folder)
    return count


def _open_parts(folder: Path, dump: Path) -> _Parts:
    """The files of facts, as the last checkpoint left them, or new ones."""
    folder.mkdir(parents=True, exist_ok=True)
    of = folder / "dump.json"
    this = {"name": dump.name, "size": dump.stat().st_size}
    progress = folder / "progress.json"
    state: dict[str, Any] = {"lines": 0, "sizes": {}}
    if progress.exists() and of.exists() and json.loads(of.read_text("utf-8")) == this:
        state = json.loads(progress.read_text("utf-8"))
    of.write_text(json.dumps(this), "utf-8")
    files: dict[str, IO[bytes]] = {}
    for sort in SORTS:
        path = folder / f"{sort}.jsonl"
        path.touch()
        file = path.open("r+b")
        file.truncate(state["sizes"].get(sort, 0))
        file.seek(0, io.SEEK_END)
        files[sort] = file
    return _Parts(folder, files, state["lines"])


def _collect(dump: Path, parts: _Parts, report: Callable[[int, int], None]) -> None:
    whole, done = dump.stat().st_size, parts.lines
    wanted = body_names()
    with dump.open("rb") as raw, _decompressed(dump, raw) as lines:
        number = 0
        try:
            for number, line in enumerate(lines, start=1):
                if number > done:
                    for sort, fact in _facts(line, dump, number):
                        if sort != "label" or fact["name"] in wanted:
                            parts.files[sort].write(json.dumps(fact, ensure_ascii=False).encode() + b"\n")
                    parts.lines = number
                if number % EVERY == 0:
                    parts.save()
                    report(raw.tell(), whole)
        except (OSError, EOFError) as error:
            raise Error(f"{dump.as_posix()}: cannot be unpacked behind line {number}: {error}") from error
    parts.save()
    report(whole, whole)


def _decompressed(dump: Path, raw: IO[bytes]) -> gzip.GzipFile | bz2.BZ2File | io.BufferedReader:
    if dump.suffix == ".gz":
        return gzip.open(raw, "rb")
    if dump.suffix == ".bz2":
        return bz2.open(raw, "rb")
    return io.BufferedReader(io.FileIO(raw.fileno(), closefd=False))


def _facts(line: bytes, dump: Path, number: int) -> Iterator[tuple[str, wikidata.Fact]]:
    text = line.strip().rstrip(b",")
    if text in (b"[", b"]", b""):
        return
    try:
        entity = json.loads(text)
    except ValueError as error:
        raise Error(f"{dump.as_posix()}, line {number}: no entity of a Wikidata JSON dump: {error}") from error
    if isinstance(entity, dict):
        yield from wikidata.facts(entity)


def _read(folder: Path, sort: str) -> Iterator[wikidata.Fact]:
    with (folder / f"{sort}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _join(folder: Path, seen: str) -> Iterator[tuple[str, ...]]:
    """The rows of the table: each term in an office of a state or of an organisation that the base knows."""
    base = default_base()
    states = {fact["id"]: fact["code"] for fact in _read(folder, "state") if base.state(fact["code"])}
    bodies = {fact["id"]: body_names()[fact["name"]] for fact in _read(folder, "label")}
    offices: dict[str, tuple[str, str, str]] = {}
    for fact in _read(folder, "position"):
        office = office_of(fact["name"])
        body = next((bodies.get(of) or states.get(of) for of in fact["of"] if of in bodies or of in states), None)
        if office is not None and body is not None:
            offices[fact["id"]] = (office[0], body, office[1])
    for person in _read(folder, "person"):
        for position, first, last in person["terms"]:
            if position in offices:
                office_name, body, title = offices[position]
                names = (person["name"], "|".join(person["also"]), person["id"])
                yield (*names, office_name, body, title, first, last, "" if last else seen)
