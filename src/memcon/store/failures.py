"""Reports that could not be added: kept with the reason, so that the rest goes on and nothing is lost from sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

import memcon
from memcon.store.identity import digest


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be added, why, and with which version of memcon. `id` is the document's, where there is one."""

    id: str
    what: str
    reason: str
    version: str = memcon.__version__


def of_message(message: str) -> Failure:
    """The failure told by an error's message, "FILE, line 3: what was wrong": before it came to a document."""
    what, _, reason = message.partition(": ")
    return Failure(digest("failure", what), what, reason or message)


def known(connection: duckdb.DuckDBPyConnection) -> dict[str, Failure]:
    """All failures kept, by id, in the order in which they came."""
    rows = connection.execute("SELECT id, what, reason, version FROM failures ORDER BY made, what, id").fetchall()
    return {row[0]: Failure(*row) for row in rows}


def keep(connection: duckdb.DuckDBPyConnection, failure: Failure) -> None:
    """Write a failure down, over an earlier one of the same document or line."""
    connection.execute(
        "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?)",
        [failure.id, failure.what, failure.reason, failure.version,
         datetime.now(UTC).replace(tzinfo=None, microsecond=0)],
    )  # fmt: skip


def forget(connection: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> None:
    """Strike out failures that are none any more."""
    gone = list(ids)
    if gone:
        connection.execute("DELETE FROM failures WHERE id IN (SELECT unnest(?::VARCHAR[]))", [gone])


def settle(connection: duckdb.DuckDBPyConnection, found: Mapping[str, Failure], paths: Iterable[str]) -> None:
    """After a run over `paths`, which failed on files and lines as in `found`: write these down, and strike out what
    failed there earlier and does so no more."""
    earlier = known(connection)
    for id, failure in found.items():
        if earlier.get(id) != failure:
            keep(connection, failure)
    named = tuple(paths)
    gone = [
        id
        for id, failure in earlier.items()
        if id not in found and id == of_message(f"{failure.what}: ").id and _is_in(failure.what, named)
    ]
    forget(connection, gone)


def _is_in(what: str, paths: tuple[str, ...]) -> bool:
    """Whether the file or line that `what` names belongs to one of `paths`."""
    return any(what == path or what.startswith((f"{path.rstrip('/')}/", f"{path}, line ")) for path in paths)
