"""What governs an act turns it into another: "agreed to meet" promises a meeting, "refused to allow" refuses access
(`data/wrap.toml`), and so do "will", "must" and their negation."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from memcon.actors import Cast
from memcon.events import matching, parties
from memcon.events.clauses import Clause, auxiliaries, clause_of, each_other, is_finite
from memcon.events.frame import Frame
from memcon.events.matching import Match
from memcon.events.ontology import Ontology
from memcon.events.wrappers import SAYING, Wrapper, all_strong, strong_of, wrappers

_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})
_VERBAL = frozenset({"VERB", "AUX"})
# A list of infinitives is often parsed in part as "dep": "called on Mali to honour its word, to cease fire".
_LISTED = frozenset({"conj", "dep"})
_DUTY = frozenset({"must", "should", "ought"})
# Nobody promises or demands these of themselves: "it threatens to be", "ready to become".
_STATES = frozenset(
    """be become remain seem look feel have know say pretend think believe understand see remember forget
    comment elaborate speculate""".split()
)
# Who promises somebody to do a thing does it himself.
_TO_ANOTHER = frozenset({"promise", "vow", "swear", "pledge"})
# Who "wants to thank" thanks.
_POLITELY = frozenset({"want", "wish", "like"})
# Who wants himself to do a thing asks nobody for it.
_WANTING = frozenset({"want", "require"})
# What one does alone, as far as the other party's consent goes.
_DIARY = frozenset({"attend", "participate", "take", "join", "address", "speak", "talk", "converse"})
# Who finds out what others have done.
_WATCHING = frozenset("investigator expert monitor inspector rapporteur prosecutor watchdog observer".split())
# What is theirs who speak.
_OWN = frozenset({"it", "its", "their", "them", "our", "us", "his", "her"})
# Those who speak for many countries, of which the source may be one.
_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"})
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})


def is_governed(verb: Token) -> bool:
    """Whether a word or an auxiliary above `verb` may make an act of it that no pattern knows."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING and any(c.lower_ in _DUTY for c in verb.children):
        return True
    governor = _governor(verb)
    if governor is None or governor.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return False
    return governor.lemma_.lower() in all_strong() or is_governed(governor)


def is_told(match: Match, clause: Clause) -> bool:
    """Whether a pattern whose source is who says it ("Chad would pay a high price") stands in what somebody says, who
    is then put as the source; what is threatened is still to come. All other patterns are told as they are."""
    if not match.pattern.said:
        return True
    verb, speaker = clause.predicate, clause.predicate.head
    if verb.dep_ != "ccomp" or speaker.lemma_ not in SAYING | strong_of("accuse"):
        return False
    ahead = bool(auxiliaries(verb) & _FUTURE)
    if ahead != match.pattern.code.startswith("13") or any(c.dep_ == "neg" for c in verb.children):
        return False
    own = {t.i for t in match.target}
    match.source = [h for h in clause_of(speaker).subjects if h.i not in own]
    return bool(match.source)


def governed(frame: Frame | None, verb: Token, clause: Clause, cast: Cast, ontology: Ontology) -> Frame | None:
    """`frame`, the act of `verb` (None where no pattern fits it), as its auxiliaries and the words above it tell it."""
    frame = _modal(frame, verb, clause, cast, ontology)
    governor, below = _governor(verb), verb
    depth = 0
    while governor is not None and depth < 4:
        frame = _wrapped(frame, governor, below, clause, cast, ontology)
        if _is_transparent(governor):
            frame = _modal(frame, governor, clause_of(governor), cast, ontology)
        below, governor, depth = governor, _governor(governor), depth + 1
    return frame


def _governor(verb: Token) -> Token | None:
    """The word whose complement `verb` is, or the first of the verbs it is joined to where that one is a complement."""
    first = verb
    while first.dep_ in _LISTED and first.head.pos_ in _VERBAL and not any(c.dep_ == "nsubj" for c in first.children):
        first = first.head
    head = first.head
    if first == head or first.dep_ not in _CLAUSAL:
        return None
    if first.dep_ == "pcomp":
        complement = head.lower_ in ("to", "from", "of") or (head.lower_ == "on" and not _has_object(head.head))
        return head.head if complement else None  # "offered congratulations on taking office" offers not to take it
    if first.dep_ == "acl" and first.tag_ in ("VBG", "VBN"):
        return None
    if first.dep_ == "advcl" and not (
        head.lemma_ in SAYING | strong_of("request", "promise") and _infinitive(first) and head.i < first.i
    ):
        return None
    return head


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _is_transparent(governor: Token) -> bool:
    words = next(row.words for row in wrappers() if row.kind == "transparent")
    return governor.pos_ in _VERBAL and governor.lemma_.lower() in words["VERB"]


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _wrapped(
    frame: Frame | None, governor: Token, below: Token, clause: Clause, cast: Cast, ontology: Ontology
) -> Frame | None:
    """`frame` as its governor tells it, whose own complement is `below`."""
    lemma = governor.lemma_.lower()
    if lemma == "be" and _infinitive(below) and below.dep_ == "xcomp":
        if any(c.lower_ == "yet" for c in governor.children):
            return None  # "is yet to offer"
        return _scheduled(frame, clause, cast, ontology)
    rows = {w.kind: w for w in wrappers() if lemma in w.words.get(governor.pos_, ())}
    if not rows or "transparent" in rows:
        return frame
    if "accuse" in rows:
        accused = _accused(frame, rows.pop("accuse"), governor, below, clause, cast, ontology)
        if accused is not frame or not rows:
            return accused
    if "possible" in rows:
        return None if frame is None else replace(frame, possible=True)
    outer = clause_of(governor) if governor.pos_ in _VERBAL else Clause(governor)
    if "request" in rows and not _asks(governor, outer, below, cast):
        del rows["request"]
        if not rows:
            return frame if lemma in SAYING else None
    row = rows.get("request") or next(iter(rows.values()))
    inner_type = _type(frame, ontology)
    if frame is None and (lemma not in row.strong or clause.predicate.lemma_ in _STATES):
        return None
    if row.kind in ("promise", "threaten") and _told(clause.predicate):
        return frame
    if inner_type == "SUPPORT" and lemma in _POLITELY:
        return frame
    if lemma == "warn" and frame is not None and is_finite(clause.predicate) and not _same(outer, clause, cast):
        return replace(frame, possible=True)  # a warning of what others may do
    if row.kind == "ahead":
        assert frame is not None
        frame = replace(frame, future=True)
        if _entry(frame, inner_type):
            heads = outer.objects if outer.passive else outer.subjects
            return replace(frame, source=frame.source or parties.actors_of(cast, heads))
    code = row.codes.get(inner_type, row.codes.get("other", "")) if inner_type else row.codes["other"]
    if not code and frame is not None:
        return frame
    refusal = next(w for w in wrappers() if w.kind == "refuse").codes
    if lemma in row.mild and code.startswith("13"):
        code = row.codes["AGREE"]
    if row.kind == "promise" and any(c.dep_ == "neg" for c in below.children):
        code = row.codes["AGREE"] if code.startswith("13") else refusal.get(inner_type or "", "120")
    if row.kind == "promise" and _refuses(governor):
        code = refusal.get(inner_type or "", "120")
    source_heads = outer.subjects if governor.pos_ in _VERBAL else _holders(governor)
    if row.kind != "request" and outer.passive and not source_heads:
        source_heads = outer.objects  # "is scheduled to", "were prepared to"
    source = parties.actors_of(cast, source_heads)
    if row.kind == "request":
        target_heads = outer.objects or outer.datives or _appealed(outer) or clause.subjects
        target_heads = [t for t in target_heads if t not in source_heads]
        target = parties.actors_of(cast, target_heads) or (frame.target if frame else ())
    elif frame is not None:
        target_heads, target = list(frame.target_heads), frame.target
        target = parties.actors_of(cast, _addressed(outer, below, row.kind)) or target
    else:
        target_heads = [
            *_addressed(outer, below, row.kind),
            *clause.objects,
            *clause.datives,
            *matching.loose_targets(clause),
            *matching.loose_targets(outer),
        ]
        target = parties.actors_of(cast, target_heads)
    target = tuple(a for a in target if a not in source)
    if not target and not (frame and frame.mutual) and len(source) == 1:
        target = parties.nearest(cast, [clause.predicate], source)
    together = len(source) > 1 and each_other(governor)
    if together:
        target = ()
    rule = frame.rule if frame is not None else "*"
    base = frame.path if frame is not None else ()
    if (
        row.kind == "promise"
        and lemma == "agree"
        and len(source) > 1
        and not any(cast.actor(a).country for a in target)
    ):
        target = ()  # several agree with one another
    mutual = len(source) > 1 and not target and (together or frame is None or frame.mutual or row.kind == "promise")
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
        (f"{lemma} ({'refuse' if code.startswith('12') else row.kind})", *base),
        weight=2.0 if frame is not None else 1.0,
    )


def _accused(
    frame: Frame | None, row: Wrapper, governor: Token, below: Token, clause: Clause, cast: Cast, ontology: Ontology
) -> Frame | None:
    """`frame` as an accusation of its source, where `governor` tells in advance that another party than its source says
    so: one it was done to, or one that claims it."""
    if frame is None or frame.path or below != frame.predicate or below.i < governor.i or below.dep_ != "ccomp":
        return frame
    code = row.codes.get(_type(frame, ontology) or "", "")
    heads = clause_of(governor).subjects
    speakers = tuple(a for a in parties.actors_of(cast, heads) if a not in frame.source)
    sides = [{cast.actor(a).country for a in side} - {None} for side in (speakers, frame.source)]
    if not code or not all(sides) or sides[0] & sides[1] or _undone(below):
        return frame
    # What rights groups find is an accusation, for they are no party to it.
    watching = any(cast.actor(a).kind == "ngo" for a in speakers) or any(h.lemma_.lower() in _WATCHING for h in heads)
    own = watching or any(w.lower_ in _OWN for h in (*clause.objects, *frame.target_heads) for w in h.subtree)
    if not own and governor.lemma_ not in row.strong:
        return frame
    path = (f"{governor.lemma_} (accuse)",)
    taken = (*frame.taken, clause.predicate)
    return replace(
        frame,
        code=code,
        predicate=governor,
        source=speakers,
        target=frame.source,
        source_heads=tuple(heads),
        target_heads=frame.source_heads,
        mutual=False,
        taken=taken,
        path=path,
        weight=2.0,
    )


def _undone(verb: Token) -> bool:
    """Whether the act has not been done: it is denied, or only possible or still to come."""
    return any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def _refuses(governor: Token) -> bool:
    """Whether the governor of a promise will not be: "will not agree to"."""
    return any(c.dep_ == "neg" for c in governor.children) and bool(auxiliaries(governor) & _FUTURE)


def _asks(governor: Token, outer: Clause, verb: Token, cast: Cast) -> bool:
    """Whether `governor`, a word of asking, asks for what `verb` says: by an infinitive whose subject is another party,
    a subjunctive or "should"; "told them it was right" asks for nothing."""
    lemma = governor.lemma_.lower()
    if any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return _infinitive(verb)  # "called for soldiers to come"
    if lemma == "call" and (outer.objects or not _appealed(outer)):
        return False
    if lemma in _WANTING:
        others = [t for t in clause_of(verb).subjects if t not in outer.subjects]
        wanting = set(parties.actors_of(cast, outer.subjects))
        return _infinitive(verb) and any(set(cast.of(t)) - wanting for t in others)
    if not _infinitive(verb) and is_finite(verb) and not _subjunctive(verb):
        return any(c.dep_ == "aux" and c.lower_ in ("should", "must") for c in verb.children)
    return lemma != "insist" or verb.tag_ == "VB" or _subjunctive(verb)


def _subjunctive(verb: Token) -> bool:
    """Whether a verb that the parser takes for a plural has one subject ("demanded that Serbia hand over")."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    single = len(subjects) == 1 and subjects[0].tag_ in ("NN", "NNP")
    return (
        (verb.tag_ == "VBP" or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_))
        and single
        and not any(c.dep_ in ("conj", "aux") for s in (*subjects, verb) for c in s.children)
    )


def _same(outer: Clause, inner: Clause, cast: Cast) -> bool:
    """Whether the same actors stand as subjects of both clauses."""
    sides = [set(parties.actors_of(cast, clause.subjects)) for clause in (outer, inner)]
    return not sides[1] or bool(sides[0] & sides[1])


def _told(verb: Token) -> bool:
    """Whether `verb` tells a fact of now or then, which nobody can promise: "agreed that it was wrong"."""
    return not _infinitive(verb) and is_finite(verb) and not any(c.tag_ == "MD" for c in verb.children)


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


def _addressed(outer: Clause, below: Token, kind: str) -> list[Token]:
    """To whom something is promised, or who is warned of it: "promised Chad that it would", "promised Chad to"."""
    if kind not in ("promise", "threaten", "refuse"):
        return []
    if outer.predicate.lemma_ in _TO_ANOTHER and _infinitive(below):
        return outer.objects or [c for c in below.children if c.dep_ == "nsubj"]
    return outer.objects if below.dep_ == "ccomp" else []


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
    helping = auxiliaries(verb)
    if not helping & _DUTY and (frame is None or not helping & _FUTURE):
        return frame
    negated = any(c.dep_ == "neg" for w in (verb, verb.head if verb.head.lemma_ == "go" else verb) for c in w.children)
    speaker = verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING else None
    if speaker is not None and any(c.tag_ == "WRB" for c in verb.children):
        return frame  # "told how they would raid": they used to
    if helping & _DUTY and speaker is not None and not negated and (frame or verb.lemma_ not in _STATES):
        return _demand(frame, speaker, clause, cast, ontology)
    if frame is None or not helping & _FUTURE or _conditional(verb):
        return frame
    kind = _type(frame, ontology)
    if ("would" in helping and speaker is None) or (clause.passive and not clause.subjects):
        return frame
    if speaker is not None and _foretold(frame, speaker, cast):
        return replace(frame, future=True)
    rows = {w.kind: w for w in wrappers()}
    row = rows["refuse"] if negated else rows["promise"]
    code = row.codes.get(kind or "", "")
    if not code:
        return frame
    if row.kind == "promise" and _entry(frame, kind):
        return replace(frame, future=True)
    return _replaced(frame, code, f"will{' not' if negated else ''} ({row.kind})")


def _scheduled(frame: Frame | None, clause: Clause, cast: Cast, ontology: Ontology) -> Frame | None:
    """`frame` as what "is to" be done, by an actor and not by a thing ("the aim is to")."""
    if frame is None or frame.path or not any(cast.of(h) for h in clause.subjects):
        return frame
    row = next(w for w in wrappers() if w.kind == "ahead")
    code = row.codes.get(_type(frame, ontology) or "", "") or frame.code
    return replace(_replaced(frame, code, "be to (ahead)"), future=True)


def _foretold(frame: Frame, speaker: Token, cast: Cast) -> bool:
    """Whether another country than that of the source says what the source will do, which promises nothing."""
    heads = [h for h in clause_of(speaker).subjects if h.i != speaker.i]
    sides = [{cast.actor(a).country for a in side} - {None} for side in (parties.actors_of(cast, heads), frame.source)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1] and not sides[0] & _BODIES


def _entry(frame: Frame, kind: str | None) -> bool:
    """Whether a contact to come is only an entry in somebody's diary, agreed with nobody: he "will attend", "will speak
    about"."""
    return kind == "CONSULT" and (frame.inner.lemma_ in _DIARY or not (frame.target or frame.mutual))


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
