"""The words before and behind a number that make it a bound, an approximation, a rise or a fall."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from memcon.facts import Change
from memcon.figures.lexicon import table, words
from memcon.figures.numbers import Number

_LONGEST = 5
_REACH = 60
_WORDS = re.compile(r"[^\s()\[\]“”\"]+")
_READINGS: tuple[Change, ...] = ("~", ">", "<", "up", "down", "=")
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
_SIGNS: Mapping[str, Change] = {"~": "~", "≈": "~", "<": "<", "≤": "<", ">": ">", "≥": ">", "+": "up"}
# "boosted its quarterly dividend 20 %"
_MOVED_OBJECT = re.compile(
    r"\b(?P<verb>raised|raise|raising|boosted|boost|increased|increase|increasing|reduced|reduce|reducing|cut|slashed|"
    r"hiked|lowered|lower)\s(?:its|their|his|her|the)\s(?:[\w-]{1,20}\s){1,3}(?:(?:about|nearly|over|some)\s)?\Z",
    re.IGNORECASE,
)
# "cut emissions by half"
_MOVED_BY = re.compile(
    r"\b(?P<verb>raised?|raising|boost(?:ed|ing|s)?|increas(?:ed?|es|ing)|reduc(?:ed?|es|ing)|cut(?:s|ting)?|slash(?:ed|es|ing)?|"
    r"hik(?:ed?|es|ing)|lower(?:ed|s|ing)?|lift(?:ed|s|ing)?|grow(?:s|ing)?|grew|trim(?:med|s|ming)?|shr[aiu]nk|expand(?:ed|s|ing)?|"
    r"narrow(?:ed|s|ing)?|widen(?:ed|s|ing)?|improv(?:ed?|es|ing))\s(?:[\w'’-]{1,20}\s){1,6}by\s"
    r"(?:(?:about|around|nearly|over|some|at\sleast|more\sthan|up\sto|as\smuch\sas|a|another)\s){0,2}\Z",
    re.IGNORECASE,
)
_COMPOUND = re.compile(rf"-(?:{'|'.join(_PERIODS)})\b")
_FALLING = re.compile(r"reduc|cut|slash|lower|trim|shr|narrow", re.IGNORECASE)
# What stands between a movement and how far it went: "shrank at an annual pace of 14 %", "rise by between 5 and 8 %".
_AT_A_PACE = re.compile(
    r"\s(?:at\san?\s(?:[\w-]{1,20}\s){0,2}(?:pace|rate|clip)\sof|by\s(?:between|from))(?=\s\Z)", re.IGNORECASE
)
# "a 4.5 % pay rise"
_NOUN_MOVED = re.compile(
    r"\s(?!(?:of|in|to|and|or|the|on|for|after|from|with|by|is|was|were|are|has|had|at|as|a|an|stake|share)\b)[a-z-]{2,15}\s"
    r"(?:(?P<up>rise|increase|jump|surge|gain|hike)|cut|fall|drop|decline|reduction|decrease)\b"
)
# "over five years" is as often a period as a bound.
_SPANS = frozenset({"over", "within", "under", "for up to"})


@functools.cache
def _forms(side: str) -> Mapping[str, Change]:
    known: dict[str, Any] = table("cues")[side]
    readings: dict[str, Change] = {}
    for reading in _READINGS:
        readings |= dict.fromkeys((form.strip() for form in known.get(reading, "").split(";")), reading)
    return readings


def before(left: str) -> Change:
    """What the words that end `left` say of the number that follows; "=" where they say nothing."""
    return _before(left)[0]


def _before(left: str) -> tuple[Change, str]:
    left = _AT_A_PACE.sub("", left[-_REACH:])
    tokens = [word.lower() for word in _WORDS.findall(left)]
    if (
        left[-1:]
        and not left[-1].isspace()
        and not left.endswith(("-", "~", "<", ">", "≈", "≤", "≥", "+", "(", "“", '"'))
    ):
        return "=", ""
    forms, steps = _forms("before"), words("cues", "step")
    nearest: tuple[Change, str] = ("=", "")
    while tokens:
        length = next((n for n in range(min(_LONGEST, len(tokens)), 0, -1) if " ".join(tokens[-n:]) in forms), 0)
        if length:
            form = " ".join(tokens[-length:])
            # "rose by about 5 %" is a rise: a movement wins over the bound between it and the number.
            if nearest[0] == "=" or (
                forms[form] in ("up", "down") and nearest[1].split()[-1] not in words("cues", "level")
            ):
                nearest = forms[form], form
            if forms[form] in ("up", "down", "="):
                break
        elif tokens[-1] not in steps:
            break
        del tokens[-max(length, 1) :]
    return nearest


def bound(left: str) -> Change:
    """The bound nearest before a number, though a movement stands before it: ">" of "rose by more than 5"."""
    tokens = [word.lower() for word in _WORDS.findall(left[-_REACH:])]
    forms = _forms("before")
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        found = forms.get(" ".join(tokens[-length:]), "=")
        if found in ("~", ">", "<"):
            return found
    return "="


def _behind(right: str) -> tuple[Change, str]:
    if right.startswith("+"):
        return ">", "+"
    tokens = [word.lower().rstrip(",.;:") for word in _WORDS.findall(right[:_REACH].replace("-", " -", 1))][:_LONGEST]
    forms = _forms("behind")
    for length in range(len(tokens), 0, -1):
        form = " ".join(tokens[:length])
        if form in forms:
            return forms[form], form
    return "=", ""


def change(text: str, start: int, end: int, number: Number, kind: str, counted: int | None) -> Change:
    """How the quantity at characters `start` to `end` is meant; `counted` is where what it counts ends."""
    sign = text[start : start + 1]
    if sign in "-−" and kind == "percent":
        return "down"
    if sign == "+":
        return "up"
    attached = text[start - 1 : start] if start else ""
    if attached in _SIGNS:
        return _SIGNS[attached]
    left = text[max(start - _REACH, 0) : start]
    if _COMPOUND.match(text, number.end) and left.endswith((" the ", " its ", " a ", " an ")):
        return "="  # "below the 20-day average"
    found, form = _before(left)
    if found == "=" and kind == "percent":
        moved = _MOVED_OBJECT.search(left)
        found = _forms("before")[moved["verb"].lower()] if moved else found
    moved_by = _MOVED_BY.search(left) if found not in ("up", "down") else None
    if moved_by is not None:
        found = "down" if _FALLING.match(moved_by["verb"]) else "up"
        form = ""
    points = re.match(r"\s(?:basis\s|percentage\s)?points?\b", text[end : end + 20]) or text[:end].endswith(
        ("point", "points")
    )
    if form in words("cues", "weak") and kind not in ("percent", "money") and not points:
        # "lost about 5 ships" moves nothing; an index that lost 5 points does.
        found = bound(left)
    if form in words("cues", "gathered") and kind == "money":  # "raised more than $3 million for her campaign"
        found = bound(left)
    approximate = found == "~"
    if found != "=" and not approximate and not (form in _SPANS and _is_period(text, end)):
        return found
    found, form = _behind(text[end : end + _REACH])
    if kind != "percent" and form.startswith(("more than", "fewer", "less")):
        found = "="  # "$3 more than the minimum" is a difference
    if approximate:  # "some 200 or more"
        return found if found in (">", "<") else "~"
    if found in ("up", "down") and kind not in ("percent", "money"):
        return "="
    if found == "=" and kind == "percent":
        noun = _NOUN_MOVED.match(text, end)
        found = ("up" if noun["up"] else "down") if noun else found
    if found == "=" and counted is not None:
        found, _ = _behind(text[counted : counted + _REACH])
        return found if found in ("~", ">", "<") else "="
    return found


def _is_period(text: str, end: int) -> bool:
    words_behind = text[max(end - 9, 0) : end + 9].lower()
    return any(period in words_behind for period in _PERIODS)
