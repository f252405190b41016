"""`memcon export`: records in the formats of other tools."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from memcon.commands import output
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.facts import Record

_EXAMPLES = """examples:
  memcon read news.csv --json | memcon export polecat > events.tsv
  memcon export gdelt records.jsonl --out events.tsv
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        help="write records in the formats of other tools",
        description="Write records in the formats of other tools: "
        + "plover, polecat, icews, gdelt, cameo, jsonld, ftm.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("format", metavar="FORMAT", help="see docs/exports.md")
    parser.add_argument(
        "files", nargs="*", metavar="FILES", help="what memcon read --json printed (default: standard input)"
    )
    parser.add_argument("--out", metavar="FILE", help="where to write (default: standard output)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the records; the file is there whole, or not at all."""
    from memcon.exports import formats

    form = formats.find(args.format)
    records = _records(args)
    output.write(form.lines(records), args.out)
    return 0


def _records(args: argparse.Namespace) -> Iterator[Record]:
    from memcon.exports.formats import records

    if not args.files and sys.stdin.isatty():
        raise Error("nothing to export; name a file that memcon read --json printed, or see memcon export --help")
    return records.read(args.files or ["-"])
