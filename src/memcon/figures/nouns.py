"""What is counted: the noun behind a number, by the parse where there is one, else by the look of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from memcon.figures.lexicon import words
from memcon.figures.units import is_plural, singular
from memcon.language import Analysed

_WORD = re.compile(r"[\s-]+(?P<word>[^\W\d_]+(?:[-'’/][^\W\d_]+)*)|\s(?P<other>\d+(?=\s[A-Z]))")
_CODE = re.compile(r"[A-Z][A-Za-z]{0,10}-?\d{1,4}")
_LONGEST = 5
_SKIPPED_TAGS = frozenset({"ADV", "PUNCT"})
_PHRASE_TAGS = frozenset({"ADJ", "NOUN", "PROPN", "X"})


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted phrase at characters `start` to `end`; `head` is its last noun and `phrase` the whole, both singular.

    `plural` tells the number of the head; `proper` that it is a name ("22 Baker Street")."""

    end: int
    head: str
    phrase: str
    start: int
    plural: bool
    proper: bool = False


def counted(text: str, at: int, analysed: Analysed | None) -> Noun | None:
    """The noun phrase that a number ending at character `at` counts, or None."""
    return _parsed(text, at, analysed) if analysed is not None else _guessed(text, at)


def _guessed(text: str, at: int) -> Noun | None:
    """Words up to the first that ends a noun phrase; the head is the last plural of them."""
    seen: list[tuple[str, int]] = []
    end = at
    while len(seen) < _LONGEST:
        match = _WORD.match(text, end)
        if match is not None and not seen and match["word"] == "other":
            match = _WORD.match(text, match.end())
        if match is None or match["word"] is None or match["word"].lower() in words("labels", "ends"):
            break
        if seen and is_plural(seen[-1][0]) and not is_plural(match["word"]):
            break
        seen.append((match["word"], match.end()))
        end = match.end()
    first = seen[0] if seen else None
    while seen and not is_plural(seen[-1][0]):
        seen.pop()
    if not seen:
        return _adjectival(text, at, first)
    named = [word for word, _ in seen]
    head = _plain(singular(named[-1]))
    phrase = "people" if named == ["people"] else " ".join([*named[:-1], head])
    return Noun(seen[-1][1], head, phrase, at, True)


def _adjectival(text: str, at: int, first: tuple[str, int] | None) -> Noun | None:
    """ "12-page document": the singular joined to the number. A capital is a name's."""
    if first is None:
        return None
    word, end = first
    if word[0].isupper():
        return Noun(end, word, word, at, False, proper=True)
    joined = text[at : at + 1] == "-"
    return Noun(end, word, word, at, False) if joined else None


def _plain(word: str) -> str:
    return word if word[:1].isupper() and len(word) > 1 else word.lower()


def _parsed(text: str, at: int, analysed: Analysed) -> Noun | None:
    tokens = analysed.tokens(at - 1, at)
    if tokens is None or tokens[-1].idx + len(tokens[-1]) > at:
        return _guessed(text, at)
    phrase = _phrase(analysed.doc, tokens[-1].i + 1)
    if not phrase:
        return None
    if text[at : at + 1] == "-":  # "a six-cylinder engine", "12-page documents"
        first = phrase[0].text
        return Noun(phrase[0].idx + len(first), first, first, phrase[0].idx, False)
    head = phrase[-1]
    plural = is_plural(head.text) or head.tag_ in ("NNS", "NNPS")
    if not plural:
        if tokens[-1].lower_ in ("one", "1"):
            return Noun(head.idx + len(head), head.text, " ".join(t.text for t in phrase), phrase[0].idx, False)
        noun = next((token for token in phrase if token.pos_ in ("NOUN", "PROPN")), head)
        proper = noun.pos_ == "PROPN" and phrase[0].text[:1].isupper()
        if noun.tag_ == "NNS":  # "120 schools lack power"
            return Noun(noun.idx + len(noun), _lemma(noun), _lemma(noun), phrase[0].idx, True)
        return Noun(head.idx + len(head), noun.text, noun.text, phrase[0].idx, False, proper)
    lemma = _lemma(head)
    named = _hyphened(text, [t for t in phrase[:-1] if not _is_participle(t) or text[t.idx - 1] == "-"])
    name = "people" if head.lower_ == "people" and not named else " ".join([*named, lemma])
    return Noun(head.idx + len(head), lemma, name, phrase[0].idx, True)


def _phrase(doc: Doc, i: int) -> list[Token]:
    """The tokens of the noun phrase from token `i` on, through its last noun."""
    phrase: list[Token] = []
    while i < len(doc) and not doc[i].is_sent_start and len(phrase) < 2 * _LONGEST:
        token = doc[i]
        following = doc[i + 1] if i + 1 < len(doc) else token
        skipped = (
            token.is_space
            or token.text in "-–"
            or (token.pos_ == "ADV" and not phrase and following.tag_ in ("VBN", "JJ", "VBG"))
            or (token.lower_ in ("other", "more", "additional") and not phrase and following.pos_ in _PHRASE_TAGS)
            or (
                token.lower_ == "and"
                and phrase
                and (
                    (phrase[-1].pos_ == following.pos_ and following.pos_ in ("ADJ", "PROPN"))
                    or (phrase[-1].text[:1].isupper() and following.text[:1].isupper())
                )
            )
        )
        model = token.is_digit and bool(phrase) and following.pos_ == "PROPN"  # "new 737 Max jets"
        coded = _CODE.fullmatch(token.text) and following.pos_ in ("NOUN", "PROPN")  # "COVID-19 doses"
        if not skipped:
            counted = bool(phrase) and phrase[-1].tag_ in ("NNS", "NNPS")  # "members opposing the plan"
            leading = _is_participle(token) and not counted and _leads_on(doc[i + 1 : i + 5])
            if not (model or coded or _in_phrase(token) or leading or _is_misread(token, phrase)):
                break
            phrase.append(token)
        i += 1
    while phrase and phrase[-1].pos_ not in ("NOUN", "PROPN") and not _is_misread(phrase[-1], phrase[:-1]):
        phrase.pop()
    return phrase


def _is_misread(token: Token, phrase: list[Token]) -> bool:
    """Whether a plural is taken for a verb: "300,000 Iranian lives", "2 million Rwandan Hutus"."""
    if token.tag_ != "VBZ" or not token.text.endswith("s"):
        return False
    if not phrase:
        return token.text == "lives"
    return phrase[-1].pos_ == "ADJ" or (token.text[:1].isupper() and phrase[-1].pos_ == "PROPN")


def _hyphened(text: str, tokens: list[Token]) -> list[str]:
    """The words of the tokens, those joined by hyphens in the text as one word."""
    joined: list[str] = []
    previous: Token | None = None
    for token in tokens:
        if previous is not None and text[previous.idx + len(previous) : token.idx] == "-":
            joined[-1] += f"-{token.text}"
        else:
            joined.append(token.text)
        previous = token
    return joined


def _in_phrase(token: Token) -> bool:
    if token.lower_ in words("labels", "ends") or token.tag_ == "CD" or any(c.isdigit() for c in token.text):
        return False
    return token.pos_ in _PHRASE_TAGS and token.tag_ not in ("IN", "DT", "JJR", "WP", "PRP")


def _is_participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBG")


def _leads_on(tokens: Iterable[Token]) -> bool:
    """Whether a noun follows within the phrase: "combined sales", not "people killed in"."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN"):
            return True
        if token.pos_ not in ("ADJ", "PUNCT", "CCONJ"):
            return False
    return False


def _lemma(token: Token) -> str:
    if token.lower_ == "people":
        return "person"
    if token.tag_ == "VBZ" or token.text[1:-1].isupper():  # "MPs"
        return singular(token.text)
    lemma: str = token.lemma_
    if not lemma or lemma.lower() == token.lower_:
        return singular(token.text) if token.text[:1].isupper() else singular(token.lower_)
    return lemma[:1].upper() + lemma[1:] if token.text[:1].isupper() else lemma
