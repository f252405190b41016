"""`memcon kb`: who a name would resolve to and why, and building a table of people in office from Wikidata."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.knowledge import Base, Entry

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("kb", help="look into the knowledge base, or build a larger one from Wikidata")
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    show = parts.add_parser("show", help="tell who a name would resolve to, and why")
    show.add_argument("name", metavar="NAME")
    show.add_argument("--date", metavar="D", help="the day of the report, as 2025-01-31")
    show.add_argument("--kb", metavar="FILE", help="a table that memcon kb build wrote, beside the shipped base")
    show.add_argument("--actors", metavar="FILE", help="a table of your own actors (TSV), which win")
    show.set_defaults(run=_show)
    build = parts.add_parser("build", help="build a table from a Wikidata JSON dump or a saved query result")
    build.add_argument("source", metavar="SOURCE", help="a dump (.json, .gz, .bz2), or a result (.json, .csv, .tsv)")
    build.add_argument("-o", "--output", metavar="FILE", required=True, help="the table to write, for --kb")
    build.add_argument(
        "--date", metavar="D", help="the day of the dump or query, where the file's name does not tell it"
    )
    build.set_defaults(run=_build)


def _show(args: argparse.Namespace) -> int:
    from memcon import sources

    day = sources.day(args.date) if args.date else None
    base = _base(args)
    name = " ".join(args.name.split())
    entries = base.entries(name, day)
    if not entries:
        return _mentioned(name, day, base)
    print(f"{name}{f', on {day}' if day else ''}:")
    for number, entry in enumerate(entries, start=1):
        print(f"{number}. {_told(entry)}")
        for line in _reasons(entry, name):
            print(f"   {line}")
    if len(entries) > 1:
        print("The report settles which is meant; the likelier comes first.")
    return 0


def _mentioned(name: str, day: str | None, base: Base) -> int:
    """What a phrase that is no entry means in a report: "the Kremlin", "President Biden", "the Kazakh president"."""
    from memcon import reading

    record = reading.read(f"{name[:1].upper()}{name[1:]} made a statement.", day, base=base)
    meant = [(a, m) for a in record.actors for m in a.mentions if a.known and m.end == len(name)]
    if not meant:
        print(f"{name}: not in the knowledge base{f' on {day}' if day else ''}")
        return 1
    actor, mention = max(meant, key=lambda found: found[1].end - found[1].start)
    codes = ", ".join(code for code in (actor.kind, actor.country, actor.sector) if code)
    print(f"{name}{f', on {day}' if day else ''}, in a report that tells no more:")
    print(f"{actor.name}{f', {actor.role}' if actor.role else ''} ({codes})")
    print(f"   {mention.via}: {mention.how}")
    for entry in base.entries(actor.name, day):
        if entry.name == actor.name:
            print("\n".join(f"   {line}" for line in _reasons(entry, actor.name)))
            break
    return 0


def _base(args: argparse.Namespace) -> Base:
    from memcon import actors

    return actors.chosen_base(args.kb, args.actors)


_MEANS = {
    "state": "a name of the state",
    "adjective": "the adjective, or the people, of the state",
    "people": "the people of the state",
    "org": "a name of the organisation",
    "person": "the full name of the person",
    "short": "a short name of the person, who was in office then",
    "metonym": "stands for the government",
    "region": "a name of the region",
}


def _told(entry: Entry) -> str:
    codes = ", ".join(code for code in (entry.country, entry.sector) if code)
    role = f", {entry.role}" if entry.role else ""
    known = f" [{entry.wikidata}]" if entry.wikidata else ""
    return f"{entry.name}{role} ({entry.kind}{', ' + codes if codes else ''}){known}"


def _reasons(entry: Entry, name: str) -> list[str]:
    from memcon.knowledge.sourcing import sources_of

    means = "stands for the body" if entry.via == "metonym" and entry.what == "org" else _MEANS[entry.what]
    lines = [means]
    if entry.members:
        shown = " ".join(entry.members[:12]) + (" ..." if len(entry.members) > 12 else "")
        lines.append(f"{len(entry.members)} members: {shown}")
    return lines + sources_of(entry, name)


def _build(args: argparse.Namespace) -> int:
    from memcon import sources
    from memcon.knowledge import queried

    source, out = Path(args.source), Path(args.output)
    if not source.is_file():
        raise Error(f"{args.source}: no such file")
    named = _DAY.search(source.name)
    if not args.date and named is None:
        raise Error(f"{args.source}: its name does not tell the day it was made; give --date")
    seen = sources.day(args.date or "-".join(named.groups() if named else ()))
    if queried.is_result(source):
        count = queried.build(source, out, seen)
    else:
        count = _with_progress(source, out, seen)
    print(f"wrote {out}: {count} terms", file=sys.stderr)
    return 0


def _with_progress(source: Path, out: Path, seen: str) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    from memcon.knowledge.building import build

    console = Console(stderr=True)
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=source.stat().st_size)
        return build(source, out, seen, lambda done, whole: progress.update(task, completed=done))
