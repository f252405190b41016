"""`memcon read`: reports in, records out."""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.facts import Record

_EXAMPLES = """FILES are text, HTML, PDF, JSON, JSON Lines, CSV, TSV, RSS or Atom, each also gzipped,
folders of these, or - for standard input. Tables have a column text, html or file, and may have
id, title, date, publisher, url, author.

examples:
  memcon read report.txt --date 2025-03-05
  memcon read news.csv --json | jq '.events[].type'
  memcon read folder/ --html page.html
  curl -s https://example.org/report | memcon read - --brief

Exit code: 0 when all was read, 2 when something could not be; each such file or row is named on standard error.
"""
_MOST_ON_A_PAGE = 200


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "read",
        help="read reports into records",
        description="Read reports into records: events, statements, figures with their checks, agreements.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILES", help="what to read (default: standard input)")
    parser.add_argument("--date", metavar="D", help="the day of publication, as 2025-01-31; wins over a file's own")
    parser.add_argument("--ontology", metavar="FILE", help="code events by this ontology (TOML) instead of PLOVER")
    parser.add_argument("--kb", metavar="FILE", help="a table of memcon kb build, used beside the shipped base")
    parser.add_argument("--actors", metavar="FILE", help="a table of your own actors (TSV), which win over the shipped")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="the record as JSON; of several reports, JSON Lines")
    output.add_argument("--html", metavar="OUT", help="write one self-contained page (- for standard output)")
    output.add_argument("--brief", action="store_true", help="a few lines a report")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the reports and write their records; 2 where a file or row could not be read, else 0."""
    began = time.monotonic()
    faults: list[Error] = []

    def aside(fault: Error) -> None:
        faults.append(fault)
        print(f"memcon: {fault}", file=sys.stderr)

    counts: Counter[str] = Counter()
    _write(args, _counted(_records(args, aside), counts, _shows_progress(args)))
    if counts["report"] > 1:
        print(_summary(counts, len(faults), time.monotonic() - began), file=sys.stderr)
    return 2 if faults else 0


def _records(args: argparse.Namespace, aside: Callable[[Error], None]) -> Iterator[Record]:
    from memcon import actors, reading, sources
    from memcon.events.ontology import load

    if not args.files and sys.stdin.isatty():
        raise Error("nothing to read; name a file, or see memcon read --help")
    published = sources.day(args.date) if args.date else None
    ontology = load(args.ontology) if args.ontology else None
    base = actors.chosen_base(args.kb, args.actors)
    for document in sources.documents(args.files or ["-"], aside):
        try:
            record = reading.read(document, published=published, base=base, ontology=ontology)
        except Error as fault:
            aside(Error(f"{document.id}: {fault}"))
        else:
            yield record


def _write(args: argparse.Namespace, records: Iterator[Record]) -> None:
    if args.json:
        _write_json(records, sys.stdout)
    elif args.html:
        _write_page(records, args.html)
    else:
        from rich.console import Console

        from memcon.exports import terminal

        _encode("replace")
        console = Console(highlight=False)
        show = terminal.show_brief if args.brief else terminal.show
        for record in records:
            show(record, console)


def _write_json(records: Iterator[Record], out: TextIO) -> None:
    """One record spread over lines, or several, a line each."""
    _encode("strict", "utf-8")
    first = next(records, None)
    second = next(records, None)
    if first is None:
        return
    if second is None:
        print(json.dumps(first.to_dict(), ensure_ascii=False, indent=1), file=out)
        return
    for record in itertools.chain((first, second), records):
        print(json.dumps(record.to_dict(), ensure_ascii=False), file=out)


def _write_page(records: Iterator[Record], out: str) -> None:
    from memcon.exports import html

    kept = []
    for record in records:
        kept.append(record)
        if len(kept) > _MOST_ON_A_PAGE:
            raise Error(f"{out}: a page holds at most {_MOST_ON_A_PAGE} reports; give fewer, or use --json")
    if not kept:
        return
    page = html.page(kept)
    if out == "-":
        _encode("strict", "utf-8")
        sys.stdout.write(page)
        return
    try:
        Path(out).write_text(page, "utf-8", newline="\n")
    except OSError as error:
        raise Error(f"{out}: {(error.strerror or str(error)).lower()}") from error
    print(f"wrote {out}", file=sys.stderr)


def _encode(errors: str, encoding: str | None = None) -> None:
    """Standard output that no character can stop: JSON and pages are UTF-8 everywhere."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # a stream put in its place may have none
    if reconfigure is not None:
        reconfigure(errors=errors, encoding=encoding)


def _shows_progress(args: argparse.Namespace) -> bool:
    """Not where records are printed on the same screen."""
    return sys.stderr.isatty() and (bool(args.html) or not sys.stdout.isatty())


def _counted(records: Iterator[Record], counts: Counter[str], progress: bool) -> Iterator[Record]:
    """`records`, counted as they pass; with `progress`, a line on standard error tells how far it is."""
    if not progress:
        for record in records:
            _count(record, counts)
            yield record
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    done = TextColumn("{task.completed:,.0f} read")
    columns = (SpinnerColumn(), done, TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for record in records:
            _count(record, counts)
            bar.update(task, advance=1, description=record.document.id[-40:])
            yield record


def _count(record: Record, counts: Counter[str]) -> None:
    counts["report"] += 1
    counts["event"] += len(record.events)
    counts["statement"] += len(record.statements)
    counts["figure"] += len(record.figures)
    counts.update(f"check {check.verdict}" for check in record.checks)


def _summary(counts: Counter[str], faults: int, seconds: float) -> str:
    from memcon.exports.wording import number

    found = ", ".join(number(counts[kind], kind) for kind in ("event", "statement", "figure"))
    verdicts = ", ".join(
        f"{counts[f'check {verdict}']:,} {verdict}"
        for verdict in ("agrees", "disagrees", "implies")
        if counts[f"check {verdict}"]
    )
    aside = f"; {faults:,} could not be read" if faults else ""
    checks = f" (checks: {verdicts})" if verdicts else ""
    return f"{number(counts['report'], 'report')} in {seconds:.1f} s: {found}{checks}{aside}"
