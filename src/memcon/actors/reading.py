"""The actors room in its order: phrases, names, titles, pronouns, and the cast they make."""

from __future__ import annotations

import re

from memcon.actors import cast, names, titles
from memcon.actors.belonging import give_countries
from memcon.actors.cast import Cast, Reference
from memcon.actors.coreference import pronouns
from memcon.actors.describing import describe
from memcon.actors.homes import settle_peoples
from memcon.actors.introductions import meet
from memcon.actors.issuing import issuer_of, own_voice, paper_of
from memcon.actors.lexicon import Lexicon
from memcon.actors.mentions_links import link
from memcon.actors.mentions_phrases import Chunker, Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.named_later import join_names
from memcon.actors.places import fold
from memcon.actors.resolution import Scene, subjects
from memcon.actors.settling import evidence
from memcon.actors.wordlists import Issuer
from memcon.facts import Actor, Document, Place
from memcon.knowledge import Base
from memcon.language import Analysed, analyse


def resolve(analysed: Analysed, published: str | None, base: Base, document: Document | None = None) -> Cast:
    """The cast of one report: every mention of an actor resolved, as far as the report and `base` tell, on the day it
    was `published` (ISO date, or None where that is not known).

    `document` gives title and publisher, which help to settle who "the Secretary" is. An actor that neither tells of is
    `known=False`, a country that neither gives is None.
    """
    lexicon = Lexicon(base, published)
    scene = _scene(analysed, lexicon, issuer_of(document))
    scene.paper = None if scene.issuer is not None else paper_of(document, lexicon)
    if scene.issuer is not None and document is not None:
        _meet_in_title(scene, document.title or "")
    _name_all(scene)
    join_names(scene)
    pronouns(scene)
    own_voice(scene, document, analysed)
    return _cast(scene, analysed)


def _scene(analysed: Analysed, lexicon: Lexicon, issuer: Issuer | None) -> Scene:
    """The phrases of a text, with the countries that it names beyond doubt."""
    w = Words(analysed)
    chunker = Chunker(w, lexicon)
    sentences = []
    for first, last in w.sentences:
        phrases = chunker.phrases(first, last)
        link(w, phrases, first, last)
        sentences.append(phrases)
    return Scene(w, lexicon, sentences, seen=evidence(w, sentences), issuer=issuer, subjects=subjects(w))


def _meet_in_title(scene: Scene, title: str) -> None:
    """Meet those whom the title of a release names by words that its text has not, so that "the Deputy Secretary" below
    is the one of the title; they are no actors until the text mentions them."""
    there = set(scene.w.text)
    if all(word in there for word in re.findall(r"[^\W\d_]{4,}", title) if word[0].isupper()):
        return
    above = _scene(analyse(title), scene.lexicon, scene.issuer)
    _name_all(above)
    spoken = {fold(word) for word in there}
    for who in above.people:
        titled = who.person and who.parts and (who.known or who.office is not None)
        named = spoken.issuperset(who.parts[:1]) and spoken.intersection(who.parts[-1:] + who.parts[1:])
        if titled and not named:
            who.seen, who.first_token = [], 1 << 60
            scene.people.add(who)


def _name_all(scene: Scene) -> None:
    """Find out whom each name and title of the text stands for, and where they belong."""
    meet(scene)
    for phrases in scene.sentences:
        for p in phrases:
            describe(scene, p)
    settle_peoples(scene)
    for phrases in scene.sentences:
        for p in sorted(phrases, key=lambda p: p.noun is not None and p.is_title):
            _resolve(scene, p)
    give_countries(scene)


def _resolve(scene: Scene, p: Phrase) -> None:
    """Find out whom `p` stands for, those that it belongs to first, and note the mention."""
    if id(p) in scene.done:
        return
    scene.done.add(id(p))
    for q in (*p.of, *p.located):
        _resolve(scene, q)
    if scene.resolved(p):
        return
    if p.handle or p.entries or p.name is not None:
        names.resolve(scene, p)
    elif p.describes is not None and p.noun is not None:
        _resolve(scene, p.describes)
        titles.described(scene, p)
    elif p.noun is not None:
        titles.resolve(scene, p)
    if p.noun is not None and p.noun.office == "counterpart" and (p.describes is not None or not p.is_title):
        titles.as_peer(scene, p)


def _cast(scene: Scene, analysed: Analysed) -> Cast:
    w = scene.w
    met = [who for who in scene.people if who.seen]
    met.sort(key=lambda who: (min(s.first for s in who.seen), who.key))
    ids = {id(who): f"a{n}" for n, who in enumerate(met, 1)}
    merged: dict[tuple[int, int], Reference] = {}
    for who in met:
        for s in who.seen:
            start, end = w.idx[s.first], w.ends[s.last - 1]
            known = merged.get((start, end))
            before = known.ids if known else ()
            if ids[id(who)] not in before:
                merged[start, end] = Reference(start, end, w.idx[s.head], (*before, ids[id(who)]), s.via, s.how)
    actors: list[Actor] = [who.actor(ids[id(who)]) for who in met]
    placed = sorted(scene.places, key=lambda q: q.first)
    places = []
    for n, q in enumerate(placed, 1):
        start, end = w.idx[q.first], w.ends[q.last - 1]
        spot = q.spot
        places.append(
            Place(
                f"p{n}",
                start,
                end,
                analysed.text[start:end],
                spot.name if spot else q.name,
                q.country,
                spot.lat if spot else None,
                spot.lon if spot else None,
                spot.geonames if spot else None,
            )
        )
    hosts = _hosts(scene, actors, places)
    return cast.build(actors, places, merged.values(), analysed.text, hosts)


def _hosts(scene: Scene, actors: list[Actor], places: list[Place]) -> list[Actor]:
    """The states in which the places lie, then those of the actors, that are no actors yet, numbered after those, in
    the order of the text."""
    there = {actor.country for actor in actors if actor.kind == "state"}
    countries = (*(p.country for p in places), *(a.country for a in actors))
    wanted = dict.fromkeys(country for country in countries if country and country not in there)
    found = (scene.lexicon.state(country) for country in wanted)
    states = [scene.people.of_entry(entry) for entry in found if entry is not None and entry.kind == "state"]
    return [who.actor(f"a{n}") for n, who in enumerate(states, len(actors) + 1)]
