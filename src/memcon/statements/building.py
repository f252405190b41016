"""Attributions to statements: kind, speakers, addressees, medium, day, and which statement reports which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from memcon import actors
from memcon import times as dating
from memcon.actors import Cast, Reference
from memcon.actors.wordlists import words
from memcon.facts import Statement, StatementKind, Time, When
from memcon.language import Analysed
from memcon.statements.attribution import Attribution, Offsets
from memcon.statements.correspondence import LETTER
from memcon.statements.direct import BLOCK
from memcon.statements.media import medium_of
from memcon.statements.quotations import Quotation
from memcon.statements.turns import TURN

_WHOLE = frozenset({BLOCK, TURN, LETTER})
"""Flags of what is said in full without quotation marks."""
_LIST = 2
_JOINING = frozenset({"and", "the", "both", "of", "kingdom", "republic", "government", "governments"})
"""Words that may stand between the members of a list of actors."""
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def build(
    attributions: Iterable[Attribution],
    analysed: Analysed,
    quotations: Sequence[Quotation],
    cast: Cast | None,
    times: Sequence[Time],
    published: str | None,
) -> tuple[Statement, ...]:
    """The statements in the order of the text, numbered."""
    ordered = sorted((a for a in attributions if a.content), key=lambda a: (a.start, a.anchor.idx))
    ids = [f"s{n}" for n in range(1, len(ordered) + 1)]
    return tuple(
        _statement(id, a, analysed, quotations, cast, times, published, _within(a, ordered, ids))
        for id, a in zip(ids, ordered, strict=True)
    )


def _statement(
    id: str,
    a: Attribution,
    analysed: Analysed,
    quotations: Sequence[Quotation],
    cast: Cast | None,
    times: Sequence[Time],
    published: str | None,
    within: str | None,
) -> Statement:
    return Statement(
        id=id,
        kind=_kind(a, quotations, analysed.text),
        source=analysed.span(*a.source) if a.source else None,
        cue=analysed.span(*a.cue) if a.cue else None,
        content=tuple(analysed.span(*span) for span in a.content),
        speakers=_speakers(a, cast),
        addressees=_addressees(a, cast),
        medium=_medium(a, analysed),
        said=_said(a, analysed, times, published),
        within=within,
        cue_class=a.kind,
        decided_by=a.by,
        flags=tuple(a.flags),
    )


def voiced(statements: tuple[Statement, ...], analysed: Analysed, cast: Cast) -> tuple[Statement, ...]:
    """`statements` with the speakers of those that a quoted speaker makes as "I" or "we"."""
    known = actors.first_persons(cast, analysed, statements)
    found = []
    for s in statements:
        own = known.mention_at(s.source.start, s.source.end) if s.source and s.within and not s.speakers else None
        found.append(replace(s, speakers=own.ids) if own else s)
    return tuple(found)


def _kind(a: Attribution, quotations: Sequence[Quotation], text: str) -> StatementKind:
    if a.flags and not _WHOLE.isdisjoint(a.flags):
        return "direct"
    quoted = said = 0
    for start, end in a.content:
        said += sum(c.isalnum() for c in text[start:end])
        for q in quotations:
            if q.depth == 0 and q.start < end and q.end > start:
                for s, e in q.parts:
                    quoted += sum(c.isalnum() for c in text[max(s, start) : min(e, end)])
    return "indirect" if not quoted else "direct" if quoted >= said else "mixed"


def _speakers(a: Attribution, cast: Cast | None) -> tuple[str, ...]:
    if cast is None:
        return ()
    listed = _listed(a.source, cast, a.anchor.doc) if a.source else ()
    if listed:
        return listed
    if a.speaker is not None:
        head = _antecedent(a.speaker)
        found = list(cast.of(head))
        for other in head.conjuncts:
            if a.source is None or a.source[0] <= other.idx < a.source[1]:
                found += cast.of(other)
        if found:
            return tuple(dict.fromkeys(found))
    if a.source is None:
        return ()
    reference = cast.mention_at(*a.source)
    if reference is None or (a.speaker is not None and _is_kin(a.speaker) and a.speaker.idx < reference.start):
        return ()
    return reference.ids


def _is_kin(speaker: Token) -> bool:
    """Whether the noun is somebody beside whom it belongs to: "a friend of Anna Halm"."""
    return speaker.lemma_.lower() in words("kin")


def _listed(source: Offsets, cast: Cast, doc: Doc) -> tuple[str, ...]:
    """The actors of a source that is a list of them, with nothing else but what joins a list."""
    references: list[Reference] = []
    for r in cast.references_in(*source):  # the longest first
        if r.ids and source[0] <= r.start and r.end <= source[1] and not any(_within_span(r, o) for o in references):
            references.append(r)
    tokens = [t for t in doc.char_span(*source, alignment_mode="expand") or () if not t.is_punct and not t.is_space]
    left = {t.lower_ for t in tokens if not any(r.start <= t.idx < r.end for r in references)}
    if len(references) < _LIST or "and" not in left or not left <= _JOINING:
        return ()
    return tuple(dict.fromkeys(i for r in sorted(references, key=lambda r: r.start) for i in r.ids))


def _within_span(inner: Reference, outer: Reference) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _addressees(a: Attribution, cast: Cast | None) -> tuple[str, ...]:
    if cast is None:
        return ()
    return tuple(dict.fromkeys(i for head in a.hearers for i in cast.of(head)))


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else `token`."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WDT", "WP", "IN", "WP$"):
        verb = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        if verb is not None:
            return verb.head
    return token


def _around(a: Attribution, analysed: Analysed) -> str:
    """The sentence of the cue less what is said; of that a letter that it begins with stays ("X, Y and Z")."""
    sentence = analysed.sentence_at(a.anchor.idx)
    if sentence is None:
        return ""
    kept, at = [], sentence.start
    for start, end in sorted(a.content):
        if start >= sentence.end or end <= sentence.start:
            continue
        letter = start + 1 if not analysed.text[start + 1 : start + 2].strip() else start
        kept.append(analysed.text[at:letter])
        at = max(at, end)
    return " ".join([*kept, analysed.text[at : sentence.end]])


def _medium(a: Attribution, analysed: Analysed) -> str | None:
    if LETTER in a.flags:
        return "letter"
    return medium_of(_around(a, analysed), a.anchor.lemma_.lower())


def _said(a: Attribution, analysed: Analysed, times: Sequence[Time], published: str | None) -> When | None:
    """The day of the cue: by a time of its own clause, none of what is said."""
    if a.cue is None:
        return None
    outside = [t for t in times if not any(s <= t.start < e for s, e in a.content)]
    return dating.attach(*a.cue, analysed, outside, published)


def _within(a: Attribution, others: Sequence[Attribution], ids: Sequence[str]) -> str | None:
    """The id of the statement in whose content the cue stands, the innermost."""
    around = [
        (sum(e - s for s, e in o.content), id)
        for o, id in zip(others, ids, strict=True)
        if o is not a and _holds(o.content, a.cue or a.content[0])
    ]
    return min(around)[1] if around else None


def _holds(content: Sequence[Offsets], span: Offsets) -> bool:
    return any(s <= span[0] and span[1] <= e for s, e in content)
