"""What the encoder's spans leave out: the rest of a list, the medium in between."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from memcon.statements.attribution import Attribution, Offsets, runs, subtree
from memcon.statements.lexicon import Lexicon
from memcon.statements.media import medium_of

_JOINT = frozenset({",", ";", "and", "or", "as"})
_BRACKETED = 8
"""Tokens behind a bracket that are left out with it."""
_WHERE = frozenset({"in", "during", "at", "on", "via", "by", "after", "through"})
"""Prepositions before where something is said."""


def completed(a: Attribution, lexicon: Lexicon) -> Attribution:
    """`a` with its content complete, and without the phrase that tells only where it is said."""
    doc = a.anchor.doc
    inside = {t.i for span in a.content for t in _tokens(doc, span)}
    if not inside:
        return a
    told = inside
    inside = _with_participle(inside, a) - _owner(inside, a)
    grown = _with_rest(inside, a, lexicon)
    where = _where(a, grown)
    kept = grown - where - _unclosed(grown - where, a)
    if kept != told:
        a.content = runs(doc, kept)
    return a


def _with_rest(inside: set[int], a: Attribution, lexicon: Lexicon) -> set[int]:
    """`inside` with the further members of a list that it ends in, unless they say something themselves."""
    doc, last = a.anchor.doc, max(inside)
    if last + 1 >= len(doc) or doc[last + 1].lower_ not in _JOINT or last < a.anchor.i:
        return inside
    grown = set(inside)
    for i in sorted(inside):
        for other in doc[i].conjuncts:
            if other.i <= last or other.i in grown or other.i == a.anchor.i:
                continue
            below = subtree(other)
            if min(below) <= last or a.anchor.i in below or _speaks(other, lexicon) or _is_source(below, a):
                continue
            grown |= set(range(last + 1, max(below) + 1))
            last = max(below)
    return grown


def _with_participle(inside: set[int], a: Attribution) -> set[int]:
    """`inside` with what is told of its last noun behind it: "those | described by …", "attacks | , including …"."""
    doc, last = a.anchor.doc, max(inside)
    at = last + 2 if doc[last + 1 : last + 3].text.lower() == ", including" else last + 1
    if last < a.anchor.i or at >= len(doc):
        return inside
    word = doc[at]
    told = word.head.i == last and word.dep_ in ("acl", "relcl")
    listed = at > last + 1 and word.dep_ == "prep" and word.head.i in inside
    below = subtree(word)
    if not (told or listed) or min(below) != at or a.anchor.i in below or _is_source(below, a):
        return inside
    return inside | set(range(last + 1, at)) | below


def _unclosed(inside: set[int], a: Attribution) -> set[int]:
    """What stands behind a bracket at the end of `inside` that does not close in it: "is true | (The letter"."""
    doc, last = a.anchor.doc, max(inside)
    opened = next(
        (i for i in range(last, max(-1, last - _BRACKETED), -1) if doc[i].text in "()" or i not in inside), last
    )
    return (
        set(range(opened, last + 1)) if doc[opened].text == "(" and opened in inside and opened > min(inside) else set()
    )


def _owner(inside: set[int], a: Attribution) -> set[int]:
    """The pronoun of a noun that is the cue's: "expressed | his | respect for Lund"."""
    doc = a.anchor.doc
    alone = {i for i in inside if not {i - 1, i + 1} & inside and doc[i].tag_ == "PRP$"}
    return {i for i in alone if len(inside) > len(alone) and doc[i].head.i not in inside}


def _speaks(other: Token, lexicon: Lexicon) -> bool:
    """Whether a further verb tells what somebody does or says, not what is said."""
    if other.pos_ not in ("VERB", "AUX"):
        return False
    return other.lemma_.lower() in lexicon.verbs or any(c.dep_ == "nsubj" for c in other.children)


def _is_source(below: set[int], a: Attribution) -> bool:
    return a.source is not None and any(a.source[0] <= a.anchor.doc[i].idx < a.source[1] for i in below)


def _where(a: Attribution, inside: set[int]) -> set[int]:
    """The tokens of a phrase on the cue that tell the medium: "thanked Oduya in a telephone call for …"."""
    found: set[int] = set()
    for word in a.anchor.children:
        if word.dep_ == "prep" and word.lower_ in _WHERE and word.i in inside and word.i > a.anchor.i:
            below = {i for i in subtree(word) if not _behind_for(word, i)}
            words = [a.anchor.doc[i] for i in sorted(below)]
            if not any(w.pos_ == "VERB" for w in words) and medium_of(" ".join(w.text for w in words), "") is not None:
                found |= below
    return found


def _tokens(doc: Doc, span: Offsets) -> list[Token]:
    return list(doc.char_span(*span, alignment_mode="expand") or ())


def _behind_for(phrase: Token, i: int) -> bool:
    """Whether token `i` stands behind the "for" of what somebody is thanked or blamed for, hung on the medium."""
    doc = phrase.doc
    return any(doc[k].lower_ == "for" for k in range(phrase.i + 1, i + 1))
