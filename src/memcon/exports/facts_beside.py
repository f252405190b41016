"""The facts that stand beside the text on the page, by section."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from memcon.exports import wording
from memcon.facts import Check, Event, Figure, Record, Statement

_LONGEST_QUOTE = 220


def facts(record: Record, prefix: str) -> str:
    """The sections, each a list of entries that carry the id of their fact behind `prefix`."""
    now = [_event(record, event, prefix) for event in record.events if event.status != "future"]
    coming = [_event(record, event, prefix) for event in record.events if event.status == "future"]
    figures = [_figure(record, figure, prefix) for figure in record.figures if wording.worth_a_line(record, figure)]
    sections = (
        _section("Events", now),
        _section("Coming", coming),
        _section("Statements", [_statement(record, statement, prefix) for statement in record.statements]),
        _section("Figures", figures),
        _section("Agreements", _agreements(record, prefix)),
        _section("Actors", _actors(record, prefix), small=True),
        _section("Places", _places(record, prefix), small=True),
        _section("Times", _times(record, prefix), small=True),
    )
    return "\n".join(section for section in sections if section) or "<p>No facts were found in this report.</p>"


def _section(name: str, entries: Sequence[str], small: bool = False) -> str:
    if not entries:
        return ""
    kind = ' class="small"' if small else ""
    return (
        f"<details open{kind}><summary>{name} <span>{len(entries)}</span></summary>\n"
        f"<ul>\n{chr(10).join(entries)}\n</ul></details>"
    )


def _entry(layer: str, identifier: str, head: str, *below: str) -> str:
    """One fact; `head` and `below` are HTML."""
    lines = "".join(line for line in below if line)
    return f'<li class="fact c-{layer}" tabindex="0" data-f="{identifier}">{head}{lines}</li>'


def _line(text: str, kind: str = "") -> str:
    return f"<p{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{escape(text)}</p>" if text else ""


def _event(record: Record, event: Event, prefix: str) -> str:
    head = f'<span class="tag">{escape(event.type)}</span><b>{escape(wording.parties(record, event))}</b>'
    codes = " · ".join(
        part
        for part in (
            wording.told(record, event),
            f"CAMEO {event.cameo}" if event.cameo else "",
            f"told {1 + len(event.mentions)} times" if event.mentions else "",
        )
        if part
    )
    return _entry(f"events quad{event.quad}", f"{prefix}-{event.id}", head, _line(codes))


def _statement(record: Record, statement: Statement, prefix: str) -> str:
    source = wording.clean(statement.source.text) if statement.source else "not named"
    speaker = wording.names(record, statement.speakers) or source
    cue = wording.clean(statement.cue.text) if statement.cue else ""
    to = f"to {wording.names(record, statement.addressees)}" if statement.addressees else ""
    about = " · ".join(part for part in (cue, to, statement.kind, wording.when(statement.said)) if part)
    quoted = wording.shortened(wording.said(statement), _LONGEST_QUOTE)
    return _entry(
        "statements", f"{prefix}-{statement.id}", f"<b>{escape(speaker)}</b>", _line(about), _line(quoted, "q")
    )


def _figure(record: Record, figure: Figure, prefix: str) -> str:
    checks = [check for check in record.checks if figure.id in check.figures]
    first = [_check(check) for check in checks if check.figures[0] == figure.id]
    others = "".join(
        f' <span class="check c-{check.verdict}"><b>{wording.MARKS[check.verdict]}</b></span>'
        for check in checks
        if check.figures[0] != figure.id
    )
    head = f"<b>{escape(wording.counted(record, figure))}</b>{others}"
    return _entry("figures", f"{prefix}-{figure.id}", head, _line(wording.measured(record, figure)), *first)


def _check(check: Check) -> str:
    verdict = f"<b>{wording.MARKS[check.verdict]} {check.verdict}</b>"
    source = f" ({escape(wording.clean(check.source))})" if check.source else ""
    return f'<p class="check c-{check.verdict}">{verdict} {escape(wording.clean(check.detail))}{source}</p>'


def _agreements(record: Record, prefix: str) -> list[str]:
    entries = []
    for agreement in record.agreements:
        place = wording.place(record, agreement.where)
        parties = wording.names(record, agreement.parties)
        about = " · ".join(part for part in (agreement.kind, parties, wording.when(agreement.when), place) if part)
        head = f"<b>{escape(wording.clean(agreement.name))}</b>"
        entries.append(_entry("agreements", f"{prefix}-{agreement.id}", head, _line(about)))
    return entries


def _actors(record: Record, prefix: str) -> list[str]:
    return [
        _entry(
            "actors",
            f"{prefix}-{actor.id}",
            f"<b>{escape(wording.clean(actor.name))}</b>",
            _line(wording.position(actor)),
        )
        for actor in record.actors
    ]


def _places(record: Record, prefix: str) -> list[str]:
    return [
        _entry(
            "places", f"{prefix}-{place.id}", f"<b>{escape(wording.clean(place.name))}</b>", _line(place.country or "")
        )
        for place in record.places
    ]


def _times(record: Record, prefix: str) -> list[str]:
    return [
        _entry("times", f"{prefix}-{time.id}", f"<b>{escape(wording.clean(time.text))}</b>", _line(time.value))
        for time in record.times
    ]
