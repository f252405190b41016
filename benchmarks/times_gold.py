"""Score times on TimeML documents as TempEval-3 does, whole and without the values that no calendar writes.

    python benchmarks/times_gold.py FOLDER

FOLDER holds `.tml` files, in folders or not. `value_without_slips` leaves out expressions whose gold value is a form
that TIMEX3 does not have or leaves open what the day of the document fixes: a week without its nought (`2000-W7`), a
week or a month as X beside a year (`1989-WXX`, `1949-XX`), a decade with an X (`199X`). What was found in their place
is left out too.
"""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import memcon

SLIP = re.compile(r"\d{4}-W\d|\d{4}-WXX|\d{4}-XX|\d{3}X")


class Gold(NamedTuple):
    """An annotated expression: code-point offsets, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


def read(path: Path) -> tuple[str, str, list[Gold]]:
    """Text, day of creation and expressions of one TimeML file."""
    root = ET.parse(path).getroot()
    stamp, body = root.find(".//DCT/TIMEX3"), root.find(".//TEXT")
    if stamp is None or body is None:
        raise SystemExit(f"{path}: no DCT or no TEXT, so it is no TimeML document")
    text, golds = "", []
    for piece, node in pieces(body):
        if node is not None and piece.strip():
            start = len(text) + len(piece) - len(piece.lstrip())
            golds.append(Gold(start, start + len(piece.strip()), node.get("type", ""), node.get("value", "")))
        text += piece
    return text, stamp.get("value", "")[:10], golds


def pieces(node: ET.Element) -> Iterator[tuple[str, ET.Element | None]]:
    """The text of an element piece by piece, a time's with its element."""
    yield node.text or "", None
    for child in node:
        if child.tag == "TIMEX3":
            yield "".join(child.itertext()), child
        else:
            yield from pieces(child)
        yield child.tail or "", None


def f1(hits: int, found: int, gold: int) -> float:
    """F1 in per cent."""
    return round(200 * hits / max(1, found + gold), 1)


def main(folder: Path) -> None:
    """Print the figures of all documents under a folder as one line of JSON."""
    n: Counter[str] = Counter()
    paths = sorted(folder.rglob("*.tml"))
    for path in paths:
        text, created, golds = read(path)
        free = list(memcon.read(text, published=created).times)
        n["found"] += len(free)
        spans = {(time.start, time.end) for time in free}
        for gold in golds:
            slip = SLIP.fullmatch(gold.value) is not None
            n["gold"] += 1
            n["slips"] += slip
            n["strict"] += gold[:2] in spans
            over = [time for time in free if time.start < gold.end and time.end > gold.start]
            if not over:
                continue
            shared = {id(time): min(gold.end, time.end) - max(gold.start, time.start) for time in over}
            hit = max(over, key=lambda time: (time.value == gold.value, shared[id(time)]))
            free.remove(hit)
            n["relaxed"] += 1
            n["relaxed slips"] += slip
            n["type"] += hit.type == gold.type
            n["value"] += hit.value == gold.value
            n["value of slips"] += slip and hit.value == gold.value
    figures = {name: f1(n[name], n["found"], n["gold"]) for name in ("relaxed", "strict", "value", "type")}
    figures["value_without_slips"] = f1(
        n["value"] - n["value of slips"], n["found"] - n["relaxed slips"], n["gold"] - n["slips"]
    )
    print(json.dumps({"files": len(paths), "expressions": n["gold"], "slips": n["slips"], **figures}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
