"""Paragraphs and sentences by rules, with offsets: no parse is needed to know where a sentence ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

# A full stop behind one of these does not end a sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof rev hon gen lt col maj capt cmdr adm sgt cpl sen rep gov amb pres st sr jr messrs mme mlle
    vs etc vol art sec fig inc ltd co corp llc plc dept est approx ca cf al ed eds pp para
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    e.g i.e u.s u.k u.n e.u u.a.e d.c a.m p.m ph.d""".split()
)
# Of those, the ones that may well stand at a sentence's end: what follows decides.
MAY_END = frozenset("etc inc ltd co corp llc plc jr sr u.s u.k u.n e.u u.a.e d.c a.m p.m ph.d".split())
# Words that open a sentence far more often than they open a name.
OPENERS = frozenset(
    """the a an this that these those it he she they we i you in on at by for from with but and or as if when while
    after before since although though however meanwhile there here its his her their our my what who why how one some
    many most both all last under over also then now earlier later asked according so yes no well thank
    thanks""".split()
)
# What else opens a sentence behind a place or an hour, though not behind a country ("U.S. Secretary of State").
TITLES = frozenset(
    """secretary deputy assistant acting under president vice minister foreign prime ambassador chancellor spokesperson
    king queen mr mrs ms dr""".split()
)
BEFORE_TITLES = frozenset("d.c a.m p.m".split())
# A full stop behind one of these is part of it where a number follows.
NUMBERED = frozenset("no nos".split())

_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|[.!?]["”»](?=\s|[A-Z“"])""")
_NEXT = re.compile(r"""\s+["'“‘«(\[]*(\S+)""")
_BEFORE = re.compile(r"[^\s\"'“‘«(\[]+\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_WORD = re.compile(r"\w+")
# Where and by whom a report was written, before its first sentence: "LIMA, Peru (Agency) -- A court", "Lima - A
# court". A colon counts behind an agency or a country only, for it stands behind who speaks too; a long dash behind
# capitals.
_TAIL = r"(?:,\s[A-Z][\w.]*(?:\s[A-Z0-9][\w.]*){0,2})"
_CAPITALS = r"(?:[A-Z][A-Z.'’]{2,}|[A-Z]{2}\s[A-Z]{2,})(?:[\s-][A-Z][A-Z.'’]+){0,3}"
_NAMES = r"[A-Z][\w.'’]{2,}(?:[\s-][A-Z][\w.'’]+){0,3}"
_DATELINE = re.compile(
    rf"""(?:{_NAMES}{_TAIL}{{0,3}}\s*\([^()\n]{{1,30}}\)\s*(?:[-–—]{{1,2}}|:)|{_CAPITALS}{_TAIL}{{0,3}}\s+[-–—]{{1,2}}
    |{_CAPITALS}{_TAIL}{{1,3}}:|{_NAMES}{_TAIL}{{0,3}}\s--?)(?=\s["“'‘]?[A-Z0-9])""",
    re.VERBOSE,
)
_REPORT = 60
"""Characters that follow a dateline at least; what is shorter is a headline ("EU - Ukraine summit")."""
_LINE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*\s*\Z""")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each paragraph, white space at its ends left out.

    A blank line always parts two paragraphs. A single line break does, unless the text is hard-wrapped and the line
    before it does not end a sentence.
    """
    wrapped = is_wrapped(text)
    start = 0
    for match in re.finditer(r"[^\S\n]*(?:\r?\n|\r|\u2028|\u2029)[^\S\n]*", text):
        if match.end() < start:
            continue
        before, blank = text[start : match.start()], text[match.end() : match.end() + 1] in ("\n", "\r", "")
        if wrapped and not blank and before.strip() and not _LINE_END.search(before[-12:]):
            continue
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a column, within sentences: lines that begin in the middle of one tell."""
    lines = [line.strip() for line in text.splitlines()]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a and b]
    return sum(b[0].islower() and not _LINE_END.search(a[-12:]) for a, b in pairs) >= 2


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence in characters `start` to `end` of the text, which should be one paragraph; a
    dateline is one of its own."""
    begin = start
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None and end - dateline.end() >= _REPORT:
        begin = dateline.end()
        yield start, begin
    for match in _END.finditer(text, start, end):
        if match.end() >= end:
            break
        if match.end() <= begin or not _ends(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def is_dateline(sentence: str) -> bool:
    """Whether what `sentences` gives is a dateline alone: it ends on a dash, or on a colon behind a place."""
    return _DATELINE.fullmatch(f"{sentence} 0", endpos=len(sentence)) is not None or sentence.endswith((" -", " --"))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    after = _NEXT.match(text, match.end())
    following = after[1] if after else text[match.end() : match.end() + 1]
    if following[:1].islower():
        return False
    mark = match[0]
    if mark[0] != "." or (len(mark) > 1 and mark[1] in ".!?…"):
        return True
    before = _BEFORE.search(text, begin, match.start())
    word = before[0].lower() if before else ""
    if len(word) == 1 and word.isalpha() and before is not None and before[0].isupper() and mark == ".":
        return word == "i" and following.lower() in OPENERS
    if word in MAY_END or _DOTTED.match(word):
        opener = _WORD.match(following.lower())
        openers = OPENERS | TITLES if word in BEFORE_TITLES else OPENERS
        return opener is not None and opener[0] in openers
    if word in ABBREVIATIONS:
        return len(mark) > 1
    return not (word in NUMBERED and following[:1].isdigit())
