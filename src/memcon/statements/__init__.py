"""The statements room: who said what."""

from __future__ import annotations

from collections.abc import Sequence

from memcon import encoder
from memcon.actors import Cast
from memcon.facts import Statement, Time
from memcon.language import Analysed, analyse
from memcon.statements import building, finding, quotations, tagging


def find(
    text: str,
    analysed: Analysed | None = None,
    cast: Cast | None = None,
    times: Sequence[Time] = (),
    published: str | None = None,
) -> tuple[Statement, ...]:
    """The statements of `text`: who said what, by which words, to whom, where and when.

    `analysed` is the text's analysis, made here where it is not given. Without `cast`, statements have no speakers but
    their source; `times` and `published` (ISO date) give the day something was said.
    """
    analysed = analysed or analyse(text)
    quoted = quotations.find(text, analysed.paragraphs)
    found = finding.attributions(analysed, quoted)
    built = building.build(found, analysed, quoted, cast, times, published)
    return building.voiced(built, analysed, cast) if cast is not None else built


def models() -> dict[str, str]:
    """The models this room runs, by name, with the SHA-256 of each."""
    return {name: encoder.sha256(path) for name, path in tagging.MODELS.items()}
