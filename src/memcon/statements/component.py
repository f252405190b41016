"""The statements as a component of a spaCy pipeline: `nlp.add_pipe("memcon_statements")` fills `doc._.statements`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from memcon import statements

NAME = "memcon_statements"


@Language.component(NAME)
def statements_component(doc: Doc) -> Doc:
    """Set `doc._.statements` to what `memcon.statements.find` reads in the text of `doc`, offsets in characters.

    The text is analysed by memcon's own parse; what the pipeline holds besides is neither used nor changed.
    """
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", default=())
    doc._.statements = statements.find(doc.text)
    return doc
