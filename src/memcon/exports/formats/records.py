"""Records as `memcon read --json` printed them, read back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from memcon.errors import Error
from memcon.facts import Record


def read(paths: Iterable[str]) -> Iterator[Record]:
    """The records in files of JSON (one record, or a record a line); `-` is standard input.

    Raises `memcon.Error` naming file and line of what is no record.
    """
    for path in paths:
        text = _text(path)
        if not text.strip():
            raise Error(f"{path}: empty; give what memcon read --json printed")
        try:
            yield _record(json.loads(text), path)
        except json.JSONDecodeError:
            yield from _lines(text, path)


def _text(path: str) -> str:
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text("utf-8")
    except OSError as error:
        raise Error(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise Error(f"{path}, byte {error.start}: not UTF-8; give what memcon read --json printed") from error


def _lines(text: str, path: str) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                data = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise Error(f"{path}, line {number}: not JSON; give what memcon read --json printed") from error
            yield _record(data, f"{path}, line {number}")


def _record(data: Any, where: str) -> Record:
    try:
        record = Record.from_dict(data)
        record.validate()
    except Error as error:
        raise Error(f"{where}: {error}") from error
    return record
