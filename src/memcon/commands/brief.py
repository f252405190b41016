"""`memcon brief`: all that the record holds on a pair."""

from __future__ import annotations

import argparse

from memcon.commands import options, output

_EXAMPLES = """A party is a code (KAZ, EUR), a country by name, or a body or person in the record.

examples:
  memcon brief KAZ EUR
  memcon brief Kazakhstan "European Union" --from 2024-01-01 --html brief.html
  memcon brief KAZ EUR --md - | less
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "brief",
        help="tell all that the record holds on a pair",
        description="Who met whom, what happened, was said and agreed, figures with their checks, what is to come.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("one", metavar="PARTY")
    parser.add_argument("other", metavar="PARTY")
    options.days(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", metavar="OUT", help="write one self-contained page with charts (- for standard output)")
    form.add_argument("--md", metavar="OUT", help="write Markdown (- for standard output)")
    parser.add_argument(
        "--most", type=options.count, metavar="N", help="entries of a section (default: 20, in files 500)"
    )
    options.record(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the brief, or write it."""
    from memcon.answers import Reader
    from memcon.store import default_path

    with Reader(args.record or default_path(), wait=args.wait) as reader:
        brief = reader.brief((args.one, args.other), args.from_, args.to)
    if args.html:
        from memcon.exports.brief import page

        output.write([page.page(brief, args.most or 500)], args.html)
    elif args.md:
        from memcon.exports.brief import markdown

        output.write([markdown.text(brief, args.most or 500)], args.md)
    else:
        from rich.console import Console

        from memcon.exports.brief import terminal

        output.lenient()
        terminal.show(brief, Console(highlight=False), args.most or 20)
    return 0
