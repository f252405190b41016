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
    ("The envoy said that Riga had denied that it closed the port.", "Riga", ["that it closed the port"]),
]


@pytest.mark.parametrize(("text", "source", "content"), NESTED)
def test_inner_statements_hang_on_the_outer(text, source, content):
    (outer, inner), _ = read(text)
    assert outer.within is None
    assert (inner.within, inner.source.text, [c.text for c in inner.content]) == (outer.id, source, content)
