"""From quantities to figures: what each measures, between whom, when, compared with what, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from memcon import times as time_room
from memcon.actors import Cast
from memcon.facts import Comparison, ComparisonKind, Figure, Span, Statement, Time, When
from memcon.figures import indicators, multiples, ranks, relations, respective
from memcon.figures.indicators import Indicator
from memcon.figures.parties import Parties, of_rank, parties
from memcon.figures.quantity import Quantity
from memcon.figures.relation import Relation
from memcon.language import Analysed, splitting

_COMPARED = re.compile(
    r"\b(?:compared\s(?:to|with)|from|than|over|against|versus|vs\.?|on|relative\sto|year\searlier|a\syear\sago)\s"
    r"(?:(?:the|a|an|its|that|what\sit\swas|in|for|of|during)\s){0,3}(?:(?:corresponding|same|previous|preceding|last|prior)\s)?"
    r"(?:(?:period|quarter|month|year|months|time)\s)?(?:(?:of|in|for|during|a)\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
_CORRESPONDING = re.compile(r"\b(?:corresponding|same|equivalent)\b.*\b(?P<year>(?:19|20)\d\d)\Z", re.IGNORECASE)
_LOOK_AHEAD = 90
_NEIGHBOURS = 20
"""How many figures before and behind another its words may belong to."""

_MOVED_SINCE = re.compile(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved|risen|grown|increased|fallen|dropped|declined|climbed|gone\s(?:up|down)|"
    r"rose|grew|fell)\s(?:\w+\s)?since\s\Z"
)
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
"""What "on" leads to without comparing: "rose 4 %, the bank said on Monday"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What else is known of the report, and where its sentences begin and end."""

    text: str
    published: str | None
    analysed: Analysed | None
    times: Sequence[Time]
    cast: Cast | None
    statements: Sequence[Statement]
    starts: Sequence[int]
    ends: Sequence[int]


def figures(
    text: str,
    found: Sequence[Quantity],
    published: str | None,
    analysed: Analysed | None,
    times: Sequence[Time],
    cast: Cast | None,
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures that the quantities `found` are, in order."""
    if not found and not ranks.may_stand(text):
        return ()
    starts, ends = _sentences(text, analysed)
    setting = Setting(text, published, analysed, times, cast, statements, starts, ends)
    sentence_of = [max(bisect_right(starts, q.start) - 1, 0) for q in found]
    same = _same(relations.same(text, found))
    linked = {relation.of: relation for relation in relations.relations(text, found, starts, sentence_of)}
    measured = _indicators(text, found, sentence_of, setting, same, linked)
    ranked = ranks.ranks(text, found, starts, ends)
    ids, rank_ids = _ids(found, ranked)
    made = [_rank(rank, id, ids, setting) for rank, id in zip(ranked, rank_ids, strict=True)]
    for i, q in enumerate(found):
        made.append(_figure(i, q, sentence_of[i], setting, measured[i], same.get(i, ()), linked.get(i), ids))
    made.sort(key=lambda figure: int(figure.id[1:]))
    return respective.assign(made, text, starts, ends, times, cast)


def _ids(found: Sequence[Quantity], ranked: Sequence[ranks.Rank]) -> tuple[list[str], list[str]]:
    """The ids of the quantities and those of the ranks, in the order of the text."""
    starts = [q.start for q in found] + [rank.start for rank in ranked]
    order = sorted(range(len(starts)), key=lambda i: (starts[i], i))
    ids = {i: f"f{n}" for n, i in enumerate(order, start=1)}
    return [ids[i] for i in range(len(found))], [ids[i] for i in range(len(found), len(starts))]


def _rank(rank: ranks.Rank, id: str, ids: Sequence[str], setting: Setting) -> Figure:
    """The figure of a rank; it is compared with the level stated with it."""
    text = setting.text
    sentence = max(bisect_right(setting.starts, rank.start) - 1, 0)
    involved = Parties()
    if setting.cast is not None:
        start, end = setting.starts[sentence], setting.ends[sentence]
        involved = of_rank(text, rank.start, rank.end, setting.cast, start, end)
    return Figure(
        id=id,
        span=Span(rank.start, rank.end, text[rank.start : rank.end]),
        value=rank.value,
        unit="rank",
        unit_name="rank",
        indicator="rank",
        indicator_text=Span(rank.start, rank.end, text[rank.start : rank.end]),
        between=involved.between,
        from_=involved.from_,
        to=involved.to,
        period=_period(rank.start, rank.end, setting, None),
        compared_with=Comparison("rank", ids[rank.level]) if rank.level is not None else None,
        statement=_statement(rank.start, rank.end, setting),
    )


def _sentences(text: str, analysed: Analysed | None) -> tuple[list[int], list[int]]:
    if analysed is not None:
        return [s.start for s in analysed.sentences], [s.end for s in analysed.sentences]
    cuts = [cut for start, end in splitting.paragraphs(text) for cut in splitting.sentences(text, start, end)]
    return [start for start, _ in cuts], [end for _, end in cuts]


def _same(pairs: Sequence[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    groups: dict[int, list[int]] = {}
    for a, b in pairs:
        groups.setdefault(a, []).append(b)
        groups.setdefault(b, []).append(a)
    return {i: tuple(sorted(set(others))) for i, others in groups.items()}


def _indicators(
    text: str,
    found: Sequence[Quantity],
    sentence_of: Sequence[int],
    setting: Setting,
    same: dict[int, tuple[int, ...]],
    linked: dict[int, Relation],
) -> list[Indicator | None]:
    """What each measures. What is stated again in brackets measures what it repeats; a growth, what its level does."""
    measured: list[Indicator | None] = []
    cache: dict[int, list[Indicator]] = {}
    for i, q in enumerate(found):
        first = same[i][0] if i in same and same[i][0] < i else None
        if first is not None:
            measured.append(measured[first])
            continue
        s = sentence_of[i]
        if s not in cache:
            cache[s] = indicators.named(text, setting.starts[s], setting.ends[s])
        near = range(max(i - _NEIGHBOURS, 0), min(i + _NEIGHBOURS + 1, len(found)))
        others = [found[j] for j in near if sentence_of[j] == s and j != i]
        measured.append(indicators.of(text, q, cache[s], others))
    for i, relation in linked.items():
        if relation.kind in ("growth", "difference") and measured[i] is None:
            measured[i] = measured[relation.to]
        elif relation.kind == "difference" and measured[relation.to] is None:
            measured[relation.to] = measured[i]
    return measured


def _figure(
    i: int,
    q: Quantity,
    sentence: int,
    setting: Setting,
    indicator: Indicator | None,
    same: Sequence[int],
    relation: Relation | None,
    ids: Sequence[str],
) -> Figure:
    text = setting.text
    compared_time = _compared(q, setting, sentence)
    name = indicator.name if indicator else None
    if q.kind == "percent" or (q.number.fraction and q.unit is None):
        name = _of_percent(q, text, relation, name)
    involved = Parties()
    if setting.cast is not None:
        involved = parties(text, q, indicator, setting.cast, setting.starts[sentence], setting.ends[sentence])
    period = _period(q.start, q.end, setting, compared_time) if q.kind != "age" else None
    return Figure(
        id=ids[i],
        span=Span(q.start, q.end, text[q.start : q.end]),
        value=q.value,
        unit=q.unit,
        unit_name=q.name,
        change=q.change,
        indicator=name,
        indicator_text=Span(indicator.start, indicator.end, text[indicator.start : indicator.end])
        if indicator
        else None,
        between=involved.between,
        from_=involved.from_,
        to=involved.to,
        period=period,
        compared_with=_comparison(q, relation, compared_time, period, ids),
        same_as=tuple(ids[j] for j in same),
        statement=_statement(q.start, q.end, setting),
    )


def _of_percent(q: Quantity, text: str, relation: Relation | None, name: str | None) -> str | None:
    """A percentage is a growth, a share or a rate; `indicator_text` says of what."""
    if q.change in ("up", "down") or (relation is not None and relation.kind == "growth"):
        return "growth"
    if name == "votes" and re.match(r"\sof\s(?:the\s)?(?:[\w-]+\s)?(?:vote|ballot)", text[q.end : q.end + 30]):
        return name
    if re.match(r"\sof\s", text[q.end : q.end + 4]):
        return "share"
    return name if name in ("tariff", "price", "GDP", "votes") else None


def _compared(q: Quantity, setting: Setting, sentence: int) -> Time | None:
    """The time that a change is measured against ("compared to the corresponding period in 2023"), or that a level is
    told as a multiple of ("double last year's")."""
    if q.change not in ("up", "down") and q.kind != "percent":
        near = [t for t in setting.times if q.end <= t.start <= min(q.end + _LOOK_AHEAD, setting.ends[sentence])]
        return near[0] if near and multiples.leads_to(setting.text, q, near[0].start) else None
    limit = min(q.end + _LOOK_AHEAD, setting.ends[sentence])
    for time in setting.times:
        if not q.end <= time.start <= limit:
            continue
        led = _COMPARED.search(setting.text[q.end : time.start])
        if led and not (led[0].split()[0].lower() == "on" and _A_DAY.fullmatch(time.value)):
            return time
    return None


def _comparison(
    q: Quantity, relation: Relation | None, time: Time | None, period: When | None, ids: Sequence[str]
) -> Comparison | None:
    when = _same_span(time, period) if time else None
    if relation is not None:
        return Comparison(relation.kind, ids[relation.to], when)
    kind: ComparisonKind = "growth" if q.change in ("up", "down") or q.kind == "percent" else "difference"
    return Comparison(kind, None, when) if when else None


def _same_span(time: Time, period: When | None) -> When:
    """The time compared with; "the corresponding period in 2023" is the figure's own period in that year."""
    year = _CORRESPONDING.search(time.text)
    if year and period is not None and period.from_ and period.to and period.from_[:4] == period.to[:4]:
        first, last = year["year"] + period.from_[4:], year["year"] + period.to[4:]
        whole = first.endswith("-01-01") and last.endswith("-12-31")
        if not {first[5:], last[5:]} & {"02-29"}:
            return When(year["year"] if whole else f"{first}/{last}", first, last, time.id, "syntax")
    return When(time.value, time.from_, time.to, time.id, "syntax")


def _period(start: int, end: int, setting: Setting, compared: Time | None) -> When | None:
    """The period stated for the figure in its sentence; the day of publication alone is none."""
    if setting.analysed is None:
        return None
    others = [time for time in setting.times if time is not compared]
    when = time_room.attach(start, end, setting.analysed, others, setting.published)
    if when is None or when.via not in ("syntax", "sentence") or _is_base(start, setting, when):
        return None
    return when


def _is_base(start: int, setting: Setting, when: When) -> bool:
    """Whether the time is what a movement before the figure began at: "has doubled since 2010 to $20bn"."""
    time = next((t for t in setting.times if t.id == when.time), None)
    return time is not None and time.end <= start and bool(_MOVED_SINCE.search(setting.text[: time.start][-45:]))


def _statement(start: int, end: int, setting: Setting) -> str | None:
    """The innermost statement in whose content the figure stands."""
    around = [
        (span.end - span.start, statement.id)
        for statement in setting.statements
        for span in statement.content
        if span.start <= start and end <= span.end
    ]
    return min(around)[1] if around else None
