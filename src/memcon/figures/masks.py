"""Where numbers stand that are no quantities: dates, clock times, addresses, phone numbers, names, ordinals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from memcon.facts import Time

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d,]\d|\.\d|%)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_TIME = r"(?:year|month|week|day|hour|minute|quarter|decade|weekend|night|season|term|century|centurie)s?"
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|half)"

# By what they begin with, so that most of them need not be tried at most characters.
_AT_DIGITS = (
    rf"{_YEAR}-\d{{2}}-\d{{2}}\b|\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})\b|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d\b",
    rf"{_DAY}(?:\s?(?:[-–—&/]|to|and|or)\s?{_DAY})?(?:\sof)?\s{_MONTH}\b(?!\sbe\b)(?:,?\s{_YEAR}\b)?",
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)",
    r"\d{3,4}\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs)\b",
    r"\d+(?:st|nd|rd|th)\b(?:[-\s]century\b)?",
    rf"\d{{1,4}}0s\b|{_YEAR}\s?[-–—/]\s?(?:\d{{2}}|{_YEAR})\b(?!\d)",
    r"(?:9/11|7/7|24/7|50/50|50-50|20/20)\b",
    r"\d{3}[-.]\d{3}[-.]\d{4}\b|1-800-\d{3}-\d{4}",
    r"\d+(?:\.\d+){2,}\b",
    r"\d{1,3}(?:-\d+){2,}\b",
    r"\d+\s?(?:AD|A\.D\.|BC|B\.C\.|BCE|CE)(?!\w)",
    r"\d{2,4}\s\((?:19|20)\d\d\)",
    r"\d{12,}\b|\d+\([a-z]{1,3}\)",
    r"\d{1,2}-(?:under|over)(?:-par)?\s\d{2}\b|\d+\s[NESW]\.?\s\d+(?:st|nd|rd|th)\b",
    r"\d+-(?:based|style|like|class|era|series)\b",
)
_AT_MONTHS = (
    rf"{_MONTH}\s{_DAY}\b(?:\s?(?:[-–—&]|to|and|or)\s?{_DAY}\b)?(?:,?\s{_YEAR}\b)?",
    rf"{_MONTH}(?:,|\sof)?\s{_YEAR}\b",
)
_AT_MARKS = (
    r"(?<!\w)[@#]\w+",
    r"['’]\d\ds?\b(?!\d)",
    r"\+\d[\d\s().-]{7,16}\d\b|\(\d{3}\)\s?\d{3}[-.\s]\d{4}\b",
    r"\(\d{1,2}\)|\((?:19|20)\d\d\)",
)
_AT_WORDS = (
    rf"on\s(?i:{_MONTH})\s{_DAY}\b|(?:jan|feb|apr|aug|sept?|oct|nov|dec)\.\s{_DAY}\b",
    r"(?:A\.?D\.?|B\.?C\.?(?:E\.?)?)\s\d+(?:\s(?:and|to)\s\d+)?\b",
    rf"[Ff]irst\s(?:{_COUNT}(?:\sto\s|\sor\s|-))?{_COUNT}[\s-]{_TIME}\b",
    r"(?:[Ff]irst|[Ss]econd|[Oo]ther|[Ll]atter|[Tt]op|[Bb]ottom|[Nn]orthern|[Ss]outhern)[\s-]half\b",
    r"(?:ISO|IEC|RFC|BS|EN)\s?\d+(?:-\d+)?",
    r"(?:[Ss]ub-zero|[Zz]ero-(?:coupon|sum|tolerance|emissions?|carbon))\b",
    r"one[\s-](?:of|another|day|by|time|who|that|is|can|thing|point|side|hand|way|would|should|might|has|had|more\sthing|more\stime)\b",
    r"(?:[Nn]o|[Tt]his|[Tt]hat|[Aa]ny|[Ee]very|[Ee]ach|[Ss]ome|[Aa]nother|[Tt]he|[Ww]hich)[\s-]one\b(?!-)",
    r"one-(?:on|to|stop|way|sided|off|party)\b[\w-]*|half[-\s](?:way|hearted|brother|sister|time|empty|full|dozen\sor)\b",
)
# "six-figure", "thirty-something", "five-point plan"
_NUMBERED = r"\w+-(?:(?:something|figure|way)\b|point\s(?:plan|consensus|programme|program|agenda|proposal|roadmap)\b)"
_MASKS = re.compile(
    rf"\b(?:(?=\d)(?:{'|'.join(_AT_DIGITS)})|(?=[JFMASOND])(?:{'|'.join(_AT_MONTHS)})|"
    rf"(?=[A-Zadefhjlnost])(?:{'|'.join(_AT_WORDS)})|(?=[\defnostEFNOST]){_NUMBERED})"
    rf"|(?=[@#'’+(])(?:{'|'.join(_AT_MARKS)})"
)
_ADDRESSES = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]*")

# A lone year is told from a count by the words around it; "two years later" states a span as well as a date.
_OWN = re.compile(rf"\d{{4}}|{_COUNT}\s{_TIME}\s(?:ago|later|earlier)", re.IGNORECASE)


class Masks:
    """The stretches of a text in which numbers are not quantities."""

    def __init__(self, text: str, times: Sequence[Time] = ()) -> None:
        spans = [match.span() for match in _MASKS.finditer(text)]
        if "@" in text or "://" in text or "www." in text:
            spans += [match.span() for match in _ADDRESSES.finditer(text)]
        spans += [(t.start, t.end) for t in times if t.type in ("DATE", "TIME") and not _OWN.fullmatch(t.text)]
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, start: int, end: int) -> bool:
        """Whether characters `start` to `end` touch a masked stretch."""
        i = bisect_right(self._starts, end - 1)
        return i > 0 and self._ends[i - 1] > start
