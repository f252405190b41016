"""The checks room: stated figures tested against one another and against reference rates."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.facts import Check, Figure


def run(figures: Sequence[Figure], text: str, published: str | None = None) -> tuple[Check, ...]:
    """The checks that the figures of one document allow."""
    return ()
