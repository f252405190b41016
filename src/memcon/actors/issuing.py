"""Who puts a report out, and "we" in what an office says in its own name: "We condemn the attack"."""

from __future__ import annotations

import re

from memcon.actors.resolution import Scene, state
from memcon.actors.wordlists import Issuer, issuers, words
from memcon.facts import Document

_SEVERAL_SPEAK = re.compile(r"^\s*(?:QUESTION|MODERATOR|MR|MS|MRS|SECRETARY|AMBASSADOR)\b[^\n:]{0,60}:", re.M)
"""Speakers of a transcript, in which "we" are many."""


def issuer_of(document: Document | None) -> Issuer | None:
    """Who puts the report out, where its bare titles depend on that."""
    if document is None:
        return None
    told = " ".join(filter(None, (document.publisher, document.author, document.url))).lower()
    return next((issuer for key, issuer in issuers().items() if key in told), None)


def own_voice(scene: Scene, document: Document | None) -> None:
    """Note that "we" and "our" outside quotations stand for the state whose office speaks; not in what it says jointly
    with others, nor in a transcript."""
    if scene.issuer is None or document is None:
        return
    if "joint" in (document.title or "").lower() or _SEVERAL_SPEAK.search(document.text):
        return
    own = state(scene, scene.issuer.country)
    w, quoted = scene.w, False
    for i, tag in enumerate(w.tag):
        if w.text[i] == '"':
            quoted = not quoted
        elif w.text[i].startswith("\n"):
            quoted = False
        elif tag in ("PRP", "PRP$") and not quoted and w.lower[i] in words("we") and own is not None:
            scene.stand_for(i, own, "group", "who puts the report out")
