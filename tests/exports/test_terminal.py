"""What people see at a terminal: every fact, at any width, and nothing by which a report could act on the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from memcon import Record
from memcon.exports import terminal, wording
from memcon.facts import Actor, Figure, Mention, Span, When


def shown(record: Record, width: int = 100, brief: bool = False) -> str:
    out = io.StringIO()
    (terminal.show_brief if brief else terminal.show)(record, Console(file=out, width=width, highlight=False))
    return out.getvalue()


def test_all_parts_are_shown(record: Record) -> None:
    text = shown(record)
    for part in (
        "Ruritania and Freedonia <talk>",
        "call.txt · The Strelsau Gazette · A. Hentzau · 5 March 2025 · English",
        "CONSULT   Flavia Elphberg and Rufus Firefly  phone · 4 March 2025",
        "AGREE     Flavia Elphberg → Freedonia  sign · April 2025 · Strelsau · future",
        "Flavia Elphberg to Rufus Firefly  said · direct · 4 March 2025",
        "$48.7bn  Trade · between Ruritania and Freedonia · 2024",
        "✓ agrees  $48.7bn is €47.3bn at 1.03.",
        "✗ disagrees  Said to be 12 here and 10 there.",
        "Lake Treaty  treaty · Ruritania and Freedonia · April 2025 · Strelsau",
        "Rufus Firefly  prime minister, FRA",
    ):
        assert part in text
    assert text.index("Events") < text.index("Coming") < text.index("Statements") < text.index("Figures")
    assert "\x1b" not in text, "no colour where there is no terminal"


def test_brief_is_a_line_an_event_and_what_disagrees(record: Record) -> None:
    text = shown(record, brief=True)
    assert len(text.splitlines()) == 2 + 3 + 1 + 1
    assert "✗ disagrees" in text
    assert "agrees  $48.7bn" not in text
    assert "3 events, 2 statements, 4 figures, 1 agreement, 4 actors" in text


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_width_breaks_it(record: Record, width: int) -> None:
    lines = shown(record, width).splitlines()
    assert all(len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_report_cannot_act_on_the_terminal(record: Record) -> None:
    evil = "\x1b[2J\x1b]0;gone\x07[bold]x[/bold]\u202eback\r\n\x9b31m"
    actors = tuple(replace(actor, name=evil) for actor in record.actors)
    text = shown(replace(record, document=replace(record.document, title=evil), actors=actors), 200)
    assert not set("\x1b\x07\x9b\u202e\r") & set(text)
    assert "[bold]x[/bold]" in text


def test_record_without_facts(record: Record) -> None:
    bare = replace(
        record, actors=(), places=(), times=(), statements=(), figures=(), agreements=(), events=(), checks=()
    )
    assert "Events" not in shown(bare)
    assert "0 events" in shown(bare, brief=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (When("2025-03-04", "2025-03-04", "2025-03-04"), "4 March 2025"),
        (When("2025-04", "2025-04-01", "2025-04-30"), "April 2025"),
        (When("2024", "2024-01-01", "2024-12-31"), "2024"),
        (When("2024-Q1", "2024-01-01", "2024-03-31"), "2024-Q1"),
        (When("P9M", "2024-01-01", "2024-09-30"), "1 January 2024 – 30 September 2024"),
        (When("PAST_REF"), ""),
        (None, ""),
    ],
)
def test_days_in_words(value: When | None, words: str) -> None:
    assert wording.when(value) == words


def test_report_without_a_title_goes_by_its_first_line(record: Record) -> None:
    document = replace(record.document, title=None, text="\n\nEnvoys meet in Strelsau\n\nThey talked.")
    assert wording.title(Record(record.memcon, document)) == "Envoys meet in Strelsau"


def test_shortened() -> None:
    assert wording.shortened("one two three", 20) == "one two three"
    assert wording.shortened("one two, three four", 12) == "one two…"


@pytest.mark.parametrize(
    ("text", "number", "unit", "words"),
    [
        ("The two countries met.", "two", "country", "two countries"),
        ("They freed 31 sick\nRuritanian sailors.", "31", "sailor", "31 sick Ruritanian sailors"),
        ("It sent 40 and left.", "40", "sailor", "40"),
        ("It sent 40.\n\nSailors left.", "40", "sailor", "40"),
        ("It sent 40, sailors said.", "40", "sailor", "40"),
        ("It cost $3m and the mines were closed.", "$3m", "USD", "$3m"),
        ("About 40 of the very old and rusty ships sank.", "40", "ship", "40"),
    ],
)
def test_figure_is_shown_with_what_it_counts(record: Record, text: str, number: str, unit: str, words: str) -> None:
    at = text.index(number)
    figure = Figure("f1", Span(at, at + len(number), number), 1.0, unit)
    assert wording.counted(replace(record, document=replace(record.document, text=text)), figure) == words


def test_number_of_a_group_needs_no_line_of_its_own(record: Record) -> None:
    text = "The two ministers met 40 sailors."
    ministers = Actor("a1", "ministers", "group", mentions=(Mention(4, 17, "two ministers", "group", "a group"),))
    two, forty = Figure("f1", Span(4, 7, "two"), 2.0, "minister"), Figure("f2", Span(22, 24, "40"), 40.0, "sailor")
    told = replace(
        record, document=replace(record.document, text=text), actors=(ministers,), figures=(two, forty), checks=()
    )
    assert [wording.worth_a_line(told, figure) for figure in told.figures] == [False, True]
    assert wording.worth_a_line(told, replace(two, indicator="votes"))
