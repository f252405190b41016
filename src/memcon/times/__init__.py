"""The times room: every time expression, as TIMEX3, and the time that governs a fact."""

from __future__ import annotations

from memcon.facts import Document
from memcon.language import Analysed
from memcon.times.attaching import attach
from memcon.times.finding import find

__all__ = ["attach", "date_document", "find"]


def date_document(document: Document, analysed: Analysed) -> Document:
    """`document` with the day that its own text fixes, where none is known."""
    return document
