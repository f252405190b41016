"""A brief at the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from memcon.answers.briefing import Brief
from memcon.exports import wording
from memcon.exports.brief import bars
from memcon.exports.brief.sections import Entry, Section, about, reports, sections, title
from memcon.exports.terminal import QUADS, VERDICTS

_WIDEST_PLOT = 76


def show(brief: Brief, console: Console, most: int = 20) -> None:
    """Print the brief; of each section, at most `most` entries."""
    console.print(Text(title(brief), style="bold"), soft_wrap=True)
    console.print(Text(about(brief), style="dim"))
    if brief.months:
        _plot(brief, console)
    for section in (*sections(brief, most), reports(brief, most)):
        _section(section, console)
    if not brief.reports:
        console.print(Text("\nThe record holds nothing on this pair."))
    console.print()


def show_entries(entries: Iterable[Entry], console: Console) -> None:
    """Print entries, one below the other."""
    for entry in entries:
        _entry(entry, console)


def _plot(brief: Brief, console: Console) -> None:
    drawn = bars.lines(brief.months, min(console.width, _WIDEST_PLOT) - 14)
    label = max(len(label) for label, _, _ in drawn)
    left = max(len(left) for _, left, _ in drawn)
    console.print(Text("\nCooperation and conflict", style="bold underline"))
    console.print(Text(f"  {'':{label}}  {'conflict':>{left}} │ cooperation", style="dim"))
    for name, conflict, cooperation in drawn:
        line = Text.assemble(
            (f"  {name:{label}}  ", "dim"), (f"{conflict:>{left}}", "red"), " │ ", (cooperation, "green")
        )
        line.rstrip()
        console.print(line, soft_wrap=True)


def _section(section: Section, console: Console) -> None:
    if not section.entries:
        return
    console.print(Text.assemble("\n", (section.name, "bold underline"), (f"  {section.total:,}", "dim")))
    if section.lead:
        _print(Text(section.lead), 2, console)
    for entry in section.entries:
        _entry(entry, console)
    if section.total > len(section.entries):
        more = section.total - len(section.entries)
        _print(Text(f"… and {more:,} more; see --most", style="dim"), 2, console)


def _entry(entry: Entry, console: Console) -> None:
    line = Text(f"{entry.day}  " if entry.day else "", style="dim")
    if entry.tag:
        line.append(f"{entry.tag} ", style=f"not dim bold {QUADS.get(entry.quad, 'blue')}")
    line.append(entry.head, style="not dim bold" if not entry.tag else "not dim")
    if entry.about:
        line.append(f"  {entry.about}", style="dim")
    if entry.number is not None:
        line.append(f"  [{entry.number}]", style="dim")
    _print(line, 2, console)
    if entry.words:
        _print(Text(wording.clean(entry.words), style="dim" if entry.tag else ""), 5, console)
    for verdict, detail in entry.checks:
        told = Text.assemble((f"{wording.MARKS[verdict]} {verdict}", VERDICTS[verdict]), f"  {detail}")
        _print(told, 5, console)


def _print(text: Text, indent: int, console: Console) -> None:
    """Print folded to the console's width and indented, without white space at the ends of lines."""
    for line in text.wrap(console, max(10, console.width - indent)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)
