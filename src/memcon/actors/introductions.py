"""Everybody whom a report names in full: bodies and people of the knowledge base, people and bodies that it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.identities import Identity, name_parts
from memcon.actors.lexicon import Entry
from memcon.actors.mentions_links import acronym
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.resolution import INTERNATIONAL, Scene, countries_of
from memcon.actors.wordlists import given_names, honorifics, kindred, nouns, words

_OLDEST = 110
"""Years that somebody may be old."""
_LONGEST = 9
"""Words of a name."""


def meet(scene: Scene) -> None:
    """Meet everybody who is named in full, in the order of the text; later steps may use names from further down."""
    for phrases in scene.sentences:
        for p in phrases:
            if p.entries:
                _known_name(scene, p)
            elif p.name is not None and not p.handle and p.noun is not None and p.noun.kind != "person":
                _own_name_of_body(scene, p)
    for phrases in scene.sentences:
        for p in phrases:
            bare = p.noun is None or p.noun.kind == "person"
            if p.name is not None and not p.handle and not scene.resolved(p) and bare:
                _full_name(scene, p)


def _known_name(scene: Scene, p: Phrase) -> None:
    if p.entries[0].what == "adjective" or any(e.short for e in p.entries):
        return
    people = [e for e in p.entries if e.person]
    if people:
        entry, _ = scene.lexicon.person(people, (), p.noun.office if p.noun else None, scene.seen.countries)
        if entry is None and len({e.key for e in people}) == 1:
            entry = people[0]
        if entry is not None:
            role = entry.role or "no office that day"
            who = _met_by_another_name(scene, entry) or scene.people.of_entry(entry)
            scene.refer(p, who, "name", f"name of a person in the knowledge base ({role})")
        return
    settled = scene.meaning(p)
    entry = settled.entry
    if entry is not None and entry.kind == "government" and short_for_title(scene, p):
        return
    if entry is None or entry.what in ("state", "metonym", "region", "adjective"):
        return
    elsewhere = _of_another_state(scene, p, entry)
    if elsewhere is not None:
        scene.refer(p, elsewhere, "name", "a group that bears the name of another state's")
        return
    who = scene.people.of_entry(entry)
    scene.refer(p, who, entry.via, "name of an organisation in the knowledge base")
    _note_acronym(scene, p, who)


def short_for_title(scene: Scene, p: Phrase) -> bool:
    """Whether what looks like a body's acronym is somebody's title in short: "NSA Doe", after "National Security
    Adviser Jane Doe"."""
    w, i = scene.w, p.core[1]
    text = w.text[p.core[0]]
    if i - p.core[0] > 1 or not text.isupper() or i >= len(w) or w.tag[i] != "NNP" or not w.text[i][0].isupper():
        return False
    titles = (q.role for phrases in scene.sentences for q in phrases if q.role is not None and q.core[0] != p.core[0])
    return any("".join(w.text[k][0] for k in range(*role)) == text for role in titles)


def _met_by_another_name(scene: Scene, entry: Entry) -> Identity | None:
    """Somebody known whom the report has named with more or fewer given names: "Kevin Michael Rudd", "Kevin Rudd"."""
    same = [q for q in scene.people.called(entry.name) if q.known and q.country == entry.country]
    return same[0] if len(same) == 1 and same[0].parts[0] == name_parts(entry.name)[0] else None


def _of_another_state(scene: Scene, p: Phrase, entry: Entry) -> Identity | None:
    """The group or body, unknown to the knowledge base, that bears the name of one of another state: "Pakistan's
    Taliban", "the Syrian Congress"."""
    beside = [p.possessor] if p.possessor is not None else [q for q in p.of if q.adjective and q.core[1] == p.core[0]]
    bound = entry.country not in (None, *INTERNATIONAL) and entry.kind in ("armed_group", "government")
    if not bound or not beside or not beside[0].entries:
        return None
    owner = scene.meaning(beside[0]).entry
    if owner is None or owner.what not in ("state", "adjective") or owner.country in (None, entry.country):
        return None
    assert owner.country is not None
    name = f"{entry.name} of {scene.lexicon.name_of(owner.country)}"
    if entry.kind == "government":
        name = scene.w.joined(beside[0].core[0], p.core[1])
    several = entry.kind == "armed_group"
    key = f"group:{entry.key}:{owner.country}"
    return scene.people.add(Identity(key, name, entry.kind, owner.country, entry.sector, plural=several))


def _note_acronym(scene: Scene, p: Phrase, who: Identity) -> None:
    found = acronym(scene.w, p, len(scene.w))
    if found:
        scene.people.alias(found[1], who)


def _own_name_of_body(scene: Scene, p: Phrase) -> None:
    """An organisation that the knowledge base lacks: "Grameen Bank", "the Tis Hazari court"."""
    assert p.name is not None
    assert p.noun is not None
    name = _with_nation(scene.w, p)
    found = countries_of(scene, p)
    country = found[0] if found else None
    key = f"body:{name.lower()}"
    who = scene.people.add(Identity(key, name, p.noun.kind, country, sector=p.noun.sector))
    scene.people.alias(scene.w.joined(*p.name), who)
    scene.refer(p, who, "name", "a body's own name; kind and sector from its noun")
    _note_acronym(scene, p, who)


def _with_nation(w: Words, p: Phrase) -> str:
    """The name of a body, with the nation's adjective just before it: "Syrian Democratic Forces"."""
    assert p.name is not None
    first, last = p.name
    nation = next((q for q in p.of if q.adjective and q.core[1] == first), None)
    return w.joined(nation.core[0] if nation is not None else first, last)


def _full_name(scene: Scene, p: Phrase) -> None:
    """A capitalised name that is a person's by its title, its apposition, or what it does."""
    assert p.name is not None
    w = scene.w
    name = w.joined(*p.name)
    parts = name_parts(name)
    if len(parts) < 2 or len(parts) > _LONGEST:
        return
    if _organisation(scene, p, parts) or (p.places and p.noun is None and p.described is None):
        return
    if len(parts) > 6 or not _is_person(w, p, parts):
        return
    same = [q for q in scene.people.called(name) if len(q.parts) > 1 or not q.known]
    who = same[0] if len(same) == 1 else None
    known = None if who is not None else _known_otherwise(scene, parts) or _in_that_office(scene, p, parts)
    if who is None:
        who = scene.people.of_entry(known) if known is not None else scene.people.add(person(name, p))
    scene.refer(p, who, "name", "full name" if known is None else "full name, spelled otherwise in the knowledge base")


def _known_otherwise(scene: Scene, parts: tuple[str, ...]) -> Entry | None:
    """The one person of the knowledge base whose first and last name, and every name of the shorter form, are these:
    "Abdel Fattah Al Sisi", "Kevin Michael Rudd"."""
    found = {}
    for entry in scene.lexicon.find(parts[-1].capitalize()):
        theirs = name_parts(entry.name) if entry.person or entry.short else ()
        ends = len(theirs) > 1 and (theirs[0], theirs[-1]) == (parts[0], parts[-1])
        if ends and (set(theirs) <= set(parts) or set(parts) <= set(theirs)):
            found[entry.key] = entry
    return next(iter(found.values())) if len(found) == 1 else None


def _in_that_office(scene: Scene, p: Phrase, parts: tuple[str, ...]) -> Entry | None:
    """Who holds the office that the title names and has the surname and the first letter of the given name: "Secretary
    of State Anthony Blinken"."""
    office = p.noun.office if p.noun is not None and not p.former and not p.lesser else None
    if office is None or office in words("held_by_many"):
        return None
    found = {e.key: e for e in scene.lexicon.find(parts[-1].capitalize()) if e.office in kindred(office)}
    same = [e for e in found.values() if name_parts(e.name)[0][:1] == parts[0][:1]]
    return same[0] if len(same) == len(found) == 1 else None


def person(name: str, p: Phrase) -> Identity:
    """Somebody of that name whom the knowledge base has not."""
    parts = name_parts(name)
    gender = honorifics().get(p.honorific, "") or (given_names().get(parts[0], "") if parts else "")
    told = bool(honorifics().get(p.honorific))
    sector = "MIL" if p.honorific in words("ranks") else None
    return Identity(
        "person:" + " ".join(parts), name, "person", sector=sector, gender=gender, gender_told=told, parts=parts
    )


def _organisation(scene: Scene, p: Phrase, parts: tuple[str, ...]) -> bool:
    """Make the phrase an organisation if its name ends as organisations' names do."""
    heads = words("organisation_heads")
    before = next((n for n, part in enumerate(parts) if part in ("of", "for", "to", "on")), len(parts)) - 1
    head = next((part for part in (parts[before], parts[-1]) if part in heads), None)
    if p.noun is not None or p.described is not None or head is None:
        return False
    name = _with_nation(scene.w, p)
    noun = nouns().get(head)
    found = countries_of(scene, p)
    key = f"body:{name.lower()}"
    country = found[0] if found else _of_first_word(scene, p)
    who = Identity(key, name, noun.kind if noun else "other", country)
    who.sector = noun.sector if noun else None
    who = scene.people.add(who)
    scene.refer(p, who, "name", "a body by the noun in its name")
    _note_acronym(scene, p, who)
    return True


def _of_first_word(scene: Scene, p: Phrase) -> str | None:
    """The country in the first word of a body's name: "Kenya Airways"."""
    assert p.name is not None
    entries = scene.lexicon.find(scene.w.text[p.name[0]])
    return entries[0].country if entries and entries[0].what in ("state", "adjective") else None


def _is_person(w: Words, p: Phrase, parts: Sequence[str]) -> bool:
    if aged(w, p):
        return True
    before = w.lower[p.name[0] - 1] if p.name is not None and p.name[0] else ""
    if before == "band" or (before in words("organisation_heads") and nouns().get(before) is None):
        return False  # "the rock band Blue Harbour"
    thing = parts[-1] in words("thing_heads") and parts[0] not in given_names()
    if thing or parts[0] in words("directions") or any(part.isdigit() or part == "&" for part in parts):
        return False
    if p.noun is not None or p.honorific or p.described is not None:
        return True
    if p.name is not None and p.name[0] and w.tag[p.name[0] - 1] == "DT":
        return False  # "the Root Causes"
    if p.modifier or parts[-1] in words("thing_heads"):
        return False
    if any(w.text[i].isupper() and len(w.text[i]) > 2 for i in range(*p.name)) if p.name else True:
        return False
    if parts[0] in given_names() and parts[-1] not in words("organisation_heads"):
        return True
    dep, head = w.dep[p.head], w.head[p.head]
    if dep == "pobj" and w.lower[head] == "of" and w.lemma[w.head[head]] in words("kin"):
        return True
    if dep == "pobj":
        by_whom = w.lower[head] in ("with", "by", "to", "from") and w.tag[w.head[head]].startswith("VB")
        if w.lower[w.head[head]] in words("follows") and w.lower[head] in ("by", "to"):
            return True
        return by_whom and w.lemma[w.head[head]] in words("acts")
    if dep == "nsubj" and w.lemma[head] == "be":
        behind = range(head, min(len(w), p.head + 40))
        return any(w.dep[k] == "attr" and w.head[k] == head and _calls_a_person(w, k) for k in behind)
    lemma = w.lemma[head]
    done = any(lemma in words(name) for name in ("done_to_people", "hurts", "strikes", "governs", "blames"))
    return dep in ("nsubj", "dobj", "nsubjpass") and (lemma in words("acts") or (done and dep != "nsubj"))


def aged(w: Words, p: Phrase) -> bool:
    """Whether an age or "who" follows: "Jane Doe, 24, died", "Jane Doe, who was captured"."""
    i = p.last
    if i + 1 >= len(w) or w.text[i] != "," or p.modifier:
        return i < len(w) and w.lower[i] == "who"
    age = w.text[i + 1].isdigit() and 0 < int(w.text[i + 1]) < _OLDEST and w.text[min(i + 2, len(w) - 1)] in (",", ".")
    return w.lower[i + 1] == "who" or age


def _calls_a_person(w: Words, i: int) -> bool:
    """Whether the noun at token `i` is what a person may be."""
    noun = nouns().get(w.lemma[i])
    return noun is not None and noun.kind == "person"
