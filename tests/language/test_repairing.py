"""Offices behind a body whose acronym stands in brackets are one noun phrase with it."""

import pytest

from memcon.language import analyse


@pytest.mark.parametrize(
    ("text", "office", "head", "dependency"),
    [
        (
            "The envoy spoke with Republic of Chad (ROC) Foreign Minister Idriss Malloum on Friday.",
            "Malloum",
            "with",
            "pobj",
        ),
        ("He met World Grain Council (WGC) Director Ana Pires and left.", "Pires", "met", "dobj"),
        ("The Office of Ports and Customs (OPC) Director Ana Pires met him.", "Pires", "met", "nsubj"),
        ("The World Grain Council (WGC) met Ana Pires.", "Pires", "met", "dobj"),
        (
            "Secretary Halm spoke today with Republic of Cyprus (ROC) Foreign Minister Nikos Lykos.",
            "Lykos",
            "with",
            "pobj",
        ),
        ("Secretary Halm spoke today with Republic of the Congo (ROC) President Félix Mbala.", "Mbala", "with", "pobj"),
    ],
)
def test_offices_behind_acronyms(text: str, office: str, head: str, dependency: str) -> None:
    [token] = [t for t in analyse(text).doc if t.text == office]
    assert (token.head.text, token.dep_) == (head, dependency)


def test_brackets_at_either_end_of_a_text() -> None:
    for text in ("(WGC)", "(WGC) Director", "Council (WGC)", "The Council (WGC) .", "( (WGC) ) ("):
        assert analyse(text).doc.text == text
