"""A brief at the terminal, as Markdown and as a page."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.console import Console

from memcon import Error
from memcon.answers.briefing import QUADS, Brief, Met, Point, Series
from memcon.answers.parties import Party
from memcon.exports import wording
from memcon.exports.brief import bars, charts, markdown, page, sections, terminal
from memcon.facts import When

EVIL = "<script>alert(1)</script> [x](http://evil.example) `*_|\x1b[31m"


def event(kind: str, day: date | None, **more: Any) -> dict[str, Any]:
    row = {
        "id": "d1/e1", "document": "d1", "type": kind, "quad": 1, "modes": ["visit"], "status": "actual",
        "reciprocal": True, "source": ["Aidar Bekov", "Marta Lind"], "target": None, "place": "Astana",
        "when_value": day.isoformat() if day else None, "first_day": day, "last_day": day,
        "published": date(2025, 3, 5), "sentence": "Aidar Bekov received Marta Lind.", "reports": 2, "documents": 3,
    }  # fmt: skip
    return row | more


def month(day: date, *counts: int) -> dict[str, Any]:
    net = counts[0] + counts[1] - counts[2] - counts[3]
    return dict(zip(QUADS, counts, strict=True)) | {
        "month": day, "events": sum(counts), "net_cooperation": net, "mean_score": float(net), "mean_goldstein": -1.5,
    }  # fmt: skip


@pytest.fixture
def brief() -> Brief:
    figure = {
        "id": "d1/f1", "document": "d1", "text": "$48bn", "value": 48e9, "value_high": None, "indicator": "trade",
        "indicator_text": "Trade", "between_parties": ["Kazakhstan", "European Union"], "from_parties": None,
        "to_parties": None, "period": "2024", "first_day": date(2024, 1, 1), "verdict": "agrees",
    }  # fmt: skip
    statement = {
        "document": "d1", "day": date(2025, 3, 4), "speaker": ["Marta Lind"], "speaker_roles": ["commissioner"],
        "addressee": None, "source": None, "words": "We trust them,", "kind": "direct", "medium": None,
    }  # fmt: skip
    agreement = {"name": "Lake Treaty", "kind": "treaty", "parties": ["Kazakhstan"], "place": None, "reports": 1,
                 "when_value": None, "first_report": date(2025, 3, 5), "documents": ["d1"]}  # fmt: skip
    points = (
        Point("2023", date(2023, 1, 1), 40e9, 40e9, (figure,)),
        Point("2024", date(2024, 1, 1), 48e9, 50e9, (figure,)),
    )
    report = {
        "id": "d1", "given_id": "one", "title": "A visit", "opening": "The", "publisher": "The Gazette",
        "published": date(2025, 3, 5), "url": "https://news.example/1",
    }  # fmt: skip
    met = event("CONSULT", date(2025, 3, 4))
    return Brief(
        parties=(Party("Kazakhstan", "KAZ"), Party("European Union", "EUR")),
        from_="2025-01-01",
        to=None,
        as_of="2025-03-05",
        reports=(report,),
        number={"d1": 1},
        met=(Met("Aidar Bekov", "Marta Lind", 2, date(2025, 3, 4)),),
        meetings=(met,),
        timeline=(
            met,
            event("ACCUSE", None, reciprocal=False, quad=3, source=[], target=["Georgia"], modes=[], place=None),
        ),
        statements=(statement,),
        agreements=(agreement,),
        figures=(figure,),
        checks=({"figures": ["d1/f1"], "verdict": "agrees", "detail": "It is so.", "source": "ECB"},),
        series=(Series("trade", "US dollar", points),),
        coming=(event("CONSULT", date(2025, 5, 1), status="future", when_value="2025-05"),),
        months=(
            month(date(2025, 1, 1), 3, 1, 0, 2),
            month(date(2025, 2, 1), 0, 0, 0, 0),
            month(date(2025, 3, 1), 8, 0, 0, 0),
        ),
    )


def evil(brief: Brief) -> Brief:
    """The same, with everything that comes from a report written by somebody who means harm."""
    row = event(EVIL, date(2025, 3, 4), sentence=EVIL, place=EVIL, source=[EVIL], modes=[EVIL], when_value=EVIL)
    statement = brief.statements[0] | {"words": EVIL, "speaker": [EVIL], "speaker_roles": [EVIL]}
    report = brief.reports[0] | {"title": EVIL, "publisher": EVIL, "url": f'https://x.example/"><b>{EVIL}'}
    other = brief.reports[0] | {"url": "javascript:alert(1)"}
    series = replace(brief.series[0], name=EVIL, unit=EVIL)
    return replace(brief, timeline=(row,), statements=(statement,), reports=(report, other), series=(series,),
                   agreements=(brief.agreements[0] | {"name": EVIL},))  # fmt: skip


def shown(brief: Brief, width: int = 100, most: int = 20) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    terminal.show(brief, console, most)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    "line",
    [
        "Kazakhstan and European Union",
        "from 1 January 2025 · 2 events, 1 statement, 1 agreement, 1 figure, 1 report · as of 5 March 2025",
        "  Aidar Bekov and Marta Lind twice, last on 4 March 2025",
        "  4 March 2025  CONSULT Aidar Bekov and Marta Lind  visit · Astana · 2 reports  [1]",
        "  reported 5 March 2025  ACCUSE someone → Georgia  2 reports  [1]",
        "  4 March 2025  Marta Lind, commissioner  [1]",
        "     “We trust them”",
        "  reported 5 March 2025  Lake Treaty  treaty · Kazakhstan · named in 1 report  [1]",
        "  2024  $48bn  Trade · between Kazakhstan and European Union  [1]",
        "     ✓ agrees  It is so. (ECB)",
        "  2023 to 2024  trade, US dollar  2023: 40 bn · 2024: 48 bn to 50 bn",
        "To come  1",
        "  May 2025  CONSULT Aidar Bekov and Marta Lind",
        "  5 March 2025  A visit  The Gazette  [1]",
    ],
)
def test_at_the_terminal(brief: Brief, line: str) -> None:
    assert any(found.startswith(line) for found in shown(brief).splitlines()), shown(brief)


def test_the_plot_at_the_terminal(brief: Brief) -> None:
    lines = shown(brief, width=60).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("  2025-01"))
    january, february, march = lines[start : start + 3]
    assert re.search(r"2 █+ │ █+▏?▎?▍?▌?▋?▊?▉? 4$", january)
    assert february.rstrip().endswith("│")
    assert march.count("█") == max(line.count("█") for line in lines)
    assert march.endswith(" 8")


def test_nothing_is_wider_than_a_narrow_terminal(brief: Brief) -> None:
    assert max(map(len, shown(brief, width=40).splitlines())) <= 40


def test_what_is_left_out_is_counted(brief: Brief) -> None:
    many = replace(brief, timeline=brief.timeline * 4)
    assert "… and 5 more; see --most" in shown(many, most=3)
    assert "- … and 5 more" in markdown.text(many, most=3)


def test_an_empty_brief_says_so(brief: Brief) -> None:
    nothing = replace(brief, reports=(), number={}, met=(), meetings=(), timeline=(), statements=(), agreements=(),
                      figures=(), checks=(), series=(), coming=(), months=(), as_of=None)  # fmt: skip
    for text in (shown(nothing), markdown.text(nothing), page.page(nothing)):
        assert "The record holds nothing on this pair." in text


@pytest.mark.parametrize(
    ("number", "most", "bar"), [(0, 8, ""), (8, 8, "████"), (4, 8, "██"), (1, 800, "▏"), (5, 8, "██▌")]
)
def test_stroke(number: int, most: int, bar: str) -> None:
    assert bars.stroke(number, most, 4) == bar


def test_many_months_become_quarters_or_years() -> None:
    def months(number: int) -> list[dict[str, Any]]:
        return [month(date(2000 + n // 12, n % 12 + 1, 1), 1, 0, 0, 0) for n in range(number)]

    assert [bar.label for bar in bars.bars(months(2))] == ["2000-01", "2000-02"]
    assert [(bar.label, bar.cooperation) for bar in bars.bars(months(40))][:2] == [("2000-Q1", 3), ("2000-Q2", 3)]
    assert bars.bars(months(120))[0] == bars.Bar("2000", (12, 0, 0, 0))


def test_markdown(brief: Brief) -> None:
    text = markdown.text(brief)
    assert "| 2025-01 | 3 | 1 |  | 2 | +2 |" in text
    assert "- 4 March 2025: CONSULT **Aidar Bekov and Marta Lind** (visit · Astana · 2 reports) \\[1\\]" in text
    assert "  > Aidar Bekov received Marta Lind." in text
    assert "- \\[1\\] A visit, The Gazette, 5 March 2025 <https://news.example/1>" in text


@pytest.mark.parametrize(
    ("given", "escaped"),
    [
        ("<b>", "\\<b\\>"),
        ("a*b_c", "a\\*b\\_c"),
        ("[x](y)", "\\[x\\](y)"),
        ("- x", "\\- x"),
        ("12. x", "12\\. x"),
        ("# x", "\\# x"),
        ("a - b. 3", "a - b. 3"),
        ("x\n\n# y", "x # y"),
        ("@who", "\\@who"),
    ],
)
def test_markdown_escapes(given: str, escaped: str) -> None:
    assert markdown.escape(given) == escaped


def test_what_reports_say_is_no_markup(brief: Brief) -> None:
    assert "\x1b" not in shown(evil(brief))
    text = markdown.text(evil(brief))
    assert not re.search(r"(?<!\\)<(?!https://)", text)
    assert "](http" not in text.replace("\\](http", "")


class _Page(HTMLParser):
    """The elements of a page, and its addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts, self.addresses, self.tags = 0, list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.scripts += tag == "script"
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)


@pytest.fixture
def without_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The charting library takes seconds to put together; a word stands for it."""
    monkeypatch.setattr(charts, "bundle", lambda: "void 0; // </script> as in the library")


def test_page_needs_nothing_else_and_runs_only_its_own_scripts(brief: Brief, without_bundle: None) -> None:
    text = page.page(evil(brief))
    parsed = _Page()
    parsed.feed(text)
    assert parsed.scripts == 3
    assert "img" not in parsed.tags
    outside = [address for address in parsed.addresses if not address.startswith("#")]
    assert len(outside) == 1
    assert outside[0].startswith("https://x.example/")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]


def test_page_has_every_section_and_chart(brief: Brief, without_bundle: None) -> None:
    text = page.page(brief)
    for name in ("meetings", "timeline", "said", "agreements", "figures", "series", "to-come", "reports"):
        assert f'<section id="{name}">' in text
        assert f'<a href="#{name}">' in text
    for name in ("months", "scores", "series-1"):
        assert f'id="chart-{name}"' in text
    found = re.search(r'<script type="application/json" id="specifications">(.*?)</script>', text, re.S)
    assert found is not None
    assert set(json.loads(found[1])) == {"months", "scores", "series-1"}


def test_charts_are_vega_lite(brief: Brief) -> None:
    made = charts.specifications(brief)
    assert all(spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6") for spec in made.values())
    layers = made["months"]["layer"]
    heights = [row["height"] for row in layers[0]["data"]["values"]]
    assert heights == [3, 1, -2, 8]
    assert [row["net"] for row in layers[1]["data"]["values"]] == [2, 0, 8]
    assert charts.specifications(brief) == made


def test_a_missing_library_is_named(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(Error, match=r"altair is not installed; pip install 'memcon\[charts\]', or use --md"):
        page.page(brief)


def test_entries_of_the_same_section_are_the_latest(brief: Brief) -> None:
    many = replace(brief, timeline=tuple(event("AGREE", date(2025, 3, n)) for n in range(1, 10)))
    timeline = next(section for section in sections.sections(many, most=2) if section.name == "Timeline")
    assert [entry.day for entry in timeline.entries] == ["8 March 2025", "9 March 2025"]
    assert timeline.total == 9


def test_a_report_without_title_is_called_by_its_opening(brief: Brief) -> None:
    nameless = replace(brief, reports=(brief.reports[0] | {"title": None, "opening": "On Tuesday the ministers"},))
    assert "  5 March 2025  On Tuesday the ministers …  The Gazette  [1]" in shown(nameless).splitlines()


@pytest.mark.parametrize(
    ("value", "words"), [("199", "1990s"), ("2024", "2024"), ("2024-Q1", "2024-Q1"), ("2025-03", "March 2025")]
)
def test_periods_in_words(value: str, words: str) -> None:
    assert wording.when(When(value, "1990-01-01", "1999-12-31")) == words
