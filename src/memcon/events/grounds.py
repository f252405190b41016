"""The state that an act falls on where none of those it is done to is of a known one: that of the place where they
are, or where it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import arguments, matching, parties, patterns
from memcon.events.clauses import clause_of, phrases_of
from memcon.events.frame import Frame

# Acts that fall on the state where they are done: visits, then what is done and not said.
_GROUNDED = ("042", "045", "06", "07", "08", "09", "14", "15", "16", "17", "18", "19", "20")
# Acts of a state's people on their own ground, unless another state is told.
_HOME = ("08", "09", "115", "116", "14", "153", "154", "166", "17")
_FORCE = ("18", "19", "20")
_RISEN = ("REB", "UAF")
# What stands for a country with those who have none: armed groups, bodies and companies of many countries.
_NOWHERE = frozenset({None, "IMG", "NGO", "MNC"})
_ALONG = frozenset({"through", "across", "around", "inside", "outside", "throughout", "near", "of", "off", "along"})


def completed(frame: Frame, cast: Cast) -> Frame:
    """`frame` with the state of the place among its targets, where no other target has a state; else with whom of the
    source's own country its words name. Those who protest in a place, of no told country, are of the state it is in."""
    sent = frame.inner.sent
    placed = bool(cast.places_in(sent.start_char, sent.end_char))
    if placed and frame.code.startswith("14") and frame.source and not _stateful(frame.source, cast):
        around = _first(cast, [frame.inner], frame.target)
        frame = frame if around is None else replace(frame, source=(*frame.source, around))
    if frame.mutual or _stateful(frame.target, cast) or arguments.blamed(frame.target_heads, frame.code):
        return frame
    if frame.target and (whose := _whose(frame, cast)):
        return replace(frame, target=(*frame.target, *whose))
    if frame.code.startswith("15") and not frame.target and (facing := _answered(frame, cast)):
        return replace(frame, target=facing)
    state = None
    if placed:
        state = _told_of(frame, cast)
        if state is None and not frame.nominal and frame.code.startswith(_GROUNDED):
            state = _done_in(frame, cast)
    if state is not None:
        return replace(frame, target=(*frame.target, state))
    if frame.target or frame.nominal or any(h.pos_ == "PRON" for h in frame.target_heads):
        return frame
    done_to = [t for t in (*frame.taken, *clause_of(frame.inner).objects) if t.lemma_.lower() not in patterns.held()]
    return replace(frame, target=parties.nearest(cast, done_to, frame.source))


def at_home(frame: Frame, cast: Cast) -> Frame:
    """`frame` with the source's own state as target, where a state's people rule, yield or protest, nobody of a known
    state is told as target, and the sentence speaks of no other country."""
    if frame.mutual or not (frame.code.startswith(_HOME) or _rising(frame, cast)) or _stateful(frame.target, cast):
        return frame
    sent = frame.inner.sent
    first, last = sent.start_char, sent.end_char
    around = {cast.actor(a).country for a in cast.at(first, last)} | {p.country for p in cast.places_in(first, last)}
    home = {cast.actor(a).country for a in frame.source} - _NOWHERE
    state = cast.state(next(iter(home)) or "") if len(home) == 1 and around - _NOWHERE <= home else None
    return frame if state is None else replace(frame, target=(*frame.target, state))


def _rising(frame: Frame, cast: Cast) -> bool:
    """Whether those who use force are armed groups, or seize power: they fight the state they belong to."""
    armed = any(cast.actor(a).kind == "armed_group" or cast.actor(a).sector in _RISEN for a in frame.source)
    return frame.code.startswith(_FORCE) and (armed or any(t.lemma_ in ("power", "coup") for t in frame.taken))


def _stateful(actors: Iterable[str], cast: Cast) -> bool:
    return any(cast.actor(a).country not in _NOWHERE for a in actors)


def _whose(frame: Frame, cast: Cast) -> tuple[str, ...]:
    """Who is named in the words that tell of targets of no told country ("four men wanted by Mali", "people living in
    Syrian camps", "the Russian firm Acme")."""
    heads = [h for h in frame.target_heads if set(cast.of(h)) & set(frame.target)]
    known = (*frame.source, *frame.target)
    before = (a for h in heads for a in cast.at(h.left_edge.idx, h.idx) if a not in known)
    told = [c for h in heads for c in h.children if c.i > h.i and c.dep_ in ("acl", "prep")]
    found = tuple(before) or parties.nearest(cast, told, known)
    return found if _stateful(found, cast) else ()


def _answered(frame: Frame, cast: Cast) -> tuple[str, ...]:
    """Whose act soldiers are moved to answer ("sent tanks north after Chadian rebels crossed the river")."""
    theirs = {cast.actor(a).country for a in frame.source}
    clauses = (v for v in frame.predicate.children if v.dep_ == "advcl" and v.i > frame.predicate.i)
    for verb in clauses:
        if any(
            c.lower_ in ("after", "as", "because", "since", "when") and c.dep_ in ("mark", "advmod")
            for c in verb.children
        ):
            found = parties.actors_of(cast, clause_of(verb).subjects)
            if found and not {cast.actor(a).country for a in found} & (theirs | _NOWHERE):
                return found
    return ()


def _told_of(frame: Frame, cast: Cast) -> str | None:
    """The state of a place that says who the targets are ("the mayor of Nablus", "villagers from Mali")."""
    told = [h for h in frame.target_heads if frame.target and set(cast.of(h)) & set(frame.target)]
    return _first(cast, told, frame.source)


def _done_in(frame: Frame, cast: Cast) -> str | None:
    clause = clause_of(frame.inner)
    along = [h for name, heads, _ in phrases_of(frame.inner) if name in _ALONG for h in heads]
    around = [frame.inner] if frame.target_heads and frame.code.startswith(_FORCE) else []
    for heads in (frame.target_heads, frame.taken, clause.objects, matching.loose_targets(clause), along, around):
        state = _first(cast, heads, frame.source)
        if state is not None:
            return state
    return None


def _first(cast: Cast, heads: Iterable[Token], source: tuple[str, ...]) -> str | None:
    return next((a for a in parties.hosts(cast, heads) if a not in source), None)
