"""The statements as a component of a spaCy pipeline."""

from __future__ import annotations

import spacy

from memcon.statements import component, models


def test_the_component_fills_the_doc():
    nlp = spacy.blank("en")
    nlp.add_pipe(component.NAME)
    doc = nlp("“The ferry will sail,” the minister said.")
    (statement,) = doc._.statements
    assert statement.source.text == "the minister"
    assert doc.text[statement.content[0].start : statement.content[0].end] == "“The ferry will sail,”"


def test_models_are_named_with_their_hash():
    assert {len(value) for value in models().values()} == {64}
