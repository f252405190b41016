"""The events room: who did what to whom, in PLOVER."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon import encoder
from memcon.actors import Cast
from memcon.errors import Error
from memcon.events import coding, naming, opening, typing_model
from memcon.events import ontology as ontologies
from memcon.events.ontology import Ontology
from memcon.facts import Agreement, Event, Statement, Time
from memcon.language import Analysed


def find(
    analysed: Analysed,
    cast: Cast,
    times: Sequence[Time] = (),
    statements: Sequence[Statement] = (),
    agreements: Sequence[Agreement] = (),
    published: str | None = None,
    ontology: Ontology | None = None,
) -> tuple[Event, ...]:
    """The events of the text, coded by `ontology` (PLOVER where none is given), in the order of the text."""
    country = {actor.id: actor.country for actor in (*cast.actors, *cast.hosts)}
    plover = ontology or ontologies.default()
    return coding.code(opening.Reading(analysed, cast, times, statements, published, plover, country))


def agreements(
    analysed: Analysed, cast: Cast, times: Sequence[Time] = (), published: str | None = None
) -> tuple[Agreement, ...]:
    """The agreements, strategies, summits and sanction regimes named in the text, in its order."""
    return naming.find(analysed, cast, times, published)


def classify(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, Any]:
    """Type one event whose parties are known: `source` and `target` are character offsets into `sentence`.

    Gives {"type", "quad": 1-4, "modes": {mode: probability}, "score": the type's probability}. Raises `memcon.Error`
    where an offset lies outside the sentence.
    """
    if not sentence.strip():
        raise Error("nothing to classify, the sentence is empty")
    for name, (start, end) in (("source", source), ("target", target)):
        if not (isinstance(start, int) and isinstance(end, int)):
            raise Error(f"{name} {start!r}-{end!r} are no offsets; give two whole numbers, start and end")
        if not 0 <= start <= end <= len(sentence):
            raise Error(f"{name} {start}-{end} lies outside the sentence of {len(sentence)} characters")
    return typing_model.classify(sentence, source, target, ontologies.default())


def models() -> dict[str, str]:
    """The models this room runs, by name, with the SHA-256 of each."""
    return {"events": encoder.sha256(typing_model.MODEL)}
