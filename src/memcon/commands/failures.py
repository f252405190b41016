"""`memcon failures`: what could not be added to the record, and why."""

from __future__ import annotations

import argparse
import json

from memcon.commands import options


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "failures",
        help="list the reports that could not be added, with the reason",
        description="List the reports that could not be added. memcon add --retry tries them again.",
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("--forget", action="store_true", help="strike them out after listing them")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the failures, one a line."""
    from memcon.exports.wording import clean
    from memcon.store import Store, default_path, failures

    with Store(args.record or default_path(), read_only=not args.forget, wait=args.wait) as store:
        kept = failures.known(store.connection)
        for failure in kept.values():
            if args.json:
                fields = {"what": failure.what, "reason": failure.reason, "version": failure.version}
                print(json.dumps(fields, ensure_ascii=False))
            else:
                print(clean(f"{failure.what}: {failure.reason}"))
        if args.forget:
            failures.forget(store.connection, kept)
    return 0
