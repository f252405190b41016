"""Who is party to a named agreement, when and where it was made or held, as its name and its clause tell."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.actors.cast import LOCATIVE
from memcon.events import parties, patterns
from memcon.events.clauses import clause_of
from memcon.events.dating import when_of
from memcon.facts import Actor, Place, Span, Time, When
from memcon.language import Analysed

_VERBAL = frozenset({"VERB", "AUX"})
_STATES = frozenset({"state", "igo"})
_HYPHEN = re.compile(r"[-–]")


@dataclass(frozen=True, slots=True)
class Around:
    """What the text has beside the name: the parse, the actors, the times and the day of publication."""

    analysed: Analysed
    cast: Cast
    times: Sequence[Time]
    published: str | None


@functools.cache
def _verbs(name: str) -> frozenset[str]:
    return frozenset(patterns.data("agreements.toml")["verbs"][name].split())


def parties_of(head: Token, span: Span, around: Around) -> tuple[str, ...]:
    """The actors that are party: those in the name and behind its "between" and "with", and those who sign or join."""
    cast = around.cast
    found = [*_in_name(span, around)]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("between", "with") and child.i > head.i:
            found += cast.at(child.idx, child.right_edge.idx + len(child.right_edge))
    for verb in _acts(head, "joining"):
        clause = clause_of(verb)
        doers = (subject for subject in clause.subjects if subject.i != head.i)
        found += [_state_of(actor, verb, cast) for actor in parties.actors_of(cast, doers)]
        found += [a for name, heads, _ in clause.phrases if name == "with" for a in parties.actors_of(cast, heads)]
    return tuple(dict.fromkeys(a for a in found if cast.actor(a).kind in _STATES))


def _state_of(actor: str, verb: Token, cast: Cast) -> str:
    """The state for which someone signs, else the actor."""
    who = cast.actor(actor)
    signs = verb.lemma_.lower() in _verbs("signing") and who.kind in ("person", "government")
    return (cast.state(who.country) or actor) if signs and who.country else actor


def _in_name(span: Span, around: Around) -> Iterable[str]:
    """The states and organisations that the name has as words of its own, or joined by a hyphen ("Kenya-Uganda"); a
    city in a name is where it was made."""
    cast = around.cast
    for reference in cast.references_in(span.start, span.end):
        whole = reference.start <= span.start and span.end <= reference.end
        if reference.via == "name" and not whole:
            words = around.analysed.text[reference.start : reference.end]
            yield from (a for a in reference.ids if cast.actor(a).kind in _STATES and not _is_place(words, cast, a))
    parts = [part.split() for part in _HYPHEN.split(span.text)]
    joined = [part[-1] for part in parts[:-1] if part] + [part[0] for part in parts[1:] if part]
    yield from (a.id for name in joined for a in cast.actors if a.kind in _STATES and _is_named(a, name))


def _is_place(words: str, cast: Cast, actor: str) -> bool:
    """Whether the words are a place of the state `actor`, and not the state."""
    return any(p.text == words and p.name != cast.actor(actor).name for p in cast.places)


def _is_named(actor: Actor, words: str) -> bool:
    short = patterns.data("agreements.toml")["short"]
    named = words == actor.name or any(m.via == "name" and m.text == words for m in actor.mentions)
    return named or (actor.country is not None and short.get(words.replace(".", "")) == actor.country)


def when_made(head: Token, span: Span, around: Around, convened: bool) -> When | None:
    """When it was signed, joined or opened, or, where it is `convened`, the day of its clause; else the year before the
    name ("the 1994 treaty")."""
    found = None
    for verb in _acts(head, "dating"):
        trigger = around.analysed.token_span(verb, verb)
        found = found or when_of(trigger, around.analysed, around.times, around.published)
    if convened and (found is None or not found.time):
        found = when_of(span, around.analysed, around.times, around.published)
    if found is not None and found.time:
        return found
    before = [t for t in around.times if t.end < span.start and not around.analysed.text[t.end : span.start].strip()]
    return When(before[0].value, before[0].from_, before[0].to, before[0].id, "syntax") if before else None


def where_made(head: Token, span: Span, around: Around, convened: bool) -> Place | None:
    """The place that hangs on the name, or on the verb that says that it was made or held."""
    cast = around.cast
    places = [cast.place_of(head)]
    for verb in _acts(head, "dating"):
        places += [cast.place_of(h) for name, hs, at in clause_of(verb).phrases if name in LOCATIVE for h in hs]
    if convened:
        places += [cast.place_of(t) for t in head.sent if t.lower_ == "in" for t in t.children]
    return next((p for p in places if p is not None and not span.start <= p.start < span.end), None)


def _acts(head: Token, kind: str) -> list[Token]:
    """The verbs of that kind of which `head` is subject or object, a relative clause's among them."""
    first = head
    while first.dep_ in ("conj", "appos") and first.head != first:
        first = first.head
    above = first.head
    while above.pos_ in ("ADP", "ADV", "SCONJ") and above.head != above:
        above = above.head
    around = [above, *(c for c in head.children if c.dep_ in ("relcl", "acl"))]
    return [v for v in around if v.pos_ in _VERBAL and v.lemma_.lower() in _verbs(kind)]
