"""What the rules leave open: the main clause of a sentence between two actors, put to the encoder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import parties, typing_model
from memcon.events.clauses import clause_of
from memcon.events.frames import SAYING, Frame
from memcon.events.matching import loose_targets
from memcon.events.ontology import Ontology, default
from memcon.events.typing_model import Answer
from memcon.facts import Statement, Time
from memcon.language import Analysed, Sentence

SURE = 0.6
"""The probability from which the encoder's type counts."""
# Verbs that tell no act between parties, whatever stands beside them.
_PLAIN = frozenset("be have become remain seem appear include mean say know lie stand live work play win lose".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coder knows of one report."""

    analysed: Analysed
    cast: Cast
    times: Sequence[Time]
    statements: Sequence[Statement]
    published: str | None
    ontology: Ontology
    country: Mapping[str, str | None]


def coded(sentence: Sentence, reading: Reading) -> Iterator[tuple[Frame, Answer]]:
    """The frames of the main clauses of `sentence` that have two actors, where the encoder is sure of an event."""
    open_frames = [frame for verb in _main_verbs(sentence) if (frame := _frame(verb, reading)) is not None]
    rows = [
        (sentence.text, _span(frame.source_heads, sentence), _span(frame.target_heads, sentence))
        for frame in open_frames
    ]
    for frame, said in zip(open_frames, typing_model.answer(rows), strict=True):
        kind, sure = said.best
        code = said.code(kind, default()) if kind in default().types and sure >= SURE else None
        if code is not None and reading.ontology.from_cameo(code) is not None:
            yield replace(frame, code=code), said


def _main_verbs(sentence: Sentence) -> list[Token]:
    root = sentence.tokens.root
    if root.lemma_ in SAYING:
        return [c for c in root.children if c.dep_ == "ccomp" and c.pos_ == "VERB" and c.lemma_ not in _PLAIN][:1]
    return [root] if root.pos_ == "VERB" and root.lemma_ not in _PLAIN else []


def _frame(verb: Token, reading: Reading) -> Frame | None:
    clause = clause_of(verb)
    source = parties.actors_of(reading.cast, clause.subjects)
    heads = [*clause.objects, *clause.datives] or loose_targets(clause)
    target = tuple(a for a in parties.actors_of(reading.cast, heads) if a not in source)
    if source and not target:
        heads = loose_targets(clause)
        target = tuple(a for a in parties.actors_of(reading.cast, heads) if a not in source)
    if not source or not target:
        return None
    return Frame("", "", verb, verb, source, target, tuple(clause.subjects), tuple(heads[:1]), False, False, ())


def _span(heads: Sequence[Token], sentence: Sentence) -> tuple[int, int]:
    """Offsets into the sentence of the phrase of the first head, without what hangs on it from behind."""
    head = heads[0]
    first = head.left_edge
    return max(first.idx - sentence.start, 0), head.idx + len(head) - sentence.start
