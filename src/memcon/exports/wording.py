"""Facts in words: the short texts by which both the terminal and the page show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from memcon.facts import Actor, Event, Figure, Record, Statement, When

MARKS: Mapping[str, str] = {"agrees": "✓", "disagrees": "✗", "implies": "⇒", "unknown": "?"}
"""The sign of each verdict of a check."""
LANGUAGES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "ru": "Russian", "ar": "Arabic",
             "zh": "Chinese", "pt": "Portuguese", "it": "Italian", "tr": "Turkish", "uk": "Ukrainian"}  # fmt: skip
_MONTHS = """January February March April May June July August September October November December""".split()
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_PLAIN = re.compile(r"\d{4}(?:-Q[1-4]|-H[12]|-W\d{2})?\Z")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MOST_BETWEEN = 4
"""Words that may stand between a number and the noun it counts where both are shown: "31 young Slovenian citizens"."""
_DECADE = re.compile(r"\d{3}\Z")
# White space is made plain; what would move the cursor, colour the terminal or turn the writing is shown as a box.
_HARMFUL = frozenset({"Cc", "Cs"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """`text` on one line, fit for a terminal: no control characters and no marks that turn the writing direction."""
    line = " ".join(text.split())
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if c in _TURNING or unicodedata.category(c) in _HARMFUL else c for c in line
    )


def shortened(text: str, most: int) -> str:
    """`text` of at most `most` characters, cut at a word, with an ellipsis where it was cut."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def day(iso: str) -> str:
    """4 March 2025."""
    d = date.fromisoformat(iso)
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"


def when(value: When | None) -> str:
    """The day or period in words, or as its TIMEX3 value; empty where there is none."""
    if value is None:
        return ""
    if _DECADE.match(value.value):
        return f"{value.value}0s"
    month = _MONTH.match(value.value)
    if month and 1 <= int(month[2]) <= 12:
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}"
    if _PLAIN.match(value.value) or not value.from_ or not value.to:
        return value.value if value.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF") else ""
    return day(value.from_) if value.from_ == value.to else f"{day(value.from_)} – {day(value.to)}"


def published(record: Record) -> str:
    """The report's day and where it is known from."""
    document = record.document
    if document.published is None:
        return "undated"
    how = {"text": " (from the text)", "metadata": "", "given": ""}[document.published_from or "given"]
    return day(document.published) + how


def title(record: Record) -> str:
    """The report's title, or its first line, cut where it is long."""
    document = record.document
    if document.title:
        return clean(document.title)
    first = document.text.strip()[:400].splitlines() or [""]
    return shortened(clean(first[0]), 90)


def names(record: Record, ids: Sequence[str]) -> str:
    """The names of actors: "A, B and C"."""
    known = {actor.id: clean(actor.name) for actor in record.actors}
    return listed([known[i] for i in ids])


def listed(parts: Sequence[str]) -> str:
    """Parts joined as English joins them."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else list(parts))


def parties(record: Record, event: Event) -> str:
    """Who did it to whom."""
    sources, targets = names(record, event.source), names(record, event.target)
    if event.reciprocal:
        return listed([part for part in (sources, targets) if part and (part != sources or part is sources)])
    return f"{sources or 'someone'} → {targets}" if targets else sources or "someone"


def position(actor: Actor) -> str:
    """An actor's role, country and kind, as far as known."""
    kind = {"state": "", "person": "", "other": ""}.get(actor.kind, actor.kind.replace("_", " "))
    return ", ".join(clean(part) for part in (actor.role, kind, actor.country) if part)


def place(record: Record, identifier: str | None) -> str:
    """The name of a place, empty where there is none."""
    return next((clean(p.name) for p in record.places if p.id == identifier), "")


def said(statement: Statement) -> str:
    """What was said, on one line."""
    return clean(" … ".join(span.text for span in statement.content))


def told(record: Record, event: Event) -> str:
    """Day and place of an event, and what is not plain fact about it."""
    status = "" if event.status == "actual" else event.status
    where = place(record, event.where)
    modes = ", ".join(event.modes)
    return " · ".join(part for part in (modes, when(event.when), where, status) if part)


def counted(record: Record, figure: Figure) -> str:
    """The figure as the text has it, with the noun it counts where that follows: "two countries", "€412m"."""
    noun = figure.unit.rpartition(" ")[2].casefold() if figure.unit else ""
    stem = noun[:-1] if len(noun) > 3 else noun
    end = figure.span.end
    following = record.document.text[end : end + 80]
    between = 0
    for word in _WORD.finditer(following) if stem else ():
        gap = following[between : word.start()]
        if gap.strip(" \n") or "\n\n" in gap:
            break
        between = word.end()
        if word[0].casefold().startswith(stem):
            return clean(figure.span.text + following[: word.end()])
        if len(following[: word.end()].split()) > _MOST_BETWEEN:
            break
    return clean(figure.span.text)


def worth_a_line(record: Record, figure: Figure) -> bool:
    """Whether a figure tells more than how many a group has, which its actor tells ("the two ministers")."""
    if figure.indicator or figure.indicator_text or figure.period or any(figure.id in c.figures for c in record.checks):
        return True
    at = figure.span
    return not any(m.start <= at.start and at.end <= m.end for actor in record.actors for m in actor.mentions)


def measured(record: Record, figure: Figure) -> str:
    """What a figure measures, for whom and when, beside what `counted` shows of it."""
    indicator = figure.indicator_text.text if figure.indicator_text else (figure.indicator or "")
    if indicator and clean(indicator) in counted(record, figure):
        indicator = ""
    groups = (figure.between, figure.from_, figure.to)
    parties = involved(figure.indicator, len(figure.between), *(names(record, ids) for ids in groups))
    return " · ".join(part for part in (clean(indicator), parties, when(figure.period)) if part)


def involved(indicator: str | None, count: int, between: str, source: str, target: str) -> str:
    """The parties of a figure from their names, `count` of them in `between`: "from Norway to Japan", "between Norway
    and Japan", "for Norway: Japan" of a rank."""
    if source and target:
        return f"for {target}: {source}" if indicator == "rank" else f"from {source} to {target}"
    if source or target:
        return f"from {source}" if source else f"to {target}"
    return f"between {between}" if count > 1 else between


def counts(record: Record) -> str:
    """How many facts of each kind: "3 events, 2 statements, 1 figure"."""
    rooms = (("event", record.events), ("statement", record.statements), ("figure", record.figures),
             ("agreement", record.agreements), ("actor", record.actors))  # fmt: skip
    return ", ".join(number(len(found), noun) for noun, found in rooms)


def number(count: int, noun: str) -> str:
    """A count with its noun: "1 event", "1,204 events"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
