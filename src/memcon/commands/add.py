"""`memcon add`: reports into the record."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.commands import options
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.facts import Document, Record
    from memcon.store import Store
    from memcon.store.adding import Step

_EXAMPLES = """PATHS are files and folders as memcon read takes them, or - for standard input.

A report goes in once: one that is there already is passed over, so the same command goes on where it was stopped.
New text under a known address or id becomes the present version and keeps the old. A report coded by an older memcon
is coded anew. What cannot be read is set aside with its reason; memcon failures lists it.

examples:
  memcon add news.jsonl
  memcon add reports/ --record ministry.duckdb
  curl -s https://example.org/feed | memcon add -

Exit code: 0 when all went in, 2 when something was set aside.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "add",
        help="read reports into the record of all reports",
        description="Read reports into one record, where they are merged and can be asked.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", metavar="PATHS", help="what to read")
    parser.add_argument("--date", metavar="D", help="the day of publication, as 2025-01-31; wins over a file's own")
    parser.add_argument("--ontology", metavar="FILE", help="code events by this ontology (TOML) instead of PLOVER")
    parser.add_argument("--kb", metavar="FILE", help="a table of memcon kb build, used beside the shipped base")
    parser.add_argument("--actors", metavar="FILE", help="a table of your own actors (TSV), which win over the shipped")
    parser.add_argument("--recode", action="store_true", help="read again what is in the record already")
    parser.add_argument("--retry", action="store_true", help="try again what has failed before")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Add the reports; 2 where one could not be added, else 0."""
    from memcon import sources
    from memcon.store import Store, default_path, failures

    began = time.monotonic()
    day = sources.day(args.date) if args.date else None
    read, coding = _reader(args)
    faults: dict[str, failures.Failure] = {}

    def aside(error: Error) -> None:
        fault = failures.of_message(str(error))
        faults[fault.id] = fault
        print(f"memcon: {error}", file=sys.stderr)

    counts: Counter[str] = Counter()
    with Store(args.record or default_path(), wait=args.wait) as store:
        documents = sources.documents(args.paths, aside)
        dated = (replace(d, published=day, published_from="given") for d in documents) if day else documents
        for _, outcome in _shown(_steps(store, dated, read, coding, args)):
            counts[outcome] += 1
        failures.settle(store.connection, faults, args.paths)
        print(_summary(store, counts, len(faults), time.monotonic() - began), file=sys.stderr)
    return 2 if faults or counts["failed"] else 0


def _reader(args: argparse.Namespace) -> tuple[Callable[[Document], Record], str]:
    """What reads a document, and the id of the coding it gives."""
    from memcon import actors, reading
    from memcon.events.ontology import load
    from memcon.store import identity

    ontology = load(args.ontology) if args.ontology else None
    base = actors.chosen_base(args.kb, args.actors)

    def read(document: Document) -> Record:
        return reading.read(document, base=base, ontology=ontology)

    return read, identity.coding_id(reading.made(ontology))


def _steps(
    store: Store,
    documents: Iterator[Document],
    read: Callable[[Document], Record],
    coding: str,
    args: argparse.Namespace,
) -> Iterator[Step]:
    from memcon.store.adding import Adding

    adding = Adding(store, read, coding, recode=args.recode, retry=args.retry)
    with closing(adding.add(documents)) as steps:
        yield from steps


def _shown(steps: Iterator[Step]) -> Iterator[Step]:
    """`steps`, with a line on a terminal's standard error that tells how far they are."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    done = TextColumn("{task.completed:,.0f} reports")
    columns = (SpinnerColumn(), done, TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for document, outcome in steps:
            bar.update(task, advance=1, description=f"{outcome}: {document.id[-40:]}")
            yield document, outcome


def _summary(store: Store, counts: Counter[str], faults: int, seconds: float) -> str:
    told = {
        "new": "added",
        "revised": "added as new versions",
        "recoded": "coded anew",
        "known": "known already",
    }
    parts = [f"{counts[outcome]:,} {words}" for outcome, words in told.items() if counts[outcome]]
    failed = faults + counts["failed"]
    parts += [f"{failed:,} set aside (see memcon failures)"] if failed else []
    [held] = store.query("SELECT (SELECT count(*) FROM documents_now) AS reports, count(*) AS events FROM events_now")
    return (
        f"{', '.join(parts) or 'nothing to add'} in {seconds:.1f} s; "
        f"{store.path} holds {held['reports']:,} reports with {held['events']:,} events"
    )
