"""A reader's own table of actors wins over the shipped one, on the days for which its rows hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon
from memcon.actors import with_own

TABLE = """# Written for this test.
name\tkind\tcountry\tsector\trole\tfrom\tto\talso
Strelsau Steel\tcompany\tAUT\tBUS\t\t\t\tSSW|Strelsau Steel Works
Flavia Elphberg\tperson\tAUT\tGOV\tprincess\t2020-01-01\t2024-12-31\t
Flavia Elphberg\tperson\tDEU\tGOV\tqueen\t2025-01-01\t\t
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Strelsau Steel accused France of dumping.", None, ("Strelsau Steel", "company", "AUT", None)),
        ("France sued SSW in Vienna on Monday.", None, ("Strelsau Steel", "company", "AUT", None)),
        (
            "Flavia Elphberg met the president of France.",
            "2024-05-01",
            ("Flavia Elphberg", "person", "AUT", "princess"),
        ),
        ("Flavia Elphberg met the president of France.", "2025-05-01", ("Flavia Elphberg", "person", "DEU", "queen")),
    ],
)
def test_own_actors(table: Path, text: str, day: str | None, expected: tuple[str | None, ...]) -> None:
    record = memcon.read(text, published=day, base=with_own(table))
    record.validate()
    assert expected in [(a.name, a.kind, a.country, a.role) for a in record.actors]
    assert "FRA" in {a.country for a in record.actors}, "what the table does not have, the shipped base has"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\tcolour\nA\tred\n", "of name, kind, .*'colour'"),
        ("kind\nperson\n", "'no name'"),
        ("", "'no name'"),
        ("name\tkind\nA\tking\n", "own.tsv, line 2: 'king' is no kind of actor"),
        ("name\tcountry\n# c\nA\tXYZ\n", "own.tsv, line 3: 'XYZ' is no country code"),
        ("name\tsector\nA\tKING\n", "line 2: 'KING' is no PLOVER sector"),
        ("name\tfrom\nA\tlong ago\n", "line 2: 'long ago' is not a date"),
        ("name\tkind\n\tperson\n", "line 2: no name"),
    ],
)
def test_tables_that_do_not_fit(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "own.tsv").write_text(text, "utf-8")
    with pytest.raises(memcon.Error, match=says):
        with_own(tmp_path / "own.tsv")


def test_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(memcon.Error, match=r"none\.tsv: no such file"):
        with_own(tmp_path / "none.tsv")
    (tmp_path / "x.tsv").write_bytes(b"name\nZ\xfcrich\n")
    with pytest.raises(memcon.Error, match="is not UTF-8"):
        with_own(tmp_path / "x.tsv")
