"""Options that several commands share."""

from __future__ import annotations

import argparse

WAIT = 60.0
"""Seconds to wait for another process that holds the record."""


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
