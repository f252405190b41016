"""The two corpora that reading is measured on: State Department releases and Guardian reports, beside this project."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from memcon.facts import Document
from memcon.sources import documents

SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold" / "corpus"
CORPORA = ("state_department", "guardian")


def load(name: str, limit: int | None = None) -> list[Document]:
    """The documents of a corpus, or `limit` of them, spread evenly. Raises `SystemExit` where it is not there."""
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        raise SystemExit(f"{path.name} is not there: the corpora lie in ../shared/gold/corpus, beside the project")
    found = list(documents([path]))
    if limit is None or limit >= len(found):
        return found
    return list(islice(found, 0, None, max(1, len(found) // limit)))[:limit]
