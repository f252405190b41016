"""Parquet: the answers to the plain questions, a file each, names and reports spelled out, for pandas, R or Spark.

`events.parquet` (a row a happening), `statements.parquet`, `figures.parquet`, `agreements.parquet`, `documents.parquet`
(without texts) and `dyads.parquet` (by month). Columns as docs/queries.md has them. The tables of the record itself,
with their keys, are the store's to write.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.answers import Answer, Reader


def answers(reader: Reader) -> dict[str, Answer]:
    """What is written, by the name of its file."""
    return {
        "documents": reader.documents(),
        "events": reader.events(),
        "statements": reader.statements(),
        "figures": reader.figures(),
        "agreements": reader.agreements(),
        "dyads": reader.dyads(),
    }


def write(reader: Reader, folder: str | Path) -> None:
    """Write the files into a new or empty folder; it is there whole, or not at all.

    Raises `memcon.Error` where the folder holds something, or cannot be written.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Error(f"{folder}: holds something already; name a new folder")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        for name, answer in answers(reader).items():
            answer.write_parquet(part / f"{name}.parquet")
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except (OSError, duckdb.IOException) as error:
        raise Error(f"{folder}: cannot be written ({str(error).partition(chr(10))[0]})") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
