"""`memcon export`: records in the formats of other tools."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from memcon.commands import options, output
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.facts import Record

_TABLES = "parquet"
_EXAMPLES = """FORMAT is plover, polecat, icews, gdelt, cameo, jsonld, ftm or parquet (docs/exports.md). FILES are
what memcon read --json printed, or - for standard input. Without any, the record is written.

examples:
  memcon export polecat --out events.tsv
  memcon export parquet --record ministry.duckdb --out tables/
  memcon read news.csv --json | memcon export ftm - > entities.ftm.json
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        help="write records in the formats of other tools",
        description="Write records in the formats of other tools.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("format", metavar="FORMAT")
    parser.add_argument("files", nargs="*", metavar="FILES", help="what memcon read --json printed; - reads it")
    parser.add_argument("--out", metavar="OUT", help="file to write (default: standard output); for parquet a folder")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the records; a file is there whole, or not at all."""
    from memcon.exports import formats

    if args.format == _TABLES:
        return _write_tables(args)
    form = formats.find(args.format)
    output.write(form.lines(_records(args)), args.out)
    return 0


def _records(args: argparse.Namespace) -> Iterator[Record]:
    from memcon.exports.formats import records

    if args.files:
        yield from records.read(args.files)
        return
    from memcon.answers import Reader
    from memcon.store import default_path

    with Reader(args.record or default_path(), wait=args.wait) as reader:
        yield from reader.records()


def _write_tables(args: argparse.Namespace) -> int:
    import sys

    from memcon.answers import Reader
    from memcon.exports.formats import parquet
    from memcon.store import default_path

    if args.files:
        raise Error("parquet is written of a record; add the files to one with memcon add")
    if not args.out or args.out == "-":
        raise Error("parquet is a folder of files; name it with --out")
    with Reader(args.record or default_path(), wait=args.wait) as reader:
        parquet.write(reader, args.out)
    print(f"wrote {args.out}", file=sys.stderr)
    return 0
