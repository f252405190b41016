"""The annotated sentences of `tests/actors/sentences`, and how a cast is judged against them.

A line with a day (or -) opens a sentence; the indented lines under it are its mentions, in columns parted by `|`:
characters, who, country, kind, via, role, PLOVER sector. `states.txt` tells at its head what may stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from memcon import statements, times
from memcon.actors import Base, Cast, Reference, default_base, first_persons, resolve
from memcon.actors.places import fold
from memcon.language import analyse

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "actors" / "sentences"
_CODE = re.compile(r"[A-Z]{3}")
_TOKENLESS = frozenset({"someone", "nobody", "place", ""})


@dataclass(frozen=True, slots=True)
class Row:
    """One annotated mention: characters `start` to `end` of `text`, and what is expected there."""

    start: int
    end: int
    text: str
    who: str
    country: str
    kind: str = ""
    via: str = ""
    role: str = ""
    sector: str = ""

    @property
    def names_somebody(self) -> bool:
        """Whether a person or an organisation is expected by name."""
        return self.who not in _TOKENLESS and not all(_CODE.fullmatch(who) for who in self.who.split(" + "))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of its own, the day it was published, and the mentions annotated in it."""

    theme: str
    day: str | None
    text: str
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Verdict:
    """How a mention was read: each judgement None where it is not asked for."""

    sentence: Sentence
    row: Row
    found: str
    country: bool | None = None
    identity: bool | None = None
    group: bool | None = None
    kind: bool | None = None
    role: bool | None = None
    sector: bool | None = None
    wrong_known: bool = False

    @property
    def wrong(self) -> list[str]:
        """The names of the judgements that went against the reading."""
        asked = {"country": self.country, "identity": self.identity, "group": self.group, "kind": self.kind}
        return [name for name, right in (asked | {"role": self.role, "sector": self.sector}).items() if right is False]


@dataclass(slots=True)
class Tally:
    """Shares of what was right, in percent, and the counts they are of."""

    verdicts: list[Verdict] = field(default_factory=list)

    def share(self, name: str) -> float:
        """How many percent of the mentions for which `name` is asked are right."""
        asked = [v for v in self.verdicts if getattr(v, name) is not None]
        return 100 * sum(getattr(v, name) for v in asked) / len(asked) if asked else 100.0

    def count(self, name: str) -> int:
        """For how many mentions `name` is asked."""
        return sum(getattr(v, name) is not None for v in self.verdicts)

    @property
    def wrong_known(self) -> float:
        """How many percent of all mentions were given a wrong identity and said to be known."""
        return 100 * sum(v.wrong_known for v in self.verdicts) / max(1, len(self.verdicts))


def sentences(folder: Path = SENTENCES, themes: str = "*") -> Iterator[Sentence]:
    """Every annotated sentence. Raises `ValueError` where a line does not fit."""
    for path in sorted(folder.glob(f"{themes}.txt")):
        head, rows = "", list[Row]()
        for line in [*path.read_text("utf-8").splitlines(), "-"]:
            if line.startswith("#") or not line.strip():
                continue
            if line.startswith("  "):
                rows.append(_row(head.partition(" ")[2], line, path.name))
                continue
            if head:
                day, _, text = head.partition(" ")
                yield Sentence(path.stem, None if day == "-" else day, text, tuple(rows))
            head, rows = line, []


def _row(sentence: str, line: str, name: str) -> Row:
    text, *rest = (column.strip() for column in line.split("|"))
    text, _, number = text.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = sentence.find(text, start + 1)
        while start >= 0 and _inside_word(sentence, start, start + len(text)):
            start = sentence.find(text, start + 1)
    if start < 0 or len(rest) < 1:
        raise ValueError(f"{name}: {line.strip()!r} does not stand in {sentence!r}")
    return Row(start, start + len(text), text, *([*rest, ""][:6] if len(rest) > 1 else [*rest, ""]))


def _inside_word(sentence: str, start: int, end: int) -> bool:
    return sentence[start - 1 : start].isalnum() or sentence[end : end + 1].isalnum()


def cast_of(text: str, day: str | None, base: Base) -> Cast:
    """The cast of a sentence, pronouns inside quotations included."""
    analysed = analyse(text)
    cast = resolve(analysed, day, base)
    return first_persons(cast, analysed, statements.find(text, analysed, cast, times.find(text, day, analysed), day))


def judge(given: Sentence, base: Base | None = None) -> list[Verdict]:
    """Read the sentence and judge each of its mentions."""
    cast = cast_of(given.text, given.day, base or default_base())
    return [_verdict(given, row, cast) for row in given.rows]


def _verdict(given: Sentence, row: Row, cast: Cast) -> Verdict:
    reference = _reference(cast, row)
    ids = reference.ids if reference else ()
    actors = [cast.actor(i) for i in ids]
    places = cast.places_in(row.start, row.end)
    found = "; ".join(f"{a.name}/{a.kind}/{a.country}/{a.role}{'*' if a.known else ''}" for a in actors) or "nobody"
    found += f" [{reference.via}: {reference.how}]" if reference else ""
    found += "".join(f" place {p.name}/{p.country}" for p in places)
    verdict = Verdict(given, row, found)
    wanted = set(row.country.split()) - {"none"}
    if row.who == "nobody":
        verdict.identity = not actors
        verdict.wrong_known = any(a.known for a in actors)
        return verdict
    if row.who == "place":
        inside = bool(actors)
        verdict.country = any(p.country == row.country for p in places) and not inside
        verdict.wrong_known = inside and any(a.known for a in actors)
        return verdict
    countries = {a.country for a in actors} - {None}
    if row.country:
        verdict.country = bool(actors) and countries == wanted
    if row.kind:
        verdict.kind = bool(actors) and all(a.kind == row.kind for a in actors)
    if row.role:
        roles = " ".join(a.role or "" for a in actors).lower()
        verdict.role = row.role[1:] not in roles if row.role[0] == "-" else row.role in roles
    if row.sector:
        verdict.sector = bool(actors) and all(a.sector == row.sector for a in actors)
    right = _same(row, cast, ids) if row.who not in _TOKENLESS else bool(actors) and verdict.country is not False
    if row.via in ("pronoun", "group"):
        verdict.group = right
    elif row.names_somebody:
        verdict.identity = right
    verdict.wrong_known = not right and any(a.known for a in actors)
    return verdict


def _reference(cast: Cast, row: Row) -> Reference | None:
    """The reference meant by the annotated characters; inside a longer one only where its head stands in them."""
    touched = cast.references_in(row.start, row.end)
    inside = [r for r in touched if r.start >= row.start and r.end <= row.end]
    inside = [r for r in inside if r.via != "pronoun" or r.start > row.start or r.end == row.end]
    if inside:
        return min(inside, key=lambda r: (r.start, -r.end))
    around = [r for r in touched if row.start <= r.head < row.end]
    return around[-1] if around else None


def _same(row: Row, cast: Cast, ids: tuple[str, ...]) -> bool:
    """Whether the actors `ids` are those expected, each by its code or by one of its names."""
    actors = [cast.actor(i) for i in ids]
    for who in row.who.split(" + "):
        names = {fold(name.strip()) for name in who.split(" / ")}
        right = [
            a
            for a in actors
            if fold(a.name) in names
            or (a.kind == "state" and (a.country or "").lower() in names)
            or ("someone" in names and not a.known)
        ]
        if not right:
            return False
        actors.remove(right[0])
    return not actors or (row.via == "group" and " + " not in row.who)
