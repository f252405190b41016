"""Short names, titles without names, common nouns and handles: who is meant, given everybody named in full."""

from __future__ import annotations

from memcon.actors.groups import members
from memcon.actors.identities import Identity, name_parts
from memcon.actors.lexicon import Entry
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.places import choose, fold
from memcon.actors.resolution import INTERNATIONAL, Placed, Scene, body_of, countries_of, placed, state
from memcon.actors.wordlists import honorifics, words
from memcon.facts import Via

_BODIES = frozenset({"igo", "ngo", "company", "government", "other", "armed_group"})


def describe(scene: Scene, p: Phrase) -> None:
    """Give the person that `p` names the role and country that its title, or the one in apposition, states."""
    for who in scene.resolved(p)[:1]:
        if who.kind != "person":
            continue
        for title in (p, p.described):
            if title is None or title.noun is None or title.role is None:
                continue
            if who.role is None or not who.known:
                who.role = who.role or _role_text(scene, title)
            who.office = who.office or (None if title.lesser else title.noun.office)
            who.former = who.former or (title.former and not who.known)
            who.sector = who.sector or _sector(title)
            found = [c for q in title.of for c in countries_of(scene, q)] or [
                c for q in title.located for c in countries_of(scene, q)
            ]
            if found and who.country is None:
                who.country = found[0]
            who.body = who.body or body_of(scene, title)
        if who.country is None and p.of:
            found = [c for q in p.of for c in countries_of(scene, q)]
            who.country = found[0] if found else None


def _role_text(scene: Scene, title: Phrase) -> str:
    assert title.role is not None
    return scene.w.joined(*title.role)


def _sector(title: Phrase) -> str | None:
    assert title.noun is not None
    if title.former:
        return "ELI"
    if title.sector is not None:
        return title.sector
    for q in title.of:
        if (
            q.noun is not None
            and q.noun.sector is not None
            and title.noun.office in ("spokesperson", "head", "official")
        ):
            return q.noun.sector
    return title.noun.sector


def resolve(scene: Scene, p: Phrase) -> None:
    """Find out whom `p` stands for, those that it belongs to first, and note the mention."""
    if id(p) in scene.of_phrase:
        return
    scene.of_phrase[id(p)] = []
    for q in (*p.of, *p.located):
        resolve(scene, q)
    if p.handle:
        _handle(scene, p)
    elif p.entries:
        _entry(scene, p)
    elif p.name is not None:
        _short_name(scene, p)
    elif p.describes is not None and p.noun is not None:
        _described(scene, p)
    elif p.noun is not None:
        common(scene, p)


def _described(scene: Scene, p: Phrase) -> None:
    assert p.describes is not None
    resolve(scene, p.describes)
    for who in scene.resolved(p.describes):
        scene.refer(p, who, "title", f"title in apposition to {who.name}")


# ---- names that mean something on their own ------------------------------------------------------------------------


def _entry(scene: Scene, p: Phrase) -> None:
    people = [e for e in p.entries if e.person or e.short]
    others = [e for e in p.entries if not (e.person or e.short)]
    if people and (p.noun is not None or p.honorific or p.described is not None or not others or _met(scene, p)):
        _short_name(scene, p)
        return
    entry, why = scene.lexicon.settle(others)
    if entry is None:
        return
    if entry.what == "adjective":
        _adjective(scene, p, entry)
    elif entry.what in ("state", "metonym"):
        _state(scene, p, entry, why)
    elif entry.what != "region":
        scene.refer(p, scene.people.of_entry(entry), entry.via, why)


def _met(scene: Scene, p: Phrase) -> bool:
    """Whether somebody of that name is in the report: "Costa" after António Costa."""
    return bool(scene.people.called(scene.w.joined(p.first, p.last)))


def _adjective(scene: Scene, p: Phrase, entry: Entry) -> None:
    """ "Hungarian" before a deed or a thing gives the state; "the Hungarians" gives a people; else it is no actor."""
    w = scene.w
    if entry.country is None:
        return
    if p.modifier:
        if p.modifies is None or w.lemma[p.modifies] not in words("not_actors"):
            who = state(scene, entry.country)
            if who is not None:
                scene.refer(p, who, "name", "adjective of a state")
        return
    if p.part_of is not None:
        return
    plural = w.tag[p.head] in ("NNPS", "NNS") or (p.determiner == "the" and w.dep[p.head] in _AS_NOUN)
    single = p.determiner in ("a", "an") and w.dep[p.head] in _AS_NOUN
    if plural or single:
        name = w.joined(p.first, p.last)
        key = f"people:{entry.country}" if plural else f"person:{entry.country}:{p.first}"
        who = Identity(key, name, "group" if plural else "person", entry.country, "CVL", plural=plural)
        scene.refer(p, scene.people.add(who), "group" if plural else "title", "people by their nation")


_AS_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "poss", "ROOT"})


def _state(scene: Scene, p: Phrase, entry: Entry, why: str) -> None:
    w = scene.w
    inside = placed(w, p)
    if inside and not p.modifier:
        name = w.joined(p.first, p.last)
        found = p.places or scene.lexicon.spots(name)
        spot = choose(found, [entry.country] if entry.country else [])
        scene.places.append(Placed(p.first, p.last, entry.name if entry.what == "state" else name, spot, entry.country))
        if entry.what == "metonym":
            return
        why = "state, named as a place"
    who = state(scene, entry.country) if entry.country else None
    if who is None:
        who = scene.people.of_entry(entry)
    scene.refer(p, who, entry.via, why)


def _short_name(scene: Scene, p: Phrase) -> None:
    """A surname, alone or behind a title; else a city, as a place or an actor; else nobody."""
    w = scene.w
    first, last = p.name or (p.role[1] if p.role else p.first, p.last)
    name = w.joined(first, last)
    found = scene.people.called(name)
    countries = [c for q in p.of for c in countries_of(scene, q)]
    if len(found) > 1:
        fitting = [q for q in found if q.country in countries] or found
        found = [max(fitting, key=lambda q: last_seen(q, p.first))] if p.noun is None else fitting[:1]
    if found and (not p.places or p.noun is not None or len(found[0].seen) > 0):
        who = found[0]
        scene.refer(p, who, "name", f"short name of {who.name}")
        describe(scene, p)
        return
    known = scene.lexicon.surname(p.entries or scene.lexicon.find(name), countries, p.noun)
    if known is not None:
        scene.refer(
            p, scene.people.of_entry(known), "name", "the only person of that name and country in the knowledge base"
        )
        return
    if p.noun is not None or p.honorific or p.described is not None:
        parts = name_parts(name)
        who = Identity(
            "person:" + " ".join(parts), name, "person", gender=honorifics().get(p.honorific, ""), parts=parts
        )
        scene.refer(p, scene.people.add(who), "name", "surname with a title; not in the knowledge base")
        describe(scene, p)
        return
    alias = scene.people.by_alias(name)
    if alias is not None:
        scene.refer(p, alias, "name", f"acronym given for {alias.name}")
        return
    if p.places:
        _city(scene, p, name)


def _city(scene: Scene, p: Phrase, name: str) -> None:
    w = scene.w
    spot = choose(p.places, [c for c, _ in scene.countries.most_common(3)])
    inside = placed(w, p)
    if not inside and not p.modifier and p.part_of is None and p.describes is None and spot is not None:
        acting = w.dep[p.head] in ("nsubj", "agent") and w.lemma[w.head[p.head]] in words("acts")
        struck = w.dep[p.head] in ("dobj", "nsubjpass")
        if acting or struck:
            who = Identity(f"city:{spot.geonames}", spot.name, "other", spot.country)
            scene.refer(p, scene.people.add(who), "metonym", "a city that acts or is acted on")
            if acting:
                return
    if inside or spot is not None:
        scene.places.append(Placed(p.first, p.last, name, spot, spot.country if spot else None))


def _handle(scene: Scene, p: Phrase) -> None:
    """The person in the report whose name the handle holds: "@TokayevKZ"; else somebody new."""
    letters = fold(scene.w.text[p.first].lstrip("@"))
    found = [q for q in scene.people if q.parts and len(q.parts[-1]) > 3 and q.parts[-1] in letters]
    if not found and p.noun is not None:
        title = _titled(scene, p)
        found = title if title else []
    if len(found) == 1:
        scene.refer(p, found[0], "name", f"handle that holds the name of {found[0].name}")


# ---- titles and common nouns ---------------------------------------------------------------------------------------


def _titled(scene: Scene, p: Phrase) -> list[Identity]:
    """The people in the report who hold the office that `p` names."""
    assert p.noun is not None
    if p.noun.office is None or p.former or p.lesser:
        return []
    return scene.people.holding(p.noun.office, body_of(scene, p))


def common(scene: Scene, p: Phrase) -> None:
    """A title or common noun without a name: "the Kazakh president", "Turkish police", "gunmen"."""
    noun = p.noun
    assert noun is not None
    codes = countries_of(scene, p)
    named = members(scene, p) if not codes else []
    for who in named:
        scene.refer(p, who, "group", "those named just above")
    if named or (noun.sector is None and noun.kind == "group"):
        return
    if noun.kind == "person" and not p.plural:
        _title(scene, p, codes)
    elif noun.kind in ("state", "igo"):
        return
    elif noun.kind == "person" and len(codes) > 1 and p.plural and _dated(scene, noun.office):
        for code in codes:
            who = _holder(scene, p, code)
            scene.refer(p, who, "group", f"the {noun.noun} of each country")
    else:
        _group(scene, p, codes)


def _dated(scene: Scene, office: str | None) -> bool:
    return office is not None and office in ("president", "prime minister", "foreign minister", "defence minister",
                                             "finance minister", "monarch", "leader")  # fmt: skip


def _holder(scene: Scene, p: Phrase, body: str | None) -> Identity:
    """Who holds the office of `p` in `body`: by the report, by the knowledge base on the day, else somebody unnamed."""
    noun = p.noun
    assert noun is not None
    office = noun.office or noun.noun
    lesser = f"{p.lesser} " if p.lesser else ""
    if not p.former and not p.lesser:
        met = scene.people.holding(office, body) if body else []
        if met:
            return met[0]
        entry = scene.lexicon.holder(office, body)
        if entry is not None:
            return scene.people.of_entry(entry)
    country = body if body and len(body) == 3 and body.isupper() else None
    key = f"title:{lesser}{office}:{body}:{p.former}"
    if body is None:
        key += f":{p.first}"
    where = scene.lexicon.name_of(country) if country else None
    name = f"{lesser}{noun.noun}" + (f" of {where}" if where else "")
    return scene.people.add(
        Identity(
            key,
            name,
            "person",
            country,
            _sector(p),
            _role_text(scene, p),
            office=None if lesser else office,
            body=body,
            former=p.former,
        )
    )


def _title(scene: Scene, p: Phrase, codes: list[str]) -> None:
    noun = p.noun
    assert noun is not None
    body = body_of(scene, p)
    if body is None and p.determiner in ("a", "an", "one", "another", "some"):
        body = home(scene, p)
        who = _unnamed(scene, p, body)
        scene.refer(p, who, "title", "somebody unnamed")
        return
    if body is None:
        recent = _recent_title(scene, p)
        if recent is not None:
            scene.refer(p, recent, "title", f"title of {recent.name}, met above")
            return
        body = home(scene, p) if noun.home else None
    if p.determiner in ("a", "an", "another") or (not _dated(scene, noun.office) and noun.office in _MANY):
        who = _unnamed(scene, p, body)
        scene.refer(p, who, "title", "somebody unnamed; country by what the noun belongs to")
        return
    who = _holder(scene, p, body)
    if who.country is None and codes:
        who.country = codes[0]
    scene.refer(p, who, "title", "title; holder by the report" if not who.known else "title; holder on the day")


_MANY = frozenset(
    """ambassador envoy consul diplomat negotiator spokesperson representative delegate adviser aide deputy
official politician monitor inspector observer expert lawmaker senator judge prosecutor lawyer general admiral colonel
officer soldier commander pilot guard spy peacekeeper militiaman minister secretary candidate counterpart""".split()
)


def _unnamed(scene: Scene, p: Phrase, body: str | None) -> Identity:
    assert p.noun is not None
    codes = countries_of(scene, p)
    country = codes[0] if codes else body if body and len(body) == 3 and body.isupper() else None
    definite = p.determiner == "the"
    key = f"title:{p.lesser}{p.noun.noun}:{body}" + ("" if definite else f":{p.first}")
    if definite:
        for q in scene.people:
            if q.key.startswith(f"title:{p.lesser}{p.noun.noun}:{body}"):
                return q
    return scene.people.add(
        Identity(
            key, _text(scene, p), "person", country, _sector(p), _role_text(scene, p), office=p.noun.office, body=body
        )
    )


def _recent_title(scene: Scene, p: Phrase) -> Identity | None:
    """The person met last whose office or role is the one that `p` names: "the president", "the minister"."""
    assert p.noun is not None
    office = p.noun.office or p.noun.noun
    found = [
        q
        for q in scene.people
        if q.person
        and (q.office == office or (q.role or "").lower().endswith(p.noun.noun))
        and last_seen(q, p.first) >= 0
    ]
    return max(found, key=lambda q: last_seen(q, p.first), default=None)


def _group(scene: Scene, p: Phrase, codes: list[str]) -> None:
    """A body or a number of people by their noun and country: "Israeli forces", "the Hungarian government"."""
    noun = p.noun
    assert noun is not None
    why = "noun and the country it belongs to"
    country = codes[0] if codes else None
    body = body_of(scene, p)
    if country is None and body is None:
        recent = _recent_group(scene, p)
        if recent is not None:
            scene.refer(p, recent, "group", "the same noun as above")
            return
        country = home(scene, p)
        why = "noun; country by where the sentence is set" if country else "noun; country not stated"
    sector = _sector(p)
    kind = noun.kind if noun.kind != "person" else "group"
    for code in codes[:8] if p.plural and len(codes) > 1 else [country]:
        key = f"group:{noun.noun}:{p.number}:{body if len(codes) < 2 else code}:{code}"
        who = Identity(key, _text(scene, p), kind, code, sector, body=body or code, plural=p.plural)
        via: Via = "name" if kind == "government" else "group"
        scene.refer(p, scene.people.add(who), via, why)


def _recent_group(scene: Scene, p: Phrase) -> Identity | None:
    assert p.noun is not None
    if p.determiner not in ("the", "these", "those", "this", "that"):
        return None
    start = f"group:{p.noun.noun}:"
    found = [q for q in scene.people if q.key.startswith(start) and last_seen(q, p.first) >= 0]
    return max(found, key=lambda q: last_seen(q, p.first), default=None)


def home(scene: Scene, p: Phrase) -> str | None:
    """The one country that the sentence of `p` is set in or about; else the one the whole report is about."""
    if p.noun is None:
        return None
    w = scene.w
    first, last = next((s for s in w.sentences if s[0] <= p.first < s[1]), (0, len(w)))
    set_in = {q.country for q in scene.places if first <= q.first < last and q.country}
    if len(set_in) == 1:
        return next(iter(set_in))
    if not p.noun.home or set_in:
        return None
    near = {
        q.country
        for q in scene.people
        if q.country and q.country not in INTERNATIONAL and any(first <= s.first < last for s in q.seen)
    }
    if len(near) == 1:
        return next(iter(near))
    if near:
        return None
    ranked = scene.countries.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return None


def _text(scene: Scene, p: Phrase) -> str:
    return scene.w.joined(p.first, p.last)


def last_seen(who: Identity, before: int) -> int:
    """The token where `who` was mentioned last before token `before`; -1 where not."""
    return max((s.first for s in who.seen if s.first < before), default=-1)
