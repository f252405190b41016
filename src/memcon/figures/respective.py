"""Lists that "respectively" takes apart: "rose 3 % and 5 % in May and June respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from memcon.actors import Cast
from memcon.facts import Figure, Time, When

_WORD = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s(?:(?:by|to|in|of|the|about|some|nearly|around)\s){0,3}", re.IGNORECASE)


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


def assign(
    figures: Sequence[Figure],
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    times: Sequence[Time],
    cast: Cast | None,
) -> tuple[Figure, ...]:
    """The figures with the periods and parties that lists of the same length give them, in their order.

    `starts` and `ends` are the characters at which sentences begin and end. What the first of a list measures and how
    it moves holds for the others.
    """
    told = list(figures)
    for start, end in zip(starts, ends, strict=True):
        if not _WORD.search(text, start, end):
            continue
        inside = [i for i, f in enumerate(told) if start <= f.span.start and f.span.end <= end]
        for run in _runs([told[i].span for i in inside], text):
            numbers = [inside[i] for i in run]
            _share(told, numbers)
            dated = [t for t in times if start <= t.start and t.end <= end]
            _give_periods(told, numbers, _list_of(dated, text, len(numbers)))
            if cast is not None:
                named = sorted((r for r in cast.references_in(start, end) if len(r.ids) == 1), key=lambda r: r.start)
                _give_parties(told, numbers, [r.ids for r in _list_of(named, text, len(numbers))])
    return tuple(told)


def _runs(items: Sequence[_Placed], text: str) -> list[list[int]]:
    """Two or more neighbours joined as in a list, by their numbers."""
    runs: list[list[int]] = []
    for i, item in enumerate(items):
        if i and _LISTED.fullmatch(text[items[i - 1].end : item.start]):
            runs[-1].append(i)
        else:
            runs.append([i])
    return [run for run in runs if len(run) > 1]


def _list_of(items: Sequence[_Item], text: str, length: int) -> list[_Item]:
    """The one list of that length among the items, or none."""
    fitting = [run for run in _runs(items, text) if len(run) == length]
    return [items[i] for i in fitting[0]] if len(fitting) == 1 else []


def _share(told: list[Figure], numbers: Sequence[int]) -> None:
    first = told[numbers[0]]
    for i in numbers[1:]:
        other = told[i]
        if other.unit != first.unit:
            continue
        change = first.change if other.change == "=" and first.change in ("up", "down") else other.change
        indicator = other.indicator or first.indicator
        words = other.indicator_text or first.indicator_text
        told[i] = replace(other, change=change, indicator=indicator, indicator_text=words)


def _give_periods(told: list[Figure], numbers: Sequence[int], times: Sequence[Time]) -> None:
    for i, time in zip(numbers, times, strict=False):
        told[i] = replace(told[i], period=When(time.value, time.from_, time.to, time.id, "syntax"))


def _give_parties(told: list[Figure], numbers: Sequence[int], parties: Sequence[tuple[str, ...]]) -> None:
    """In each role in which one of the listed parties stands, the one of the figure's own place in the list."""
    listed = {id for ids in parties for id in ids}
    for i, own in zip(numbers, parties, strict=False):
        figure = told[i]
        from_ = own if listed.intersection(figure.from_) else figure.from_
        to = own if listed.intersection(figure.to) else figure.to
        fixed = tuple(id for id in figure.between if id not in listed)
        both = own + fixed if listed.intersection(figure.between) else figure.between
        told[i] = replace(figure, from_=from_, to=to, between=both)
