"""Treaties, agreements, strategies, programmes, summits and sanction regimes that a report names."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import agreed, patterns
from memcon.events.agreed import Around
from memcon.facts import Agreement, AgreementKind, Span, Time
from memcon.language import Analysed

_JOINING = frozenset({"of", "on", "for", "against", "to", "concerning", "regarding", "relating"})
_ARTICLES = frozenset({"the", "a", "an"})
_REGIME = frozenset({"regime", "regimes", "package", "programme", "program", "list"})
_DATES = frozenset((*calendar.month_name[1:], *calendar.day_name))
_NOT_FIRST = frozenset({"Government", "Summit", "Conference"})
_BROADCAST = frozenset({"BBC", "Radio", "Today", "Newsnight", "TV"})
_SHORT = re.compile(r"\s*\(\s*[\"“']?([A-Z][A-Za-z0-9-]{1,9})[\"”']?\s*\)")


@dataclass(frozen=True, slots=True)
class _Named:
    """Tokens `first` to `last` name something of this kind; `head` is the noun that says which."""

    first: int
    last: int
    head: int
    kind: AgreementKind


@functools.cache
def _heads() -> tuple[dict[str, AgreementKind], dict[str, AgreementKind]]:
    rows = patterns.data("agreements.toml")
    upper: dict[str, AgreementKind] = {}
    lower: dict[str, AgreementKind] = {}
    for kind in get_args(AgreementKind):
        row = rows.get(kind, {})
        upper |= dict.fromkeys(row.get("upper", "").split(), kind)
        lower |= dict.fromkeys(row.get("lower", "").split(), kind)
    return upper, lower


def find(analysed: Analysed, cast: Cast, times: Sequence[Time], published: str | None) -> tuple[Agreement, ...]:
    """The named agreements of the text, in its order; further mentions of one name are mentions of one agreement."""
    around = Around(analysed, cast, times, published)
    known: dict[str, Agreement] = {}
    shorts: dict[str, str] = {}
    for sentence in analysed.sentences:
        found = list(_named(list(sentence.tokens)))
        for named in found:
            if any(_holds(other, named) for other in found):
                continue
            span = analysed.token_span(analysed.doc[named.first], analysed.doc[named.last])
            name = " ".join(span.text.split())
            key = _key(name)
            if key in known:
                known[key] = replace(known[key], mentions=(*known[key].mentions, span))
                continue
            known[key] = _agreement(name, named, span, around)
            short = _SHORT.match(analysed.text, span.end)
            if short:
                shorts[short[1]] = key
    for short_name, key in shorts.items():
        known[key] = _with_short(known[key], short_name, analysed)
    ordered = sorted(known.values(), key=lambda a: a.mentions[0].start)
    return tuple(replace(a, id=f"g{i}") for i, a in enumerate(ordered, 1))


def _holds(outer: _Named, inner: _Named) -> bool:
    """Whether `inner` is only a part of `outer`, or the same words told of later."""
    same = (outer.first, outer.last) == (inner.first, inner.last)
    return outer.head < inner.head if same else outer.first <= inner.first and inner.last <= outer.last


def _key(name: str) -> str:
    return re.sub(r"s\Z", "", name.lower().replace("program ", "programme "))


def _agreement(name: str, named: _Named, span: Span, around: Around) -> Agreement:
    tokens = around.analysed.doc[named.first : named.last + 1]
    head = tokens.root
    convened = named.kind == "summit"
    place = agreed.where_made(head, span, around, convened)
    return Agreement(
        "",
        name,
        named.kind,
        agreed.parties_of(head, span, around),
        (span,),
        agreed.when_made(head, span, around, convened),
        place.id if place is not None else None,
    )


def _with_short(agreement: Agreement, short: str, analysed: Analysed) -> Agreement:
    first = agreement.mentions[0]
    more = [
        analysed.span(m.start(), m.end())
        for m in re.finditer(rf"\b{re.escape(short)}\b", analysed.text)
        if m.start() > first.end
    ]
    return replace(agreement, mentions=tuple(sorted((*agreement.mentions, *more), key=lambda s: s.start)))


def _named(tokens: Sequence[Token]) -> Iterator[_Named]:
    upper, lower = _heads()
    for place, token in enumerate(tokens):
        kind = upper.get(token.text) or lower.get(token.lemma_.lower())
        if kind is None:
            continue
        capital = token.text in upper
        if kind == "sanctions regime" and not _is_regime(tokens, place):
            continue
        first = _leftmost(tokens, place, kind)
        last = _rightmost(tokens, place, capital)
        if first == place and (last == place or not capital):
            continue
        if last < place or tokens[first].text in _NOT_FIRST:
            continue
        if not capital and not _is_name(tokens, first, place, kind):
            continue
        yield _Named(tokens[first].i, tokens[last].i, token.i, kind)


def _is_name(tokens: Sequence[Token], first: int, place: int, kind: AgreementKind) -> bool:
    """Whether the words before a head in lower case name one thing: "the Minsk agreements", not "Health programs",
    nor what is on the radio."""
    if kind in ("programme", "strategy") and tokens[place].tag_ == "NNS":
        return False
    if any(t.text in _BROADCAST for t in tokens[max(0, first - 6) : place]) or tokens[first].text in _BROADCAST:
        return False
    return any(t.pos_ == "PROPN" or (t.text[:1].isupper() and not t.is_sent_start) for t in tokens[first:place])


def _is_regime(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].lower_ in _REGIME


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _leftmost(tokens: Sequence[Token], place: int, kind: AgreementKind) -> int:
    """Where the name begins: capitals, hyphens and "and" between capitals before the head."""
    first = at = place
    while at > 0:
        before = tokens[at - 1]
        if _capital(before) and before.pos_ not in ("DET", "PRON", "ADP", "VERB", "ADV", "CCONJ", "SCONJ"):
            at -= 1
            first = at
        elif before.text in ("-", "–") or (before.lower_ in ("and", "&", "of") and at > 1 and _capital(tokens[at - 2])):
            at -= 1
        elif at == place and before.pos_ in ("ADJ", "NOUN") and at > 1 and tokens[at - 2].pos_ == "PROPN":
            at -= 1  # "the Paris climate agreement"
        else:
            break
    while first < place and (
        tokens[first].text in ("-", "–", *_DATES)
        or tokens[first].lower_ in _ARTICLES
        or (tokens[first].text.isdigit() and kind != "strategy")
    ):
        first += 1
    return first


def _rightmost(tokens: Sequence[Token], place: int, capital: bool) -> int:
    """Where the name ends: a number behind the head, and "of", "on", "for" with capitals behind them; before the head
    where that is no head."""
    upper, _ = _heads()
    last = place
    if place + 1 < len(tokens) and tokens[place + 1].lower_ in _REGIME and tokens[place].lower_ == "sanctions":
        last = place + 1
    if not capital:
        return last
    at, aimed = last + 1, False
    while at < len(tokens):
        token = tokens[at]
        if at == last + 1 and token.text.isdigit():
            last = at
            at += 1
            continue
        if at == place + 1 and _capital(token) and token.pos_ in ("PROPN", "NOUN") and token.text not in upper:
            return place - 1  # "Conference Room": what is named is no conference
        ahead = at + 1
        if token.lower_ in _JOINING or token.lower_ == "and":
            aimed = aimed or token.lower_ == "to"
            if token.lower_ != "and" and ahead < len(tokens) and tokens[ahead].lower_ in _ARTICLES:
                ahead += 1
            run = _run(tokens, ahead)
            dated = ahead < len(tokens) and (tokens[ahead].text in _DATES or tokens[ahead].text.isdigit())
            if run > ahead and not dated and not any(t.text in upper for t in tokens[ahead:run]):
                at, last = run, run - 1
                continue
        if token.text == "," and aimed:
            ahead += ahead < len(tokens) and tokens[ahead].lower_ == "and"
            if _aims(tokens, ahead):
                at = _run(tokens, ahead)
                last = at - 1
                continue
        if token.text in ("-", "–") and ahead < len(tokens) and _capital(tokens[ahead]):
            at = ahead
            continue
        break
    return last


def _aims(tokens: Sequence[Token], at: int) -> bool:
    """Whether the aims of a strategy go on behind a comma: "to Anticipate, Prevent, and Respond"."""
    return at < len(tokens) and tokens[at].pos_ in ("VERB", "PROPN") and tokens[at].text[:1].isupper()


def _run(tokens: Sequence[Token], start: int) -> int:
    at = start
    while at < len(tokens) and (_capital(tokens[at]) or tokens[at].text in ("-", "–")):
        at += 1
    return at


__all__ = ["find"]
