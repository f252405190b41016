"""The times room: every time expression, as TIMEX3."""

from __future__ import annotations

from memcon.facts import Document, Time
from memcon.language import Analysed


def find(text: str, published: str | None = None, analysed: Analysed | None = None) -> tuple[Time, ...]:
    """The time expressions of `text`."""
    return ()


def date_document(document: Document, analysed: Analysed) -> Document:
    """`document` with the day that its own text fixes, where none is known."""
    return document
