"""`memcon check`: the figures of reports and what does not hold among them, for a fact-checker."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from memcon.errors import Error

if TYPE_CHECKING:
    from rich.console import Console

    from memcon.facts import Check, Figure, Record

_EXAMPLES = """examples:
  memcon check draft.txt --date 2025-03-05
  memcon check draft.txt --json | jq '.checks[] | select(.verdict == "disagrees")'

Exit code: 0 where no check disagrees, 1 where any does, 2 where something could not be read.
"""
_ORDER = ("disagrees", "unknown", "implies", "agrees")
_STYLES = {"disagrees": "bold red", "unknown": "yellow", "implies": "cyan", "agrees": "green"}
# Of no use in a check, unless a check holds of them: how long, how old, how often, and lone small counts.
_PLAIN_UNITS = ("year", "month", "week", "day", "hour", "minute", "second", "count")
_SMALL = 10


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        help="test the figures of reports",
        description="Test the figures of reports against one another and against reference rates.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="what to read, as memcon read takes it")
    parser.add_argument("--date", metavar="D", help="the day of publication, as 2025-01-31; wins over a file's own")
    parser.add_argument(
        "--json", action="store_true", help="figures and checks as JSON; of several reports, JSON Lines"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was found; 1 where a check disagrees, 2 where a file could not be read."""
    from memcon import reading, sources

    faults: list[Error] = []

    def aside(fault: Error) -> None:
        faults.append(fault)
        print(f"memcon: {fault}", file=sys.stderr)

    published = sources.day(args.date) if args.date else None
    records: list[Record] = []
    for document in sources.documents(args.files, aside):
        try:
            records.append(reading.read(document, published=published))
        except Error as fault:
            aside(Error(f"{document.id}: {fault}"))
    if args.json:
        _print_json(records)
    else:
        from rich.console import Console

        console = Console(highlight=False)
        for record in records:
            _show(record, console)
    if faults:
        return 2
    return 1 if any(check.verdict == "disagrees" for record in records for check in record.checks) else 0


def sorted_checks(checks: Sequence[Check]) -> list[Check]:
    """The disagreeing first, then what cannot be told, what is implied, what agrees; each in the order of the text."""
    return sorted(checks, key=lambda check: _ORDER.index(check.verdict))


def _print_json(records: Sequence[Record]) -> None:
    for record in records:
        data = record.to_dict()
        kept: dict[str, Any] = {
            "document": {key: value for key, value in data["document"].items() if key != "text"},
            "checks": sorted(data["checks"], key=lambda check: _ORDER.index(check["verdict"])),
            "figures": data["figures"],
        }
        print(json.dumps(kept, ensure_ascii=False, indent=1 if len(records) == 1 else None))


def _show(record: Record, console: Console) -> None:
    from rich.text import Text

    from memcon.exports import wording

    console.print(Text(wording.title(record), style="bold"))
    console.print(Text(f"{wording.published(record)} · {_counts(record)}", style="dim"))
    if record.checks:
        console.print(_check_table(record))
    figures = [figure for figure in record.figures if _matters(record, figure)]
    if figures:
        console.print(_figure_table(record, figures))
    console.print()


def _counts(record: Record) -> str:
    from memcon.exports import wording

    told = [wording.number(len(record.figures), "figure"), wording.number(len(record.checks), "check")]
    for verdict in _ORDER:
        count = sum(check.verdict == verdict for check in record.checks)
        if count:
            told.append(f"{count} {verdict}")
    return ", ".join(told)


def _matters(record: Record, figure: Figure) -> bool:
    """Whether a fact-checker would look at it: it measures something, is money, a share or large, or is checked."""
    if figure.indicator or any(figure.id in check.figures for check in record.checks):
        return True
    unit = figure.unit or ""
    if unit.startswith(_PLAIN_UNITS):
        return False
    low = min(figure.value) if isinstance(figure.value, tuple) else figure.value
    return unit.startswith("percent") or unit[:3].isupper() or abs(low) >= _SMALL


def _check_table(record: Record) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from memcon.exports import wording

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("verdict", no_wrap=True)
    table.add_column("check", no_wrap=True)
    table.add_column("why")
    for check in sorted_checks(record.checks):
        verdict = Text(f"{wording.MARKS[check.verdict]} {check.verdict}", style=_STYLES[check.verdict])
        source = f" ({check.source})" if check.source else ""
        table.add_row(verdict, check.kind, Text(wording.clean(check.detail + source)))
    return table


def _figure_table(record: Record, figures: Sequence[Figure]) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from memcon.exports import wording

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("figure", "measures", "of what, for whom, when", "checks"):
        table.add_column(name)
    for figure in figures:
        verdicts = [check.verdict for check in sorted_checks(record.checks) if figure.id in check.figures]
        marks = Text(" ").join(Text(wording.MARKS[v], style=_STYLES[v]) for v in verdicts)
        table.add_row(
            Text(wording.clean(figure.span.text)),
            Text(figure.indicator or ""),
            Text(wording.clean(wording.measured(record, figure))),
            marks,
        )
    return table
