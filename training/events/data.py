"""What the event encoder learns from: sentences with two marked parties and a type, of PLV or made from patterns."""

from __future__ import annotations

import csv
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the spans of source and target in it, its type ("YIELD" where the gold merges two) and CAMEO code."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    type: str
    code: str | None = None


def plv(path: Path) -> list[Example]:
    """The rows of a PLV table; a span whose marks are missing is looked up by its words."""
    with path.open(newline="", encoding="utf-8") as file:
        return [_row(row) for row in csv.DictReader(file, delimiter="\t")]


def _row(row: dict[str, str]) -> Example:
    text, at = "", 0
    found: dict[str, list[int]] = {"s": [], "t": []}
    marked = row["marked_sentence"]
    for match in re.finditer(r"</?([st])>", marked):
        text += marked[at : match.start()]
        at = match.end()
        found[match[1]].append(len(text))
    text += marked[at:]

    def span(mark: str, words: str) -> tuple[int, int]:
        if len(found[mark]) >= 2:
            return found[mark][0], found[mark][1]
        start = max(text.lower().find(words.lower()), 0)
        return start, start + len(words)

    return Example(text, span("s", row["source"]), span("t", row["target"]), row["gold_root"])


class Patterns:
    """The patterns of `templates.tsv`, filled at random."""

    def __init__(self, types: dict[str, str]) -> None:
        """`types` maps CAMEO code to PLOVER type."""
        self._fillers: dict[str, Any] = tomllib.loads((HERE / "fillers.toml").read_text("utf-8"))
        lines = (HERE / "templates.tsv").read_text("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        self.rows = [(code, pattern, types.get(code, "none")) for code, pattern in rows]

    def sample(self, draw: random.Random, each: int) -> Iterator[Example]:
        """`each` sentences of every pattern."""
        for code, pattern, kind in self.rows:
            for _ in range(each):
                yield self._fill(pattern, kind, code, draw)

    def actor(self, draw: random.Random) -> str:
        """A party: a person with an office, a country, a body, or a group."""
        f = self._fillers
        kind = draw.random()
        if kind < 0.3:
            return draw.choice(f["country"])
        if kind < 0.5:
            adjective = draw.choice(f["adjective"])
            head = draw.choice(f["group"])
            return f"{adjective} {head}" if draw.random() < 0.6 else f"the {adjective} {draw.choice(f['office'])}"
        if kind < 0.65:
            return draw.choice(f["body"])
        name = f"{draw.choice(f['adjective'])} {draw.choice(f['person'])} {draw.choice(f['surname'])}"
        return name if draw.random() < 0.8 else name.split()[-1]

    def _fill(self, pattern: str, kind: str, code: str, draw: random.Random) -> Example:
        pattern = _CHOICE.sub(lambda m: draw.choice(m[1].split("|")), pattern)
        # A choice may hold no choice of its own, so one pass is enough.
        actors = {"S": self.actor(draw), "T": self.actor(draw)}
        text, at = "", 0
        spans: dict[str, tuple[int, int]] = {}
        for match in _SLOT.finditer(pattern):
            text += pattern[at : match.start()]
            value = actors.get(match[1]) or draw.choice(self._fillers.get(match[1], [match[1]]))
            if match[1] in actors:
                spans[match[1]] = (len(text), len(text) + len(value))
            text += value
            at = match.end()
        text = re.sub(r" +(?=[.,])", "", text + pattern[at:])
        text = text[:1].upper() + text[1:]
        return Example(text, spans["S"], spans.get("T", spans["S"]), kind, None if code == "none" else code)


def masked(example: Example, patterns: Patterns, draw: random.Random) -> Example:
    """`example` with its source, its target or both replaced by another party, so that names tell nothing."""
    text, source, target = example.text, example.source, example.target
    for which in ("target", "source"):
        if draw.random() < 0.4:
            continue
        span, other = (target, source) if which == "target" else (source, target)
        if span[0] < other[1] and other[0] < span[1]:
            return example
        new = patterns.actor(draw)
        text = text[: span[0]] + new + text[span[1] :]
        shift = len(new) - (span[1] - span[0])
        span = (span[0], span[0] + len(new))
        if other[0] >= span[0]:
            other = (other[0] + shift, other[1] + shift)
        target, source = (span, other) if which == "target" else (other, span)
    return Example(text, source, target, example.type, example.code)
