"""A record for people at a terminal: what was done, what was said, and which figures hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.exports import wording
from memcon.facts import Check, Event, Figure, Record, Statement

QUADS = {1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
VERDICTS = {"agrees": "green", "disagrees": "bold red", "implies": "cyan", "unknown": "dim"}
_LONGEST_QUOTE = 280


def show(record: Record, console: Console) -> None:
    """Print the whole record: header, events, statements, figures with their checks, agreements, coming events."""
    console.print(_header(record))
    if record.document.language not in (None, "en"):
        console.print(Padding(Text("Not English: kept, but not read for facts."), (0, 0, 0, 2), expand=False))
    now = [event for event in record.events if event.status != "future"]
    coming = [event for event in record.events if event.status == "future"]
    sections = (
        ("Events", [_event(record, event) for event in now]),
        ("Coming", [_event(record, event) for event in coming]),
        ("Statements", [_statement(record, statement) for statement in record.statements]),
        ("Figures", list(_figures(record))),
        ("Agreements", [_agreement(record, i) for i in range(len(record.agreements))]),
        ("Actors", _actors(record)),
    )
    for name, parts in sections:
        if parts:
            console.print(_section(name, parts))
    console.print()


def show_brief(record: Record, console: Console) -> None:
    """Print the record in a few lines: the title, one line an event, and the checks that do not agree."""
    console.print(_header(record))
    for event in record.events:
        line = _event_head(record, event)
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
    for check in record.checks:
        if check.verdict == "disagrees":
            console.print(Padding(_check(check), (0, 0, 0, 2), expand=False))
    console.print(Padding(Text(wording.counts(record), style="dim"), (0, 0, 0, 2), expand=False))


def _header(record: Record) -> RenderableType:
    document = record.document
    words = f"{len(document.text.split()):,} words"
    language = wording.LANGUAGES.get(document.language or "", document.language or "language unknown")
    facts = (document.id, document.publisher, document.author, wording.published(record), language, words)
    below = Text(" · ".join(wording.clean(fact) for fact in facts if fact), style="dim")
    return Group(Text(wording.title(record), style="bold"), below)


def _section(name: str, parts: Sequence[RenderableType]) -> RenderableType:
    head = Text.assemble("\n", (name, "bold underline"), (f"  {len(parts)}", "dim"))
    return Group(head, *(Padding(part, (0, 0, 0, 2), expand=False) for part in parts))


def _fact(head: Text, *below: Text) -> RenderableType:
    return Group(head, *(Padding(line, (0, 0, 0, 3), expand=False) for line in below if line.plain))


def _event_head(record: Record, event: Event) -> Text:
    told = wording.told(record, event)
    line = Text.assemble((f"{event.type:<9} ", f"bold {QUADS[event.quad]}"), wording.parties(record, event))
    return line.append(f"  {told}", style="dim") if told else line


def _event(record: Record, event: Event) -> RenderableType:
    sentence = Text(wording.shortened(wording.clean(event.sentence.text), _LONGEST_QUOTE), style="dim")
    trigger = wording.clean(event.trigger.text)
    at = sentence.plain.find(trigger)
    if at >= 0:
        sentence.stylize(f"not dim {QUADS[event.quad]}", at, at + len(trigger))
    return _fact(_event_head(record, event), sentence)


def _statement(record: Record, statement: Statement) -> RenderableType:
    speakers = wording.names(record, statement.speakers)
    source = wording.clean(statement.source.text) if statement.source else ""
    cue = wording.clean(statement.cue.text) if statement.cue else ""
    head = Text(speakers or source or "not named", style="bold")
    if addressees := wording.names(record, statement.addressees):
        head.append(f" to {addressees}", style="not bold")
    about = " · ".join(
        part for part in (cue, statement.kind, statement.medium or "", wording.when(statement.said)) if part
    )
    head.append(f"  {about}", style="not bold dim")
    return _fact(head, Text(wording.shortened(wording.said(statement), _LONGEST_QUOTE)))


def _figures(record: Record) -> Iterator[RenderableType]:
    """Each figure, with the checks of which it is the first figure below it."""
    for figure in record.figures:
        checks = [check for check in record.checks if check.figures[:1] == (figure.id,)]
        yield _fact(_figure(record, figure), *(_check(check) for check in checks))


def _figure(record: Record, figure: Figure) -> Text:
    line = Text(wording.clean(figure.span.text), style="bold")
    measured = wording.measured(record, figure)
    return line.append(f"  {measured}", style="not bold dim") if measured else line


def _check(check: Check) -> Text:
    style = VERDICTS[check.verdict]
    return Text.assemble((f"{wording.MARKS[check.verdict]} {check.verdict}", style), f"  {wording.clean(check.detail)}")


def _agreement(record: Record, index: int) -> RenderableType:
    agreement = record.agreements[index]
    parts = (agreement.kind, wording.names(record, agreement.parties), wording.when(agreement.when),
             wording.place(record, agreement.where))  # fmt: skip
    about = " · ".join(part for part in parts if part)
    return Text.assemble((wording.clean(agreement.name), "bold"), (f"  {about}", "dim"))


def _actors(record: Record) -> list[RenderableType]:
    return [
        Text.assemble((wording.clean(actor.name), "bold"), (f"  {wording.position(actor)}", "dim"))
        for actor in record.actors
    ]
