"""`memcon sql`: a query of one's own, that can read the record and nothing else."""

from __future__ import annotations

import argparse
import sys

from memcon.commands import options, output

_EXAMPLES = """The tables and views are in docs/store.md. The views *_now have the facts that count.

examples:
  memcon sql "SELECT type, count(*) FROM events_now GROUP BY type ORDER BY 2 DESC"
  memcon sql "DESCRIBE figures_now"
  memcon sql --csv - < query.sql
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "sql",
        help="run a query (SELECT) over the record",
        description="Run one SELECT over the record. It can change nothing and reach no other file.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("query", metavar="QUERY", help="the query; - reads it from standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="as CSV")
    form.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("--most", type=options.count, metavar="N", help="rows at most")
    parser.add_argument("--seconds", type=float, metavar="S", help="stop the query after this time")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the rows."""
    from memcon.answers import plain_sql
    from memcon.exports import tables
    from memcon.store import default_path

    query = sys.stdin.read() if args.query == "-" else args.query
    result = plain_sql.run(args.record or default_path(), query, args.most, args.seconds, wait=args.wait)
    if args.csv:
        output.write(tables.csv_lines(result.columns, result.rows), None)
    elif args.json:
        output.write(tables.json_lines(dict(zip(result.columns, row, strict=True)) for row in result.rows), None)
    else:
        output.lenient()
        tables.show(result.columns, result.rows)
    if result.more:
        print(f"memcon: there are more than {args.most:,} rows", file=sys.stderr)
    return 0
