"""Headlines: "German chancellor hosts Greek premier" has a verb that the parser takes for a noun.

A sentence without a finite verb, in which a noun that looks plural is a verb of some pattern in the third person, is
read as subject, verb and object around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from memcon.events import patterns
from memcon.events.clauses import Clause, conjuncts, phrases_of
from memcon.events.misreadings import HEADLINE


def clause_in(tokens: Sequence[Token]) -> Clause | None:
    """The clause of a headline, or None where the sentence is none."""
    if len(tokens) > HEADLINE or any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in tokens):
        return None
    for verb in tokens:
        if verb.tag_ not in ("NNS", "NNPS") or verb.lemma_.lower() not in patterns.index("verbs.toml"):
            continue
        before = [t for t in tokens if t.i == verb.i - 1 and t.pos_ in ("NOUN", "PROPN")]
        objects = _objects(t for t in tokens if t.i > verb.i)
        if before and objects:
            phrases = [*phrases_of(verb), *(p for o in objects for p in phrases_of(o))]
            return Clause(verb, before, objects, phrases=phrases)
    return None


def _objects(after: Iterable[Token]) -> list[Token]:
    """The first noun phrase behind the verb, which must follow it at once."""
    for token in after:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
            return conjuncts(token)
        if token.pos_ not in ("ADJ", "DET", "NUM", "NOUN", "PROPN", "PART"):
            return []
    return []
