"""Who does an act that a pattern fits and who suffers it, where the pattern places them and where it does not."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import matching, parties, patterns
from memcon.events.clauses import Clause, clause_of, each_other, phrases_of, purposes
from memcon.events.matching import Match

# Acts of a state on its ground: releases, charges, expulsions, arrests, bans.
_RULED = ("063", "0841", "115", "116", "166", "17")
# Acts on who then leaves.
_MOVED = ("166", "174", "0841")
# Acts that others do with what is a state's own: aid, soldiers.
_SENT = ("07", "15")
# Acts done to the soldiers or envoys that elsewhere are their means.
_FORCE = ("18", "19", "20")
# Talks and cooperation, which have no other party than who is named with them.
_TOGETHER = ("04", "06")
# Acts done to what others own, or against it.
_REACHING = ("12", "16", "17", "18", "19", "20")
# What is said of a deed is said of who did it.
_JUDGING = ("05", "11")
# What people come together to talk about is no party.
_DEBATING = frozenset({"discuss", "debate", "consider", "review", "mull"})
# What somebody is hurt in.
_MIDST = frozenset({"in", "by", "during", "from", "into", "under", "after"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "myself", "ourselves"})
"""Who commits himself, or surrenders himself, is no party to it twice."""
# Whom these stand for, where nobody told them, is not the nearest one named.
_PRONOUNS = frozenset({"it", "him", "her", "them", "us", "me", "you"})

Actors = tuple[str, ...]


def of(match: Match, clause: Clause, cast: Cast) -> tuple[Actors, Actors, tuple[Token, ...]]:
    """The ids of the sources and of the targets of the act, and the heads of the phrases that name its targets."""
    code, unnamed = match.pattern.code, (clause.passive or match.pattern.swapped) and not match.source
    heads = [h for h in match.target if h.lower_ not in REFLEXIVE]
    source = parties.actors_of(cast, match.source, placed=not code.startswith(_FORCE))
    target = _stated(heads, code, cast) or _there(match, heads, source, cast)
    unknown = bool(heads) and not target and all(h.lower_ in _PRONOUNS for h in heads)
    if unknown and clause.predicate.dep_ == "ccomp":
        target = tuple(a for a in _told(clause, cast) if a not in source)
    if unnamed and code.startswith(_MOVED) and _phrases(clause, ("from",)) == heads:
        source, target = target, parties.actors_of(cast, clause.objects)  # "were expelled from Chad"
    if target and set(target) <= set(source) and not any(cast.of(h) for h in heads):
        target = ()  # what is their own ("left their posts") is no other party
    if unnamed and not source:
        source = tuple(a for a in _unnamed_agent(match, clause, cast) if a not in target)
    unknown = unknown or any(h in clause.objects and _stranger(h, cast) for h in heads)
    if not target and blamed(heads, code):
        target = tuple(a for h in heads for a in cast.owner(h) if a not in source)
    elif not target and not match.mutual and not unknown and not each_other(clause.predicate):
        target, found = _sought(match, clause, source, cast)
        heads = heads or found
    return source, target, tuple(heads)


def _there(match: Match, heads: list[Token], source: Actors, cast: Cast) -> Actors:
    """The state of the place where a pattern has the target behind "in" ("reopened its embassy in Lima")."""
    placed = any(n.party == "T" and n.prepositions & matching.PLACING for n in match.pattern.needs)
    return tuple(a for a in parties.hosts(cast, heads) if a not in source) if placed else ()


def _stranger(head: Token, cast: Cast) -> bool:
    """Whether `head` names somebody who is no known actor, and no place either."""
    return head.pos_ == "PROPN" and not cast.places_in(head.left_edge.idx, head.right_edge.idx)


def _stated(heads: list[Token], code: str, cast: Cast) -> Actors:
    """Who stands where the pattern has the target; of a deed that is judged, who did it ("the rescue by Chad")."""
    doers = [d for h in heads for p in h.children if p.dep_ == "prep" and p.lower_ == "by" for d in p.children]
    judged = parties.actors_of(cast, doers) if code.startswith(_JUDGING) else ()
    return judged or parties.actors_of(cast, heads, within=not blamed(heads, code))


def blamed(heads: Sequence[Token], code: str) -> bool:
    """Whether an attack is condemned: its doer is meant, not whom it hit nor where ("the attack in Chad")."""
    return code.startswith("11") and bool(heads) and all(matching.says(h, patterns.classes()["deed"]) for h in heads)


def _told(clause: Clause, cast: Cast) -> Actors:
    """Whom "it" or "him" stands for in what is said: who is told, else who says it ("Chad said ... fired at it")."""
    saying = clause_of(clause.predicate.head)
    return parties.actors_of(cast, saying.objects) or parties.actors_of(cast, saying.subjects)


def _sought(match: Match, clause: Clause, source: Actors, cast: Cast) -> tuple[Actors, list[Token]]:
    """The targets where the pattern has none: what the act aims at, whose the thing is that it is done to, the other
    phrases around; else the nearest one named."""
    code = match.pattern.code
    means = [t for t in match.taken if not code.startswith(_REACHING) and t.lemma_.lower() in patterns.held()]
    within = (a for h in match.source for a in cast.at(h.left_edge.idx, h.idx + len(h)))
    used = {*source, *within, *parties.actors_of(cast, means, within=False)}
    aimed = [o for t in match.taken if t.pos_ == "VERB" for o in clause_of(t).objects]
    struck = [t for t in match.taken if code.startswith(_FORCE) and t.pos_ == "NOUN" and cast.of(t)]
    owned = [] if _speak(match.source) and _speak(_owners(match.owned)) else match.owned
    loose = [h for h in matching.loose_targets(clause) if h not in means]
    for more in (aimed, struck, owned, clause.datives, loose):
        target = tuple(a for a in parties.actors_of(cast, more) if a not in used)
        if target and not any(cast.actor(a).country for a in target):
            given = parties.actors_of(cast, [*clause.datives, *_phrases(clause, ("to",))], within=False)
            target += tuple(a for a in given if a not in (*used, *target))  # "handed thirty prisoners to Chad"
        if target:
            return target, more[:1]
    company = bool(match.target) and code.startswith(_TOGETHER)  # "works with its allies to isolate Chad"
    aims = [] if company else [v for v in purposes(clause.predicate) if v.lemma_ not in _DEBATING]
    done = [s for v in clause.complements for s in v.children if s.dep_ in ("nsubj", "nsubjpass")]
    around = [*match.target, *match.taken, *clause.objects, *aims, *done]
    return parties.nearest(cast, around, tuple(used), home=False), []


def _unnamed_agent(match: Match, clause: Clause, cast: Cast) -> Actors:
    """Who did what is told in the passive without an agent: who rules where it was done, whose the attack was, whose
    the soldiers or the goods are."""
    if match.pattern.code.startswith(_RULED):
        return _ruler(clause, cast)
    if match.pattern.code.startswith(_FORCE):
        return _striker(clause, cast)
    if match.pattern.code.startswith(_SENT):
        return parties.actors_of(cast, [t for t in match.taken if t in clause.objects])
    return ()


def _ruler(clause: Clause, cast: Cast) -> Actors:
    """The state in which, or from which, someone was arrested, tried, freed or expelled."""
    heads = _phrases(clause, ("in", "from"))
    held = patterns.classes()["captivity"]
    heads += [h for name, hs, at in clause.phrases if name in ("in", "by") and at.lemma_ in held for h in hs]
    states = tuple(a for a in parties.actors_of(cast, heads, within=False) if cast.actor(a).kind == "state")
    return states or parties.hosts(cast, heads)[:1]


def _phrases(clause: Clause, names: Collection[str]) -> list[Token]:
    """The heads of the phrases of the predicate itself under one of these prepositions."""
    return [h for name, heads, at in clause.phrases if name in names and at == clause.predicate for h in heads]


def _striker(clause: Clause, cast: Cast) -> Actors:
    """Whose the attack was in or by which someone was hurt ("wounded in an Israeli raid", "in a clash with rebels"),
    where it came from ("was fired from Gaza"), or who struck as it happened ("was killed when rebels attacked")."""
    classes = patterns.classes()
    deeds = classes["attack"] | classes["striking"] | classes["deed"] | classes["fighting"]
    midst = [h for name, heads, _ in clause.phrases if name in _MIDST for h in heads] + clause.subjects
    heads = [h for h in midst if matching.says(h, deeds) or _before(h, deeds)]
    own = next(filter(None, (_fought(h, cast) for h in heads)), ())
    return (
        own
        or parties.actors_of(cast, _phrases(clause, ("from",)), within=False)
        or next(filter(None, (_who_struck(v, cast) for v in clause.predicate.children if v.dep_ == "advcl")), ())
    )


def _before(noun: Token, deeds: Collection[str]) -> bool:
    """Whether the noun stands before a deed that the parser takes for a verb: "in Chadian tank shelling"."""
    return noun.i + 1 < noun.sent.end and noun.nbor(1).lower_ in deeds


def _fought(deed: Token, cast: Cast) -> Actors:
    """Who did a deed, or whom it was done with: "a raid by Chad", "a clash with rebels", "an ambush laid by rebels"."""
    phrases = phrases_of(deed)
    heads = [h for name, hs, _ in phrases if name in ("by", "with") for h in hs]
    made = [h for c in deed.children if c.dep_ == "acl" for name, hs, _ in phrases_of(c) if name == "by" for h in hs]
    whose = cast.at(deed.left_edge.idx, deed.idx)  # "Israeli tank shelling"
    return parties.actors_of(cast, [*heads, *made]) or cast.owner(deed) or whose[:1]


def _who_struck(verb: Token, cast: Cast) -> Actors:
    """Who uses force in a clause that tells when something happened: "when guerrillas attacked their base"."""
    if not any(c.lower_ in ("when", "after", "as", "while") and c.dep_ in ("advmod", "mark") for c in verb.children):
        return ()
    clause = clause_of(verb)
    if clause.passive:
        return ()
    rows = matching.verb_patterns(verb, matching.words_of(verb.sent))
    match = next(matching.fitting_verb(clause, rows), None)
    return parties.actors_of(cast, match.source) if match is not None and match.pattern.code.startswith(_FORCE) else ()


def _owners(nouns: list[Token]) -> list[Token]:
    return [c for noun in nouns for c in noun.children if c.dep_ == "poss"]


def _speak(heads: list[Token]) -> bool:
    """Whether the heads are the speaker and those he speaks for: "our" is no other party than "I"."""
    return bool(heads) and all(h.lower_ in ("i", "we", "my", "our") for h in heads)
