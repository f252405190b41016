"""`memcon kb build`, on a small dump and a small query result made for it."""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import Error
from memcon.knowledge import building, queried
from memcon.knowledge.built import with_built
from memcon.knowledge.positions import office_of


def item(identifier: str, name: str, **claims: list[Any]) -> dict[str, Any]:
    statements = {key: [{"mainsnak": {"datavalue": {"value": v}}, "rank": "normal"} for v in values]
                  for key, values in claims.items()}  # fmt: skip
    return {"id": identifier, "labels": {"en": {"value": name}}, "claims": statements}


def time(text: str, precision: int = 11) -> dict[str, Any]:
    return {"datavalue": {"value": {"time": f"+{text}T00:00:00Z", "precision": precision}}}


def held(position: str, first: Any = None, last: Any = None, rank: str = "normal") -> dict[str, Any]:
    qualifiers = {k: [v] for k, v in (("P580", first), ("P582", last)) if v is not None}
    return {"mainsnak": {"datavalue": {"value": {"id": position}}}, "rank": rank, "qualifiers": qualifiers}


def human(identifier: str, name: str, terms: list[dict[str, Any]], aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    entity = item(identifier, name, P31=[{"id": "Q5"}])
    entity["claims"]["P39"] = terms
    entity["aliases"] = {"en": [{"value": alias} for alias in aliases]}
    return entity


DUMP = [
    item("Q1", "Kenya", P298=["KEN"]),
    item("Q2", "Minister of Defence of Kenya", P1001=[{"id": "Q1"}]),
    item("Q3", "Speaker of the National Assembly of Kenya", P1001=[{"id": "Q1"}]),
    item("Q4", "African Union Commission", P31=[{"id": "Q99"}]),
    item("Q5a", "Deputy Secretary-General", P2389=[{"id": "Q4"}], P17=[{"id": "Q1"}]),
    human("Q11", "Amina Tester", [held("Q2", time("2020-02-03"), time("2022-05-00", 10))], ("Amina Q. Tester", "AT")),
    human("Q12", "Brian Sample", [held("Q2", time("2022-06-01")), held("Q3", time("2010-01-01"))]),
    human("Q13", "Clara Probe", [held("Q2", time("1990-00-00", 9), rank="deprecated")]),
    human("Q14", "Dan Trial", [held("Q5a", time("2021-00-00", 9))]),
    {"id": "Q15", "labels": {}, "claims": {}},
]
ROWS = [
    "Amina Tester\tAmina Q. Tester\tQ11\tdefence minister\tKEN\t\t2020-02-03\t2022-05\t",
    "Brian Sample\t\tQ12\tdefence minister\tKEN\t\t2022-06-01\t\t2026-01-05",
    "Dan Trial\t\tQ14\tdeputy secretary-general\tAfrican Union Commission\t\t2021\t\t2026-01-05",
]


def dump_text() -> bytes:
    return b"[\n" + b",\n".join(json.dumps(entity).encode() for entity in DUMP) + b"\n]\n"


def rows_of(table: Path) -> list[str]:
    return [line for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("name", "pack"), [("d.json", bytes), ("d.json.gz", gzip.compress), ("d.json.bz2", bz2.compress)]
)
def test_a_dump_becomes_a_table(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    dump, out = tmp_path / name, tmp_path / "kb.tsv"
    dump.write_bytes(pack(dump_text()))
    assert building.build(dump, out, "2026-01-05") == len(ROWS)
    assert rows_of(out) == ROWS
    assert not (tmp_path / "kb.tsv.part").exists()


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dump, out = tmp_path / "d.json.gz", tmp_path / "kb.tsv"
    dump.write_bytes(gzip.compress(dump_text()))
    monkeypatch.setattr(building, "EVERY", 4)

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building.build(dump, out, "2026-01-05", stop)
    assert json.loads((tmp_path / "kb.tsv.part" / "progress.json").read_text())["lines"] == 4
    read: list[str] = []
    whole = building.wikidata.facts
    monkeypatch.setattr(building.wikidata, "facts", lambda entity: read.append(entity["id"]) or whole(entity))
    assert building.build(dump, out, "2026-01-05") == len(ROWS)
    assert read == [entity["id"] for entity in DUMP[3:]]
    assert rows_of(out) == ROWS


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("d.json", b"[\n{broken\n]\n", "line 2: no entity"),
        ("d.json.gz", gzip.compress(b"[\n" + b" " * 9999, mtime=0)[:20], "cannot be unpacked"),
    ],
)
def test_what_is_no_dump_is_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Error, match=message):
        building.build(tmp_path / name, tmp_path / "kb.tsv", "2026-01-05")


RESULT = {"results": {"bindings": [
    {"person": {"value": "http://www.wikidata.org/entity/Q11"}, "personLabel": {"value": "Amina Tester"},
     "positionLabel": {"value": "Minister of Defence"}, "code": {"value": "KEN"},
     "start": {"value": "2020-02-03T00:00:00Z"}, "end": {"value": "2022-05-07T00:00:00Z"}},
    {"person": {"value": "http://www.wikidata.org/entity/Q12"}, "personLabel": {"value": "Brian Sample"},
     "positionLabel": {"value": "Kenyan Minister for Defence"}, "code": {"value": "KEN"},
     "start": {"value": "2022-01-01T00:00:00Z"}},
]}}  # fmt: skip
CSV = (
    "person,personLabel,positionLabel,code,start,end\n"
    "http://www.wikidata.org/entity/Q11,Amina Tester,Minister of Defence,KEN,"
    "2020-02-03T00:00:00Z,2022-05-07T00:00:00Z\n"
    "http://www.wikidata.org/entity/Q12,Brian Sample,Kenyan Minister for Defence,KEN,2022-01-01T00:00:00Z,\n"
)


@pytest.mark.parametrize(("name", "text"), [("r.json", json.dumps(RESULT)), ("r.csv", CSV)])
def test_a_query_result_becomes_a_table(tmp_path: Path, name: str, text: str) -> None:
    result, out = tmp_path / name, tmp_path / "kb.tsv"
    result.write_text(text, "utf-8")
    assert queried.is_result(result)
    assert queried.build(result, out, "2026-01-05") == 2
    assert rows_of(out) == [
        "Amina Tester\t\tQ11\tdefence minister\tKEN\t\t2020-02-03\t2022-05-07\t",
        "Brian Sample\t\tQ12\tdefence minister\tKEN\t\t2022\t\t2026-01-05",
    ]


def test_a_dump_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(dump_text())
    assert not queried.is_result(tmp_path / "d.json")


def test_a_result_without_a_person_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("person,positionLabel\n,Minister of Defence\n")
    with pytest.raises(Error, match="result 1: no person; the query must give person"):
        queried.build(tmp_path / "r.csv", tmp_path / "kb.tsv", "2026-01-05")


def test_the_table_is_used_beside_the_shipped_base(tmp_path: Path) -> None:
    dump, out = tmp_path / "d.json", tmp_path / "kb.tsv"
    dump.write_bytes(dump_text())
    building.build(dump, out, "2026-01-05")
    base = with_built(out)
    assert [e.role for e in base.entries("Amina Q. Tester", "2021-01-01")] == ["Defence Minister"]
    assert [(e.what, e.country) for e in base.entries("Tester", "2021-01-01")] == [("short", "KEN")]
    assert base.longest("Amina") >= 2
    holder = base.holder("defence minister", "KEN", "2024-01-01")
    assert holder is not None
    assert (holder.name, holder.wikidata) == ("Brian Sample", "Q12")
    assert base.holder("president", "USA", "2022-01-01") is not None
    assert [e.country for e in base.entries("Kenya", None)] == ["KEN"]


def test_another_file_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("name\tkind\n")
    with pytest.raises(Error, match="not a table that memcon kb build wrote"):
        with_built(tmp_path / "x.tsv")


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("President of Kenya", "president"),
        ("president of the Republic of Moldova", "president"),
        ("Minister of Foreign Affairs of the People's Republic of China", "foreign minister"),
        ("Ukrainian Minister of Foreign Affairs", "foreign minister"),
        ("Minister of Foreign Affairs (Jordan)", "foreign minister"),
        ("Minister of Foreign Affairs, Turkey", "foreign minister"),
        ("United States Secretary of State", "secretary of state"),
        ("Secretary-General of the United Nations", "secretary-general"),
        ("President of the National Assembly of Kenya", None),
        ("Minister of Sports", None),
    ],
)
def test_offices_by_labels(label: str, office: str | None) -> None:
    found = office_of(label)
    assert (found[0] if found else None) == office
