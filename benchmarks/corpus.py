"""Read both corpora whole, validate every record, and count what was found. Exit code 1 where a report failed.

python benchmarks/corpus.py [--limit N]
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter

from corpora import CORPORA, load

import memcon
from memcon.facts import Record

ROOMS = ("actors", "places", "times", "statements", "figures", "agreements", "events", "checks")


def main() -> int:
    """Print a line for each corpus and each failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, help="read this many of each corpus")
    limit = parser.parse_args().limit
    failed = 0
    for name in CORPORA:
        reports = load(name, limit)
        counts: Counter[str] = Counter()
        for report in reports:
            try:
                record = memcon.read(report)
                record.validate()
                if Record.from_dict(record.to_dict()) != record:
                    raise memcon.Error("the record does not come back the same")
            except Exception:
                failed += 1
                print(f"FAILED {report.id}\n{traceback.format_exc(limit=-3)}", file=sys.stderr)
                continue
            counts.update({room: len(getattr(record, room)) for room in ROOMS})
            counts["read"] += 1
            counts["coded"] += record.document.language == "en"
            counts["with an event"] += bool(record.events)
            counts.update(f"check {check.verdict}" for check in record.checks)
        told = ", ".join(f"{kind} {count:,}" for kind, count in counts.items() if kind != "read")
        print(f"{name}: {counts['read']:,} of {len(reports):,} read and valid; {told}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
