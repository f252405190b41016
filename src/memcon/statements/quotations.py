"""Quotation marks paired: where something is quoted, in every typographic form, and what was left open.

A quotation may run over several paragraphs, each beginning with an opening mark, only the last ending with a closing
one, also where a publisher ran the paragraphs together. A mark that never closes is recovered at its paragraph's end.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.language import Paragraph

OPENING = {"“": "double", "„": "double", "«": "guillemet", "‘": "single", "‹": "angle", "``": "latex", "‚": "single"}
CLOSING = {"”": "double", "»": "guillemet", "’": "single", "›": "angle"}
STRAIGHT = {'"': "straight", "''": "latex", "'": "plain"}
_MIXED = frozenset({"double", "straight"})
SINGLE = frozenset({"single", "plain", "angle"})
_MARKS = re.compile("``|''|[“„«‘‹‚”»’›\"']")
# Letters left out at a word's beginning.
_ELIDED = re.compile(r"['‘’](?:\d0s\b|\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n['’])", re.I)
_SENTENCE_END = re.compile(r"[.!?…][’')\]]{0,2}\Z")
_SPOKEN_END = frozenset(".,!?;:…—–-")
_BEFORE_OPENING = frozenset("([{/—–-=:>*…")
_CUE = 60
"""Characters of a cue between two quotations whose inner marks are missing."""
_LONGEST = 3
"""Paragraphs without a mark of their own that an open quotation may run over."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: its stretch in each paragraph (start, end), marks included; `depth` counts the quotations around
    it; `closed` is False where the closing mark had to be recovered."""

    parts: tuple[tuple[int, int], ...]
    kind: str
    depth: int
    closed: bool = True

    @property
    def start(self) -> int:
        """Where the first opening mark stands."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Behind the last closing mark."""
        return self.parts[-1][1]


@dataclass(slots=True)
class _Open:
    kind: str
    parts: list[tuple[int, int]]
    start: int
    depth: int
    first: int = 0
    """Of `parts`, those in the paragraph it was opened in."""


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """The quotations of `text`, in the order of their opening marks."""
    done: list[Quotation] = []
    stack: list[_Open] = []
    for n, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        if stack:
            start = _carried_over(text, paragraphs, n, stack, done)
        _scan(text, start, end, stack, done)
    _give_up(stack, done)
    return sorted(done, key=lambda q: (q.start, -q.end))


def _carried_over(text: str, paragraphs: Sequence[Paragraph], n: int, stack: list[_Open], done: list[Quotation]) -> int:
    """Where to read on in paragraph `n`, before which a quotation was left open: it goes on where the paragraph repeats
    the opening mark, or where the next mark met is a closing one."""
    paragraph = paragraphs[n]
    start, outer = paragraph.start, stack[0]
    del stack[1:]
    mark = _MARKS.match(text, start)
    if mark and mark[0] not in CLOSING and _kind(mark[0]) == outer.kind:
        outer.start = start
        return mark.end()
    ahead = paragraphs[n : n + _LONGEST]
    first = next(
        (m for p in ahead for m in _MARKS.finditer(text, p.start, p.end) if _kind(m[0]) == outer.kind),
        None,
    )
    if first is not None and outer.kind not in SINGLE and _closes(text, first, outer.kind):
        outer.start = start
        return start
    _give_up(stack, done)
    return start


def _scan(text: str, start: int, end: int, stack: list[_Open], done: list[Quotation]) -> None:
    """Pair the marks of one paragraph; what stays open keeps the stretch up to its end."""
    for mark in _MARKS.finditer(text, start, end):
        kind = _kind(mark[0])
        if _is_apostrophe(text, mark, kind, end, stack):
            continue
        at = _open_at(text, mark, kind, stack)
        if at is None:
            if _opens(text, mark, kind):
                stack.append(_Open(kind, [], mark.start(), len(stack)))
        elif _reopens(text, mark):
            if not _nests(text, mark, kind, end):
                last = (stack[at].start, _recovered(text, stack[at].start, mark.start()))
                del stack[at + 1 :]
                if kind not in SINGLE and _SENTENCE_END.search(text, max(last[0], last[1] - 3), last[1]):
                    stack[at].parts.append(last)  # a new paragraph of it, run together with the one before
                    stack[at].start = mark.start()
                    continue
                done.append(Quotation((*stack.pop().parts, last), kind, at, closed=False))
            stack.append(_Open(kind, [], mark.start(), len(stack)))
        elif _closes(text, mark, kind):
            del stack[at + 1 :]
            opened = stack.pop()
            done.append(Quotation((*opened.parts, (opened.start, mark.end())), opened.kind, opened.depth))
    for opened in stack:
        opened.parts.append((opened.start, end))
        opened.first = opened.first or len(opened.parts)
        opened.start = end
    stack[:] = [opened for opened in stack if opened.kind not in SINGLE or opened.depth == 0]


def _open_at(text: str, mark: re.Match[str], kind: str, stack: Sequence[_Open]) -> int | None:
    """Which open quotation the mark belongs to: one of its kind, or, where it closes, one opened by another mark."""
    for i in range(len(stack) - 1, -1, -1):
        if stack[i].kind == kind:
            return i
    if kind in _MIXED and _looks_closing(text, mark) and mark[0] not in "“„":
        return next((i for i in range(len(stack) - 1, -1, -1) if stack[i].kind in _MIXED), None)
    return None


def _reopens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation though one of its kind is open."""
    return mark[0] not in CLOSING and _looks_opening(text, mark)


def _nests(text: str, mark: re.Match[str], kind: str, end: int) -> bool:
    """Whether straight marks stand in straight marks: the next two of the paragraph both close."""
    marks = (m for m in _MARKS.finditer(text, mark.end(), end) if _kind(m[0]) == kind)
    later = list(itertools.islice(marks, 2))
    return len(later) == 2 and all(_looks_closing(text, m) for m in later)


def _recovered(text: str, start: int, end: int) -> int:
    """Where a quotation from `start` ends that was not closed before the next opened at `end`: before a short cue
    between commas, else at the mark."""
    spoken = text[start:end].rstrip()
    comma = spoken.rstrip(",").rfind(",")
    if spoken.endswith(",") and comma > 0 and len(spoken) - comma < _CUE:
        return start + comma + 1
    return start + len(spoken)


def _give_up(stack: list[_Open], done: list[Quotation]) -> None:
    done += [Quotation(tuple(o.parts[: o.first]), o.kind, o.depth, closed=False) for o in stack if o.kind not in SINGLE]
    stack.clear()


def _kind(mark: str) -> str:
    return OPENING.get(mark) or CLOSING.get(mark) or STRAIGHT[mark]


def _closes(text: str, mark: re.Match[str], kind: str) -> bool:
    if mark[0] in CLOSING:
        return kind != "single" or _after(text, mark).isspace() or not _after(text, mark).isalnum()
    if mark[0] in OPENING:  # “ closes what „ opened; elsewhere it was mistyped
        return not _before(text, mark).isspace() and not _after(text, mark).isalnum()
    return not _looks_opening(text, mark)


def _opens(text: str, mark: re.Match[str], kind: str) -> bool:
    if mark[0] in OPENING:
        return True
    if mark[0] in CLOSING:  # ” typed for “, or »…«
        return kind in ("double", "guillemet") and _looks_opening(text, mark)
    return not _looks_closing(text, mark)


def _looks_opening(text: str, mark: re.Match[str]) -> bool:
    before, after = _before(text, mark), _after(text, mark)
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _looks_closing(text: str, mark: re.Match[str]) -> bool:
    before, after = _before(text, mark), _after(text, mark)
    return not before.isspace() and before not in "([{/—" and (after.isspace() or after in ".,;:!?)]}…—")


def _is_apostrophe(text: str, mark: re.Match[str], kind: str, end: int, stack: Sequence[_Open]) -> bool:
    """Whether a single mark is no quotation mark: inside a word, before a year, behind a plural's "s", or alone."""
    if kind not in ("single", "plain"):
        return kind == "straight" and _before(text, mark).isdigit() and all(o.kind != kind for o in stack)
    before, after = _before(text, mark), _after(text, mark)
    if mark[0] in "‘‚":
        return before.isalnum() or _ELIDED.match(text, mark.start()) is not None
    if before.isalnum() and after.isalnum():
        return True
    opened = any(o.kind == kind for o in stack)
    if opened and not before.isspace():
        return before == "s" and not after.isalnum() and _closed_later(text, mark, end)
    if mark[0] == "’" or _ELIDED.match(text, mark.start()):
        return True
    return (
        not (_looks_opening(text, mark) or before in '"“') or not after.isalnum() or not _closed_later(text, mark, end)
    )


def _closed_later(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a single mark that closes follows in the paragraph, before one that opens."""
    for later in _candidates(text, mark.end(), end):
        if later[0] in "‘‚" or (later[0] == "'" and _looks_opening(text, later)):
            return False
        if _before(text, later) in _SPOKEN_END or not _after(text, later).isalnum():
            return True
    return False


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for found in _MARKS.finditer(text, start, min(end, start + 600)):
        if _kind(found[0]) in ("single", "plain"):
            yield found


def _before(text: str, mark: re.Match[str]) -> str:
    return text[mark.start() - 1] if mark.start() else " "


def _after(text: str, mark: re.Match[str]) -> str:
    return text[mark.end()] if mark.end() < len(text) else " "
