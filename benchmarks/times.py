"""Fill the table of `docs/times.md`: 150 expressions, and what memcon and its peers make of each; and the speed.

    python benchmarks/times.py [--peers PYTHON]

PYTHON is the interpreter of an environment that has the peers (see `times_peers.py`); without it their columns are not
written. An answer counts as right where it overlaps the expression and has its TIMEX3 value or the days it spans; of a
peer that offers several, one must; for dateparser, which gives one moment, the moment must lie in those days.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora import CORPORA, load

from memcon import times

ROOT = Path(__file__).resolve().parents[1]
EXPRESSIONS = ROOT / "tests" / "times" / "expressions.tsv"
PAGE = ROOT / "docs" / "times.md"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"
PUBLISHED = "2025-04-30"


@dataclass(frozen=True, slots=True)
class Row:
    """One expression in its sentence, and what it should be."""

    text: str
    start: int
    end: int
    type: str
    value: str
    from_: str
    to: str
    published: str | None


def rows() -> list[Row]:
    """The expressions of the table."""
    found = []
    for line in EXPRESSIONS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, kind, value, first, last, published = (line.split("\t") + [""] * 3)[:6]
        start, end = sentence.index("["), sentence.index("]") - 1
        text = sentence.replace("[", "", 1).replace("]", "", 1)
        day = None if published == "-" else published or PUBLISHED
        found.append(Row(text, start, end, kind, value, first, last, day))
    return found


def by_memcon(row: Row) -> list[dict[str, Any]]:
    """What memcon makes of the sentence, as the peers' answers are."""
    found = times.find(row.text, row.published)
    return [{"start": t.start, "text": t.text, "value": t.value, "from": t.from_, "to": t.to} for t in found]


def by_peers(python: str, table: Sequence[Row]) -> dict[str, list[list[dict[str, Any]]]]:
    """The peers' answers, from their own environment."""
    sent = json.dumps([{"text": row.text, "published": row.published} for row in table])
    command = [python, str(Path(__file__).with_name("times_peers.py"))]
    done = subprocess.run(command, input=sent, capture_output=True, text=True, check=True)
    answers: dict[str, list[list[dict[str, Any]]]] = json.loads(done.stdout)
    return answers


def right(row: Row, answers: Sequence[dict[str, Any]]) -> bool:
    """Whether one of the answers is what the row should be."""
    for answer in answers:
        if not (answer["start"] < row.end and answer["start"] + len(answer["text"]) > row.start):
            continue
        if answer["value"] == row.value:
            return True
        if row.from_ and answer.get("from") == row.from_ and answer.get("to") == row.to:
            return True
        if row.from_ and "day" in answer and row.from_ <= answer["day"] <= row.to:
            return True
    return False


def shown(row: Row, answers: Sequence[dict[str, Any]]) -> str:
    """A cell: the values of what overlaps the expression, and a tick where right."""
    values = [a["value"] for a in answers if a["start"] < row.end and a["start"] + len(a["text"]) > row.start]
    cell = " or ".join(f"`{value}`" for value in dict.fromkeys(values)) or "–"
    return f"{cell} ✓" if right(row, answers) else cell


def table(columns: dict[str, list[list[dict[str, Any]]]], expressions: Sequence[Row]) -> str:
    """The table as Markdown, with the number right at its foot."""
    lines = ["| expression in its sentence | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for i, row in enumerate(expressions):
        sentence = f"{row.text[: row.start]}**{row.text[row.start : row.end]}**{row.text[row.end :]}"
        undated = "" if row.published else " (undated)"
        cells = [shown(row, answers[i]) for answers in columns.values()]
        lines.append(f"| {sentence}{undated} | " + " | ".join(cells) + " |")
    counts = [sum(right(row, answers[i]) for i, row in enumerate(expressions)) for answers in columns.values()]
    lines.append(f"| **right, of {len(expressions)}** | " + " | ".join(f"**{count}**" for count in counts) + " |")
    return "\n".join(lines)


def speed() -> str:
    """Words a second of processor time, on the corpora, without a parse."""
    reports = [report for name in CORPORA for report in load(name, 200)]
    words = sum(len(report.text.split()) for report in reports)
    times.find(reports[0].text, reports[0].published)
    began = time.process_time()
    for report in reports:
        times.find(report.text, report.published)
    return f"{len(reports)} reports, {words:,} words: {words / (time.process_time() - began):,.0f} words/s on one core"


def main() -> None:
    """Write the table into the page and print the counts and the speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", help="the Python of an environment with the peers")
    python = parser.parse_args().peers
    expressions = rows()
    columns = {"memcon": [by_memcon(row) for row in expressions]}
    if python:
        columns |= by_peers(python, expressions)
    filled = table(columns, expressions)
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(
        re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{filled}\n{END}", page, flags=re.DOTALL), encoding="utf-8"
    )
    print(filled.splitlines()[-1])
    print(speed())


if __name__ == "__main__":
    main()
