"""Bodies and people by what they are: "Israeli forces", "the Hungarian government", "police in Nairobi"."""

from __future__ import annotations

from memcon.actors.coreference import verb_above
from memcon.actors.describing import sector_of
from memcon.actors.identities import Identity, Seen
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_pieces import Words
from memcon.actors.resolution import INTERNATIONAL, Placed, Scene, body_of, last_seen
from memcon.actors.wordlists import words
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
        key = f"group:{_kind_of(scene, p)}:{p.number}:{body if len(codes) < 2 else code}:{code}"
        name = None
        if code is not None and p.plural and len(codes) > 1:
            where = scene.lexicon.name_of(code)
            what = scene.w.joined(*p.core).lower() if kind == "group" else noun.noun
            name = f"{what} of {where}" if where else None
        who = Identity(key, name or scene.w.joined(p.first, p.last), kind, code, sector_of(p))
        who.body, who.plural = body or code, p.plural
        via: Via = "name" if kind == "government" else "group"
        scene.refer(p, scene.people.add(who), via, why)


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


def home(scene: Scene, p: Phrase) -> str | None:
    """The one country that the sentence of `p` is set in or about; else the one the whole report is about."""
    if p.noun is None:
        return None
    w = scene.w
    first, last = _segment(w, p, *w.sentences[scene.sentence_of(p.first)])
    set_in = {q.country for q in scene.places if first <= q.first < last and q.country and sets(scene, q, p)}
    if p.cut_off or p.of:
        return None
    if len(set_in) == 1:
        return next(iter(set_in))
    if not p.noun.home or set_in:
        return None
    if (sender := _sender(scene, p)) is not None:
        return sender
    quoted = w.dep[p.head] == "nsubj" and w.lemma[w.head[p.head]] in words("says")
    named = [
        (q.country, _beside(w, s, p))
        for q in scene.people
        if q.country and q.country not in INTERNATIONAL
        for s in q.seen
        if first <= s.first < (p.first if quoted else last)
    ]
    near = {country for country, beside in named if not beside}
    others = {country for country, _ in named} - near
    ranked = [row for row in scene.seen.countries.most_common(3) if row[0] not in others][:2]
    if len(near) == 1:
        (only,) = near
        return only if not ranked or only in (ranked[0][0], ranked[-1][0]) else None
    if near:
        return None
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return None


def _sender(scene: Scene, p: Phrase) -> str | None:
    """The country of who orders or sends `p`: "the Beirut governor ordered troops onto the streets"."""
    w, verb = scene.w, scene.w.head[p.head]
    if w.dep[p.head] != "dobj" or w.lemma[verb] not in words("sends"):
        return None
    senders = scene.covering.get(scene.subjects.get(verb, -1), [])
    codes = {q.country for q in senders if q.country and q.country not in INTERNATIONAL}
    return codes.pop() if len(codes) == 1 else None


def _segment(w: Words, p: Phrase, first: int, last: int) -> tuple[int, int]:
    """The sentence up to the semicolon behind `p`."""
    stops = [i for i in range(first, last) if w.text[i] == ";"]
    return first, min([last, *(i for i in stops if i >= p.last)])


def _beside(w: Words, seen: Seen, p: Phrase) -> bool:
    """Whether a mention of a country tells nothing of whose `p` are: where somebody else is based ("UK-based"), whose
    the attack was in which `p` were hurt ("wounded in an Israeli raid")."""
    behind = w.lower[seen.last : seen.last + 2]
    if behind == ["-", "based"]:
        return True
    verb = w.head[p.head]
    hurt = w.dep[p.head] in ("nsubjpass", "dobj") and w.lemma[verb] in words("hurts")
    return hurt and w.lemma[w.head[seen.head]] in words("attacks")


def sets(scene: Scene, place: Placed, p: Phrase) -> bool:
    """Whether the place tells where the clause of `p` happens, not where something else in the sentence does."""
    w = scene.w
    preposition = w.head[place.last - 1]
    return verb_above(scene, preposition) == verb_above(scene, p.head)


def near_bodies(scene: Scene, p: Phrase) -> str | None:
    """The one country whose bodies and people the sentence of `p` names; else the one it is set in or about."""
    first, last = scene.w.sentences[scene.sentence_of(p.first)]
    near = {
        q.country
        for q in scene.people
        if q.country and q.kind != "state" and any(first <= s.first < last for s in q.seen)
    } - INTERNATIONAL
    ranked = [country for country, _ in scene.seen.countries.most_common(2)]
    if len(near) == 1 and near <= set(ranked):
        return next(iter(near))
    return home(scene, p)
