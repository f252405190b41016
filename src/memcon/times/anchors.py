"""The year a text itself tells it was written: years that fix "last year"."""

from __future__ import annotations

import re

_NAMED = re.compile(r"\b(last|this|next) year\s{0,2}[,(]\s{0,2}((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_AFTER = re.compile(r"\b((?:19|20)[0-9]{2})\s{0,2}[,(]\s{0,2}(last|this|next) year\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|(?:up|down|rise|rose|increase[ds]?|fell|drop(?:ped)?|growth|grew|more|higher|"
    r"lower|less|fewer)\b[^.;\n]{0,50}\b(?:on|from|than|over))\b[^;\n]{0,60}?\b((?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,$€£¥])((?:19|20)[0-9]{2})(?![\w%]|[.,][0-9])")
_SHIFT = {"last": 1, "this": 0, "next": -1}


def year_told(text: str) -> int | None:
    """The year of writing that the text's own years fix: "last year (2024)", or "up 18% on 2023" beside "last year".

    A comparison counts only where its base is the last year named up to then: what is compared with is the year before.
    """
    for pattern, word, figures in ((_NAMED, 1, 2), (_AFTER, 2, 1)):
        match = pattern.search(text)
        if match:
            return int(match[figures]) + _SHIFT[match[word].lower()]
    for paragraph in re.split(r"\n\s*\n|\n", text):
        match = _COMPARED.search(paragraph) if "year" in paragraph else None
        if match is None:
            continue
        base = int(match[1])
        if any(base < int(year) <= base + 1 for year in _YEAR.findall(text)):
            continue
        if _LAST_YEAR.search(paragraph):
            return base + 2
        if _THIS_YEAR.search(paragraph):
            return base + 1
    return None
