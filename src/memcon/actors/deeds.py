"""Who does what to whom in a sentence, as far as it tells whose the parties are: who goes, strikes, is struck, rules,
speaks to its own, or deals with another state.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.coreference import candidates, verb_above
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.resolution import INTERNATIONAL, Scene, Told, countries_of
from memcon.actors.wordlists import nouns, words

_OVER = 1.5
"""What it weighs more that a country's police, court or government acts on the actor as on its own."""
_AGENTS = frozenset({"nsubj", "agent"})


def goer(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether it is `p` who goes to the country that token `i` names."""
    w = scene.w
    verb = verb_above(scene, w.head[i])
    if w.dep[p.head] == "dobj" and w.head[p.head] == verb:
        return True  # "sent soldiers into Ukraine"
    subject = scene.subjects.get(verb)
    if subject is not None and w.tag[subject] == "PRP":
        subject = next((token for token, _ in candidates(scene, subject)), None)
    return subject == p.head


def stationed_by(scene: Scene, p: Phrase) -> str | None:
    """The country of the state that has or keeps the forces `p` somewhere: "France has troops in Syria"."""
    if not abroad(scene.w, p):
        return None
    subject = scene.subjects.get(scene.w.head[p.head])
    found = {who.country for who in scene.covering.get(subject if subject is not None else -1, ()) if who.country}
    return found.pop() if len(found) == 1 else None


def abroad(w: Words, p: Phrase) -> bool:
    """Whether `p` are forces that somebody has or keeps somewhere, so that the place is not theirs."""
    kept = w.dep[p.head] == "dobj" and w.lemma[w.head[p.head]] in words("keeps")
    return kept and p.noun is not None and p.noun.sector == "MIL" and not p.of


def target_of(scene: Scene, i: int) -> int | None:
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


def dealt_with(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether token `i` names a state that `p` has to do with: "the government held talks with India"."""
    w = scene.w
    if w.dep[i] != "pobj" or w.lower[w.head[i]] not in ("with", "to"):
        return False
    return scene.subjects.get(verb_above(scene, w.head[i])) == p.head


def carried(scene: Scene, i: int) -> bool:
    """Whether token `i` tells whose the vehicle is in which somebody goes: "fled on a French plane"."""
    w, top = scene.w, _top(scene, i)
    by = w.dep[top] == "pobj" and w.lower[w.head[top]] in ("on", "by", "aboard", "in")
    return top != i and by and w.lemma[top] in words("vehicles")


def blamed(scene: Scene, i: int, p: Phrase) -> bool:
    """Whether token `i` names whom `p` blames or praises."""
    w, verb = scene.w, scene.w.head[i]
    return w.dep[i] == "dobj" and w.lemma[verb] in words("blames") and scene.subjects.get(verb) == p.head


def struck(scene: Scene, p: Phrase) -> bool:
    """Whether `p` are those who are struck, by whom the sentence names."""
    verb = _done_by(scene, p)
    return verb is not None and not any(over(scene, p))


def deed_done_to(scene: Scene, t: Told, p: Phrase) -> bool:
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


def strikes(scene: Scene, i: int, p: Phrase) -> bool:
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
    return next((code for code, _ in over(scene, p)), None)


def over(scene: Scene, p: Phrase) -> Iterator[tuple[str, float]]:
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


def around(scene: Scene, p: Phrase) -> Iterator[str]:
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


def acted_on(scene: Scene, p: Phrase) -> Iterator[str]:
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
