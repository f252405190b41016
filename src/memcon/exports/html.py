"""Records as one self-contained page: the text highlighted by layer, the facts beside it, each showing the other.

The page loads nothing and its content security policy lets nothing run but its own script, since reports come from
anywhere. Where facts overlap, the text is cut at every boundary and each piece names all the facts that it belongs to.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from string import Template

import memcon
from memcon.exports import facts_beside, wording
from memcon.facts import Record
from memcon.language import splitting

LAYERS = ("actors", "times", "figures", "statements", "events", "agreements")
"""What can be shown in the text, and hidden, by itself."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters that belong to a fact, the layer that marks them, and whether they are only its context."""

    start: int
    end: int
    layer: str | None
    fact: str
    verdict: str = ""
    context: bool = False


def page(records: Sequence[Record]) -> str:
    """One HTML page of `records`; with several, a list at the top chooses which is shown."""
    style, script = _asset("page.css"), _asset("page.js")
    title = wording.title(records[0]) if len(records) == 1 else f"{len(records)} reports"
    return Template(_asset("page.html")).substitute(
        version=escape(memcon.__version__),
        title=escape(title),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        chooser=_chooser(records) if len(records) > 1 else "",
        layers="\n".join(_toggle(layer) for layer in LAYERS),
        reports="\n".join(_report(record, f"r{number}") for number, record in enumerate(records, start=1)),
    )


def _asset(name: str) -> str:
    return resources.files("memcon.exports").joinpath("page", name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _chooser(records: Sequence[Record]) -> str:
    options = "".join(
        f'<option value="r{number}">{escape(wording.shortened(wording.title(record), 70))}</option>'
        for number, record in enumerate(records, start=1)
    )
    return f'<select class="choose" aria-label="Report">{options}</select>\n'


def _toggle(layer: str) -> str:
    box = f'<input type="checkbox" value="{layer}" checked>'
    return f'<label class="c-{layer}">{box}<span>{layer.capitalize()}</span></label>'


def _report(record: Record, prefix: str) -> str:
    document = record.document
    language = escape(document.language or "und", quote=True)
    note = ""
    if document.language not in (None, "en"):
        note = '<p class="note">Not English: kept, but not read for facts.</p>'
    return (
        f'<article class="report" id="{prefix}" aria-label="{escape(wording.title(record))}">\n'
        f'<div class="head"><h1>{escape(wording.title(record))}</h1><p class="meta">{_meta(record)}</p>{note}</div>\n'
        f'<div class="text" lang="{language}">\n{_text(record, prefix)}\n</div>\n'
        f'<aside class="facts" aria-label="Facts">\n{facts_beside.facts(record, prefix)}\n</aside>\n</article>'
    )


def _meta(record: Record) -> str:
    document = record.document
    facts = [document.publisher, document.author, wording.published(record)]
    parts = [escape(wording.clean(fact)) for fact in facts if fact]
    if document.url and document.url.startswith(("https://", "http://")):
        parts.append(f'<a href="{escape(document.url)}" rel="noreferrer noopener">source</a>')
    return " · ".join([*parts, escape(wording.counts(record))])


def _text(record: Record, prefix: str) -> str:
    """The text, a `p` for each paragraph, cut at every boundary of a fact."""
    text = record.document.text
    pieces = sorted(_pieces(record), key=lambda piece: (piece.start, piece.end))
    cuts = sorted({0, len(text), *(p.start for p in pieces), *(p.end for p in pieces)})
    paragraphs, cut, first, current = [], 0, 0, list[_Piece]()
    for start, end in splitting.paragraphs(text):
        while cut + 1 < len(cuts) and cuts[cut + 1] <= start:
            cut += 1
        parts = []
        at = start
        while at < end:
            until = min(end, cuts[cut + 1])
            while first < len(pieces) and pieces[first].start <= at:
                current.append(pieces[first])
                first += 1
            current = [piece for piece in current if piece.end > at]
            parts.append(_piece(text[at:until], until, current, prefix))
            at = until
            cut += at == cuts[cut + 1] and cut + 2 < len(cuts)
        paragraphs.append(f'<p dir="auto">{"".join(parts)}</p>')
    return "\n".join(paragraphs)


def _piece(text: str, end: int, pieces: Sequence[_Piece], prefix: str) -> str:
    shown = escape(text)
    if not pieces:
        return shown
    # The fact of fewest characters comes first: it is what the reader points at.
    nearest = sorted(pieces, key=lambda piece: (piece.end - piece.start, piece.fact))
    layers = [layer for layer in LAYERS if any(piece.layer == layer for piece in pieces)]
    verdict = next((piece for piece in nearest if piece.verdict), None)
    if verdict is not None:
        layers += [f"v-{verdict.verdict}", *(["v-end"] if verdict.end == end else [])]
    core = list(dict.fromkeys(f"{prefix}-{piece.fact}" for piece in nearest if not piece.context))
    context = [i for i in dict.fromkeys(f"{prefix}-{p.fact}" for p in nearest if p.context) if i not in core]
    ids = (f' data-f="{" ".join(core)}"' if core else "") + (f' data-c="{" ".join(context)}"' if context else "")
    return f'<span class="{" ".join(["s", *layers])}"{escape(ids, quote=False)}>{shown}</span>'


def _pieces(record: Record) -> Iterator[_Piece]:
    for actor in record.actors:
        yield from (_Piece(m.start, m.end, "actors", actor.id) for m in actor.mentions)
    yield from (_Piece(p.start, p.end, None, p.id) for p in record.places)
    yield from (_Piece(t.start, t.end, "times", t.id) for t in record.times)
    for agreement in record.agreements:
        yield from (_Piece(m.start, m.end, "agreements", agreement.id) for m in agreement.mentions)
    for statement in record.statements:
        yield from (_Piece(s.start, s.end, "statements", statement.id) for s in statement.content)
        yield from (_Piece(s.start, s.end, None, statement.id) for s in (statement.source, statement.cue) if s)
    for event in record.events:
        yield _Piece(event.trigger.start, event.trigger.end, "events", event.id)
        yield from (_Piece(s.start, s.end, None, event.id, context=True) for s in (event.sentence, *event.mentions))
        yield from (_Piece(s.start, s.end, None, event.id) for s in event.topics)
    yield from _figures(record)


def _figures(record: Record) -> Iterator[_Piece]:
    """The figures, each with the gravest verdict of the checks it takes part in."""
    gravity = ("disagrees", "agrees", "implies")
    for figure in record.figures:
        verdicts = {check.verdict for check in record.checks if figure.id in check.figures}
        verdict = next((verdict for verdict in gravity if verdict in verdicts), "")
        yield _Piece(figure.span.start, figure.span.end, "figures", figure.id, verdict)
        if figure.indicator_text:
            span = figure.indicator_text
            yield _Piece(span.start, span.end, None, figure.id, context=True)
