"""Rules and encoder brought together: which of the two decides, where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.statements import completing, sourcing, tagging, verbs
from memcon.statements.attribution import Attribution, Offsets
from memcon.statements.lexicon import Lexicon
from memcon.statements.tagging import Found

LIKELY = 0.5
"""From this confidence on, an anchor that only the encoder sees counts."""
SOURCELESS = 0.8
"""From this confidence on, one that only the encoder sees counts though nobody is named who says it."""
UNLIKELY = 0.35
"""Below this confidence, an anchor that the rules see does not count, unless its frame is certain."""
LEAST = 0.35
"""Below this probability of the lower layers, the upper ones are not asked about an anchor."""

_SHORTEST = 2
_SPEECH = frozenset({"say", "claim", "deny"})
_PLEDGES = frozenset({"promise", "order", "ask"})


def combine(ruled: Sequence[Attribution], found: Sequence[Found], lexicon: Lexicon) -> list[Attribution]:
    """The attributions of both: spans by the encoder where it finds the anchor, class and addressees by the rules."""
    seen = {f.anchor.i: f for f in found}
    used: set[int] = set()
    combined: list[Attribution] = []
    doubted: list[Attribution] = []
    for a in ruled:
        f = seen.get(a.anchor.i)
        if f is None or f.confidence < UNLIKELY:
            (combined if is_certain(a) else doubted).append(a)
            continue
        used.add(f.anchor.i)
        both = _agreed(a, f)
        if not (sourcing.says_nothing(a, lexicon) or sourcing.says_nothing(both, lexicon)):
            combined.append(sourcing.trimmed(completing.completed(both, lexicon)))
    for f in found:
        if f.anchor.i in used or f.confidence < LIKELY:
            continue
        own = tagging.attribution(f, lexicon.kind(f.anchor.lemma_.lower()))
        if own is None or (own.source is None and f.confidence < SOURCELESS) or sourcing.says_nothing(own, lexicon):
            continue
        own.hearers = verbs.hearers_of(f.anchor, lexicon)
        combined.append(sourcing.trimmed(completing.completed(own, lexicon)))
    return combined + [a for a in doubted if _is_nested(a, combined, lexicon)]


def is_certain(a: Attribution) -> bool:
    """Whether the rules alone are enough: "according to", "reportedly"."""
    return a.anchor.lower_ == "according" or a.anchor.pos_ == "ADV"


def _is_nested(a: Attribution, others: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether a clause that someone says stands in what another says: the encoder learnt from texts where each token
    belongs to one attribution at most, and leaves such out; or what somebody named there agrees or promises to
    do."""
    if a.source is None or a.speaker is None:
        return False
    below = {c.dep_ for c in a.anchor.children}
    another = a.speaker.pos_ == "PROPN" and a.speaker.head.i == a.anchor.i
    clause = "ccomp" in below and a.kind in _SPEECH
    if not clause and not ("xcomp" in below and another and a.kind in _PLEDGES):
        return False
    if sourcing.says_nothing(a, lexicon):
        return False
    return any(all(any(s <= first and last <= e for s, e in o.content) for first, last in a.spans) for o in others)


def _agreed(a: Attribution, f: Found) -> Attribution:
    """`a` with the spans that the encoder finds around its anchor."""
    spans = tagging.attribution(f, a.kind)
    if spans is None:
        return a
    spans.hearers, spans.flags, spans.by = a.hearers, a.flags, "both"
    if spans.source is None or _undergoes(spans.source, a.anchor):
        clear = a.source is not None and not any(s < a.source[1] and a.source[0] < e for s, e in spans.content)
        spans.source, spans.speaker = (a.source, a.speaker) if clear else (None, None)
    elif a.source is not None and spans.source[0] <= a.source[0] < spans.source[1]:
        spans.speaker = a.speaker
    return spans


def _undergoes(source: Offsets, verb: Token) -> bool:
    """Whether the source is the subject of a passive, to whom something is said: "Oslo is being urged to …"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return subject is not None and any(source[0] <= t.idx < source[1] for t in subject.subtree)


def worth_reading(analysed: Analysed, lexicon: Lexicon, quoted: Sequence[bool]) -> list[list[Token]]:
    """The sentences that can hold a statement: those with a reporting word, a colon or quotation marks."""
    sentences = ([t for t in s.tokens if not t.is_space] for s in analysed.sentences)
    return [
        tokens
        for tokens in sentences
        if len(tokens) > _SHORTEST and any(quoted[t.i] or t.text == ":" or lexicon.reports(t) for t in tokens)
    ]
