"""Headlines whose verb the tagger takes for a noun: the subject, the verb and the object that are read."""

from __future__ import annotations

import pytest

from memcon.language import analyse

READ = [
    ("Peruvian chancellor hosts Chilean counterpart for canal talks", "chancellor hosts counterpart"),
    ("Chad premier visits flood-hit Niger", "premier visits Niger"),
    ("U.S. lifts travel ban to Togo", "U.S. lifts ban"),
    ("Fijian speaker thanks Tonga for boats", "speaker thanks Tonga"),
    ("Oman mediates between Iran and Iraq", "Oman mediates -"),
    ("Togo rebels free Ghanaian captives", "rebels free captives"),
    ("Erdogan, Merkel discuss migrant deal by phone", "Erdogan discuss deal"),
    ("Malian premier, Roe of Niger renew pact", "premier renew pact"),
]
PLAIN = [
    "UN air strikes on Libya",
    "Israel peace talks in Geneva",
    "German exports to China",
    "Truck drivers in Chile",
    "Chad army attacks of last year",
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_verb_of_a_headline(text: str, wanted: str) -> None:
    doc = analyse(text).doc
    verb = next(token for token in doc if token.pos_ == "VERB")
    words = {child.dep_: child.text for child in verb.children}
    assert f"{words.get('nsubj')} {verb.text} {words.get('dobj', '-')}" == wanted
    assert all(token.is_ancestor(token.head) is False for token in doc)
    assert [token.head == token for token in doc].count(True) == 1


@pytest.mark.parametrize("text", PLAIN)
def test_nouns_stay_nouns(text: str) -> None:
    assert not [token for token in analyse(text).doc if token.pos_ == "VERB"]
