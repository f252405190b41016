"""One document in, one record out: the rooms in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from memcon import actors, checks, events, figures, sources, statements, times
from memcon.actors import Base
from memcon.errors import Error
from memcon.events.ontology import Ontology
from memcon.facts import Document, Made, Record
from memcon.language import analyse, detect

FORMAT = 1


def read(
    text_or_document: str | Document,
    published: str | date | None = None,
    *,
    base: Base | None = None,
    ontology: Ontology | None = None,
) -> Record:
    """Read one report into its record.

    `text_or_document` is the text, or a `Document` with what is known of it; `published` its day (a date or ISO 8601),
    which wins over the document's own; `base` a knowledge base other than the shipped one, `ontology` one other than
    PLOVER. The same input gives the same record on every machine. Text that is not English is recorded with its
    language and not coded. Raises `memcon.Error` where the text is empty or too long or the day is none.
    """
    document = _document(text_or_document, published)
    if document.language != "en":
        return Record(made(), document)
    analysed = analyse(document.text)
    base = base or actors.default_base()
    document = times.date_document(document, analysed)
    day = document.published
    found_times = times.find(document.text, day, analysed)
    cast = actors.resolve(analysed, day, base, document)
    said = statements.find(document.text, analysed, cast, found_times, day)
    cast = actors.first_persons(cast, analysed, said)
    amounts = figures.find(document.text, day, analysed, found_times, cast, said)
    named = events.agreements(analysed, cast, found_times, day)
    done = events.find(analysed, cast, found_times, said, named, day, ontology)
    cast = cast.hosting((span, (*e.source, *e.target)) for e in done for span in (e.sentence, *e.mentions))
    return Record(
        memcon=made(ontology),
        document=document,
        actors=cast.actors,
        places=cast.places,
        times=found_times,
        statements=said,
        figures=amounts,
        agreements=named,
        events=done,
        checks=checks.run(amounts, document.text, day),
    )


def classify_event(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, Any]:
    """Type one event whose parties are known: `source` and `target` are character offsets into `sentence`.

    Gives {"type": PLOVER type, "quad": 1-4, "modes": {mode: probability}, "score": the answer's probability}.
    """
    return events.classify(sentence, source, target)


def made(ontology: Ontology | None = None) -> Made:
    """Which memcon reads now, with which models: what stands at the head of each record."""
    import memcon

    used = statements.models() | events.models()
    if ontology is not None and ontology.sha256:
        used |= {f"ontology {ontology.name}": ontology.sha256}
    return Made(FORMAT, memcon.__version__, dict(sorted(used.items())))


def _document(given: str | Document, published: str | date | None) -> Document:
    document = Document(text=given) if isinstance(given, str) else given
    if not document.text.strip():
        raise Error("nothing to read, the text is empty")
    if not _encodes(document.text):
        raise Error("the text holds half a character (a lone surrogate); decode it as UTF-8 before")
    if published is not None:
        document = replace(document, published=sources.day(published), published_from="given")
    elif document.published is not None:
        document = replace(
            document, published=sources.day(document.published), published_from=document.published_from or "metadata"
        )
    return replace(document, language=document.language or detect(document.text))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
