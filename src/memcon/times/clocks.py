"""Makers of times of day, with the day they belong to."""

from __future__ import annotations

from memcon.times import values
from memcon.times.grammar import Match
from memcon.times.making import Context, Made, Reading, maker

_HALVES = {"MO": "a", "AF": "p", "EV": "p"}


@maker
def part_of_day(match: Match, context: Context) -> Made:
    """ "Friday morning", "noon Saturday", "the night of 3 May"."""
    day = context.inner(match, "date")
    if day is None or "T" in day.value:
        return None
    noon = match.value("NOON", part="part")
    return Reading("TIME", f"{day.value}T{noon or match.value('PART', part='part')}")


@maker
def shifted_part(match: Match, context: Context) -> Made:
    """ "this morning", "last night", "that evening"."""
    part = match.value("PART", part="part")
    if match.has("THAT", "THE", part="shift"):
        spoken = context.spoken(["day"], match)
        count = 1 if match.has("NEXT", "FOLLOWING") else -1 if match.has("PREVIOUS") else 0
        day = values.shifted(spoken[:10], count, "day") if spoken else None
        return Reading("TIME", f"{day}T{part}") if day else None
    count = -1 if match.has("LAST", part="shift") else 1 if match.has("NEXT", part="shift") else 0
    return Reading("TIME", f"{context.from_now(count, 'day')}T{part}")


@maker
def the_part(match: Match, context: Context) -> Made:
    """ "the morning": of the day told before, else of the day of publication."""
    spoken = context.spoken(["day"], match, 300)
    before = match.before()
    if not match.has("THE") and before is not None and before.kind in ("AT", "IN"):
        return None
    return Reading("TIME", f"{spoken[:10] if spoken else context.now('day')}T{match.value('PART')}")


@maker
def tonight(match: Match, context: Context) -> Made:
    """ "tonight"."""
    return Reading("TIME", f"{context.now('day')}TNI")


@maker
def overnight(match: Match, context: Context) -> Made:
    """ "overnight": in the night to the day of publication."""
    return Reading("TIME", f"{context.now('day')}TNI")


@maker
def clock(match: Match, context: Context) -> Made:
    """ "5 p.m. EST Nov. 9", "at 10:30 GMT", "noon"."""
    hours = _hours(match)
    if hours is None:
        return None
    day = None
    if "date" in match.parts:
        read = context.inner(match, "date")
        if read is None:
            return None
        day = read.value[:10]
    if day is None:
        day = context.spoken(["day"], match, 300)
    zone = match.value("ZONE", part="zone") or ""
    return Reading("TIME", f"{day[:10] if day else context.now('day')}T{hours}{zone if zone == 'Z' else ''}")


@maker
def clock_twice(match: Match, context: Context) -> Made:
    """ "at 10:35 a.m. (0735 GMT) Friday": two times of day and the day of both, three expressions."""
    hours, other, read = _hours(match), _hours(match, "other"), context.inner(match, "date")
    if hours is None or other is None or read is None:
        return None
    day, zone = read.value[:10], match.value("ZONE", part="zone2")
    return (
        Reading("TIME", f"{day}T{hours}", last=match.parts["clock"][1]),
        Reading("TIME", f"{day}T{other}{zone if zone == 'Z' else ''}", None, match.parts["other"][0],
                match.parts["zone2"][1]),
        Reading(read.type, read.value, first=match.parts["date"][0]),
    )  # fmt: skip


def _hours(match: Match, part: str = "clock") -> str | None:
    """Hours and minutes of a part of a match, in twenty-four hours."""
    noon = match.value("NOON", part=part)
    if noon:
        return str(noon)
    figures = match.value("CLOCK", part=part)
    half = match.value("AMPM", part=part) or _HALVES.get(match.value("PART", part="half") or "")
    if figures is not None:
        parts = figures.split(":")
        hour, minutes = int(parts[0]), ":".join(parts[1:])
    elif match.has("INT", "YEAR", part=part):
        token = match.token("INT", "YEAR", part=part)
        if token is None or token.end - token.start not in (3, 4):
            return None
        hour, minutes = token.value // 100, f"{token.value % 100:02}"
    else:
        number = match.value("DAY", "NUMBER", "DECIMAL", part=part)
        if number is None:
            return None
        hour, minutes = int(number), f"{round((number - int(number)) * 100):02}"
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minutes >= "60":
        return None
    return f"{hour:02}:{minutes}"
