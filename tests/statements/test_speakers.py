"""Speakers of lists, and statements that stand in others."""

from __future__ import annotations

import pytest

import memcon


def read(text):
    record = memcon.read(text)
    names = {a.id: a.name for a in record.actors}
    return record.statements, names


LISTS = [
    (
        "Canada, Finland, Iceland, and the United States condemn the raid on the harbour.",
        ["Canada", "Finland", "Iceland", "United States"],
    ),
    ("Latvia and the Kingdom of Norway said in a joint statement that the strait was open.", ["Latvia", "Norway"]),
    ("Norway, a neighbour of Finland, said the strait was open.", ["Norway"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_all_of_a_list_speak(text, expected):
    statements, names = read(text)
    assert [names[i] for i in statements[0].speakers] == expected


NESTED = [
    ("Tokayev told Interfax that Costa had said the line was safe.", "Costa", ["the line was safe"]),
    (
        "Tass quoted Foreign Minister Viktor Sarkis as saying that the talks would resume.",
        "Foreign Minister Viktor Sarkis",
        ["that the talks would resume"],
    ),
    (
        "Foreign Minister Anna Halm told reporters that Poland had agreed to open the corridor.",
        "Poland",
        ["to open the corridor"],
    ),
    ("The envoy said that Riga had denied that it closed the port.", "Riga", ["that it closed the port"]),
]


@pytest.mark.parametrize(("text", "source", "content"), NESTED)
def test_inner_statements_hang_on_the_outer(text, source, content):
    (outer, inner), _ = read(text)
    assert outer.within is None
    assert (inner.within, inner.source.text, [c.text for c in inner.content]) == (outer.id, source, content)


ADDRESSED = [
    ("Foreign Minister Viktor Sarkis told Latvia in a phone call that the truce must hold.", ["Latvia"]),
    ("The government of Latvia is being urged to free the crew.", ["Latvia"]),
]


@pytest.mark.parametrize(("text", "hearers"), ADDRESSED)
def test_addressees(text, hearers):
    (found,), names = read(text)
    assert [w for i in found.addressees for w in hearers if w in names[i]] == hearers


def test_the_subject_of_a_passive_is_not_the_source():
    (found,), _ = read("The government of Latvia is being urged to free the crew.")
    assert (found.source, found.speakers) == (None, ())


def test_a_participle_before_the_clause_has_its_subject_as_source():
    (first, second), _ = read("Describing the raid as a crime, Anna Halm said Riga would act.")
    assert (first.source.text, second.source.text) == ("Anna Halm", "Anna Halm")


def test_a_quotation_belongs_to_the_sentence_before_it():
    text = "“The quay is old,” Anna Halm said. The mayor said it would be mended. “We have the money.” She left."
    (first, second), _ = read(text)
    assert [c.text for c in first.content] == ["“The quay is old,”"]
    assert (second.source.text, [c.text for c in second.content][-1]) == ("The mayor", "“We have the money.”")


def test_a_friend_is_somebody_else():
    found, names = read("Anna Halm left Riga in May. A friend of Halm said the town was calm.")
    assert [names[i] for i in found[-1].speakers] != ["Anna Halm"]
