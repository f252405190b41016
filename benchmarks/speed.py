"""How fast reports are read, beside spaCy's own whole pipeline on the same text in the same run, on one core.

    python benchmarks/speed.py [--limit N]

Times are of the processor (`time.process_time`), so that what else runs on the machine counts little. Each document
is read by memcon and by spaCy in turn; the first of each is not counted, since it loads the models.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable

import numpy as np
import spacy
from corpora import CORPORA, load

import memcon
from memcon.facts import Document
from memcon.language.parsing import MODEL


def one_core() -> None:
    """Keep this process, and every thread of it, on one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Print a line for each corpus and reader."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limit", type=int, help="read this many of each corpus")
    limit = parser.parse_args().limit
    one_core()
    whole = spacy.load(MODEL)
    readers: dict[str, Callable[[Document], object]] = {
        "memcon": memcon.read,
        "spaCy": lambda document: whole(document.text),
    }
    for name in CORPORA:
        reports = load(name, limit)
        tokens = [len(whole.tokenizer(report.text)) for report in reports]
        for read in readers.values():
            read(reports[0])
        seconds: dict[str, list[float]] = {reader: [] for reader in readers}
        for report in reports:
            for reader, read in readers.items():
                began = time.process_time()
                read(report)
                seconds[reader].append(time.process_time() - began)
        for reader in readers:
            print(line(name, reader, seconds[reader], tokens))


def line(corpus: str, reader: str, seconds: list[float], tokens: list[int]) -> str:
    """Median and 95th percentile a document, and tokens a second over all."""
    median, high = np.percentile(seconds, [50, 95]) * 1000
    speed = sum(tokens) / sum(seconds)
    return (
        f"{corpus:<17} {reader:<7} {len(seconds):>4} documents  median {median:7.1f} ms  "
        f"95th percentile {high:7.1f} ms  {speed:8,.0f} tokens/s"
    )


if __name__ == "__main__":
    main()
