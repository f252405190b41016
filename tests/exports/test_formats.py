"""Each export read by a reader that others made: pandas, a JSON-LD processor, the followthemoney package."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pandas
import pytest
from pyld import jsonld as processor

from memcon import Error, Record
from memcon.exports import formats
from memcon.exports.formats import cameo, cells, gdelt, icews, polecat
from memcon.facts import Event

HOSTILE = '=HYPERLINK("http://evil.example","x")\t"two\r\nlines\u2028'


def text(name: str, *records: Record) -> str:
    return "".join(formats.FORMATS[name].lines(records))


def table(name: str, *records: Record, **options: Any) -> pandas.DataFrame:
    return pandas.read_csv(io.StringIO(text(name, *records)), keep_default_na=False, dtype=str, **options)


def hostile(record: Record) -> Record:
    actors = tuple(replace(actor, name=HOSTILE, role="-1+1") for actor in record.actors)
    document = replace(record.document, title="@SUM(1)", publisher=HOSTILE, url='+https://x.example/"a')
    return replace(record, actors=actors, document=document)


@pytest.mark.parametrize(("name", "columns"), [("polecat", polecat.COLUMNS), ("icews", icews.COLUMNS)])
@pytest.mark.parametrize("quoting", [csv.QUOTE_NONE, csv.QUOTE_MINIMAL])
def test_tab_separated_tables(record: Record, name: str, columns: tuple[str, ...], quoting: Any) -> None:
    frame = table(name, record, hostile(record), sep="\t", quoting=quoting)
    assert tuple(frame.columns) == columns
    assert (
        len(frame) == 2 * {"polecat": 4, "icews": 3}[name]
    )  # the call counts twice, the coming signature not in ICEWS


def test_polecat(record: Record) -> None:
    frame = table("polecat", record, sep="\t")
    assert len(frame.columns) == 40
    first = frame.iloc[0]
    assert first["Event ID"] == "20250304-call.txt-e1-1_CONSULT"
    assert (first["Event Type"], first["Event Mode"], first["Quad Code"]) == ("CONSULT", "phone", "VERBAL COOPERATION")
    assert (first["Actor Name"], first["Actor COW"], first["Recipient Country"]) == ("Flavia Elphberg", "255", "FRA")
    assert (first["Actor Name Raw"], first["Actor Title"]) == ("Flavia Elphberg", "president")
    coming = frame[frame["Event Type"] == "AGREE"].iloc[0]
    assert coming["Event Mode"] == "sign;future"
    assert (coming["Event Date"], coming["Placename"], coming["Latitude"]) == ("2025-04-01", "Strelsau", "")
    assert frame[frame["Event Type"] == "REJECT"].iloc[0]["Recipient Name"] == "None"


def test_icews_has_what_took_place(record: Record) -> None:
    frame = table("icews", record, sep="\t")
    assert list(frame["CAMEO Code"]) == ["041", "041", "125"]
    assert list(frame["Event ID"]) == ["1", "2", "3"]
    assert list(frame["Sentence Number"]) == ["1", "1", "4"]
    assert list(zip(frame["Source Name"], frame["Target Country"], strict=True)) == [
        ("Flavia Elphberg", "France"),
        ("Rufus Firefly", "Germany"),
        ("Rufus Firefly", ""),
    ]


def test_gdelt(record: Record) -> None:
    frame = table("gdelt", record, hostile(record), sep="\t", header=None, names=list(gdelt.COLUMNS), index_col=False)
    assert len(gdelt.COLUMNS) == 61
    assert all(line.count("\t") == 60 for line in text("gdelt", hostile(record)).splitlines())
    first = frame.iloc[0]
    assert (first["SQLDATE"], first["MonthYear"], first["Year"]) == ("20250304", "202503", "2025")
    assert (first["Actor1Code"], first["Actor1Geo_CountryCode"], first["Actor1Type1Code"]) == ("DEUGOV", "GM", "GOV")
    assert (first["EventCode"], first["EventRootCode"], first["QuadClass"], first["IsRootEvent"]) == (
        "041",
        "04",
        "1",
        "1",
    )
    assert (first["NumMentions"], first["DATEADDED"], first["SOURCEURL"]) == (
        "2",
        "20250305000000",
        "https://news.example/1",
    )


def test_gdelt_has_a_happening_once(record: Record) -> None:
    tellings = {"call.txt#e1": gdelt.Telling(3, 2), "call.txt#e3": gdelt.Telling(3, 2, first=False)}
    rows = [line.split("\t") for line in gdelt.lines([record], tellings)]
    assert len(rows) == 2
    first = dict(zip(gdelt.COLUMNS, rows[0], strict=True))
    assert [first[name] for name in ("NumMentions", "NumSources", "NumArticles")] == ["4", "2", "3"]


@pytest.mark.parametrize(
    ("day", "fraction"),
    [(date(2013, 1, 1), 2013.0027), (date(2013, 12, 30), 2013.9863), (date(2020, 7, 15), 2020.5342)],
)
def test_fraction_of_a_date(day: date, fraction: float) -> None:
    assert round(gdelt.fraction(day), 4) == fraction


@pytest.mark.parametrize(
    ("code", "quad"), [("010", 1), ("057", 1), ("061", 2), ("087", 2), ("111", 3), ("14", 3), ("150", 4), ("203", 4)]
)
def test_quad_class_of_a_code(code: str, quad: int) -> None:
    assert gdelt.quad(code) == quad


def test_events_without_a_day_or_code_are_left_out_where_the_format_wants_them(record: Record) -> None:
    undated = replace(
        record,
        document=replace(record.document, published=None),
        events=tuple(replace(event, when=None) for event in record.events),
    )
    coded = replace(record, events=tuple(replace(event, cameo=None) for event in record.events))
    assert text("gdelt", undated) == text("gdelt", coded) == ""
    assert len(text("icews", undated).splitlines()) == 1
    assert set(table("polecat", undated, sep="\t")["Event Date"]) == {"None"}


def test_cameo_csv(record: Record) -> None:
    frame = table("cameo", record, hostile(record))
    assert tuple(frame.columns) == cameo.COLUMNS
    assert len(frame) == 8
    first, coming = frame.iloc[0], frame.iloc[2]
    assert (first["event"], first["source_code"], first["cameo_label"]) == (
        "call.txt#e1",
        "DEUGOV",
        "Discuss by telephone",
    )
    assert (coming["status"], coming["date"], coming["date_to"], coming["goldstein"]) == (
        "future",
        "2025-04-01",
        "2025-04-30",
        "8",
    )
    assert frame.iloc[3]["goldstein"] == "-5"  # a number stays one


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "cameo"])
def test_no_cell_begins_a_formula(record: Record, name: str) -> None:
    separator = "," if name == "cameo" else "\t"
    rows = list(csv.reader(io.StringIO(text(name, hostile(record))), delimiter=separator))
    cells_ = [cell for row in rows for cell in row]
    assert any(cell.startswith("'") for cell in cells_)
    for cell in cells_:
        assert not cell.startswith(("=", "+", "@"))
        assert not cell.startswith("-") or float(cell) < 0


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-x", "'-x"),
        ("@A1", "'@A1"),
        ("\t=1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a\tb\r\nc\x00d", "a b c d"),
        ("plain = text", "plain = text"),
        (None, ""),
    ],
)
def test_text_of_a_cell(given: str | None, cell: str) -> None:
    assert cells.text(given) == cell


@pytest.mark.parametrize(("given", "cell"), [(None, ""), (4.0, "4"), (-2.5, "-2.5"), (0, "0"), (48.7e9, "48700000000")])
def test_number_of_a_cell(given: float | None, cell: str) -> None:
    assert cells.number(given) == cell


def test_plover_json_lines(record: Record) -> None:
    frame = pandas.read_json(io.StringIO(text("plover", record)), lines=True)
    assert list(frame["event_type"]) == ["CONSULT", "AGREE", "REJECT"]
    for line in text("plover", hostile(record)).splitlines():
        event = json.loads(line)
        for role in ("ACTOR", "RECIP"):
            for actor in event["attributes"][role]:
                if actor["qa_start_char"] is not None:
                    assert event["event_text"][actor["qa_start_char"] : actor["qa_end_char"]] == actor["text"]
    coming = json.loads(text("plover", record).splitlines()[1])
    assert coming["event_mode"] == ["sign", "future"]
    assert (coming["date_resolved"], coming["date_raw"]) == ("2025-04-01", "next month")
    assert coming["event_geolocation"]["geo"]["country_code3"] == "DEU"
    assert coming["attributes"]["ACTOR"][0]["text"] == "she"  # not the "We" that stands before it for two


def test_json_ld_expands_without_the_network(record: Record) -> None:
    def refuse(url: str, options: object) -> None:
        raise AssertionError(f"{url} was asked for")

    graph = processor.expand(json.loads(text("jsonld", record, hostile(record))), {"documentLoader": refuse})
    by_id = {node["@id"]: node for node in graph}
    event = by_id["urn:memcon:document:call.txt:e2"]
    assert event["@type"] == ["https://schema.org/Event", "http://www.w3.org/ns/prov#Entity"]
    assert event["http://www.w3.org/ns/prov#wasDerivedFrom"] == [{"@id": "urn:memcon:document:call.txt"}]
    assert event["https://schema.org/location"] == [{"@id": "urn:memcon:document:call.txt:p1"}]
    [start] = event["https://schema.org/startDate"]
    assert start == {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2025-04-01"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own
def test_json_ld_is_a_graph_without_loose_ends(record: Record) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=text("jsonld", record), format="json-ld")
    memcon_terms = rdflib.Namespace("urn:memcon:document:")
    named = {subject for subject in graph.subjects() if isinstance(subject, rdflib.URIRef)}
    for thing in graph.objects():
        if isinstance(thing, rdflib.URIRef) and thing.startswith(memcon_terms):
            assert thing in named
    answer = graph.query(
        """PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?speaker ?words ?report WHERE {
            ?quote a schema:Quotation ; schema:text ?words ; schema:creator/schema:name ?speaker ;
                   prov:wasDerivedFrom/schema:headline ?report }"""
    )
    said = {(str(row.speaker), str(row.report)) for row in answer}
    assert said == {(name, "Ruritania and Freedonia <talk>") for name in ("Flavia Elphberg", "Rufus Firefly")}


def test_follow_the_money(record: Record) -> None:
    ftm = pytest.importorskip("followthemoney")
    proxies = []
    for line in text("ftm", record, hostile(record)).splitlines():
        data = json.loads(line)
        proxy = ftm.model.get_proxy(data, cleaned=False)
        ftm.model.get(data["schema"]).validate(data)
        for name, values in data["properties"].items():
            assert len(proxy.get(name)) == len(values), f"{data['schema']}:{name} lost a value of {values}"
        proxies.append(proxy)
    schemata = [proxy.schema.name for proxy in proxies[: len(proxies) // 2]]
    assert schemata == [
        "Article",
        "Person",
        "Person",
        "PublicBody",
        "PublicBody",
        "Event",
        "Event",
        "Event",
        "UnknownLink",
    ]
    ids = {proxy.id for proxy in proxies}
    referred = {v for proxy in proxies for prop, v in proxy.itervalues() if prop.type.name == "entity"}
    assert referred <= ids


def test_actors_are_the_same_entity_in_every_report(record: Record) -> None:
    other = replace(record, document=replace(record.document, id="second.txt"))
    people = [json.loads(line) for line in text("ftm", record, other).splitlines() if '"Person"' in line]
    assert len(people) == 4
    assert len({person["id"] for person in people}) == 2


def test_of_a_reciprocal_event_each_party_meets_each_other(record: Record) -> None:
    event: Event = replace(record.events[0], source=("a1", "a2", "a4"), target=())
    frame = table("cameo", replace(record, events=(event,)))
    assert len(frame) == 6
    assert all(frame["source"] != frame["target"])


def test_unknown_format() -> None:
    with pytest.raises(Error, match="'xls' is no export format; there are plover, polecat, icews"):
        formats.find("xls")
