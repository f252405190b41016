"""How a sentence tells what one of its words says."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.events import patterns
from memcon.events.misreadings import is_headline_passive, is_headline_plan, is_misread_main
from memcon.events.wrappers import SAYING, governing_words

# "The aim of curbing", "the idea of invading" tell no act.
_ONLY_THOUGHT = frozenset("aim goal idea possibility risk prospect purpose option notion dream fear".split())


_ORDER = frozenset("first second third fourth fifth last latest only next".split())


def _is_one_to(verb: Token) -> bool:
    """Whether the sentence says that its subject is the first, or the last, to do what `verb` says."""
    head = verb.head
    if verb.dep_ not in ("acl", "relcl", "xcomp") or head.dep_ not in ("attr", "acomp"):
        return False
    ordered = head.lemma_.lower() in _ORDER or any(c.lower_ in _ORDER for c in head.children)
    return ordered and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def asserted(token: Token) -> int:
    """How the sentence tells what `token` says: 0 asserted, 1 told in passing, 2 only as an aim or a manner."""
    at, level = token, 0
    if token.dep_ == "amod" and token.lemma_ in patterns.standing():
        return 2
    while at.head != at:
        if is_headline_plan(at) or is_headline_passive(at) or is_misread_main(at):
            return level
        head = at.head
        if _is_one_to(at):
            at = head.head  # "was the first to recognise"
            continue
        loose = at.dep_ == "xcomp" and head.lemma_.lower() not in governing_words()
        if (loose or at.dep_ in ("advcl", "acl")) and any(c.dep_ == "aux" and c.lower_ == "to" for c in at.children):
            return 2
        if at.dep_ == "pcomp" and (head.lower_ == "about" or head.head.lemma_.lower() in _ONLY_THOUGHT):
            return 2
        if at.dep_ == "acl" and head.dep_ == "attr" and any(c.dep_ == "expl" for c in head.head.children):
            at = head  # "there were soldiers killed"
            continue
        if at.dep_ in ("relcl", "acl", "advcl", "pcomp", "csubj", "amod", "appos", "parataxis") or (
            at.dep_ == "ccomp" and head.lemma_ not in SAYING
        ):
            level = 1
        at = head
    if not is_headline_plan(at) and any(c.lower_ == "to" and c.dep_ == "aux" for c in at.children):
        return 2  # "Either to surrender or die."
    return level
