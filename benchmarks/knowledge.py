"""The knowledge base: how long it takes to load, how much memory it holds, how fast it answers, and how much it knows.

    python benchmarks/knowledge.py [CORPUS.jsonl]

Prints one line of JSON, with the number of states with a leader known on days of eight years, of states whose
foreign and defence minister is known on some month's first day of those years, and of organisations whose head is
known on those days. With a corpus of releases (title, published), also the share of titles
"... Foreign Minister NAME" whose NAME the base knows as a foreign minister on that day.
"""

from __future__ import annotations

import json
import re
import sys
import time
import tracemalloc
from collections import Counter
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from memcon.knowledge import Base, tables

YEARS = (2012, 2016, 2020, 2022, 2023, 2024, 2025, 2026)
DAYS = (*(f"{year}-07-01" for year in (2017, 2019, 2023, 2024, 2025)), "2026-01-01", "2026-07-01", "2026-09-01")
LEADERS = ("supreme leader", "pope", "president", "monarch", "prime minister", "chief executive")
_TITLE = re.compile(
    r"(?<!Vice )(?<!Deputy )Foreign (?:Minister|Secretary) (?!and |of )"
    r"(?:(?:Sheikh|Prince|Dr\.|Sayyid) )*((?:[^\W\d_][\w’'-]*\.?)(?: [^\W\d_][\w’'-]*\.?){1,3})"
)


def main() -> None:
    """Print the figures."""
    began = time.perf_counter()
    base = Base()
    seconds = time.perf_counter() - began
    tracemalloc.start()
    kept = Base()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    names = list(kept._names)
    began = time.perf_counter()
    for name in names:
        base.entries(name, "2022-03-01")
    rate = len(names) / (time.perf_counter() - began)
    offices = Counter(row[1] for row in tables.rows("holders.tsv", 8))
    figures: dict[str, Any] = {
        "load_seconds": round(seconds, 3),
        "megabytes": round(held / 1e6, 1),
        "names": len(names),
        "lookups_per_second": round(rate),
        "terms": sum(offices.values()),
        "organisations": sum(1 for _ in tables.rows("organisations.tsv", 9)),
        "foreign_ministers_of": len({r[2] for r in tables.rows("holders.tsv", 8) if r[1] == "foreign minister"}),
    }
    figures["leaders"] = leaders(base)
    figures["ministers"] = ministers(base)
    figures["heads"] = heads(base)
    if len(sys.argv) > 1:
        figures |= titles(base, Path(sys.argv[1]))
    print(json.dumps(figures))


def leaders(base: Base) -> dict[str, int]:
    """Day -> the number of states of which a head of state or of government is known then."""
    states = [code for code, _, status, *_ in tables.rows("states.tsv", 9) if status == "state"]
    return {day: sum(any(base.holder(o, state, day) for o in LEADERS) for state in states) for day in DAYS}


def heads(base: Base) -> dict[str, int]:
    """Day -> the number of organisations of which somebody in an office is known then."""
    terms = [(term, key) for (_, key), held in base._held.items() if key.startswith("org:") for term, _ in held]
    return {day: len({key for term, key in terms if term.holds(day)}) for day in DAYS}


def ministers(base: Base) -> dict[str, dict[int, int]]:
    """Office -> year -> the number of states whose holder is known on the first day of one of the year's months."""
    rows = [(office, body) for _, office, body, *_ in tables.rows("holders.tsv", 8)]
    return {
        office: {
            year: sum(
                any(base.holder(office, state, f"{year}-{month:02}-01") for month in range(1, 13))
                for state in {body for held, body in rows if held == office}
            )
            for year in YEARS
        }
        for office in ("foreign minister", "defence minister")
    }


def titles(base: Base, corpus: Path) -> dict[str, Any]:
    """How many of the foreign ministers that titles name are known, and who is not."""
    asked, unknown = 0, Counter[str]()
    for line in corpus.read_text("utf-8").splitlines():
        row = json.loads(line)
        day = parsedate_to_datetime(row["published"]).date().isoformat()
        for match in _TITLE.finditer(row["title"]):
            words = match[1].removesuffix("’s").removesuffix("'s").split()
            asked += 1
            tries = (" ".join(words[:n]) for n in range(len(words), 0, -1))
            if not any(e.office == "foreign minister" for name in tries for e in base.entries(name, day)):
                unknown[" ".join(words)] += 1
    known = 1 - sum(unknown.values()) / max(asked, 1)
    return {"titles": asked, "known": round(100 * known, 1), "unknown": dict(unknown.most_common(20))}


if __name__ == "__main__":
    main()
