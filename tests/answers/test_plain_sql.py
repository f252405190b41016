"""A person's own SQL can read the record and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon import Error
from memcon.answers import Reader, plain_sql


def test_rows(path: Path) -> None:
    result = plain_sql.run(
        path, "SELECT type, count(*) AS n FROM events_now GROUP BY type ORDER BY n DESC, type", most=2
    )
    assert result.columns == ("type", "n")
    assert result.rows == (("CONSULT", 2), ("ACCUSE", 1))
    assert result.more
    assert not plain_sql.run(path, "SELECT 1", most=1).more
    assert len(plain_sql.run(path, "SELECT id FROM documents_now LIMIT 2").rows) == 2


@pytest.mark.parametrize(
    "query", ["FROM events", "SHOW TABLES", "DESCRIBE events", "EXPLAIN SELECT 1", "WITH a AS (SELECT 1) FROM a"]
)
def test_ways_of_reading(path: Path, query: str) -> None:
    assert plain_sql.run(path, query).rows


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_parquet('https://news.example/x.parquet')",
        "SELECT * FROM sniff_csv('{file}')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "COPY events FROM '{file}'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "DELETE FROM events",
        "DROP TABLE events",
        "CREATE TABLE mine AS SELECT 1",
        "CREATE TEMP TABLE mine AS SELECT 1",
        "INSERT INTO events SELECT * FROM events",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "PRAGMA enable_external_access",
        "SET lock_configuration = false",
        "SELECT 1; DROP TABLE events",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/out.csv'",
        "WITH a AS (SELECT 1) SELECT * FROM nothing_there",
        "SELECT getenv('HOME')",
        "",
        "no SQL at all",
    ],
)
def test_what_is_not_let(path: Path, tmp_path: Path, query: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nxyzzy\n", "utf-8")
    with pytest.raises(Error) as caught:
        plain_sql.run(path, query.format(file=secret, folder=tmp_path))
    assert "xyzzy" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["secret.csv"]
    with Reader(path) as reader:
        assert len(reader.events().rows()) == 7


def test_a_query_without_end_is_stopped(path: Path) -> None:
    endless = "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Error, match=r"stopped after 0\.3 s; ask for less"):
        plain_sql.run(path, endless, seconds=0.3)
