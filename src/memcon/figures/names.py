"""Numbers that belong to a name, a year or a score, though no mask covers them."""

from __future__ import annotations

import re

from memcon.figures import cues
from memcon.figures.lexicon import words
from memcon.figures.nouns import Noun
from memcon.figures.numbers import Number
from memcon.figures.units import singular

_BEFORE = re.compile(r"(?P<word>[^\s()\[\]“”\"]+)\)?\s\Z")
_ALLOWED_PREFIX = re.compile(
    r"(?:(?<![A-Za-z])(?:sub|minus|plus|to|mid|up|over|under|mini|US|x|and|or|pre|post|non|by)-|[~<>≥≤+(\[/–—=*×“”\"'‘’$£€])\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|through|before|after|during|the|this|that|early|late|mid|between|and|or|for|year|years|"
    r"fiscal|circa|summer|winter|spring|autumn|fall|around|its|his|her|their|our|a|an|new|back)[\s-]\Z|['’]s?\s\Z|\(\Z|[-–]\Z",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\Z")


def attached(text: str, start: int) -> bool:
    """Whether letters stand straight before the number, as in "S23", "F-35", "COVID-19"."""
    if not start:
        return False
    before = text[start - 1]
    if before.isalpha() or before == "_" or before == "#" or before == "№":
        return True
    if before == "." and start > 1 and text[start - 2].isalnum():
        return True
    if before == "-" and start > 1 and text[start - 2].isalpha():
        return not _ALLOWED_PREFIX.search(text[max(start - 6, 0) : start])
    return False


def is_name(text: str, number: Number, noun: Noun | None) -> bool:
    """Whether a number with no unit is a name's or a year: "Planet 9", "Resolution 1701", "5G", "in 2021"."""
    following = text[number.end : number.end + 1]
    if not number.words and following.isalpha():
        return True
    if not number.words and re.match(r"[-–][A-Z]", text[number.end : number.end + 2]):
        return True
    left = _BEFORE.search(text[max(number.start - 40, 0) : number.start])
    word = left["word"] if left else ""
    plural = noun is not None and noun.plural
    if number.words:
        return _is_named_word(text, number, word)
    if _is_label(word):
        return not (plural and word.islower())
    if noun is not None and noun.proper and number.size == 1 and number.step == 1.0:
        return True
    if _is_year(text, number, noun):
        return True
    if number.size > 1 or isinstance(number.value, tuple) or "," in text[number.start : number.end]:
        return False
    capital = word.lower() != word and word[-1:].isalnum() and not _opens_sentence(text, number.start - len(word) - 1)
    if capital and cues.before(text[max(number.start - 60, 0) : number.start]) == "=":
        return not plural or noun is None
    return bool(re.match(r"[.)](?:\s|\Z)", text[number.end : number.end + 2])) and _opens_sentence(text, number.start)


def _is_label(word: str) -> bool:
    return word.lower().rstrip(".") in words("labels", "labels") or word.lower() in words("labels", "labels")


def is_labelled(text: str, number: Number) -> bool:
    """Whether a capital label stands before a whole number in digits: "Channel 5", "Article 5"."""
    if number.words or number.size > 1 or number.step != 1.0:
        return False
    left = _BEFORE.search(text[max(number.start - 40, 0) : number.start].removesuffix("-"))
    if left is None or not left["word"][:1].isupper() or not _is_label(left["word"]):
        return False
    return not _opens_sentence(text, number.start - len(left["word"]) - 1) or not left["word"].islower()


def _is_named_word(text: str, number: Number, before: str) -> bool:
    """ "the Big Five", "Group of Seven": capitals within a sentence."""
    first = text[number.start : number.start + 1]
    if not first.isupper() or _opens_sentence(text, number.start, ".!?\n•|:;–—"):
        return False
    title = re.match(r"\s[A-Z]", text[number.end : number.end + 2])
    return not (title and number.size > 1)


def _opens_sentence(text: str, at: int, marks: str = ".!?\n•|") -> bool:
    before = text[max(at - 4, 0) : max(at, 0)].rstrip(" “\"'‘(")
    return not before or before[-1] in marks or at <= 0


def _is_year(text: str, number: Number, noun: Noun | None) -> bool:
    if number.step != 1.0 or number.size != 1.0 or isinstance(number.value, tuple) or number.end - number.start != 4:
        return False
    if not 1500 <= number.value <= 2200 or number.value != int(number.value):
        return False
    left = text[max(number.start - 60, 0) : number.start]
    if cues.before(left) in ("~", ">", "<") and not re.search(
        r"(?:around|about|circa|by|before|after|since|near|beyond|over)\s(?:(?:the|its|his|her|their)\s)?\Z", left, re.I
    ):
        return False
    counts = noun is not None and noun.head.lower() in _counted_people()
    if noun is not None and noun.head.lower() in words("labels", "yearly") and number.value >= 1900:
        return True
    if counts or (noun is not None and noun.plural):
        return bool(_YEAR_BEFORE.search(left)) and not (counts and not re.search(r"(?:in|the|since)\s\Z", left, re.I))
    return bool(number.value >= 1800 or _YEAR_BEFORE.search(left)) and not re.search(
        r"(?:average|total|maximum|minimum)\sof\s\Z", left
    )


def _counted_people() -> frozenset[str]:
    return frozenset(singular(word) for word in words("labels", "people"))


def is_score(text: str, number: Number) -> bool:
    """Whether the number is half of "2-1"."""
    return bool(
        _SCORE.search(text[max(number.start - 5, 0) : number.start])
        or re.match(r"\s?[-–]\s?\d{1,3}(?![\d,.]\d|\w)", text[number.end : number.end + 6])
    )
