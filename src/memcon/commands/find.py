"""`memcon find`: documents and facts by words, parties, people, days and types."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from memcon.commands import options, output
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.answers import Reader
    from memcon.answers.answer import Row
    from memcon.exports.brief.sections import Entry

_KINDS = ("documents", "events", "statements", "figures", "agreements")
_EXAMPLES = """With words, the best come first; without, the facts by day. All the words must be there, in any of their
forms, and a "quoted phrase" as it is.

examples:
  memcon find gas transit
  memcon find '"critical raw materials"' --kind statements --party EUR
  memcon find --kind events --pair KAZ EUR --type AGREE --from 2024-01-01
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "find",
        help="find documents and facts by words, parties, people, days and types",
        description="Find documents and facts by words, parties, people, days and types.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what to look for")
    parser.add_argument("--kind", choices=_KINDS, help="what to find (default: documents; without words events)")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--pair", nargs=2, metavar="PARTY", help="what concerns these two")
    who.add_argument("--party", metavar="PARTY", help="what concerns this one")
    parser.add_argument(
        "--person", metavar="NAME", help="in which somebody of this name, or part of a name, takes part"
    )
    options.days(parser)
    types = "type of event, kind of statement or agreement, or indicator of a figure; repeatable"
    parser.add_argument("--type", action="append", default=[], metavar="TYPE", help=types)
    parser.add_argument("--most", type=options.count, default=20, metavar="N", help="how many (default: %(default)d)")
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was found."""
    from memcon.answers import Reader
    from memcon.store import default_path

    kind = args.kind or ("documents" if args.words else "events")
    with Reader(args.record or default_path(), wait=args.wait) as reader:
        rows = _found(reader, args, kind)
    if not rows:
        output.say_nothing_found()
    if args.json:
        from memcon.exports.tables import json_lines

        output.write(json_lines(rows), None)
        return 0
    from rich.console import Console

    from memcon.exports.brief import terminal

    output.lenient()
    terminal.show_entries(map(_entry(kind), rows), Console(highlight=False))
    return 0


def _found(reader: Reader, args: argparse.Namespace, kind: str) -> Sequence[Row]:
    asked: dict[str, Any] = {"from_": args.from_, "to": args.to}
    asked |= {"pair": tuple(args.pair)} if args.pair else {"party": args.party}
    if args.words:
        words = " ".join(args.words)
        return reader.find(words, kind, **asked, person=args.person, types=args.type, most=args.most)  # type: ignore[arg-type]
    if kind == "documents":
        raise Error("documents are found by their words; give some, or another --kind")
    if kind in ("figures", "agreements"):
        if args.person:
            raise Error(f"--person does not go with --kind {kind}")
        return (
            reader.figures(**asked, indicators=args.type)
            if kind == "figures"
            else reader.agreements(**asked, kinds=args.type)
        ).rows()[: args.most]
    asked["person"] = args.person
    if kind == "events":
        return reader.events(**asked, types=args.type).rows()[: args.most]
    return reader.statements(**asked, kinds=args.type).rows()[: args.most]


def _entry(kind: str) -> Callable[[Row], Entry]:
    from memcon.exports.brief import sections

    makers: dict[str, Callable[[Row], Entry]] = {
        "documents": sections.document,
        "events": lambda row: sections.event(row, {}),
        "statements": lambda row: sections.statement(row, {}),
        "figures": lambda row: sections.figure(row, (), {}),
        "agreements": lambda row: sections.agreement(row, {}),
    }
    return makers[kind]
