"""Figures and checks, measured: on NewsQuant's sentences and unit sets, and by reading what disagrees in the corpora.

    python benchmarks/figures.py newsquant ../shared/gold/figures [--show N]
    python benchmarks/figures.py news [--show N]
    python benchmarks/figures.py checks [--limit N] [--verdict disagrees]
    python benchmarks/figures.py indicators
    python benchmarks/figures.py speed ../shared/gold/figures

`newsquant` prints, for the sentences and each unit set, F1 of the value, of value with unit and of value with change;
`news` the same for the project's own sentences of such news (tests/figures/news.tsv).
`checks` prints every check of that verdict over the corpora with the text around it, to be read. `indicators` prints
how many figures of the project's own sentences (tests/figures/indicators.tsv) are read rightly, by column. `speed`
prints the sentences a second of the room alone, without a parse, on one core.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpora import CORPORA, load
from speed import one_core

import memcon
from memcon.facts import Figure, Record
from memcon.figures import find
from memcon.language import analyse

TABLES = Path(__file__).resolve().parent.parent / "tests" / "figures"
SETS = ("NewsQuant", "age-model", "currency-model", "dimension-model", "temperature-model")
# The gold's names of what is a code or nothing here.
NAMES = {"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar",
         "CAD": "canadian dollar", "INR": "indian rupee", "CNY": "chinese yuan", "ILS": "shekel",
         "NZD": "new zealand dollar", "CHF": "swiss franc", "RUB": "russian ruble", "percent": "percentage",
         None: "-"}  # fmt: skip


def value_of(written: str) -> float | tuple[float, float]:
    """A gold value: a number, or two joined by a hyphen."""
    head, joined, tail = written[1:].partition("-")
    if joined and "e" not in written.lower():
        return float(written[0] + head), float(tail)
    return float(written)


def close(a: Any, b: Any) -> bool:
    """Whether two values, or two pairs, are the same to five digits."""
    if isinstance(a, tuple) != isinstance(b, tuple):
        return False
    pairs = zip(a, b, strict=True) if isinstance(a, tuple) else [(a, b)]
    return all(abs(x - y) <= 1e-8 + 1e-5 * abs(y) for x, y in pairs)


def units(figure: Figure) -> set[str]:
    """The names of a figure's unit."""
    names = {figure.unit, figure.unit_name}
    return {str(NAMES.get(n, n)).lower() for n in names} if any(names) else {"-"}


class Wanted(NamedTuple):
    """A quantity of the gold."""

    value: float | tuple[float, float]
    unit: str
    change: str


def score(rows: Iterable[tuple[str, list[Wanted]]], show: int) -> dict[str, Any]:
    """F1 in per cent of value, value with unit and value with change."""
    counts: Counter[str] = Counter()
    for text, quantities in rows:
        free = list(find(text, analysed=analyse(text)))
        counts["found"] += len(free)
        counts["gold"] += len(quantities)
        for value, unit, change in quantities:
            hits = [f for f in free if close(f.value, value)]
            if hits:
                hit = max(hits, key=lambda f: (unit in units(f), f.change == change))
                free.remove(hit)
                counts["value"] += 1
                counts["unit"] += unit in units(hit)
                counts["change"] += hit.change == change
            if show > 0 and not (hits and unit in units(hit) and change in (hit.change, "")):
                show -= 1
                read = f"{sorted(units(hit))} {hit.change}" if hits else "missed"
                print(f"{value} {unit} {change}: {read} | {text}", file=sys.stderr)
        if show > 0:
            for f in free:
                print(f"too much: {f.value} {f.unit} {f.change} | {text}", file=sys.stderr)
    total = max(counts["found"] + counts["gold"], 1)
    return {key: round(200 * counts[key] / total, 1) for key in ("value", "unit", "change")}


def _of_gold(quantity: dict[str, str]) -> Wanted:
    return Wanted(value_of(quantity["value"]), quantity["normalized_unit"].lower(), quantity.get("change", ""))


def news(show: int) -> None:
    """The line of the project's own sentences."""
    rows = []
    for line in (TABLES / "news.tsv").read_text("utf-8").splitlines()[1:]:
        text, _, quantities = line.partition("\t")
        rows.append((text, [_of_table(quantity) for quantity in quantities.split(" | ") if quantity]))
    print(json.dumps({"set": "news", "sentences": len(rows), **score(rows, show)}))


def _of_table(written: str) -> Wanted:
    value, unit, change = written.split(";")
    low, joined, high = value.partition("..")
    return Wanted((float(low), float(high)) if joined else float(low), NAMES.get(unit, unit), change)


def newsquant(folder: Path, show: int) -> None:
    """A line for each set."""
    for name in SETS:
        rows = [
            (row["text"], [_of_gold(quantity) for quantity in row["quantities"]])
            for row in json.loads((folder / f"{name}.json").read_text("utf-8"))
        ]
        result = score(rows, show)
        if name != "NewsQuant":
            result.pop("change")  # the unit sets do not annotate it
        print(json.dumps({"set": name, "sentences": len(rows), **result}))


def checks(limit: int | None, verdict: str) -> None:
    """Every check of that verdict with its surroundings, then the counts of all verdicts."""
    counts: Counter[str] = Counter()
    for name in CORPORA:
        for record in _records(name, limit):
            counts["reports"] += 1
            counts["figures"] += len(record.figures)
            counts.update(f"{check.kind} {check.verdict}" for check in record.checks)
            for check in record.checks:
                if check.verdict == verdict:
                    spans = [f.span for f in record.figures if f.id in check.figures]
                    start, end = min(s.start for s in spans), max(s.end for s in spans)
                    around = record.document.text[max(start - 120, 0) : end + 80].replace("\n", " ")
                    print(
                        f"{record.document.id} {record.document.published} {check.kind}: {check.detail}\n    …{around}…"
                    )
    print(json.dumps(dict(sorted(counts.items()))))


def _records(name: str, limit: int | None) -> Iterator[Record]:
    for report in load(name, limit):
        yield memcon.read(report)


def indicators() -> None:
    """Right columns of the table of sentences."""
    columns = ("indicator", "between", "from", "to", "period")
    lines = (TABLES / "indicators.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    right: Counter[str] = Counter()
    for text, words, *wanted in rows:
        record = memcon.read(text)
        names = {actor.id: actor.name for actor in record.actors}
        for figure in [f for f in record.figures if f.span.text == words][:1]:
            parties = ["/".join(names[i] for i in ids) for ids in (figure.between, figure.from_, figure.to)]
            got = [figure.indicator or "", *parties, figure.period.value if figure.period else ""]
            right.update(c for c, a, b in zip(columns, got, wanted, strict=True) if a == b)
            right["parties"] += got[1:4] == wanted[1:4]
    print(
        json.dumps({"figures": len(rows), **{c: round(100 * right[c] / len(rows), 1) for c in (*columns, "parties")}})
    )


def speed(folder: Path) -> None:
    """Sentences a second, over the sentences of NewsQuant twenty times, in texts of twenty."""
    one_core()
    sentences = [row["text"] for row in json.loads((folder / "NewsQuant.json").read_text("utf-8"))]
    texts = ["\n\n".join(sentences[i : i + 20]) for i in range(0, len(sentences), 20)]
    plain = ["\n\n".join(s for s in text.split("\n\n") if not find(s)) for text in texts]
    for kind, batch in (("all", texts), ("without a figure", plain)):
        count = sum(text.count("\n\n") + 1 for text in batch) * 20
        began = time.process_time()
        for _ in range(20):
            for text in batch:
                find(text)
        print(json.dumps({"sentences": kind, "per_second": round(count / (time.process_time() - began))}))


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("newsquant", "news", "checks", "indicators", "speed"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--verdict", default="disagrees")
    args = parser.parse_args()
    if args.what == "checks":
        checks(args.limit, args.verdict)
    elif args.what == "indicators":
        indicators()
    elif args.what == "news":
        news(args.show)
    elif args.folder is None:
        parser.error("name the folder that holds NewsQuant.json")
    elif args.what == "newsquant":
        newsquant(args.folder, args.show)
    else:
        speed(args.folder)


if __name__ == "__main__":
    main()
