"""What the rules leave open: the main clause of a sentence between two actors, put to the encoder."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import cues, parties, patterns, typing_model
from memcon.events.clauses import Clause, auxiliaries, clause_of, is_finite, purposes
from memcon.events.frame import SYMMETRICAL, Frame
from memcon.events.matching import fitting_verb, loose_targets, verb_patterns, words_of
from memcon.events.ontology import Ontology, default
from memcon.events.typing_model import Answer
from memcon.events.wrappers import SAYING
from memcon.facts import Actor, Statement, Time
from memcon.language import Analysed, Sentence

SURE, SURER = 0.8, 0.9
"""The probability from which the encoder's type counts: between two actors, and where one party is no known actor."""
BETWEEN, SHORT = 0.5, 3
"""The one from which it counts between two countries in a text of so few sentences, which is most often a single piece
of news."""
# Verbs that tell no act between parties, whatever stands beside them.
_PLAIN = frozenset(
    """be have become remain seem appear include mean say know lie stand live work play win lose think believe feel
    love like hope look consist belong contain measure cost see face fall rise describe point fail deny confirm
    participate speak talk travel flee leave tear comment elaborate speculate""".split()
)


# Verbs that tell one only in a short text, where nothing else is told.
_PASSING = frozenset("go come want try die arrive worry shrug".split())
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
# What would, could or should be done is no act to type.
_SUPPOSING = frozenset({"would", "could", "can", "may", "might", "should", "must", "'d"})
# Verbs of so many uses that the few patterns they have say nothing of the others.
_OFTEN = frozenset(
    """give take make put have hold get go come set find call keep begin start continue end send show offer
    announce open close use see say tell bring run turn carry change express receive accept ask pay allow lead
    help fire order release issue convene vote raise step draw pass sit plan share provide aim amount anger
    attempt bear brace catch clean consider constitute contemplate corner defeat develop die dig dismay
    display divert edge escape gain hang heat hide inch line link lose mull persist position possess prompt
    provoke race react ready recover regain resort retain rise root shift spark spread spring suffer surge
    survive sustain sweep tail target trace track transit trigger want wave weigh withstand wreck""".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coder knows of one report; `contexts` are those of the report as a whole."""

    analysed: Analysed
    cast: Cast
    times: Sequence[Time]
    statements: Sequence[Statement]
    published: str | None
    ontology: Ontology
    country: Mapping[str, str | None]
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence with the frames of its main clauses that have an actor, of which the encoder is asked; `short` where
    the text is and no other act is told in passing."""

    sentence: Sentence
    frames: tuple[Frame, ...] = ()
    short: bool = False


def question(sentence: Sentence, reading: Reading, told: bool) -> Question:
    """What is left open in `sentence`; the encoder must be surer where another act is `told` in passing."""
    short = len(reading.analysed.sentences) <= SHORT and not told
    frames = (_frame(verb, reading, short) for verb in _main_verbs(sentence))
    return Question(sentence, tuple(frame for frame in frames if frame is not None), short)


def settled(questions: Sequence[Question], reading: Reading) -> list[list[tuple[Frame, Answer]]]:
    """For each of `questions`, the frames of which the encoder is sure that they tell an event, coded by it."""
    rows = [
        (
            asked.sentence.text,
            _span(frame.source_heads or frame.target_heads, asked.sentence),
            _span(frame.target_heads or frame.source_heads, asked.sentence),
        )
        for asked in questions
        for frame in asked.frames
    ]
    said = iter(typing_model.answer(rows))
    return [
        [
            (coded, answer)
            for frame, answer in zip(asked.frames, said, strict=False)
            if (coded := _coded(frame, answer, asked, reading))
        ]
        for asked in questions
    ]


def _coded(frame: Frame, said: Answer, asked: Question, reading: Reading) -> Frame | None:
    """`frame` with the code that the encoder gives it; None where it is not sure enough or nothing is done."""
    kind, sure = said.best
    needed = SURE if frame.source and frame.target else SURER
    if asked.short and _between_countries(frame, reading) and not _has_clause(frame.predicate):
        needed = BETWEEN
    if all(h.lower_ in ("i", "we") for h in frame.source_heads):
        needed = SURER
    code = said.code(kind, default()) if kind in default().types and sure >= needed else None
    if code is None or cues.is_game(kind, asked.sentence.tokens) or reading.ontology.from_cameo(code) is None:
        return None
    frame = replace(frame, code=code, mutual=frame.mutual and kind in SYMMETRICAL)
    if not _negated(frame.predicate):
        return frame
    refused = kind == "REJECT" and auxiliaries(frame.predicate) & _WILL
    return replace(frame, path=("will not (refuse)",)) if refused else None


def _figure(clause: Clause) -> bool:
    """Whether the fullest pattern that fits is a figure of speech."""
    rows = verb_patterns(clause.predicate, words_of(clause.predicate.sent))
    first = next(fitting_verb(clause, rows), None)
    return first is not None and first.pattern.code == patterns.NO_ACT


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _main_verbs(sentence: Sentence) -> list[Token]:
    root = sentence.tokens.root
    if root.lemma_ in SAYING:
        return [c for c in root.children if c.dep_ == "ccomp" and c.pos_ == "VERB" and c.lemma_ not in _PLAIN][:1]
    return [root] if root.pos_ == "VERB" and root.lemma_ not in _PLAIN else []


def _frame(verb: Token, reading: Reading, short: bool) -> Frame | None:
    lemma = verb.lemma_.lower()
    if not short and (lemma in _PASSING or (lemma not in _telling() and lemma not in patterns.weak())):
        return None
    clause = clause_of(verb)
    if lemma in patterns.figurative() and _figure(clause):
        return None
    for side in (clause.subjects, clause.objects):
        if side and all(t.pos_ == "PRON" and not reading.cast.of(t) for t in side):
            return None
    if lemma == "seek" and clause.complements:
        return None  # "seeks to ensure": they try
    if any(c.dep_ == "xcomp" and c.lemma_ in _PLAIN for c in verb.children):
        return None  # "declined to comment"
    supposing = auxiliaries(verb) & _SUPPOSING
    if not _negated(verb) and supposing and not (supposing == {"would"} and verb.head.lemma_ in SAYING):
        return None
    source = parties.actors_of(reading.cast, clause.subjects)
    if not any(_public(reading.cast.actor(a)) for a in source):
        return None
    heads = [*clause.objects, *clause.datives]
    target: tuple[str, ...] = ()
    for more in (heads, loose_targets(clause)):
        if any(t.lemma_.lower() in patterns.classes()["press"] for t in more):
            return None
        things = [h for h in more if h.lemma_.lower() not in patterns.held()]
        target = target or tuple(a for a in parties.actors_of(reading.cast, things) if a not in source)
        heads = heads or more
    told = clause_of(verb.head).objects if verb.dep_ == "ccomp" else []
    if not any(reading.country.get(a) for a in target):  # "warned Chad that it would respond in kind"
        target = tuple(a for a in parties.actors_of(reading.cast, told) if a not in source) or target
    if not target:
        target = parties.nearest(reading.cast, [*clause.objects, *purposes(verb)], source)
    if not source or (not target and lemma in patterns.weak()):
        return None
    mutual = not target and len({reading.country.get(a) for a in source} - {None}) > 1
    frame = Frame("", "", verb, verb, source, target, tuple(clause.subjects), tuple(heads[:1]), mutual, False, ())
    known = lemma in _telling() or lemma in patterns.weak()
    return frame if known or _between_countries(frame, reading) else None


def _between_countries(frame: Frame, reading: Reading) -> bool:
    """Whether the act is told between two countries, or done by several with one another."""
    sides = [{reading.country.get(a) for a in side} - {None} for side in (frame.source, frame.target)]
    return frame.mutual or bool(sides[0] and sides[1] and not sides[0] & sides[1])


def _has_clause(verb: Token) -> bool:
    """Whether the verb governs a clause of its own, which a promise or a belief may be about."""
    return any(c.dep_ == "ccomp" and is_finite(c) for c in verb.children)


def _public(actor: Actor) -> bool:
    """Whether the actor is one whose acts between countries the encoder has learned: of a known country, or a body."""
    return actor.country is not None or actor.kind in ("armed_group", "igo")


@functools.cache
def _telling() -> frozenset[str]:
    """Verbs that tell an act in some pattern, and may tell one in a use that no pattern knows."""
    return frozenset(patterns.index("verbs.toml")) - patterns.weak() - _OFTEN


def _span(heads: Sequence[Token], sentence: Sentence) -> tuple[int, int]:
    """Offsets into the sentence of the phrase of the first head, without what hangs on it from behind."""
    head = heads[0]
    first = head.left_edge
    return max(first.idx - sentence.start, 0), head.idx + len(head) - sentence.start
