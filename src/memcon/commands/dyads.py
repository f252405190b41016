"""`memcon dyads`: cooperation and conflict between pairs of countries, counted by month."""

from __future__ import annotations

import argparse

from memcon.commands import options, output

_SPANS = ("day", "week", "month", "quarter", "year")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "dyads",
        help="count events by pair of countries and month, as CSV",
        description="CSV of actual events by pair of countries and span of time: counts by quad class, mean PLOVER and "
        "Goldstein score, net cooperation.",
    )
    options.parties(parser)
    parser.add_argument("--per", choices=_SPANS, default="month", help="the span (default: %(default)s)")
    parser.add_argument("--undirected", action="store_true", help="each pair once, whoever did it")
    parser.add_argument(
        "--reports", action="store_true", help="count each report of a happening, not the happening once"
    )
    parser.add_argument("--type", action="append", default=[], metavar="TYPE", help="PLOVER type; repeatable")
    parser.add_argument("--out", metavar="FILE", help="where to write (default: standard output)")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the counts."""
    from memcon.answers import Reader
    from memcon.exports.tables import csv_lines
    from memcon.store import default_path

    with Reader(args.record or default_path(), wait=args.wait) as reader:
        answer = reader.dyads(
            **options.asked(args.parties),
            from_=args.from_,
            to=args.to,
            types=args.type,
            per=args.per,
            directed=not args.undirected,
            merged=not args.reports,
        )
        rows = answer.rows()
        columns = answer.columns()
    output.write(csv_lines(columns, ([row[column] for column in columns] for row in rows)), args.out)
    return 0
