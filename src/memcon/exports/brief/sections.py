"""What a brief says, in sections of entries: the words that terminal, Markdown and page all show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from urllib.parse import quote

from memcon.answers.answer import Row
from memcon.answers.briefing import Brief, Point, Series
from memcon.exports import wording
from memcon.facts import When

T = TypeVar("T")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact: its day, a tag (event type), what is said of it, the words of the report, and its report's number.

    `checks` are pairs of verdict and sentence. All is plain text, still to be escaped.
    """

    day: str
    head: str
    tag: str = ""
    quad: int = 0
    about: str = ""
    words: str = ""
    checks: tuple[tuple[str, str], ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence on what is below it, the entries shown, and how many there are in all."""

    name: str
    entries: tuple[Entry, ...]
    total: int
    lead: str = ""


def title(brief: Brief) -> str:
    """The pair: "Kazakhstan and European Union"."""
    return wording.listed([wording.clean(party.label) for party in brief.parties])


def about(brief: Brief) -> str:
    """Days, numbers of facts, and as of when."""
    days = {
        (True, True): f"{_day(brief.from_)} to {_day(brief.to)}",
        (True, False): f"from {_day(brief.from_)}",
        (False, True): f"until {_day(brief.to)}",
        (False, False): "",
    }[(brief.from_ is not None, brief.to is not None)]
    counts = [
        wording.number(len(facts), noun)
        for facts, noun in (
            (brief.timeline, "event"),
            (brief.statements, "statement"),
            (brief.agreements, "agreement"),
            (brief.figures, "figure"),
            (brief.reports, "report"),
        )
    ]
    as_of = f"as of {_day(brief.as_of)}, the latest report in the record" if brief.as_of else ""
    return " · ".join(part for part in (days, ", ".join(counts), as_of) if part)


def sections(brief: Brief, most: int) -> tuple[Section, ...]:
    """The sections that have entries; of each, at most `most` entries, the latest ones."""
    number = brief.number
    tests: dict[str, list[Row]] = defaultdict(list)
    for check in brief.checks:
        tests[check["figures"][0]].append(check)
    found = (
        _section("Meetings", brief.meetings, lambda row: replace(event(row, number), words=""), most, _met(brief)),
        _section("Timeline", brief.timeline, lambda row: event(row, number), most),
        _section("Said", brief.statements, lambda row: statement(row, number), most),
        _section("Agreements", brief.agreements, lambda row: agreement(row, number), most),
        _section("Figures", brief.figures, lambda row: figure(row, tests[row["id"]], number), most),
        _section("Series", brief.series, _series, most),
        Section("To come", tuple(event(row, number) for row in brief.coming[:most]), len(brief.coming)),
    )
    return tuple(section for section in found if section.entries)


def reports(brief: Brief, most: int) -> Section:
    """The reports that the facts come from, numbered as the entries name them."""
    entries = tuple(
        Entry(
            day=_day(row["published"]) or "undated",
            head=wording.clean(row["title"]) if row["title"] else f"{wording.clean(row['opening'])} …",
            about=wording.clean(row["publisher"] or ""),
            words=_address(row["url"]),
            number=number,
        )
        for number, row in enumerate(brief.reports, start=1)
    )
    return Section("Reports", entries[-most:], len(entries))


def month(day: date) -> str:
    """Mar 2025."""
    return f"{day:%b} {day.year}" if day.isoformat() else ""


def _section(name: str, facts: Sequence[T], entry: Callable[[T], Entry], most: int, lead: str = "") -> Section:
    return Section(name, tuple(map(entry, facts[-most:])), len(facts), lead)


def _met(brief: Brief) -> str:
    told = []
    for met in brief.met[:6]:
        times = {1: "once", 2: "twice"}.get(met.times, f"{met.times} times")
        last = f", {'last ' if met.times > 1 else ''}on {_day(met.last)}" if met.last else ""
        told.append(f"{wording.clean(met.one)} and {wording.clean(met.other)} {times}{last}")
    more = len(brief.met) - len(told)
    return "; ".join([*told, *([f"and {more:,} more pairs"] if more > 0 else [])])


def event(row: Row, number: Mapping[str, int]) -> Entry:
    """The entry of an event; `number` has the number of its report by the document's id, if it has one."""
    source, target = _names(row["source"]), _names(row["target"])
    if row["reciprocal"]:
        who = wording.listed([part for part in (source, target) if part])
    else:
        who = f"{source or 'someone'} → {target}" if target else source or "someone"
    status = "" if row["status"] in ("actual", "future") else row["status"]
    return Entry(
        day=_when(row),
        head=who,
        tag=wording.clean(row["type"]),
        quad=row["quad"],
        about=_joined(*row["modes"], row["place"], status, _told(row)),
        words=_words(row["sentence"]),
        number=number.get(row["document"]),
    )


def _told(row: Row) -> str:
    """In how many reports, where in more than one; copies of one another count once."""
    if row["reports"] and row["reports"] > 1:
        return f"{row['reports']:,} reports"
    return f"{row['documents']:,} copies" if row["documents"] and row["documents"] > 1 else ""


def _when(row: Row) -> str:
    if row["when_value"] and row["first_day"]:
        last = row["last_day"] or row["first_day"]
        return wording.clean(wording.when(When(row["when_value"], row["first_day"].isoformat(), last.isoformat())))
    if row["status"] == "future":
        return "no day given"
    return f"reported {_day(row['published'])}" if row["published"] else "undated"


def document(row: Row) -> Entry:
    """The entry of a document that was found, with the piece of it that was sought."""
    return Entry(
        day=_day(row["published"]) or "undated",
        head=wording.clean(row["title"] or row["given_id"]),
        about=_joined(row["publisher"], row["url"]),
        words=wording.clean(row["snippet"]),
    )


def statement(row: Row, number: Mapping[str, int]) -> Entry:
    """The entry of a statement."""
    role = next((role for role in row["speaker_roles"] or () if role), None) if len(row["speaker"] or ()) == 1 else None
    speaker = _names(row["speaker"]) or wording.clean(row["source"] or "") or "not named"
    to = f"to {_names(row['addressee'])}" if row["addressee"] else ""
    words = _words(row["words"])
    return Entry(
        day=_day(row["day"]) or "undated",
        head=f"{speaker}, {wording.clean(role)}" if role else speaker,
        about=_joined(to, row["medium"], "" if row["kind"] == "direct" else row["kind"]),
        words=f"“{words.strip('“”,')}”" if row["kind"] == "direct" else words,
        number=number.get(row["document"]),
    )


def agreement(row: Row, number: Mapping[str, int]) -> Entry:
    """The entry of an agreement."""
    day = wording.clean(wording.when(When(row["when_value"]))) if row["when_value"] else ""
    named = wording.number(row["reports"], "report")
    return Entry(
        day=day or f"reported {_day(row['first_report'])}" if row["first_report"] else day,
        head=wording.clean(row["name"]),
        about=_joined(row["kind"], _names(row["parties"]), row["place"], f"named in {named}"),
        number=number.get(row["documents"][0]),
    )


def figure(row: Row, checks: Iterable[Row], number: Mapping[str, int]) -> Entry:
    """The entry of a figure, with the checks of which it is the first figure."""
    groups = (row["between_parties"], row["from_parties"], row["to_parties"])
    parties = wording.involved(row["indicator"], len(groups[0] or ()), *(_names(ids) for ids in groups))
    tested = tuple(
        (
            check["verdict"],
            wording.clean(check["detail"]) + (f" ({wording.clean(check['source'])})" if check["source"] else ""),
        )
        for check in checks
    )
    return Entry(
        day=wording.clean(wording.when(When(row["period"]))) if row["period"] else "",
        head=wording.clean(row["text"]),
        about=_joined(row["indicator_text"] or row["indicator"], parties),
        checks=tested,
        number=number.get(row["document"]),
    )


def _series(series: Series) -> Entry:
    return Entry(
        day=wording.clean(f"{series.points[0].period} to {series.points[-1].period}"),
        head=f"{wording.clean(series.name)}, {wording.clean(series.unit)}"
        if series.unit
        else wording.clean(series.name),
        about=_joined(*(f"{point.period}: {value(point)}" for point in series.points)),
    )


def value(point: Point) -> str:
    """The value of a point, or its two ends where reports differ."""
    low, high = (_amount(end) for end in (point.low, point.high))
    return low if low == high else f"{low} to {high}"


def _amount(number: float) -> str:
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(number) >= size:
            return f"{number / size:,.4g} {name}"
    return f"{number:,.6g}"


def _address(url: str | None) -> str:
    """The address, if it is one of the web's, with whatever does not belong into an address percent-encoded."""
    if url is None or not url.startswith(("https://", "http://")):
        return ""
    return quote(url, safe=":/?#@!$&'()*+,;=%~")


def _joined(*parts: str | None) -> str:
    """The parts that there are, on one line."""
    return " · ".join(wording.clean(part) for part in parts if part)


def _names(names: Iterable[str] | None) -> str:
    return wording.listed([wording.clean(name) for name in dict.fromkeys(names or ())])


def _words(text: str) -> str:
    return wording.shortened(wording.clean(text), _LONGEST)


def _day(day: date | str | None) -> str:
    return wording.day(str(day)) if day else ""
