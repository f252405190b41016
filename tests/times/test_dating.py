"""The day or year that a text itself fixes, and the times told from it."""

from __future__ import annotations

import pytest

from memcon import times
from memcon.facts import Document
from memcon.language import analyse

# Text, the day of publication it fixes, and what published_from says.
ROWS = [
    ("GENEVA, 3 May 2024 (Agency) — The envoys met on Tuesday.", "2024-05-03", "text"),
    ("BRUSSELS, May 3, 2024 - The envoys met on Tuesday.", "2024-05-03", "text"),
    ("Joint statement\nTirana, 12 March 2025\nThe leaders met on 4 March 2025.", "2025-03-12", "text"),
    ("Published 3 May 2024\nThe leaders met on 4 March 2024.", "2024-05-03", "text"),
    ("The envoy said today, 12 March 2025, that the talks were over.", "2025-03-12", "text"),
    ("Statement on the Attack of 12 March 2025\nThe ministry condemns it.", None, None),
    ("On 3 May 2024 the envoys met in Geneva.", None, None),
    ("Trade came to $4bn last year, compared with $3bn in 2023.", None, "text"),
    ("Trade came to $4bn last year.", None, None),
]


@pytest.mark.parametrize(("text", "published", "published_from"), ROWS)
def test_a_text_dates_itself(text: str, published: str | None, published_from: str | None) -> None:
    dated = times.date_document(Document(text), analyse(text))
    assert (dated.published, dated.published_from) == (published, published_from)


def test_a_day_that_is_given_stays() -> None:
    text = "GENEVA, 3 May 2024 (Agency) — The envoys met."
    given = Document(text, published="2024-05-09", published_from="given")
    assert times.date_document(given, analyse(text)) == given


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Turnover was $48.7bn last year, up 18% on the corresponding period of 2023.", "2024"),
        ("Exports grew this year to $2bn, up from $1bn in 2023.", None),
        ("Exports fell last year (2021) to $2bn.", "2021"),
        ("In 2021, last year, exports fell.", "2021"),
        ("Last year exports came to $4bn, compared with $3bn in 2019; in 2020 they stood still.", "XXXX"),
        ("Exports fell last year.", "XXXX"),
    ],
)
def test_the_years_of_an_undated_text_fix_last_year(text: str, value: str | None) -> None:
    wanted = "last year" if value else "this year"
    found = [t.value for t in times.find(text) if t.text.lower() == wanted]
    assert found == [value or "2024"]
