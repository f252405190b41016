"""Letters to an editor: who signs each of several that one text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.places import fold
from memcon.actors.wordlists import given_names, honorifics
from memcon.language import Analysed

Offsets = tuple[int, int]
_BULLET = re.compile(r"(?<!\S)[•◆■](?=\s)")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.?!…][”’\"')\]]*\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.)+,?\Z|(?:Dr|Prof|Rev|Sir|Lord|Lady|Dame|St|Mr|Mrs|Ms)\.?\Z")
_LINKING = frozenset({"of", "in", "the", "and", "for", "de", "van", "von", "der", "al", "&", "at"})
_TAIL = 5
"""Characters in which a paragraph of a letter ends as a sentence does."""
_MOST_WORDS = 16
_FEWEST_WORDS = 2
_PAGE = re.compile(r"\bletters?\b", re.I)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: the characters of its paragraphs, and of who signs it beneath; `name` is where that one's name
    begins, behind a title."""

    body: tuple[Offsets, ...]
    signature: Offsets
    name: int


def letters(analysed: Analysed) -> list[Letter]:
    """The letters of a text that holds several signed ones, or one and says that it is a page of letters; else none.

    A signature is a name, with what the writer is and where, that stands in lines of its own or, where a publisher ran
    the page together, between the last sentence of a letter and a bullet.
    """
    found = list(_signed(analysed))
    several = len(found) > 1
    return found if found and (several or _PAGE.search(analysed.text)) else []


def _signed(analysed: Analysed) -> Iterator[Letter]:
    text = analysed.text
    body: list[Offsets] = []
    for start, end, parted in _pieces(analysed):
        signature = _signature(text, start, end)
        if signature is None or not _names_writer(text, signature, parted):
            if _SENTENCE_END.search(text, max(start, end - _TAIL), end):
                body.append((start, end))
            continue
        if start < signature[0]:
            body.append((start, start + len(text[start : signature[0]].rstrip())))
        if body:
            yield Letter(tuple(body), signature, _name(text, signature))
        body = []


def _pieces(analysed: Analysed) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs, cut at bullets, and of each whether a bullet ends it."""
    text = analysed.text
    for paragraph in analysed.paragraphs:
        start = paragraph.start
        for bullet in _BULLET.finditer(text, start, paragraph.end):
            if text[start : bullet.start()].strip():
                yield start, start + len(text[start : bullet.start()].rstrip()), True
            start = bullet.end() + 1
        if start < paragraph.end:
            yield start, paragraph.end, False


def _signature(text: str, start: int, end: int) -> Offsets | None:
    """The capitalised words that a piece ends in, behind its last sentence or alone."""
    words = list(_WORD.finditer(text, max(start, end - 40 * _MOST_WORDS), end))
    first = len(words)
    for n in range(len(words) - 1, max(-1, len(words) - _MOST_WORDS - 1), -1):
        word = words[n][0]
        if _SENTENCE_END.search(word) and not _INITIAL.match(word):
            break
        if not (word[0].isupper() or word.lower().strip(",") in _LINKING):
            return None
        first = n
    if len(words) - first < _FEWEST_WORDS or (first == 0 and words[0].start() > start):
        return None
    return words[first].start(), words[-1].end()


def _name(text: str, signature: Offsets) -> int:
    words = _WORD.finditer(text, *signature)
    return next((w.start() for w in words if fold(w[0].strip(".,")) not in honorifics()), signature[0])


def _names_writer(text: str, signature: Offsets, parted: bool) -> bool:
    """Whether the words begin with a given name, an initial or a title; before a bullet any will do."""
    first = text[slice(*signature)].split()[0]
    word = fold(first.strip(".,"))
    return parted or word in given_names() or word in honorifics() or bool(_INITIAL.match(first))
