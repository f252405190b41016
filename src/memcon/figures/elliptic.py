"""What a large number counts where the noun or the money stands before it: "18,000 people, a group of about 70,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from memcon.figures.quantity import Quantity, plain
from memcon.figures.units import is_plural, singular

_LEAST = 1000
_REACH = 240
_NEIGHBOURS = 20
_SENTENCES = re.compile(r"[.!?][”\"]?\s|\n")
_HOW_MANY = re.compile(
    r"\b(?:how\smany|(?:total\s)?(?:number|estimate|count|tally|stock)s?\sof)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]{3,}s|people|men|women|children)\b",
    re.IGNORECASE,
)
# "the number of donated vaccines to", "the number of people forced to flee reached more than"
_LEADS = re.compile(
    r"(?:to|is|was|at|reached|hit|passed|topped|exceeds|exceeded|stands\sat|stood\sat)\s"
    r"(?:about\s|around\s|approximately\s|nearly\s|almost\s|some\s|over\s|more\sthan\s|only\s|just\s|at\sleast\s){0,2}\Z",
    re.IGNORECASE,
)
# "they keep helmets in store, 80 million that we can send"
_APPOSED = re.compile(r"\b(?P<noun>[a-z]{4,}s)(?:\s[a-z]+){0,4},\s\Z")
_NOT_NOUNS = frozenset(
    {"this", "always", "perhaps", "besides", "towards", "others", "thus", "years", "months", "weeks"}
)


def counted(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, large bare numbers with what the words or the quantity before them count."""
    told = list(found)
    for i, q in enumerate(told):
        if q.kind != "bare" or q.number.fraction or isinstance(q.value, tuple) or abs(q.value) < _LEAST:
            continue
        before = told[max(i - _NEIGHBOURS, 0) : i]
        noun = _named_before(text, before, q)
        last = next((a for a in reversed(before) if a.kind in ("count", "money") and not a.number.fraction), None)
        if noun is not None:
            name = "people" if noun == "people" else singular(noun)
            told[i] = replace(q, unit=singular(noun), name=name, kind="count", counted=q.end)
        elif last is not None and _goes_on(text, last, q):
            told[i] = replace(q, unit=last.unit, name=last.name, kind=last.kind, counted=q.end)
    return told


def _named_before(text: str, before: Sequence[Quantity], q: Quantity) -> str | None:
    start = max(q.start - _REACH, before[-1].end if before else 0, 0)
    left = text[start : q.start]
    asked = max(_HOW_MANY.finditer(left), key=lambda match: match.start(), default=None)
    if asked is not None:
        gap = left[asked.end() :]
        if len(_SENTENCES.findall(gap)) <= (2 if "many" in asked[0].lower() else 0) and _LEADS.search(gap):
            return asked["noun"].lower()
    apposed = _APPOSED.search(left)
    if apposed and re.match(r"\s(?:that|which|of\s(?:them|which))\b", text[q.end : q.end + 10]):
        noun = apposed["noun"]
        return noun if is_plural(noun) and noun not in _NOT_NOUNS else None
    return None


def _goes_on(text: str, a: Quantity, q: Quantity) -> bool:
    """Whether `q` counts on in what `a` does: of the same scale, in the same sentence or the next."""
    gap = text[a.end : q.start]
    if len(gap) > _REACH or len(_SENTENCES.findall(gap)) > 1 or "\n" in gap:
        return False
    if a.kind == "money":
        return q.number.size >= 1e6 and a.number.size >= 1e6 and a.unit is not None and " per " not in a.unit
    return abs(plain(a.value)) >= _LEAST / 10 and 1e-3 <= plain(q.value) / max(abs(plain(a.value)), 1e-9) <= 1e3
