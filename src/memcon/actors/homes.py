"""Which country an actor belongs to that the text gives none: where its clause is set, who acts on whom, and which
country the sentence, those before it, and the report speak of.

Each name of a country in the sentence weighs for that country; less where somebody only goes there or strikes from
there. A country that weighs clearly more than the next is taken; else the actor's country stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from memcon.actors.coreference import antecedents, verb_above
from memcon.actors.deeds import (
    acted_on,
    around,
    blamed,
    carried,
    dealt_with,
    deed_done_to,
    goer,
    over,
    ruler_of,
    stationed_by,
    strikes,
    struck,
    target_of,
)
from memcon.actors.identities import Identity
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.places import choose
from memcon.actors.resolution import INTERNATIONAL, Placed, Scene, Told, countries_of, goes_there, placed
from memcon.actors.settling import Settled
from memcon.actors.wordlists import Noun, words

_CLEARLY = 0.35
"""How much more than any other a country must weigh."""
_TIMES = 1.6
"""Or how many times as much."""
_PASSING = 0.5
"""What a country weighs to which somebody goes, from which somebody strikes, or that follows on a semicolon."""
_AWAY = 0.6
"""What it weighs in another clause."""
_BACK = 3
"""Sentences back in which the country spoken of is looked for."""


def home(scene: Scene, p: Phrase) -> str | None:
    """The country that `p`, which names none, belongs to as far as its clause, sentence and report tell."""
    noun = p.noun
    named = [q for q in p.of if q.name is not None and not countries_of(scene, q)]
    if noun is None or len(named) < len(p.of) or _elsewhere(scene, noun, p, bool(named)):
        return None
    if noun.sector == "JUD" and any(scene.w.lower[q.core[1] - 1] in words("seats") for q in p.located):
        return None
    owner = stationed_by(scene, p)
    if owner is not None:
        return owner
    if noun.noun in words("of_named_groups") and (group := _group_named(scene, p)) is not None:
        return group
    set_in = {q.country for q in scene.places if q.country and _in_reach(scene, q, p) and sets(scene, q, p)}
    if set_in:
        guests = not noun.home and noun.noun in words("outsiders")
        return next(iter(set_in)) if len(set_in) == 1 and not guests else None
    if noun.kind == "company" and p.determiner == "the":
        return None  # one named before
    code = _by_sentence(scene, p, noun)
    return code if code is None or noun.sector not in words("in_arms") else _where_set(scene, code)


def _by_sentence(scene: Scene, p: Phrase, noun: Noun) -> str | None:
    """The country that the sentence's names of countries speak for, else the report's."""
    weighed = _weighed(scene, p)
    if noun.noun == "regime":
        for code in _speakers(scene, p):
            del weighed[code]
    if not noun.home:
        if noun.sector == "CVL" and noun.noun not in words("outsiders") and (ruler := ruler_of(scene, p)) is not None:
            return ruler
        return _first(weighed) if noun.sector in words("at_large") and len(weighed) == 1 else None
    if weighed:
        only = next(iter(weighed)) if len(weighed) == 1 and not struck(scene, p) else None
        return only if only is not None and weighed[only] > 0 else _first(weighed)
    found = _above(scene, p)
    return found if all(t.country != found for t in told(scene, scene.sentence_of(p.first))) else None


def _group_named(scene: Scene, p: Phrase) -> str | None:
    """The country of the one armed group that the sentence or the one before names: fighters are of that group."""
    number = scene.sentence_of(p.first)
    if "backed" in scene.w.lower[max(0, p.first - 2) : p.core[0]]:
        return None  # "US-backed fighters retook the town from Islamic State"
    for first, last in (scene.w.sentences[n] for n in (number, number - 1) if n >= 0):
        armed = [q for q in scene.people if q.kind == "armed_group" and q.known]
        codes = {q.country for q in armed if any(first <= s.first < last for s in q.seen)}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _where_set(scene: Scene, code: str) -> str | None:
    """The country, where the report is set there: who rises in arms does so there, not in a state whose forces fight
    them."""
    set_in = {q.country for q in scene.places if q.country}
    if not set_in or code in set_in:
        return code
    return set_in.pop() if len(set_in) == 1 else None


def _speakers(scene: Scene, p: Phrase) -> set[str]:
    """The countries of those who say what the sentence has: whose "the regime" is not."""
    first, last = scene.w.sentences[scene.sentence_of(p.first)]
    said = (
        i for i in range(first, last) if scene.w.dep[i] == "nsubj" and scene.w.lemma[scene.w.head[i]] in words("says")
    )
    found = (who for i in said for who in (*scene.covering.get(i, ()), *_pronoun(scene, i)))
    return {who.country for who in found if who.country}


def _pronoun(scene: Scene, i: int) -> list[Identity]:
    return antecedents(scene, i) if scene.w.tag[i] == "PRP" else []


def settle_peoples(scene: Scene) -> None:
    """Settle of which state a people of several is meant to be: "the Kurds", "Kurdish forces"."""
    for phrases in scene.sentences:
        for p in phrases:
            if len(p.entries) > 1 and all(e.kind == "group" and e.what == "adjective" for e in p.entries):
                scene.meant[id(p)] = _settled(scene, p)


def _settled(scene: Scene, p: Phrase) -> Settled:
    whole = p.part_of if p.part_of is not None and p.part_of.noun is not None else p
    among = frozenset(e.country for e in p.entries if e.country)
    weighed = Counter({code: weight for code, weight in _weighed(scene, whole).items() if code in among})
    stated = [c for q in p.of for c in countries_of(scene, q)]
    if len(stated) == 1 and stated[0] not in INTERNATIONAL:  # "Syrian Kurds"
        entry = replace(p.entries[0], key=f"{p.entries[0].key}:{stated[0]}", country=stated[0])
        return Settled((entry,), "a people of several states; the text states which")
    code = _first(weighed) if weighed or told(scene, scene.sentence_of(p.first)) else _above(scene, p, among)
    found = tuple(e for e in p.entries if e.country == code)
    why = f"a people of several states; the report speaks of {code}"
    return Settled(found, why if found else "undecided between " + ", ".join(sorted(among)))


def _elsewhere(scene: Scene, noun: Noun, p: Phrase, named: bool) -> bool:
    """Whether what stands before the noun makes it nobody's here: "foreign troops", "Harvard students"; an unknown
    name before armed people is their group's."""
    if any(scene.w.lower[q.core[0]] in words("elsewhere") for q in p.of):
        return True
    if named or p.unknown_before:
        return noun.sector not in words("named_groups") and noun.noun not in words("of_groups")
    return p.cut_off


def _in_reach(scene: Scene, place: Placed, p: Phrase) -> bool:
    first, last = scene.w.sentences[scene.sentence_of(p.first)]
    return first <= place.first < _stop(scene, p, last)


def _stop(scene: Scene, p: Phrase, last: int) -> int:
    """The semicolon behind `p`, or the end of the sentence."""
    return next((i for i in range(p.last, last) if scene.w.text[i] == ";"), last)


def sets(scene: Scene, place: Placed, p: Phrase) -> bool:
    """Whether the place tells where the clause of `p` happens, not where something else in the sentence does."""
    w = scene.w
    if w.lower[place.last - 1] in words("seats"):
        return False
    preposition = w.head[place.last - 1]
    verb = verb_above(scene, preposition)
    if w.dep[verb] in ("pobj", "pcomp"):  # "killed in shelling in the east of Gaza"
        verb = verb_above(scene, w.head[verb])
    if _of_somebody_else(scene, place.first, p):
        return False
    here = verb == verb_above(scene, p.head)
    return here and not (goes_there(w, place.last - 1) and goer(scene, place.last - 1, p))


def _of_somebody_else(scene: Scene, first: int, p: Phrase) -> bool:
    """Whether the place only tells where others are who stand behind somebody: "backers in Turkey"."""
    number = scene.sentence_of(p.first)
    return any(
        q is not p and q.noun is not None and q.noun.noun in words("abroad") and r.core[0] == first
        for q in scene.sentences[number]
        for r in q.located
    )


# ---- what the sentence tells ---------------------------------------------------------------------------------------


def told(scene: Scene, number: int) -> list[Told]:
    """The names of countries in a sentence, of their people, bodies and towns, each once."""
    known = scene.told.get(number)
    if known is None:
        known = scene.told[number] = list(_told(scene, number))
    return known


def _told(scene: Scene, number: int) -> Iterator[Told]:
    for q in scene.sentences[number]:
        if not (q.entries or q.name is not None):
            continue
        code = _code(scene, q)
        above = q.part_of
        if any(r is not None and r.noun is not None and r.noun.office == "counterpart" for r in (q, above)):
            continue  # "met her Kyrgyz counterpart, Jane Doe"
        if q.modifies is not None and scene.w.lemma[q.modifies] in words("held_in"):
            continue  # "the Munich security conference"
        if code is None or code in INTERNATIONAL or _backs(scene, q) or scene.w.lower[q.head] in words("seats"):
            continue
        if above is not None and (above.entries or above.name is not None) and _code(scene, above) == code:
            continue
        yield Told(q.first, q.head, code, bool(q.places) or placed(scene.w, q))


def _code(scene: Scene, q: Phrase) -> str | None:
    if q.entries and not scene.resolved(q):
        entry = scene.meaning(q).entry
        codes = {e.country for e in q.entries}
        return entry.country if entry is not None else codes.pop() if len(codes) == 1 else None
    if q.entries and q.entries[0].country in INTERNATIONAL and q.core[1] - q.core[0] > 2:
        first = scene.lexicon.find(scene.w.text[q.core[0]])  # "Syrian Observatory for Human Rights"
        return first[0].country if first and first[0].what == "adjective" else None
    if q.places and not scene.resolved(q):
        spot = choose(q.places, scene.near_countries(q.head))
        return spot.country if spot is not None else None
    codes = {who.country for who in scene.resolved(q)}
    return codes.pop() if len(codes) == 1 else None


def _backs(scene: Scene, q: Phrase) -> bool:
    """Whether a name only tells who backs somebody or where somebody is based: "Ethiopian-backed", "UK-based"."""
    w, i = scene.w, q.core[1]
    behind = i + 1 < len(w) and w.text[i] == "-" and (w.tag[i + 1] in ("VBN", "VBD") or w.lower[i + 1] == "based")
    before = q.core[0] > 1 and w.text[q.core[0] - 1] == "-" and w.lower[q.core[0] - 2] in words("for_or_against")
    return behind or before


def _weighed(scene: Scene, p: Phrase) -> Counter[str]:
    """What the sentence's names of countries weigh for `p`."""
    w, number = scene.w, scene.sentence_of(p.first)
    stop = _stop(scene, p, w.sentences[number][1])
    speaks = w.dep[p.head] == "nsubj" and w.lemma[w.head[p.head]] in words("says")
    weighed: Counter[str] = Counter()
    own = _issuers(scene, p)
    for t in told(scene, number):
        if p.first <= t.first < p.last or deed_done_to(scene, t, p) or t.country == own:
            continue
        later = t.first >= stop or (speaks and t.first > p.first)
        goes = goes_there(w, t.head)
        if goes and p.entries and w.lower[w.head[t.head]] == "from":
            weighed[t.country] += 1  # "drove the Kurds from Afrin"
            continue
        if goes and goer(scene, t.head, p):
            weighed[t.country] -= 1
            continue
        if target_of(scene, t.head) == p.head or dealt_with(scene, t.head, p):
            continue
        if p.entries and w.lemma[w.head[t.head]] in words("attacks"):
            continue  # "a Turkish assault that drove the Kurds from Afrin"
        if _of_somebody_else(scene, t.first, p):
            continue
        if blamed(scene, t.head, p) or scene.w.lemma[w.head[t.head]] in words("edges"):
            continue
        passing = later or goes or strikes(scene, t.head, p) or carried(scene, t.head)
        weight = _PASSING if passing else 1
        here = verb_above(scene, t.head) == verb_above(scene, p.head)
        weighed[t.country] += weight if here else _AWAY * weight  # type: ignore[assignment]
    for code, weight in over(scene, p):
        weighed[code] += weight  # type: ignore[assignment]
    for code in (*around(scene, p), *acted_on(scene, p)):
        if code == own:
            continue
        weighed[code] += _CLEARLY  # type: ignore[assignment]
    return weighed


def _first(weighed: Counter[str]) -> str | None:
    """The country that weighs clearly more than the next."""
    ranked = weighed.most_common(2)
    if not ranked or ranked[0][1] < _CLEARLY:
        return None
    first, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if first - second >= _CLEARLY or first >= _TIMES * second else None


# ---- what the report tells -----------------------------------------------------------------------------------------


def _above(scene: Scene, p: Phrase, among: frozenset[str] = frozenset()) -> str | None:
    """The one country of the nearest sentence before that names any; else the one the whole report is about."""
    number = scene.sentence_of(p.first)
    own = _issuers(scene, p)
    for back in range(1, min(number, _BACK) + 1):
        here = Counter(t.country for t in told(scene, number - back) if t.country != own)
        here = Counter({c: n for c, n in here.items() if not among or c in among})
        ranked = here.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
    whole = Counter(t.country for n in range(len(scene.sentences)) for t in told(scene, n))
    ranked = whole.most_common(4)
    ranked = [row for row in ranked if (not among or row[0] in among) and (row[0] != own or len(ranked) == 1)]
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return None


def _issuers(scene: Scene, p: Phrase) -> str | None:
    """The country of who puts the report out, where a noun in lower case speaks of another: "the security forces"."""
    if scene.issuer is None or scene.w.text[p.core[0]][0].isupper():
        return None
    return scene.issuer.country
