"""Options that several commands share."""

from __future__ import annotations

import argparse
import getpass
import os
from collections.abc import Sequence
from typing import Any

from memcon.errors import Error

WAIT = 60.0
"""Seconds to wait for another process that holds the record."""


def parties(parser: argparse.ArgumentParser) -> None:
    """Declare up to two parties, and the days between which is asked."""
    parser.add_argument(
        "parties", nargs="*", metavar="PARTY", help="one or two: a code (KAZ, EUR), a country, a body, a person"
    )
    days(parser)


def days(parser: argparse.ArgumentParser) -> None:
    """Declare `--from` and `--to`."""
    parser.add_argument("--from", dest="from_", metavar="DAY", help="the first day, as 2025-01-31")
    parser.add_argument("--to", metavar="DAY", help="the last day")


def asked(given: Sequence[str]) -> dict[str, Any]:
    """`parties` as the questions of `memcon.answers.Reader` take them: `pair`, `party`, or nothing."""
    if len(given) > 2:
        raise Error(f"{len(given)} parties; give one or two, and put names of several words into quotes")
    return {"pair": (given[0], given[1])} if len(given) == 2 else {"party": given[0]} if given else {}


def count(given: str) -> int:
    """A number of things to show, 1 or more: a type for `add_argument`."""
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of things to show; give 1 or more")
    return int(given)


def record(parser: argparse.ArgumentParser) -> None:
    """Declare `--record` and `--wait`, which say on what record file a command works."""
    parser.add_argument(
        "--record",
        metavar="FILE",
        help="the record file (default: that named in MEMCON_RECORD, or memcon.duckdb in this folder)",
    )
    parser.add_argument(
        "--wait",
        metavar="SECONDS",
        type=float,
        default=WAIT,
        help="how long to wait where another process holds the record (default: %(default)g)",
    )


def person(parser: argparse.ArgumentParser) -> None:
    """Declare `--by` and `--why`, for what people say."""
    parser.add_argument("--by", metavar="NAME", help="who says so (default: MEMCON_PERSON, or the name you log in by)")
    parser.add_argument("--why", metavar="TEXT", default="", help="why")


def name_of(args: argparse.Namespace) -> str:
    """Who says so. Raises `Error` where nobody is named and the system knows nobody."""
    name = args.by or os.environ.get("MEMCON_PERSON")
    if name:
        return str(name)
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise Error("who says so? name somebody with --by") from error
