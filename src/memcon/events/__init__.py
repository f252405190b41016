"""The events room: who did what to whom, in PLOVER."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon.actors import Cast
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
    title: str | None = None,
) -> tuple[Event, ...]:
    """The events of the text."""
    from memcon.events import coding

    return coding.code(coding.Reading(analysed, cast, times, statements, published, ontology or ontologies.default()))


def agreements(
    analysed: Analysed, cast: Cast, times: Sequence[Time] = (), published: str | None = None
) -> tuple[Agreement, ...]:
    """The agreements, strategies, summits and sanction regimes named in the text."""
    return ()


def classify(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, Any]:
    """Type one event whose parties are known."""
    return {"type": "CONSULT", "quad": 1, "modes": {}, "score": 0.0}


def models() -> dict[str, str]:
    """The models this room runs, by name, with the SHA-256 of each."""
    return {}
