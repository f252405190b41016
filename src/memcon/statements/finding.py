"""The statements room in its order: quotations, cues with their clauses, the encoder, all brought together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.statements import (
    combining,
    correspondence,
    direct,
    enumerating,
    headlining,
    lexicon,
    phrases,
    tagging,
    turns,
    verbs,
)
from memcon.statements.attribution import Attribution
from memcon.statements.quotations import Quotation

Deciders: TypeAlias = Literal["rules", "model", "both"]


def attributions(analysed: Analysed, quotations: Sequence[Quotation], deciders: Deciders = "both") -> list[Attribution]:
    """The attributions that rules, encoder or both find; quotations are given to their cues by rule in any case."""
    words = lexicon.default()
    spoken = marked(analysed, [q for q in quotations if q.depth == 0 and direct.is_speech(analysed.text, q)])
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
        elif pos in ("NOUN", "ADJ") or token.lower_ in words.adverbs or token.lower_ == "according":
            found += phrases.attributions(token, words)
    if deciders != "rules":
        quoted = marked(analysed, quotations)
        sentences = combining.worth_reading(analysed, words, quoted)
        tagged = tagging.tag(sentences, quoted, combining.LEAST)
        found = combining.combine(found if deciders == "both" else [], tagged, words)
    enumerating.give_sources(found, analysed, words)
    said = turns.attributions(analysed)
    labels = {i for a in said for i in range(a.start, a.anchor.idx + 1)}
    found = [a for a in found if a.anchor.idx not in labels]
    found += headlining.attributions(analysed, [*found, *said])
    written = list(correspondence.attributions(analysed))
    return direct.attach(analysed, quotations, found, candidates, words) + said + written


def marked(analysed: Analysed, quotations: Sequence[Quotation]) -> list[bool]:
    """Of each token, whether it stands in one of `quotations`."""
    inside = [False] * len(analysed.doc)
    for quotation in quotations:
        for start, end in quotation.parts:
            for token in analysed.tokens(start, end) or ():
                inside[token.i] = True
    return inside
