"""Resolutions and communiqués: a paragraph names who speaks, those below begin with what is done ("Reaffirmed …",
"2. Calls upon …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.language import Analysed, Paragraph
from memcon.statements.attribution import Attribution, Offsets
from memcon.statements.lexicon import Lexicon
from memcon.statements.verbs import speaker_of

_LONGEST = 240
"""Characters of the longest paragraph that names who speaks."""
_NUMBER = re.compile(r"\s*(?:\(?\w{1,3}[.)]\s+|[•*–—-]\s*)?")
_NAMING = frozenset({"NOUN", "PROPN"})
_JOINED = frozenset({"ROOT", "conj", "ccomp", "dep", "advcl", "parataxis"})


def give_sources(attributions: Sequence[Attribution], analysed: Analysed, lexicon: Lexicon) -> None:
    """Give the attributions of such paragraphs that have no source the one named above them."""
    for paragraph, head, source in _items(analysed, lexicon):
        for a in attributions:
            if a.source is None and paragraph.start <= a.anchor.idx < paragraph.end and _lacks_subject(a.anchor):
                a.source, a.speaker = source, head


def _items(analysed: Analysed, lexicon: Lexicon) -> Iterator[tuple[Paragraph, Token, Offsets]]:
    """The paragraphs that begin with what is done, with the head and the characters of who does it."""
    lead: tuple[Token, Offsets] | None = None
    for paragraph in analysed.paragraphs:
        begun = _NUMBER.match(analysed.text, paragraph.start, paragraph.end)
        start = begun.end() if begun else paragraph.start
        first = next(iter(analysed.tokens(start, start + 1) or ()), None)
        if first is None:
            continue
        verbal = first.tag_.startswith("VB") or start > paragraph.start
        if verbal and first.text[0].isupper() and first.lemma_.lower() in lexicon.verbs:
            if lead is not None:
                yield paragraph, *lead
        else:
            lead = _lead(analysed, paragraph)


def _lead(analysed: Analysed, paragraph: Paragraph) -> tuple[Token, Offsets] | None:
    """Who is named by a short paragraph that has no verb and ends in a colon or comma."""
    if paragraph.end - paragraph.start > _LONGEST or analysed.text[paragraph.end - 1] not in ":,":
        return None
    tokens = [t for t in analysed.tokens(paragraph.start, paragraph.end - 1) or () if t.idx < paragraph.end - 1]
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.pos_ in _NAMING and (t.head.i not in inside or t.head.i == t.i)), None)
    if head is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    return head, (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _lacks_subject(verb: Token) -> bool:
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    return not passive and verb.dep_ in _JOINED and speaker_of(verb) is None
