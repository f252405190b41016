"""The command line: each command is a module of `memcon.commands`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from memcon.commands import read
from memcon.errors import Error

COMMANDS = (read,)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code. A `memcon.Error` is one line on standard error and exit code 2."""
    parser = argparse.ArgumentParser(prog="memcon", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands)
    args = parser.parse_args(arguments)
    try:
        code: int = args.run(args)
    except Error as error:
        print(f"memcon: {error}", file=sys.stderr)
        return 2
    return code
