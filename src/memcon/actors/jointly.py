""" "We agreed" after a meeting: the speaker and whom the report tells the speaker met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.actors.cast import Cast, Reference
from memcon.actors.wordlists import words
from memcon.language import Analysed

_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp"})
_JOINING = frozenset({"with", "between", "to", "by", "of", "and", "among"})
"""Prepositions before those who meet."""
_FARTHEST = 8
"""Steps of the parse from somebody who meets to the word that tells the meeting."""


def is_joint(we: Token) -> bool:
    """Whether "we" do what two sides do together: "we agreed", "we had a good discussion"."""
    if we.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return any(_is_mutual(verb) for verb in (we.head, *we.head.conjuncts))


def _is_mutual(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "prep" and c.lower_ == "with" and _names(c) for c in verb.children):
        return False
    if lemma in words("mutual_when_past"):
        return verb.tag_ in _PAST and not any(c.dep_ == "dobj" and c.tag_ == "NNP" for c in verb.children)
    if lemma in ("have", "hold"):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in words("meeting") for c in verb.children)
    return lemma in words("mutual")


def _names(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.tag_ in ("NNP", "PRP") and c.lower_ != "them" for c in preposition.children)


def counterparts(cast: Cast, analysed: Analysed, speakers: Sequence[str], before: int) -> tuple[str, ...]:
    """Whom the last sentence before character `before` that tells a meeting of `speakers` has them meet: people of
    other countries, else such states; none where no sentence tells one."""
    sentences = [s for s in analysed.sentences if s.start < before]
    for sentence in reversed(sentences):
        references = [r for r in cast.references_in(sentence.start, sentence.end) if r.ids]
        if len(references) < len(speakers) + 1:
            continue
        for token in sentence.tokens:
            if token.idx < before and token.lemma_.lower() in words("meeting"):
                met = dict.fromkeys(i for r in _of_meeting(references, token, analysed) for i in r.ids)
                if found := _others(cast, speakers, met):
                    return found
    return ()


def _others(cast: Cast, speakers: Sequence[str], met: dict[str, None]) -> tuple[str, ...]:
    homes = {cast.actor(i).country for i in speakers}
    present = any(i in met for i in speakers)
    if not present:
        return ()
    others = [cast.actor(i) for i in met if i not in speakers and cast.actor(i).country not in {*homes, None}]
    people = [a.id for a in others if a.kind == "person"]
    return tuple(people or [a.id for a in others if a.kind in ("state", "government")])


def _of_meeting(references: Sequence[Reference], word: Token, analysed: Analysed) -> Iterator[Reference]:
    """The references that hang on the word that tells a meeting, or are the subject of the verb above it."""
    for r in references:
        head = next(iter(analysed.tokens(r.head, r.head + 1) or ()), None)
        if head is not None and _hangs_on(head, word):
            yield r


def _hangs_on(token: Token, word: Token) -> bool:
    at = token
    for _ in range(_FARTHEST):
        if at.i == word.i:
            return True
        if at.dep_ in ("nsubj", "nsubjpass") and (at.head.i == word.i or _is_above(at.head, word)):
            return True
        if at.dep_ in _CLAUSES or at.head.i == at.i or (at.dep_ == "prep" and at.lower_ not in _JOINING):
            return False
        at = at.head
    return False


def _is_above(verb: Token, word: Token) -> bool:
    """Whether the word hangs on the verb within its clause: "held talks", "said after the talks"."""
    at = word
    for _ in range(_FARTHEST):
        if at.i == verb.i:
            return True
        if at.dep_ in _CLAUSES - {"pcomp", "advcl"} or at.head.i == at.i:
            return False
        at = at.head
    return False
