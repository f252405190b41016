"""Letters to an editor: who signs each of several that one text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.actors.places import fold
from memcon.actors.wordlists import given_names, honorifics, nouns, words
from memcon.language import Analysed

Offsets = tuple[int, int]
_BULLET = re.compile(r"(?<!\S)[•◆■](?=\s)")
_WORD = re.compile(r"\S+")
_NAME_WORD = re.compile(r"[^\s,]+")
_SENTENCE_END = re.compile(r"[.?!…][”’\"')\]]*\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.)+,?\Z|(?:Dr|Prof|Rev|Sir|Lord|Lady|Dame|St|Mr|Mrs|Ms)\.?\Z")
_LINKING = frozenset({"of", "in", "the", "and", "for", "de", "van", "von", "der", "al", "&", "at"})
_TAIL = 5
"""Characters in which a paragraph of a letter ends as a sentence does."""
_MOST_WORDS = 16
_FEWEST_WORDS = 2
_SHORT_RUN = 3
"""Words of a name and a town of one word each."""
_PAGE = re.compile(r"\bletters?\b", re.I)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: the characters of its paragraphs, and of who signs it beneath; `name` is where that one's name
    begins, behind a title, and `name_end` where it ends, before a town or an office."""

    body: tuple[Offsets, ...]
    signature: Offsets
    name: int
    name_end: int


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
            name = _name(text, signature)
            yield Letter(tuple(body), signature, name, _name_end(text, name, signature[1]))
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
    signs = list(_WORD.finditer(text, max(start, end - 40 * _MOST_WORDS), end))
    first = len(signs)
    for n in range(len(signs) - 1, max(-1, len(signs) - _MOST_WORDS - 1), -1):
        word = signs[n][0]
        if _SENTENCE_END.search(word) and not _INITIAL.match(word):
            break
        if not (word[0].isupper() or word.lower().strip(",") in _LINKING):
            return None
        first = n
    if len(signs) - first < _FEWEST_WORDS or (first == 0 and signs[0].start() > start):
        return None
    return signs[first].start(), signs[-1].end()


def _name(text: str, signature: Offsets) -> int:
    signs = _WORD.finditer(text, *signature)
    return next((w.start() for w in signs if fold(w[0].strip(".,")) not in honorifics()), signature[0])


def _name_end(text: str, start: int, end: int) -> int:
    """Where a name that begins at `start` ends: with the word behind the first given name, initials and particles.
    Behind two given names more words than one must stand, since the town follows: "Ann Mary Holmes Bath"."""
    run = list(_run(text, start, end))
    given = sum(fold(w[0]) in given_names() for w in run[:2])
    n = _first_other(run, 2 if given > 1 and len(run) > _SHORT_RUN else 1)
    return run[min(n, len(run) - 1)].end() if run else end


def _run(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words before a comma and before what the writer is."""
    for word in _NAME_WORD.finditer(text, start, end):
        if "-" in word[0] and not word[0].split("-")[1][:1].isupper():
            break
        if word[0].lower() in nouns():
            break
        yield word
        if text[word.end() : word.end() + 1] == ",":
            break


def _first_other(run: Sequence[re.Match[str]], n: int) -> int:
    """The first word from the `n`th on that is no initial and no particle."""
    while n < len(run) and (_INITIAL.match(run[n][0]) or run[n][0].lower() in words("particles")):
        n += 1
    return n


def _names_writer(text: str, signature: Offsets, parted: bool) -> bool:
    """Whether the words begin with a given name, an initial or a title; before a bullet any will do."""
    first = text[slice(*signature)].split()[0]
    word = fold(first.strip(".,"))
    return parted or word in given_names() or word in honorifics() or bool(_INITIAL.match(first))
