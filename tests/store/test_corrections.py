"""What people say of facts holds wherever facts are read, stays when a report is coded anew, and becomes gold."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.cli import main
from memcon.errors import Error
from memcon.facts import Made, Record, Span
from memcon.store import Correction, Store, gold

Contents = Callable[[Store], dict[str, list[tuple[object, ...]]]]
WHO = "M. Rassendyll"


def edit(**changes: object) -> Correction:
    return Correction("edit", WHO, "read it again", changes)


def anew(record: Record) -> Record:
    """The record as another version codes it: ids have moved on, one trigger is drawn wider."""
    moved = {event.id: f"e{n}" for n, event in enumerate(record.events, 5)}
    wider = record.document.text.index("telephoned Freedonia")
    triggers = {"e1": Span(wider, wider + len("telephoned"), "telephoned")}
    events = tuple(replace(e, id=moved[e.id], trigger=triggers.get(e.id, e.trigger)) for e in record.events)
    actors = tuple(replace(actor, id=f"a{n}") for n, actor in enumerate(record.actors, 11))
    ids = {old.id: new.id for old, new in zip(record.actors, actors, strict=True)}
    events = tuple(
        replace(e, source=tuple(ids[a] for a in e.source), target=tuple(ids[a] for a in e.target), statement=None)
        for e in events
    )
    return Record(Made(1, "9.9"), record.document, actors, record.places, record.times, events=events)


def test_reject_hides_and_withdraw_shows_again(store: Store, record: Record, everything: Contents) -> None:
    id = store.add(record).id
    store.correct(f"{id}/e3", Correction("reject", WHO, "a denial is no event"))
    assert [row["id"] for row in store.query("SELECT id FROM events_now ORDER BY id")] == [f"{id}/e1", f"{id}/e2"]
    assert store.record(id) == record
    assert [event.id for event in store.record(id, corrected=True).events] == ["e1", "e2"]
    store.correct(f"{id}/e3", Correction("withdraw", WHO))
    assert store.record(id, corrected=True) == record


def test_accept_is_told(store: Store, record: Record) -> None:
    id = store.add(record).id
    store.correct(f"{id}/s1", Correction("accept", WHO))
    found = {row["id"]: row["ruling"] for row in store.query("SELECT id, ruling FROM statements_now")}
    assert found == {f"{id}/s1": "accept", f"{id}/s2": None}


def test_edit_holds_in_views_and_keeps_the_id(store: Store, record: Record) -> None:
    id = store.add(record).id
    store.correct(f"{id}/e1", edit(type="THREATEN", quad=3, reciprocal=False, source=["a4"], target=["a3"]))
    [event] = store.query("SELECT * FROM events_now WHERE id = ?", f"{id}/e1")
    assert (event["type"], event["ruling"], event["maker"]) == ("THREATEN", "edit", "person")
    parties = store.query("SELECT role, actor FROM event_actors_now WHERE event = ? ORDER BY role", f"{id}/e1")
    assert [(row["role"], row["actor"]) for row in parties] == [("source", f"{id}/a4"), ("target", f"{id}/a3")]
    store.correct(f"{id}/e1", edit(status="future"))
    corrected = store.record(id, corrected=True)
    wanted = replace(
        record.events[0], type="THREATEN", quad=3, reciprocal=False, source=("a4",), target=("a3",), status="future"
    )
    assert corrected == replace(record, events=(wanted, *record.events[1:]))
    assert store.record(id) == record


def test_edited_actor_stays_in_its_events(store: Store, record: Record) -> None:
    id = store.add(record).id
    store.correct(f"{id}/a1", edit(country="AUT"))
    found = store.query(
        "SELECT DISTINCT a.country FROM event_actors_now l JOIN actors_now a ON a.id = l.actor "
        "WHERE a.name LIKE 'Flavia%'"
    )
    assert found == [{"country": "AUT"}]
    corrected = store.record(id, corrected=True)
    assert corrected.actors[0] == replace(record.actors[0], country="AUT")
    corrected.validate()


def test_corrections_outlast_coding_anew(store: Store, record: Record) -> None:
    id = store.add(record).id
    store.correct(f"{id}/e1", edit(type="ACCUSE", quad=3))
    store.correct(f"{id}/e3", Correction("reject", WHO))
    store.correct(f"{id}/s1", Correction("accept", WHO))
    assert store.add(anew(record)).outcome == "recoded"
    events = {row["id"]: row["type"] for row in store.query("SELECT id, type FROM events_now")}
    assert events == {f"{id}/e5": "ACCUSE", f"{id}/e6": "AGREE"}
    actors = store.query("SELECT actor FROM event_actors_now WHERE event = ? ORDER BY n", f"{id}/e5")
    assert [row["actor"] for row in actors] == [f"{id}/a11", f"{id}/a12"]
    [kept] = store.query("SELECT * FROM statements_now")
    assert (kept["ruling"], kept["words"]) == ("accept", record.statements[0].content[0].text)
    store.record(id, corrected=True).validate()
    store.add(record)
    assert [event.type for event in store.record(id, corrected=True).events] == ["ACCUSE", "AGREE"]
    assert [s.id for s in store.record(id, corrected=True).statements] == ["s1", "s2"]


@pytest.mark.parametrize(
    ("id", "correction", "message"),
    [
        ("e9", edit(type="AID"), "no such fact"),
        ("e1", edit(type="SHOUT"), "SHOUT"),
        ("e1", edit(colour="red"), "unknown key 'colour'"),
        ("e1", edit(source=["a77"]), "a77"),
        ("e1", edit(id="e2"), "keeps its id"),
        ("e1", edit(), "nothing to edit"),
        ("e1", Correction("accept", " "), "name of who"),
        ("x1", Correction("accept", WHO), "no id of a fact"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, record: Record, everything: Contents, id: str, correction: Correction, message: str
) -> None:
    document = store.add(record).id
    before = everything(store)
    with pytest.raises(Error, match=message):
        store.correct(f"{document}/{id}", correction)
    assert everything(store) == before


def test_gold_is_what_was_accepted_and_edited(store: Store, record: Record, tmp_path: Path) -> None:
    id = store.add(record).id
    for fact in ("t1", "t2", "t3", "s1", "f4", "e1"):
        store.correct(f"{id}/{fact}", Correction("accept", WHO))
    store.correct(f"{id}/e2", edit(target=["a3"]))
    store.correct(f"{id}/s2", Correction("reject", WHO))
    assert "3 times, 1 statements, 1 figures, 2 events" in gold.write(store, tmp_path / "gold")
    folder = tmp_path / "gold"
    [line] = (folder / "records.jsonl").read_text("utf-8").splitlines()
    assert Record.from_dict(json.loads(line)["record"]) == store.record(id, corrected=True)
    root = ElementTree.parse(folder / "times" / f"{id}.tml").getroot()
    assert root.findtext(".//DCT/TIMEX3") == "2025-03-05"
    assert "".join((root.find(".//TEXT") or root).itertext()) == record.document.text
    marked = [(time.text, time.get("value")) for time in root.findall(".//TEXT/TIMEX3")]
    assert ("4 March", "2025-03-04") in marked
    assert (folder / "statements" / "text" / f"{id}.txt").read_text("utf-8") == record.document.text
    spans = (folder / "statements" / "attributions" / f"{id}_gold.ann").read_text("utf-8").splitlines()
    assert spans[-1] == "E1\tSource:T1 Cue:T2 Content:T3"
    assert spans[1].startswith("T2\tCue ")
    [row] = json.loads((folder / "figures.json").read_text("utf-8"))
    assert [q["value"] for q in row["quantities"]] == ["12.0"]
    events = json.loads((folder / "events.json").read_text("utf-8"))
    assert [(e["event"], [s["code"] for s in e["source"]]) for e in events] == [
        ("CONSULT", ["DEU", "FRA"]),
        ("AGREE", ["DEU"]),
    ]
    with (folder / "event_types.tsv").open(newline="") as file:
        [typed] = csv.DictReader(file, delimiter="\t")
    assert typed["gold_root"] == "CONSULT"
    assert "<s>Flavia Elphberg</s> of Ruritania" in typed["marked_sentence"]


def test_commands(store: Store, record: Record, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    id, other = (store.add(replace(record, document=replace(record.document, url=f"https://{n}.example/", id=n))).id
                 for n in "ab")  # fmt: skip
    store.close()
    record_option = ["--record", str(store.path), "--by", WHO]
    assert (
        main(["correct", f"{id}/e1", "--set", "type=ACCUSE", "--set", "quad=3", "--why", "so it is", *record_option])
        == 0
    )
    assert main(["correct", f"{id}/e2", "--reject", *record_option]) == 0
    assert main(["correct", "--list", *record_option]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f'{id}/e1 edit type="ACCUSE", quad=3 ({WHO}')
    assert first.endswith("so it is")
    assert second.startswith(f"{id}/e2 reject")
    assert main(["merge", f"{id}/e3", *record_option]) == 0
    assert "type 1.00 (REJECT)" in capsys.readouterr().out
    assert main(["split", f"{id}/e3", *record_option]) == 0
    assert main(["merge", f"{id}/e3", *record_option]) == 0
    assert "merged with nothing" in capsys.readouterr().out
    assert main(["merge", "--undo", f"{id}/e3", f"{other}/e3", *record_option]) == 0
    assert main(["merge", f"{other}/e3", *record_option]) == 0
    assert f"{id}/e3 and" in capsys.readouterr().out.replace(f"{other}/e3 and {id}/e3", f"{id}/e3 and")
    assert main(["correct", "--gold", str(tmp_path / "gold"), *record_option]) == 0
    assert main(["correct", f"{id}/e1", "--set", "type", *record_option]) == 2
    assert "give a field and its value" in capsys.readouterr().err
