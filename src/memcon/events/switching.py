"""The same words tell another act when another kind of party does them: `data/switch.toml`."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Set
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.events import patterns


@dataclass(frozen=True, slots=True)
class Switch:
    """Codes that begin with `code`, done by a party of these sectors or headed by these words, are `to` instead."""

    code: str
    sectors: frozenset[str]
    words: frozenset[str]
    to: str


@functools.cache
def _rows() -> tuple[Switch, ...]:
    return tuple(
        Switch(row["code"], frozenset(row["sectors"].split()), frozenset(row["words"].split()), row["to"])
        for row in patterns.data("switch.toml")["switch"]
    )


def switched(code: str, heads: Iterable[Token], sectors: Set[str]) -> str:
    """The code of an act that `code` says, when its source is headed by `heads` and has these sectors; "" for none."""
    words = {word.lemma_.lower() for head in heads for word in (head, *head.children)}
    for row in _rows():
        if code.startswith(row.code) and (row.sectors & sectors or row.words & words):
            return row.to
    return code
