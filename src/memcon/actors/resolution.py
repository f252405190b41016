"""From phrases to identities: names first, then titles, common nouns and places, each with the reason why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.actors.identities import Identities, Identity, Seen, name_parts
from memcon.actors.lexicon import Lexicon
from memcon.actors.mentions_links import acronym
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_pieces import Words
from memcon.actors.places import Spot, choose
from memcon.actors.wordlists import honorifics, nouns, words
from memcon.facts import Via

_PLACED = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "within", "off", "into",
                     "through", "toward", "towards", "over"})  # fmt: skip
_MOVING = frozenset({"travel", "fly", "go", "return", "arrive", "come", "trip", "visit", "journey", "move", "head",
                     "drive", "flight", "retreat", "withdraw", "flee", "march", "route", "send", "deploy"})  # fmt: skip


INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for what is of no one country."""


@dataclass(slots=True)
class Placed:
    """Tokens `first` to `last` name a place."""

    first: int
    last: int
    name: str
    spot: Spot | None
    country: str | None


@dataclass(slots=True)
class Scene:
    """What is known of one document while its phrases are resolved."""

    w: Words
    lexicon: Lexicon
    sentences: Sequence[Sequence[Phrase]]
    people: Identities = field(default_factory=Identities)
    of_phrase: dict[int, list[Identity]] = field(default_factory=dict)
    places: list[Placed] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    us_release: bool = False

    def resolved(self, p: Phrase) -> list[Identity]:
        return self.of_phrase.get(id(p), [])

    def refer(self, p: Phrase, who: Identity, via: Via, how: str, first: int | None = None) -> None:
        """Note that phrase `p` mentions `who`."""
        self.of_phrase.setdefault(id(p), [])
        if who not in self.of_phrase[id(p)]:
            self.of_phrase[id(p)].append(who)
            who.seen.append(Seen(p.first if first is None else first, p.last, p.head, via, how))
            who.first_token = min(who.first_token, p.first)


def phrase_text(w: Words, p: Phrase) -> str:
    return w.joined(p.first, p.last)


# ---- names -------------------------------------------------------------------------------------------------------


def full_names(scene: Scene) -> None:
    """Meet everybody who is named in full, in the order of the text; later steps may use names from further down."""
    for phrases in scene.sentences:
        for p in phrases:
            if p.entries:
                _known_name(scene, p)
            elif p.name is not None and not p.handle and p.noun is not None and p.noun.kind != "person":
                _own_name_of_body(scene, p)
    for phrases in scene.sentences:
        for p in phrases:
            if (
                p.name is not None
                and not p.handle
                and not scene.resolved(p)
                and (p.noun is None or p.noun.kind == "person")
            ):
                _full_name(scene, p)


def _known_name(scene: Scene, p: Phrase) -> None:
    w = scene.w
    entry = p.entries[0]
    if entry.what == "adjective":
        return
    if entry.short or len({e.key for e in p.entries}) > 1:
        return
    if entry.person:
        who = scene.people.of_entry(entry)
        scene.refer(p, who, "name", f"name of a person in the knowledge base ({entry.role or 'no office that day'})")
        return
    if entry.what in ("state", "metonym", "region"):
        return
    who = scene.people.of_entry(entry)
    scene.refer(p, who, entry.via, "name of an organisation in the knowledge base")
    found = acronym(w, p, len(w))
    if found:
        scene.people.alias(found[1], who)


def _own_name_of_body(scene: Scene, p: Phrase) -> None:
    """An organisation that the knowledge base lacks: "Grameen Bank", "the Tis Hazari court"."""
    assert p.name is not None
    assert p.noun is not None
    name = scene.w.joined(*p.name)
    who = scene.people.add(Identity(f"body:{name.lower()}", name, p.noun.kind, sector=p.noun.sector))
    scene.refer(p, who, "name", "a body's own name; kind and sector from its noun")


def _full_name(scene: Scene, p: Phrase) -> None:
    """A capitalised name that is a person's by its title, its apposition, or what it does."""
    assert p.name is not None
    w = scene.w
    name = w.joined(*p.name)
    parts = name_parts(name)
    if not parts or len(parts) > 6 or len(parts) == 1:
        return
    if p.places and p.noun is None and p.described is None:
        return
    if _organisation(scene, p, parts):
        return
    if not _is_person(w, p, parts):
        return
    same = [q for q in scene.people.called(name) if len(q.parts) > 1 or not q.known]
    who = same[0] if len(same) == 1 else None
    if who is None:
        key = "person:" + " ".join(parts)
        who = scene.people.add(Identity(key, name, "person", gender=honorifics().get(p.honorific, ""), parts=parts))
    scene.refer(p, who, "name", "full name")


def _organisation(scene: Scene, p: Phrase, parts: tuple[str, ...]) -> bool:
    """Make the phrase an organisation if its name ends as organisations' names do."""
    if (
        p.noun is not None
        or p.described is not None
        or not (set(parts[-1:]) | {parts[0]}) & words("organisation_heads")
    ):
        return False
    assert p.name is not None
    name = scene.w.joined(*p.name)
    head = parts[-1] if parts[-1] in words("organisation_heads") else parts[0]
    noun = nouns().get(head)
    who = scene.people.add(
        Identity(f"body:{name.lower()}", name, noun.kind if noun else "other", sector=noun.sector if noun else None)
    )
    scene.refer(p, who, "name", "a body by the noun in its name")
    found = acronym(scene.w, p, len(scene.w))
    if found:
        scene.people.alias(found[1], who)
    return True


def _is_person(w: Words, p: Phrase, parts: Sequence[str]) -> bool:
    if p.noun is not None or p.honorific or p.described is not None:
        return True
    if p.modifier or parts[-1] in words("thing_heads") or any(part.isdigit() for part in parts):
        return False
    if any(w.text[i].isupper() and len(w.text[i]) > 2 for i in range(*p.name)) if p.name else True:
        return False
    dep, head = w.dep[p.head], w.head[p.head]
    if dep == "nsubj":
        return w.lemma[head] in words("acts")
    if dep == "pobj":
        return (
            w.lower[head] in ("with", "by", "to", "from")
            and w.tag[w.head[head]].startswith("VB")
            and (w.lemma[w.head[head]] in words("acts"))
        )
    return dep in ("dobj", "nsubjpass") and w.lemma[head] in words("acts")


# ---- countries -----------------------------------------------------------------------------------------------------


def state(scene: Scene, code: str) -> Identity | None:
    """The state of that code."""
    entry = scene.lexicon.state(code)
    return scene.people.of_entry(entry) if entry is not None else None


def countries_of(scene: Scene, p: Phrase, depth: int = 0) -> list[str]:
    """The countries (or international codes) of what `p` names: a state, an adjective, a body, a person, a place."""
    if depth > 5:
        return []
    known = [who.country for who in scene.resolved(p) if who.country]
    if known:
        return list(dict.fromkeys(known))
    if p.entries:
        entry = scene.lexicon.chosen(p.entries)
        return [entry.country] if entry is not None and entry.country else []
    belongs = [*p.of, *([p.described] if p.described is not None else [])]
    found = [c for q in belongs for c in countries_of(scene, q, depth + 1)]
    if found:
        return list(dict.fromkeys(found))
    if p.places:
        spot = choose(p.places, [c for c, _ in scene.countries.most_common(3)])
        return [spot.country] if spot is not None else []
    found = [c for q in p.located for c in countries_of(scene, q, depth + 1)]
    return list(dict.fromkeys(found))


def body_of(scene: Scene, p: Phrase) -> str | None:
    """The key of the organisation a title belongs to, or the code of its country."""
    for q in p.of:
        for who in scene.resolved(q):
            if who.kind not in ("person", "state"):
                return who.key
    found = countries_of(scene, p)
    return found[0] if found else None


def placed(w: Words, p: Phrase) -> bool:
    """Whether a name stands where something happens: "in Samarkand", "flew to Beijing"."""
    i = p.first - 1
    while i >= 0 and w.tag[i] in ("DT", "JJ", "NN", "HYPH", "CD") and w.dep[i] in ("det", "amod", "compound"):
        i -= 1
    if i < 0:
        return False
    lower = w.lower[i]
    if lower in _PLACED or (lower == "of" and i and w.lower[i - 1] in ("city", "town", "village", "port", "capital")):
        return True
    if lower in ("to", "from", "for", "on"):
        governor = w.head[i]
        return w.lemma[governor] in _MOVING
    return False
