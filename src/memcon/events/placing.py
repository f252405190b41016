"""Where an act was done: the place that its own phrases name, or that those of its objects do."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.actors.cast import LOCATIVE
from memcon.events.clauses import clause_of
from memcon.events.frame import Frame
from memcon.facts import Place

# Visits and their promises: who goes somewhere is there.
_VISITS = ("042", "043", "036")
_TRAVEL = frozenset({"visit", "travel", "arrive", "go", "fly", "come", "head", "return", "trip", "tour", "journey"})
_THITHER = frozenset({"to", "for"})
# Acts that are done where those are whom they are done to: meetings and their promises, then what is done, not said.
_THERE = ("036", "04", "06", "07", "08", "14", "15", "17", "18", "19", "20")


def place_of(frame: Frame, cast: Cast) -> Place | None:
    """The place of the act: what hangs on its words by "in", "at", "near"; where a visit goes; of what is done to
    others, where those are. What is only said of a place ("condemned the raid near Lima") is not said there."""
    for token in (frame.inner, *frame.taken):
        place = cast.place_of(token)
        if place is not None:
            return place
    sent = frame.inner.sent
    if not cast.places_in(sent.start_char, sent.end_char):
        return None
    clause = clause_of(frame.inner)
    inside = _VISITS if frame.inner.lemma_.lower() in _TRAVEL else ()
    wanted = LOCATIVE | _THITHER if frame.code.startswith(inside) else LOCATIVE
    there = frame.code.startswith(_THERE)
    near = {frame.inner.i, *(t.i for t in (*clause.objects, *frame.target_heads) if there)}
    for name, heads, at in clause.phrases:
        if name in wanted and at.i in near:
            found = _named(heads, cast)
            if found is not None:
                return found
    if inside and frame.code.startswith(inside):
        return _named(clause.objects, cast)
    return _named(frame.target_heads, cast) if there else None


def _named(heads: Iterable[Token], cast: Cast) -> Place | None:
    return next((p for h in heads if (p := cast.place_of(h)) is not None), None)
