"""Names from other scripts that a report spells in two ways: "Gaddafi" and "Qadhafi" have the same sounds."""

from __future__ import annotations

import re

from memcon.actors.places import fold

_SOUNDS = (
    ("sch", "S"), ("tch", "C"), ("sh", "S"), ("ch", "C"), ("kh", "K"), ("gh", "K"), ("dh", "D"), ("th", "D"),
    ("ph", "F"), ("zh", "J"), ("dj", "J"), ("ck", "K"), ("x", "KS"), ("q", "K"), ("g", "K"), ("c", "K"),
    ("w", "V"), ("z", "S"),
)  # fmt: skip
"""Letters that stand for one sound, or for sounds that transliterations take for each other; the longer first."""
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")
_SHORTEST = 3
"""Consonants that two spellings must share."""


def sound(name: str) -> str:
    """The consonants of a one-word name, and whether it begins with a vowel; nothing where too few are left."""
    letters = fold(name)
    begins = "A" if letters[:1] in "aeiouy" else ""
    for spelled, heard in _SOUNDS:
        letters = letters.replace(spelled, heard)
    consonants = re.sub(r"[^A-Z]", "", re.sub(r"[aeiouyh]", "", letters).upper())
    consonants = re.sub(r"(.)\1", r"\1", consonants)
    return begins + consonants if len(consonants) >= _SHORTEST else ""


def same_sound(a: str, b: str) -> bool:
    """Whether two spellings may be of one name. A word with a capital inside ("MiGs") is no other spelling of one."""
    return sound(a) == sound(b) != "" and abs(len(a) - len(b)) <= 2 and not _INNER_CAPITAL.search(b)
