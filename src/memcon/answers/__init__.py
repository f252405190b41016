"""The answers room: questions to a record, answered as rows or as tables for Arrow, pandas and polars."""

from __future__ import annotations

from memcon.answers.answer import Answer
from memcon.answers.parties import Party
from memcon.answers.reader import Reader

__all__ = ["Answer", "Party", "Reader"]
