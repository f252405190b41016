"""`memcon read`: reports in, records out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("read", help="read reports into records")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--date", help="the day of publication, as 2025-01-31")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the record of each file as JSON."""
    from memcon.reading import read

    for name in args.files:
        record = read(Path(name).read_text("utf-8"), published=args.date)
        json.dump(record.to_dict(), sys.stdout, ensure_ascii=False, indent=1)
        print()
    return 0
