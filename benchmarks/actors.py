"""How well actors are told: the annotated sentences, counterparts in State Department releases, and what linking costs.

    python benchmarks/actors.py [--wrong] [--theme NAME] [--reports N]

`--wrong` prints each row that was read otherwise. Without `../shared` only the sentences are read. Prints JSON lines.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from actor_table import Tally, Verdict, judge, sentences
from corpora import CORPORA, SHARED, load

import memcon
from memcon.actors import default_base, resolve
from memcon.language import analyse

COUNTERPARTS = Path(__file__).with_name("counterparts.tsv")
_LOAD = """
import time
from memcon.language import analyse
from memcon.actors import default_base, resolve
analysed = analyse("Ann Blake met the president of Chad in Paris.")
began = time.perf_counter()
resolve(analysed, "2024-01-01", default_base())
print(time.perf_counter() - began)
"""


def main() -> None:
    """Print the figures, a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="print each row that was read otherwise")
    parser.add_argument("--theme", default="*", help="the file of sentences to read, without .txt; only that is read")
    parser.add_argument("--reports", type=int, default=60, help="of each corpus, for the cost of linking")
    args = parser.parse_args()
    print(json.dumps({"set": "sentences", **_sentences(args.wrong, args.theme)}))
    if args.theme != "*":
        return
    print(json.dumps({"set": "load", "seconds": round(_load(), 3)}))
    if SHARED.exists():
        print(json.dumps({"set": "counterparts", **_counterparts(args.wrong)}))
        print(json.dumps({"set": "linking", **_linking(args.reports)}))


def _sentences(wrong: bool, theme: str) -> dict[str, float]:
    tally, read = Tally(), 0
    for sentence in sentences(themes=theme):
        read += 1
        found = judge(sentence)
        tally.verdicts += found
        if wrong:
            _print(found)
    shares = {name: round(tally.share(name), 1) for name in ("country", "identity", "group", "kind", "role", "sector")}
    return {"sentences": read, "mentions": len(tally.verdicts), **shares, "wrong_known": round(tally.wrong_known, 1)}


def _print(found: list[Verdict]) -> None:
    for v in found:
        if v.wrong or v.wrong_known:
            row = v.row
            print(f"{v.sentence.day} {v.sentence.text}", file=sys.stderr)
            print(f"    {row.text} | {row.who} | {row.country} | {row.kind} -> {v.found} {v.wrong}", file=sys.stderr)


def _counterparts(wrong: bool) -> dict[str, float]:
    """Of how many releases every counterpart's country is among the record's actors."""
    wanted = dict(_table())
    right = read = 0
    for document in load("state_department"):
        codes = wanted.get(re.sub(r"\D", "", document.id))
        if codes is None:
            continue
        read += 1
        found = {actor.country for actor in memcon.read(document).actors}
        right += codes <= found
        if wrong and not codes <= found:
            print(f"{document.title}: {sorted(codes - found)} missing", file=sys.stderr)
    return {"releases": read, "right": right}


def _table() -> Iterator[tuple[str, set[str]]]:
    for line in COUNTERPARTS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            number, codes = line.split("\t")
            yield number, set(codes.split())


def _linking(limit: int) -> dict[str, float]:
    """The share of the time of reading that finding actors takes, on one core."""
    base = default_base()
    reading = linking = 0.0
    for corpus in CORPORA:
        reports = load(corpus, limit)
        memcon.read(reports[0])
        for report in reports:
            began = time.process_time()
            record = memcon.read(report)
            reading += time.process_time() - began
            analysed = analyse(report.text)
            began = time.process_time()
            resolve(analysed, record.document.published, base, record.document)
            linking += time.process_time() - began
    return {"reports": 2 * limit, "percent_of_reading": round(100 * linking / reading, 1)}


def _load() -> float:
    """Seconds until the first name is looked up, the parser being there; in a fresh process, the best of three."""
    runs = [subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
