"""What is known of one document while its phrases are resolved, and what a phrase belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.actors.identities import Identities, Identity, Seen
from memcon.actors.lexicon import Lexicon
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.places import Spot, choose
from memcon.actors.settling import Evidence, Sentence, Settled, settle
from memcon.actors.wordlists import Issuer, meanings, words
from memcon.facts import Via

_PLACED = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "within", "off", "into",
                     "through", "toward", "towards", "over"})  # fmt: skip
_MOVING = frozenset(
    """travel fly go return arrive come trip visit journey move head drive flight leave depart sail bind retreat
    withdraw invite flee march route send deploy""".split()
)
_REACHED = frozenset({"leave", "reach", "enter", "flee", "approach", "depart", "quit"})
_VISITED = frozenset({"visit", "tour"})

INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for what is of no one country."""


@dataclass(frozen=True, slots=True)
class Told:
    """Token `head`, in a phrase that begins at `first`, names a country, or a `place` in it."""

    first: int
    head: int
    country: str
    place: bool


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
    done: set[int] = field(default_factory=set)
    places: list[Placed] = field(default_factory=list)
    seen: Evidence = field(default_factory=Evidence)
    issuer: Issuer | None = None
    paper: str | None = None
    meant: dict[int, Settled] = field(default_factory=dict)
    subjects: dict[int, int] = field(default_factory=dict)
    covering: dict[int, list[Identity]] = field(default_factory=dict)
    pronouns: dict[int, list[Identity]] = field(default_factory=dict)
    told: dict[int, list[Told]] = field(default_factory=dict)

    def resolved(self, p: Phrase) -> list[Identity]:
        return self.of_phrase.get(id(p), [])

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that token `i` stands in."""
        return bisect_right(self.w.sentences, (i, 1 << 60)) - 1

    def meaning(self, p: Phrase) -> Settled:
        """What the name of `p` means, people left aside."""
        known = self.meant.get(id(p))
        if known is None:
            others = [e for e in p.entries if not (e.person or e.short)]
            name = self.w.joined(*p.core)
            if len(others) == 1 and name not in meanings():
                known = Settled((others[0],), "name in the knowledge base")
            else:
                number = self.sentence_of(p.first)
                first, last = self.w.sentences[number]
                words = frozenset(self.w.lower[first:last])
                known = settle(self.lexicon, name, others, self.seen, Sentence(words, self.seen.by_sentence[number]))
            self.meant[id(p)] = known
        return known

    def near_countries(self, i: int) -> list[str]:
        """The countries that the sentence of token `i` names, then those that the report names most."""
        here = self.seen.by_sentence[self.sentence_of(i)]
        return [c for c, _ in (*here.most_common(5), *self.seen.countries.most_common(5))]

    def refer(self, p: Phrase, who: Identity, via: Via, how: str) -> None:
        """Note that phrase `p` mentions `who`."""
        self.of_phrase.setdefault(id(p), [])
        if who not in self.of_phrase[id(p)]:
            self.of_phrase[id(p)].append(who)
            who.seen.append(Seen(p.first, p.last, p.head, via, how))
            who.first_token = min(who.first_token, p.first)
            for i in range(*p.core):
                self.covering.setdefault(i, []).append(who)

    def stand_for(self, i: int, who: Identity, via: Via, how: str) -> None:
        """Note that token `i`, a pronoun or a number, stands for `who`."""
        who.seen.append(Seen(i, i + 1, i, via, how))
        self.covering.setdefault(i, []).append(who)


def subjects(w: Words) -> dict[int, int]:
    """Verb -> its subject; a verb without one has that of the verb it is joined to or governed by."""
    found: dict[int, int] = {}
    for i, dep in enumerate(w.dep):
        if dep in ("nsubj", "nsubjpass"):
            found.setdefault(w.head[i], i)
    for i, dep in enumerate(w.dep):
        if i not in found and dep in ("conj", "xcomp", "advcl") and w.tag[i].startswith("VB") and w.head[i] in found:
            found[i] = found[w.head[i]]
    return found


def is_state(body: str) -> bool:
    """Whether the key of a body is the code of a country."""
    return len(body) == 3 and body.isupper()


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
        return list(dict.fromkeys(e.country for e in scene.meaning(p).entries if e.country))
    belongs = [*owners(scene, p), *([p.described] if p.described is not None else [])]
    found = [c for q in belongs for c in countries_of(scene, q, depth + 1)]
    if found:
        return list(dict.fromkeys(found))
    if p.places:
        spot = choose(p.places, scene.near_countries(p.head))
        return [spot.country] if spot is not None else []
    court = p.noun is not None and p.noun.sector == "JUD"  # "the court in The Hague"
    seat = court and any(scene.w.lower[q.core[1] - 1] in words("seats") for q in p.located)
    found = [c for q in p.located for c in countries_of(scene, q, depth + 1)] if not seat else []
    if not found and p.noun is not None and p.noun.country is not None:
        return [p.noun.country]
    return list(dict.fromkeys(found))


def owners(scene: Scene, p: Phrase) -> list[Phrase]:
    """What a phrase belongs to; an envoy belongs to the first of several, the next is what the envoy deals with, unless
    they are joined ("British and French envoys")."""
    employers = [q for q in p.located if q.entries and q.entries[0].what == "org"]
    behind = all(q.first > p.core[0] for q in p.of)
    employed = p.noun is not None and p.noun.kind == "person" and p.noun.office not in words("dated_offices")
    if employers and employed and behind:
        return employers  # "coordinator for Turkey at Doctors Without Borders"
    before = [q for q in p.of if q.first < p.core[0]]
    if p.plural and len(before) < len(p.of) and any(q.adjective for q in before):
        return before  # "Australian relatives of the fighters"
    if len(p.of) > 1 and p.noun is not None and p.noun.noun in words("dealing_with") and p.of[-1].first < p.of[0].first:
        between = scene.w.lower[p.of[-1].last : p.of[0].first]
        if not {"and", "or", ",", "&"} & set(between):
            return p.of[-1:]
    return p.of


def body_of(scene: Scene, p: Phrase) -> str | None:
    """The key of the organisation a title belongs to, or the code of its country."""
    for q in owners(scene, p):
        for who in scene.resolved(q):
            if who.kind not in ("person", "state"):
                return who.key
        if q.noun is not None and q.noun.kind not in ("person", "state", "government"):
            return f"group:{q.noun.noun}"
    found = countries_of(scene, p)
    return found[0] if found else None


def placed(w: Words, p: Phrase) -> bool:
    """Whether a name stands where something happens: "in Samarkand", "near Homs and Hama", "flew to Beijing"."""
    i = p.first - 1
    while i >= 0 and w.tag[i] in ("DT", "JJ", "NN", "HYPH", "CD") and w.dep[i] in ("det", "amod", "compound"):
        i -= 1
    if i < 0:
        return False
    if w.lower[i] in ("and", "or", ","):
        first = p.head
        while w.dep[first] == "conj":
            first = w.head[first]
        return first != p.head and w.dep[first] == "pobj" and _locates(w, w.head[first])
    return _locates(w, i)


def aimed(w: Words, i: int) -> bool:
    """Whether the preposition at token `i` says at whom something is fired: "shells at Seoul"."""
    k = i
    for _ in range(3):
        k = w.head[k]
        if w.lemma[k] in words("aims") or w.lemma[k] in words("thrown"):
            return True
    return False


def _locates(w: Words, i: int) -> bool:
    """Whether the preposition at token `i` says where."""
    lower = w.lower[i]
    if lower == "at" and aimed(w, i):
        return False
    if lower in _PLACED or (lower == "of" and i and w.lower[i - 1] in words("parts_of_land")):
        return True
    governor = w.lemma[w.head[i]]
    moves = governor in _MOVING or (lower == "from" and governor in words("come_from"))
    return moves and lower in ("to", "from", "for", "on")


def goes_there(w: Words, i: int) -> bool:
    """Whether token `i` names where somebody goes or comes from: "fled to India", "left Cairo"."""
    while w.dep[i] in ("conj", "compound", "poss", "amod") and w.head[i] != i:
        i = w.head[i]
    above = w.head[i]
    if w.dep[i] == "dobj":
        return w.lemma[above] in _REACHED or w.lemma[above] in _VISITED
    return w.dep[i] == "pobj" and w.lower[above] in ("to", "from", "for", "into") and w.lemma[w.head[above]] in _MOVING


def visited(w: Words, p: Phrase) -> bool:
    """Whether a name is where somebody goes: "visited Helsinki", "left Odesa"."""
    verb = _governor(w, p)
    return verb in _REACHED or verb in _VISITED


def received(w: Words, p: Phrase) -> bool:
    """Whether those at the place are visited, not the place alone: "visited Helsinki", "a visit to Helsinki"."""
    i = p.first - 1
    return _governor(w, p) in _VISITED or (i > 0 and w.lower[i] == "to" and w.lemma[w.head[i]] in _VISITED)


def _governor(w: Words, p: Phrase) -> str:
    """The verb that a name is the object of, or nothing."""
    i = p.head
    while w.dep[i] == "conj":
        i = w.head[i]
    return w.lemma[w.head[i]] if w.dep[i] == "dobj" else ""


def last_seen(who: Identity, before: int) -> int:
    """The token where `who` was mentioned last before token `before`; -1 where not."""
    return max((s.first for s in who.seen if s.first < before), default=-1)
