"""The words of a sentence or a text by which likeness is measured."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from importlib import resources

_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_COMMON = 0.4
"""What a common stem counts, where another counts 1."""
_STEM = 6
"""Letters of a word that are kept: enough to tell words apart, few enough to put their endings aside."""


@functools.cache
def empty_words() -> frozenset[str]:
    """Words that say nothing of what a text is about."""
    text = resources.files("memcon.store.merging").joinpath("empty_words.txt").read_text("utf-8")
    return frozenset(line for line in text.split() if not line.startswith("#"))


@functools.cache
def common_stems() -> frozenset[str]:
    """Stems that so many reports have that to share them says little."""
    text = resources.files("memcon.store.merging").joinpath("common_stems.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in their order, folded: no capitals, no accents, no punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return _TOKEN.findall("".join(c for c in plain if not unicodedata.combining(c)))


def stems(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems, and the numbers that are no days or years."""
    return frozenset(t[:_STEM] for t in tokens(text) if len(t) > 2 and t not in empty_words() and not _YEAR.match(t))


def shingles(words: Sequence[str], size: int) -> frozenset[str]:
    """Every `size` words that follow one another; of a shorter text, itself."""
    if len(words) <= size:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller set that is also in the larger, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def told_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the stems of the lesser telling that the other has too, 0 to 1; common stems count less."""
    smaller = min(_told(one), _told(other))
    return _told(one & other) / smaller if smaller else 0.0


def _told(stems: frozenset[str]) -> float:
    common = len(stems & common_stems())
    return round(len(stems) - common + _COMMON * common, 6)


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets share, as a part of what either holds, 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0
