"""What talks were about: the noun phrases that a discussion names, lists taken apart, with their spans."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from memcon.events.clauses import clause_of, conjuncts, phrases_of
from memcon.events.frame import Frame
from memcon.facts import Span
from memcon.language import Analysed

_ABOUT = frozenset({"about", "on", "regarding", "concerning", "over", "as"})
_DISCUSSING = frozenset("discuss cover debate address explore raise review consider negotiate".split())
# "issues such as trade", "in the fields of energy": what is listed is the topic, not the noun that announces it.
_GENERAL = frozenset(
    """issue field area sphere domain matter topic range subject question number series way priority aspect host
    variety set importance""".split()
)
_LISTING = frozenset({"as", "including", "like", "of", "in"})
# "On" behind other verbs tells of no topic: "build on", "impose on", "leave on the basis".
_TALKING = frozenset(
    """talk speak meet consult confer negotiate brief engage exchange converse cooperate collaborate coordinate work
    agree deliberate focus touch communicate discuss debate""".split()
)
_NO_TOPIC = frozenset(
    """basis part trip visit tour occasion behalf condition sideline sidelines margin margins phone telephone momentum
    territory ground board side""".split()
)
_DEEPEST = 5


def topics_of(frame: Frame, analysed: Analysed) -> tuple[Span, ...]:
    """The topics that the clause of `frame` names, in the order of the text."""
    spans = {(span.start, span.end): span for head in _heads(frame) for span in _spans(head, analysed, 0)}
    kept = [
        s for key, s in sorted(spans.items()) if not any(o != key and o[0] <= key[0] and key[1] <= o[1] for o in spans)
    ]
    parties = {t.i for t in (*frame.source_heads, *frame.target_heads)}
    tokens = analysed.doc
    return tuple(s for s in kept if not any(s.start <= tokens[i].idx < s.end for i in parties))


def _heads(frame: Frame) -> Iterator[Token]:
    verbs = [frame.inner, *(c for c in frame.inner.children if c.dep_ in ("conj", "xcomp", "advcl", "relcl"))]
    verbs += [c for t in frame.taken for c in t.children if c.dep_ in ("acl", "relcl")]
    for verb in verbs:
        if verb.lemma_ in _DISCUSSING:
            objects = clause_of(verb).objects
            yield from objects
            yield from _listed_apart(verb, objects)
        for name, heads, _ in phrases_of(verb):
            talking = name not in ("on", "over") or verb.lemma_ in _TALKING or verb.pos_ == "NOUN"
            if name in _ABOUT - {"as"} and talking and not _is_time(heads):
                yield from heads
    for noun in frame.taken:
        for name, heads, at in phrases_of(noun):
            if name in _ABOUT - {"as"} and at in (noun, *frame.target_heads) and not _is_time(heads):
                yield from heads


def _listed_apart(verb: Token, objects: list[Token]) -> Iterator[Token]:
    """What goes on the list of objects behind a comma, which the parser hangs on the verb above ("met to discuss
    prices, a railway and visas")."""
    for child in verb.head.children if objects else ():
        first = child.left_edge
        behind = child.i > objects[-1].i and first.i > 0 and first.nbor(-1).text == ","
        if child.dep_ == "npadvmod" and behind and not _is_time([child]):
            yield from conjuncts(child)


def _is_time(heads: list[Token]) -> bool:
    return any(
        h.pos_ == "NUM" or h.lower_.endswith("day") or h.ent_type_ == "DATE" or any(c.pos_ == "NUM" for c in h.children)
        for h in heads
    )


def _spans(head: Token, analysed: Analysed, depth: int) -> Iterator[Span]:
    if depth > _DEEPEST:
        return
    for one in conjuncts(head) if head.pos_ not in ("VERB", "AUX") else _joined(head):
        done = clause_of(one).objects if one.pos_ == "VERB" else []
        if done:  # "developing trade links": the links are the topic
            for item in done:
                yield from _spans(item, analysed, depth + 1)
            continue
        listed = _listed(one) if one.lemma_.lower() in _GENERAL else []
        if listed:
            for item in listed:
                yield from _spans(item, analysed, depth + 1)
            continue
        deeper = [t for name, heads, _ in phrases_of(one) if name in ("in", "of") for t in heads]
        general = [t for t in deeper if t.lemma_.lower() in _GENERAL]
        if general:
            for item in general:
                yield from _spans(item, analysed, depth + 1)
            continue
        clause = any(c.dep_ in ("nsubj", "nsubjpass") for c in one.children)
        if clause or one.pos_ in ("PRON", "DET", "AUX") or one.lemma_.lower() in _NO_TOPIC:
            continue
        apart = _set_apart(one)
        span = _span(one, analysed, apart[0].left_edge.i if apart else None)
        if one.lemma_.lower() not in _GENERAL or len(span.text) > len(one):
            yield span
        for item in apart[:1]:
            yield from _spans(item, analysed, depth + 1)


def _set_apart(noun: Token) -> list[Token]:
    """What the parser joins to the inside of a topic though it has a comma and an article or owner of its own: "the
    situation in Mali, our work with allies"."""
    inside = (c for p in noun.children if p.dep_ == "prep" and p.i > noun.i for c in p.children if c.dep_ == "pobj")
    return [
        c
        for one in inside
        for c in one.children
        if c.dep_ in ("conj", "appos")
        and c.left_edge.dep_ in ("det", "poss")
        and c.left_edge.i > 0
        and c.left_edge.nbor(-1).text in (",", "and")
    ]


def _listed(noun: Token) -> list[Token]:
    """What a general noun announces: behind "such as" or "including" anywhere under it, else behind its own "of"."""
    examples = [t for t in noun.subtree if t.dep_ == "prep" and t.lower_ in _LISTING - {"of", "in"} and t.i > noun.i]
    if examples:
        return [c for c in examples[0].children if c.dep_ in ("pobj", "pcomp")]
    return [t for name, heads, at in phrases_of(noun) if name in _LISTING and at == noun for t in heads]


def _joined(verb: Token) -> list[Token]:
    found, at = [verb], 0
    while at < len(found):
        found += [c for c in found[at].children if c.dep_ == "conj"]
        at += 1
    return found


def _span(head: Token, analysed: Analysed, end: int | None) -> Span:
    """The phrase of `head` without what is joined to it, without a relative clause, an article or a comma, and without
    what begins at token `end`."""
    left = [
        c for c in head.children if c.i < head.i and c.dep_ not in ("conj", "cc", "punct", "det", "predet", "preconj")
    ]
    right = [c for c in head.children if c.i > head.i and c.dep_ in ("prep", "dobj", "prt")]
    first = min([head, *(t.left_edge for t in left)], key=lambda t: t.i)
    last = head
    for child in sorted(right, key=lambda t: t.i):
        if child.i - last.i > 1 and not all(t.pos_ == "PUNCT" or t in left for t in head.doc[last.i + 1 : child.i]):
            break
        last = child.right_edge
    while end is not None and (last.i >= end or last.pos_ in ("PUNCT", "CCONJ")):
        last = last.nbor(-1)
    while last.pos_ == "PUNCT" and last.i > head.i:
        last = last.nbor(-1)
    while (first.i < head.i and first.dep_ in ("det", "poss")) or first.pos_ == "PUNCT":
        first = first.nbor(1)
    return analysed.token_span(first, last)
