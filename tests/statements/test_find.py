"""Statements of short texts: kind, source, cue and content as they stand in the text."""

from __future__ import annotations

import pytest

from memcon import statements

ROWS = [
    (
        "Tirana said on Monday that the ferry line would reopen.",
        [("indirect", "Tirana", "said", ["that the ferry line would reopen"])],
    ),
    (
        "“The ferry will sail,” the minister said. “Nobody will be left ashore.”",
        [("direct", "the minister", "said", ["“The ferry will sail,”", "“Nobody will be left ashore.”"])],
    ),
    (
        "The envoy urged both capitals to reopen the bridge.",
        [("indirect", "The envoy", "urged", ["both capitals to reopen the bridge"])],
    ),
    (
        "According to the port authority, two ships were turned back.",
        [("indirect", "the port authority", "According to", ["two ships were turned back"])],
    ),
    (
        "The chancellor wrote: “We stand with our neighbours.\n\n“We have stood with them for thirty years.\n\n“That "
        "will not change.”\n\nThe border opened at noon.",
        [
            (
                "direct",
                "The chancellor",
                "wrote",
                [
                    "“We stand with our neighbours.",
                    "“We have stood with them for thirty years.",
                    "“That will not change.”",
                ],
            )
        ],
    ),
    (
        "It should be noted that the ferry line had closed in June.",
        [("indirect", None, "should be noted", ["that the ferry line had closed in June"])],
    ),
    (
        "Seven sailors were reportedly hurt near Tirana.",
        [("indirect", None, "reportedly", ["Seven sailors were", "hurt near Tirana"])],
    ),
    (
        "The council hailed the release of the crew, the opening of the port and the return of the ferry.",
        [
            (
                "indirect",
                "The council",
                "hailed",
                ["the release of the crew, the opening of the port and the return of the ferry"],
            )
        ],
    ),
    ("The so-called “peace train” left Tirana at dawn.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_statements_of_a_text(text, expected):
    found = statements.find(text)
    assert [
        (s.kind, s.source and s.source.text, s.cue and s.cue.text, [c.text for c in s.content]) for s in found
    ] == expected
