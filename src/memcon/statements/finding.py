"""The statements room in its order: quotations, cues with their clauses, and the two brought together."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.statements import combining, direct, lexicon, phrases, tagging, verbs
from memcon.statements.attribution import Attribution
from memcon.statements.quotations import Quotation


def attributions(analysed: Analysed, quotations: list[Quotation], with_model: bool = False) -> list[Attribution]:
    """The attributions that the rules find, and the encoder where `with_model`."""
    words = lexicon.default()
    spoken = _spoken(analysed, quotations)
    found: list[Attribution] = []
    candidates: list[Token] = []
    for token in analysed.doc:
        if spoken[token.i]:
            continue
        pos = token.pos_
        if pos == "VERB" and token.lower_ != "according":
            candidates.append(token)
            attribution = verbs.attribution(token, words)
            if attribution is not None:
                found.append(attribution)
        elif pos in ("NOUN", "ADJ") or token.lower_ == "according":
            found += phrases.attributions(token, words)
    if with_model:
        quoted = quoted_tokens(analysed, quotations)
        sentences = combining.worth_reading(analysed, words, quoted)
        found = combining.combine(found, tagging.tag(sentences, quoted, combining.UNLIKELY), words)
    return direct.attach(analysed, quotations, found, candidates, words)


def quoted_tokens(analysed: Analysed, quotations: list[Quotation]) -> list[bool]:
    """Of each token, whether it stands in quotation marks of any kind."""
    inside = [False] * len(analysed.doc)
    for quotation in quotations:
        for start, end in quotation.parts:
            for token in analysed.tokens(start, end) or ():
                inside[token.i] = True
    return inside


def _spoken(analysed: Analysed, quotations: list[Quotation]) -> list[bool]:
    """Of each token, whether it stands inside something that is said in full."""
    inside = [False] * len(analysed.doc)
    for quotation in quotations:
        if quotation.depth == 0 and direct.is_speech(analysed.text, quotation):
            for start, end in quotation.parts:
                for token in analysed.tokens(start, end) or ():
                    inside[token.i] = True
    return inside
