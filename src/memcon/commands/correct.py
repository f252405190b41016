"""`memcon correct`: what people say of facts in the record."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from memcon.commands import options
from memcon.errors import Error

if TYPE_CHECKING:
    from memcon.store import Store

_EXAMPLES = """A fact's id is its document's, a slash, and its own: as memcon find prints it. Values of --set are as in
the JSON record; what is no JSON is taken as text. Corrections are kept apart from what was read, hold in all that is
shown and counted, and stay when the report is read anew. The last word on a fact counts.

examples:
  memcon correct 0f3a5c1e9b8d7a66/e1 --accept
  memcon correct 0f3a5c1e9b8d7a66/e2 --reject --why "he denied it"
  memcon correct 0f3a5c1e9b8d7a66/e3 --set type=THREATEN --set 'source=["a1", "a4"]'
  memcon correct --list
  memcon correct --gold folder/
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "correct",
        help="accept, reject or edit a fact of the record",
        description="Accept, reject or edit a fact of the record; list corrections; write them as gold.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("fact", nargs="?", metavar="FACT", help="the id of the fact")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--accept", action="store_true", help="it is right")
    what.add_argument("--reject", action="store_true", help="it is not so, or not said")
    what.add_argument("--set", action="append", metavar="FIELD=VALUE", default=[], help="it is so, with this field so")
    what.add_argument("--withdraw", action="store_true", help="take back what was said of it")
    what.add_argument("--list", action="store_true", help="print all corrections that count")
    what.add_argument("--gold", metavar="FOLDER", help="write what was accepted and edited as gold, for the scorers")
    options.record(parser)
    options.person(parser)
    parser.add_argument("--json", action="store_true", help="with --list: a JSON object a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Keep the correction, or show what is kept."""
    from memcon.store import Correction, Store, default_path, gold

    with Store(args.record or default_path(), read_only=args.list or bool(args.gold), wait=args.wait) as store:
        if args.list:
            _list(store, args.json)
        elif args.gold:
            print(gold.write(store, args.gold))
        elif args.fact is None:
            raise Error("name the fact to correct, as 0123456789abcdef/e1")
        else:
            action = "accept" if args.accept else "reject" if args.reject else "withdraw" if args.withdraw else "edit"
            changes = dict(_change(given) for given in args.set)
            store.correct(args.fact, Correction(action, options.name_of(args), args.why, changes))  # type: ignore[arg-type]
    return 0


def _change(given: str) -> tuple[str, Any]:
    """A field and its value."""
    field, equals, value = given.partition("=")
    if not equals or not field:
        raise Error(f"--set {given}: give a field and its value, as type=CONSULT")
    try:
        return field, json.loads(value)
    except ValueError:
        return field, value


def _list(store: Store, as_json: bool) -> None:
    from memcon.exports.wording import clean

    kept = store.query(
        "SELECT coalesce(fact, document || ' ' || kind) AS fact, action, person, made, why, before, after "
        "FROM rulings WHERE action <> 'withdraw' ORDER BY n"
    )
    for row in kept:
        was, now = json.loads(row["before"])["fact"], json.loads(row["after"] or "null")
        changed = {key: value for key, value in now["fact"].items() if was.get(key) != value} if now else {}
        if as_json:
            told = {key: row[key] for key in ("fact", "action", "person", "why")}
            print(json.dumps({**told, "made": row["made"].isoformat(), "changed": changed}, ensure_ascii=False))
        else:
            fields = ", ".join(f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in changed.items())
            line = f"{row['fact']} {row['action']} {fields} ({row['person']}, {row['made']:%Y-%m-%d}) {row['why']}"
            print(clean(line))
