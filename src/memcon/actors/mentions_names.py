"""Pieces that are one name: a state's name beside an unknown one, a body's name that goes on behind "of"."""

from __future__ import annotations

from memcon.actors.mentions_words import Piece, Words
from memcon.actors.places import fold
from memcon.actors.wordlists import given_names, honorifics, nouns, words

_SURE_TAGS = frozenset({"NNP", "NNPS"})


def merge_names(w: Words, found: list[Piece]) -> list[Piece]:
    """One-word names of states and places beside an unknown name are part of it: "Michael Jordan", "Israel Katz"."""
    merged: list[Piece] = []
    for piece in found:
        while (
            merged
            and merged[-1].last == piece.first
            and (_one_name(w, merged[-1], piece) or _unknown_given_name(w, merged[-1], piece))
        ):
            piece = Piece(merged.pop().first, piece.last, "caps")
        merged.append(piece)
    return merged


def extend_bodies(w: Words, found: list[Piece], last: int) -> list[Piece]:
    """A body's name goes on behind "of", "for" or "to": "Observatory for Human Rights".

    Not where a state or somebody known follows: "Embassy of France".
    """
    extended: list[Piece] = []
    for piece in found:
        before = extended[-1] if extended else None
        if before is not None and piece.first < before.last:
            continue
        extended.append(piece)
        head = piece.last - 1
        capital = piece.what in ("caps", "noun") and w.text[head][0].isupper()
        if not capital or w.lower[head] not in words("organisation_heads"):
            continue
        if before is not None and before.what == "caps" and before.last == piece.first:
            extended[-2:] = [Piece(before.first, piece.last, "caps", places=before.places)]
        if len(extended) > 1 and _first_half(w, extended[-2], extended[-1]):
            extended[-2:] = [Piece(extended[-2].first, piece.last, "caps")]
            continue
        if piece.last >= last - 1:
            continue
        end = _name_goes_on(w, piece.last, last)
        names = [q for q in found if piece.last <= q.first < end and q.what == "name"]
        if end > piece.last and not names:
            extended[-1] = Piece(piece.first, end, "caps")
    return extended


def _first_half(w: Words, before: Piece, piece: Piece) -> bool:
    """Whether a capitalised word and "and" before a body's name belong to it: "Food and Drug Administration"."""
    joined = before.last == piece.first - 1 and w.lower[before.last] == "and"
    plain = before.what == "caps" and not before.places and fold(w.text[before.first]) not in given_names()
    return joined and plain and piece.last - piece.first > 1


def _name_goes_on(w: Words, i: int, last: int) -> int:
    """Where the capitalised words behind "of", "for" or "to" at token `i` end; `i` where there are none."""
    if w.lower[i] not in ("of", "for", "to", "on"):
        return i
    end, k = i, i + 1
    while k < last:
        if _begins_person(w, k, i, last) or (k > i + 1 and _begins_title(w, k)):
            break
        if w.text[k][0].isupper() and w.tag[k] not in ("PRP", "DT") and w.lower[k] not in words("never_names"):
            end = k = k + 1
        elif (
            w.lower[k] in ("the", "of", "and", "on", "in") and k + 1 < last and w.text[k + 1][0].isupper() and k < i + 8
        ):
            k += 1
        elif w.text[k] == "," and any(w.lower[n] in words("portfolios") for n in range(k + 1, min(last, k + 3))):
            k += 1  # "Bureau of Democracy, Human Rights, and Labor"
        else:
            break
    return end


def _begins_title(w: Words, k: int) -> bool:
    """Whether somebody's title follows a body's name: "Council on Rivers Chair Jane Doe", "Policy Dr. Doe"."""
    noun = nouns().get(w.lower[k])
    return w.lower[k].rstrip(".") in honorifics() or (noun is not None and noun.kind == "person" and bool(noun.office))


def _begins_person(w: Words, k: int, of: int, last: int) -> bool:
    """Whether somebody's name follows a body's that goes on behind token `of`: "Bureau of Migration Marta Blake"."""
    inside = k > of + 1 and w.text[k - 1][0].isupper() and k + 1 < last and w.text[k + 1][0].isupper()
    return inside and fold(w.text[k]) in given_names() and w.lower[k] not in words("portfolios")


def _one_name(w: Words, a: Piece, b: Piece) -> bool:
    if _given_name_of_state(w, a, b) or _surname_like_noun(w, a, b):
        return True
    body = b.what == "caps" and w.lower[b.last - 1] in words("organisation_heads")
    if body and a.what in ("name", "caps") and a.entries[:1] and a.entries[0].what in ("state", "metonym", "region"):
        return not a.entries[0].acronym
    if b.what == "name" and b.entries[0].what == "metonym" and b.last - b.first == 1:
        return a.what == "caps" and a.last - a.first == 1 and fold(w.text[a.first]) in given_names()
    if a.what == "name" and a.entries[0].what == "metonym":
        return b.what == "caps" and b.last - b.first == 1 and _acts(w, b)
    if b.what == "caps":
        of_state = a.what == "name" and a.entries[0].what != "short"
        if of_state and b.last - b.first > 1 and fold(w.text[b.first]) in given_names():
            return False  # "Envoy on Myanmar Jane Doe"
        single = a.what == "name" and a.last - a.first == 1 and a.entries[0].what in ("state", "person", "short")
        alone = (b.last - b.first == 1 and a.first == 0) or w.tag[a.first] in _SURE_TAGS
        return (single and alone and not a.entries[0].acronym) or (a.what == "caps")
    if _short(a) and _short(b):
        return fold(w.text[a.first]) in given_names()  # "John Smith", where a John and a Smith are known
    if a.what == "caps" and a.last - a.first <= 2 and fold(w.text[a.first]) in given_names():
        return (
            b.what == "name"
            and b.last - b.first == 1
            and b.entries[0].what in ("state", "short")
            and not (b.entries[0].acronym)
        )
    return False


def _given_name_of_state(w: Words, a: Piece, b: Piece) -> bool:
    """Whether a state's or capital's name is somebody's given name before a known surname: "Jordan Peters"."""
    names = a.what == b.what == "name" and a.last - a.first == b.last - b.first == 1
    if not names or a.entries[0].what not in ("state", "metonym") or a.entries[0].acronym:
        return False
    if not any(e.short for e in b.entries):
        return False
    beside = w.dep[a.first] in ("compound", "nmod") and w.head[a.first] in (b.first, w.head[b.first])
    return beside and all(e.country != a.entries[0].country for e in b.entries)  # not "Iran Khamenei"


def _surname_like_noun(w: Words, a: Piece, b: Piece) -> bool:
    """Whether a capitalised noun for people is the surname behind given names: "Marta Youth"."""
    if a.what != "caps" or b.noun is None or b.last - b.first > 1 or b.noun.kind != "group" or a.last - a.first > 2:
        return False
    given = all(fold(w.text[i]) in given_names() for i in range(a.first, a.last))
    return given and w.tag[b.first] in _SURE_TAGS and w.text[b.first][0].isupper()


def _short(piece: Piece) -> bool:
    """Whether a piece is one word by which somebody is known."""
    one_word = piece.what == "name" and piece.last - piece.first == 1
    return one_word and piece.entries[0].what == "short" and not piece.entries[0].acronym


def _unknown_given_name(w: Words, a: Piece, b: Piece) -> bool:
    """Whether `a` is a few unknown words that make a compound with the known surname `b`."""
    given = a.last - a.first == 1 and fold(w.text[a.first]) in given_names()
    if a.what != "caps" or a.last - a.first > 3 or (a.places and not given) or w.tag[a.first] not in _SURE_TAGS:
        return False
    beside = (b.first, w.head[b.first])
    return _short(b) and w.dep[a.last - 1] in ("compound", "nmod") and w.head[a.last - 1] in beside


def _acts(w: Words, piece: Piece) -> bool:
    """Whether a piece is the subject of what people do, and does not end as things and bodies do."""
    head = piece.last - 1
    plain = w.lower[head] not in words("thing_heads") and w.lower[head] not in words("organisation_heads")
    return plain and w.dep[head] == "nsubj" and w.lemma[w.head[head]] in words("acts")
