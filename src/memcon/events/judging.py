"""How sure it is that a report tells the act that a rule or the encoder read in a sentence.

A logistic regression over the way the act is told: its type, status, words, parties and place in the sentence. Where
that leaves it open, the encoder is shown the words around the trigger, and a second regression weighs its opinion too.
The weights, `data/judging.tsv`, are learnt from events of real reports that were read beside their text:
`training/events/judge.py`.
"""

from __future__ import annotations

import csv
import functools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Token

from memcon.events import typing_model
from memcon.events.frame import Frame
from memcon.events.merging import Told
from memcon.events.ontology import default
from memcon.events.opening import Reading
from memcon.events.parsing import asserted
from memcon.facts import Event

KEPT, KEPT_ALONE, ALONE = 0.4, 0.15, 3
"""The confidence from which an act is an event of the record; the lower one is for a text of so few sentences, which is
more often a single piece of news than prose about other things."""
PLAIN = 0.7
"""The confidence from which the encoder is not asked."""
AROUND = 8
"""Words on either side of the trigger that the encoder is shown."""
SOURCE = Path(__file__).parent / "data" / "judging.tsv"
Evidence = dict[str, float]
"""What speaks for and against an act, by name: 1 for what holds, logarithms for the encoder's opinion."""
_SHOWING = frozenset("dobj prep ccomp xcomp advcl neg aux prt agent nsubjpass".split())
_TALKING = frozenset("i we you my our".split())
_WORD = re.compile(r"\S+")
_LEAST = 1e-3


def judged(told: Sequence[Told], reading: Reading) -> list[Told]:
    """Those of `told` that are sure enough, each with its confidence."""
    least = KEPT if len(reading.analysed.sentences) > ALONE else KEPT_ALONE
    sure = zip(told, confidences(told, reading), strict=True)
    return [replace(one, event=replace(one.event, confidence=round(p, 2))) for one, p in sure if p >= least]


def confidences(told: Sequence[Told], reading: Reading) -> list[float]:
    """The probability, for each of `told`, that the report does tell an event of this type."""
    rows = [evidence(one, reading) for one in told]
    sure = [_probability(row, _weights("alone")) for row in rows]
    open_ = [i for i, p in enumerate(sure) if p < PLAIN]
    for i, opinion in zip(open_, opinions([told[i] for i in open_]), strict=True):
        sure[i] = _probability(rows[i] | opinion, _weights("beside the encoder"))
    return sure


def evidence(one: Told, reading: Reading) -> Evidence:
    """What the parse and the actors say."""
    held = (f"type={_type(one)}", *_telling(one), *_words(one.frame), *_parties(one.frame, reading))
    return {"": 1.0, **dict.fromkeys(held, 1.0)}


def opinions(told: Sequence[Told]) -> list[Evidence]:
    """What the encoder says of each when the trigger stands in the place of both parties."""
    answers = typing_model.answer([_around(one.event) for one in told])
    found = []
    for one, answer in zip(told, answers, strict=True):
        shares = {"encoder": answer.types.get(_type(one), 0.0), "encoder none": answer.types["none"]}
        found.append({name: math.log(share + _LEAST) for name, share in shares.items()})
    return found


def _type(one: Told) -> str:
    """The PLOVER type of an act, whatever another ontology makes of its code."""
    row = default().from_cameo(one.frame.code)
    return row.type if row is not None else one.event.type


def _around(event: Event) -> tuple[str, typing_model.Offsets, typing_model.Offsets]:
    """The words around the trigger, and where it stands among them."""
    text = event.sentence.text
    start, end = event.trigger.start - event.sentence.start, event.trigger.end - event.sentence.start
    words = [match.span() for match in _WORD.finditer(text)]
    before = [first for first, last in words if last <= start][-AROUND:]
    after = [last for first, last in words if first >= end][:AROUND]
    low, high = min([start, *before]), max([end, *after])
    trigger = (start - low, end - low)
    return text[low:high], trigger, trigger


def _telling(one: Told) -> Iterator[str]:
    """How the act is told."""
    frame, event = one.frame, one.event
    yield f"status={event.status}"
    yield f"coder={'encoder' if event.rule and event.rule.startswith('encoder') else 'rule'}"
    yield f"governed={min(len(frame.path), 2)}"
    yield f"level={min(asserted(frame.predicate), 2)}"
    yield f"nominal={frame.nominal}"
    yield f"mutual={frame.mutual}"
    yield f"said={event.statement is not None}"
    yield f"place={frame.predicate.dep_}"
    for child in sorted({child.dep_ for child in frame.predicate.children} & _SHOWING):
        yield f"has={child}"
    sentence = frame.predicate.sent
    if sentence[-1].text == "?":
        yield "question"
    if any(token.lower_ in _TALKING for token in sentence):
        yield "first person"


def _words(frame: Frame) -> Iterator[str]:
    """The words by which the act is told."""
    yield f"act={frame.inner.lemma_.lower()}"
    if frame.predicate.i != frame.inner.i:
        yield f"predicate={frame.predicate.lemma_.lower()}"
    for word in frame.path:
        yield f"governor={word}"


def _parties(frame: Frame, reading: Reading) -> Iterator[str]:
    """Who did it and whom it was done to, as kinds."""
    sides = (("source", frame.source, frame.source_heads), ("target", frame.target, frame.target_heads))
    for side, actors, heads in sides:
        yield f"{side}={min(len(actors), 2)}"
        for actor in map(reading.cast.actor, actors[:2]):
            yield f"{side} kind={actor.kind}"
            yield f"{side} sector={actor.sector}"
            yield f"{side} known={actor.known}"
            yield f"{side} country={actor.country is not None}"
        yield from _head(side, heads, reading)
    one, two = ({reading.country.get(a) for a in side} - {None} for side in (frame.source, frame.target))
    if one and two:
        yield "countries differ" if one != two else "countries same"


def _head(side: str, heads: Sequence[Token], reading: Reading) -> Iterator[str]:
    if heads:
        yield f"{side} word={heads[0].pos_}"
        yield f"{side} dependency={heads[0].dep_}"
        yield f"{side} mentioned={bool(reading.cast.of(heads[0]))}"
    else:
        yield f"{side} word=none"


def _probability(row: Evidence, weights: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in row.items())))


@functools.cache
def _weights(column: str) -> Mapping[str, float]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["evidence"]: float(row[column]) for row in rows}
