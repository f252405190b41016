"""A record made by hand for an invented report, with every kind of fact, on which what shows records is tested."""

from __future__ import annotations

import pytest
from hypothesis import settings

from memcon.facts import (
    Actor,
    Agreement,
    Check,
    Comparison,
    Document,
    Event,
    Figure,
    Made,
    Mention,
    Place,
    Record,
    Span,
    Statement,
    Time,
    When,
)

settings.register_profile("memcon", derandomize=True, database=None)
settings.load_profile("memcon")

TEXT = (
    "President Flavia Elphberg of Ruritania telephoned Freedonia’s prime minister, Rufus Firefly, on 4 March.\n"
    "“We will sign the Lake Treaty in Strelsau next month,” she said. "
    "Trade between the two hit $48.7bn (€47.3bn) last year, up 18%.\n\n"
    "Firefly <script>alert('1')</script> & his \"cabinet\" denied the claim that 12 people had died."
)


def span(words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def mention(words: str, via: str = "name", occurrence: int = 0) -> Mention:
    found = span(words, occurrence)
    return Mention(found.start, found.end, found.text, via, "by hand")  # type: ignore[arg-type]


def made() -> Record:
    day, month, year = (
        When("2025-03-04", "2025-03-04", "2025-03-04", "t1"),
        When("2025-04", "2025-04-01", "2025-04-30", "t2"),
        When("2024", "2024-01-01", "2024-12-31", "t3"),
    )
    first, second, last = (
        span(TEXT[: TEXT.index("\n")]),
        span(TEXT[TEXT.index("“") : TEXT.index(" Trade")]),
        span(TEXT[TEXT.index("Firefly <") :]),
    )
    times = [("t1", "4 March", day), ("t2", "next month", month), ("t3", "last year", year)]
    return Record(
        Made(1, "0", {"model": "0" * 64}),
        Document(
            TEXT,
            "call.txt",
            "Ruritania and Freedonia <talk>",
            "https://news.example/1",
            "The Strelsau Gazette",
            "A. Hentzau",
            "2025-03-05",
            "given",
            "en",
        ),
        actors=(
            Actor(
                "a1",
                "Flavia Elphberg",
                "person",
                "DEU",
                "GOV",
                "president",
                None,
                False,
                (mention("Flavia Elphberg"), mention("she", "pronoun"), mention("We", "group")),
            ),
            Actor(
                "a2",
                "Rufus Firefly",
                "person",
                "FRA",
                "GOV",
                "prime minister",
                None,
                False,
                (mention("Rufus Firefly"), mention("Firefly", "name", 1)),
            ),
            Actor("a3", "Ruritania", "state", "DEU", None, None, None, False, (mention("Ruritania"),)),
            Actor("a4", "Freedonia", "state", "FRA", None, None, None, False, (mention("Freedonia"),)),
        ),
        places=(Place("p1", *_bounds("Strelsau"), "Strelsau", "DEU"),),
        times=tuple(
            Time(i, s.start, s.end, s.text, "DATE", w.value, None, w.from_, w.to)
            for i, s, w in ((i, span(words), w) for i, words, w in times)
        ),
        statements=(
            Statement(
                "s1",
                "direct",
                span("she"),
                span("said"),
                (span("We will sign the Lake Treaty in Strelsau next month,"),),
                ("a1",),
                ("a2",),
                None,
                day,
            ),
            Statement(
                "s2", "indirect", span("Firefly", 1), span("denied"), (span("that 12 people had died"),), ("a2",)
            ),
        ),
        figures=(
            Figure(
                "f1",
                span("$48.7bn"),
                48.7e9,
                "USD",
                "US dollar",
                "=",
                "trade",
                span("Trade"),
                ("a3", "a4"),
                (),
                (),
                year,
                None,
                ("f2",),
            ),
            Figure(
                "f2",
                span("€47.3bn"),
                47.3e9,
                "EUR",
                "euro",
                "=",
                "trade",
                span("Trade"),
                ("a3", "a4"),
                (),
                (),
                year,
                None,
                ("f1",),
            ),
            Figure(
                "f3",
                span("18%"),
                18.0,
                "percent",
                "percent",
                "up",
                "trade",
                None,
                (),
                (),
                (),
                year,
                Comparison("growth", "f1"),
            ),
            Figure("f4", span("12 people"), 12, "person", "person"),
        ),
        agreements=(Agreement("g1", "Lake Treaty", "treaty", ("a3", "a4"), (span("Lake Treaty"),), month, "p1"),),
        events=(
            Event(
                "e1",
                "CONSULT",
                1,
                span("telephoned"),
                first,
                ("phone",),
                ("diplomatic",),
                1.0,
                "041",
                1.0,
                ("a1", "a2"),
                (),
                True,
                (),
                day,
                None,
                "actual",
                None,
                "call",
                0.9,
                (last,),
            ),
            Event(
                "e2",
                "AGREE",
                1,
                span("sign"),
                second,
                ("sign",),
                (),
                1.0,
                "057",
                8.0,
                ("a1",),
                ("a4",),
                False,
                (span("Lake Treaty"),),
                month,
                "p1",
                "future",
                "s1",
                "sign",
                0.8,
            ),
            Event("e3", "REJECT", 3, span("denied"), last, (), (), -1.0, "125", -5.0, ("a2",), (), rule="deny"),
        ),
        checks=(
            Check(
                "c1", "currency pair", ("f1", "f2"), "agrees", 1.03, 1.03, 0.01, "$48.7bn is €47.3bn at 1.03.", "ECB"
            ),
            Check("c2", "growth base", ("f3", "f1"), "implies", None, 41.3e9, None, "Up 18 % from about $41.3bn."),
            Check("c3", "repeat", ("f4",), "disagrees", 12, 10, 0.0, "Said to be 12 here and 10 there."),
        ),
    )


def _bounds(words: str) -> tuple[int, int, str]:
    found = span(words)
    return found.start, found.end, found.text


@pytest.fixture
def record() -> Record:
    return made()
