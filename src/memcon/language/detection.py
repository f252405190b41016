"""Which language a text is in."""

from __future__ import annotations

import re

_SAMPLE = 3000
_SHORT = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that make up a third or more of running English, none of them frequent in another language as well.
_ENGLISH = frozenset(
    """the of and to that for with on was is it as by his her he she they at from this which are were be been has have
    had not but will would said its who been an after about into than more also""".split()
)
# The commonest words of other languages in Latin script that are no English words.
_FOREIGN = frozenset(
    """der das und den dem ein eine ist nicht mit von zu auf für im des sich auch sie ich werden wird wurde bei
    le les une est dans du au aux pour que qui sur avec pas ce cette été plus sont par il elle nous vous
    el los las del por con una para como su al se lo más pero fue son di che non della dei nel sono per gli
    de het een van te dat op zijn niet voor met aan ook er naar och att det som på är inte till af og ikke har ikke
    ve bir bu için ile de da olarak nie się na że do jest w z jak dla""".split()
) - {"do", "on", "as", "de", "la", "al", "el", "van", "du", "le", "se"}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, told by its first 3,000 characters; None where they hold fewer
    than three words. A short text counts as English unless it is plainly something else, since no identifier can tell
    a sentence full of names."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    if len(words) < 3:
        return None
    if len(words) < 10 and sample.isascii():
        return "en"
    english = sum(word.lower() in _ENGLISH for word in words)
    if english >= 0.2 * len(words):
        return "en"
    if len(words) < _SHORT and _looks_english(words, english):
        return "en"
    import py3langid  # its model takes a second to load, and most texts are plainly English

    language: str = py3langid.classify(sample)[0]
    return language


def _looks_english(words: list[str], english: int) -> bool:
    """Few words of other languages, and few letters that English does not have."""
    foreign = sum(word.lower() in _FOREIGN for word in words)
    letters = "".join(words)
    return foreign <= english and sum(not c.isascii() for c in letters) <= 0.05 * len(letters)
