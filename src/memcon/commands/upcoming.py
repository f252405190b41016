"""`memcon upcoming`: what is announced to come."""

from __future__ import annotations

import argparse

from memcon.commands import options, timeline


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "upcoming",
        help="tell what is announced to come",
        description="What is announced to come: of all, of one party, or between two.",
    )
    parser.add_argument("parties", nargs="*", metavar="PARTY", help="one or two: a code, a country, a body, a person")
    parser.add_argument("--after", metavar="DAY", help="on or after this day (default: that of the latest report)")
    parser.add_argument(
        "--person", metavar="NAME", help="in which somebody of this name, or part of a name, takes part"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the events."""
    from memcon.answers import Reader
    from memcon.store import default_path

    with Reader(args.record or default_path(), wait=args.wait) as reader:
        rows = reader.upcoming(**options.asked(args.parties), person=args.person, after=args.after).rows()
    timeline.show(rows, args.json)
    return 0
