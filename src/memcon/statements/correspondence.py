"""Pages of letters: each letter is the direct speech of who signs it beneath."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors import letters
from memcon.language import Analysed
from memcon.statements.attribution import Attribution

LETTER = "letter"


def attributions(analysed: Analysed) -> Iterator[Attribution]:
    """One for each letter, none where the text is no page of them. The source is the signature."""
    for letter in letters(analysed):
        start, end = letter.signature
        writer = next((t for t in analysed.tokens(start, end) or () if t.idx >= letter.name), None)
        if writer is not None:
            yield Attribution(writer, None, letter.signature, list(letter.body), "say", writer, flags=[LETTER])
