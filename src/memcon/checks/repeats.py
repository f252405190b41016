"""The same thing stated twice in one text."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.checks import wording
from memcon.checks.comparing import Match, compare
from memcon.checks.intervals import middle
from memcon.facts import Check, Figure

_APART = 3.0
"""Values further apart than this are of different things, whatever the words say alike."""


def checks(figures: Sequence[Figure], text: str) -> list[Check]:
    """A check for every figure that states again what one before it did."""
    found = []
    for i, later in enumerate(figures):
        if not _repeatable(later):
            continue
        for earlier in reversed(figures[:i]):
            if not _repeatable(earlier) or earlier.id in later.same_as:
                continue
            match = compare(earlier, later, text_a=text, text_b=text)
            if match.same and _is_repeat(match, earlier, later, text):
                found.append(_made(match, earlier, later))
                break
    return found


def _repeatable(figure: Figure) -> bool:
    return bool(
        figure.indicator
        and figure.period
        and figure.period.from_
        and not isinstance(figure.value, tuple)
        and middle(figure) > 0
    )


def _is_repeat(match: Match, earlier: Figure, later: Figure, text: str) -> bool:
    """Two values of one list, or far apart, are of different things."""
    between = text[earlier.span.end : later.span.start]
    return ". " in between + " " and match.ratio is not None and 1 / _APART <= match.ratio <= _APART


def _made(match: Match, earlier: Figure, later: Figure) -> Check:
    alike = {"agrees": "the same", "disagrees": "not the same", "unknown": "close"}[match.verdict]
    detail = (
        f"{earlier.indicator} is stated as {wording.quoted(earlier)} and again as {wording.quoted(later)}: {alike}."
    )
    return Check(
        "",
        "repeat",
        (earlier.id, later.id),
        match.verdict,
        middle(later),
        middle(earlier),
        None,
        detail[:1].upper() + detail[1:],
    )
