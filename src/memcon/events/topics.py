"""What talks were about: the noun phrases that a discussion names, lists taken apart, with their spans."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from memcon.events.clauses import clause_of, conjuncts, phrases_of
from memcon.events.frame import Frame
from memcon.facts import Span
from memcon.language import Analysed

_ABOUT = frozenset({"about", "on", "regarding", "concerning", "over", "as"})
_DISCUSSING = frozenset({"discuss", "cover", "debate", "address", "explore", "raise", "review", "consider"})
# "issues such as trade", "in the fields of energy": what is listed is the topic, not the noun that announces it.
_GENERAL = frozenset(
    """issue field area sphere domain matter topic range subject question number series way priority aspect host
    variety set importance""".split()
)
_LISTING = frozenset({"as", "including", "like", "of", "in"})
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
            yield from clause_of(verb).objects
        for name, heads, _ in phrases_of(verb):
            if name in _ABOUT - {"as"} and not _is_time(heads):
                yield from heads
    for noun in frame.taken:
        for name, heads, at in phrases_of(noun):
            if name in _ABOUT - {"as"} and at == noun:
                yield from heads


def _is_time(heads: list[Token]) -> bool:
    return any(
        h.pos_ == "NUM"
        or h.lower_.endswith("day")
        or h.lower_ in ("phone", "telephone", "sidelines", "margins")
        or h.ent_type_ == "DATE"
        or any(c.pos_ == "NUM" for c in h.children)
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
        yield _span(one, analysed)


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


def _span(head: Token, analysed: Analysed) -> Span:
    """The phrase of `head` without what is joined to it, without a relative clause, an article or a comma."""
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
    while (first.i < head.i and first.dep_ in ("det", "poss")) or first.pos_ == "PUNCT":
        first = first.nbor(1)
    return analysed.token_span(first, last)
