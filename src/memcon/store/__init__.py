"""The store room: one record of all documents, in a DuckDB file."""

from __future__ import annotations

from memcon.store.record_file import Added, Store, default_path

__all__ = ["Added", "Store", "default_path"]
