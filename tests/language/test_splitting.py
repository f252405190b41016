"""Where paragraphs and sentences end. `|` in a row marks the place."""

from __future__ import annotations

import pytest

from memcon.language import splitting

SENTENCES = [
    "The envoy left.| He flew home.",
    "Mr. Hentzau met Dr. Karolyi.| They spoke.",
    "The U.S. Secretary of State left the U.S. on Monday.| No reason was given.",
    "He flew to the U.S.| The visit was short.",
    "They met in Washington, D.C.| Secretary Hentzau spoke first.",
    "They met in Washington, D.C., and in Strelsau.",
    "Talks began at 10 a.m. Friday and ended at 4 p.m.| President Elphberg left at once.",
    "At 2:15 p.m. EDT the line fell silent.",
    "George H.W. Elphberg served under J. R. Hentzau.| He retired.",
    "Assets were frozen under E.O. 14024 in May.",
    "See No. 5 and Nos. 6 to 8.| No.| They refused.",
    "Was the answer no?| It was no.| When asked again, she left.",
    "Hentzau Shipping Co. Ltd. owns the ship.",
    "The ship belongs to Hentzau Ltd.| It sank.",
    "He brought bread, wine, etc.| They ate.",
    "“We agreed.”| He left.",
    "“We agreed,” he said.| “It took years.”",
    "“Will you sign?” she asked.| “Never!” he said.",
    "He said: “No.”| “Why?” she asked.",
    "(They applauded.)| He sat down.",
    "Why?!| Nobody knew…| The end.",
    "He waited… and left.",
    "It cost $3.5bn.| That was 2.1 per cent more.",
    "See example.org for more.| Or call.",
    "The sum (approx. 5 million) was paid on Jan. 5 by Gen. Black Michael.",
    "e.g. Ruritania, i.e. the kingdom, vs. Freedonia",
    "What I want is peace, said I.| The rest is talk.",
    "STRELSAU, Ruritania (RNA) —| Guards shot at a crowd that had gathered before the palace at dawn.",
    "ZENDA -| Guards shot at a crowd that had gathered before the gates of the castle at dawn.",
    "LA FERTE, Ruritania, May 3 --| “We shall not yield,” the king said in a speech to the guilds of the town.",
    "Strelsau (RNA):| Guards shot at a crowd that had gathered before the palace at dawn on Friday.",
    "QUESTION: Will the king come to the ball that the princess gives at the castle on Saturday?",
    "EU - Ruritania summit",
]


@pytest.mark.parametrize("row", SENTENCES)
def test_sentences(row: str) -> None:
    text = row.replace("|", "")
    found = [text[start:end] for start, end in splitting.sentences(text, 0, len(text))]
    assert found == [part.strip() for part in row.split("|")]


PARAGRAPHS = [
    "One.\n|Two.",
    "One\n|\nTwo",
    "One.\r\n|\r\n|Two.",
    "One.\u2029|Two.\u2028|Three.",
    "  One.  \n \t \n|  Two.  ",
    # Hard-wrapped: lines that begin in the middle of a sentence tell.
    "The envoy of Ruritania met\nthe minister of Freedonia and\nleft the same day.\n|\nThe talks go\non in May.",
    "Title of the report\n|\nThe envoy met\nthe minister in the\ncapital.",
    # Not wrapped: each line is a paragraph.
    "The envoy left.\n|The minister stayed.\n|“No,” he said.",
]


@pytest.mark.parametrize("row", PARAGRAPHS)
def test_paragraphs(row: str) -> None:
    text = row.replace("|", "")
    found = [text[start:end] for start, end in splitting.paragraphs(text)]
    assert found == [part.strip() for part in row.split("|") if part.strip()]


def test_empty() -> None:
    assert list(splitting.paragraphs("")) == []
    assert list(splitting.paragraphs(" \n\n ")) == []
    assert list(splitting.sentences("", 0, 0)) == []
