"""A brief as Markdown (CommonMark with tables, as GitHub renders it)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.answers.briefing import Brief
from memcon.exports import wording
from memcon.exports.brief import bars
from memcon.exports.brief.sections import Entry, about, reports, sections, title

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$@])")
_BEGINNING = re.compile(r"\A(\d{0,9})([-+#=!:.)])")
"""Where a line would begin a list, a heading, a rule or the like."""


def text(brief: Brief, most: int = 500) -> str:
    """The whole brief; of each section, at most `most` entries."""
    return "\n".join(_lines(brief, most)) + "\n"


def escape(value: str) -> str:
    """`value` so that Markdown takes no character of it for markup, a link or HTML."""
    return _BEGINNING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", wording.clean(value)), count=1)


def _lines(brief: Brief, most: int) -> Iterator[str]:
    yield f"# {escape(title(brief))}\n"
    yield f"{escape(about(brief))}\n"
    if not brief.reports:
        yield "The record holds nothing on this pair."
    if brief.months:
        yield from _plot(brief)
    for section in sections(brief, most):
        yield f"## {section.name} ({section.total:,})\n"
        if section.lead:
            yield f"{escape(section.lead)}\n"
        for entry in section.entries:
            yield from _entry(entry)
        if section.total > len(section.entries):
            yield f"- … and {section.total - len(section.entries):,} more"
        yield ""
    sources = reports(brief, most)
    if sources.entries:
        yield f"## Reports ({sources.total:,})\n"
    for entry in sources.entries:
        link = f" <{entry.words}>" if entry.words else ""
        publisher = f", {escape(entry.about)}" if entry.about else ""
        yield f"- \\[{entry.number}\\] {escape(entry.head)}{publisher}, {escape(entry.day)}{link}"


def _plot(brief: Brief) -> Iterator[str]:
    yield "## Cooperation and conflict\n"
    yield "| | verbal cooperation | material cooperation | verbal conflict | material conflict | net |"
    yield "|---|--:|--:|--:|--:|--:|"
    for bar in bars.bars(brief.months):
        counts = " | ".join(str(count) if count else "" for count in bar.counts)
        yield f"| {bar.label} | {counts} | {bar.cooperation - bar.conflict:+} |"
    yield ""


def _entry(entry: Entry) -> Iterator[str]:
    tag = f"{escape(entry.tag)} " if entry.tag else ""
    detail = f" ({escape(entry.about)})" if entry.about else ""
    number = f" \\[{entry.number}\\]" if entry.number is not None else ""
    day = f"{escape(entry.day)}: " if entry.day else ""
    yield f"- {day}{tag}**{escape(entry.head)}**{detail}{number}"
    if entry.words:
        yield f"  > {escape(entry.words)}"
    for verdict, told in entry.checks:
        yield f"  - {wording.MARKS[verdict]} {verdict}: {escape(told)}"
