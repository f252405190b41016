"""Pairs of reports, read as any other: those that tell one happening are merged, the others are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from memcon import Document, read
from memcon.store import Store


@pytest.mark.parametrize(("file", "pairs", "most"), [("pairs.toml", 40, 4), ("pairs_later.toml", 20, 2)])
def test_nine_of_ten_pairs_are_merged_rightly(store: Store, file: str, pairs: int, most: int) -> None:
    known = tomllib.loads(Path(__file__).with_name(file).read_text("utf-8"))["pair"]
    assert (len(known), sum(pair["same"] for pair in known)) == (pairs, pairs // 2)
    reports = [(f"{n}{side}", *pair[side]) for n, pair in enumerate(known) for side in "ab"]
    added = store.add_all(read(Document(text, id, publisher=id, published=day)) for id, day, text in reports)
    heads: dict[str, set[str]] = {}
    for row in store.query("SELECT document, head FROM merged WHERE kind = 'event'"):
        heads.setdefault(row["document"], set()).add(row["head"])
    wrong = []
    for n, pair in enumerate(known):
        one, other = (heads.get(added[2 * n + side].id, set()) for side in (0, 1))
        if bool(one & other) != pair["same"]:
            wrong.append((n, pair["same"]))
    assert len(wrong) <= most, wrong
    assert all(same for _, same in wrong), "different happenings are merged"
