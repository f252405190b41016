"""Bodies and people by what they are: "Israeli forces", "the Hungarian government", "police in Nairobi"."""

from __future__ import annotations

from memcon.actors.describing import sector_of
from memcon.actors.homes import home
from memcon.actors.identities import Identity
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import Scene, body_of, last_seen
from memcon.facts import Via

_DEFINITE = frozenset({"the", "these", "those", "this", "that"})
_LISTED = 8
"""Countries of which a plural noun makes an actor each."""


def group(scene: Scene, p: Phrase, codes: list[str]) -> None:
    """Note whom a noun for a body or for several people stands for, by the noun and its countries."""
    noun = p.noun
    assert noun is not None
    why = "noun and the country it belongs to"
    country = codes[0] if codes else None
    body = body_of(scene, p)
    if country is None and body is None:
        recent = _recent(scene, p)
        if recent is not None:
            scene.refer(p, recent, "group", "the same noun as above")
            return
        country = home(scene, p)
        why = "noun; country by where the sentence is set" if country else "noun; country not stated"
    kind = noun.kind if noun.kind != "person" else "group"
    for code in codes[:_LISTED] if p.plural and len(codes) > 1 else [country]:
        key = f"group:{_kind_of(scene, p)}:{p.number}:{body if len(codes) < 2 else code}:{code}:{_told_by(scene, p)}"
        name = None
        if code is not None and p.plural and len(codes) > 1:
            where = scene.lexicon.name_of(code)
            what = scene.w.joined(*p.core).lower() if kind == "group" else noun.noun
            name = f"{what} of {where}" if where else None
        who = Identity(key, name or scene.w.joined(p.first, p.last), kind, code, sector_of(p))
        who.body, who.plural = body or code, p.plural
        via: Via = "name" if kind == "government" else "group"
        scene.refer(p, scene.people.add(who), via, why)


def _told_by(scene: Scene, p: Phrase) -> str:
    """What tells a group from others of its noun and country: its people or the nouns before it ("Kurdish forces",
    "border force")."""
    people = [e.key for q in p.of for e in q.entries[:1] if e.kind == "group"]
    before = [scene.w.lower[i] for i in range(p.first, p.core[0]) if scene.w.tag[i] in ("NN", "NNS")]
    return " ".join([*people, *before])


def _kind_of(scene: Scene, p: Phrase) -> str:
    """The noun, with its field where that is named: "department of the treasury"."""
    assert p.noun is not None
    spoken = scene.w.joined(*p.core).lower()
    return spoken if len(spoken) > len(p.noun.noun) + 4 else p.noun.noun


def _recent(scene: Scene, p: Phrase) -> Identity | None:
    assert p.noun is not None
    if p.determiner not in _DEFINITE or p.first < p.core[0]:
        return None
    start = f"group:{_kind_of(scene, p)}:"
    found = [q for q in scene.people if q.key.startswith(start) and last_seen(q, p.first) >= 0]
    return max(found, key=lambda q: last_seen(q, p.first), default=None)
