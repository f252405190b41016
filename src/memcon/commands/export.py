"""`memcon export`: records in the formats of other tools."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

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
    if args.out is None:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="strict")
        sys.stdout.writelines(form.lines(records))
        return 0
    part = Path(f"{args.out}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(form.lines(records))
        os.replace(part, args.out)
    except OSError as error:
        raise Error(f"{args.out}: {(error.strerror or str(error)).lower()}") from error
    finally:
        part.unlink(missing_ok=True)
    print(f"wrote {args.out}", file=sys.stderr)
    return 0


def _records(args: argparse.Namespace) -> Iterator[Record]:
    from memcon.exports.formats import records

    if not args.files and sys.stdin.isatty():
        raise Error("nothing to export; name a file that memcon read --json printed, or see memcon export --help")
    return records.read(args.files or ["-"])
