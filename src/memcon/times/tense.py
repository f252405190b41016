"""Whether the verb about an expression tells of what was or what will be."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.times.lexing import table

Direction: TypeAlias = Literal["past", "future"]

_BEHIND, _AHEAD = 160, 120
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|['’][^\W\d_]+")
_SENTENCE_END = re.compile(r"""[.!?]["'”’)]*\s+(?=["'“‘(]*[A-Z])|\n\s*\n""")
_MODAL = frozenset("would could should might may must can".split())
_WILL = frozenset(("will", "'ll", "shall", "wo", "'d"))
_HAVE_BEEN = frozenset("has have had was were did been".split())
_OWNS = re.compile(r"[’']s?\s")
"""What makes a time the owner of what is told ("for Saturday's attack")."""
_OWNED = re.compile(r"[’']s\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_INSIDE = re.compile(r"[^\W\d_],?\s\Z")
"""What stands before a time within its sentence."""
_TO_COME = re.compile(r"\s(?:will|would|could|should|may|is|are)\b")
_AWAITED = frozenset("expected scheduled due planned slated".split())
_ARRANGED = frozenset("planned scheduled".split())
_LED: tuple[tuple[str, Direction], ...] = (("ahead", "future"), ("behind", "past"))
_CAME_OF_IT = re.compile(r"\s(?:was|were|had|has|have)\s")
"""What a time that was awaited is followed by once it has passed ("the rally planned for Saturday was held")."""
_UP_TO = re.compile(r"(?:\A|[.!?\n]\W{1,3})(?:[Uu]ntil|[Uu]p to)\s\Z")
_HAD = re.compile(r"\W{1,2}[^.!?\n]{1,40}\b(?:had|was|were)\b")
_HAVE = frozenset(("has", "have", "had", "'ve"))
_IS = frozenset("is are am 's 're was were be".split())


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table("tense.toml").items() if isinstance(words, str)}


@functools.cache
def _led_by(name: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(words).replace(r"\ ", r"\s") for words in table("tense.toml")[name])
    return re.compile(rf"\b(?:{forms})\s(?:the\s)?\Z", re.IGNORECASE)


def direction(
    text: str, start: int, end: int, analysed: Analysed | None, by_preposition: bool = True
) -> Direction | None:
    """Where the time at `start` to `end` lies, by the verb that governs it; None where no verb tells.

    "for Friday" and the like look ahead, unless `by_preposition` is false: results "for the fourth quarter" do not."""
    led = text[max(0, start - 24) : start]
    for name, way in _LED if by_preposition else ():
        if _led_by(name).search(led) and not _OWNS.match(text, end):
            passed = _CAME_OF_IT.match(text, end) or (_UP_TO.search(led) and _HAD.match(text, end))
            return "past" if passed else way
    if _tells_of_the_past(text, start, end):
        return "past"
    parsed = _by_parse(start, end, analysed) if analysed is not None else None
    if parsed is not None and parsed[1]:
        return parsed[0]
    return _by_words(text, start, end) or (parsed[0] if parsed else None)


def _tells_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether the time owns what has come about ("around Tuesday's ruling"), and nothing yet to come is told of it."""
    owned = _OWNED.match(text, end)
    if owned is None:
        return False
    first, second = owned[1].lower(), (owned[2] or "").lower()
    come_about = first in _words()["outcomes"] or (first.endswith("ing") and second in _words()["outcomes"])
    inside = _INSIDE.search(text[max(0, start - 4) : start])
    return come_about and inside is not None and not _TO_COME.match(text, owned.end(1))


def _by_words(text: str, start: int, end: int) -> Direction | None:
    """By the nearest verb before the expression in its sentence, else by the first one after it."""
    behind = _SENTENCE_END.split(text[max(0, start - _BEHIND) : start])[-1]
    words = [w.lower() for w in _WORD.findall(behind)]
    for i in range(len(words) - 1, -1, -1):
        found = _of_word(words, i)
        if found:
            return found
    ahead = _SENTENCE_END.split(text[end : end + _AHEAD], maxsplit=1)[0]
    words = [w.lower() for w in _WORD.findall(ahead)]
    return next((found for i in range(len(words)) if (found := _of_word(words, i))), None)


def _of_word(words: Sequence[str], i: int) -> Direction | None:
    """What word `i` tells, with its neighbours."""
    word, known = words[i], _words()
    before = words[i - 1] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if word.startswith("could") and (following == "not" or word.endswith("n't") or "neither" in words[:i]):
        return "past"
    if word == "set" and following == "for":
        return "future"
    if word in known["future"]:
        done = (word in _MODAL and following == "have") or words[max(0, i - 2) : i] == ["had", "been"]
        return "past" if done else "future"
    if word.endswith(("'ll", "’ll")):
        return "future"
    if word in known["future_with_to"] and following == "to":
        return "future"
    if before in ("be", "being", "to"):
        return None
    if word in known["arranged"]:
        return "future"
    if word in known["past"] or word in known["irregular"]:
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in known["not_verbs"]:
        return "past"
    return None


def _by_parse(start: int, end: int, analysed: Analysed) -> tuple[Direction, bool] | None:
    """By the first verb above the expression in the parse that tells, and whether that is certain."""
    tokens = analysed.tokens(start, end)
    if tokens is None:
        return None
    token = tokens.root
    for _ in range(12):
        if token.tag_.startswith("VB") or token.tag_ == "MD":
            found = _of_invitation(token, tokens.root) or _of_verb(token)
            if found:
                return found
        if token.head is token:
            return None
        token = token.head
    return None


def _of_invitation(verb: Token, time: Token) -> tuple[Direction, bool] | None:
    """What one invites to lies ahead, though the inviting is told of as done ("invited him to the talks in May")."""
    if verb.lower_ not in _words()["inviting"]:
        return None
    to = any(child.lower_ in ("to", "for") and verb.i < child.i < time.i for child in verb.children)
    return ("future", True) if to else None


def _denies(child: Token) -> bool:
    """Whether a child of a verb denies it: "not", or a subject such as "neither of them"."""
    subject = child.dep_ in ("nsubj", "nsubjpass")
    return child.dep_ == "neg" or (subject and any(t.lower_ in _words()["nobody"] for t in (child, *child.lefts)))


def _of_verb(verb: Token) -> tuple[Direction, bool] | None:
    """What a verb tells with its auxiliaries; a bare infinitive or present is not certain."""
    known = _words()
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _WILL:
        return "future", True
    if "could" in helpers and any(_denies(child) for child in verb.children):
        return "past", True
    if helpers & _MODAL:
        return ("past" if "have" in helpers else "future"), True
    if "to" in helpers:
        head = verb.head
        realised = "have" in helpers or (head is not verb and head.lower_ in known["realised"])
        return ("past" if realised else "future"), False
    if "had" in helpers:
        return "past", True
    if verb.lower_ in _AWAITED and verb.tag_ == "VBN" and not helpers & _HAVE:
        return "future", True
    if verb.lower_ in _ARRANGED:
        return "future", True
    if helpers & _HAVE_BEEN or verb.tag_ == "VBD":
        return "past", True
    if verb.tag_ == "VBN" and not helpers:
        return "past", False
    if verb.tag_ == "VBG" and helpers & _IS:
        return "future", False
    plain = verb.tag_ in ("VBP", "VBZ") and verb.pos_ == "VERB" and not helpers
    return ("future", False) if plain and verb.lower_ not in known["saying"] else None
