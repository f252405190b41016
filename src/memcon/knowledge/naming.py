"""How names are written: with and without accents, with this or that apostrophe, in one token or several."""

from __future__ import annotations

import re
import unicodedata

_TOKENS = re.compile(r"\w+|[^\w\s]")
_FIRST = re.compile(r"[^\W\d_]+|\d+")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
                          "Æ": "AE", "ð": "d", "þ": "th", "ə": "a", "Ə": "A"})  # fmt: skip


def plain(name: str) -> str:
    """`name` without accents, with straight apostrophes and plain hyphens; capitals stay."""
    if name.isascii():
        return name
    straight = name.translate(_STRAIGHT).translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFD", straight) if not unicodedata.combining(c))


def tokens(name: str) -> int:
    """How many tokens a name may be cut into, at most."""
    return len(_TOKENS.findall(name)) if not name.replace(" ", "").isalnum() else name.count(" ") + 1


def starts(name: str) -> tuple[str, ...]:
    """What the first token of a name may be: its first word, whole, or the letters before a hyphen or apostrophe."""
    word = name.split(" ", 1)[0]
    if word.isalnum():
        return (word,)
    first = _FIRST.match(word)
    cut = first.group() if first else word
    bare = word.rstrip(",.;:")
    return tuple(dict.fromkeys((word, bare, cut)))
