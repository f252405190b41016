"""A sentence as the statements' encoder takes it: subwords with tag, dependency and quotation state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token
from tokenizers import Tokenizer

LONGEST = 128
"""Subwords of the longest stretch that is read; what is longer is cut."""
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Marked:
    """Subwords, their features, and for each of `tokens` where its first subword stands."""

    tokens: tuple[Token, ...]
    ids: list[int]
    tags: list[int]
    deps: list[int]
    quoted: list[int]
    firsts: list[int]


def mark(
    tokenizer: Tokenizer,
    sentences: Sequence[Sequence[Token]],
    quoted: Sequence[bool],
    tags: Mapping[str, int],
    deps: Mapping[str, int],
) -> list[Marked]:
    """Each of `sentences` for the encoder. `quoted` tells of each token of the document whether it is quoted; `tags`
    and `deps` number the labels, 0 being none."""
    kept = [[t for t in tokens if not t.is_space][:LONGEST] for tokens in sentences]
    encoded = tokenizer.encode_batch(
        [[t.text for t in ts] for ts in kept], is_pretokenized=True, add_special_tokens=False
    )
    return [_mark(ts, e.ids, e.word_ids, quoted, tags, deps) for ts, e in zip(kept, encoded, strict=True)]


def _mark(
    tokens: Sequence[Token],
    ids: Sequence[int],
    words: Sequence[int | None],
    quoted: Sequence[bool],
    tags: Mapping[str, int],
    deps: Mapping[str, int],
) -> Marked:
    words = [w for w in words if w is not None][: LONGEST - 2]  # the tokenizer fills batches up
    ids = ids[: len(words)]
    tag = [tags.get(t.tag_, 0) for t in tokens]
    dep = [deps.get(t.dep_, 0) for t in tokens]
    inside = [int(quoted[t.i]) + 1 for t in tokens]
    firsts: dict[int, int] = {}
    for place, word in enumerate(words, 1):
        firsts.setdefault(word, place)
    kept = sorted(firsts)
    return Marked(
        tuple(tokens[w] for w in kept),
        [CLS, *ids, SEP],
        [0, *(tag[w] for w in words), 0],
        [0, *(dep[w] for w in words), 0],
        [0, *(inside[w] for w in words), 0],
        [firsts[w] for w in kept],
    )
