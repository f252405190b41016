"""`memcon merge`: why facts are one happening, and that they are where merging has not found it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from memcon.commands import options
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.store import Store

_EXAMPLES = """With one FACT it shows what that is merged with, and why; with more it puts them together. FACTs are the
ids of events, statements, figures or documents.

examples:
  memcon merge 0f3a5c1e9b8d7a66/e1                       what it is one happening with, and why
  memcon merge 0f3a5c1e9b8d7a66/e1 77aa0c1e9b8d7a12/e4   they are one
  memcon merge --undo 0f3a5c1e9b8d7a66/e1 77aa0c1e9b8d7a12/e4
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "merge",
        help="show why facts of several reports are one, or say that they are",
        description="Show why facts of several reports are one, or say that they are.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("facts", nargs="+", metavar="FACT", help="the id of a fact or document")
    parser.add_argument("--undo", action="store_true", help="take back what was said of these by merge or split")
    options.record(parser)
    options.person(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show a group, or keep that facts are one."""
    from memcon.store import Decision, Store, default_path

    alone = len(args.facts) == 1
    if alone and args.undo:
        raise Error("--undo needs the facts that were put together or taken apart")
    with Store(args.record or default_path(), read_only=alone, wait=args.wait) as store:
        if alone:
            _show(store, args.facts[0])
        else:
            verdict = Decision("withdraw" if args.undo else "merge", options.name_of(args), args.why)
            store.decide(args.facts, verdict)
    return 0


def _show(store: Store, fact: str) -> None:
    from memcon.exports.wording import clean
    from memcon.store import merging

    kind, members = merging.group_of(store.connection, fact)
    if not members:
        print(f"{fact} is merged with nothing")
        return
    for row in store.query(_MEMBERS, [member.partition("/")[0] for member in members]):
        named = [member for member in members if member.partition("/")[0] == row["id"]]
        print(clean(f"{', '.join(named)}  {row['published'] or 'undated'}  {row['publisher'] or row['given_id']}"))
    for (a, b), likeness in merging.explain(store.connection, kind, members).items():
        print(f"\n{a} and {b}: {'not alike' if likeness is None else f'{likeness.weight:.2f} alike'}")
        for reason in likeness.reasons if likeness else ():
            print(clean(f"  {reason}"))
    for row in store.query(_DECISIONS, members, members):
        print(clean(f"\n{row['a']} and {row['b']}: {row['verdict']} by {row['person']}. {row['why']}"))


_MEMBERS = "SELECT * FROM documents WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY published NULLS LAST, id"
_DECISIONS = """
    SELECT * FROM decisions
    WHERE a IN (SELECT unnest(?::VARCHAR[])) AND b IN (SELECT unnest(?::VARCHAR[])) ORDER BY n
"""
