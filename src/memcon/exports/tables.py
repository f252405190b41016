"""Rows of an answer as JSON Lines, CSV, or a table at the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from memcon.exports import wording
from memcon.exports.formats import cells


def json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A JSON object a line; days and times in ISO 8601."""
    for row in rows:
        yield cells.json_line(_plain(row))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """A header and a line a row. Text that would begin a formula gets an apostrophe before it; lists are JSON."""
    yield cells.comma_lines([[cells.text(column) for column in columns]])
    for row in rows:
        yield cells.comma_lines([[_cell(value) for value in row]])


def show(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table at the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(Text(wording.clean(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else wording.clean(_word(value))) for value in row))
    Console(highlight=False).print(table)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float, Decimal)):
        return cells.number(float(value) if isinstance(value, Decimal) else value)
    return "" if value is None else cells.text(_word(value))


def _word(value: Any) -> str:
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, (list, dict)) else str(plain)
