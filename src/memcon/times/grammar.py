"""Rules over token classes: where in a text a time expression stands, and which rule tells it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from memcon.times.lexing import Token, Value, lexicon, table

_NAME = re.compile(r"<(\w+):|([A-Z][A-Z0-9_]*)|>|\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its pattern over class characters, what must stand before and after, and the maker's name."""

    name: str
    pattern: re.Pattern[str]
    make: str
    after: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, and one pattern that finds where any of them may begin."""

    rules: Sequence[Rule]
    any_rule: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (exclusive) of a text, told by a rule; `parts` are its named parts, token ranges."""

    rule: Rule
    tokens: Sequence[Token]
    first: int
    last: int
    parts: dict[str, tuple[int, int]]

    def token(self, *kinds: str, part: str | None = None) -> Token | None:
        """The first token of one of these classes, within a named part where one is given."""
        first, last = self.parts.get(part, (0, 0)) if part else (self.first, self.last)
        return next((t for t in self.tokens[first:last] if t.kind in kinds), None)

    def value(self, *kinds: str, part: str | None = None) -> Value:
        """The value of that token, or None."""
        token = self.token(*kinds, part=part)
        return token.value if token else None

    def has(self, *kinds: str, part: str | None = None) -> bool:
        """Whether there is such a token."""
        return self.token(*kinds, part=part) is not None

    def unit(self, part: str = "unit") -> str:
        """The code of the unit of time in a part ("Y", "TM"), or an empty string."""
        token = self.token("UNIT", "UNITS", "QUARTER", "WEEKEND", "SECOND", part=part)
        return "" if token is None else "TS" if token.kind == "SECOND" else str(token.value)

    def before(self, n: int = 1) -> Token | None:
        """The token `n` before the expression."""
        return self.tokens[self.first - n] if self.first >= n else None

    def after(self, n: int = 1) -> Token | None:
        """The token `n` after the expression."""
        return self.tokens[self.last + n - 1] if self.last + n - 1 < len(self.tokens) else None


@functools.cache
def grammar() -> Grammar:
    """The rules of `rules.toml` and `rules_amounts.toml`."""
    data = table("rules.toml")
    macros: dict[str, str] = {}
    for name, form in data["macros"].items():  # each may use those above it
        macros[name] = f"(?:{compiled(form, macros)})"
    entries = [*data["rule"], *table("rules_amounts.toml")["rule"]]
    rules = [_rule(entry, macros) for entry in entries]
    return Grammar(rules, re.compile("|".join(_unnamed(rule.pattern.pattern) for rule in rules)))


def _rule(entry: dict[str, Any], macros: dict[str, str]) -> Rule:
    sides = [compiled(entry.get(side, ""), macros) for side in ("after", "before")]
    after, before = (frozenset(re.sub(r"[^\ue000-\uf8ff]", "", side)) for side in sides)
    return Rule(entry["name"], re.compile(compiled(entry["match"], macros)), entry["make"], after, before)


def compiled(form: str, macros: dict[str, str]) -> str:
    """A form over class names as a regular expression over class characters."""
    codes = lexicon().codes
    form = form.replace("(", "(?:")

    def expand(match: re.Match[str]) -> str:
        part, name = match[1], match[2]
        if part:
            return f"(?P<{part}>"
        if match[0] == ">":
            return ")"
        if not name:
            return ""
        return macros[name] if name in macros else codes[name]

    return _NAME.sub(expand, form)


def _unnamed(pattern: str) -> str:
    return "(?:" + re.sub(r"\(\?P<[a-z0-9]+>", "(?:", pattern) + ")"


def encode(tokens: Sequence[Token]) -> str:
    """One character a token."""
    codes = lexicon().codes
    return "".join([codes[t.kind] for t in tokens])


def next_start(codes: str, position: int) -> int | None:
    """The first token from `position` on at which a rule matches, what stands before and after apart."""
    found = grammar().any_rule.search(codes, position)
    return found.start() if found and found.end() > found.start() else None


def matches_at(tokens: Sequence[Token], codes: str, position: int, end: int | None = None) -> list[Match]:
    """The matches that begin at token `position`, longest first, then in the order of the rules. With `end`, those
    that reach it and do not look beyond."""
    found = []
    for rule in grammar().rules:
        if rule.after and end is None and (not position or codes[position - 1] not in rule.after):
            continue
        match = rule.pattern.match(codes, position) if end is None else rule.pattern.fullmatch(codes, position, end)
        if match is None or match.end() == position:
            continue
        last = match.end()
        if rule.before and end is None and (last >= len(codes) or codes[last] not in rule.before):
            continue
        parts = {name: match.span(name) for name in match.re.groupindex if match.span(name)[0] >= 0}
        found.append(Match(rule, tokens, position, last, parts))
    return sorted(found, key=lambda m: -m.last)
