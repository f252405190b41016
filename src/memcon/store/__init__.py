"""The store room: one record of all documents, in a DuckDB file."""

from __future__ import annotations

from memcon.store.corrections import Correction
from memcon.store.merging.decisions import Decision
from memcon.store.record_file import Added, Store, default_path

__all__ = ["Added", "Correction", "Decision", "Store", "default_path"]
