"""The modes of an act, and the CAMEO code that agrees with them: what its words tell goes before what its code says."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.events import cues, patterns
from memcon.events.frame import Frame
from memcon.events.ontology import Code, Ontology

# What the words of the act are: these dependents of its predicate and their own modifiers.
_OWN = frozenset(
    {"prep", "dobj", "pobj", "compound", "amod", "agent", "nsubj", "nsubjpass", "prt", "advmod", "nmod", "pcomp"}
)
_DEEPEST = 4
_NEAR = 2
_MANY = 3
"""From so many countries on a contact is multilateral."""


@dataclass(frozen=True, slots=True)
class _Finer:
    """Codes that say a mode, by its name, of acts whose code is `plain` or one beside it that says another mode."""

    plain: str
    codes: Mapping[str, str]


@functools.cache
def _finer() -> tuple[_Finer, ...]:
    rows = patterns.data("cues.toml")["codes"]
    return tuple(_Finer(plain, dict(codes)) for plain, codes in rows.items())


def own_words(frame: Frame, deepest: int = _DEEPEST) -> list[Token]:
    """The words of the act itself, in the order of the text: its predicate, what its rule took up, and what hangs on
    them, down to that depth."""
    words = {frame.predicate.i: frame.predicate, frame.inner.i: frame.inner, **{t.i: t for t in frame.taken}}
    for head in list(words.values()):
        stack, depth = [(head, 0)], 0
        while stack:
            token, depth = stack.pop()
            for child in token.children:
                if child.dep_ in _OWN and depth < deepest:
                    words[child.i] = child
                    stack.append((child, depth + 1))
    return [words[i] for i in sorted(words)]


def coded(frame: Frame, own: Sequence[Token], countries: int, ontology: Ontology) -> tuple[str, tuple[str, ...]]:
    """The CAMEO code of an act and its modes; `own` are its own words, `countries` how many its parties are of.

    A mode that the words tell stands for the one that the code says; the code is then one that says it too, where
    CAMEO has one.
    """
    row = ontology.from_cameo(frame.code)
    assert row is not None, frame.code
    told = cues.modes(row.type, _telling(frame, row, own))
    if row.type == "CONSULT" and countries >= _MANY and "multilateral" not in told:
        told = (*told, "multilateral")
    known = ontology.types[row.type].modes
    told = tuple(mode for mode in told if mode in known)
    says = row.mode is not None and (row.mode in told or not _overruled(row, told))
    modes = tuple(dict.fromkeys((row.mode, *told) if says and row.mode is not None else told))
    return _agreeing(row, frame.code, modes, ontology), modes


def _overruled(row: Code, told: Sequence[str]) -> bool:
    """Whether the words tell another mode in place of the one that the code says, which words could have told too."""
    return bool(set(told) - {"multilateral", "third-party"}) and row.mode in cues.told_modes(row.type)


def _telling(frame: Frame, row: Code, own: Sequence[Token]) -> Sequence[Token]:
    """The words that may tell a mode: near ones of a contact; of force, not what it is done to."""
    if row.type == "CONSULT":
        return own_words(frame, _NEAR)
    if row.type != "ASSAULT" or frame.nominal or frame.inner.lemma_ in cues.delivering():
        return own
    hit = {
        t.i
        for child in frame.inner.children
        if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() not in patterns.classes()["attack"]
        for t in child.subtree
    }
    return [token for token in own if token.i not in hit]


def _agreeing(row: Code, code: str, modes: Sequence[str], ontology: Ontology) -> str:
    """`code`, or one of the same kind that says the first of `modes` that has a code."""
    if not modes or row.mode in modes:
        return code
    for finer in _finer():
        if code == finer.plain or (code[:2] == finer.plain[:2] and row.mode is not None):
            better = next((finer.codes[mode] for mode in modes if mode in finer.codes), finer.plain)
            other = ontology.from_cameo(better)
            return better if other is not None and other.type == row.type else code
    return code
