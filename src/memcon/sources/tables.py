"""Tables of reports: JSON Lines, JSON, CSV and TSV with the usual column names, a row at a time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from memcon.errors import Error
from memcon.facts import Document
from memcon.sources import decoding, fragments
from memcon.sources.dates import day

# What a column may be called, first come first; case and spaces at the ends do not count.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "content_text", "content", "body"),
    "html": ("html", "content_html"),
    "file": ("file",),
    "published": ("published", "date", "date_published", "publication_date", "pubdate"),
    "publisher": ("publisher", "source", "outlet"),
    "url": ("url", "link"),
    "author": ("author", "byline"),
}
BODY = (*COLUMNS["text"], *COLUMNS["html"], *COLUMNS["file"])
"""The columns of which a table must have one."""
_LISTS = ("documents", "items", "articles", "reports")
_LONGEST_FIELD = 64 * 1024 * 1024


def json_lines(stream: IO[bytes], head: bytes, name: str) -> Iterator[Document | Error]:
    """The rows of a JSON Lines file that begins with `head`."""
    for number, line in enumerate(_lines(stream, head, name), start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield row_document(json.loads(line), where, f"{name}:{number}", name)
        except json.JSONDecodeError as error:
            yield Error(f"{where}: is not JSON ({error.msg} at column {error.colno})")
        except RecursionError:
            yield Error(f"{where}: is not a report, its JSON is nested too deep")
        except Error as error:
            yield error


def json_file(text: str, name: str) -> Iterator[Document | Error]:
    """The reports in one JSON value: a row, a list of rows, or an object that holds such a list."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Error(f"{name}, line {error.lineno}: is not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise Error(f"{name}: is not a report, its JSON is nested too deep") from error
    rows = value
    if isinstance(value, dict):
        rows = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        if rows is None:
            yield row_document(value, name, name, name)
            return
    if not isinstance(rows, list) or not rows:
        raise Error(f"{name}: holds no reports; give an object with text or html, or a list of them")
    for number, row in enumerate(rows, start=1):
        try:
            yield row_document(row, f"{name}, item {number}", f"{name}:{number}", name)
        except Error as error:
            yield error


def separated(stream: IO[bytes], head: bytes, name: str) -> Iterator[Document | Error]:
    """The rows of a CSV or TSV file that begins with `head`; its first line names the columns."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _lines(stream, head, name)
    first = next(lines, "")
    if not first.strip():
        raise Error(f"{name}, line 1: names no columns")
    delimiter = max("\t;,", key=first.count)
    names = [column.strip().lower() for column in next(csv.reader([first], delimiter=delimiter))]
    if not any(column in names for column in BODY):
        raise Error(f"{name}, line 1: no column is called text, html or file; found {', '.join(names)[:200]}")
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = rows.line_num + 2
        where = f"{name}, line {number}"
        try:
            fields = next(rows)
            if not any(field.strip() for field in fields):
                continue
            if len(fields) > len(names):
                raise Error(f"{where}: {len(fields)} fields in a table of {len(names)} columns; is one not quoted?")
            yield row_document(dict(zip(names, fields, strict=False)), where, f"{name}:{number}", name)
        except StopIteration:
            return
        except csv.Error as error:
            yield Error(f"{where}: is not a row ({error})")
        except Error as error:
            yield error


def row_document(row: Any, where: str, default_id: str, table: str) -> Document:
    """The report of one row, as a mapping of column names to values. `where` is what an error names, `default_id` the
    id of a row without one, and `table` the file whose folder holds the files that a `file` column names."""
    if not isinstance(row, Mapping):
        raise Error(f"{where}: is no object with text or html, but {type(row).__name__}")
    values = {str(key).strip().lower(): value for key, value in row.items()}
    found = {kind: _value(values, names, where) for kind, names in COLUMNS.items()}
    try:
        published = day(found["published"]) if found["published"] else None
    except Error as error:
        raise Error(f"{where}: {error}") from error
    return Document(
        text=_text(found, where, table),
        id=found["id"] or default_id,
        title=found["title"],
        url=found["url"],
        publisher=found["publisher"],
        author=found["author"],
        published=published,
        published_from="metadata" if published else None,
    )


def _text(found: Mapping[str, str | None], where: str, table: str) -> str:
    if found["text"]:
        return found["text"]
    if found["html"]:
        return fragments.to_text(found["html"], where)
    if found["file"]:
        return _beside(table, found["file"], where)
    raise Error(f"{where}: no text")


def _beside(table: str, file: str, where: str) -> str:
    """The text file that a row names, which must lie in the table's folder or below: a table may come from anyone."""
    folder = Path(table).resolve().parent
    path = (folder / file).resolve()
    if not path.is_relative_to(folder):
        raise Error(f"{where}: {file} does not lie in the folder of the table")
    try:
        text = decoding.decode(path.read_bytes(), file)
    except OSError as error:
        raise Error(f"{where}: {file}: {error.strerror}") from error
    if not text.strip():
        raise Error(f"{where}: {file} is empty")
    return text


def _value(values: Mapping[str, Any], names: tuple[str, ...], where: str) -> str | None:
    for name in names:
        value = values.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise Error(f"{where}: {name} is a {type(value).__name__}, not text")
        text = str(value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise Error(f"{where}: {name} holds bytes that do not fit the file's encoding")
        if text.strip():
            return text
    return None


def _lines(stream: IO[bytes], head: bytes, name: str) -> Iterator[str]:
    """The lines of a table. A byte that does not fit the encoding spoils its own row and no other."""
    encoding = decoding.detect(head, name, partial=True)
    yield from io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
