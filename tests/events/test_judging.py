"""How sure it is that an act is told: plain news more than figures of speech, and what is unlikely is left out."""

from __future__ import annotations

import math

import pytest

import memcon
from memcon.events import judging

AROUND_IT = (
    "The report was printed on Monday. The weather was mild. It has four chapters and an index. "
    "Critics have read it with care."
)


def sure(text: str) -> list[tuple[str, float]]:
    return [(event.type, event.confidence) for event in memcon.read(text, "2025-03-07").events]


@pytest.mark.parametrize(
    ("plain", "figure"),
    [
        ("Norway’s foreign minister met his Chadian counterpart in Oslo.", "Norway met its match in Chad."),
        ("Chad attacked Norwegian peacekeepers near the border.", "Chad attacked Norwegian reasoning in the report."),
    ],
)
def test_plain_news_is_surer_than_figures_of_speech(plain: str, figure: str) -> None:
    told = sure(plain)
    assert told
    assert max(p for _, p in told) > max((p for _, p in sure(figure)), default=0.0)


def test_confidence_is_a_share_of_two_digits() -> None:
    told = sure(
        "Norway recalled its envoy from Peru. Chad thanked Norway for its aid. Peru met Chad in Oslo on Monday."
    )
    assert told
    assert all(0 < p <= 1 and round(p, 2) == p for _, p in told)


def test_doubtful_acts_count_only_where_little_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    middle = (judging.KEPT + judging.KEPT_ALONE) / 2
    monkeypatch.setattr(judging, "confidences", lambda told, reading: [middle] * len(told))
    sentence = "Norway recalled its envoy from Peru."
    assert sure(sentence) == [("SANCTION", round(middle, 2))]
    assert sure(f"{sentence} {AROUND_IT}") == []


def test_encoder_is_asked_only_where_the_telling_leaves_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    opinions = judging.opinions
    monkeypatch.setattr(judging, "opinions", lambda told: asked.append(len(told)) or opinions(told))
    memcon.read("Norway recalled its envoy from Peru.", "2025-03-07")
    monkeypatch.setattr(judging, "PLAIN", 0.0)
    memcon.read("Norway recalled its envoy from Peru.", "2025-03-07")
    monkeypatch.setattr(judging, "PLAIN", 1.1)
    memcon.read("Norway recalled its envoy from Peru.", "2025-03-07")
    assert asked[1:] == [0, 1]


def test_weights_are_numbers_in_order() -> None:
    lines = judging.SOURCE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    assert lines[0].split("\t") == ["evidence", "alone", "beside the encoder"]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(math.isfinite(float(weight)) for row in rows for weight in row[1:])
    assert {"encoder", "encoder none", ""} <= {row[0] for row in rows}
