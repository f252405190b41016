"""The ontology: PLOVER as shipped, CAMEO both ways, and a user's own file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import memcon
from memcon import Error
from memcon.events import ontology
from memcon.validate import PLOVER_TYPES

PLOVER = ontology.default()


def test_types_are_plovers() -> None:
    assert set(PLOVER.types) == set(PLOVER_TYPES)
    assert {t.quad for t in PLOVER.types.values()} == {1, 2, 3, 4}
    assert all(t.definition for t in PLOVER.types.values())


def test_scores() -> None:
    assert PLOVER.score("ACCUSE") == -3.0
    assert PLOVER.score("CONSULT", ("phone",)) == 1.5
    assert PLOVER.score("ASSAULT", ("aerial", "drone")) == -9.5


@pytest.mark.parametrize(
    ("code", "kind", "mode"),
    [
        ("041", "CONSULT", "phone"),
        ("0874", "RETREAT", "disarm"),
        ("163", "COERCE", "restrict"),
        ("18239", "ASSAULT", None),
        ("1999", "ASSAULT", None),
        ("057", "SUPPORT", None),
        ("1712", "ASSAULT", "destroy"),
    ],
)
def test_from_cameo(code: str, kind: str, mode: str | None) -> None:
    row = PLOVER.from_cameo(code)
    assert row is not None
    assert row.type == kind
    assert mode is None or row.mode == mode


def test_no_code_for_a_statement() -> None:
    assert PLOVER.from_cameo("010") is None


@pytest.mark.parametrize(
    ("kind", "modes", "contexts", "code"),
    [
        ("CONSULT", ("phone",), (), "041"),
        ("CONSULT", (), (), "040"),
        ("AID", (), ("military",), "072"),
        ("REQUEST", ("meet",), ("diplomatic",), "106"),
        ("RETREAT", ("release",), ("legal",), "0841"),
        ("ASSAULT", ("torture",), (), "1822"),
    ],
)
def test_to_cameo(kind: str, modes: tuple[str, ...], contexts: tuple[str, ...], code: str) -> None:
    row = PLOVER.to_cameo(kind, modes, contexts)
    assert row is not None
    assert row.code == code


def test_every_code_comes_back_as_its_type() -> None:
    for code, row in PLOVER.cameo.items():
        back = PLOVER.to_cameo(row.type, (row.mode,) if row.mode else (), row.contexts)
        assert back is not None, code
        assert (back.type, back.mode, back.contexts) == (row.type, row.mode, row.contexts), code


# Names of the manual's CAMEO table that its lists of modes and contexts no longer have, by what stands for them now.
RENAMED = {
    "ban": "restrict", "political": "restrict", "assassinate": "targeted", "humanitarian": "human_security",
    "democracy": "pro_democracy", "ease": None, "return": None, "massacre": None, "cleansing": None,
    "pro_autocracy": "pro_autocracy",
}  # fmt: skip
# Codes whose mode in the manual's table is a context today, or another type's mode.
MOVED = {"175": None, "1712": "destroy"}
SHARED = Path(__file__).parents[4] / "shared" / "plover"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared PLOVER table is not here")
def test_every_code_of_the_manuals_table() -> None:
    table = json.loads((SHARED / "spec.json").read_text("utf-8"))["cameo2plover"]
    with (SHARED / "goldstein.tsv").open(newline="", encoding="utf-8") as file:
        scores = {r["CAMEOEVENTCODE"]: float(r["GOLDSTEINSCALE"]) for r in csv.DictReader(file, delimiter="\t")}
    assert set(table) == set(PLOVER.cameo)
    for code, row in table.items():
        ours = PLOVER.cameo[code]
        mode = MOVED[code] if code in MOVED else RENAMED.get(row["mode"], row["mode"])
        named = {RENAMED.get(c, c) for c in row["context"]} | ({"pro_autocracy"} if code == "175" else set())
        assert (ours.type, ours.mode, set(ours.contexts)) == (row["event"], mode, named), code
        assert ours.goldstein == scores.get(code, scores[code[:3]]), code


def test_every_row_has_a_score_of_its_sign() -> None:
    for code, row in PLOVER.cameo.items():
        kind = PLOVER.types[row.type]
        assert row.label, code
        assert row.goldstein is not None, code
        assert (row.goldstein > 0) == (kind.quad < 3), code


def test_own_ontology(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        'name = "two"\n[types.TALK]\nquad = 1\nscore = 2\nmodes = { phone = 1.5 }\n'
        '[cameo]\n041 = { type = "TALK", mode = "phone" }\n040 = { type = "TALK" }\n'
    )
    own = ontology.load(file)
    assert own.score("TALK", ("phone",)) == 1.5
    assert own.to_cameo("TALK", ("phone",)).code == "041"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("types = 3", "type"),
        ("[types.A]\nquad = 7\nscore = 1", "quad"),
        ("[types.A]\nscore = 1", "quad"),
        ("[[", "readable"),
        ('[types.A]\nquad = 1\nscore = 1\n[cameo]\n040 = { type = "B" }', "'B'"),
    ],
)
def test_faulty_ontology_is_told(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(Error, match=told):
        ontology.load(file)


def test_the_worked_example_of_the_docs(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "ontology.md"
    file = tmp_path / "own.toml"
    file.write_text(docs.read_text("utf-8").split("```toml\n", 1)[1].split("```", 1)[0], "utf-8")
    text = "Peru's president visited Chile. Chile criticised Peru. Chile arrested two smugglers."
    events = memcon.read(text, ontology=ontology.load(file)).events
    assert [(e.type, e.modes, e.score) for e in events] == [("TALK", ("visit",), 2.0), ("QUARREL", (), -2.0)]
