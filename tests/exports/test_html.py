"""The page: every fact stands in the text and beside it, nothing of a report is markup, nothing is loaded."""

from __future__ import annotations

import base64
import hashlib
import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from memcon import Record
from memcon.exports import html
from memcon.facts import Document, Made, Span, Statement

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;$version ${x} </style>"


class Page(HTMLParser):
    """What a browser would make of a page: its tags, the text of its report, and which characters carry which facts."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.text = ""
        self.facts: dict[str, str] = {}
        self.context: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag not in ("meta", "input", "br"):
            self.stack.append(tag)
        if tag == "span" and (values.get("class") or "").startswith("s"):
            self._open.append((values.get("data-f") or "", values.get("data-c") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag, "tags close in the order they were opened"
        if tag == "span" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "p" not in self.stack or "aside" in self.stack or "header" in self.stack or "article" not in self.stack:
            return
        if self._open:
            core, context = self._open[-1]
            for name in core.split():
                self.facts[name] = self.facts.get(name, "") + data
            for name in context.split():
                self.context[name] = self.context.get(name, "") + data


def test_facts_stand_in_the_text_and_beside_it(record: Record) -> None:
    page = Page(html.page([record]))
    beside = {values.get("data-f") for tag, values in page.tags if tag == "li"}
    rooms = (
        record.events,
        record.statements,
        record.figures,
        record.agreements,
        record.actors,
        record.places,
        record.times,
    )
    assert beside == {f"r1-{fact.id}" for room in rooms for fact in room}
    assert page.facts["r1-e1"] == "telephoned"
    assert page.context["r1-e1"].startswith("President Flavia Elphberg of Ruritania ")
    assert page.facts["r1-s1"] == "We will sign the Lake Treaty in Strelsau next month,shesaid"
    assert page.facts["r1-a2"] == "Rufus FireflyFirefly"
    assert page.facts["r1-f4"] == "12 people"
    assert page.facts["r1-t2"] == "next month"
    assert page.stack == []


def test_verdicts_are_marked(record: Record) -> None:
    source = html.page([record])
    for words, verdict in (("$48.7bn", "agrees"), ("18%", "implies"), ("12 people", "disagrees")):
        assert re.search(rf'class="s [^"]*figures[^"]* v-{verdict} v-end"[^>]*>{re.escape(words)}<', source), words
    assert "Said to be 12 here and 10 there." in source


def test_nothing_of_a_report_is_markup(record: Record) -> None:
    evil = replace(
        record,
        document=replace(
            record.document, title=EVIL, publisher=EVIL, author=EVIL, url="javascript:alert(1)", language=EVIL
        ),
        actors=tuple(replace(actor, name=EVIL, role=EVIL) for actor in record.actors),
        checks=tuple(replace(check, detail=EVIL, source=EVIL) for check in record.checks),
        agreements=tuple(replace(agreement, name=EVIL) for agreement in record.agreements),
    )
    for records in ([evil], [evil, record]):
        page = Page(html.page(records))
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert "img" not in {tag for tag, _ in page.tags}
        assert not any(name.startswith("on") for _, values in page.tags for name in values)
        assert not any("javascript" in (values.get("href") or "") for _, values in page.tags)
        assert page.stack == []


def test_page_loads_nothing_and_runs_only_its_own_script(record: Record) -> None:
    source = html.page([record])
    page = Page(source)
    assert not any("src" in values or tag == "link" for tag, values in page.tags)
    policy = next(v["content"] or "" for tag, v in page.tags if tag == "meta" and "http-equiv" in v)
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        inner = source[source.index(f"<{tag}>") + len(tag) + 2 : source.index(f"</{tag}>")]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "url(" not in source
    assert "@import" not in source


def test_layers_can_be_hidden(record: Record) -> None:
    source = html.page([record])
    for layer in html.LAYERS:
        assert f'<input type="checkbox" value="{layer}" checked>' in source
        assert f".off-{layer} " in source


@pytest.mark.parametrize("seed", range(5))
def test_hundreds_of_overlapping_spans_lose_no_character(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice('ab <&"é\u0301😀\u200f\u00a0.\n') for _ in range(3000)).strip() + "end"
    spans = []
    for _ in range(400):
        start = dice.randrange(len(text) - 1)
        end = min(len(text), start + 1 + dice.randrange(120))
        spans.append(Span(start, end, text[start:end]))
    facts = tuple(Statement(f"s{i}", "indirect", None, None, (span,)) for i, span in enumerate(spans))
    record = Record(Made(1, "0"), Document(text), statements=facts)
    record.validate()
    page = Page(html.page([record]))
    for fact in facts:
        shown = page.facts.get(f"r1-{fact.id}", "")
        # The white space between paragraphs is not shown.
        assert "".join(shown.split()) == "".join(fact.content[0].text.split())


def test_several_reports_and_other_languages(record: Record) -> None:
    french = Record(Made(1, "0"), Document("Rien à signaler.", language="fr"))
    source = html.page([record, french])
    assert source.count("<article") == 2
    assert '<option value="r2">Rien à signaler.</option>' in source
    assert "Not English" in source
    assert 'data-f="r1-e1"' in source
    assert "<select" not in html.page([french])
