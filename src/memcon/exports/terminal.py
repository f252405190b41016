"""A record for people at a terminal: what was done, what was said, and which figures hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from memcon.exports import wording
from memcon.facts import Check, Event, Figure, Record, Statement

QUADS = {1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
VERDICTS = {"agrees": "green", "disagrees": "bold red", "implies": "cyan", "unknown": "dim"}
_LONGEST_QUOTE = 280
_FACT, _DETAIL = 2, 5
"""Columns by which facts, and what is told of them, are indented."""


def show(record: Record, console: Console) -> None:
    """Print the whole record: header, events, coming events, statements, figures with their checks, agreements."""
    _print(_header(record), 0, console)
    if record.document.language not in (None, "en"):
        _print([Text("Not English: kept, but not read for facts.")], _FACT, console)
    sections = (
        ("Events", [_event(record, event) for event in record.events if event.status != "future"]),
        ("Coming", [_event(record, event) for event in record.events if event.status == "future"]),
        ("Statements", [_statement(record, statement) for statement in record.statements]),
        ("Figures", [_figure(record, f) for f in record.figures if wording.worth_a_line(record, f)]),
        ("Agreements", list(_agreements(record))),
        ("Actors", list(_actors(record))),
    )
    for name, facts in sections:
        if facts:
            _print([Text(), Text.assemble((name, "bold underline"), (f"  {len(facts)}", "dim"))], 0, console)
        for head, *details in facts:
            _print([head], _FACT, console)
            _print(details, _DETAIL, console)
    console.print()


def show_brief(record: Record, console: Console) -> None:
    """Print the record in a few lines: the title, one line an event, and the checks that do not agree."""
    _print(_header(record), 0, console)
    _print([_event_head(record, event) for event in record.events], _FACT, console)
    _print([_check(check) for check in record.checks if check.verdict == "disagrees"], _FACT, console)
    _print([Text(wording.counts(record), style="dim")], _FACT, console)


def _print(lines: Iterable[Text], indent: int, console: Console) -> None:
    """Print lines, folded to the console's width and indented; no white space is left at their ends."""
    width = console.width - indent
    for line in lines:
        for part in line.wrap(console, width if width > 10 else console.width):
            part.rstrip()
            console.print(Text(" " * (indent if width > 10 else 0)).append_text(part), soft_wrap=True)


def _header(record: Record) -> list[Text]:
    document = record.document
    words = f"{len(document.text.split()):,} words"
    language = wording.LANGUAGES.get(document.language or "", document.language or "language unknown")
    facts = (document.id, document.publisher, document.author, wording.published(record), language, words)
    below = Text(" · ".join(wording.clean(fact) for fact in facts if fact), style="dim")
    return [Text(wording.title(record), style="bold"), below]


def _colour(event: Event) -> str:
    """The colour of an event's quad class; an ontology of one's own may have others."""
    return QUADS.get(event.quad, "blue")


def _event_head(record: Record, event: Event) -> Text:
    told = wording.told(record, event)
    line = Text.assemble((f"{event.type:<9} ", f"bold {_colour(event)}"), wording.parties(record, event))
    return line.append(f"  {told}", style="dim") if told else line


def _event(record: Record, event: Event) -> list[Text]:
    sentence = Text(wording.shortened(wording.clean(event.sentence.text), _LONGEST_QUOTE), style="dim")
    trigger = wording.clean(event.trigger.text)
    at = sentence.plain.find(trigger)
    if at >= 0:
        sentence.stylize(f"not dim {_colour(event)}", at, at + len(trigger))
    return [_event_head(record, event), sentence]


def _statement(record: Record, statement: Statement) -> list[Text]:
    speakers = wording.names(record, statement.speakers)
    source = wording.clean(statement.source.text) if statement.source else ""
    cue = wording.clean(statement.cue.text) if statement.cue else ""
    head = Text.assemble((speakers or source or "not named", "bold"))
    if addressees := wording.names(record, statement.addressees):
        head.append(f" to {addressees}")
    about = (cue, statement.kind, statement.medium, wording.when(statement.said))
    head.append(f"  {' · '.join(part for part in about if part)}", style="dim")
    return [head, Text(wording.shortened(wording.said(statement), _LONGEST_QUOTE))]


def _figure(record: Record, figure: Figure) -> list[Text]:
    """The figure, and below it the checks of which it is the first figure."""
    line = Text.assemble((wording.counted(record, figure), "bold"))
    if measured := wording.measured(record, figure):
        line.append(f"  {measured}", style="dim")
    return [line, *(_check(check) for check in record.checks if check.figures[:1] == (figure.id,))]


def _check(check: Check) -> Text:
    style = VERDICTS[check.verdict]
    return Text.assemble((f"{wording.MARKS[check.verdict]} {check.verdict}", style), f"  {wording.clean(check.detail)}")


def _agreements(record: Record) -> Iterator[list[Text]]:
    for agreement in record.agreements:
        place = wording.place(record, agreement.where)
        parties = wording.names(record, agreement.parties)
        about = " · ".join(part for part in (agreement.kind, parties, wording.when(agreement.when), place) if part)
        yield [Text.assemble((wording.clean(agreement.name), "bold"), (f"  {about}", "dim"))]


def _actors(record: Record) -> Iterator[list[Text]]:
    for actor in record.actors:
        position = wording.position(actor)
        yield [Text.assemble((wording.clean(actor.name), "bold"), (f"  {position}" if position else "", "dim"))]
