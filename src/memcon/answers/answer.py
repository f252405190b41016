"""The answer to a question: rows, or a table for whatever the asker works with."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from memcon.errors import Error

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A query and its parameters, run anew each time it is asked for its rows or as a table.

    It offers the Arrow PyCapsule interface, so that whatever reads that (polars, pyarrow, …) takes an `Answer` itself.
    """

    connection: duckdb.DuckDBPyConnection
    query: str
    parameters: Mapping[str, Any]

    def rows(self) -> list[Row]:
        """Each row by the names of its columns. Needs nothing beyond the base installation."""
        result = self._run()
        return [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._run().columns)

    def arrow(self) -> Any:
        """A `pyarrow.Table`. Needs `memcon[frames]`."""
        _need("pyarrow")
        return self._run().to_arrow_table()

    def pandas(self) -> Any:
        """A `pandas.DataFrame`. Needs `memcon[frames]`."""
        _need("pandas")
        return self._run().df()

    def polars(self) -> Any:
        """A `polars.DataFrame`. Needs `memcon[frames]`."""
        _need("polars")
        _need("pyarrow")
        return self._run().pl()

    def write_parquet(self, path: str | Path) -> None:
        """Write the rows into a Parquet file, compressed with Zstandard. Needs nothing beyond the base installation."""
        self._run().to_parquet(str(path), compression="zstd")

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._run().__arrow_c_stream__(requested_schema)

    def _run(self) -> duckdb.DuckDBPyRelation:
        # A cursor of its own: DuckDB holds a connection while a result of it is not read to the end.
        return self.connection.cursor().sql(self.query, params=dict(self.parameters))


def _need(package: str) -> None:
    try:
        importlib.import_module(package)
    except ImportError as error:
        raise Error(f"{package} is not installed; pip install 'memcon[frames]', or use rows()") from error
