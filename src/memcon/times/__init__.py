"""The times room: every time expression, as TIMEX3, and the time that governs a fact."""

from __future__ import annotations

from memcon.times.attaching import attach
from memcon.times.datelines import date_document
from memcon.times.finding import find

__all__ = ["attach", "date_document", "find"]
