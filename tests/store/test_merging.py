"""Merging as a whole: whatever the order, in one go or one by one, and undone by people."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.errors import Error
from memcon.facts import Figure, Made, Record, Span, When
from memcon.store import Decision, Store, merging
from memcon.store.merging.groups import group

Contents = Callable[[Store], dict[str, list[tuple[object, ...]]]]


def report(record: Record, number: int, day: str = "2025-03-05", **changes: object) -> Record:
    """The report by hand, as another paper might have it: other words at the end, same events."""
    chance = random.Random(number)
    tail = " ".join("".join(chance.choices("abcdefghijklm", k=6)) for _ in range(90))
    document = replace(
        record.document,
        text=f"{record.document.text}\n{tail}",
        id=f"n{number}",
        url=f"https://paper{number}.example/",
        published=day,
        publisher=f"Paper {number}",
    )
    return replace(record, document=document, **changes)  # type: ignore[arg-type]


def costing(record: Record, number: int, value: float, text: str) -> Record:
    """A report in which trade is given as `text`."""
    made = report(record, number)
    full = made.document.text + f" Trade was {text}."
    start = full.index(text, len(made.document.text))
    figure = Figure(
        "f1", Span(start, start + len(text), text), value, "USD", indicator="trade", between=("a3", "a4"),
        period=When("2024", "2024-01-01", "2024-12-31"),
    )  # fmt: skip
    document = replace(made.document, text=full)
    return replace(made, document=document, figures=(figure,), checks=())


def copied(record: Record, number: int) -> Record:
    """The report as another paper has taken it over."""
    return replace(record, document=replace(record.document, id=f"c{number}", url=f"https://copy{number}.example/"))


def groups_of(store: Store, kind: str) -> list[list[str]]:
    found = store.query("SELECT head, list(fact ORDER BY fact) AS facts FROM merged WHERE kind = ? GROUP BY head", kind)
    return sorted(row["facts"] for row in found)


def test_same_happening_is_one_with_its_reports_counted(store: Store, record: Record) -> None:
    ids = [store.add(report(record, n, day)).id for n, day in ((1, "2025-03-05"), (2, "2025-03-06"), (3, "2025-03-05"))]
    [call] = store.query("SELECT * FROM happenings WHERE type = 'CONSULT'")
    assert call["id"] == min(f"{id}/e1" for id in ids)
    assert (call["documents"], call["reports"]) == (3, 3)
    assert (str(call["first_report"]), str(call["last_report"])) == ("2025-03-05", "2025-03-06")
    assert call["agree_on_type"]
    assert call["agree_on_day"]
    assert call["agree_on_place"]
    assert call["agree_on_parties"]
    assert call["agree_on_figures"] is None
    assert store.query("SELECT DISTINCT documents FROM utterances WHERE documents > 1") == [{"documents": 3}]


def test_order_makes_no_difference(tmp_path: Path, record: Record, everything: Contents) -> None:
    days = ["2025-03-05", "2025-03-06", "2025-03-20"]
    records = [report(record, n, days[n % 3]) for n in range(5)]
    records += [copied(records[0], 1), copied(records[0], 2), copied(records[3], 3)]
    records += [costing(record, 20, 48.7e9, "$48.7bn"), costing(record, 21, 40.1e9, "$40.1bn")]
    seen = []
    for shuffle in range(3):
        random.Random(shuffle).shuffle(records)
        with Store(tmp_path / f"{shuffle}.duckdb") as store:
            if shuffle == 0:
                store.add_all(records)
            else:
                for one in records:
                    store.add(one)
            contents = everything(store)
            seen.append(
                {table: contents[table] for table in ("merged", "links", "sketches", "checks", "check_figures")}
            )
    assert seen[0]["merged"]
    assert all(other == seen[0] for other in seen[1:])


def test_new_version_leaves_the_group_of_the_old(store: Store, record: Record) -> None:
    first, second = report(record, 1), report(record, 2)
    store.add_all([first, second])
    assert groups_of(store, "event")
    store.add(replace(second, document=replace(second.document, text=second.document.text + " Withdrawn."), events=()))
    assert groups_of(store, "event") == []


def test_figures_that_conflict_are_a_check_with_both_sources(store: Store, record: Record) -> None:
    one, other = store.add_all([costing(record, 1, 48.7e9, "$48.7bn"), costing(record, 2, 40.1e9, "$40.1bn")])
    [check] = store.query("SELECT * FROM checks_now WHERE document IS NULL")
    assert (check["kind"], check["verdict"]) == ("repeat", "disagrees")
    assert check["source"] == "Paper 1, 2025-03-05; Paper 2, 2025-03-05" or check["source"].startswith("Paper 2")
    figures = store.query("SELECT figure FROM check_figures_now WHERE check_id = ? ORDER BY figure", check["id"])
    assert [row["figure"] for row in figures] == sorted([f"{one.id}/f1", f"{other.id}/f1"])


@pytest.mark.parametrize(
    ("value", "text", "verdict"),
    [
        (48.7e9, "$48.70bn", "agrees"),
        (49e9, "$49bn", "agrees"),
        (48.5e9, "$48.5bn", "unknown"),
        (47.9e9, "$47.9bn", "disagrees"),
        (50e9, "$50bn", "unknown"),
        (40e9, "$40bn", "disagrees"),
    ],
)
def test_figures_agree_within_their_rounding(
    store: Store, record: Record, value: float, text: str, verdict: str
) -> None:
    store.add_all([costing(record, 1, 48.7e9, "$48.7bn"), costing(record, 2, value, text)])
    assert store.query("SELECT verdict FROM checks WHERE document IS NULL") == [{"verdict": verdict}]


def test_copies_do_not_corroborate(store: Store, record: Record) -> None:
    one = costing(record, 1, 48.7e9, "$48.7bn")
    store.add_all([one, copied(one, 1)])
    assert store.query("SELECT count(*) AS n FROM checks WHERE document IS NULL") == [{"n": 0}]
    assert store.query("SELECT DISTINCT documents, reports FROM quantities WHERE documents > 1") == [
        {"documents": 2, "reports": 1}
    ]


def test_people_split_and_merge(store: Store, record: Record) -> None:
    ids = [store.add(report(record, n)).id for n in (1, 2, 3)]
    calls = sorted(f"{id}/e1" for id in ids)
    assert calls in groups_of(store, "event")
    store.decide([calls[0], *calls[1:]], Decision("split", "M. Rassendyll", "two calls that day"))
    assert calls[1:] in groups_of(store, "event")
    far = f"{store.add(report(record, 4, events=())).id}"
    store.add(report(record, 5))
    assert not any(calls[0] in members and calls[1] in members for members in groups_of(store, "event"))
    store.decide(calls[:2], Decision("withdraw", "M. Rassendyll", "no, one"))
    store.decide([calls[0], calls[2]], Decision("withdraw", "M. Rassendyll", "no, one"))
    assert any(set(calls) <= set(members) for members in groups_of(store, "event"))
    store.decide([ids[0], far], Decision("merge", "M. Rassendyll", "a translation"))
    assert sorted([ids[0], far]) in groups_of(store, "document")


def test_decisions_outlast_coding_anew(store: Store, record: Record) -> None:
    first, second = report(record, 1), report(record, 2)
    a, b = (store.add(one).id for one in (first, second))
    store.decide([f"{a}/e1", f"{b}/e1"], Decision("split", "M. Rassendyll", ""))
    shifted = tuple(replace(event, id=f"e{n}") for n, event in enumerate(first.events, 7))
    store.add(replace(first, memcon=Made(1, "9"), events=shifted))
    assert f"{a}/e7" not in {fact for members in groups_of(store, "event") for fact in members}
    store.decide([f"{a}/e7", f"{b}/e1"], Decision("withdraw", "M. Rassendyll", ""))
    assert sorted([f"{a}/e7", f"{b}/e1"]) in groups_of(store, "event")


def test_only_likes_are_merged(store: Store, record: Record) -> None:
    id = store.add(record).id
    with pytest.raises(Error, match="cannot be merged"):
        store.decide([f"{id}/e1", f"{id}/f1"], Decision("merge", "M. Rassendyll", ""))
    with pytest.raises(Error, match="no such fact"):
        store.decide([f"{id}/e1", f"{id}/e99"], Decision("merge", "M. Rassendyll", ""))


def test_likeness_is_explained(store: Store, record: Record) -> None:
    a, b = sorted(store.add(report(record, n)).id for n in (1, 2))
    [likeness] = merging.explain(store.connection, "event", [f"{a}/e1", f"{b}/e1"]).values()
    assert likeness is not None
    assert "type 1.00 (CONSULT)" in likeness.reasons
    assert "days 1.00 (2025-03-04; 2025-03-04)" in likeness.reasons


def test_a_row_of_neighbours_is_not_one_group() -> None:
    row = {(f"{n}", f"{n + 1}"): 0.8 for n in range(1, 6)}
    assert max(map(len, group(row, {f"{n}": f"{n}" for n in range(1, 7)}))) < 4


def test_most_alike_come_first_and_one_of_a_document() -> None:
    links = {("x/1", "y/1"): 0.8, ("x/2", "y/1"): 0.9}
    document = {fact: fact[0] for pair in links for fact in pair}
    assert group(links, document, one_a_document=True) == [frozenset({"x/2", "y/1"})]
    assert group(links, document, parted=[("x/2", "y/1")]) == [frozenset({"x/1", "y/1"})]
    assert group(links, document, joined=[("x/1", "x/2")]) == [frozenset({"x/1", "x/2", "y/1"})]
