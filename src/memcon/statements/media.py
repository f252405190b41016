"""Where something was said or written: a post on a network, a press conference, an interview, a letter."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources


@functools.cache
def _table() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    rows = tomllib.loads(resources.files("memcon.statements").joinpath("data", "media.toml").read_text("utf-8"))
    return tuple(
        (row["name"], re.compile(row["words"]), frozenset(row.get("verbs", "").split())) for row in rows["media"]
    )


def medium_of(words: str, lemma: str) -> str | None:
    """The medium that `words`, the sentence of a cue less what is said, or the cue's `lemma` tells."""
    lower = words.lower()
    for name, pattern, verbs in _table():
        if lemma in verbs or pattern.search(lower):
            return name
    return None
