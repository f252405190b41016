"""`memcon timeline`: what took place, by day."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.commands import options, output

if TYPE_CHECKING:
    from memcon.answers.answer import Row


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "timeline",
        help="tell what took place, by day",
        description="What took place, by day: of all, of one party, or between two.",
    )
    options.parties(parser)
    parser.add_argument("--person", metavar="NAME", help="in which somebody of this name, or part of a name, took part")
    parser.add_argument(
        "--type", action="append", default=[], metavar="TYPE", help="PLOVER type, as CONSULT; repeatable"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the events."""
    from memcon.answers import Reader
    from memcon.store import default_path

    with Reader(args.record or default_path(), wait=args.wait) as reader:
        parties = options.asked(args.parties)
        statuses = ("actual", "historical")
        rows = reader.events(
            **parties, person=args.person, from_=args.from_, to=args.to, types=args.type, statuses=statuses
        ).rows()
    show(rows, args.json)
    return 0


def show(rows: Sequence[Row], as_json: bool) -> None:
    """Print events for people, or as JSON Lines."""
    if not rows:
        output.say_nothing_found()
    if as_json:
        from memcon.exports.tables import json_lines

        output.write(json_lines(rows), None)
        return
    from rich.console import Console

    from memcon.exports.brief import sections, terminal

    output.lenient()
    terminal.show_entries((sections.event(row, {}) for row in rows), Console(highlight=False))
