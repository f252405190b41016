"""Which country an actor belongs to that the text gives none: where its clause is set, who acts on whom, and which
country the sentence, those before it, and the report speak of.

Each name of a country in the sentence weighs for that country; less where somebody only goes there or strikes from
there. A country that weighs clearly more than the next is taken; else the actor's country stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from memcon.actors.coreference import candidates, verb_above
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.places import choose
from memcon.actors.resolution import INTERNATIONAL, Placed, Scene, Told, countries_of, goes_there, placed
from memcon.actors.settling import Settled
from memcon.actors.wordlists import Noun, nouns, words

_CLEARLY = 0.35
"""How much more than any other a country must weigh."""
_TIMES = 1.6
"""Or how many times as much."""
_PASSING = 0.5
"""What a country weighs to which somebody goes, from which somebody strikes, or that follows on a semicolon."""
_AWAY = 0.6
"""What it weighs in another clause."""
_OVER = 1.5
"""What it weighs more that a country's police, court or government acts on the actor as on its own."""
_BACK = 3
"""Sentences back in which the country spoken of is looked for."""
_AGENTS = frozenset({"nsubj", "agent"})


def home(scene: Scene, p: Phrase) -> str | None:
    """The country that `p`, which names none, belongs to as far as its clause, sentence and report tell."""
    noun = p.noun
    named = [q for q in p.of if q.name is not None and not countries_of(scene, q)]
    if noun is None or len(named) < len(p.of) or _elsewhere(scene, noun, p, bool(named)):
        return None
    set_in = {q.country for q in scene.places if q.country and _in_reach(scene, q, p) and sets(scene, q, p)}
    if set_in:
        guests = not noun.home and noun.noun in words("outsiders")
        return next(iter(set_in)) if len(set_in) == 1 and not guests else None
    if noun.kind == "company" and p.determiner == "the":
        return None  # one named before
    weighed = _weighed(scene, p)
    if not noun.home:
        if noun.sector == "CVL" and noun.noun not in words("outsiders") and (ruler := ruler_of(scene, p)) is not None:
            return ruler
        return _first(weighed) if noun.sector in words("at_large") and len(weighed) == 1 else None
    if weighed:
        only = next(iter(weighed)) if len(weighed) == 1 and not _struck(scene, p) else None
        return only if only is not None and weighed[only] > 0 else _first(weighed)
    found = _above(scene, p)
    return found if all(t.country != found for t in told(scene, scene.sentence_of(p.first))) else None


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
    preposition = w.head[place.last - 1]
    verb = verb_above(scene, preposition)
    if w.dep[verb] in ("pobj", "pcomp"):  # "killed in shelling in the east of Gaza"
        verb = verb_above(scene, w.head[verb])
    here = verb == verb_above(scene, p.head)
    return here and not (goes_there(w, place.last - 1) and _goer(scene, place.last - 1, p))


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
        if above is not None and above.noun is not None and above.noun.office == "counterpart":
            continue  # "met her Kyrgyz counterpart"
        if code is None or code in INTERNATIONAL or _backs(scene, q):
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
        if p.first <= t.first < p.last or _deed_done_to(scene, t, p) or t.country == own:
            continue
        later = t.first >= stop or (speaks and t.first > p.first)
        goes = goes_there(w, t.head)
        if goes and _goer(scene, t.head, p):
            weighed[t.country] -= 1
            continue
        if _target_of(scene, t.head) == p.head or _dealt_with(scene, t.head, p):
            continue
        passing = later or goes or _strikes(scene, t.head, p) or _carried(scene, t.head) or _blamed(scene, t.head, p)
        weight = _PASSING if passing else 1
        here = verb_above(scene, t.head) == verb_above(scene, p.head)
        weighed[t.country] += weight if here else _AWAY * weight  # type: ignore[assignment]
    for code, weight in _over(scene, p):
        weighed[code] += weight  # type: ignore[assignment]
    for code in (*_around(scene, p), *_acted_on(scene, p)):
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


def _goer(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether it is `p` who goes to the country that token `i` names."""
    w = scene.w
    verb = verb_above(scene, w.head[i])
    if w.dep[p.head] == "dobj" and w.head[p.head] == verb:
        return True  # "sent soldiers into Ukraine"
    subject = scene.subjects.get(verb)
    if subject is not None and w.tag[subject] == "PRP":
        subject = next((token for token, _ in candidates(scene, subject)), None)
    return subject == p.head


def _target_of(scene: Scene, i: int) -> int | None:
    """Who strikes, or is to strike, what token `i` names: "warned militants not to fire rockets at Israel"."""
    w, top = scene.w, _top(scene, i)
    verb = w.head[top]
    struck = nouns().get(w.lemma[top])
    if top != i and (struck is None or struck.sector != "MIL"):
        return None  # "protesters stormed the Russian parliament"
    if w.dep[top] == "pobj" and w.lower[verb] in ("at", "on", "against"):
        verb = verb_above(scene, verb)
    elif w.dep[top] != "dobj":
        return None
    if not (w.lemma[verb] in words("strikes") or _fires(scene, verb)):
        return None
    above = w.head[verb]
    if w.dep[verb] == "xcomp":
        told_to = next((k for k in range(above + 1, verb) if w.dep[k] == "dobj" and w.head[k] == above), None)
        if told_to is not None:
            return told_to
    return scene.subjects.get(verb)


def _dealt_with(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether token `i` names a state that `p` has to do with: "the government held talks with India"."""
    w = scene.w
    if w.dep[i] != "pobj" or w.lower[w.head[i]] not in ("with", "to"):
        return False
    return scene.subjects.get(verb_above(scene, w.head[i])) == p.head


def _carried(scene: Scene, i: int) -> bool:
    """Whether token `i` tells whose the vehicle is in which somebody goes: "fled on a French plane"."""
    w, top = scene.w, _top(scene, i)
    by = w.dep[top] == "pobj" and w.lower[w.head[top]] in ("on", "by", "aboard", "in")
    return top != i and by and w.lemma[top] in words("vehicles")


def _blamed(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether token `i` names whom `p` blames or praises."""
    w, verb = scene.w, scene.w.head[i]
    return w.dep[i] == "dobj" and w.lemma[verb] in words("blames") and scene.subjects.get(verb) == p.head


def _struck(scene: Scene, p: Phrase) -> bool:
    """Whether `p` are those who are struck, by whom the sentence names."""
    verb = _done_by(scene, p)
    return verb is not None and not any(_over(scene, p))


def _deed_done_to(scene: Scene, t: Told, p: Phrase) -> bool:
    """Whether a country is named as whose the deed is in which `p` were hurt: "wounded in an Israeli raid"."""
    w, verb = scene.w, scene.w.head[p.head]
    hurt = w.dep[p.head] in ("nsubjpass", "dobj") and w.lemma[verb] in words("hurts")
    return hurt and w.lemma[w.head[t.head]] in words("attacks")


def _top(scene: Scene, i: int) -> int:
    """The noun that token `i` qualifies or belongs to."""
    w = scene.w
    for _ in range(4):
        if w.dep[i] not in ("amod", "compound", "poss", "nmod", "conj") or w.head[i] == i:
            break
        i = w.head[i]
    return i


def _strikes(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether token `i` names who strikes: the subject of an attack that `p` is not the subject of."""
    w = scene.w
    top = _top(scene, i)
    if top != i and w.lemma[top] in words("attacks"):
        return True
    if w.dep[top] not in _AGENTS and not (w.dep[top] == "pobj" and w.lower[w.head[top]] == "by"):
        return False
    verb = w.head[top] if w.dep[top] != "pobj" else w.head[w.head[top]]
    return (w.lemma[verb] in words("strikes") or _fires(scene, verb)) and _top(scene, p.head) != top


def _fires(scene: Scene, verb: int) -> bool:
    return scene.w.lemma[verb] in words("aims")


def ruler_of(scene: Scene, p: Phrase) -> str | None:
    """The country whose police, court or government does to `p` what is done to one's own people."""
    return next((code for code, _ in _over(scene, p)), None)


def _over(scene: Scene, p: Phrase) -> Iterator[tuple[str, float]]:
    """That country, and what it weighs more for it."""
    w = scene.w
    verb = _done_by(scene, p)
    if verb is None:
        return
    agent = scene.subjects.get(verb) if w.dep[p.head] != "nsubjpass" else _agent(scene, verb)
    if agent is None or agent == p.head:
        return
    number = scene.sentence_of(p.first)
    who = next((q for q in scene.sentences[number] if q.head == agent), None)
    if who is None or not _rules(scene, who, p, w.lemma[verb]):
        return
    told_so = any(w.lemma[verb] in words(name) for name in ("governs", "sends", "strikes", "aims"))
    weight = _OVER if told_so else _OVER / 2
    yield from [(code, weight) for code in countries_of(scene, who) if code not in INTERNATIONAL][:1]


def _rules(scene: Scene, who: Phrase, p: Phrase, verb: str) -> bool:
    """Whether `who` does `verb` to `p` as a power at home: police arrest and disperse, forces put down protest,
    governments dismiss and detain."""
    sector = who.noun.sector if who.noun is not None else next((e.sector for e in who.entries), None)
    own = any(verb in words(name) for name in ("governs", "sends", "strikes", "aims"))
    if not own:
        return p.noun is not None and p.noun.sector in words("named_groups")
    protests = p.noun is not None and p.noun.noun in words("protests")
    if verb in words("sends"):
        return True
    if sector in ("COP", "JUD", "SPY") or (sector in words("named_groups") and verb in words("strikes")):
        return True
    if sector in ("MIL", "PRM"):
        return protests or verb in words("governs")
    return verb in words("governs") or (protests and verb in words("strikes"))


def _agent(scene: Scene, verb: int) -> int | None:
    w = scene.w
    by = next((k for k in range(verb + 1, min(len(w), verb + 12)) if w.lower[k] == "by" and w.head[k] == verb), None)
    return None if by is None else next((k for k in range(by + 1, min(len(w), by + 10)) if w.head[k] == by), None)


def _done_by(scene: Scene, p: Phrase) -> int | None:
    """The verb that is done to `p`, by object or by "at", "on", "against"; None where it does nothing to people."""
    w, i = scene.w, p.head
    while w.dep[i] == "conj":
        i = w.head[i]
    verb = w.head[i]
    if w.dep[i] == "pobj" and w.lower[verb] in ("at", "on", "against"):
        for _ in range(3):
            verb = w.head[verb]
            if w.tag[verb].startswith("VB"):
                break
    elif w.dep[i] not in ("dobj", "nsubjpass"):
        return None
    lemma = w.lemma[verb]
    fits = any(lemma in words(name) for name in ("governs", "sends", "strikes", "aims", "fights"))
    rebels = p.noun is not None and p.noun.sector == "REB" and w.dep[i] == "dobj"
    return verb if fits or rebels else None


def _around(scene: Scene, p: Phrase) -> Iterator[str]:
    """The country of who is the subject of the clause around, or speaks to its own people: "urged voters"."""
    subjects = [token for token, _ in candidates(scene, p.head)]
    if p.noun is not None and p.noun.noun in words("own_people") and scene.w.dep[p.head] == "dobj":
        subjects.insert(0, scene.subjects.get(scene.w.head[p.head], p.head))
    for token in subjects:
        number = scene.sentence_of(p.first)
        q = next((q for q in scene.sentences[number] if q.head == token), None)
        codes = countries_of(scene, q) if q is not None else []
        if len(codes) == 1 and codes[0] not in INTERNATIONAL:
            yield codes[0]
            return


def _acted_on(scene: Scene, p: Phrase) -> Iterator[str]:
    """The country of the leader on whom a parliament, court, party or opposition acts: "pressed by congress"."""
    w = scene.w
    if p.noun is None or p.noun.sector not in words("at_home"):
        return
    verb = w.head[p.head]
    if w.dep[p.head] == "pobj" and w.lower[verb] == "by":
        verb = w.head[verb]
    elif w.dep[p.head] != "nsubj":
        return
    number = scene.sentence_of(p.first)
    for q in scene.sentences[number]:
        leader = any(e.person for e in q.entries) or (q.noun is not None and q.noun.kind == "person")
        if leader and w.head[q.head] == verb and w.dep[q.head] in ("dobj", "nsubjpass") and q is not p:
            yield from countries_of(scene, q)[:1]


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
