"""A sentence as the statements' encoder takes it: subwords with what the parse says of each, and quotation state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token
from tokenizers import Tokenizer

LONGEST = 128
"""Subwords of the longest stretch that is read at once; what is longer is read in stretches that overlap by half."""
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Marked:
    """Subwords, their features, and for each of `tokens` where its first subword stands.

    `heads` holds the tag of the token that each hangs on, `children` the dependencies of those that hang on each.
    """

    tokens: tuple[Token, ...]
    ids: list[int]
    tags: list[int]
    deps: list[int]
    heads: list[int]
    quoted: list[int]
    children: list[list[int]]
    firsts: list[int]


def mark(
    tokenizer: Tokenizer,
    sentences: Sequence[Sequence[Token]],
    quoted: Sequence[bool],
    tags: Mapping[str, int],
    deps: Mapping[str, int],
) -> list[Marked]:
    """Each of `sentences` for the encoder, a long one more than once. `quoted` tells of each token of the document
    whether it is quoted; `tags` and `deps` number the labels, 0 being none."""
    kept = [[t for t in tokens if not t.is_space] for tokens in sentences]
    encoded = tokenizer.encode_batch(
        [[t.text for t in ts] for ts in kept], is_pretokenized=True, add_special_tokens=False
    )
    found: list[Marked] = []
    for tokens, e in zip(kept, encoded, strict=True):
        parts = (e, *e.overflowing)  # the tokenizer cuts what is long and fills batches up
        subwords = [(i, w) for part in parts for i, w in zip(part.ids, part.word_ids, strict=True) if w is not None]
        ids, words = [i for i, _ in subwords], [w for _, w in subwords]
        for start, end in _stretches(len(words)):
            found.append(_mark(tokens, ids[start:end], words[start:end], quoted, tags, deps))
    return found


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Where the stretches of a sentence of `length` subwords begin and end."""
    most = LONGEST - 2
    for start in range(0, max(1, length - most // 2), most // 2):
        yield start, min(start + most, length)


def _mark(
    tokens: Sequence[Token],
    ids: Sequence[int],
    words: Sequence[int],
    quoted: Sequence[bool],
    tags: Mapping[str, int],
    deps: Mapping[str, int],
) -> Marked:
    firsts: dict[int, int] = {}
    for place, word in enumerate(words, 1):
        firsts.setdefault(word, place)
    tag = {w: tags.get(tokens[w].tag_, 0) for w in firsts}
    dep = {w: deps.get(tokens[w].dep_, 0) for w in firsts}
    inside = {w: int(quoted[tokens[w].i]) + 1 for w in firsts}
    heads = {w: 0 if dep[w] == deps.get("ROOT") else tags.get(tokens[w].head.tag_, 0) for w in firsts}
    children: dict[int, list[int]] = {w: [] for w in firsts}
    of_token = {tokens[w].i: w for w in firsts}
    for w in firsts:
        head = of_token.get(tokens[w].head.i)
        if head is not None and head != w:
            children[head].append(dep[w])
    kept = sorted(firsts)
    return Marked(
        tuple(tokens[w] for w in kept),
        [CLS, *ids, SEP],
        [0, *(tag[w] for w in words), 0],
        [0, *(dep[w] for w in words), 0],
        [0, *(heads[w] for w in words), 0],
        [0, *(inside[w] for w in words), 0],
        [[], *(children[w] for w in words), []],
        [firsts[w] for w in kept],
    )
