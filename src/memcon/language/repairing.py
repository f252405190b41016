"""What the parser takes apart and belongs together: an office and the body before it, whose acronym stands between them
in brackets ("Republic of Korea (ROK) Foreign Minister Park")."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

_ACRONYM = re.compile(r"[A-Z]{2,7}\Z")
_PARTS = frozenset({"compound", "amod", "nmod", "nummod"})
_NAMES = frozenset({"NOUN", "PROPN"})


def repair(doc: Doc) -> None:
    """Hang bodies with a bracketed acronym on the name or office that follows, in place."""
    for opening in doc[:-3]:
        if opening.text == "(" and opening.i and doc[opening.i + 2].text == ")":
            _join(opening)


def _join(opening: Token) -> None:
    acronym, behind = opening.nbor(1), opening.nbor(3)
    if not _ACRONYM.match(acronym.text) or not behind.text[:1].isupper() or behind.sent_start == 1:
        return
    body, office = _top(opening.nbor(-1)), behind
    while office.dep_ in _PARTS and office.head.i > office.i:
        office = office.head
    apart = office.head.i < opening.i and office.pos_ in _NAMES and body.pos_ in _NAMES
    if not apart or body.dep_ == "ROOT" or opening.i < body.head.i <= office.i or office.dep_ == "conj":
        return
    office.head, office.dep_ = body.head, body.dep_
    body.head, body.dep_ = office, "compound"


def _top(last: Token) -> Token:
    """The head of the name that ends in `last`: "Republic" of "Republic of Korea"."""
    top = last
    while (top.dep_ == "pobj" and top.head.lower_ in ("of", "for", "on") and top.head.head.i < top.head.i) or (
        top.dep_ in _PARTS | {"conj"} and top.head.pos_ in _NAMES and top.head.i <= last.i
    ):
        top = top.head.head if top.dep_ == "pobj" else top.head
    return top
