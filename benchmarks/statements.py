"""Statements measured on PolNeAR: rules alone, encoder alone, both, and textacy's quotations where it is installed.

    python benchmarks/statements.py DIR

DIR holds `text/` and `attributions/`. A line for each reader: token F1 of source, cue and content, F1 of relations
(content overlapping by half of the union, sources overlapping), words a second of the processor.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import time
from pathlib import Path
from typing import Any

from memcon.language import analyse
from memcon.statements import finding, quotations

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "statements"))
from data import PARTS, relations

Spans = dict[str, list[tuple[int, int]]]


def ours(deciders: finding.Deciders, text: str) -> list[Spans]:
    """What memcon finds."""
    analysed = analyse(text)
    found = finding.attributions(analysed, quotations.find(text, analysed.paragraphs), deciders)
    return [
        {"source": [a.source] if a.source else [], "cue": [a.cue] if a.cue else [], "content": a.content}
        for a in found
        if a.content
    ]


def textacy(text: str) -> list[Spans]:
    """What textacy's direct quotations give."""
    from textacy import extract

    def span(tokens: Any) -> list[tuple[int, int]]:
        return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))] if len(tokens) else []

    doc = analyse(text).doc
    try:
        found = list(extract.triples.direct_quotations(doc))
    except ValueError:  # textacy's own, for texts with an odd number of marks
        return []
    return [
        {"source": span(q.speaker), "cue": span(q.cue), "content": [(q.content.start_char, q.content.end_char)]}
        for q in found
    ]


def measure(folder: Path, read: Any) -> dict[str, float]:
    """The figures of one reader, in percent."""
    counts = {key: [0, 0, 0] for key in (*PARTS, "relation")}
    words = seconds = 0.0
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text("utf-8")
        tokens = [m.span() for m in re.finditer(r"\w+", text)]

        def inside(spans: Any, tokens: list[tuple[int, int]] = tokens) -> set[int]:
            return {i for i, (s, e) in enumerate(tokens) for a, b in spans if s < b and e > a}

        began = time.process_time()
        system = read(text)
        seconds += time.process_time() - began
        words += len(tokens)
        annotated = sorted((folder / "attributions").glob(path.stem + "_*.ann"))[0]
        gold = [{p: inside(r[p]) for p in PARTS} for r in relations(annotated)]
        free = [{p: inside(r[p]) for p in PARTS} for r in system]
        for p in PARTS:
            g, y = (set().union(*(r[p] for r in rows)) for rows in (gold, free))
            counts[p] = [a + b for a, b in zip(counts[p], (len(g & y), len(y), len(g)), strict=True)]
        hits, total = 0, len(free)
        for g in gold:
            match = next((y for y in free if _same(g, y)), None)
            if match is not None:
                free.remove(match)
                hits += 1
        counts["relation"] = [a + b for a, b in zip(counts["relation"], (hits, total, len(gold)), strict=True)]
    figures = {key: round(200 * tp / max(1, n + g), 1) for key, (tp, n, g) in counts.items()}
    return figures | {"words_per_second": round(words / seconds)}


def _same(gold: dict[str, set[int]], found: dict[str, set[int]]) -> bool:
    union = len(gold["content"] | found["content"]) or 1
    overlap = len(gold["content"] & found["content"]) / union >= 0.5
    return overlap and (not gold["source"] or bool(gold["source"] & found["source"]))


def main() -> None:
    """Print a line for each reader."""
    folder = Path(sys.argv[1])
    for deciders in ("rules", "model", "both"):
        ours(deciders, "She said: “Yes.”")
        print(f"{deciders:<8}", measure(folder, lambda text, d=deciders: ours(d, text)), flush=True)
    if importlib.util.find_spec("textacy"):
        print(f"{'textacy':<8}", measure(folder, textacy), flush=True)
    else:
        print("textacy  not installed")


if __name__ == "__main__":
    main()
