"""Words and figures as classes: the text becomes a string with one character a token, which rules can match."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

Value: TypeAlias = Any
"""What the lexicon or the shape of a number says of a token: an int, a float, a string or None."""

SHAPES = (
    "OTHER", "BREAK", "DAY", "INT", "YEAR", "DECIMAL", "NUMBER", "YEARWORD", "CLOCK", "DECADE", "APOSYEAR", "ISODATE",
    "SLASHDATE", "QSHORT", "HSHORT", "FYSHORT", "HYPHEN", "DASH", "SLASH", "COMMA", "POSS", "OPEN", "CLOSE", "FEAST",
)  # fmt: skip
"""Classes told by shape and not by the lexicon."""

_FIRST_CODE = 0xE000
_TOKEN = re.compile(
    r"""
    (?P<abbreviation>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.
        |[AaPp]\.\ ?[Mm](?:\.|\b))
    |(?P<short>(?:Q[1-4]|[1-4]Q|H[12]|[12]H)(?:['’]?(?:20)?[0-9]{2})?(?!\w)|FY\ ?['’]?(?:20|19)?[0-9]{2}(?!\w))
    |(?P<word>[^\W\d_]+)
    |(?P<iso>[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?!\w))
    |(?P<slash>[0-9]{1,2}(?P<sign>[/.])[0-9]{1,2}(?P=sign)(?:[12][0-9]{3}|[0-9]{2})(?![\w/]|\.[0-9]))
    |(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![\w:]))
    |(?P<decade>[12][0-9]{2}0['’]?s\b|['’]?[1-9]0s\b)
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)\b)
    |(?P<fraction>[0-9]{1,3}(?:[\ -](?:1/2|1/4|3/4)(?![\w/])|[½¼¾]))
    |(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
    |(?P<possessive>['’]s\b|(?<=s)['’](?=\s))
    |(?P<apostrophe>['’‘][0-9]{2}(?!\w))
    |(?P<break>\n[^\S\n]*\n)
    |(?P<sign2>\S)
    """,
    re.VERBOSE,
)
_SIGNS = {",": "COMMA", "/": "SLASH", "(": "OPEN", ")": "CLOSE"}
_HYPHENS = frozenset("-‐‑–—−")
_MONEY = frozenset("$€£¥₹₽₩₺₴")
_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign: offsets into the text, class, and the value that goes with it."""

    start: int
    end: int
    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word to (class, value, whether it wants a capital); phrases by their first word; a character for each class."""

    words: dict[str, tuple[str, Value, bool]]
    phrases: dict[str, tuple[re.Pattern[str], dict[str, tuple[str, Value, bool]]]]
    codes: dict[str, str]


def table(name: str) -> dict[str, Any]:
    """A TOML file of this room's data."""
    return tomllib.loads((resources.files(__package__) / "data" / name).read_text(encoding="utf-8"))


@functools.cache
def lexicon() -> Lexicon:
    """The words of `lexicon.toml` and the feasts of `feasts.toml`."""
    classes = table("lexicon.toml")
    entries: list[tuple[str, str, Value]] = [
        (word, kind, None) for kind, words in classes.pop("words").items() for word in words
    ]
    entries += [(word, kind, value) for kind, words in classes.items() for word, value in words.items()]
    entries += [(name, "FEAST", key) for key, feast in table("feasts.toml").items() for name in feast["names"]]
    words: dict[str, tuple[str, Value, bool]] = {}
    phrases: dict[str, dict[str, tuple[str, Value, bool]]] = {}
    for word, kind, value in entries:
        entry = (kind, value, word[0].isupper())
        if re.fullmatch(r"[^\W\d_]+|[^\W\d_]+\.|[ap]\.m\.?", word):
            words[word.lower()] = entry
        else:
            first = re.match(r"[^\W\d_]+", word)
            if first:
                phrases.setdefault(first[0].lower(), {})[_phrase_key(word)] = entry
    kinds = [*SHAPES, *dict.fromkeys(kind for _, kind, _ in entries)]
    codes = {kind: chr(_FIRST_CODE + i) for i, kind in enumerate(dict.fromkeys(kinds))}
    return Lexicon(words, {first: (_phrase_pattern(group), group) for first, group in phrases.items()}, codes)


def _phrase_key(phrase: str) -> str:
    return " ".join(re.sub(r"[‐‑–]", "-", phrase.replace("’", "'")).lower().split())


def _phrase_pattern(phrases: dict[str, Any]) -> re.Pattern[str]:
    forms = [
        re.escape(p).replace(r"\ ", r"\s{1,4}").replace("'", "['’]").replace(r"\-", "[-‐‑–]")
        for p in sorted(phrases, key=len, reverse=True)
    ]
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """The tokens of `text` that are of some class, and one of class OTHER for each that is of none."""
    found = list(_raw(text))
    return _joined(found) if any(t.kind == "NUMWORD" for t in found) else found


def _raw(text: str) -> Iterator[Token]:
    known = lexicon()
    words, phrases = known.words, known.phrases
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        group = match.lastgroup
        if group == "word":
            word = match[0]
            lower = word.lower()
            if lower in phrases:
                pattern, group_entries = phrases[lower]
                phrase = pattern.match(text, start)
                if phrase:
                    kind, value, capital = group_entries[_phrase_key(phrase[0])]
                    if not capital or word[0].isupper():
                        position = phrase.end()
                        yield Token(start, position, kind, value)
                        continue
            entry = words.get(lower)
            if entry is None or (entry[2] and word[0] == lower[0]):
                yield Token(start, end, "OTHER", None)
            else:
                yield Token(start, end, entry[0], entry[1])
        else:
            yield _shaped(text, match, start, end, str(group), words)


def _shaped(
    text: str, match: re.Match[str], start: int, end: int, group: str, words: dict[str, tuple[str, Value, bool]]
) -> Token:
    """The token of what is no plain word."""
    found = match[0]
    if group == "number":
        return Token(start, end, *_number(text, found, start, end))
    if group == "sign2":
        return Token(start, end, _sign(text, found, start, end), None)
    if group == "abbreviation":
        kind, value, _ = words[found.lower().replace(" ", "")]
        return Token(start, end, kind, value)
    if group == "ordinal":
        return Token(start, end, "ORD", int(found[:-2]))
    if group == "fraction":
        whole = re.match(r"[0-9]+", found)
        part = next(size for sign, size in _FRACTIONS.items() if found.endswith(sign))
        return Token(start, end, "DECIMAL", (int(whole[0]) if whole else 0) + part)
    if group == "short":
        return Token(start, end, "FYSHORT" if found.startswith("FY") else f"{'H' if 'H' in found else 'Q'}SHORT", found)
    kind = {"iso": "ISODATE", "slash": "SLASHDATE", "clock": "CLOCK", "decade": "DECADE", "possessive": "POSS",
            "apostrophe": "APOSYEAR", "break": "BREAK"}[group]  # fmt: skip
    return Token(start, end, kind, found)


def _number(text: str, found: str, start: int, end: int) -> tuple[str, Value]:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        before in _MONEY
        or after in ("%", "‰")
        or (before.isalpha() and before.isascii())
        or (before and before in ".#")
    ):
        return "OTHER", None
    if "." in found:
        return "DECIMAL", float(found.replace(",", ""))
    if len(found) == 4 and "1000" <= found <= "2999":
        return "YEAR", int(found)
    if len(found) > 9:
        return "OTHER", None
    number = int(found.replace(",", ""))
    return ("DAY" if 1 <= number <= 31 and len(found) <= 2 else "INT"), number


def _sign(text: str, found: str, start: int, end: int) -> str:
    if found in _HYPHENS:
        joined = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        return "HYPHEN" if joined and found != "—" else "DASH"
    return _SIGNS.get(found, "OTHER")


def _joined(found: list[Token]) -> list[Token]:
    """Number words in a row as one number: "twenty-five", "two hundred and ten", "nineteen ninety-four"."""
    joined: list[Token] = []
    i = 0
    while i < len(found):
        token = found[i]
        if token.kind != "NUMWORD":
            joined.append(token)
            i += 1
            continue
        numbers, last = [token.value], i
        while last + 1 < len(found):
            step = 2 if found[last + 1].kind in ("HYPHEN", "AND") else 1
            following = found[last + step] if last + step < len(found) else None
            if following is None or following.kind != "NUMWORD":
                break
            if not _continues(numbers, following.value, step, found[last + 1]):
                break
            numbers.append(following.value)
            last += step
        kind, value = _count(numbers)
        joined.append(Token(token.start, found[last].end, kind, value))
        i = last + 1
    return joined


def _continues(numbers: list[int], following: int, step: int, sign: Token) -> bool:
    """Whether number word `following` goes on the number that `numbers` began."""
    last = numbers[-1]
    if step == 2 and sign.kind == "AND":
        return last in (100, 1000) and following < 100
    if following in (12, 100, 1000) and last < 100 and following != 12:
        return True
    if last in (100, 1000):
        return following < last
    if last >= 20:
        return following < 10
    return step == 1 and 13 <= last <= 20 and 10 <= following < 100 and len(numbers) == 1


def _count(numbers: list[int]) -> tuple[str, Value]:
    if len(numbers) >= 2 and 13 <= numbers[0] <= 20 and 10 <= numbers[1] < 100:
        return "YEARWORD", numbers[0] * 100 + sum(numbers[1:])
    total = current = 0
    for number in numbers:
        if number == 100:
            current = max(current, 1) * 100
        elif number == 1000:
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += number
    return "NUMBER", total + current
