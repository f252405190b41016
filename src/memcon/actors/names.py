"""Names once everybody named in full has been met: states, organisations, short names, cities, handles."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.describing import describe
from memcon.actors.identities import Identity, name_parts
from memcon.actors.introductions import person, short_for_title
from memcon.actors.lexicon import Entry
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.places import choose, fold
from memcon.actors.resolution import Placed, Scene, aimed, countries_of, last_seen, placed, received, state, visited
from memcon.actors.spellings import same_sound
from memcon.actors.wordlists import given_names, words

_AS_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "poss", "ROOT"})

_TRADED_WITHIN = 4
"""Words up the parse within which a thing is traded: "a ban on imports of Hungarian wine"."""
_DATELINE = 6
"""Tokens of the longest line that only tells a place."""
_LARGE = 100_000
"""Inhabitants of a town that may act by name in a report that names nothing else of its country."""


def resolve(scene: Scene, p: Phrase) -> None:
    """Find out whom the name in `p` stands for, now that everybody named in full has been met."""
    if p.handle:
        _handle(scene, p)
        return
    if not p.entries:
        _short_name(scene, p)
        return
    people = [e for e in p.entries if e.person or e.short]
    others = len(people) < len(p.entries)
    titled = p.noun is not None or p.honorific or p.described is not None
    if (people and (titled or not others)) or _bears_the_name(scene, p):
        _short_name(scene, p)
        return
    settled = scene.meaning(p)
    if settled.entry is not None and settled.entry.kind == "government" and short_for_title(scene, p):
        return
    if settled.entry is not None and _in_a_part_of_another(scene, p, settled.entry):
        return
    if not settled.entries:
        _left_open(scene, p, settled.why)
    for entry in settled.entries:
        if entry.what == "adjective":
            _adjective(scene, p, entry)
        elif entry.what == "region":
            _region(scene, p, entry, settled.why)
        elif entry.what in ("state", "metonym"):
            _state(scene, p, entry, settled.why if len(settled.entries) == 1 else "states of that name together")
        elif entry.via != "metonym" or not (p.part_of is not None or p.modifier):  # "Westminster magistrates court"
            scene.refer(p, scene.people.of_entry(entry), entry.via, settled.why)


# ---- names that mean something on their own ------------------------------------------------------------------------


def _bears_the_name(scene: Scene, p: Phrase) -> bool:
    """Whether somebody met above bears the name as surname, and nothing else in the report speaks for the state or
    place that is called so: "Costa" after António Costa, "Jordan" after Jim Jordan."""
    w = scene.w
    if p.modifier or p.core[1] - p.core[0] > 1 or placed(w, p) or visited(w, p):
        return False
    name = w.joined(*p.core)
    parts = name_parts(name)
    found = [q for q in scene.people.called(name) if q.parts[-1:] == parts[-1:] and q.first_token < p.first]
    if not found:
        return False
    named = any(e.person or e.short for e in p.entries)
    entry = scene.meaning(p).entry
    return named or entry is None or not _told_otherwise(scene, name, entry)


def _told_otherwise(scene: Scene, name: str, entry: Entry) -> bool:
    """Whether the report names the country of `entry` by another word than `name`."""
    return any(
        q.entries and q.entries[0].country == entry.country and scene.w.joined(*q.core) != name
        for phrases in scene.sentences
        for q in phrases
    )


def _in_a_part_of_another(scene: Scene, p: Phrase, entry: Entry) -> bool:
    """Note the town that bears a state's name where the province it is in follows: "Lebanon, Ohio"."""
    w, i = scene.w, p.core[1]
    if i + 1 >= len(w) or w.text[i] != "," or not w.text[i + 1][0].isupper():
        return False
    after = {s.country for s in scene.lexicon.spots(w.text[i + 1]) if s.kind == "province"}
    after -= {entry.country} if entry.what != "region" else set()
    towns = [s for s in scene.lexicon.spots(w.joined(*p.core)) if s.country in after and s.kind != "province"]
    if not towns:
        return False
    scene.places.append(Placed(p.core[0], p.core[1], towns[0].name, towns[0], towns[0].country))
    return True


def _left_open(scene: Scene, p: Phrase, why: str) -> None:
    """A name that may be several states': an actor of no country."""
    peoples = p.adjective and p.entries[0].kind == "group" and p.determiner == "the"
    if p.part_of is not None or p.modifier or (p.adjective and not peoples):
        return
    name = scene.w.joined(*p.core)
    if placed(scene.w, p):
        scene.places.append(Placed(p.core[0], p.core[1], name, None, None))
        return
    kind = p.entries[0].kind
    who = Identity(f"open:{name.lower()}", name, kind if kind != "person" else "other", plural=peoples)
    who = scene.people.add(who)
    scene.refer(p, who, "name", why)


def _bare_thing(w: Words, i: int) -> bool:
    """Whether what comes from a country does nothing for it: "Hungarian wine", not "tariffs on Hungarian wine"."""
    if w.lemma[i] not in words("not_actors"):
        return False
    at = i
    for _ in range(_TRADED_WITHIN):
        at = w.head[at]
        if w.lemma[at] in words("trading"):
            return False
    return True


def _adjective(scene: Scene, p: Phrase, entry: Entry) -> None:
    """ "Hungarian" before a deed or a thing gives the state; "the Hungarians" gives a people; else it is no actor."""
    w = scene.w
    if entry.country is None:
        return
    if p.modifier:
        if entry.kind != "group" and (p.modifies is None or not _bare_thing(w, p.modifies)):
            who = state(scene, entry.country)
            if who is not None:
                scene.refer(p, who, "name", "adjective of a state")
        return
    if p.part_of is not None:
        return
    counted = bool(scene.lexicon.find(w.text[p.head] + "s"))  # "an American", but not "a French"
    noun = w.dep[p.head] in _AS_NOUN
    word = w.text[p.head]
    several = word.endswith("s") and any(e.what == "adjective" for e in scene.lexicon.find(word[:-1]))
    plural = several or w.tag[p.head] in ("NNPS", "NNS") or (p.determiner == "the" and noun and not counted)
    single = p.determiner in ("a", "an", "the") and noun and w.dep[p.head] != "attr"
    above = [q for q in scene.covering.get(w.head[p.head], ()) if q.person] if w.dep[p.head] == "appos" else []
    if single and above:  # "Jane Doe, a Syrian from Aleppo"
        above[0].country = above[0].country or entry.country
        scene.refer(p, above[0], "title", "people by their nation")
        return
    if plural or single:
        name = w.joined(p.first, p.last)
        key = f"people:{entry.country}" if plural else f"person:{entry.country}:{p.first}"
        who = Identity(key, name, "group" if plural else "person", entry.country, "CVL", plural=plural)
        scene.refer(p, scene.people.add(who), "group" if plural else "title", "people by their nation")


def _region(scene: Scene, p: Phrase, entry: Entry, why: str) -> None:
    """A part of a state that bears a state's name: a place where it is placed, else an actor of the state it is in."""
    w = scene.w
    name = w.joined(*p.core)
    found = scene.lexicon.spots(name)
    spot = choose([s for s in found if s.country == entry.country])
    if placed(w, p) or visited(w, p):
        scene.places.append(Placed(p.core[0], p.core[1], name, spot, entry.country))
    elif entry.key.startswith("part:"):
        who = Identity(entry.key, entry.name, entry.kind, entry.country, entry.sector)
        scene.refer(p, scene.people.add(who), "name", why)


def _state(scene: Scene, p: Phrase, entry: Entry, why: str) -> None:
    w = scene.w
    dateline = _dateline(scene, p)
    inside = placed(w, p) or dateline
    metonym = entry.what == "metonym"
    reached = metonym and visited(w, p)
    held = metonym and p.modifies is not None and w.lemma[p.modifies] in words("held_in")
    held = held or (metonym and w.dep[p.head] == "poss" and w.lemma[w.head[p.head]] in words("town_things"))
    if (inside and not p.modifier) or reached or held:
        name = w.joined(*p.core)
        found = p.places or scene.lexicon.spots(name)
        spot = choose(found, [entry.country] if entry.country else [])
        scene.places.append(Placed(p.core[0], p.core[1], name if metonym else entry.name, spot, entry.country))
        if held or dateline or (metonym and not received(w, p)):
            return
        why = "state, named as a place" if inside else why
    who = state(scene, entry.country) if entry.country else None
    if who is None:
        who = scene.people.of_entry(entry)
    via = "group" if len(scene.meaning(p).entries) > 1 else entry.via
    scene.refer(p, who, via, why)


def _dateline(scene: Scene, p: Phrase) -> bool:
    """Whether a line only tells where a report was given: "Chisinau, Moldova", "Washington, D.C."."""
    w = scene.w
    first, last = w.sentences[scene.sentence_of(p.first)]
    names = all(w.text[i] == "," or w.text[i][0].isupper() for i in range(first, last))
    return names and last - first <= _DATELINE and "," in w.text[first:last]


# ---- short names, cities, handles ----------------------------------------------------------------------------------


def _short_name(scene: Scene, p: Phrase) -> None:
    """A surname, alone or behind a title; else a city, as a place or an actor; else nobody."""
    w = scene.w
    name = w.joined(*p.core)
    if w.lower[p.core[0]] in words("peoples") and p.part_of is not None:
        return
    countries = [c for q in p.of for c in countries_of(scene, q)]
    who = _met(scene, p, name, countries)
    if who is not None:
        scene.refer(p, who, "name", f"short name of {who.name}")
        describe(scene, p)
        return
    office = p.noun.office if p.noun is not None else None
    known, why = scene.lexicon.person(p.entries or scene.lexicon.find(name), countries, office, scene.seen.countries)
    titled = p.noun is not None or p.honorific or p.described is not None
    if known is not None and not (p.honorific and not known.short and not known.person):
        scene.refer(p, scene.people.of_entry(known), "name", why)
        describe(scene, p)
    elif titled:
        scene.refer(p, scene.people.add(person(name, p)), "name", "surname with a title; not in the knowledge base")
        describe(scene, p)
    elif w.idx[p.core[0]] in w.signed:
        scene.refer(p, scene.people.add(person(name, p)), "name", "signs a letter")
    elif (alias := scene.people.by_alias(name)) is not None:
        scene.refer(p, alias, "name", f"acronym given for {alias.name}")
    elif p.places:
        _city(scene, p, name)
    elif p.part_of is None and any(c.isdigit() for c in name):
        release(scene, p)
    elif _acts(scene.w, p) and w.lower[p.core[0]].rstrip(".") not in words("company_forms"):
        key = f"name:{fold(name)}"
        owner = p.possessor if p.possessor is not None else next(iter(p.of), None)
        codes = countries or (countries_of(scene, owner) if owner is not None else [])
        given = fold(name) in given_names() and name.isalpha()
        who = Identity(key, name, "person" if given else "other", codes[0] if codes else None)
        scene.refer(p, scene.people.add(who), "name", "a name that acts; nothing tells whose")


def release(scene: Scene, p: Phrase) -> None:
    """Where what `p` names is nobody, the state it belongs to is named all the same: "a Yemeni school bus", "Turkish
    F-16s"."""
    if p.modifies is not None and _bare_thing(scene.w, p.modifies):
        return
    for q in p.of:
        entry = scene.meaning(q).entry if q.entries and q.part_of is p else None
        people = entry is not None and entry.what == "adjective" and entry.kind == "group"  # "the Kurdish presence"
        who = state(scene, entry.country) if entry is not None and entry.country and not people else None
        if who is not None:
            scene.refer(q, who, "name", "adjective of a state")


def _acts(w: Words, p: Phrase) -> bool:
    """Whether a name that nothing else explains does what people and bodies do."""
    first, last = p.core
    dep, verb = _role(w, p.head)
    proper = all(w.tag[k] in ("NNP", "NNPS") or not w.text[k][0].isalpha() for k in range(first, last))
    sure = first not in {f for f, _ in w.sentences} or last - first > 1 or w.text[first][1:] != w.lower[first][1:]
    thing = w.lower[last - 1] in words("thing_heads")
    whole = not p.modifier and p.part_of is None and p.noun is None
    return (
        whole
        and proper
        and (sure or w.tag[verb] in ("VBD", "VBZ", "VBN"))
        and not thing
        and dep
        in (
            "nsubj",
            "agent",
        )
        and (w.lemma[verb] in words("acts") or w.lemma[verb] in words("harms") or w.lemma[verb] in words("blames"))
    )


def _met(scene: Scene, p: Phrase, name: str, countries: Sequence[str]) -> Identity | None:
    """The person in the report whom a short name stands for."""
    found = scene.people.called(name)
    if p.places and p.noun is None and placed(scene.w, p):
        return None
    if countries and p.noun is not None:
        found = [q for q in found if q.country is None or q.country in countries] or found[:1]
    if not found and not p.entries and not p.places and p.core[1] - p.core[0] == 1:
        found = [q for q in scene.people if len(q.parts) > 1 and same_sound(q.parts[-1], name)]
        found = [q for q in found if q.known or q.parts[-1][:1] == fold(name)[:1]]
        return found[0] if len(found) == 1 else None
    if len(found) > 1:
        return max(found, key=lambda q: (_so_called(scene, q, p), last_seen(q, p.first)))
    return found[0] if found else None


def _so_called(scene: Scene, who: Identity, p: Phrase) -> bool:
    """Whether somebody has been called above by the one word that `p` is."""
    w = scene.w
    return any(s.last - s.first == 1 and s.first < p.first and w.text[s.first] == w.text[p.head] for s in who.seen)


def _city(scene: Scene, p: Phrase, name: str) -> None:
    w = scene.w
    if w.text[min(p.core[1], len(w) - 1)] == "-":
        return  # "Arab-populated"
    spot = choose(p.places, scene.near_countries(p.head), _within(scene, p))
    inside = placed(w, p)
    if not inside and not p.modifier and p.part_of is None and p.describes is None and spot is not None:
        dep, verb = _role(w, p.head)
        large = spot.people >= _LARGE or spot.kind != "city" or spot.country in scene.seen.countries
        acting = large and dep in ("nsubj", "agent") and w.lemma[verb] in words("acts")
        struck = dep in ("nsubjpass", "dobj") and w.lemma[verb] in words("harms")
        struck = struck or (dep == "pobj" and w.lower[verb] == "at" and aimed(w, verb))
        if acting or struck:
            capital = state(scene, spot.country) if acting and spot.kind == "capital" else None
            who = capital or Identity(f"city:{spot.geonames}", spot.name, "other", spot.country)
            scene.refer(p, scene.people.add(who), "metonym", "a city that acts or is acted on")
            if acting:
                return
    if inside or spot is not None:
        scene.places.append(Placed(p.core[0], p.core[1], name, spot, spot.country if spot else None))


def _within(scene: Scene, p: Phrase) -> str | None:
    """The country of the province or state named behind a comma: "Clarkston, Georgia", "Sfax, Tunisia"."""
    w, i = scene.w, p.core[1]
    if i + 1 >= len(w) or w.text[i] != "," or not w.text[i + 1][0].isupper():
        return None
    provinces = [s.country for s in scene.lexicon.spots(w.text[i + 1]) if s.kind == "province"]
    states = [e.country for e in scene.lexicon.find(w.text[i + 1]) if e.what == "state" and e.country]
    return next((c for c in (*provinces, *states) if any(s.country == c for s in p.places)), None)


def _role(w: Words, i: int) -> tuple[str, int]:
    """What token `i`, or the first of those it is listed with, is to which head."""
    while w.dep[i] == "conj":
        i = w.head[i]
    return w.dep[i], w.head[i]


def _handle(scene: Scene, p: Phrase) -> None:
    """The person whose name a handle holds: one in the report ("@TokayevKZ"), or, where the handle is a full name, one
    in the knowledge base ("@KajaKallas")."""
    handle = scene.w.text[p.core[0]].lstrip("@")
    letters = fold(handle)
    found = [q for q in scene.people if q.parts and len(q.parts[-1]) > 3 and q.parts[-1] in letters]
    if not found and p.noun is not None and p.noun.office is not None:
        codes = countries_of(scene, p)
        found = scene.people.holding(p.noun.office, codes[0] if codes else None)
    if len(found) == 1:
        scene.refer(p, found[0], "name", f"handle that holds the name of {found[0].name}")
        return
    entries = [e for e in scene.lexicon.find(_spaced(handle)) if e.person]
    if len({e.key for e in entries}) == 1:
        scene.refer(p, scene.people.of_entry(entries[0]), "name", f"handle that is the name of {entries[0].name}")


def _spaced(handle: str) -> str:
    """ "KajaKallas" -> "Kaja Kallas"."""
    return "".join(" " + c if c.isupper() and n and handle[n - 1].islower() else c for n, c in enumerate(handle))
