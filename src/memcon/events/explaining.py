"""Why an event was coded as it was: its rule, the spans, the scores, and which patterns and types lost to it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.events import matching, ontology, typing_model
from memcon.events.clauses import clause_of
from memcon.events.matching import Match
from memcon.events.ontology import Ontology
from memcon.facts import Actor, Event, Record, Span
from memcon.language import analyse

_SHOWN = 4


def explain(record: Record, event: Event, coded_by: Ontology | None = None) -> str:
    """A few lines in plain words on `event`, which is one of the record's, coded by that ontology (else by PLOVER)."""
    return "\n".join(_lines(record, event, coded_by or ontology.default()))


def _lines(record: Record, event: Event, coded_by: Ontology) -> Iterator[str]:
    kind = coded_by.types.get(event.type)
    yield f"{event.id}  {event.type}  {', '.join(event.modes) or 'no mode'}  {event.status}"
    if kind is not None:
        yield f"  meaning     {kind.definition}"
    yield f"  sentence    {event.sentence.start}-{event.sentence.end}  {_flat(event.sentence.text)}"
    yield f"  trigger     {event.trigger.start}-{event.trigger.end}  {event.trigger.text}"
    for role, ids in (("source", event.source), ("target", event.target)):
        for actor in (a for a in record.actors if a.id in ids):
            yield f"  {role:<11} {actor.id}  {_who(actor)}  {_where(actor, event)}"
    if event.reciprocal:
        yield "  reciprocal  every party is a source"
    yield f"  day         {_day(record, event)}"
    place = next((p for p in record.places if p.id == event.where), None)
    if place is not None:
        yield f"  place       {place.id}  {place.name} ({place.country or 'no country'})  {place.start}-{place.end}"
    for span in event.topics:
        yield f"  topic       {span.start}-{span.end}  {_flat(span.text)}"
    yield f"  decided by  {event.rule}"
    yield f"  confidence  {event.confidence:.2f}"
    row = coded_by.from_cameo(event.cameo or "")
    label = f" ({row.label})" if row is not None and row.label else ""
    yield f"  CAMEO       {event.cameo or 'none'}{label}, Goldstein {event.goldstein}"
    yield f"  score       {event.score}, quad class {event.quad}, contexts {', '.join(event.contexts) or 'none'}"
    if event.statement is not None:
        yield f"  statement   {event.statement}: the act stands in what is said there"
    for span in event.mentions:
        yield f"  told again  {span.start}-{span.end}  {_flat(span.text)}"
    yield from _alternatives(record, event, coded_by)


def _alternatives(record: Record, event: Event, coded_by: Ontology) -> Iterator[str]:
    for match in _lost(event):
        row = coded_by.from_cameo(match.pattern.code)
        yield f"  lost        {match.pattern.code} {row.type if row else 'none'} | {match.pattern.text}"
    spans = [_in_sentence(record, event, ids) for ids in (event.source, event.target or event.source[1:])]
    if spans[0] is None or spans[1] is None or spans[0] == spans[1]:
        yield "  encoder     not asked: it needs both parties in the sentence"
        return
    start = event.sentence.start
    source, target = ((s.start - start, s.end - start) for s in spans if s is not None)
    found = typing_model.answer([(event.sentence.text, source, target)])[0]
    best = sorted(found.types.items(), key=lambda item: (-item[1], item[0]))[:4]
    yield "  encoder     of PLOVER's types: " + ", ".join(f"{kind} {share:.2f}" for kind, share in best)


def _lost(event: Event) -> list[Match]:
    """The patterns that fit the act too, but are less full than the one that decided: the sentence is parsed anew."""
    doc = analyse(event.sentence.text).doc
    start = event.trigger.start - event.sentence.start
    trigger = next((token for token in doc if token.idx <= start < token.idx + len(token)), None)
    if trigger is None:
        return []
    words = matching.words_of(doc)
    if trigger.pos_ == "NOUN":
        fitting = matching.fitting_noun(trigger, words)
    else:
        fitting = matching.fitting_verb(clause_of(trigger), matching.verb_patterns(trigger, words))
    return [match for match in fitting if not event.rule.endswith(match.pattern.text)][:_SHOWN]


def _in_sentence(record: Record, event: Event, ids: tuple[str, ...]) -> Span | None:
    within = [
        Span(m.start, m.end, m.text)
        for a in record.actors
        if a.id in ids
        for m in a.mentions
        if event.sentence.start <= m.start and m.end <= event.sentence.end
    ]
    return min(within, key=lambda s: s.start) if within else None


def _day(record: Record, event: Event) -> str:
    """The day or period, and what told it."""
    when = event.when
    if when is None:
        return "not told"
    time = next((t for t in record.times if t.id == when.time), None)
    if time is None:
        return f"{when.value}, the day of publication"
    how = {"syntax": "of its own clause", "sentence": "in its sentence"}.get(when.via, f"by {when.via}")
    return f'{when.value}, {time.start}-{time.end} "{_flat(time.text)}", {how}'


def _who(actor: Actor) -> str:
    known = [actor.country or "no country", actor.sector or "no sector"]
    return f"{actor.name} ({', '.join(known)})"


def _where(actor: Actor, event: Event) -> str:
    near = [m for m in actor.mentions if event.sentence.start <= m.start < event.sentence.end]
    if not near:
        return "not named in this sentence"
    return f'{near[0].start}-{near[0].end} "{_flat(near[0].text)}" by {near[0].via}'


def _flat(text: str) -> str:
    return " ".join(text.split())
