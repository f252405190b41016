"""Reporting verbs and what they govern: the clause, infinitive or noun phrase that is said, by whom, to whom."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from memcon.statements.attribution import Attribution, Offsets, runs, subtree
from memcon.statements.lexicon import Lexicon, Reporting

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_EMPTY = frozenset(
    {"it", "that", "this", "so", "what", "something", "nothing", "anything", "everything", "much", "more"}
)
_VERBAL = frozenset({"VERB", "AUX"})
_DEEPEST = 6
_UPON = frozenset({"on", "upon"})
_QUOTING = frozenset({"quote", "cite"})


def attribution(verb: Token, lexicon: Lexicon) -> Attribution | None:
    """What the reporting verb `verb` reports, or None where nothing that is said hangs on it."""
    for reading in lexicon.verbs.get(verb.lemma_.lower(), ()):
        found = content_of(verb, reading)
        if found is not None:
            content, hearers, preposition = found
            return make(verb, content, reading.kind, hearers, preposition)
    return None


def make(
    verb: Token, content: Iterable[int], kind: str, hearers: list[Token] | None = None, preposition: Token | None = None
) -> Attribution | None:
    """The attribution of tokens `content` to whoever `verb` is said of."""
    speaker = speaker_of(verb)
    indices = set(content)
    source: Offsets | None = None
    if speaker is not None:
        source = source_span(speaker, verb, indices)
    spans = runs(verb.doc, indices)
    if not spans:
        return None
    return Attribution(verb, cue_span(verb, preposition), source, spans, kind, speaker, hearers or [])


def content_of(verb: Token, reading: Reporting) -> tuple[set[int], list[Token], Token | None] | None:
    """The tokens said, the heads addressed, and the preposition that belongs to the cue, by the frames of `reading`."""
    frames = reading.frames
    children = list(verb.children)
    objects = [c for c in children if c.dep_ in ("dobj", "dative", "nsubjpass") and c.pos_ not in _VERBAL]
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in children)
    if "subject" in frames:
        found = _raised(verb, children, passive)
        if found:
            return found, [], None
        if reading.frames == {"subject"}:
            return None
    if "clause" in frames:
        found = _clause(verb, children)
        if found:
            hearers = [c for c in objects if c.dep_ != "nsubjpass" or "hearer" in frames]
            return found, hearers, None
    if "name" in frames and not passive:
        found = _named(children)
        if found:
            return found, [], None
    if frames & {"order", "raise"}:
        infinitive = next((c for c in children if c.dep_ in ("ccomp", "xcomp") and is_infinitive(c)), None)
        on = next((c for c in children if c.dep_ == "prep" and c.lower_ in _UPON and verb.i < c.i), None)
        if infinitive is not None and on is not None and on.i < infinitive.i and verb.lemma_ == "call":
            return _called_on(verb, on, subtree(on) - {on.i})
        if infinitive is not None:
            return _ordered(infinitive, objects, "raise" in frames)
    if "infinitive" in frames:
        complement = next((c for c in children if c.dep_ in ("xcomp", "ccomp") and _is_nonfinite(c)), None)
        if complement is not None:
            return subtree(complement), [], None
    if "about" in frames:
        for c in children:
            if c.dep_ in ("prep", "prt", "agent") and c.lower_ in reading.about and any(True for _ in c.children):
                below = subtree(c) - {c.i}
                hearers = [o for o in objects if o.i < c.i]
                if reading.kind == "ask" and c.lower_ in _UPON:
                    return _called_on(verb, c, below)
                if reading.kind == "accuse":
                    return below.union(*(subtree(o) for o in hearers)), hearers, None
                return below, hearers, c
    if "thing" in frames:
        thing = next((c for c in children if c.dep_ in ("dobj", "nsubjpass") and c.lower_ not in _EMPTY), None)
        if thing is not None and thing.pos_ not in _VERBAL:
            return subtree(thing), [thing] if "hearer" in frames and thing.dep_ == "dobj" else [], None
    return None


def _raised(verb: Token, children: list[Token], passive: bool) -> set[int] | None:
    """ "X is said to have left", "it is said that", "X seems to know"."""
    if not passive and verb.lemma_ not in ("seem", "appear"):
        return None
    complement = next((c for c in children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.i > verb.i), None)
    if complement is None:
        return None
    subject = next((c for c in children if c.dep_ in SUBJECTS), None)
    found = subtree(complement)
    if subject is not None and subject.lower_ != "it":
        found |= subtree(subject)
    return found


def _clause(verb: Token, children: list[Token]) -> set[int] | None:
    """The clause that is said: behind the verb, before or around it."""
    clauses = [c for c in children if c.dep_ == "ccomp" and not (is_infinitive(c) and c.i > verb.i)]
    if clauses:
        return set().union(*(subtree(c) for c in clauses))
    own = any(c.dep_ in SUBJECTS for c in children)
    if any(c.dep_ in ("dobj", "xcomp") for c in children):
        return None
    head = verb.head
    if own and verb.dep_ == "parataxis" and head.i != verb.i:
        return subtree(head) - subtree(verb)
    marked = next((c for c in children if c.dep_ in ("mark", "advmod") and c.lower_ == "as" and c.i < verb.i), None)
    if own and verb.dep_ == "advcl" and marked is not None:
        return subtree(head) - subtree(verb)
    return None


def _named(children: list[Token]) -> set[int] | None:
    """ "called the plan a mistake", "described it as a mistake"."""
    small = next((c for c in children if c.dep_ == "ccomp" and c.pos_ not in _VERBAL), None)
    if small is not None:
        return subtree(small)
    thing = next((c for c in children if c.dep_ == "dobj"), None)
    name = next((c for c in children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ in ("as", "to"))), None)
    if thing is None or name is None:
        return None
    return subtree(thing) | subtree(name)


def _ordered(infinitive: Token, objects: list[Token], both: bool) -> tuple[set[int], list[Token], Token | None]:
    subject = next((c for c in infinitive.children if c.dep_ in SUBJECTS), None)
    found = subtree(infinitive)
    if both:
        return found.union(*(subtree(o) for o in objects if o.dep_ == "dobj")), [], None
    hearers = ([subject] if subject is not None else []) + objects
    return found, hearers, None


def _called_on(verb: Token, preposition: Token, below: set[int]) -> tuple[set[int], list[Token], Token | None]:
    """ "called on Russia to stop": Russia is addressed and belongs to what is asked."""
    hearers = [c for c in preposition.children if c.dep_ == "pobj"]
    for c in verb.children:
        if c.dep_ in ("xcomp", "advcl", "ccomp") and is_infinitive(c) and c.i > preposition.i:
            below |= subtree(c)
    return below, hearers, preposition


def hearers_of(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The objects of a verb such as "tell", whose object is addressed."""
    if not any("hearer" in reading.frames for reading in lexicon.verbs.get(verb.lemma_.lower(), ())):
        return []
    return [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ not in _VERBAL]


def _is_nonfinite(token: Token) -> bool:
    """Whether `token` heads an infinitive or a gerund, "having met" among them."""
    having = token.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ == "VBG" for c in token.children)
    return having or token.tag_ in ("VB", "VBG")


def is_infinitive(token: Token) -> bool:
    """Whether `token` heads an infinitive with "to"."""
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.i < token.i for c in token.children)


def speaker_of(verb: Token, depth: int = 0) -> Token | None:
    """The head of whoever does the saying: subject, by-phrase, or the subject of a verb above that it shares."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return next(
            (o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"),
            None,
        )
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None or depth >= _DEEPEST or verb.head.i == verb.i:
        return own
    head = verb.head
    if verb.dep_ == "acl" and head.pos_ not in _VERBAL:
        return head
    if verb.dep_ == "pcomp":
        if head.lower_ == "as" and head.head.lemma_ in _QUOTING:  # "quoted the minister as saying"
            passive = any(c.dep_ == "auxpass" for c in head.head.children)
            role = "nsubjpass" if passive else "dobj"
            return next((c for c in head.head.children if c.dep_ == role), None)
        while head.dep_ == "prep" and head.head.i != head.i:
            head = head.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "acl") and head.pos_ in _VERBAL:
        if verb.dep_ == "xcomp" and (given := next((c for c in head.children if c.dep_ == "dobj"), None)) is not None:
            return given
        return speaker_of(head, depth + 1)
    return None


def source_span(speaker: Token, verb: Token, content: set[int]) -> Offsets | None:
    """The noun phrase that `speaker` heads, without the cue and what is said."""
    inside = subtree(speaker) - content
    if verb.i in inside:
        inside -= subtree(verb)
    found = [span for span in runs(speaker.doc, inside) if span[0] <= speaker.idx < span[1]]
    return found[0] if found else None


def cue_span(verb: Token, preposition: Token | None = None) -> Offsets:
    """The verb with the auxiliaries and adverbs that stand beside it, and a preposition right behind it."""
    doc = verb.doc
    beside = {c.i for c in verb.children if c.dep_ in _BESIDE}
    first = last = verb.i
    while first - 1 in beside:
        first -= 1
    while last + 1 in beside and doc[last + 1].dep_ == "prt":
        last += 1
    if preposition is not None and preposition.i == last + 1:
        last = preposition.i
    return doc[first].idx, doc[last].idx + len(doc[last])
