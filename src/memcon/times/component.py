"""The spaCy component `memcon_times`: time expressions as `doc._.times` and as spans, in anyone's pipeline."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from memcon.language import Analysed
from memcon.times.finding import find

SPANS = "memcon_times"
"""The key of `doc.spans` under which the expressions stand: label is the type, `kb_id_` the TIMEX3 value."""


class TimesComponent:
    """Calls `memcon.times.find` on a `Doc`, with its parse where it has one."""

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        published = doc._.published or self.published
        analysed = Analysed(doc.text, doc, (), (), ()) if doc.has_annotation("DEP") else None
        times = find(doc.text, published, analysed)
        spans: list[Span] = []
        for time in times:
            span = doc.char_span(time.start, time.end, label=time.type, kb_id=time.value, alignment_mode="expand")
            if span is not None:
                spans.append(span)
        doc.spans[SPANS] = spans
        doc._.times = times
        return doc


@Language.factory("memcon_times", assigns=["doc._.times", "doc.spans"], default_config={"published": None})
def create(nlp: Language, name: str, published: str | None) -> TimesComponent:
    """The component; `published` (ISO date) is for documents that have no `doc._.published` of their own."""
    for extension in ("times", "published"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
    return TimesComponent(published)
