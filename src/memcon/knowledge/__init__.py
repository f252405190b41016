"""Who is who: states, bodies, offices and people with the days on which they held, and what each is called."""

from __future__ import annotations

from memcon.knowledge.base import Base, default_base
from memcon.knowledge.entry import Entry, EntryWhat

__all__ = ["Base", "Entry", "EntryWhat", "default_base"]
