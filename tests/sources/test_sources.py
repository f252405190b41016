"""Files, folders, feeds and tables become documents; what is none of these becomes one clear error."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from memcon import Document, Error
from memcon.sources import day, documents

LINE = "The minister of Ruritania met the envoy of Freedonia on Monday.\n"


def read_all(path: Path) -> tuple[list[Document], list[str]]:
    faults: list[Error] = []
    return list(documents([path], faults.append)), [str(fault) for fault in faults]


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("utf8.txt", "Zürich — €3bn\r\nnext".encode(), "Zürich — €3bn\r\nnext"),
        ("bom.txt", "\ufeffZürich".encode(), "Zürich"),
        ("utf16.txt", "Zürich said “no”".encode("utf-16"), "Zürich said “no”"),
        ("utf16be.txt", b"\xfe\xff" + "Zürich said “no”".encode("utf-16-be"), "Zürich said “no”"),
        ("windows.txt", (LINE * 3 + "It cost €5: “no”.").encode("cp1252"), LINE * 3 + "It cost €5: “no”."),
        ("noending", LINE.encode(), LINE),
        ("bracket.txt", b"[Update] The envoy left.", "[Update] The envoy left."),
        ("brace.txt", b"{sic} The envoy left.", "{sic} The envoy left."),
        ("page.txt.gz", gzip.compress(LINE.encode(), mtime=0), LINE),
    ],
)  # fmt: skip
def test_plain_text_is_untouched(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    found, faults = read_all(tmp_path / name)
    assert [(d.text, d.id, d.published) for d in found] == [(text, (tmp_path / name).as_posix(), None)]
    assert faults == []


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("archive.docx", b"PK\x03\x04rest", "ZIP archive or office document"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        ("bytes.txt", b"\0\1\2\3" * 50, "is binary"),
        ("broken.pdf", b"%PDF-1.4\nnothing here", "the PDF is broken"),
        ("named.pdf", b"hello", "is no PDF"),
        ("broken.txt.gz", gzip.compress(LINE.encode() * 99, mtime=0)[:60], "gzip file is broken"),
        ("broken.json", b'{"text": "a",\n oops}', "line 2: is not JSON"),
        ("number.json", b"17", "holds no reports"),
        ("list.json", b"[]", "holds no reports"),
        ("other.csv", b"a,b\n1,2\n", "line 1: no column is called text, html or file; found a, b"),
        ("other.xml", b"<?xml version='1.0'?><menu><dish/></menu>", "no RSS or Atom feed"),
        ("bare.html", b"<html><body><script>x()</script></body></html>", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_it(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    found, faults = read_all(tmp_path / name)
    assert found == []
    assert len(faults) == 1
    assert faults[0].startswith((tmp_path / name).as_posix())
    assert says in faults[0]
    assert "\n" not in faults[0]
    with pytest.raises(Error):
        list(documents([tmp_path / name]))


def test_missing_file_and_folder_without_reports(tmp_path: Path) -> None:
    assert read_all(tmp_path / "none.txt") == ([], [f"{tmp_path.as_posix()}/none.txt: no such file or directory"])
    assert "holds no file" in read_all(tmp_path)[1][0]


def test_json_lines_set_bad_rows_aside(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": 7, "text": "One.", "date": "2021-05-21", "publisher": "P", "url": "u", "author": "A"}),
        "{broken",
        "",
        '["no object"]',
        json.dumps({"id": "x", "text": "Two.", "published": "the other day"}),
        json.dumps({"id": "x", "text": " "}),
        json.dumps({"text": ["no"]}),
        '{"text": "half \\ud83d"}',
        json.dumps({"TEXT": "Last.", "published": "Fri, 21 May 2021 09:40:03 +0000"}),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), "utf-8")
    found, faults = read_all(path)
    name = path.as_posix()
    assert found == [
        Document("One.", "7", None, "u", "P", "A", "2021-05-21", "metadata"),
        Document("Last.", f"{name}:9", published="2021-05-21", published_from="metadata"),
    ]
    lines = [2, 4, 5, 6, 7, 8]
    assert [fault.split(":")[0] for fault in faults] == [f"{name}, line {n}" for n in lines]
    assert "'the other day' is not a date" in faults[2]


def test_byte_of_another_encoding_spoils_only_its_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    good = "a,Good café news\n".encode()
    path.write_bytes(b"id,text\n" + good * 5000 + b"b,Bad caf\xe9 news\n" + good)
    found, faults = read_all(path)
    assert len(found) == 5001
    assert [fault.split(": ", 1)[1] for fault in faults] == ["text holds bytes that do not fit the file's encoding"]
    assert ", line 5002:" in faults[0]


def test_separated_tables(tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text("In a file.", "utf-8")
    (tmp_path / "t.csv").write_text(
        'ID, Title ,text,file,date\n1,T,"Two\nlines, quoted",,2020-01-02\n2,U,,call.txt,\n3,V,a,b,c,d,e\n'
        '4,W,"bad"quote,,\n5,X,,../secret.txt,\n6,Y,last,,3 May 2021\n',
        "utf-8",
    )
    found, faults = read_all(tmp_path / "t.csv")
    assert [(d.id, d.title, d.text, d.published) for d in found] == [
        ("1", "T", "Two\nlines, quoted", "2020-01-02"),
        ("2", "U", "In a file.", None),
        ("6", "Y", "last", "2021-05-03"),
    ]
    assert [fault.split("t.csv, ")[1].split(":")[0] for fault in faults] == ["line 5", "line 6", "line 7"]
    (tmp_path / "t.tsv.gz").write_bytes(gzip.compress(b"id\ttext\na\tcommas, here\n"))
    assert [d.text for d in read_all(tmp_path / "t.tsv.gz")[0]] == ["commas, here"]


@pytest.mark.parametrize(
    "data",
    [
        '{"text": "A."}',
        '[{"text": "A."}]',
        '{"documents": [{"text": "A."}]}',
        '{\n "items": [\n {"content_text": "A.", "title": "t"}]}',
        '{"html": "<p>A.</p>"}\n',
    ],
)
def test_json_shapes_with_and_without_ending(tmp_path: Path, data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.json").write_text(data, "utf-8")
    assert [d.text for d in read_all(tmp_path / "x.json")[0]] == ["A."]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [d.text for d in documents(["-"])] == ["A."]


def test_standard_input_of_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(json.dumps({"id": n, "text": "x" * 500}) + "\n" for n in range(500))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(rows.encode()))))
    assert [d.id for d in documents(["-"])] == [str(n) for n in range(500)]


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252"><title>Envoys meet in Strelsau</title>
<meta name="author" content="Flavia Elphberg"><meta property="og:site_name" content="The Strelsau Gazette">
<meta property="article:published_time" content="2023-11-04T09:00:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Envoys meet in Strelsau</h1>%s</article>
<footer>Copyright, cookies and terms</footer></body></html>"""


def test_page_gives_article_and_metadata(tmp_path: Path) -> None:
    paragraph = (
        "<p>The envoy said the café talks on fishing quotas would go on “for weeks”, as both sides had hoped.</p>"
    )
    (tmp_path / "page.html").write_bytes((PAGE % (paragraph * 4)).encode("cp1252"))
    (found,), faults = read_all(tmp_path / "page.html")
    assert faults == []
    assert (found.title, found.author, found.publisher) == (
        "Envoys meet in Strelsau",
        "Flavia Elphberg",
        "The Strelsau Gazette",
    )
    assert (found.published, found.published_from) == ("2023-11-04", "metadata")
    assert "café talks" in found.text
    assert "“for weeks”" in found.text
    assert "cookies" not in found.text
    assert "Sport" not in found.text


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<h2>Head</h2>tail <b>bold</b>\n text", "Head\n\ntail bold text"),
        ("<ul><li>a</li>\n<li>b</li></ul>after", "a\nb\n\nafter"),
        ("line<br>line<br/><br/>end", "line\nline\nend"),
        ("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>", "a | 1\nb | 2"),
        ("<p>44<sup>th</sup> &amp; &lt;last&gt;&nbsp;one</p><p>&nbsp;</p>", "44th & <last>\xa0one"),
        ("a<script>bad()</script>b<style>p{}</style> c<!-- no --> d", "ab c d"),
        ("<blockquote><p>“One</p><p>“Two”</p></blockquote>", "“One\n\n“Two”"),
        ("<p>open <i>tags", "open tags"),
        ("no tags at all", "no tags at all"),
    ],
)
def test_pieces_of_html_keep_their_paragraphs(tmp_path: Path, piece: str, text: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"html": piece}), "utf-8")
    (found,), _ = read_all(path)
    assert found.text == text


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ministry &amp; News</title>
<item><title>A &amp;#8217;call</title><link>https://r.example/1</link><guid>g1</guid>
<dc:creator>Press Office</dc:creator>
<pubDate>Sat, 05 Mar 2022 06:20:41 +0000</pubDate><description>short</description>
<content:encoded><![CDATA[<p>Long &amp; full.</p><p>Second.</p>]]></content:encoded></item>
<item><title>Empty</title></item>
<item><link>https://r.example/3</link><description>Only this.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>e1</id><title>T</title>
<link rel="self" href="https://r.example/self"/><link href="https://r.example/a"/>
<author><name>F. Elphberg</name></author><published>2021-02-03T04:05:06Z</published><summary>s</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content>
</entry></feed>"""


def test_feeds(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, "utf-8")
    (tmp_path / "b.xml").write_text(ATOM, "utf-8")
    first, faults = read_all(tmp_path / "a.rss")
    assert first == [
        Document("Long & full.\n\nSecond.", "g1", "A ’call", "https://r.example/1", "Ministry & News", "Press Office",
                 "2022-03-05", "metadata"),
        Document("Only this.", "https://r.example/3", None, "https://r.example/3", "Ministry & News"),
    ]  # fmt: skip
    assert len(faults) == 1
    assert faults[0].endswith("line 7: the item holds no text")
    atom, _ = read_all(tmp_path / "b.xml")
    assert atom == [
        Document(
            "First.\n\nSecond.", "e1", "T", "https://r.example/a", "Gazette", "F. Elphberg", "2021-02-03", "metadata"
        )
    ]
    (tmp_path / "cut.rss").write_text(RSS[: RSS.index("<item><link>")], "utf-8")
    found, faults = read_all(tmp_path / "cut.rss")
    assert [d.id for d in found] == ["g1"]
    assert "the feed is broken there" in faults[-1]


def test_feed_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    text = f"{entity}<rss><channel><item><description>told: &x;</description></item></channel></rss>"
    (tmp_path / "x.rss").write_text(text, "utf-8")
    found, _ = read_all(tmp_path / "x.rss")
    assert all("secret" not in d.text for d in found)


def test_pdf(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(one_page_pdf("The envoy left on Monday."))
    (found,), faults = read_all(tmp_path / "x.pdf")
    assert (found.text, found.published, faults) == ("The envoy left on Monday.", None, [])
    (tmp_path / "empty.pdf").write_bytes(one_page_pdf(""))
    assert "holds no text" in read_all(tmp_path / "empty.pdf")[1][0]


def one_page_pdf(line: str) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(300, 200)
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 20 100 Td ({line}) Tj ET".encode())
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", ".git/x.txt", "c.bin", "a/b.txt.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(b"z") if name.endswith("gz") else name.encode())
    found, faults = read_all(tmp_path)
    assert [d.text for d in found] == ["z", "a/z.txt", "b.txt"]
    assert faults == []


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-05-21", "2021-05-21"),
        ("20210521", "2021-05-21"),
        ("2021-05-21T23:59:00-05:00", "2021-05-21"),
        ("2021-05-21 10:00", "2021-05-21"),
        ("Fri, 21 May 2021 09:40:03 +0000", "2021-05-21"),
        ("21 May 2021", "2021-05-21"),
        ("May 21, 2021", "2021-05-21"),
        (" 2021/05/21 ", "2021-05-21"),
    ],
)
def test_days(value: str, iso: str) -> None:
    assert day(value) == iso


@pytest.mark.parametrize("value", ["", "yesterday", "03/04/2021", "2021-02-30", "2021-13-01", "2021", "202105211"])
def test_what_is_no_day(value: str) -> None:
    with pytest.raises(Error, match="is not a date"):
        day(value)
