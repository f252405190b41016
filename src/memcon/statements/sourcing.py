"""What is no part of a source: the day, the medium and the occasion of what is said; and sources that say nothing."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.statements.attribution import Attribution, runs
from memcon.statements.lexicon import Lexicon

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split()
)  # fmt: skip
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)  # fmt: skip
_WHEN = frozenset({"on", "in", "at", "during", "via"})
_MEDIA = frozenset(
    """statement speech interview letter tweet email briefing conference address message communiqué communique broadcast
    post""".split()
)  # fmt: skip
_BULLETS = frozenset("•◆■")
_JOINING = frozenset({"AUX", "CCONJ", "SCONJ"})
_SPEAKING = frozenset({"speaking", "talking", "writing", "addressing", "testifying"})
_NOBODY = frozenset({"nobody", "none", "anyone", "anybody", "everyone", "everybody", "there", "you", "one", "no-one"})
_DUTY = frozenset({"should", "must", "ought"})


def trimmed(a: Attribution) -> Attribution:
    """`a` with a source that ends before "on Sunday", "in a statement" or "speaking in Geneva"."""
    if a.source is None or a.speaker is None:
        return a
    tokens = _around(list(a.anchor.doc.char_span(*a.source, alignment_mode="expand") or ()), a.speaker)
    last = next((n for n, t in enumerate(tokens) if t.i > a.speaker.i and _begins_occasion(t, tokens[-1])), None)
    kept = runs(a.anchor.doc, (t.i for t in tokens[:last]))
    if kept and kept[0][0] <= a.speaker.idx < kept[0][1]:
        a.source = kept[0]
    return a


def _around(tokens: list[Token], speaker: Token) -> list[Token]:
    """The tokens around the speaker between bullets, without a conjunction at either end and a bracket that nothing
    opened behind them."""
    start = max((n + 1 for n, t in enumerate(tokens) if t.text in _BULLETS and t.i < speaker.i), default=0)
    end = next((n for n, t in enumerate(tokens) if t.text in _BULLETS and t.i > speaker.i), len(tokens))
    kept = tokens[start:end]
    if len(kept) > 1 and kept[0].lower_ == "that" and kept[0].tag_ in ("IN", "WDT"):
        kept = kept[1:]
    if kept and kept[-1].text == ")" and not any(t.text == "(" for t in kept):
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1].pos_ in _JOINING and kept[-1].i > speaker.i:
        kept = kept[:-1]
    return kept


def _begins_occasion(token: Token, last: Token) -> bool:
    """Whether `token` begins a phrase that tells when or how somebody speaks. `last` is the source's last token."""
    lower = token.lower_
    if lower in _DAYS:
        return token.tag_ in ("NN", "NNP") and token.dep_ in ("npadvmod", "pobj", "nmod", "tmod")
    if lower in _SPEAKING:
        return token.tag_ == "VBG"
    if token.tag_ == "CD" and token.i + 1 < len(token.doc):  # "Home Office, 6 February"
        return token.nbor().lower_ in _MONTHS and token.nbor().tag_ == "NNP"
    if token.dep_ != "prep" or lower not in _WHEN:
        return False
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None:
        return token.i == last.i
    if noun.lower_ in _DAYS:
        return lower == "on"
    if noun.lower_ in _MONTHS:
        return lower in ("on", "in") and noun.tag_ == "NNP"
    return noun.lemma_.lower() in _MEDIA


def says_nothing(a: Attribution, lexicon: Lexicon) -> bool:
    """Whether nobody says or thinks it: "nobody likes …", "you may think …", "Europe needs to know …"."""
    if a.speaker is not None and a.speaker.lower_ in _NOBODY and not any(True for _ in a.speaker.children):
        return True
    return _is_duty(a.anchor, lexicon)


def _is_duty(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what somebody thinks or decides is only what they are told to: "must decide", "needs to understand"."""
    if verb.lemma_ == "need":
        return any(c.dep_ == "xcomp" and _thinks(c, lexicon) for c in verb.children)
    owed = any(c.dep_ == "aux" and c.lower_ in _DUTY for c in verb.children)
    return _thinks(verb, lexicon) and (owed or (verb.dep_ == "xcomp" and verb.head.lemma_ == "need"))


def _thinks(verb: Token, lexicon: Lexicon) -> bool:
    return any(reading.kind == "think" for reading in lexicon.verbs.get(verb.lemma_.lower(), ()))
