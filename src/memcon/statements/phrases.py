"""What is attributed without a verb: "according to X", "his claim that", "was confident that", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from memcon.statements.attribution import Attribution, runs, subtree
from memcon.statements.lexicon import Lexicon
from memcon.statements.verbs import cue_span, source_span, speaker_of

_OWNERS = frozenset({"by", "from", "of", "among", "between"})
_MATTER = {"call": "for", "demand": "for", "request": "for", "plea": "for", "appeal": "for", "support": "for",
           "praise": "for", "backing": "for", "criticism": "of", "condemnation": "of", "opposition": "to",
           "endorsement": "of", "rejection": "of", "denial": "of"}  # fmt: skip
_SAID_IN = frozenset({"opinion", "view", "word", "account", "telling", "estimate", "assessment", "estimation"})


def attributions(token: Token, lexicon: Lexicon) -> Iterator[Attribution]:
    """What is attributed by `token`, which is no verb."""
    found = None
    if token.lower_ == "according":
        found = _according(token)
    elif token.pos_ == "NOUN":
        kind = lexicon.nouns.get(token.lemma_.lower())
        found = _noun(token, kind) if kind else None
        if found is None and token.lemma_ in _SAID_IN:
            found = _in_the_words(token)
    elif token.pos_ == "ADV" and token.lower_ in lexicon.adverbs:
        found = _hearsay(token, lexicon.adverbs[token.lower_])
    elif token.pos_ == "ADJ" and token.lemma_ in lexicon.adjectives:
        found = _adjective(token, lexicon.adjectives[token.lemma_])
    if found is not None:
        yield found


def _according(token: Token) -> Attribution | None:
    """ "According to X, …": the clause it stands in, less the phrase itself."""
    doc = token.doc
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    if to is None:
        return None
    source = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        return None
    phrase = subtree(token) | subtree(to)
    clause = _clause_around(token)
    content = subtree(clause) - phrase if clause is not None else set()
    spans = runs(doc, subtree(source))
    return Attribution(
        token,
        (token.idx, to.idx + len(to)),
        spans[0] if spans else None,
        runs(doc, content),
        "say",
        source,
    )


def _clause_around(token: Token) -> Token | None:
    """The predicate whose clause `token` stands in."""
    at = token
    while at.head.i != at.i:
        at = at.head
        if at.pos_ in ("VERB", "AUX") and (at.dep_ not in ("acl", "amod", "xcomp") or at.head.i == at.i):
            return at
    return at if at.i != token.i else None


def _hearsay(token: Token, kind: str) -> Attribution | None:
    """ "Reportedly": the clause it stands in, which nobody named says."""
    clause = _clause_around(token)
    if clause is None or token.head.i != clause.i:
        return None
    return Attribution(
        token, (token.idx, token.idx + len(token)), None, runs(token.doc, subtree(clause) - {token.i}), kind
    )


def _noun(token: Token, kind: str) -> Attribution | None:
    """A noun with the clause, infinitive or matter that it reports, and whose it is."""
    children = list(token.children)
    complement = next((c for c in children if c.dep_ in ("acl", "ccomp") and c.i > token.i and _complements(c)), None)
    content: set[int] = set()
    preposition = None
    if complement is not None:
        content = subtree(complement)
    else:
        wanted = _MATTER.get(token.lemma_)
        preposition = next((c for c in children if c.dep_ == "prep" and c.lower_ == wanted), None)
        if preposition is None:
            return None
        content = subtree(preposition) - {preposition.i}
    speaker = next((c for c in children if c.dep_ == "poss"), None)
    if speaker is None:
        speaker = next(
            (o for c in children if c.dep_ == "prep" and c.lower_ in _OWNERS and c is not preposition
             for o in c.children if o.dep_ == "pobj"), None,
        )  # fmt: skip
    if speaker is None and token.dep_ == "dobj" and token.head.pos_ == "VERB":
        speaker = speaker_of(token.head)
    spans = runs(token.doc, content)
    if not spans or (speaker is None and complement is None):
        return None
    source = source_span(speaker, token, content) if speaker is not None else None
    end = preposition if preposition is not None and preposition.i == token.i + 1 else token
    return Attribution(token, (token.idx, end.idx + len(end)), source, spans, kind, speaker)


def _complements(verb: Token) -> bool:
    """Whether the clause under a noun is what the noun reports: "that …" or "to …"."""
    return verb.pos_ in ("VERB", "AUX") and any(
        (c.dep_ == "mark" and c.lower_ in ("that", "whether")) or (c.tag_ == "TO" and verb.tag_ == "VB")
        for c in verb.children
    )


def _in_the_words(token: Token) -> Attribution | None:
    """ "In the words of X, …", "in his view, …"."""
    before = token.head
    if before.lower_ != "in" or before.dep_ != "prep":
        return None
    speaker = next((c for c in token.children if c.dep_ == "poss"), None)
    if speaker is None:
        speaker = next((o for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    clause = _clause_around(before)
    if speaker is None or clause is None:
        return None
    content = subtree(clause) - subtree(before)
    return Attribution(
        token, (before.idx, token.idx + len(token)), source_span(speaker, token, content), runs(token.doc, content),
        "think", speaker,
    )  # fmt: skip


def _adjective(token: Token, kind: str) -> Attribution | None:
    """ "was confident that …", "are willing to …"."""
    complement = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.i > token.i), None)
    verb = token.head
    if complement is None or token.dep_ != "acomp" or verb.pos_ not in ("AUX", "VERB"):
        return None
    speaker = speaker_of(verb)
    content = subtree(complement)
    source = source_span(speaker, verb, content | subtree(token)) if speaker is not None else None
    start = cue_span(verb)[0]
    return Attribution(token, (start, token.idx + len(token)), source, runs(token.doc, content), kind, speaker)
