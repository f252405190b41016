"""Building the same table from a saved result of Wikidata's query service (docs/knowledge.md has the query).

A result is SPARQL JSON, CSV or TSV with the variables person, personLabel, positionLabel, code (ISO alpha-3 of the
state) or bodyLabel, start, end, and perhaps aliases (parted by |).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

from memcon.errors import Error
from memcon.knowledge import built
from memcon.knowledge.positions import body_names, office_of

NEEDED = ("person", "personLabel", "positionLabel", "start")
_ID = re.compile(r"Q\d+\Z")


def is_result(path: Path) -> bool:
    """Whether the file is a query result, not a dump: by its name's end, and by how a JSON file begins."""
    if path.suffix in (".csv", ".tsv"):
        return True
    if path.suffix not in (".json", ".srj"):
        return False
    with path.open("rb") as file:
        return file.read(200).lstrip().startswith(b"{")


def build(result: Path, out: Path, seen: str) -> int:
    """Write the table of the people in office in `result` to `out`; gives its rows. `seen` is the day of the query."""
    rows = _table_rows(result, seen)
    with out.open("w", encoding="utf-8", newline="\n") as table:
        return built.write(table, rows)


def _table_rows(result: Path, seen: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for number, row in enumerate(_bindings(result), start=1):
        missing = [name for name in NEEDED[:3] if not row.get(name)]
        if missing:
            wanted = ", ".join(NEEDED)
            raise Error(f"{result.as_posix()}, result {number}: no {missing[0]}; the query must give {wanted}")
        office = office_of(row["positionLabel"])
        body = body_names().get(row.get("bodyLabel", "")) or row.get("code", "")
        identifier = row["person"].rsplit("/", 1)[-1].rstrip(">")
        if office is None or not body or not _ID.match(identifier):
            continue
        last = _day(row.get("end", ""))
        names = (row["personLabel"], row.get("aliases", ""), identifier)
        found.append((*names, office[0], body, office[1], _day(row.get("start", "")), last, "" if last else seen))
    return found


def _bindings(result: Path) -> Iterator[dict[str, str]]:
    try:
        text = result.read_text("utf-8-sig")
        if result.suffix in (".csv", ".tsv"):
            reader = csv.DictReader(io.StringIO(text), delimiter="\t" if result.suffix == ".tsv" else ",")
            yield from ({k.lstrip("?"): v for k, v in row.items() if k and v} for row in reader)
            return
        for binding in json.loads(text)["results"]["bindings"]:
            yield {name: str(term["value"]) for name, term in binding.items()}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Error(f"{result.as_posix()}: no result of a SPARQL query in JSON, CSV or TSV ({error})") from error


def _day(value: str) -> str:
    """The day of an xsd:dateTime; the first of January is how the service writes a year alone, so it counts as one."""
    found = re.match(r'"?(\d{4})-(\d\d)-(\d\d)', value)
    if not found:
        return ""
    year, month, day = found.groups()
    return year if (month, day) == ("01", "01") else f"{year}-{month}-{day}"
