"""Whether the verb about an expression tells of what was or what will be."""

from __future__ import annotations

import functools
import re
from typing import Literal, TypeAlias

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.times.lexing import table

Direction: TypeAlias = Literal["past", "future"]

_BEHIND, _AHEAD = 160, 120
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|['’][^\W\d_]+")
_SENTENCE_END = re.compile(r"""[.!?]["'”’)]*\s+(?=["'“‘(]*[A-Z])|\n\s*\n""")
_CONTRACTED = re.compile(r"(?:['’])(?:ll|d)\Z")


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table("tense.toml").items()}


def direction(text: str, start: int, end: int, analysed: Analysed | None) -> Direction | None:
    """Where the time at `start` to `end` lies, by the verb that governs it; None where no verb tells."""
    if analysed is not None:
        found = _by_parse(start, end, analysed)
        if found:
            return found
    return _by_words(text, start, end)


def _by_words(text: str, start: int, end: int) -> Direction | None:
    """By the nearest verb before the expression in its sentence, else by the first one after it."""
    behind = _SENTENCE_END.split(text[max(0, start - _BEHIND) : start])[-1]
    ahead = _SENTENCE_END.split(text[end : end + _AHEAD], maxsplit=1)[0]
    words = [w.lower() for w in _WORD.findall(behind)]
    for i in range(len(words) - 1, -1, -1):
        found = _of_word(words, i)
        if found:
            return found
    words = [w.lower() for w in _WORD.findall(ahead)]
    return next((found for i in range(len(words)) if (found := _of_word(words, i))), None)


def _of_word(words: list[str], i: int) -> Direction | None:
    word, known = words[i], _words()
    if word in known["future"] or _CONTRACTED.search(word):
        perfect = word in ("would", "could", "should", "might", "may", "must") and words[i + 1 : i + 2] == ["have"]
        return "past" if perfect else "future"
    if word in known["past"] or word in known["irregular"]:
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in ("was", "were", "has", "have", "had") and following == "to":
            return "future"
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in known["not_verbs"]:
        return "past"
    return None


def _by_parse(start: int, end: int, analysed: Analysed) -> Direction | None:
    """By the first verb above the expression in the parse that tells."""
    tokens = analysed.tokens(start, end)
    if tokens is None:
        return None
    token = tokens.root
    for _ in range(12):
        if token.tag_.startswith("VB") or token.tag_ == "MD":
            found = _of_verb(token)
            if found:
                return found
        if token.head is token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> Direction | None:
    known = _words()
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "shall", "wo", "'d"}:
        return "future"
    if helpers & {"would", "could", "should", "might", "may", "must", "can"}:
        return "past" if "have" in helpers else "future"
    if "to" in helpers:
        head = verb.head
        if "have" in helpers or (head is not verb and head.lower_ in known["realised"]):
            return "past"
        return "future"
    if verb.lower_ in ("expected", "scheduled", "due", "planned", "slated", "set") and helpers & {
        "is",
        "are",
        "was",
        "were",
    }:
        return "future"
    if helpers & {"has", "have", "had", "was", "were", "did", "been"}:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return "future"
    return None
