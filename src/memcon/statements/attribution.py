"""An attribution in the making: which tokens are source, cue and content, before it becomes a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

Offsets = tuple[int, int]
_EDGE = frozenset({",", ".", ";", ":", "-", "--", "—", "...", "…"})


@dataclass(slots=True)
class Attribution:
    """Who says what by which cue, as characters. `anchor` is the token the cue hangs on, `speaker` the head of the
    source, `hearers` the heads of those addressed."""

    anchor: Token
    cue: Offsets | None
    source: Offsets | None
    content: list[Offsets]
    kind: str
    speaker: Token | None = None
    hearers: list[Token] = field(default_factory=list)
    by: str = "rule"
    flags: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first of its spans begins."""
        return min(s for s, _ in self.spans)

    @property
    def spans(self) -> list[Offsets]:
        """Content, cue and source."""
        return [*self.content, *(span for span in (self.cue, self.source) if span)]


def runs(doc: Doc, indices: Iterable[int]) -> list[Offsets]:
    """The characters of tokens `indices`, neighbours joined, punctuation at the ends left out."""
    found: list[Offsets] = []
    run: list[int] = []
    for i in [*sorted(indices), -1]:
        if run and i != run[-1] + 1:
            while run and (doc[run[-1]].text in _EDGE or doc[run[-1]].is_space):
                run.pop()
            while run and (doc[run[0]].text in _EDGE or doc[run[0]].is_space):
                run.pop(0)
            if any(c.isalnum() for i in run for c in doc[i].text):
                found.append((doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])))
            run = []
        run.append(i)
    return found


def subtree(token: Token) -> set[int]:
    """The indices of `token` and all below it."""
    return {t.i for t in token.subtree}


def merged(spans: Iterable[Offsets]) -> list[Offsets]:
    """`spans` in order, those that touch or overlap joined."""
    found: list[Offsets] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
