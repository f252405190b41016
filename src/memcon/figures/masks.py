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

_MASKS = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]*|(?<!\w)[@#]\w+",
            rf"\b{_YEAR}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})\b|\b\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d\b",
            rf"\b{_MONTH}\s{_DAY}\b(?:\s?(?:[-–—&]|to|and|or)\s?{_DAY}\b)?(?:,?\s{_YEAR}\b)?",
            rf"\bon\s(?i:{_MONTH})\s{_DAY}\b|\b(?:jan|feb|apr|aug|sept?|oct|nov|dec)\.\s{_DAY}\b",
            rf"\b{_DAY}(?:\s?(?:[-–—&/]|to|and|or)\s?{_DAY})?(?:\sof)?\s{_MONTH}\b(?!\sbe\b)(?:,?\s{_YEAR}\b)?",
            rf"\b{_MONTH}(?:,|\sof)?\s{_YEAR}\b",
            r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)",
            r"\b\d{3,4}\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs)\b",
            r"\b\d+(?:st|nd|rd|th)\b(?:[-\s]century\b)?",
            rf"['’]\d\ds?\b(?!\d)|\b\d{{1,4}}0s\b|\b{_YEAR}\s?[-–—/]\s?(?:\d{{2}}|{_YEAR})\b(?!\d)",
            r"\b(?:9/11|7/7|24/7|50/50|50-50|20/20)\b",
            r"\+\d[\d\s().-]{7,16}\d\b|\(\d{3}\)\s?\d{3}[-.\s]\d{4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b1-800-\d{3}-\d{4}",
            r"\b\d+(?:\.\d+){2,}\b",
            r"\b\d{1,3}(?:-\d+){2,}\b",
            r"\b(?:A\.?D\.?|B\.?C\.?(?:E\.?)?)\s\d+(?:\s(?:and|to)\s\d+)?\b|\b\d+\s?(?:AD|A\.D\.|BC|B\.C\.|BCE|CE)(?!\w)",
            r"\(\d{1,2}\)",
            rf"\b[Ff]irst"
            rf"\s(?:{_COUNT}(?:\sto\s|\sor\s|-))?{_COUNT}[\s-]{_TIME}\b",
            r"\b(?:[Ff]irst|[Ss]econd|[Oo]ther|[Ll]atter|[Tt]op|[Bb]ottom|[Nn]orthern|[Ss]outhern)[\s-]half\b",
            r"\b(?:ISO|IEC|RFC|BS|EN)\s?\d+(?:-\d+)?",
            r"(?:\b\d{2,4}\s)?\((?:19|20)\d\d\)",
            r"\b\d{12,}\b|\b\d+\([a-z]{1,3}\)|\b(?:[Ss]ub-zero|[Zz]ero-(?:coupon|sum|tolerance|emissions?|carbon))\b",
            r"\b\d{1,2}-(?:under|over)(?:-par)?\s\d{2}\b|\b\d+\s[NESW]\.?\s\d+(?:st|nd|rd|th)\b",
            r"\b[\w]+-(?:something|figure|way)\b|\b\d+-(?:based|style|like|class|era|series)\b|\b\w+-point\s(?:plan|consensus|programme|program|agenda|proposal|roadmap)\b",
            r"\bone[\s-](?:of|another|day|by|time|who|that|is|can|thing|point|side|hand|way|would|should|might|has|had|more\sthing|more\stime)\b",
            r"\b(?:[Nn]o|[Tt]his|[Tt]hat|[Aa]ny|[Ee]very|[Ee]ach|[Ss]ome|[Aa]nother|[Tt]he|[Ww]hich)[\s-]one\b(?!-)",
            r"\bone-(?:on|to|stop|way|sided|off|party)\b[\w-]*|\bhalf[-\s](?:way|hearted|brother|sister|time|empty|full|dozen\sor)\b",
        )
    )
)

# A lone year is told from a count by the words around it; "two years later" states a span as well as a date.
_OWN = re.compile(rf"\d{{4}}|{_COUNT}\s{_TIME}\s(?:ago|later|earlier)", re.IGNORECASE)


class Masks:
    """The stretches of a text in which numbers are not quantities."""

    def __init__(self, text: str, times: Sequence[Time] = ()) -> None:
        spans = [match.span() for match in _MASKS.finditer(text)]
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
