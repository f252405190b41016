"""A record of a few invented reports about Kazakhstan, the European Union and Georgia."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from memcon.answers import Reader
from memcon.facts import (
    Actor,
    Agreement,
    Check,
    Document,
    Event,
    Figure,
    Made,
    Mention,
    Place,
    Record,
    Span,
    Statement,
    When,
)
from memcon.store import Store

ACTORS = {
    "Kazakhstan": ("state", "KAZ", "GOV", None),
    "Aidar Bekov": ("person", "KAZ", "GOV", "president"),
    "European Union": ("igo", "EUR", "GOV", None),
    "Marta Lind": ("person", "EUR", "GOV", "commissioner"),
    "Georgia": ("state", "GEO", "GOV", None),
    "Lake Fund": ("company", None, "BUS", None),
}
SCORES = {
    "CONSULT": (1, 2.5, "040", 1.0),
    "AGREE": (1, 2.5, "030", 4.0),
    "AID": (2, 10.0, "070", 7.0),
    "ACCUSE": (3, -3.0, "112", -2.0),
    "SANCTION": (3, -7.0, "163", -8.0),
    "ASSAULT": (4, -9.0, "190", -10.0),
}


@dataclass
class Report:
    """A report under construction: its facts are tied to words that stand in its text."""

    id: str
    published: str | None
    text: str

    def __post_init__(self) -> None:
        self.names = [name for name in ACTORS if name in self.text]
        self.facts: dict[str, list[Any]] = {
            "events": [],
            "statements": [],
            "figures": [],
            "agreements": [],
            "checks": [],
        }

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words), words)

    def mentions(self, name: str) -> Iterator[Mention]:
        for found in re.finditer(re.escape(name), self.text):
            yield Mention(found.start(), found.end(), name)

    def ids(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(f"a{self.names.index(name) + 1}" for name in names)

    def event(self, kind: str, sentence: str, source: Sequence[str], target: Sequence[str] = (), **more: Any) -> Report:
        quad, score, cameo, goldstein = SCORES[kind]
        whole = self.span(sentence)
        trigger = Span(whole.start, whole.start + len(sentence.split()[0]), sentence.split()[0])
        found = self.facts["events"]
        found.append(
            Event(f"e{len(found) + 1}", kind, quad, trigger, whole, score=score, cameo=cameo, goldstein=goldstein,
                  source=self.ids(source), target=self.ids(target), **more)
        )  # fmt: skip
        return self

    def statement(self, words: str, speaker: str, to: Sequence[str] = ()) -> Report:
        found = self.facts["statements"]
        found.append(
            Statement(
                f"s{len(found) + 1}", "direct", None, None, (self.span(words),), self.ids([speaker]), self.ids(to)
            )
        )
        return self

    def figure(self, words: str, value: float, between: Sequence[str], period: When, **more: Any) -> Report:
        found = self.facts["figures"]
        found.append(
            Figure(f"f{len(found) + 1}", self.span(words), value, indicator="trade", between=self.ids(between),
                   period=period, **more)
        )  # fmt: skip
        return self

    def agreement(self, name: str, parties: Sequence[str]) -> Report:
        self.facts["agreements"].append(Agreement("g1", name, "treaty", self.ids(parties), (self.span(name),)))
        return self

    def check(self, *figures: str, verdict: Any = "agrees") -> Report:
        self.facts["checks"].append(Check("c1", "currency pair", figures, verdict, detail="tested by hand"))
        return self

    def made(self) -> Record:
        actors = tuple(
            Actor(f"a{n}", name, kind, country, sector, role, mentions=tuple(self.mentions(name)))  # type: ignore[arg-type]
            for n, name in enumerate(self.names, start=1)
            for kind, country, sector, role in [ACTORS[name]]
        )
        places = ()
        if "Astana" in self.text:
            s = self.span("Astana")
            places = (Place("p1", s.start, s.end, s.text, "Astana", "KAZ", 51.18, 71.45),)
        title, url, given = (
            self.text.split(".")[0],
            f"https://news.example/{self.id}",
            "given" if self.published else None,
        )
        document = Document(
            self.text,
            self.id,
            title,
            url,
            "The Strelsau Gazette",
            None,
            self.published,
            given,
            "en",  # type: ignore[arg-type]
        )
        lists = {name: tuple(found) for name, found in self.facts.items()}
        record = Record(Made(1, "0"), document, actors, places, **lists)
        record.validate()
        return record


def day(iso: str) -> When:
    return When(iso, iso, iso)


YEAR = When("2024", "2024-01-01", "2024-12-31")


def reports() -> list[Record]:
    met = "Aidar Bekov received Marta Lind in Astana on Tuesday."
    praise = "We trust Aidar Bekov as a partner"
    first = Report("one", "2025-03-05", (
        f"{met} “{praise},” said Marta Lind. Kazakhstan and the European Union will sign the Lake Treaty in May. "
        "Trade between Kazakhstan and the European Union was worth $48bn, or €46bn, in 2024."
    ))  # fmt: skip
    both = {"source": ["Aidar Bekov", "Marta Lind"], "reciprocal": True}
    first.event("CONSULT", met, **both, modes=("visit",), when=day("2025-03-04"), where="p1")
    first.event("AGREE", "Kazakhstan and the European Union will sign the Lake Treaty in May.",
                ["Kazakhstan", "European Union"], reciprocal=True, status="future", topics=(first.span("Lake Treaty"),),
                when=When("2025-05", "2025-05-01", "2025-05-31"))  # fmt: skip
    first.statement(praise, "Marta Lind").agreement("Lake Treaty", ["Kazakhstan", "European Union"])
    first.figure("$48bn", 48e9, ["Kazakhstan", "European Union"], YEAR, unit="USD", same_as=("f2",))
    first.figure("€46bn", 46e9, ["Kazakhstan", "European Union"], YEAR, unit="EUR", same_as=("f1",)).check("f1", "f2")

    accused = "Georgia accused Kazakhstan of dumping."
    second = Report("two", "2025-03-20", f"{accused} The European Union paid Georgia 3 million euros. Nobody was hurt.")
    second.event("ACCUSE", accused, ["Georgia"], ["Kazakhstan"])
    second.event("AID", "The European Union paid Georgia 3 million euros.", ["European Union"], ["Georgia"])
    second.event("ASSAULT", "Nobody was hurt.", ["Georgia"], ["Kazakhstan"], status="negated")

    punished = "The European Union imposed sanctions on the Lake Fund and warned Kazakhstan."
    third = Report("three", "2025-04-02", f"{punished} =SUM(A1) is no formula here.")
    third.event("SANCTION", punished, ["European Union"], ["Lake Fund", "Kazakhstan"])
    undated = Report("four", None, "Marta Lind telephoned Aidar Bekov.")
    undated.event("CONSULT", "Marta Lind telephoned Aidar Bekov.", ["Marta Lind"], ["Aidar Bekov"], modes=("phone",))
    return [first.made(), second.made(), third.made(), undated.made()]


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("record") / "memcon.duckdb"
    with Store(found) as store:
        store.add_all(reports())
    return found


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    with Reader(path) as opened:
        yield opened
