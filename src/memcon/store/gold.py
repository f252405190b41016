"""What people have accepted and edited, as gold: the files that the scorers and training read.

A fact counts when it was accepted or edited. Where a scorer holds all that is found in a text against its gold, only
texts go in of which somebody has ruled on every fact of the kind: what nobody has looked at is no gold.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from memcon.errors import Error
from memcon.facts import Actor, Event, Figure, Record, Span, Statement, Time
from memcon.store import restoring
from memcon.store.record_file import Store

_KINDS = ("times", "statements", "figures", "events")
_UNITS = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar",
    "CAD": "canadian dollar", "INR": "indian rupee", "CNY": "chinese yuan", "ILS": "shekel",
    "NZD": "new zealand dollar", "CHF": "swiss franc", "RUB": "russian ruble", "percent": "percentage", None: "-",
}  # fmt: skip
"""Units as NewsQuant writes them."""
_TYPES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""Types that PLV has as one."""


class Ruled:
    """A document of which people have ruled on facts: its corrected record, and their rulings by the facts' ids."""

    def __init__(self, store: Store, document: str) -> None:
        self.id = document
        self.record: Record = store.record(document, corrected=True)
        found = store.query("SELECT fact, action FROM rulings WHERE document = ? AND action <> 'withdraw'", document)
        self.actions = {restoring.local(row["fact"]): row["action"] for row in found if row["fact"]}

    def affirmed(self, kind: str) -> list[Any]:
        """The facts of a list of the record that somebody has accepted or edited."""
        return [fact for fact in getattr(self.record, kind) if fact.id in self.actions]

    def is_complete(self, kind: str) -> bool:
        """Whether somebody has ruled on every fact of that list."""
        facts = getattr(self.record, kind)
        ruled = any(id is not None and id.startswith(kind[0]) for id in self.actions)
        return ruled and all(fact.id in self.actions for fact in facts)


def write(store: Store, folder: str | Path) -> str:
    """Write the gold into a folder, made where there is none; tell in a line what is in it.

    `records.jsonl` has the corrected records whole, with the rulings; `times/*.tml` is TimeML as TempEval-3 has it;
    `statements/` is text and stand-off attributions as PolNeAR has them; `figures.json` is as NewsQuant, `events.json`
    as the PLOVER gold records, `event_types.tsv` as PLV. Raises `Error` where the folder cannot be written.
    """
    documents = store.query("SELECT DISTINCT document FROM rulings WHERE action <> 'withdraw' ORDER BY document")
    ruled = [Ruled(store, row["document"]) for row in documents]
    files = {
        "records.jsonl": "".join(_record_lines(ruled)),
        "figures.json": _json(row for one in ruled for row in _figure_rows(one)),
        "events.json": _json(row for one in ruled for row in _event_rows(one)),
        "event_types.tsv": _table(row for one in ruled for row in _type_rows(one)),
    }
    for one in ruled:
        if one.is_complete("times") and one.record.document.published:
            files[f"times/{one.id}.tml"] = _timeml(one)
        if one.is_complete("statements"):
            files[f"statements/text/{one.id}.txt"] = one.record.document.text
            files[f"statements/attributions/{one.id}_gold.ann"] = "".join(_attributions(one.record.statements))
    for name, text in files.items():
        _put(Path(folder) / name, text)
    counts = ", ".join(f"{sum(len(one.affirmed(kind)) for one in ruled):,} {kind}" for kind in _KINDS)
    return f"wrote gold of {len(ruled):,} documents to {folder}: {counts}"


def _put(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise Error(f"{path}: {(error.strerror or str(error)).lower()}") from error


def _record_lines(ruled: Iterable[Ruled]) -> Iterator[str]:
    for one in ruled:
        plain = {"id": one.id, "rulings": dict(sorted(one.actions.items(), key=str)), "record": one.record.to_dict()}
        yield json.dumps(plain, ensure_ascii=False) + "\n"


def _json(rows: Iterable[dict[str, Any]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


def _figure_rows(one: Ruled) -> Iterator[dict[str, Any]]:
    """A row for each line of the text with figures on all of which somebody has ruled."""
    start = 0
    for line in one.record.document.text.split("\n"):
        stop = start + len(line)
        there = [f for f in one.record.figures if start <= f.span.start and f.span.end <= stop]
        if there and all(figure.id in one.actions for figure in there):
            yield {"text": line, "quantities": [_quantity(figure) for figure in there]}
        start = stop + 1


def _quantity(figure: Figure) -> dict[str, Any]:
    value = "-".join(map(str, figure.value)) if isinstance(figure.value, tuple) else str(figure.value)
    unit = _UNITS.get(figure.unit, figure.unit_name or figure.unit)
    return {"change": figure.change, "value": value, "unit": figure.span.text, "normalized_unit": unit}


def _event_rows(one: Ruled) -> Iterator[dict[str, Any]]:
    actors = {actor.id: actor for actor in one.record.actors}
    for event in one.affirmed("events"):
        sides = {
            side: [{"code": actors[id].country, "text": actors[id].name} for id in ids if id in actors]
            for side, ids in (("source", event.source), ("target", () if event.reciprocal else event.target))
        }
        yield {"event": event.type, "text": event.sentence.text, **sides}


def _type_rows(one: Ruled) -> Iterator[list[str]]:
    """A row for each event whose source and target are both mentioned in its sentence."""
    actors = {actor.id: actor for actor in one.record.actors}
    for event in one.affirmed("events"):
        sides = (event.source[:1], event.source[1:2]) if event.reciprocal else (event.source[:1], event.target[:1])
        found = [_in_sentence(actors.get(id), event) for ids in sides for id in ids]
        spans = [span for span in found if span]
        if len(spans) != 2 or (spans[0].start < spans[1].end and spans[1].start < spans[0].end):
            continue
        sentence = event.sentence.text.replace("\t", " ").replace("\n", " ")
        marked = sentence
        for span, mark in sorted(zip(spans, "st", strict=True), key=lambda pair: -pair[0].start):
            start, end = span.start - event.sentence.start, span.end - event.sentence.start
            marked = f"{marked[:start]}<{mark}>{marked[start:end]}</{mark}>{marked[end:]}"
        yield [
            sentence, spans[0].text, spans[1].text, marked, _TYPES.get(event.type, event.type), str(event.quad)
        ]  # fmt: skip


def _in_sentence(actor: Actor | None, event: Event) -> Span | None:
    mentions = actor.mentions if actor else ()
    inside = [m for m in mentions if event.sentence.start <= m.start and m.end <= event.sentence.end]
    return Span(inside[0].start, inside[0].end, inside[0].text) if inside else None


def _table(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(["sentence", "source", "target", "marked_sentence", "gold_root", "gold_penta"])
    writer.writerows(rows)
    return out.getvalue()


def _timeml(one: Ruled) -> str:
    document, parts, at = one.record.document, [], 0
    times: list[Time] = sorted(one.record.times, key=lambda time: (time.start, -time.end))
    for time in times:
        if time.start < at:  # one inside another has no place in running text
            continue
        attributes = {"tid": time.id, "type": time.type, "value": time.value, "mod": time.mod}
        written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
        parts.append(f"{escape(document.text[at : time.start])}<TIMEX3{written}>{escape(time.text)}</TIMEX3>")
        at = time.end
    day = document.published or ""
    created = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(day)} functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{one.id}</DOCID>\n'
        f"<DCT>{created}</DCT>\n"
        f"<TEXT>{''.join(parts)}{escape(document.text[at:])}</TEXT>\n</TimeML>\n"
    )


def _attributions(statements: Iterable[Statement]) -> Iterator[str]:
    """Stand-off annotations as brat has them: a line a span, and one for each attribution."""
    number = 0
    for count, statement in enumerate(statements, 1):
        roles = []
        for role, spans in (
            ("Source", [statement.source]),
            ("Cue", [statement.cue]),
            ("Content", list(statement.content)),
        ):
            known = [span for span in spans if span is not None]
            if not known:
                continue
            number += 1
            offsets = ";".join(f"{span.start} {span.end}" for span in known)
            text = " ".join(" ".join(span.text for span in known).split())
            yield f"T{number}\t{role} {offsets}\t{text}\n"
            roles.append(f"{role}:T{number}")
        yield f"E{count}\t{' '.join(roles)}\n"
