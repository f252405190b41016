"""Cells and lines that no reader takes for something else: for a formula, a second cell or line, or a quotation."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@")
"""What begins a formula in Excel, LibreOffice or Google Sheets (after OWASP's advice on CSV injection)."""


def text(value: str | None) -> str:
    """`value` on one line, without control characters; what would begin a formula gets an apostrophe before it."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in value or "")
    plain = " ".join(plain.split())
    # Spreadsheets take full-width signs (U+FF1D and so on) for the plain ones.
    return f"'{plain}" if unicodedata.normalize("NFKC", plain[:1]).startswith(_FORMULA) else plain


def number(value: float | int | None) -> str:
    """A number as short as it can be written, empty where there is none."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def tab_line(cells: Sequence[str]) -> str:
    """A line of a tab-separated table that needs no quoting, and that readers with and without it read alike.

    Straight double quotes become single ones, since half of the readers take one at the start of a cell as quoting.
    """
    return "\t".join(cell.replace("\t", " ").replace('"', "'") for cell in cells) + "\n"


def comma_lines(rows: Iterable[Sequence[str]]) -> str:
    """Lines of a CSV table, quoted where needed (RFC 4180, but lines end in a line feed)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def json_line(value: Any) -> str:
    """`value` as JSON that is one line to every reader: what else Unicode takes for the end of a line is escaped."""
    line = json.dumps(value, ensure_ascii=False)
    for character in "\x85\u2028\u2029":
        line = line.replace(character, f"\\u{ord(character):04x}")
    return line + "\n"
