"""The encoder of the statements: where cues are anchored, and which tokens around each are source, cue and content.

Two graphs share the work: the lower layers of MiniLM read a sentence once and say where cues are anchored; the upper
layers are run once for each anchor, with the distance to it marked, so that nested attributions come apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from memcon import encoder
from memcon.statements import marking
from memcon.statements.attribution import Attribution, Offsets, runs
from memcon.statements.marking import Marked

MODELS = {"statements-anchors": Path(__file__).parent / "model" / "anchors",
          "statements-roles": Path(__file__).parent / "model" / "roles"}  # fmt: skip
REACH = 32
"""Subwords to either side of an anchor whose distance is told apart."""
_BATCH = 16
_STRETCH = 1.15
"""How much longer than its first a sentence of a batch may be."""
_SOURCE, _CUE, _CONTENT = 1, 2, 3
_CUE_FROM = 0.45
"""From this probability on, a token that would have no role belongs to the cue: annotators differ most about cues."""
_SURE = 0.6
"""Below this probability, a token of the cue is unclear."""
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod"})
_FARTHEST = 7
"""Tokens from a modifier to its noun."""
_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"CCONJ", "SCONJ", "ADP", "AUX", "PART", "PUNCT"})
"""Parts of speech of words that are no source by themselves, as articles are none."""
_NAME_PARTS = frozenset({"compound", "nummod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOT = frozenset({"n't", "n’t"})
_GAPS = {_SOURCE: 1, _CONTENT: 3}
"""Tokens without a role between two stretches of a role that are taken for more of it."""


class Found:
    """One anchor with its probability, and the probabilities of each token's roles (none, source, cue, content)."""

    __slots__ = ("anchor", "place", "probability", "roles", "tokens")

    def __init__(self, tokens: tuple[Token, ...], place: int, probability: float) -> None:
        self.tokens, self.place, self.probability = tokens, place, probability
        self.anchor = tokens[place]
        self.roles: encoder.Floats = np.zeros((0, 4), np.float32)

    @property
    def confidence(self) -> float:
        """The mean of the lower layers' probability that a cue is anchored here and the upper layers' that the anchor
        is part of a cue, which they were taught to refuse."""
        return math.sqrt(self.probability * float(self.roles[self.place, _CUE]))

    @property
    def margin(self) -> int:
        """Tokens to the nearer end of what was read."""
        return min(self.place, len(self.tokens) - 1 - self.place)


def tag(sentences: Sequence[Sequence[Token]], quoted: Sequence[bool], least: float) -> list[Found]:
    """The anchors in `sentences` whose probability is at least `least`, with the roles around each.

    `quoted` tells of each token of the document whether it stands in quotation marks.
    """
    lower, upper = (encoder.load(path) for path in MODELS.values())
    tags, deps = ({label: i for i, label in enumerate(lower.labels[key])} for key in ("tags", "deps"))
    marked = marking.mark(lower.tokenizer, sentences, quoted, tags, deps)
    found: list[Found] = []
    for rows in _alike(marked):
        found += _batch(rows, lower, upper, least)
    best: dict[int, Found] = {}
    for f in sorted(found, key=lambda f: f.margin):  # of two stretches, the one that tells more on both sides
        best[f.anchor.i] = f
    return [best[i] for i in sorted(best)]


def _alike(marked: Sequence[Marked]) -> Iterator[list[Marked]]:
    """`marked` in batches of near the same length, so that little is filled up."""
    rows: list[Marked] = []
    for m in sorted(marked, key=lambda m: len(m.ids)):
        if rows and (len(rows) == _BATCH or len(m.ids) > len(rows[0].ids) * _STRETCH):
            yield rows
            rows = []
        rows.append(m)
    if rows:
        yield rows


def _batch(rows: Sequence[Marked], lower: encoder.Encoder, upper: encoder.Encoder, least: float) -> Iterator[Found]:
    width = max(len(row.ids) for row in rows)
    mask = encoder.padded([[1] * len(row.ids) for row in rows], width, np.float32)
    read = lower.run(
        {
            "ids": encoder.padded([row.ids for row in rows], width),
            "tags": encoder.padded([row.tags for row in rows], width),
            "deps": encoder.padded([row.deps for row in rows], width),
            "quoted": encoder.padded([row.quoted for row in rows], width),
            "heads": encoder.padded([row.heads for row in rows], width),
            "children": _counted([row.children for row in rows], width, len(lower.labels["deps"])),
            "mask": mask,
        }
    )
    chances = encoder.softmax(read["anchors"])[..., 1]
    found: list[tuple[int, Found]] = []
    for i, row in enumerate(rows):
        at = chances[i, row.firsts]
        found += [(i, Found(row.tokens, int(n), float(at[n]))) for n in np.flatnonzero(at >= least)]
    for first in range(0, len(found), _BATCH):
        part = found[first : first + _BATCH]
        which = [i for i, _ in part]
        distance = np.stack([_distance(rows[i].firsts[f.place], mask[i]) for i, f in part])
        logits = upper.run({"hidden": read["hidden"][which], "distance": distance, "mask": mask[which]})["roles"]
        for (i, f), row in zip(part, encoder.softmax(logits), strict=True):
            f.roles = row[rows[i].firsts]
            likeliest = f.roles.argmax(-1).tolist()
            for start, end in _whole(f.tokens, f.anchor):
                if len(set(likeliest[start:end])) > 1:
                    f.roles[start:end] = f.roles[start:end].mean(0)
            yield f


def _counted(rows: Sequence[Sequence[Sequence[int]]], width: int, labels: int) -> NDArray[np.float32]:
    """How often each of `labels` is in each list, filled up to `width` lists a row."""
    table = np.zeros((len(rows), width, labels), np.float32)
    for i, row in enumerate(rows):
        for n, below in enumerate(row):
            for label in below:
                table[i, n, label] += 1
    return table


def _whole(tokens: Sequence[Token], anchor: Token) -> list[tuple[int, int]]:
    """Where the tokens stand that have one role: those of one word ("wo|n't", "can|not", "north|-|east") and those of
    one name ("Security|Council|Resolution|2254"), the cue's own noun left aside."""
    found: list[tuple[int, int]] = []
    start = 0
    for n, (before, token) in enumerate(pairwise(tokens), 1):
        named = before.dep_ in _NAME_PARTS and token.i <= before.head.i != anchor.i
        if not (named or _is_joined(before, token)):
            if n - start > 1:
                found.append((start, n))
            start = n
    if len(tokens) - start > 1:
        found.append((start, len(tokens)))
    return found


def _is_joined(before: Token, token: Token) -> bool:
    """Whether two tokens are of one word."""
    if before.whitespace_ or before.i + 1 != token.i:
        return False
    joint = before.text[-1] + token.text[0]
    return token.lower_ in _NOT or joint.isalnum() or ("-" in joint and joint.strip("-").isalnum())


def _distance(at: int, mask: NDArray[np.float32]) -> NDArray[np.int64]:
    away = np.clip(np.arange(len(mask)) - at, -REACH, REACH) + REACH + 1
    return (away * (mask > 0)).astype(np.int64)


def attribution(found: Found, kind: str) -> Attribution | None:
    """The attribution that the likeliest roles around an anchor make, or None where nothing is said."""
    roles = _filled(_roles(found))
    tokens = found.tokens
    roles[[n for n, t in enumerate(tokens) if t.lower_ == "it" and roles[n] == _CUE]] = 0  # of "it was noted that"
    doc = tokens[0].doc
    spans = {
        role: runs(doc, (tokens[n].i for n in np.flatnonzero(roles == number)))
        for number, role in ((_SOURCE, "source"), (_CUE, "cue"), (_CONTENT, "content"))
    }
    if not spans["content"]:
        return None
    at = found.anchor.idx
    cue = next((s for s in spans["cue"] if s[0] <= at < s[1]), None) or (at, at + len(found.anchor))
    source = max(spans["source"], key=lambda s: s[1] - s[0], default=None)
    speaker = _head(found, source) if source else None
    if speaker is not None and _is_empty(speaker):
        source = speaker = None
    return Attribution(found.anchor, cue, source, spans["content"], kind, speaker, by="model")


def _roles(found: Found) -> NDArray[np.int64]:
    """The role of each token: the likeliest, but unclear ones belong to the cue, and where a noun or what stands before
    it is content, the other is too if it is unclear."""
    likeliest = found.roles.argmax(-1)
    roles: NDArray[np.int64] = likeliest.copy()
    roles[(roles == 0) & (found.roles[:, _CUE] > _CUE_FROM)] = _CUE
    unclear = (likeliest == 0) | ((likeliest == _CUE) & (found.roles[:, _CUE] < _SURE))
    for n, token in enumerate(found.tokens):
        noun = n + token.head.i - token.i
        if token.dep_ not in _MODIFIERS or not n < noun < min(n + _FARTHEST, len(roles)) or noun == found.place:
            continue
        if found.tokens[noun].i != token.head.i:  # white space, which is left out, stood in between
            continue
        whole = roles[n : noun + 1]
        if _CONTENT in (roles[n], roles[noun]) and (unclear[n : noun + 1] | (whole == _CONTENT)).all():
            whole[:] = _CONTENT
    for place in np.flatnonzero(roles == _SOURCE).tolist():
        _fill_list(found, roles, place)
    return roles


def _fill_list(found: Found, roles: NDArray[np.int64], n: int) -> None:
    """Where the source's token `n` ends a list that is the subject of the anchor, make the whole list the source."""
    first = found.tokens[n]
    while first.dep_ == "conj":
        first = first.head
    start = n + first.left_edge.i - found.tokens[n].i
    if first.head.i != found.anchor.i or first.dep_ not in _SUBJECTS or not 0 <= start < n:
        return
    if found.tokens[start].i == first.left_edge.i and not (roles[start:n] > _SOURCE).any():
        roles[start:n] = _SOURCE


def _is_empty(subject: Token) -> bool:
    """Whether the source names nobody: a joining word, or the "it" of "it was noted that"."""
    if subject.pos_ in _JOINING or subject.lower_ in _ARTICLES:
        return True
    verb = subject.head
    below = {child.dep_ for child in verb.children}
    if subject.lower_ == "it" and verb.lemma_ == "be" and "acomp" in below:  # "it is too soon to claim that …"
        return any(t.tag_ == "TO" for c in verb.subtree if c.dep_ in ("xcomp", "advcl", "ccomp") for t in c.children)
    return subject.lower_ == "it" and subject.dep_ in ("nsubjpass", "expl") and {"auxpass", "ccomp"} <= below


def _filled(roles: NDArray[np.int64]) -> NDArray[np.int64]:
    """`roles` with the tokens without one in the small gaps of source and content as source and content too."""
    filled = roles.copy()
    for role, gap in _GAPS.items():
        for before, behind in pairwise(np.flatnonzero(roles == role)):
            if behind - before <= gap + 1 and not roles[before + 1 : behind].any():
                filled[before:behind] = role
    return filled


def _head(found: Found, source: Offsets) -> Token | None:
    """The token of the source that the others hang on."""
    inside = [t for t in found.tokens if source[0] <= t.idx < source[1]]
    indices = {t.i for t in inside}
    heads = [t for t in inside if t.head.i not in indices or t.head.i == t.i]
    return next((t for t in heads if t.pos_ in ("NOUN", "PROPN", "PRON")), heads[0] if heads else None)
