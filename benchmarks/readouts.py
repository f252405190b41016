"""Calls and meetings in the State Department corpus: does a release titled "... Call with ..." yield a CONSULT by phone
between the United States and the counterpart's country, one titled "... Meeting with ..." a CONSULT?

    python benchmarks/readouts.py ../shared/gold/corpus/state_department.jsonl [--show N] [--every N]

The counterpart's country is read from the title; a title that names none asks for the event alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import memcon
from memcon.facts import Document
from memcon.sources.fragments import to_text


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.file.read_text("utf-8").splitlines()]
    figures: dict[str, Any] = {}
    for name in ("Call", "Meeting"):
        wanted = [row for row in rows if re.search(rf"\b{name} with\b", row["title"], re.IGNORECASE)][:: args.every]
        good = 0
        for row in wanted:
            right = _right(row, name == "Call")
            good += right
            if not right and args.show > 0:
                args.show -= 1
                _print(row)
        figures[name.lower()] = {"releases": len(wanted), "right": good, "share": round(100 * good / len(wanted), 1)}
    print(json.dumps({"set": "readouts", **figures}))


def _read(row: dict[str, Any]) -> dict[str, Any]:
    day = parsedate_to_datetime(row["published"]).date()
    return memcon.read(Document(text=to_text(row["html"], row["id"]), title=row["title"]), published=day).to_dict()


def _right(row: dict[str, Any], phone: bool) -> bool:
    record = _read(row)
    country = {a["id"]: a["country"] for a in record["actors"]}
    counterpart = re.split(r"\bwith\b", row["title"], maxsplit=1, flags=re.IGNORECASE)[1].strip()
    named = {a.country for a in memcon.read(f"The minister met {counterpart}.").actors} - {None, "USA"}
    for event in record["events"]:
        if event["type"] != "CONSULT" or (phone and "phone" not in event["modes"]):
            continue
        parties = {country[a] for a in (*event["source"], *event["target"])}
        if not phone or ("USA" in parties and (not named or named & parties)):
            return True
    return False


def _print(row: dict[str, Any]) -> None:
    record = _read(row)
    names = {a["id"]: f"{a['name']}/{a['country']}" for a in record["actors"]}
    print("##", row["title"], "|", record["document"]["text"][:400].replace("\n", " "), file=sys.stderr)
    for e in record["events"]:
        parties = [names[a] for a in e["source"]], [names[a] for a in e["target"]]
        print("   ", e["type"], e["modes"], e["status"], *parties, e["trigger"]["text"], file=sys.stderr)


if __name__ == "__main__":
    main()
