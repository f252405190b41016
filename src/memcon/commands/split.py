"""`memcon split`: that facts are not one, where merging has put them together."""

from __future__ import annotations

import argparse

from memcon.commands import options
from memcon.errors import Error

_EXAMPLES = """examples:
  memcon split 0f3a5c1e9b8d7a66/e1                       it is not one with any of the others
  memcon split 0f3a5c1e9b8d7a66/e1 77aa0c1e9b8d7a12/e4   these are not one
  memcon merge --undo 0f3a5c1e9b8d7a66/e1 77aa0c1e9b8d7a12/e4
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "split",
        help="say that facts of several reports are not one",
        description="Say that facts of several reports are not one.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("facts", nargs="+", metavar="FACT", help="the id of a fact or document")
    options.record(parser)
    options.person(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Keep that the first fact is not one with the others."""
    from memcon.store import Decision, Store, default_path, merging

    with Store(args.record or default_path(), wait=args.wait) as store:
        facts = list(args.facts)
        if len(facts) == 1:
            _, members = merging.group_of(store.connection, facts[0])
            facts += [member for member in members if member != facts[0]]
        if len(facts) == 1:
            raise Error(f"{facts[0]}: is merged with nothing")
        store.decide(facts, Decision("split", options.name_of(args), args.why))
    return 0
