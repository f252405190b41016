"""Headlines: "German chancellor thanks Lithuania" has a verb that the tagger, used to prose, takes for a plural noun.

A short sentence that has no verb with a tense, and in it a noun that looks plural, may be a verb, stands behind another
noun and takes an object, is a subject, that verb and its object. The tags and the tree are set right before lemmas are
looked up, so that every later reader sees a verb.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

HEADLINE = 20
"""Tokens a headline may have."""
_TENSED = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = _NOUN | {"JJ", "CD", "DT", "PRP$", "POS", "HYPH", "VBN", "$"}
_PLAIN = frozenset({"NN", "JJ", "VB"})
_FAR = 5
"""Tokens between the comma of a joint subject and its verb."""
_OF_VERB = frozenset({"dobj", "nsubj", "dative"})
Known = Callable[[str, str], bool]
"""Whether a word form is one of a "verb" or of a "noun", by table."""


def mend(tokens: Sequence[Token], known: Known) -> None:
    """Make a verb of the noun that is the verb of a headline, where `tokens`, a sentence, are one."""
    if not 2 < len(tokens) <= HEADLINE or any(_is_tensed(token, known) for token in tokens):
        return
    for token in tokens:
        if token.tag_ in _TENSED:
            token.tag_ = "JJ"  # "hosts Chilean counterpart"
    for i in range(1, len(tokens)):
        if tokens[i].is_lower and _is_parsed_verb(tokens, i, known):
            tokens[i].tag_ = "VBZ" if tokens[i].tag_ in _PLURAL else "VBP"
            return
    for i in range(1, len(tokens)):
        if tokens[i].tag_ in _PLURAL and tokens[i].is_lower and _is_verb(tokens, i, known):
            _make_verb(tokens, i)
            return
        if tokens[i].tag_ in _PLAIN and tokens[i].is_lower and _is_joint(tokens, i, known):
            _make_verb(tokens, i)
            tokens[i].tag_ = "VBP"
            return


def _is_joint(tokens: Sequence[Token], i: int, known: Known) -> bool:
    """Whether two names joined by a comma do what the word says ("Chad, Niger discuss trade")."""
    commas = [t.i - tokens[0].i for t in tokens[:i] if t.text == ","]
    if len(commas) != 1 or not 0 < commas[0] < i - 1 or tokens[i - 1].tag_ not in _NOUN:
        return False
    word = tokens[i].lower_
    return i - commas[0] <= _FAR and known(word, "verb") and not known(word, "noun")


def _is_tensed(token: Token, known: Known) -> bool:
    return token.tag_ in _TENSED and not (
        token.is_title and token.i > token.sent.start and not known(token.text, "verb")
    )


def _is_parsed_verb(tokens: Sequence[Token], i: int, known: Known) -> bool:
    """Whether only the tagger, and not the parser, misreads the verb ("Yemen rebels free Saudi captives")."""
    verb, around = tokens[i], {child.dep_ for child in tokens[i].children}
    told = verb.dep_ == "ROOT" and verb.tag_ in _PLURAL | {"NN", "JJ"} and {"nsubj", "dobj"} <= around
    return told and tokens[i - 1].dep_ == "nsubj" and known(verb.lower_, "verb")


def _is_verb(tokens: Sequence[Token], i: int, known: Known) -> bool:
    verb, before = tokens[i], tokens[i - 1]
    if before.tag_ not in _NOUN or not known(verb.lower_, "verb"):
        return False
    if before.dep_ == "pobj" or any(child.dep_ in _OF_VERB for child in verb.children):
        return any(child.dep_ in _OF_VERB for child in verb.children)
    if not known(verb.lower_, "noun"):
        return True
    followed = i + 1 < len(tokens) and tokens[i + 1].tag_ in _NOUN | {"JJ", "CD", "$"}
    return before.tag_ not in _PLURAL and followed


def _make_verb(tokens: Sequence[Token], i: int) -> None:
    verb, subject = tokens[i], tokens[i - 1]
    end = i + 1
    while end < len(tokens) and tokens[end].tag_ in _BEFORE_NOUN:
        end += 1
    thing = next((t for t in reversed(tokens[i + 1 : end]) if t.tag_ in _NOUN), None)
    verb.tag_, verb.dep_, verb.head = "VBZ", "ROOT", verb
    _hang(subject, verb, "nsubj")
    if thing is not None:
        _hang(thing, verb, "dobj")
    first = _first_of_two(tokens, subject)
    if first is not None:
        _hang(first, verb, "nsubj")
        _hang(subject, first, "conj")
    for token in tokens:
        if token in (verb, subject, thing, first):
            continue
        if token.i < verb.i and (token.head.i >= verb.i or token.head == token):
            token.head = subject
        elif thing is not None and verb.i < token.i < thing.i and not verb.i < token.head.i <= thing.i:
            token.head = thing
        elif token.i > verb.i and (token.head.i < verb.i or token.head == token):
            token.head = verb


def _first_of_two(tokens: Sequence[Token], subject: Token) -> Token | None:
    """The name before the comma that joins it to the subject."""
    comma = next((t for t in tokens if t.text == "," and t.i < subject.i), None)
    before = comma.nbor(-1) if comma is not None and comma.i > tokens[0].i else None
    return before if before is not None and before.tag_ in _NOUN else None


def _hang(token: Token, head: Token, dep: str) -> None:
    token.dep_, token.head = dep, head
