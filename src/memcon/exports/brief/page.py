"""A brief as one self-contained page: charts that answer to the pointer, and every fact with its report.

The page needs no network: the charting library stands in it. Its content security policy lets nothing run but the three
scripts that it carries, since reports come from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from importlib import resources
from string import Template
from typing import Any

import memcon
from memcon.answers.briefing import Brief
from memcon.exports import wording
from memcon.exports.brief import charts
from memcon.exports.brief.sections import Entry, Section, about, reports, sections, title

_CAPTIONS = {"months": "Events by month: cooperation above the line, conflict below it, and cooperation less conflict",
             "scores": "Mean score of the events of a month"}  # fmt: skip


def page(brief: Brief, most: int = 500) -> str:
    """One HTML page; of each section, at most `most` entries.

    Raises `memcon.Error` where there is a chart to draw and `memcon[charts]` is not installed.
    """
    specifications = charts.specifications(brief)
    bundle = charts.bundle().replace("</script", "<\\/script") if specifications else ""
    style, script = _asset("brief.css"), _asset("brief.js")
    shown = sections(brief, most)
    sources = reports(brief, most)
    scripts = [bundle, script] if specifications else ["", _without_charts(script)]
    return Template(_asset("brief.html")).substitute(
        version=escape(memcon.__version__),
        title=escape(title(brief)),
        about=escape(about(brief)),
        style=style,
        style_hash=_hash(style),
        script_hashes=" ".join(f"'sha256-{_hash(text)}'" for text in scripts),
        nav="".join(f'<a href="#{_anchor(section)}">{section.name}</a>' for section in (*shown, sources)),
        charts=_charts(brief, specifications),
        sections="\n".join(_section(section) for section in shown),
        reports=_section(sources)
        if sources.entries
        else "<section><p>The record holds nothing on this pair.</p></section>",
        specifications=_json(specifications),
        bundle=scripts[0],
        script=scripts[1],
    )


def _asset(name: str) -> str:
    return resources.files("memcon.exports.brief").joinpath("page_parts", name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _json(value: Any) -> str:
    """JSON that ends no script element and opens none."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _without_charts(script: str) -> str:
    return script[script.index("const filter") :]


def _anchor(section: Section) -> str:
    return section.name.lower().replace(" ", "-")


def _charts(brief: Brief, specifications: dict[str, Any]) -> str:
    if not specifications:
        return ""
    figures = []
    for name in specifications:
        series = brief.series[int(name.partition("-")[2]) - 1] if name.startswith("series-") else None
        caption = _CAPTIONS[name] if series is None else f"{wording.clean(series.name)} by period"
        caption = escape(caption[0].upper() + caption[1:])
        figures.append(
            f'<figure><figcaption>{caption}</figcaption><div class="chart" id="chart-{name}" role="img" '
            f'aria-label="{caption}"></div></figure>'
        )
    return f'<section id="charts"><h2>Cooperation and conflict</h2>\n{chr(10).join(figures)}\n</section>'


def _section(section: Section) -> str:
    lead = f'<p class="lead">{escape(section.lead)}</p>' if section.lead else ""
    more = section.total - len(section.entries)
    rest = f'<p class="more">… and {more:,} more</p>' if more else ""
    entries = "\n".join(_entry(entry, section.name == "Reports") for entry in section.entries)
    head = f"<h2>{section.name} <span>{section.total:,}</span></h2>"
    return f'<section id="{_anchor(section)}">{head}{lead}\n<ul>\n{entries}\n</ul>{rest}</section>'


def _entry(entry: Entry, is_report: bool) -> str:
    tag = f'<span class="tag quad{entry.quad}">{escape(entry.tag)}</span>' if entry.tag else ""
    about = f' <span class="about">{escape(entry.about)}</span>' if entry.about else ""
    head = f"<b>{escape(entry.head)}</b>"
    words = f'<p class="words">{escape(entry.words)}</p>' if entry.words else ""
    number = f' <a class="about" href="#report-{entry.number}">[{entry.number}]</a>' if entry.number is not None else ""
    identifier = ""
    if is_report:
        identifier = f' id="report-{entry.number}"'
        number, words = f' <span class="about">[{entry.number}]</span>', ""
        if entry.words:
            head = f'<a href="{escape(entry.words)}" rel="noreferrer noopener">{escape(entry.head)}</a>'
    checks = "".join(
        f'<p class="check {verdict}"><b>{wording.MARKS[verdict]} {verdict}</b> {escape(detail)}</p>'
        for verdict, detail in entry.checks
    )
    return (
        f'<li{identifier}><span class="day">{escape(entry.day)}</span><div><p>{tag}{head}{about}{number}</p>'
        f"{words}{checks}</div></li>"
    )
