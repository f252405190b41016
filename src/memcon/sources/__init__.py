"""The sources room: files, folders, feeds and tables as `Document`s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from memcon.errors import Error
from memcon.facts import Document
from memcon.sources.dates import day
from memcon.sources.files import items

__all__ = ["day", "documents"]


def documents(paths: Iterable[str | Path], aside: Callable[[Error], None] | None = None) -> Iterator[Document]:
    """The reports in `paths`, one after the other, in a fixed order.

    A path is a file (plain text, HTML, PDF, JSON, JSON Lines, CSV, TSV, RSS or Atom, each also gzipped), a folder of
    such files, or `-` for standard input. What a file is, its first bytes tell; its ending only where those do not.
    Tables are read a row at a time. Files and rows that cannot be read are given to `aside`, an `Error` each naming
    file and line, and the rest is read; without `aside` the first of them is raised.
    """
    for path in paths:
        for item in items(path):
            if isinstance(item, Document):
                yield item
            elif aside is not None:
                aside(item)
            else:
                raise item
