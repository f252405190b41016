"""Frames to events: type, modes, contexts, scores, status, time, place and the statement an act stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon import times as times_room
from memcon.actors import Cast
from memcon.events import cues, merging, status, topics
from memcon.events.frames import SAYING, Frame, frames
from memcon.events.ontology import Ontology
from memcon.facts import Event, Span, Statement, Time, When
from memcon.language import Analysed, Sentence

# What the words of the act are: these dependents of its predicate and their own modifiers.
_OWN = frozenset(
    {"prep", "dobj", "pobj", "compound", "amod", "agent", "nsubj", "nsubjpass", "prt", "advmod", "nmod", "pcomp"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coder knows of one report."""

    analysed: Analysed
    cast: Cast
    times: Sequence[Time]
    statements: Sequence[Statement]
    published: str | None
    ontology: Ontology


def code(reading: Reading) -> tuple[Event, ...]:
    """The events of a report, numbered in the order of the text."""
    country = {actor.id: actor.country for actor in reading.cast.actors}
    found = [event for sentence in reading.analysed.sentences for event in in_sentence(sentence, reading)]
    merged = merging.merge(found, country.get)
    return tuple(replace(event, id=f"e{i}") for i, event in enumerate(merged, 1))


def in_sentence(sentence: Sentence, reading: Reading) -> list[Event]:
    """The events that one sentence tells, not yet numbered nor merged with those of others."""
    found = frames(list(sentence.tokens), reading.cast, reading.ontology)
    return [_event(frame, sentence, reading) for frame in found if _worth(frame)]


def _worth(frame: Frame) -> bool:
    """Whether the frame has the parties that an event needs: what the sentence itself asserts may lack one of them."""
    if (frame.mutual and len(frame.source) >= 2) or (frame.source and frame.target):
        return asserted(frame.predicate) < 2
    return bool(frame.source or frame.target) and asserted(frame.predicate) == 0 and not frame.nominal


def asserted(token: Token) -> int:
    """How the sentence tells what `token` says: 0 asserted, 1 told in passing, 2 only as an aim or a manner."""
    at, level = token, 0
    while at.head != at:
        head = at.head
        if at.dep_ in ("advcl", "acl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in at.children):
            return 2
        if at.dep_ in ("relcl", "acl", "advcl", "pcomp", "csubj", "amod", "appos", "parataxis") or (
            at.dep_ == "ccomp" and head.lemma_ not in SAYING
        ):
            level = 1
        at = head
    return level


def _event(frame: Frame, sentence: Sentence, reading: Reading) -> Event:
    analysed, ontology = reading.analysed, reading.ontology
    row = ontology.from_cameo(frame.code)
    assert row is not None, frame.code
    own = _own_words(frame)
    told = cues.modes(row.type, own)
    named = [row.mode] if row.mode else []
    modes = tuple(m for m in dict.fromkeys([*named, *told]) if m in ontology.types[row.type].modes)
    trigger = _trigger(frame, analysed)
    when = _when(trigger, reading)
    place = next((p for p in (reading.cast.place_of(t) for t in (frame.inner, *frame.taken)) if p is not None), None)
    contexts = tuple(dict.fromkeys((*row.contexts, *cues.contexts(own))))
    mutual = frame.mutual and len(frame.source) >= 2
    return Event(
        id="",
        type=row.type,
        quad=ontology.types[row.type].quad,
        trigger=trigger,
        sentence=Span(sentence.start, sentence.end, analysed.text[sentence.start : sentence.end]),
        modes=modes,
        contexts=tuple(c for c in contexts if c in ontology.contexts),
        score=ontology.score(row.type, modes),
        cameo=frame.code,
        goldstein=row.goldstein,
        source=frame.source,
        target=() if mutual else frame.target,
        reciprocal=mutual,
        topics=topics.topics_of(frame, analysed) if row.type in ("CONSULT", "AGREE") else (),
        when=when,
        where=place.id if place is not None else None,
        status=status.status_of(frame, when, reading.published),
        statement=_statement(trigger, reading.statements),
        rule=" > ".join((*frame.path, f"{frame.inner.lemma_}: {frame.rule}")),
        confidence=_confidence(frame),
    )


def _when(trigger: Span, reading: Reading) -> When | None:
    attach = getattr(times_room, "attach", None)
    if attach is None:
        return None
    found: When | None = attach(trigger.start, trigger.end, reading.analysed, reading.times, reading.published)
    return found


def _trigger(frame: Frame, analysed: Analysed) -> Span:
    return analysed.token_span(frame.predicate, frame.predicate)


def _own_words(frame: Frame) -> list[Token]:
    words = {frame.predicate.i: frame.predicate, frame.inner.i: frame.inner, **{t.i: t for t in frame.taken}}
    for head in list(words.values()):
        stack, depth = [(head, 0)], 0
        while stack:
            token, depth = stack.pop()
            for child in token.children:
                if child.dep_ in _OWN and depth < 4:
                    words[child.i] = child
                    stack.append((child, depth + 1))
    return [words[i] for i in sorted(words)]


def _statement(trigger: Span, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds the trigger."""
    around = [
        (span.end - span.start, s.id)
        for s in statements
        for span in s.content
        if span.start <= trigger.start and trigger.end <= span.end
    ]
    return min(around)[1] if around else None


def _confidence(frame: Frame) -> float:
    both = bool(frame.source and frame.target) or (frame.mutual and len(frame.source) > 1)
    return 0.9 if both else 0.7
