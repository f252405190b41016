"""An event together with what it refers to: the row from which each event data format is written."""

from __future__ import annotations

import hashlib
import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.facts import Actor, Document, Event, Place, Record
from memcon.language import splitting


@dataclass(frozen=True, slots=True)
class Told:
    """An event, its parties and place, its first day (None where none is known), and where its report tells it.

    `sentence` counts from 1; `lead` is whether it stands in the first paragraph. `key` names the event among all
    reports.
    """

    key: str
    document: Document
    event: Event
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    place: Place | None
    day: str | None
    sentence: int
    lead: bool

    def pairs(self) -> Iterator[tuple[Actor | None, Actor | None]]:
        """Who did it to whom, one pair at a time; of a reciprocal event each party to each other one."""
        if self.event.reciprocal:
            parties = {actor.id: actor for actor in (*self.source, *self.target)}
            if len(parties) > 1:
                yield from itertools.permutations(parties.values(), 2)
                return
        yield from itertools.product(self.source or (None,), self.target or (None,))


def document_key(document: Document) -> str:
    """The document's id, or where it has none, the beginning of its text's SHA-256."""
    return document.id or hashlib.sha256(document.text.encode()).hexdigest()[:16]


def events(record: Record) -> Iterator[Told]:
    """The events of a record, in its order."""
    actors = {actor.id: actor for actor in record.actors}
    places = {place.id: place for place in record.places}
    paragraphs = list(splitting.paragraphs(record.document.text))
    starts = [s for begin, end in paragraphs for s, _ in splitting.sentences(record.document.text, begin, end)]
    name = document_key(record.document)
    for event in record.events:
        at = event.trigger.start
        yield Told(
            key=f"{name}#{event.id}",
            document=record.document,
            event=event,
            source=tuple(actors[i] for i in event.source),
            target=tuple(actors[i] for i in event.target),
            place=places.get(event.where or ""),
            day=(event.when.from_ if event.when else None) or record.document.published,
            sentence=max(1, bisect_right(starts, at)),
            lead=bool(paragraphs) and at < paragraphs[0][1],
        )


def raw_name(actor: Actor, event: Event) -> str:
    """The words by which the event's sentence mentions the actor, else those of the first mention."""
    inside = [m for m in actor.mentions if event.sentence.start <= m.start and m.end <= event.sentence.end]
    return next((m.text for m in (*inside, *actor.mentions)), actor.name)
