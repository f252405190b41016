"""Words for a multiple against the two values: "doubled from 3 to 7", "twice as much as the 3 of last year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.checks import wording
from memcon.checks.intervals import interval, middle, relative
from memcon.facts import Check, Figure, Verdict, When

_MULTIPLES = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5,
    "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0,
}  # fmt: skip
_MULTIPLE = re.compile(
    r"(?P<bound>\b(?:more\sthan|nearly|almost|roughly|about|less\sthan|at\sleast|over)\s)?(?:\b(?:a|an|by)\s)?\b(?P<word>(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es|e)\b|"
    r"(?:two|three|four|five|six|ten)-?fold\b)(?P<rest>[^.;:]{0,60})\Z",
    re.IGNORECASE,
)
_AS_MUCH = re.compile(
    r"(?P<bound>\b(?:more\sthan|nearly|almost|roughly|about|less\sthan|at\sleast|over)\s)?\b(?P<word>twice|double|triple|treble|thrice|"
    r"quadruple|half|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\stimes)\b(?P<than>\s(?:more|higher|larger)\sthan)?",
    re.IGNORECASE,
)
_WORDS = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "thrice": 3.0, "quadruple": 4.0, "half": 0.5,
          "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
          "ten": 10.0}  # fmt: skip
_SLACK = 0.2
"""What is left to the word, which is never exact."""
_DOUBT = 0.1


@dataclass(frozen=True, slots=True)
class Multiple:
    """The words that tell a multiple, the factor they stand for, and a bound before them."""

    words: str
    factor: float
    bound: str = ""
    beyond: bool = False
    """ "Three times more than", which some mean for four times as much."""


def before(text: str, at: int) -> Multiple | None:
    """The multiple that leads to values at character `at`: "doubled from", "a threefold rise to"."""
    match = _MULTIPLE.search(text, max(at - 110, 0), at)
    if match is None or not re.search(r"\b(?:from|to)\s(?:\w+\s){0,2}\Z", match["rest"]):
        return None
    word = match["word"].lower().replace("-", "")
    factor = next(value for stem, value in _MULTIPLES.items() if word.startswith(stem) or word == stem)
    return Multiple(" ".join(match["word"].split()), factor, (match["bound"] or "").strip().lower())


def _behind(text: str, start: int, end: int) -> Multiple | None:
    """The multiple between a level and what it is compared with."""
    match = _AS_MUCH.search(text, start, end)
    if match is None:
        return None
    first = match["word"].lower().split()[0]
    factor = float(first) if first.isdecimal() else _WORDS[first]
    bound = (match["bound"] or "").strip().lower()
    return Multiple(" ".join(match[0].split()), factor, bound, match["than"] is not None)


def between(level: Figure, base: Figure, text: str) -> Check | None:
    """A level against the base that it is told as a multiple of, or None where no multiple stands between them."""
    if isinstance(level.value, tuple) or isinstance(base.value, tuple) or base.unit not in (level.unit, None):
        return None
    multiple = _behind(text, level.span.end, base.span.start)
    return check(multiple, level, base, level.value, base.value) if multiple else None


def implied(level: Figure, period: When, text: str) -> Check | None:
    """The value of another time that a multiple of it implies: "$5bn, double last year's"."""
    multiple = _behind(text, level.span.end, level.span.end + 80)
    if multiple is None or multiple.beyond or isinstance(level.value, tuple) or middle(level) <= 0:
        return None
    value = middle(level) / multiple.factor
    when = f" ({period.value})" if period.from_ else ""
    detail = (
        f"{wording.quoted(level)} as {multiple.words} as much implies {wording.amount(value, level.unit)} then{when}."
    )
    tolerance = relative(interval(level, text))
    return Check("", "growth base", (level.id,), "implies", None, float(f"{value:.6g}"), tolerance, detail)


def check(multiple: Multiple, level: Figure, base: Figure | None, last: float, first: float) -> Check | None:
    """The words against the two values, `first` and `last`. About a fifth is left to the words."""
    if first <= 0 or last <= 0:
        return None
    factor, ratio = multiple.factor, last / first
    low, high = factor * (1 - _SLACK), factor * (1 + _SLACK)
    if multiple.bound in ("more than", "at least", "over"):
        low, high = (factor * 0.98, factor * 1.6) if factor > 1 else (0.0, factor * 1.02)
    elif multiple.bound == "less than":
        low, high = (1.0, factor) if factor > 1 else (factor, 1.0)
    if multiple.beyond:
        high = max(high, (factor + 1) * (1 + _SLACK))
    fits = low <= ratio <= high
    close = low * (1 - _DOUBT) <= ratio <= high * (1 + _DOUBT)
    verdict: Verdict = "agrees" if fits else "unknown" if close else "disagrees"
    where = f"{wording.quoted(base)} to {wording.quoted(level)}" if base else wording.quoted(level)
    detail = f"From {where} is {wording.number(ratio)} times as much; stated is “{multiple.words}”."
    ids = (level.id, base.id) if base else (level.id,)
    return Check("", "growth base", ids, verdict, factor, float(f"{ratio:.4g}"), _SLACK, detail)
