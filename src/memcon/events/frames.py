"""Frames: every predicate of the text that a pattern fits, with its parties, and what governs it taken into account."""

from __future__ import annotations

from collections.abc import Iterable, Set

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import arguments, governing, grounds, matching, parties, patterns
from memcon.events.clauses import Clause, clause_of, each_other, phrases_of
from memcon.events.frame import SYMMETRICAL, Frame
from memcon.events.matching import Match
from memcon.events.ontology import Ontology, default

_VERBAL = frozenset({"VERB", "AUX"})
_JOINTLY = frozenset({"together", "jointly"})
# What is no work, though it be done together.
_BEING = frozenset(
    {"be", "have", "live", "stay", "stand", "sit", "come", "get", "belong", "grow", "go", "account", "hold"}
)
# Acts that need somebody else.
_ON_OTHERS = ("08", "10", "11", "12", "19")


def frames(tokens: Iterable[Token], cast: Cast) -> list[Frame]:
    """The frames of the tokens of one sentence, in the order of their predicates; an act that another frame has taken
    up is no frame of its own."""
    found: dict[int, Frame] = {}
    tokens, ontology = list(tokens), default()
    words = matching.words_of(tokens)
    for token in tokens:
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass"):
            frame = _verb_frame(token, words, cast, ontology)
            if frame is not None:
                known = found.get(frame.predicate.i)
                if known is None or (frame.path and not known.path and not _asked_for(known, frame)):
                    found[frame.predicate.i] = grounds.completed(frame, cast)
    verbs = list(found.values())
    for frame in verbs:
        for i in {frame.inner.i, *(t.i for t in frame.taken)} - {frame.predicate.i}:
            found.pop(i, None)
    told = [t for frame in found.values() for t in (*frame.taken, frame.inner, frame.predicate)]
    used = {t.i for token in told for t in (token, *matching.measured(token))}
    for token in tokens:
        if token.pos_ == "NOUN" and token.i not in used:
            noun_frame = _noun_frame(token, words, cast)
            if noun_frame is not None:
                found[token.i] = grounds.completed(noun_frame, cast)
    return [found[i] for i in sorted(found)]


def _verb_frame(verb: Token, words: Set[str], cast: Cast, ontology: Ontology) -> Frame | None:
    rows = matching.verb_patterns(verb, words)
    jointly = not words.isdisjoint(_JOINTLY) and any(
        t.lower_ in _JOINTLY for c in verb.children for t in (c, *c.children)
    )
    if not rows and not jointly and not governing.is_governed(verb):
        return None
    around = {c.dep_ for c in verb.children}
    if "csubj" in around and "nsubj" not in around:  # but "visiting minister Jane Doe met"
        return None  # "taking the town allowed them to boast"
    clause = clause_of(verb)
    match = next((m for m in matching.fitting_verb(clause, rows) if governing.is_told(m, clause)), None)
    if match is not None and match.pattern.code == patterns.NO_ACT:
        return None
    named = match is not None and _named(match, cast)
    frame = grounds.completed(_from_match(match, clause, cast), cast) if match is not None and named else None
    if frame is None and jointly:
        frame = _joint(clause, cast)
    return governing.governed(frame, verb, clause, cast, ontology)


def _joint(clause: Clause, cast: Cast) -> Frame | None:
    """What parties of several countries do "together" or "jointly", whatever it is: they work with one another."""
    source, verb = parties.actors_of(cast, clause.subjects), clause.predicate
    if verb.lemma_ in _BEING or len({cast.actor(a).country for a in source} - {None}) < 2:
        return None
    heads = tuple(clause.subjects)
    return Frame("060", "* together", verb, verb, source, (), heads, (), True, False, tuple(clause.objects))


def _asked_for(known: Frame, frame: Frame) -> bool:
    """Whether the pattern of `known` has asked for the infinitive that `frame` tells ("ordered the envoy to leave")."""
    return frame.inner in known.taken and "to" in known.rule.split()


def _named(match: Match, cast: Cast) -> bool:
    """Whether the target is an actor itself where the pattern asks for that ("received the envoy", not "advice")."""
    themselves = bool(match.target) and all(h.lower_ in arguments.REFLEXIVE for h in match.target)
    if themselves and match.pattern.code[:2] in _ON_OTHERS:
        return False  # "asked themselves"
    asked = {n.party for n in match.pattern.needs if n.itself}
    sides = {"T": match.target, "S": match.source}
    return all(parties.actors_of(cast, sides[party or "T"], within=False) for party in asked)


def _from_match(match: Match, clause: Clause, cast: Cast) -> Frame:
    source, target, heads = arguments.of(match, clause, cast)
    together = len(source) > 1 and (_symmetrical(match.pattern.code) or each_other(clause.predicate))
    return Frame(
        match.pattern.code,
        match.pattern.text,
        clause.predicate,
        clause.predicate,
        source,
        tuple(a for a in target if a not in source or len(target) == 1),
        tuple(match.source),
        heads,
        match.mutual or (together and not target),
        False,
        tuple(match.taken),
        future=match.pattern.future,
        weight=match.pattern.weight,
    )


def _symmetrical(code: str) -> bool:
    """Whether several parties that do this with no other party named do it with one another."""
    row = default().from_cameo(code)
    return row is not None and row.type in SYMMETRICAL


def _noun_frame(noun: Token, words: Set[str], cast: Cast) -> Frame | None:
    match = next(matching.fitting_noun(noun, words), None)
    if match is None:
        return None
    target = parties.actors_of(cast, match.target, within=False) or parties.actors_of(cast, match.target)
    by = [h for name, heads, _ in phrases_of(noun) if name == "by" for h in heads]
    source = parties.actors_of(cast, match.source or by) or tuple(a for a in cast.owner(noun) if a not in target)
    mutual = match.mutual or any(n.mutual and "between" in n.prepositions for n in match.pattern.needs)
    if mutual:
        source, target = source + target, ()
        if len(source) < 2:
            return None
    elif not source or not target:
        return None
    return Frame(
        match.pattern.code,
        match.pattern.text,
        noun,
        noun,
        source,
        target,
        (),
        tuple(match.target),
        mutual,
        True,
        tuple(match.taken),
    )
