"""Nouns for actors that name nobody where they stand: "our mission is clear", "a sanctions regime", "family ties"."""

from __future__ import annotations

from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import Scene, body_of
from memcon.actors.wordlists import words

INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no"})


def nobody(scene: Scene, p: Phrase, codes: list[str]) -> bool:
    """Whether the noun names no actor here: a vague one that belongs to nobody ("our mission is clear"), a bare
    singular ("citizen and state"), or one that only tells what kind of thing the next is ("family ties")."""
    noun, w = p.noun, scene.w
    assert noun is not None
    if noun.noun in words("nobodies") or _thing(scene, p) or (p.determiner == "every" and noun.office is None):
        return True
    if (p.modifier and not _acts_for(scene, p)) or w.lower[max(0, p.core[0] - 3) : p.core[0]] == [
        "office",
        "of",
        "the",
    ]:
        return True
    if (p.determiner in INDEFINITE or noun.office is None) and _predicate(scene, p.core[1] - 1) and not p.plural:
        return True
    if not p.plural and noun.kind == "person" and _served_as(scene, p.core[1] - 1):
        return True
    if w.lower[p.core[1] : p.core[1] + 2] == ["-", "to"]:  # "people-to-people ties"
        return True
    if noun.noun == "bank" and "river" in w.lower[p.core[1] : p.core[1] + 4]:
        return True
    if codes or (w.text[p.core[0]][0].isupper() and not (_opens(scene, p) and noun.office is None)):
        return False
    head = p.core[1] - 1
    verb = w.lemma[w.head[head]]
    acts = p.determiner in ("the", "a", "an") and w.dep[head] == "nsubj" and verb in words("acts")
    acts = acts or (noun.kind == "person" and w.dep[head] in ("dobj", "nsubjpass") and _done_to_people(verb))
    if noun.noun in words("weak") and not acts and not p.of and body_of(scene, p) is None:
        return True
    if p.plural:
        return False
    return noun.kind == "person" and not p.determiner and not p.of and not p.located and p.describes is None


def _thing(scene: Scene, p: Phrase) -> bool:
    """Whether the noun is said of a thing: "a sanctions regime", "B-52 bombers", "in opposition to"."""
    assert p.noun is not None
    w, i = scene.w, p.core[0]
    before = w.lower[i - 1] if i else ""
    if p.noun.noun == "regime":
        return before in words("rules")
    behind = w.lower[p.core[1] : p.core[1] + 1]
    if p.noun.noun == "presidency":
        return p.determiner in ("his", "her", "my") or any(q.name or any(e.person for e in q.entries) for q in p.of)
    if p.noun.noun == "prosecution":
        return behind == ["of"] or p.determiner in INDEFINITE
    if p.noun.noun == "bomber":
        return any(c.isdigit() for c in before) or p.modifier
    if p.noun.noun != "opposition" or p.core[1] - p.core[0] > 1:
        return False
    alone = not p.determiner and p.first > 0 and w.lower[p.first - 1] == "in"  # "united in common opposition"
    deed = behind == ["to"] and (p.last == p.core[1] or p.determiner != "the")  # "its opposition to the regime"
    return alone or deed


def _opens(scene: Scene, p: Phrase) -> bool:
    """Whether a phrase's noun opens its sentence, so that its capital tells nothing."""
    return p.core[0] == scene.w.sentences[scene.sentence_of(p.first)][0] and p.core[1] - p.core[0] == 1


def _done_to_people(verb: str) -> bool:
    return any(verb in words(name) for name in ("hurts", "governs", "blames", "done_to_others"))


def _served_as(scene: Scene, i: int) -> bool:
    """Whether the noun at token `i` is what somebody serves as: "her work as chairperson of the Union"."""
    w = scene.w
    return w.dep[i] == "pobj" and w.lower[w.head[i]] == "as" and w.lemma[w.head[w.head[i]]] in words("serves_as")


def _predicate(scene: Scene, i: int) -> bool:
    """Whether the noun at token `i` only says what somebody is: "is a soldier", "as a terrorist"."""
    w = scene.w
    return w.dep[i] == "attr" or (w.dep[i] == "pobj" and w.lower[w.head[i]] == "as")


def _acts_for(scene: Scene, p: Phrase) -> bool:
    """Whether the thing that the noun qualifies stands for it: "rebel positions", "army raid"."""
    assert p.noun is not None
    thing = scene.w.lemma[p.modifies] if p.modifies is not None else ""
    if (p.noun.sector in ("REF", "CVL") and p.noun.kind == "person") or p.noun.noun == "terrorist":
        return False  # "a refugee camp"
    return thing in words("stand_ins") or thing in words("deeds")
