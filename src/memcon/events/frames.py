"""Frames: every predicate of the text that a pattern fits, with its parties, and what governs it taken into account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import governing, grounds, headlines, matching, parties, patterns
from memcon.events.clauses import Clause, clause_of, purposes
from memcon.events.frame import SYMMETRICAL, Frame
from memcon.events.matching import Match
from memcon.events.ontology import Ontology, default

# Acts of a state on its ground: charges, expulsions, arrests, bans.
_RULED = ("0841", "115", "116", "166", "17")
# Acts on who then leaves.
_MOVED = ("166", "174", "0841")
# Acts done to the soldiers or envoys that elsewhere are their means.
_FORCE = ("18", "19", "20")
# Acts done to what others own, or against it.
_HARM = ("16", "17", "18", "19", "20")
_VERBAL = frozenset({"VERB", "AUX"})
# What people come together to talk about is no party.
_DEBATING = frozenset({"discuss", "debate", "consider", "review", "mull"})
# Who commits himself, or surrenders himself, is no party to it twice.
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "myself", "ourselves"})
_SPOKEN = ("10", "11", "12")
# Whom these stand for, where nobody told them, is not the nearest one named.
_PRONOUNS = frozenset({"it", "him", "her", "them", "us", "me", "you"})


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
    headline = headlines.clause_in(tokens) if not found else None
    if headline is not None:
        match = next(matching.fitting_verb(headline, matching.verb_patterns(headline.predicate, words)), None)
        if match is not None and _named(match, cast):
            found[headline.predicate.i] = _from_match(match, headline, cast)
    verbs = list(found.values())
    for frame in verbs:
        for i in {frame.inner.i, *(t.i for t in frame.taken)} - {frame.predicate.i}:
            found.pop(i, None)
    used = {t.i for frame in found.values() for t in (*frame.taken, frame.inner, frame.predicate)}
    for token in tokens:
        if token.pos_ == "NOUN" and token.i not in used:
            noun_frame = _noun_frame(token, words, cast)
            if noun_frame is not None:
                found[token.i] = grounds.completed(noun_frame, cast)
    return [found[i] for i in sorted(found)]


def _verb_frame(verb: Token, words: Set[str], cast: Cast, ontology: Ontology) -> Frame | None:
    rows = matching.verb_patterns(verb, words)
    if not rows and not governing.is_governed(verb):
        return None
    clause = clause_of(verb)
    match = next(matching.fitting_verb(clause, rows), None)
    named = match is not None and _named(match, cast)
    frame = grounds.completed(_from_match(match, clause, cast), cast) if match is not None and named else None
    return governing.governed(frame, verb, clause, cast, ontology)


def _asked_for(known: Frame, frame: Frame) -> bool:
    """Whether the pattern of `known` has asked for the infinitive that `frame` tells ("ordered the envoy to leave")."""
    return frame.inner in known.taken and "to" in known.rule.split()


def _named(match: Match, cast: Cast) -> bool:
    """Whether the target is an actor itself where the pattern asks for that ("received the envoy", not "advice")."""
    if match.pattern.code[:2] in _SPOKEN and match.target and all(h.lower_ in _REFLEXIVE for h in match.target):
        return False  # "asked themselves"
    if not any(n.itself for n in match.pattern.needs):
        return True
    return bool(parties.actors_of(cast, match.target, within=False))


def _from_match(match: Match, clause: Clause, cast: Cast) -> Frame:
    source = parties.actors_of(cast, match.source)
    heads = [h for h in match.target if h.lower_ not in _REFLEXIVE]
    target = parties.actors_of(cast, heads)
    unknown = bool(heads) and not target and all(h.lower_ in _PRONOUNS for h in heads)
    if unknown and clause.predicate.dep_ == "ccomp":  # "Chad said a rocket was fired at it"
        saying = clause_of(clause.predicate.head)
        target = parties.actors_of(cast, saying.objects) or parties.actors_of(cast, saying.subjects)
        target = tuple(a for a in target if a not in source)
    moved = clause.passive and not match.source and match.pattern.code.startswith(_MOVED)
    if moved and _phrases(clause, ("from",)) == heads:
        source, target = target, parties.actors_of(cast, clause.objects)  # "were expelled from Chad"
    if target and set(target) <= set(source) and not any(cast.of(h) for h in heads):
        target = ()  # what is their own ("left their posts") is no other party
    if not target and not match.mutual and not unknown:
        owned = [] if _speak(match.source) and _speak(_owners(match.owned)) else match.owned
        reached = match.pattern.code[:2] in (*_HARM, "12")
        means = [t for t in match.taken if not reached and t.lemma_.lower() in patterns.held()]
        used = {*source, *parties.actors_of(cast, means, within=False)}
        loose = [h for h in matching.loose_targets(clause) if h not in means]
        force = match.pattern.code.startswith(_FORCE)
        aimed = [o for t in match.taken if t.pos_ == "VERB" for o in clause_of(t).objects]
        struck = [t for t in match.taken if force and t.pos_ == "NOUN" and cast.of(t)]
        for more in (aimed, struck, owned, clause.datives, loose):
            target = tuple(a for a in parties.actors_of(cast, more) if a not in used)
            if target:
                heads = heads or more[:1]
                break
        else:
            aims = [v for v in purposes(clause.predicate) if v.lemma_ not in _DEBATING]
            done = [s for v in clause.complements for s in v.children if s.dep_ in ("nsubj", "nsubjpass")]
            target = parties.nearest(cast, [*match.taken, *clause.objects, *aims, *done], tuple(used))
    if not source and not match.source and clause.passive and match.pattern.code.startswith(_RULED):
        source = tuple(a for a in _ruler(clause, cast) if a not in target)
    if not source and not match.source and clause.passive and match.pattern.code.startswith(_FORCE):
        source = tuple(a for a in _striker(clause, cast) if a not in target)
    return Frame(
        match.pattern.code,
        match.pattern.text,
        clause.predicate,
        clause.predicate,
        source,
        tuple(a for a in target if a not in source or len(target) == 1),
        tuple(match.source),
        tuple(heads),
        match.mutual or (len(source) > 1 and not target and _symmetrical(match.pattern.code)),
        False,
        tuple(match.taken),
        future=match.pattern.future,
        weight=match.pattern.weight,
    )


def _ruler(clause: Clause, cast: Cast) -> tuple[str, ...]:
    """The state in which, or from which, someone was arrested, tried or expelled, where no agent is told."""
    heads = _phrases(clause, ("in", "from"))
    held = patterns.classes()["captivity"]
    heads += [h for name, hs, at in clause.phrases if name in ("in", "by") and at.lemma_ in held for h in hs]
    states = tuple(a for a in parties.actors_of(cast, heads, within=False) if cast.actor(a).kind == "state")
    return states or parties.hosts(cast, heads)[:1]


def _phrases(clause: Clause, names: Collection[str]) -> list[Token]:
    """The heads of the phrases of the predicate itself under one of these prepositions."""
    return [h for name, heads, at in clause.phrases if name in names and at == clause.predicate for h in heads]


def _striker(clause: Clause, cast: Cast) -> tuple[str, ...]:
    """Whose the attack was in or by which someone was hurt, where no agent is told ("wounded in an Israeli raid"), or
    where it came from ("was fired from Gaza")."""
    deeds = patterns.classes()["attack"]
    heads = [h for name, heads, _ in clause.phrases if name in ("in", "by", "during") for h in heads]
    own = next(filter(None, (cast.owner(h) for h in heads if matching.says(h, deeds))), ())
    return own or parties.actors_of(cast, _phrases(clause, ("from",)), within=False)


def _owners(nouns: list[Token]) -> list[Token]:
    return [c for noun in nouns for c in noun.children if c.dep_ == "poss"]


def _speak(heads: list[Token]) -> bool:
    """Whether the heads are the speaker and those he speaks for: "our" is no other party than "I"."""
    return bool(heads) and all(h.lower_ in ("i", "we", "my", "our") for h in heads)


def _symmetrical(code: str) -> bool:
    """Whether several parties that do this with no other party named do it with one another."""
    row = default().from_cameo(code)
    return row is not None and row.type in SYMMETRICAL


def _noun_frame(noun: Token, words: Set[str], cast: Cast) -> Frame | None:
    match = next(matching.fitting_noun(noun, words), None)
    if match is None:
        return None
    target = parties.actors_of(cast, match.target, within=False) or parties.actors_of(cast, match.target)
    source = parties.actors_of(cast, match.source) or tuple(a for a in cast.owner(noun) if a not in target)
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
