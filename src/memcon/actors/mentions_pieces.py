"""The pieces that mentions are made of: names of the knowledge base, nouns for actors, unknown capitalised names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.actors.lexicon import Lexicon
from memcon.actors.mentions_names import extend_bodies, merge_names
from memcon.actors.mentions_words import Piece, Words
from memcon.actors.places import Spot, fold, spots
from memcon.actors.wordlists import given_names, honorifics, noun_starts, nouns, words

_LONGEST_NAME = 9
_LONGEST_PLACE = 4
_LARGE_TOWN = 100_000
"""Inhabitants of a town whose name the tagger may take for a common noun."""
_LONGEST_FIELD = 16
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "FW", "VBN", "VBG", "VBP", "VB", "UH", "IN", "RB"})
_SURE_TAGS = frozenset({"NNP", "NNPS"})
_OPENING = frozenset('“"‘«')
_VERBS_FIRST = frozenset({"VBG", "VBN", "VB", "IN", "RB"})
"""What opens a sentence with a capital before a name and is no part of it: "Describing Jane Doe"."""


def pieces(w: Words, first: int, last: int, lexicon: Lexicon) -> list[Piece]:
    """The pieces in tokens `first` to `last`, left to right, none overlapping."""
    found = list(_scan(w, first, last, lexicon))
    return [_signed(w, p) for p in extend_bodies(w, merge_names(w, found), last)]


def _signed(w: Words, piece: Piece) -> Piece:
    """`piece` cut where the name of a letter's writer ends: "Mary Holmes | Twickenham"."""
    end = w.signed.get(w.idx[piece.first])
    if piece.what != "caps" or end is None or end >= w.ends[piece.last - 1]:
        return piece
    return replace(piece, last=next(i for i in range(piece.first, piece.last) if w.ends[i] >= end) + 1)


def _scan(w: Words, first: int, last: int, lexicon: Lexicon) -> Iterator[Piece]:
    i = first
    while i < last:
        piece = _name(w, i, last, lexicon) or _noun(w, i, last) or _capitals(w, i, first, last, lexicon)
        if piece is None:
            i += 1
        else:
            yield piece
            i = piece.last


def _name(w: Words, i: int, last: int, lexicon: Lexicon) -> Piece | None:
    longest = lexicon.longest(w.text[i])
    capital = w.text[i][:1].isupper()
    for n in range(min(longest, last - i, _LONGEST_NAME), 0, -1):
        entries = lexicon.find(w.joined(i, i + n))
        if n == 1 and (w.lower[i] in words("weekdays") or _people_named(w, i, last) or _and_partner(w, i + 1, last)):
            break
        if n == 1 and w.lower[i] in words("creeds") and i + 1 < last and w.tag[i + 1] in ("NN", "NNS"):
            break  # "Christian militiamen", whatever minister of that name there is
        if not entries or not (capital or n > 1 or entries[0].lower_case) or _shouted_word(w, i, n):
            continue
        noun = _noun(w, i, last)
        part = _part(w, i, i + n, last) if entries[0].what in ("state", "metonym") else None
        if part is not None:
            return part
        if noun is not None and noun.last > i + n:  # "Foreign Office spokesman" over "Foreign"
            return noun
        adjective = all(e.what == "adjective" for e in entries)
        return Piece(i, i + n, "adjective" if adjective else "name", entries)
    return None


def _and_partner(w: Words, i: int, last: int) -> bool:
    """Whether a firm's name goes on at token `i` with "&": "Johnson & Johnson"."""
    return i + 1 < last and w.text[i] == "&" and w.text[i + 1][0].isupper()


def _people_named(w: Words, i: int, last: int) -> bool:
    """Whether a surname is a people's name before a noun: "Han shopkeepers"."""
    return w.lower[i] in words("peoples") and i + 1 < last and w.tag[i + 1] == "NNS"


def _shouted_word(w: Words, i: int, n: int) -> bool:
    """Whether what looks like an acronym is a plain word in a line of capitals: "IS SUBJECT TO CHANGE"."""
    if n > 1 or w.lower[i] not in words("word_like"):
        return False
    beside = [w.text[k] for k in (i - 1, i + 1) if 0 <= k < len(w)]
    return any(len(text) > 3 and text.isupper() for text in beside)


def _part(w: Words, i: int, j: int, last: int) -> Piece | None:
    """A name of tokens `i` to `j` with a noun behind it that makes it another thing's name: "Niger Delta", "Washington
    state". A division is a place where GeoNames has it, else nobody's name; so is a river."""
    if j >= last or w.tag[j] not in ("NN", "NNP") or w.idx[j] != w.ends[j - 1] + 1:
        return None
    text = _text_named(w, i, j, last)
    if text:
        return Piece(i, text, "caps")
    lower = w.lower[j]
    if lower in words("divisions"):
        if w.text[j].islower() and j + 1 < last and w.tag[j + 1] in ("NN", "NNS"):
            return None  # "Iran state television"
        name = w.joined(i, j)
        found = tuple(s for s in (*spots(f"{name} {lower}"), *spots(name)) if s.kind == "province")
        return Piece(i, j + 1, "caps", places=found) if found else None
    if w.text[j][0].isupper() and lower in words("landforms"):
        return Piece(i, j + 1, "caps")
    return None


def _text_named(w: Words, i: int, j: int, last: int) -> int:
    """Where the name of an agreement, law or meeting ends that a name of tokens `i` to `j` begins ("Taiwan Relations
    Act"); 0 where there is none."""
    k = j
    while k < min(last, j + 5) and w.text[k][0].isupper() and w.tag[k] in ("NNP", "NNPS", "JJ", "NN", "NNS"):
        k += 1
        if w.lower[k - 1] in words("texts"):
            named = fold(w.text[k - 1]) in given_names() and k < last and w.text[k][0].isupper()
            return 0 if named else k  # "U.S. President Bill Clinton"
    return 0


def _portfolio(w: Words, j: int, last: int, body: bool = False) -> int:
    """Where the field of a ministry or minister ends that begins at token `j`: "of Trade, Industry and Energy".

    A body's may have any capitalised words; behind a minister's a name may follow.
    """
    if j + 1 >= last or w.lower[j] not in ("of", "for"):
        return j
    end = _field_ends(w, j, last, body)
    return _portfolio(w, end, last, body) if j < end < last and not body else end


def _field_ends(w: Words, j: int, last: int, body: bool) -> int:
    end = k = j + 1
    while k < last and k < j + _LONGEST_FIELD:
        fits = w.lower[k] in words("portfolios") or (body and w.tag[k] == "NNP" and k > j + 1)
        if fits and w.text[k][0].isupper():
            end = k = k + 1
        elif (k > j + 1 and w.lower[k] in (",", "and", "&", "the", "of", "in", "-")) or w.lower[k] == "the":
            k += 1
        else:
            break
    return end if end > j + 1 else j


def _noun(w: Words, i: int, last: int) -> Piece | None:
    """A noun for an actor, alone or compound, singular or plural, with its field where that is named: "foreign
    ministers", "Prime Minister", "Ministry of Health and Sport"."""
    if _named_for(w, i, last):
        return None
    piece = _bare_noun(w, i, last)
    if piece is None or piece.noun is None or not w.text[i][0].isupper() or piece.last >= last:
        return piece
    of = next((k for k in range(i + 1, piece.last) if w.lower[k] in ("of", "for")), None)
    if of is not None and w.lower[of - 1] in words("has_portfolio"):
        piece.last = max(piece.last, _portfolio(w, of, last))  # "Ministry of Foreign Affairs and Worship"
    if w.lower[piece.last - 1] in words("has_portfolio"):
        piece.last = _portfolio(w, piece.last, last, piece.noun.kind != "person")
    return piece


def _named_for(w: Words, i: int, last: int) -> bool:
    """Whether a name begins with those it is for: "People's Tribunal", "Workers' Party"."""
    if i + 2 >= last or w.lower[i] not in words("named_for") or not w.text[i][0].isupper():
        return False
    return w.tag[i + 1] == "POS" and w.text[i + 2][0].isupper()


def _counts(w: Words, i: int) -> bool:
    """Whether "thousands" at token `i` counts what is named behind it, or is a plain number, and so is nobody."""
    behind = w.lower[i + 1] if i + 1 < len(w.lower) else ""
    return w.tag[i] != "NNS" or behind in ("of", "more") or w.tag[min(i + 1, len(w.tag) - 1)][:2] in ("NN", "CD")


def _bare_noun(w: Words, i: int, last: int) -> Piece | None:
    if i and w.text[i - 1] == "-" and w.ends[i - 1] == w.idx[i] and w.lower[i - 2] in words("prefixes"):
        return None  # "Bi-National"
    if w.text[i] in w.acronyms:
        return None  # "Open Borders (MOB)"
    alone = w.tag[i] != "NNPS" or not any(w.text[k][0].isupper() for k in (i - 1, i + 1) if 0 <= k < last)
    single = _singular(w, i) if alone else w.lemma[i]
    longest = max(noun_starts().get(word, 0) for word in (w.lower[i], w.lemma[i], single))
    for n in range(min(longest, last - i), 0, -1):
        head = i + n - 1
        if w.tag[head][:2] not in ("NN", "JJ", "VB") or (n == 1 and w.tag[i][:2] not in ("NN",)):
            continue
        stem = ""
        if n > 1:
            stem = w.joined(i, head).lower() + (" " if w.idx[head] > w.ends[head - 1] else "")
        noun = nouns().get(stem + w.lower[head]) or nouns().get(stem + _singular(w, head))
        if noun is not None and not (noun.noun in words("crowds") and _counts(w, i)):
            return Piece(i, i + n, "noun", noun=noun)
    return None


def _singular(w: Words, i: int) -> str:
    lower = w.lower[i]
    if w.tag[i] == "NNPS" or (w.tag[i] == "NNP" and lower.endswith("s")):
        if lower.endswith("ies"):
            return lower[:-3] + "y"
        return lower[:-3] + "man" if lower.endswith("men") else lower[:-1]
    if lower.endswith("men") and len(lower) > 4:
        return lower[:-3] + "man"
    return w.lemma[i]


def _is_capital(text: str) -> bool:
    return text[0].isupper() or (len(text) > 3 and text[:3] in ("al-", "el-", "ad-", "as-", "ul-", "bin"))


def _capitals(w: Words, i: int, first: int, last: int, lexicon: Lexicon) -> Piece | None:
    """A run of capitalised tokens, small words of names inside it included: "Khalid bin Mohamed Al Attiyah"."""
    text = w.text[i]
    if text[0] == "@" and len(text) > 1:
        return Piece(i, i + 1, "handle")
    if w.lower[i].rstrip(".") in honorifics() and text[0].isupper():
        return Piece(i, i + 1, "title")
    if w.lower[i] in words("lesser") or w.lower[i] in words("former") or w.lower[i] in words("acting"):
        return None
    if w.lower[i] in words("title_words") and any(_bare_noun(w, k, last) for k in (i + 1, i + 2) if k < last):
        return None
    never = w.lower[i] in words("never_names") and not _given_name_of_month(w, i, last)
    if not _is_capital(text) or never or w.tag[i] not in _NAME_TAGS:
        return None
    follows = i + 1 < last and w.tag[i + 1] in _SURE_TAGS
    opens = i == first or (i > first and w.text[i - 1] in _OPENING)
    if w.tag[i] not in _SURE_TAGS and opens and (not follows or w.tag[i] in _VERBS_FIRST):
        town = w.tag[i] == "NN" and i + 1 < last and w.tag[i + 1] in ("NN", "NNS") and _large_town(w.text[i])
        return Piece(i, i + 1, "caps", places=spots(text)) if town else None
    if i == first and follows and w.dep[i] in ("advcl", "csubj", "pcomp") and text.endswith("ing"):
        return None
    j = i + 1
    while j < last and _runs_on(w, j, last, lexicon):
        j += 1
    places: tuple[Spot, ...] = ()
    n = 0
    for n in range(min(j - i, _LONGEST_PLACE), 0, -1):
        places = () if text.isupper() or _people_named(w, i, last) else spots(w.joined(i, i + n))
        if places:
            break
    if places and i + n < j:
        places = ()
    return Piece(i, j, "caps", places=places)


def _given_name_of_month(w: Words, i: int, last: int) -> bool:
    """Whether what may be a month is somebody's given name: "Jan Kowalczyk", "June Prescott"."""
    if w.lower[i] not in words("months") and w.lower[i] != "jan":
        return False
    follows = i + 1 < last and w.tag[i + 1] == "NNP" and w.text[i + 1].isalpha() and w.text[i + 1][0].isupper()
    beside = follows and w.dep[i] == "compound" and w.head[i] > i
    return beside and w.lower[i + 1] not in words("never_names") and w.lower[i] in given_names()


def _large_town(name: str) -> bool:
    """Whether a word that opens a sentence is a large town's name: "Mumbai police"."""
    return name.lower() not in words("town_words") and any(s.people >= _LARGE_TOWN for s in spots(name)[:1])


def _runs_on(w: Words, j: int, last: int, lexicon: Lexicon) -> bool:
    text = w.text[j]
    if _is_capital(text) and _links(w, j - 1):
        return True
    if _is_capital(text):
        return (
            w.lower[j] not in words("never_names")
            and w.tag[j] not in ("PRP", "PRP$", "DT", "MD", "WP", "CC")
            and _noun(w, j, last) is None
            and not (lexicon.longest(text) and _name(w, j, last, lexicon))
        )
    if w.lower[j] in words("particles"):
        k = j + 2 if j + 2 < last and w.text[j + 1] == "-" else j + 1
        return k < last and (_is_capital(w.text[k]) or w.lower[k] in words("particles"))
    if _and_partner(w, j, last) and w.text[j - 1][0].isupper():
        return True
    if text in ("'s", "’s") and w.lower[j - 1] in words("named_for"):
        return j + 1 < last and _is_capital(w.text[j + 1])
    if text == "-":
        return j + 1 < last and w.idx[j + 1] == w.ends[j] == w.idx[j] + 1 and _is_capital(w.text[j + 1])
    return text == "." and len(w.text[j - 1]) == 1 and j + 1 < last and _is_capital(w.text[j + 1])


def _links(w: Words, i: int) -> bool:
    """Whether the name goes on behind token `i`: "Leila de Lima", "Abdel Fattah Al Sisi", "Haram al-Sharif"."""
    if w.text[i] == "-":
        return i > 0 and w.lower[i - 1] in words("particles") and w.ends[i - 1] == w.idx[i]
    return w.lower[i] in words("name_links") and (w.text[i].islower() or w.lower[i] in ("al", "el"))
