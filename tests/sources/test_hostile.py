"""Whatever bytes a file holds, it gives documents or errors of ours, and nothing else."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon import Error
from memcon.sources import documents

SEEDS = [
    b'{"id": 1, "text": "The envoy left.", "date": "2021-01-02"}\n{"html": "<p>a<br>b</p>"}\n',
    b"id,text,date\n1,\"a, b\",2021-01-02\n2,c\xc3\xa9,\n",
    b"<?xml version='1.0' encoding='utf-8'?><rss><channel><title>t</title><item><description>&lt;p&gt;a</description>"
    b"<pubDate>Sat, 05 Mar 2022 06:20:41 +0000</pubDate></item></channel></rss>",
    b"<!DOCTYPE html><html><head><title>t</title><meta charset=latin1></head><body><p>The envoy left.</body></html>",
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>",
    "The envoy said “no”.\r\n".encode("utf-16"),
]  # fmt: skip
ENDINGS = ["", ".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ".rss", ".xml", ".pdf", ".gz", ".csv.gz"]


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A good file with bytes cut out, put in or changed."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 12))] = draw(st.binary(max_size=8))
    return gzip.compress(bytes(data), mtime=0) if draw(st.integers(0, 5)) == 0 else bytes(data)


@given(st.one_of(st.binary(max_size=300), spoiled()), st.sampled_from(ENDINGS))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{ending}"
        path.write_bytes(data)
        faults: list[Error] = []
        for document in documents([path], faults.append):
            assert document.text.strip()
            document.text.encode()
        for fault in faults:
            assert str(fault).startswith(path.as_posix())


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        "<body><p>%s</p></body></html>",
        "<html><body>%s</body></html>",
        "<!-- saved --><html><frameset></frameset><noframes>%s</noframes></html>",
        "<html><body><div><div><table><tr><td>%s</td></tr></table></div></div></body></html>",
        "<!doctype html>%s",
    ],
)
def test_bare_pages_give_their_text(tmp_path: Path, page: str) -> None:
    for text in ("The envoy left.", "The envoy of Ruritania left the capital on Monday after a week of talks. " * 20):
        (tmp_path / "x.html").write_text(page % text, "utf-8")
        assert text[:15] in next(documents([tmp_path / "x.html"])).text


def test_nesting_that_no_parser_likes(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({"html": "<div>" * 5000 + "<p>deep"}) + "\n" + "[" * 100_000, "utf-8")
    (tmp_path / "x.json").write_text("[" * 100_000, "utf-8")
    (tmp_path / "x.html").write_text("<html><body><p>First.</p>" + "<b><i>" * 20_000 + "deep", "utf-8")
    for name in ("x.jsonl", "x.json", "x.html"):
        faults: list[Error] = []
        list(documents([tmp_path / name], faults.append))


def test_laughs_do_not_multiply(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    item = "<item><description>x &l11;</description></item>"
    feed = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss><channel>{item}</channel></rss>'
    (tmp_path / "x.rss").write_text(feed, "utf-8")
    faults: list[Error] = []
    assert sum(len(document.text) for document in documents([tmp_path / "x.rss"], faults.append)) < 1000
