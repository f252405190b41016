"""One act as told: the code of its rule, its predicate, its parties, and the words that the rule took up."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

SYMMETRICAL = ("AGREE", "CONSULT", "COOPERATE")
"""Types that several parties, with no other party named, do with one another."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One act as told: the CAMEO code of its rule, its predicate, its parties, and the words that the rule took up.

    `path` tells what turned the act into another; `inner` is the predicate of the act itself; `weight` how much its
    pattern asks for; `future` and `possible` what a pattern or a governing word tells of its status.
    """

    code: str
    rule: str
    predicate: Token
    inner: Token
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_heads: tuple[Token, ...]
    target_heads: tuple[Token, ...]
    mutual: bool
    nominal: bool
    taken: tuple[Token, ...]
    path: tuple[str, ...] = ()
    future: bool = False
    possible: bool = False
    weight: float = 1.0
