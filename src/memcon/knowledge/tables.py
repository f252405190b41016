"""Reading the plain tables that the knowledge base is made of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from memcon.errors import Error


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of the table `name` that the package ships, each with `columns` fields. Lines with # are comments."""
    text = resources.files("memcon.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return parse(text, name, columns)


def parse(text: str, name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a tab-separated `text`; raises `memcon.Error` naming a line that has another number of fields."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != columns:
            raise Error(f"{name}, line {number}: {len(fields)} fields where {columns} were expected")
        yield fields


def several(field: str) -> list[str]:
    """The values of a field that holds several, parted by |."""
    return field.split("|") if field else []
