"""Frames: every predicate of the text that a pattern fits, with its parties, and what governs it taken into account.

"Agreed to meet" is a promise of a meeting, "refused to allow" a refusal of access: a governing word turns the act into
another (`data/wrap.toml`), and so do "will", "must" and their negation.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import matching, parties, patterns
from memcon.events.clauses import Clause, clause_of
from memcon.events.matching import Match
from memcon.events.ontology import Ontology, default

_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})
_VERBAL = frozenset({"VERB", "AUX"})
SAYING = frozenset(
    """say tell announce declare insist state stress add warn believe think note argue maintain reiterate emphasise
    emphasize underline underscore write tweet claim confirm reveal indicate report assert affirm""".split()
)
_DUTY = frozenset({"must", "should", "ought"})
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One act as told: the CAMEO code of its rule, its predicate, its parties, and the words that the rule took up.

    `path` tells what turned the act into another; `inner` is the predicate of the act itself; `weight` how much its
    pattern asks for.
    """

    code: str
    rule: str
    predicate: Token
    inner: Token
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_heads: tuple[Token, ...]
    target_heads: tuple[Token, ...]
    mutual: bool
    nominal: bool
    taken: tuple[Token, ...]
    path: tuple[str, ...] = ()
    future: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Wrapper:
    """One kind of governing word."""

    kind: str
    words: dict[str, frozenset[str]]
    strong: frozenset[str]
    codes: dict[str, str]


@functools.cache
def wrappers() -> tuple[Wrapper, ...]:
    """The kinds of governing words, from `data/wrap.toml`."""
    return tuple(
        Wrapper(
            kind,
            _by_pos(row),
            frozenset(row["strong"].split()),
            dict(row["codes"]),
        )
        for kind, row in patterns.data("wrap.toml").items()
    )


def _by_pos(row: Mapping[str, str]) -> dict[str, frozenset[str]]:
    verbs, nouns, adjectives = (frozenset(row[kind].split()) for kind in ("verbs", "nouns", "adjectives"))
    return {"VERB": verbs, "AUX": verbs, "NOUN": nouns, "ADJ": adjectives}


def frames(tokens: Iterable[Token], cast: Cast) -> list[Frame]:
    """The frames of the tokens of one sentence, in the order of their predicates; an act that another frame has taken
    up is no frame of its own."""
    found: dict[int, Frame] = {}
    tokens, ontology = list(tokens), default()
    for token in tokens:
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass"):
            frame = _verb_frame(token, cast, ontology)
            if frame is not None:
                known = found.get(frame.predicate.i)
                if known is None or (frame.path and not known.path):
                    found[frame.predicate.i] = frame
    verbs = list(found.values())
    for frame in verbs:
        for i in {frame.inner.i, *(t.i for t in frame.taken)} - {frame.predicate.i}:
            found.pop(i, None)
    used = {t.i for frame in found.values() for t in (*frame.taken, frame.inner, frame.predicate)}
    for token in tokens:
        if token.pos_ == "NOUN" and token.i not in used:
            noun_frame = _noun_frame(token, cast)
            if noun_frame is not None:
                found[token.i] = noun_frame
    return [found[i] for i in sorted(found)]


def _verb_frame(verb: Token, cast: Cast, ontology: Ontology) -> Frame | None:
    clause = clause_of(verb)
    match = matching.match_verb(clause)
    frame = _from_match(match, clause, cast) if match is not None else None
    frame = _modal(frame, verb, clause, cast, ontology)
    governor = _governor(verb)
    depth = 0
    while governor is not None and depth < 4:
        frame = _wrapped(frame, governor, clause, cast, ontology)
        if _is_transparent(governor):
            frame = _modal(frame, governor, clause_of(governor), cast, ontology)
        governor, depth = _governor(governor), depth + 1
    return frame


def _from_match(match: Match, clause: Clause, cast: Cast) -> Frame:
    source = parties.actors_of(cast, match.source)
    heads = match.target
    target = parties.actors_of(cast, heads)
    if not target and not match.mutual:
        for more in (match.owned, clause.datives, matching.loose_targets(clause)):
            target = tuple(a for a in parties.actors_of(cast, more) if a not in source)
            if target:
                heads = heads or more[:1]
                break
    return Frame(
        match.pattern.code,
        match.pattern.text,
        clause.predicate,
        clause.predicate,
        source,
        tuple(a for a in target if a not in source or len(target) == 1),
        tuple(match.source),
        tuple(heads),
        match.mutual or (len(source) > 1 and not target and _symmetrical(match.pattern.code)),
        False,
        tuple(match.taken),
        future=match.pattern.future,
        weight=match.pattern.weight,
    )


def _symmetrical(code: str) -> bool:
    """Whether several parties that do this with no other party named do it with one another."""
    row = default().from_cameo(code)
    return row is not None and row.type in ("AGREE", "CONSULT", "COOPERATE")


def _noun_frame(noun: Token, cast: Cast) -> Frame | None:
    match = matching.match_noun(noun)
    if match is None:
        return None
    target = parties.actors_of(cast, match.target, within=False) or parties.actors_of(cast, match.target)
    source = parties.actors_of(cast, match.source) or tuple(a for a in cast.owner(noun) if a not in target)
    mutual = match.mutual or any(n.mutual and "between" in n.prepositions for n in match.pattern.needs)
    if mutual:
        source, target = source + target, ()
        if len(source) < 2:
            return None
    elif not source or not target:
        return None
    return Frame(
        match.pattern.code,
        match.pattern.text,
        noun,
        noun,
        source,
        target,
        (),
        tuple(match.target),
        mutual,
        True,
        tuple(match.taken),
    )


def _governor(verb: Token) -> Token | None:
    """The word whose complement `verb` is, or the first of the verbs it is joined to where that one is a complement."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in _VERBAL and not any(c.dep_ == "nsubj" for c in first.children):
        first = first.head
    head = first.head
    if first == head or first.dep_ not in _CLAUSAL:
        return None
    if first.dep_ == "pcomp" or (first.dep_ == "acl" and first.tag_ in ("VBG", "VBN")):
        return head.head if first.dep_ == "pcomp" and head.lower_ in ("to", "on", "from", "of") else None
    if first.dep_ == "advcl" and not (head.lemma_ in SAYING | _all_words() and _infinitive(first) and head.i < first.i):
        return None
    return head


def _is_transparent(governor: Token) -> bool:
    words = next(row.words for row in wrappers() if row.kind == "transparent")
    return governor.pos_ in _VERBAL and governor.lemma_.lower() in words["VERB"]


@functools.cache
def _all_words() -> frozenset[str]:
    return frozenset(w for row in wrappers() if row.kind in ("request", "promise") for w in row.strong)


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _wrapped(frame: Frame | None, governor: Token, clause: Clause, cast: Cast, ontology: Ontology) -> Frame | None:
    """`frame` as its governor tells it."""
    lemma = governor.lemma_.lower()
    row = next((w for w in wrappers() if lemma in w.words.get(governor.pos_, ())), None)
    if row is None or row.kind == "transparent":
        return frame
    outer = clause_of(governor) if governor.pos_ in _VERBAL else Clause(governor)
    if row.kind == "request" and lemma == "call" and (outer.objects or not _appealed(outer)):
        return None
    inner_type = _type(frame, ontology)
    if frame is None and lemma not in row.strong:
        return None
    code = row.codes.get(inner_type, row.codes.get("other", "")) if inner_type else row.codes["other"]
    if not code and frame is not None:
        return frame
    source_heads = outer.subjects if governor.pos_ in _VERBAL else _holders(governor)
    source = parties.actors_of(cast, source_heads)
    if row.kind == "request":
        target_heads = outer.objects or outer.datives or _appealed(outer) or clause.subjects
        target_heads = [t for t in target_heads if t not in source_heads]
        target = parties.actors_of(cast, target_heads) or (frame.target if frame else ())
    elif frame is not None:
        target_heads, target = list(frame.target_heads), frame.target
        if not target and outer.objects and clause.predicate.dep_ == "ccomp":
            target = parties.actors_of(cast, outer.objects)
    else:
        target_heads = [
            *clause.objects,
            *clause.datives,
            *matching.loose_targets(clause),
            *matching.loose_targets(outer),
        ]
        target = parties.actors_of(cast, target_heads)
    target = tuple(a for a in target if a not in source)
    rule = frame.rule if frame is not None else "*"
    base = frame.path if frame is not None else ()
    mutual = len(source) > 1 and not target and (frame is None or frame.mutual or row.kind == "promise")
    return Frame(
        code,
        rule,
        governor,
        frame.inner if frame is not None else clause.predicate,
        source,
        target,
        tuple(source_heads),
        tuple(target_heads),
        mutual,
        False,
        (frame.taken if frame else ()) + ((clause.predicate,)),
        (f"{lemma} ({row.kind})", *base),
        weight=2.0 if frame is not None else 1.0,
    )


def _holders(word: Token) -> list[Token]:
    """Who is ready, or whose plan it is."""
    if word.pos_ == "ADJ":
        return clause_of(word.head).subjects if word.head.pos_ in _VERBAL else []
    owners = [c for c in word.children if c.dep_ == "poss"]
    if owners:
        return owners
    head = word.head
    while head.dep_ in ("prep", "conj") and head != head.head:
        head = head.head
    return clause_of(head).subjects if head.pos_ in _VERBAL else []


def _appealed(clause: Clause) -> list[Token]:
    """Whom an appeal goes to: "called on", "appealed to", "pleaded with"."""
    return next(
        (
            heads
            for name, heads, at in clause.phrases
            if name in ("on", "upon", "to", "with", "from", "for") and at == clause.predicate and heads
        ),
        [],
    )


def _type(frame: Frame | None, ontology: Ontology) -> str | None:
    row = ontology.from_cameo(frame.code) if frame is not None else None
    return row.type if row is not None else None


def _modal(frame: Frame | None, verb: Token, clause: Clause, cast: Cast, ontology: Ontology) -> Frame | None:
    """Tell that "will help" is a promise, "will not help" a refusal, "must help", said by another, a demand."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    negated = any(c.dep_ == "neg" for c in verb.children)
    speaker = verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING else None
    if auxiliaries & _DUTY and speaker is not None and not negated:
        return _demand(frame, speaker, clause, cast, ontology)
    if frame is None or not auxiliaries & _FUTURE or _conditional(verb):
        return frame
    kind = _type(frame, ontology)
    if "would" in auxiliaries and speaker is None:
        return frame
    rows = {w.kind: w for w in wrappers()}
    row = rows["refuse"] if negated else rows["promise"]
    code = row.codes.get(kind or "", "")
    if not code:
        return frame
    return _replaced(frame, code, f"will{' not' if negated else ''} ({row.kind})")


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children)


def _demand(frame: Frame | None, speaker: Token, clause: Clause, cast: Cast, ontology: Ontology) -> Frame | None:
    heads = clause_of(speaker).subjects
    source = parties.actors_of(cast, heads)
    targets = clause.subjects if not clause.passive else clause.subjects or clause.objects
    target = tuple(a for a in parties.actors_of(cast, targets) if a not in source)
    if not source or not target:
        return frame
    row = next(w for w in wrappers() if w.kind == "request")
    code = row.codes.get(_type(frame, ontology) or "", row.codes["other"])
    return Frame(
        code,
        frame.rule if frame else "*",
        speaker,
        clause.predicate,
        source,
        target,
        tuple(heads),
        tuple(targets),
        False,
        False,
        (clause.predicate,),
        ("must (request)",),
    )


def _replaced(frame: Frame, code: str, step: str) -> Frame:
    return replace(frame, code=code, path=(step, *frame.path), weight=frame.weight)
