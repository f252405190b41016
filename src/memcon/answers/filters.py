"""Which facts are asked for: a pair or a party, days, types; as conditions of SQL whose values are parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from memcon.answers.parties import Party
from memcon.errors import Error


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. Days are ISO 8601, both included; `parties` are one or two, `person` a name or part of one."""

    parties: tuple[Party, ...] = ()
    person: str | None = None
    from_: str | None = None
    to: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.parties) > 2:
            raise Error(f"{len(self.parties)} parties; give one or two")
        for day in (self.from_, self.to):
            _day(day)
        if self.from_ and self.to and self.from_ > self.to:
            raise Error(f"the first day, {self.from_}, is after the last, {self.to}")


@dataclass(slots=True)
class Conditions:
    """Conditions joined by AND, and the parameters that they name."""

    texts: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)

    def add(self, text: str, **parameters: Any) -> None:
        """One condition more."""
        self.texts.append(text)
        self.parameters.update(parameters)

    def where(self) -> str:
        """The WHERE clause, empty where there is no condition."""
        return "WHERE " + "\n  AND ".join(self.texts) if self.texts else ""


def conditions(asked: Asked, links: str, fact: str, days: tuple[str, str], sides: Sequence[str] = ()) -> Conditions:
    """The conditions of `asked` on facts `f`, whose actors stand in the view `links` under the column `fact`.

    `days` are the columns of the first and last day. With `sides` (two roles of the link), two parties have to stand on
    one each, unless the fact is reciprocal; without, anywhere.
    """
    made = Conditions()
    if asked.from_:
        made.add(f"{days[1]} >= $from_day", from_day=_day(asked.from_))
    if asked.to:
        made.add(f"{days[0]} <= $to_day", to_day=_day(asked.to))
    if asked.documents:
        made.add("f.document IN (SELECT unnest($documents))", documents=list(asked.documents))
    if asked.person:
        inner = "SELECT l.{0} FROM {1} l JOIN actors_now a ON a.id = l.actor WHERE a.kind = 'person' AND {2}"
        made.add(f"f.id IN ({inner.format(fact, links, 'contains(lower(a.name), $person)')})")
        made.parameters["person"] = asked.person.casefold()
    if asked.parties:
        made.add(f"f.id IN ({_pair(asked.parties, links, fact, sides)})", **dict(values(asked.parties)))
    return made


def _pair(parties: Sequence[Party], links: str, fact: str, sides: Sequence[str]) -> str:
    first, *rest = (is_party(party, f"party_{n}") for n, party in enumerate(parties))
    query = f"SELECT l.{fact} FROM {links} l JOIN actors_now a ON a.id = l.actor"
    if not rest:
        return f"{query} WHERE {first}"
    other = rest[0]
    query += f" WHERE {first} OR {other} GROUP BY l.{fact} HAVING "
    if not sides:
        return (
            f"{query} count(*) FILTER ({first}) > 0 AND count(*) FILTER ({other}) > 0 AND count(DISTINCT l.actor) > 1"
        )
    one, two = sides
    there = f"count(*) FILTER ({first} AND l.role = '{one}') > 0 AND count(*) FILTER ({other} AND l.role = '{two}') > 0"
    back = f"count(*) FILTER ({other} AND l.role = '{one}') > 0 AND count(*) FILTER ({first} AND l.role = '{two}') > 0"
    mutual = (
        f"any_value(l.{fact}) IN (SELECT rtrim(id, '~') FROM events WHERE reciprocal) AND count(DISTINCT l.actor) > 1 "
        f"AND count(*) FILTER ({first}) > 0 AND count(*) FILTER ({other}) > 0"
    )
    return f"{query} ({there}) OR ({back}) OR ({mutual})"


def is_party(party: Party, name: str) -> str:
    """The condition that the actor `a` is of the party, whose value is the parameter `name`."""
    return f"a.country = ${name}" if party.country else f"lower(a.name) = ${name}"


def values(parties: Sequence[Party]) -> Iterator[tuple[str, Any]]:
    """The values of the parameters `party_0` and `party_1`."""
    for n, party in enumerate(parties):
        yield f"party_{n}", party.country or party.name


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise Error(f"{given!r} is no day; write it as 2025-01-31") from error
