"""The statements room: who said what."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import Cast
from memcon.facts import Statement, Time
from memcon.language import Analysed


def find(
    text: str,
    analysed: Analysed | None = None,
    cast: Cast | None = None,
    times: Sequence[Time] = (),
    published: str | None = None,
) -> tuple[Statement, ...]:
    """The statements of `text`."""
    return ()


def models() -> dict[str, str]:
    """The models this room runs, by name, with the SHA-256 of each."""
    return {}
