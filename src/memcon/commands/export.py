"""`memcon export`: records in the formats of other tools."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from memcon.commands import options, output
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.answers import Reader
    from memcon.exports.formats.gdelt import Telling

_FOLDERS = ("parquet", "tables")
_EXAMPLES = """FORMAT is plover, polecat, icews, gdelt, cameo, jsonld, ftm, parquet or tables (docs/exports.md). FILES
are what memcon read --json printed, or - for standard input. Without any, the record is written.

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
    parser.add_argument(
        "--out", metavar="OUT", help="file to write (default: standard output); for parquet and tables a folder"
    )
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the records; a file is there whole, or not at all."""
    from memcon.answers import Reader
    from memcon.exports import formats
    from memcon.exports.formats import gdelt, records
    from memcon.store import default_path

    if args.format in _FOLDERS:
        return _write_folder(args)
    form = formats.find(args.format)
    if args.files:
        output.write(form.lines(records.read(args.files)), args.out)
        return 0
    with Reader(args.record or default_path(), wait=args.wait) as reader:
        if form.name == "gdelt":
            output.write(gdelt.lines(reader.records(), _tellings(reader)), args.out)
        else:
            output.write(form.lines(reader.records()), args.out)
    return 0


def _tellings(reader: Reader) -> dict[str, Telling]:
    """What GDELT's format wants to know of the events that several reports tell, by their keys there."""
    from memcon.exports.formats.gdelt import Telling

    return {
        event.replace("/", "#"): Telling(row["reports"], row["publishers"] or 1, event == row["events"][0])
        for row in reader.happenings().rows()
        for event in row["events"]
    }


def _write_folder(args: argparse.Namespace) -> int:
    """The formats that are folders of Parquet: the answers, or the record's own tables by month."""
    import sys

    from memcon.answers import Reader
    from memcon.exports.formats import parquet
    from memcon.store import Store, default_path
    from memcon.store import parquet as tables

    if args.files:
        raise Error(f"{args.format} is written of a record; add the files to one with memcon add")
    if not args.out or args.out == "-":
        raise Error(f"{args.format} is a folder of files; name it with --out")
    path = args.record or default_path()
    if args.format == "tables":
        with Store(path, read_only=True, wait=args.wait) as store:
            tables.write(store, args.out)
    else:
        with Reader(path, wait=args.wait) as reader:
            parquet.write(reader, args.out)
    print(f"wrote {args.out}", file=sys.stderr)
    return 0
