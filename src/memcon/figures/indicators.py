"""What a figure measures: the indicator whose words stand nearest to it in its sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.figures.lexicon import alternatives, table
from memcon.figures.quantity import Quantity

# "in", "of", "worth of" and the like join an amount and what it is an amount of: "$5m in aid".
_JOIN = re.compile(
    r"[\s-](?:(?:in|of|for|worth\sof|more\sin|more|new|additional|further|total|annual|fresh|emergency|the|to|a|an|were|was|have|has|had|been|be|"
    r"are|is|bilateral|humanitarian|security|military|foreign|people|others|civilians|soldiers|men|women|children|reported|reportedly|believed|"
    r"confirmed|also|already|so\sfar|left|or|either|being|of\sthem|of\swhom)[\s-])*\Z",
    re.IGNORECASE,
)
_PERSONAL = frozenset({"killed", "wounded", "casualties", "detained", "displaced", "refugees", "troops", "population"})
_FAR_BEHIND = 45


@dataclass(frozen=True, slots=True)
class Indicator:
    """Characters `start` to `end` name the indicator `name`."""

    start: int
    end: int
    name: str


@functools.cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, str], Mapping[str, frozenset[str]]]:
    forms: dict[str, str] = {}
    kinds: dict[str, frozenset[str]] = {}
    for name, entry in table("indicators").items():
        kinds[name] = frozenset(entry["kinds"].split())
        for form in entry["words"].split(";"):
            forms[form.strip()] = name
    plurals = {f"{form}s": name for form, name in forms.items() if not form.endswith(("s", "d", "ing"))}
    forms = plurals | forms
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w])", re.IGNORECASE)
    return pattern, forms, kinds


def named(text: str, start: int, end: int) -> list[Indicator]:
    """The words in characters `start` to `end` that name indicators, in order."""
    pattern, forms, _ = _lexicon()
    return [Indicator(m.start(), m.end(), forms[_plain(m[0])]) for m in pattern.finditer(text, start, end)]


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def of(text: str, q: Quantity, near: Sequence[Indicator], others: Sequence[Quantity]) -> Indicator | None:
    """What `q` measures, of the indicators in its sentence: what it counts, what follows it, else the last before it.

    `others` are the quantities of the sentence; words beyond another of them belong to that one.
    """
    _, _, kinds = _lexicon()
    fit = [
        i
        for i in near
        if q.kind in kinds[i.name] or (q.kind == "bare" and "count" in kinds[i.name] and i.name in _PERSONAL)
    ]
    counted_end = q.counted or q.end
    following = min((o.start for o in others if o.start >= q.end), default=counted_end + _FAR_BEHIND)
    behind = [i for i in fit if q.end <= i.start <= min(counted_end + _FAR_BEHIND, following)]
    if q.kind in ("count", "bare"):
        return _of_people(text, q, fit, behind, others)
    for i in behind:
        if _JOIN.match(text[q.end : i.start]) and _JOIN.fullmatch(text[q.end : i.start]):
            return i
    before = [i for i in fit if i.end <= q.start]
    if before:
        last = before[-1]
        # "trade ... exports": the nearest wins, unless its words are only the common "trade" of the same phrase.
        return last
    return behind[0] if behind and behind[0].start - q.end < 30 else None


def _of_people(
    text: str, q: Quantity, fit: Sequence[Indicator], behind: Sequence[Indicator], others: Sequence[Quantity]
) -> Indicator | None:
    """People are killed, wounded, held by the verb behind them or before them; else they are what they are called."""
    inside = [i for i in fit if q.end <= i.start and q.counted is not None and i.end <= q.counted]
    counted_end = q.counted or q.end
    fate = [
        i for i in behind if i.start >= counted_end and i.name in _PERSONAL and i.name not in ("troops", "population")
    ]
    for i in fate:
        gap = text[counted_end : i.start]
        if " and " in gap and any(0 <= o.start - i.end <= 20 for o in others):
            continue  # "12 people and wounded 30"
        if not re.search(r"[;:.]|,\s(?:and|but|while|who)|\b(?:after|before|when|that|said|from)\b", gap):
            return i
    cut = max((o.end for o in others if o.end <= q.start), default=0)
    for i in reversed([i for i in fit if cut <= i.end <= q.start]):
        if (
            i.name in _PERSONAL
            and q.start - i.end <= 25
            and "." not in text[i.end : q.start]
            and _takes_object(text, i)
        ):
            return i
    if inside:
        return inside[-1]
    return None


def _takes_object(text: str, i: Indicator) -> bool:
    """ "killed at least 5", "a death toll of 5"; not "the refugees in 5 camps"."""
    word = text[i.start : i.end].lower()
    return word.endswith(("ed", "ing", "toll", "ll", "lls", "lives")) or bool(
        re.match(r"\s(?:of|at|to|stood|stands|rose|rises|reached|is|was|has|climbed)\b", text[i.end : i.end + 9])
    )
