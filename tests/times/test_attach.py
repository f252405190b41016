"""Which time governs the words of a fact."""

from __future__ import annotations

import pytest

from memcon import times
from memcon.language import analyse

PUBLISHED = "2025-04-30"  # a Wednesday

# Text with the fact's words in brackets; the value that governs them, and how.
ROWS = [
    ("The envoy said on Monday that troops had [attacked] the town on Friday.", "2025-04-25", "syntax"),
    ("The envoy [said] on Monday that troops had attacked the town on Friday.", "2025-04-28", "syntax"),
    ("The presidents will [meet] in Tirana from 12 to 14 May.", "2025-05-12/2025-05-14", "syntax"),
    ("The [talks] on Tuesday failed.", "2025-04-29", "syntax"),
    ("The 2015 [agreement] was suspended in 2022.", "2015", "syntax"),
    ("Exports [came] to $4bn last year.", "2024", "syntax"),
    ("The minister, speaking on Monday in Oslo, said that rebels had [shelled] the port.", "2025-04-28", "sentence"),
    ("The two countries [signed] a treaty.", "2025-04-30", "publication"),
    ("They [condemned] the fraud in the 2020 Ruritanian election.", "2025-04-30", "publication"),
    ("GENEVA, 3 May 2024 (Agency) — Both sides met.\n\nThey [signed] a treaty.", "2024-05-03", "dateline"),
    ("The two countries will [sign] a treaty.", None, None),
]


@pytest.mark.parametrize(("marked", "value", "via"), ROWS)
def test_the_time_that_governs(marked: str, value: str | None, via: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    analysed = analyse(text)
    found = times.find(text, PUBLISHED, analysed)
    when = times.attach(start, end, analysed, found, PUBLISHED)
    assert (when.value if when else None, when.via if when else None) == (value, via)


def test_without_any_day_nothing_governs() -> None:
    text = "The two countries signed a treaty."
    assert times.attach(18, 24, analyse(text), (), None) is None
