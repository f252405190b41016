"""What the parser takes for something else: headlines without a tense, main verbs read as participles, datelines read
as subjects."""

from __future__ import annotations

from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
HEADLINE = 20
"""Tokens a headline may have."""
# Verbs that need an object: without one they are passives of headlines ("Two Chadians arrested in Kenya").
_DONE_TO = frozenset(
    """arrest detain kill wound injure jail imprison expel deport sentence kidnap abduct behead indict displace evacuate
    recall summon free""".split()
)


def is_bare_passive(verb: Token) -> bool:
    """Whether a verb that needs an object has none, and so tells of its subject, as in headlines ("Two Chadians
    arrested in Kenya")."""
    if verb.lemma_ not in _DONE_TO or verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "ROOT":
        return False
    return not any(c.dep_ in ("dobj", "ccomp", "dative", "prt", "aux") for c in verb.children)


def is_headline_plan(verb: Token) -> bool:
    """Whether the verb tells what is to come in a headline without a tense: "Chad to host summit"."""
    if verb.tag_ != "VB" or verb.i == 0 or verb.nbor(-1).lower_ != "to":
        return False
    sentence = verb.sent
    if len(sentence) > HEADLINE or verb.i < sentence.start + 2:
        return False
    about = verb.dep_ == "ROOT" or (verb.dep_ in ("acl", "relcl", "advcl", "xcomp") and verb.head.dep_ == "ROOT")
    before = verb.nbor(-2)
    named = before.pos_ in ("NOUN", "PROPN") or before.text[:1].isupper()
    if any(c.dep_ in ("det", "poss") for c in before.children):
        return False  # "his plan to": a headline has no articles
    return about and named and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in sentence)


def is_headline_passive(verb: Token) -> bool:
    """Whether the verb is all that a headline tells, in the passive without "was": "Five soldiers killed in Chad"."""
    sentence, head = verb.sent, verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or head.dep_ != "ROOT" or len(sentence) > HEADLINE:
        return False
    bare = head.i + 1 == verb.i and not any(c.dep_ in ("det", "poss") for c in head.children)
    return bare and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in sentence)


def is_misread_main(verb: Token) -> bool:
    """Whether the parser takes the verb of a sentence for a participle behind its subject ("A French-led force bombed
    ..."): it has a tense or an object, and the sentence has no other verb with a tense."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or verb.head.dep_ != "ROOT" or verb.head.pos_ in _VERBAL:
        return False
    whole = verb.sent[-1].text == "." and not any(c.dep_ == "agent" for c in verb.children)
    if verb.tag_ == "VBN" and not whole and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children):
        return False
    return not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") and t != verb and _is_main(t) for t in verb.sent)


def _is_main(verb: Token) -> bool:
    return all(a.dep_ not in ("relcl", "advcl", "ccomp") for a in (verb, *verb.ancestors))


def just_before(verb: Token) -> list[Token]:
    """The name that stands before a verb to which the parser gives no subject, taken for part of the phrase before it
    ("On a visit to Oslo, Jane Doe thanked ...")."""
    found = verb.nbor(-1) if verb.i > verb.sent.start else verb
    while found.i > found.sent.start and found.dep_ in ("aux", "advmod", "neg") and found.head == verb:
        found = found.nbor(-1)
    name = found.pos_ == "PROPN" or (found.text.isupper() and len(found) > 2)
    return [found] if name and verb in found.ancestors else []


def behind_dateline(heads: list[Token]) -> list[Token]:
    """The heads without those of a dateline ("LIMA, Peru -- A court ..."), which the parser takes for a subject."""
    dash = _dateline_end(heads[0]) if any(h.pos_ == "PROPN" for h in heads) else None
    if dash is None:
        return heads
    kept = [head for head in heads if head.i > dash.i]
    behind = (c for head in heads for c in head.subtree if c.i > dash.i and c.dep_ in ("appos", "conj", "nsubj", "dep"))
    return kept or list(behind)[:1]


def _dateline_end(head: Token) -> Token | None:
    """The dash that ends the dateline of the sentence of `head`, or None where it has none."""
    sentence = head.sent
    if not sentence[0].text.isupper() or len(sentence[0]) < 3:
        return None
    for token in sentence[1:10]:
        if token.text in ("--", "-", "—", "–") and token.whitespace_ and token.nbor(-1).whitespace_:
            return token
    return None
