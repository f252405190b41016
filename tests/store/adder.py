"""Adds reports made up on the spot to a record file, slowly, so that it can be killed.

For each line "RECORD REPORTS" of standard input it starts a process that adds so many reports, and prints its number;
when that has ended, it prints a line with what became of each. So nothing is imported more than once.
"""

from __future__ import annotations

import importlib.util
import os
import random
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from memcon.errors import Error
from memcon.facts import Document, Record, When
from memcon.store import Store, identity
from memcon.store.adding import Adding

SYLLABLES = "ka lo mi ren tas vor el dun ziv qua".split()


def by_hand() -> Record:
    """The record of tests/conftest.py."""
    spec = importlib.util.spec_from_file_location("by_hand", Path(__file__).parents[1] / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.made()  # type: ignore[no-any-return]


def main(path: str, reports: int) -> None:
    """Add the reports; every tenth of them is a new version of the one before, every eleventh cannot be read."""
    record = by_hand()

    def document(number: int) -> Document:
        chance = random.Random(number)
        words = ("".join(chance.choices(SYLLABLES, k=3)) for _ in range(80))
        page = number - 1 if number % 10 == 0 else number
        text = f"{record.document.text}\n{' '.join(words)}."
        day = str(date(2025, 1, 1) + timedelta(days=page // 3 * 5))
        address = f"https://news.example/n{page}"
        return replace(record.document, text=text, id=f"n{page}", url=address, published=day)

    def read(document: Document) -> Record:
        time.sleep(0.003)
        if document.id.endswith("1"):
            raise Error("made to fail")
        day = When(document.published or "", document.published, document.published)
        return replace(record, document=document, events=tuple(replace(event, when=day) for event in record.events))

    with Store(path, wait=20) as store:
        adding = Adding(store, read, identity.coding_id(record.memcon), batch=6)
        for _, outcome in adding.add(document(number) for number in range(1, reports + 1)):
            print(outcome, end=" ", flush=True)


if __name__ == "__main__":
    for line in sys.stdin:
        path, reports = line.split()
        child = os.fork()
        if child == 0:
            main(path, int(reports))
            sys.stdout.flush()
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print(flush=True)
