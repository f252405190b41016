"""The command line: each command is a module of `memcon.commands`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import memcon
from memcon.commands import (
    add,
    brief,
    check,
    correct,
    dyads,
    explain,
    export,
    failures,
    find,
    kb,
    merge,
    read,
    split,
    sql,
    timeline,
    upcoming,
)
from memcon.errors import Error

COMMANDS = (
    read, check, add, failures, brief, find, timeline, upcoming, dyads, sql, correct, merge, split, explain, export,
    kb,
)  # fmt: skip
_EXAMPLES = """examples:
  memcon read report.txt                      what was said and done, and which figures hold
  memcon read --date 2025-03-05 report.txt    the same, with the day of publication
  memcon read --json *.html > records.jsonl   a record a line, for other programs
  memcon read --html page.html report.pdf     a page with the facts beside the text
  memcon check --date 2025-03-05 draft.txt    its figures, tested; exit code 1 where one disagrees
  memcon add news.jsonl reports/              all of them into one record
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code. A `memcon.Error` is one line on standard error and exit code 2."""
    parser = argparse.ArgumentParser(
        prog="memcon",
        description="Read news reports and official readouts into a record of who said and did what to whom.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"memcon {memcon.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    args = parser.parse_args(arguments)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except Error as error:
        print(f"memcon: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has seen enough. Python would flush again on leaving, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("memcon: stopped", file=sys.stderr)
        return 130
    return code
