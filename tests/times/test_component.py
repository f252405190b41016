"""The spaCy component in a pipeline of someone else's."""

from __future__ import annotations

import spacy

from memcon.times import component


def test_a_blank_pipeline_gives_times_and_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon_times", config={"published": "2025-04-30"})
    doc = nlp("Exports rose last year. The ministers met on Friday.")
    spans = [(span.text, span.label_, span.kb_id_) for span in doc.spans[component.SPANS]]
    assert spans == [("last year", "DATE", "2024"), ("Friday", "DATE", "2025-04-25")]
    assert [t.value for t in doc._.times] == ["2024", "2025-04-25"]


def test_a_document_may_bring_its_own_day() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon_times")
    doc = nlp.make_doc("Exports rose last year.")
    doc._.published = "2020-02-01"
    assert [t.value for t in nlp(doc)._.times] == ["2019"]
