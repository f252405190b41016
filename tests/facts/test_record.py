"""A record becomes plain data and comes back the same; one that is not whole is refused, and the fault is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from memcon import Error, Record
from memcon.facts import Comparison, Figure, Mention, Span, When
from memcon.serial import json_schema
from memcon.validate import PLOVER_TYPES, SECTORS, country_codes

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
PLOVER = Path(__file__).resolve().parents[2].parent / "shared" / "plover" / "spec.json"


def test_round_trip(record: Record) -> None:
    record.validate()
    text = json.dumps(record.to_dict(), ensure_ascii=False)
    assert Record.from_dict(json.loads(text)) == record
    assert (
        list(json.loads(text))
        == "memcon document actors places times statements figures agreements events checks".split()
    )


def test_python_keywords_are_plain_keys(record: Record) -> None:
    times = record.to_dict()["times"]
    assert times[0]["from"] == times[0]["to"] == "2025-03-04"


def test_schema_in_docs_is_current() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == json_schema(), (
        "run: python -m memcon.serial > docs/record.schema.json"
    )


def test_record_satisfies_schema(record: Record) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    validator.check_schema(json_schema())
    validator.validate(record.to_dict())
    broken = record.to_dict()
    broken["events"][0]["status"] = "perhaps"
    assert not validator.is_valid(broken)
    broken = record.to_dict()
    broken["document"]["extra"] = 1
    assert not validator.is_valid(broken)


Change = Callable[[Record], Record]


def first(room: str, **changes: Any) -> Change:
    """The change of one field of the first fact of a room."""

    def change(record: Record) -> Record:
        facts = getattr(record, room)
        return replace(record, **{room: (replace(facts[0], **changes), *facts[1:])})

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (first("places", start=0, end=8), r"places\[0\]: span 0-8 says 'Strelsau', the text has 'Presiden'"),
        (first("figures", span=Span(3, 3, "")), r"figures\[0\]\.span: span 3-3 lies outside"),
        (first("figures", span=Span(-1, 4, "Pres")), "lies outside"),
        (first("events", trigger=Span(0, 9999, "x")), r"events\[0\]\.trigger: .* lies outside"),
        (first("actors", mentions=(Mention(0, 4, "pres"),)), r"actors\[0\]\.mentions\[0\]: .*'pres'.*'Pres'"),
        (first("statements", speakers=("a9",)), r"statements\[0\]\.speakers: 'a9' is none of the record's actors"),
        (first("statements", within="s9"), r"within: 's9' is none of the record's statements"),
        (first("figures", same_as=("f9",)), "'f9' is none of the record's figures"),
        (first("figures", compared_with=Comparison("growth", "f9")), "'f9' is none"),
        (first("figures", from_=("e1",)), r"figures\[0\]\.from: 'e1' is none of the record's actors"),
        (first("events", where="t1"), "'t1' is none of the record's places"),
        (first("events", statement="s9"), "'s9' is none of the record's statements"),
        (first("events", source=("p1",)), "'p1' is none of the record's actors"),
        (first("checks", figures=("f9",)), "'f9' is none of the record's figures"),
        (first("agreements", when=When("2025", None, None, "t9")), "'t9' is none of the record's times"),
        (first("actors", country="XYZ"), "'XYZ' is not a country code"),
        (first("actors", sector="KING"), "'KING' is not a PLOVER sector"),
        (first("events", type="TALK"), "'TALK' is not a PLOVER type"),
        (first("events", quad=5), "5 is not a quad class"),
        (first("times", from_="4 March"), "'4 March' is not an ISO date"),
        (lambda r: replace(r, actors=(*r.actors, r.actors[0])), "actors: two facts share an id"),
    ],
)
def test_what_is_not_whole_is_refused(record: Record, change: Change, says: str) -> None:
    with pytest.raises(Error, match=says):
        change(record).validate()


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("events", 0, "status"), "perhaps", r"record\.events\[0\]\.status: 'perhaps' is not one of actual, future"),
        (("events", 0, "score"), "high", r"score: expected float, found str"),
        (("events", 0, "quad"), True, r"quad: expected int, found bool"),
        (("events", 0, "colour"), 1, r"events\[0\]: unknown key 'colour'"),
        (("figures", 0, "value"), [1, 2, 3], r"value: expected"),
        (("figures",), {}, r"record\.figures: expected a list, found dict"),
        (("document",), "text", r"record\.document: expected an object, found str"),
    ],
)
def test_data_that_is_no_record(record: Record, path: tuple[Any, ...], value: Any, says: str) -> None:
    data = record.to_dict()
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(Error, match=says):
        Record.from_dict(data)


def test_missing_key(record: Record) -> None:
    data = record.to_dict()
    del data["figures"][0]["span"]["end"]
    with pytest.raises(Error, match=r"record\.figures\[0\]\.span: missing key 'end'"):
        Record.from_dict(data)


def test_ranges_stay_pairs(record: Record) -> None:
    pair = Figure("f9", record.figures[0].span, (3.0, 5.0))
    data = replace(record, figures=(*record.figures, pair)).to_dict()
    assert data["figures"][-1]["value"] == [3.0, 5.0]
    assert Record.from_dict(data).figures[-1] == pair


@pytest.mark.skipif(not PLOVER.exists(), reason="the ontology's facts, ../shared/plover, are not here")
def test_codes_are_those_of_plover() -> None:
    text = PLOVER.read_text("utf-8")
    spec = json.loads(text)
    for code in (*PLOVER_TYPES, *SECTORS):
        assert f'"{code}"' in text, f"{code} is not in {sorted(spec)}"
    assert {"FRA", "KAZ", "XKX", "IGO", "EUR"} <= country_codes()
