"""What the language room gives: the analysed text, its paragraphs and sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from memcon.facts import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` of the text, and the indices of its first sentence and of the one past its last."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: offsets into the text, the paragraph it stands in (an index), and its parsed tokens.

    `tokens` is a spaCy span of the document's `Doc`, so `token.idx` is an offset into the document's text. The tokens'
    own text has white space and typographic quotation marks made plain, one character for one.
    """

    index: int
    start: int
    end: int
    paragraph: int
    text: str
    tokens: TokenSpan


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text with its paragraphs and sentences, in order, and the parsed `doc` they are cut from."""

    text: str
    doc: Doc
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Sentence]
    starts: Sequence[int]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that character `offset` stands in, or the one before it where it stands between two."""
        i = bisect_right(self.starts, offset) - 1
        return self.sentences[i] if i >= 0 else None

    def sentences_in(self, start: int, end: int) -> Sequence[Sentence]:
        """The sentences that characters `start` to `end` touch."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, max(end - 1, start))
        return [s for s in self.sentences[first:last] if s.end > start]

    def span(self, start: int, end: int) -> Span:
        """The span of characters `start` to `end` of the text."""
        return Span(start, end, self.text[start:end])

    def token_span(self, first: Token, last: Token) -> Span:
        """The span from token `first` through token `last`."""
        return self.span(first.idx, last.idx + len(last))

    def tokens(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that characters `start` to `end` touch, or None where there are none."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        return found if found is not None and len(found) else None
