"""Noun phrases for actors: pieces put together into name, title, affiliation and owner.

"Israeli Prime Minister Benjamin Netanyahu", "a spokesperson for the Kazakh foreign ministry", "police in Nairobi" each
become one `Phrase`. Tags and the order of words decide; the parse is asked only where commas leave it open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.actors.lexicon import Entry, Lexicon
from memcon.actors.mentions_pieces import pieces
from memcon.actors.mentions_words import Piece, Words
from memcon.actors.places import Spot, fold
from memcon.actors.wordlists import Noun, given_names, words

_IN_CHUNK = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "FW", "AFX"})
_VERBAL = frozenset({"VBN", "VBG", "VBD"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss", "det", "npadvmod"})
_GENERAL = frozenset(
    """official spokesperson leader head representative commander aide adviser candidate delegate negotiator expert
    officer chief deputy guard commissioner""".split()
)
"""Offices that take the sector of what they belong to: "army spokesman" MIL, "court official" JUD."""


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens `first` to `last` (exclusive) that name an actor or say what it is; `head` is the head token.

    `core` is the piece that the head stands in, `name` where a person's or an unknown body's own name stands; `noun`
    what a title or a common noun says; `of` the phrases it belongs to, the nearest first; `determiner` the article or
    possessive pronoun; `described` the title in apposition.
    """

    first: int
    last: int
    head: int
    core: tuple[int, int]
    entries: tuple[Entry, ...] = ()
    name: tuple[int, int] | None = None
    noun: Noun | None = None
    role: tuple[int, int] | None = None
    places: tuple[Spot, ...] = ()
    of: list[Phrase] = field(default_factory=list)
    located: list[Phrase] = field(default_factory=list)
    determiner: str = ""
    former: bool = False
    plural: bool = False
    number: str = ""
    modifier: bool = False
    adjective: bool = False
    handle: bool = False
    honorific: str = ""
    described: Phrase | None = None
    describes: Phrase | None = None
    part_of: Phrase | None = None
    possessor: Phrase | None = None
    sector: str | None = None
    lesser: str = ""
    modifies: int | None = None
    cut_off: bool = False
    unknown_before: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it is a title or common noun without a name."""
        return self.noun is not None and self.name is None and not self.entries


class Chunker:
    """Finds the phrases of one sentence."""

    def __init__(self, w: Words, lexicon: Lexicon) -> None:
        self.w = w
        self.lexicon = lexicon
        self._opening = 0

    def phrases(self, first: int, last: int) -> list[Phrase]:
        """The phrases in tokens `first` to `last`, in the order of the text; a phrase may hold others."""
        found: list[Phrase] = []
        self._opening = first
        for chunk in self._chunks(first, last):
            found += self._chunk(chunk)
        found.sort(key=lambda p: (p.first, -p.last))
        return found

    def _chunks(self, first: int, last: int) -> list[list[Piece | int]]:
        w = self.w
        starts = {piece.first: piece for piece in pieces(w, first, last, self.lexicon)}
        chunks: list[list[Piece | int]] = [[]]
        i = first
        while i < last:
            piece = starts.get(i)
            if piece is not None:
                if chunks[-1] and self._parts(chunks[-1][-1], piece):
                    chunks.append([])
                chunks[-1].append(piece)
                i = piece.last
                if w.ends[i - 1] in w.signed_ends:
                    chunks.append([])
                continue
            tag = w.tag[i]
            if tag in ("DT", "PDT", "PRP$", "WP$"):
                chunks.append([i])
            elif (
                tag in _IN_CHUNK
                or tag == "POS"
                or (w.lower[i] == "then" and tag == "RB")
                or (tag in _VERBAL and w.dep[i] in _BEFORE_NOUN and w.head[i] > i)
            ):
                chunks[-1].append(i)
            else:
                chunks.append([])
            i += 1
        return [chunk for chunk in chunks if any(isinstance(u, Piece) for u in chunk)]

    def _parts(self, before: Piece | int, piece: Piece) -> bool:
        """Whether a new phrase begins between two pieces that touch: "gave Ukraine Abrams tanks"."""
        if isinstance(before, int) or before.last != piece.first:
            return False
        w = self.w
        if before.noun is not None and before.noun.kind != "person" and piece.what == "caps":
            return fold(w.text[piece.first]) in given_names()
        a, b = before.last - 1, piece.last - 1
        both = before.what == piece.what == "name" and not before.entries[0].person
        return both and w.head[a] == w.head[b] and w.dep[a] != "compound" and w.tag[w.head[a]].startswith("VB")

    def _chunk(self, chunk: Sequence[Piece | int]) -> list[Phrase]:
        """The phrases of a chunk: each part before "'s" owns the part behind it."""
        found: list[Phrase] = []
        owner: Phrase | None = None
        segment: list[Piece | int] = []
        for unit in [*chunk, None]:
            if unit is not None and not (isinstance(unit, int) and self.w.tag[unit] == "POS"):
                segment.append(unit)
                continue
            phrases, head = self._segment(segment, owner)
            found += phrases
            owner = head if unit is not None else None
            segment = []
        return found

    def _segment(self, units: list[Piece | int], owner: Phrase | None) -> tuple[list[Phrase], Phrase | None]:
        """The phrases of units without a possessive in them, and the one that is their head, if any."""
        determiner, units = self._determiner(units)
        at = [i for i, unit in enumerate(units) if isinstance(unit, Piece)]
        if not at:
            return [], None
        j = at[-1]
        if len(at) > 1 and self._taken_as(units[at[-2]], units[j]):
            j, units = at[-2], units[: at[-2] + 1]
        tail = [u for u in units[j + 1 :] if isinstance(u, int)]
        w = self.w
        nouns = [u for u in tail if w.tag[u][:2] == "NN" and w.lower[u] not in words("never_names")]
        plain = [u for u in nouns if w.dep[u] != "npadvmod" and not self._said_of(u)]
        found = self._headed(units[: j + 1], determiner, owner)
        head = found[0]
        if plain:
            head.modifier = True
            head.modifies = plain[-1]
            return found, None
        return found, head

    def _said_of(self, i: int) -> bool:
        """Whether token `i`, taken for a noun behind somebody, is what they are given or asked to do: "granted the
        leader asylum", "demanded the minister resign"."""
        w = self.w
        verb = w.lemma[w.head[i]]
        given = w.lower[i] in words("given_to_people") and verb in words("gives")
        return given or (
            verb in words("demands") and w.text[i] == w.lemma[i] and w.lower[i] in words("asked_of_people")
        )

    def _taken_as(self, before: Piece | int, piece: Piece | int) -> bool:
        """Whether a noun says what those before it are taken as: "soldiers hostage"."""
        if isinstance(before, int) or isinstance(piece, int):
            return False
        taken = piece.noun is not None and self.w.lower[piece.last - 1] in words("taken_as")
        return taken and before.noun is not None and self.w.tag[before.last - 1] == "NNS"

    def _determiner(self, units: list[Piece | int]) -> tuple[str, list[Piece | int]]:
        w, seen = self.w, ""
        while units and isinstance(units[0], int) and w.tag[units[0]] in ("DT", "PDT", "PRP$", "WP$"):
            seen = w.lower[units[0]]
            units = units[1:]
        return seen, units

    def _headed(self, units: list[Piece | int], determiner: str, owner: Phrase | None) -> list[Phrase]:
        """The phrases of units the last of which is a piece; the first phrase given is the one it heads."""
        piece = units[-1]
        assert isinstance(piece, Piece)
        if self._courteous(units):
            piece = Piece(piece.first, piece.last, "caps")
        phrase = self._bare(piece)
        phrase.determiner = determiner
        rest = units[:-1]
        if phrase.noun is not None:
            rest = self._proper_body(phrase, piece, rest)
        elif self._person_like(piece):
            rest = self._body_called(phrase, self._titles(phrase, rest))
        others = self._modifiers(phrase, rest)
        if owner is not None and (phrase.noun is not None or not phrase.entries):
            phrase.of.append(owner)
            phrase.first = owner.first
        elif owner is not None:
            phrase.possessor = owner
        return [phrase, *others]

    def _courteous(self, units: list[Piece | int]) -> bool:
        """Whether "Mr" and the like make a person of what else is a state's or body's name: "Mr Ireland"."""
        if len(units) < 2:
            return False
        before, piece = units[-2:]
        titled = isinstance(before, Piece) and before.what == "title" and isinstance(piece, Piece)
        return titled and isinstance(piece, Piece) and piece.what == "name" and not any(e.person for e in piece.entries)

    def _bare(self, piece: Piece) -> Phrase:
        w = self.w
        head = piece.last - 1
        phrase = Phrase(piece.first, piece.last, head, (piece.first, piece.last), piece.entries, places=piece.places)
        phrase.plural = w.tag[head] in ("NNS", "NNPS")
        if piece.what == "noun":
            phrase.noun, phrase.role = piece.noun, (piece.first, piece.last)
            phrase.plural = phrase.plural or w.lower[head] in ("police", "people", "media") or self._plural(piece)
        elif piece.what == "caps":
            phrase.name = (piece.first, piece.last)
        elif piece.what == "handle":
            phrase.handle, phrase.name = True, (piece.first, piece.last)
        elif piece.what == "adjective":
            phrase.adjective = True
        return phrase

    def _plural(self, piece: Piece) -> bool:
        """Whether a capitalised noun, which the tagger takes for a name, is a plural: "Foreign Ministers"."""
        assert piece.noun is not None
        spoken = self.w.joined(piece.first, piece.last).lower()
        return spoken.endswith("s") and len(spoken) > len(piece.noun.noun) and spoken.startswith(piece.noun.noun[:-1])

    def _person_like(self, piece: Piece) -> bool:
        return piece.what in ("caps", "handle") or (
            piece.what == "name" and any(e.person or e.short for e in piece.entries)
        )

    def _titles(self, phrase: Phrase, rest: list[Piece | int]) -> list[Piece | int]:
        """Take the titles before a person's name into the phrase: "Foreign Minister", "Mr", "General"."""
        w = self.w
        while rest:
            unit = rest[-1]
            if isinstance(unit, int) or unit.last != phrase.first:
                break
            if unit.what == "title":
                phrase.honorific = phrase.honorific or w.lower[unit.first].rstrip(".")
            elif unit.what == "noun" and unit.noun is not None and unit.noun.kind == "person":
                if unit.noun.office is None and w.lower[phrase.head] in words("thing_heads"):
                    break  # "World Refugee Day"
                if w.tag[self._head_of_title(unit)] in ("NNS", "NNPS") and not self._joined(phrase):
                    break
                if phrase.noun is None:
                    phrase.noun, phrase.role = unit.noun, (unit.first, unit.last)
                elif w.lower[unit.first] in words("lesser"):
                    phrase.lesser = w.lower[unit.first]
                    phrase.role = (unit.first, phrase.role[1]) if phrase.role else None
            else:
                break
            phrase.first = unit.first
            rest = rest[:-1]
        return rest

    def _head_of_title(self, unit: Piece) -> int:
        """The token that a title turns on, before its field: "Assistant Secretary for Political Affairs"."""
        field = next((i for i in range(unit.first + 1, unit.last) if self.w.lower[i] in ("of", "for")), unit.last)
        return field - 1

    def _body_called(self, phrase: Phrase, rest: list[Piece | int]) -> list[Piece | int]:
        """Take the noun for a body before its unknown name into the phrase: "rebel group Seleka", "NGO Ir Amim"."""
        unit = rest[-1] if rest else None
        if not isinstance(unit, Piece) or unit.noun is None or unit.last != phrase.first or phrase.noun is not None:
            return rest
        if phrase.entries or phrase.handle or unit.noun.kind not in ("ngo", "company", "armed_group", "other", "igo"):
            return rest
        if self.w.tag[unit.last - 1] in ("NNS", "NNPS"):
            return rest
        phrase.noun, phrase.first = unit.noun, unit.first
        return rest[:-1]

    def _joined(self, phrase: Phrase) -> bool:
        """Whether another name follows by "and": "ministers Jane Doe of Ghana and John Roe of Togo"."""
        w = self.w
        return any(
            w.dep[i] == "conj" and w.head[i] == phrase.head for i in range(phrase.last, min(len(w), phrase.last + 8))
        )

    def _proper_body(self, phrase: Phrase, piece: Piece, rest: list[Piece | int]) -> list[Piece | int]:
        """A capitalised noun for a body with an unknown name before it is a name: "Grameen Bank"."""
        w = self.w
        if not rest or not isinstance(rest[-1], Piece) or rest[-1].last != piece.first:
            return rest
        before = rest[-1]
        body = phrase.noun is not None and phrase.noun.kind not in ("person", "group", "state")
        if body and before.what == "caps" and w.text[piece.last - 1][0].isupper():
            phrase.first = before.first
            phrase.name = (before.first, piece.last)
            phrase.places = before.places
            return rest[:-1]
        return rest

    def _modifiers(self, phrase: Phrase, rest: list[Piece | int]) -> list[Phrase]:
        """Read what stands before the head, from right to left: whose it is, and what kind."""
        others: list[Phrase] = []
        behind = phrase.first
        for n in range(len(rest) - 1, -1, -1):
            unit = rest[n]
            if isinstance(unit, int):
                if (
                    phrase.of
                    and phrase.of[-1].adjective
                    and self.w.tag[unit] == "NN"
                    and phrase.of[-1].first == unit + 1
                ):
                    break  # "the assistance Syrian rebels have received"
                if not self._hyphened(unit):
                    self._plain_modifier(phrase, unit)
                behind = unit
                continue
            apart = self._apart(unit, behind)
            creed = unit.what == "caps" and unit.last - unit.first == 1 and self.w.lower[unit.first] in words("creeds")
            if (unit.what == "noun" or (creed and phrase.noun is not None)) and not apart:
                self._noun_modifier(phrase, unit)
                phrase.first = unit.first
                behind = unit.first
                continue
            part = self._bare(unit)
            if phrase.entries and not phrase.noun and not phrase.adjective and unit.what != "adjective":
                others += self._headed(rest[: n + 1], "", None)
                break
            part.part_of = phrase
            others.append(part)
            behind = unit.first
            if phrase.name is not None and phrase.noun is None and unit.what == "name":
                continue  # "the envoy on Myanmar Jane Doe"
            beside = part.adjective and phrase.of and phrase.of[-1].adjective and phrase.of[-1].first == unit.last
            if not apart and beside:
                self._side_by_side(phrase, part)
            elif not apart:
                phrase.of.append(part)
                phrase.first = unit.first
        return others

    def _side_by_side(self, phrase: Phrase, first: Phrase) -> None:
        """Of two nations' adjectives without anything between the first has the country: "Bosnian Serb lawmakers"."""
        if self.w.lower[phrase.of[-1].first] not in words("islanders"):
            phrase.of[-1] = first
        phrase.first = first.first

    def _hyphened(self, i: int) -> bool:
        """Whether a token belongs to a hyphened participle: "-backed"."""
        w = self.w
        if w.text[i] == "-":
            return w.lower[i + 1] in words("not_belonging")
        return i > 0 and w.text[i - 1] == "-" and w.lower[i] in words("not_belonging")

    def _apart(self, unit: Piece, behind: int) -> bool:
        """Whether a hyphened participle cuts the piece off: "US-backed rebels" are not American."""
        w = self.w
        i = unit.last
        if unit.first > 1 and w.text[unit.first - 1] == "-" and w.lower[unit.first - 2] in words("for_or_against"):
            return True
        if i < len(w) and w.lower[i] in words("not_belonging") and w.tag[i] == "VBN":
            return True
        return i < len(w) - 1 and w.text[i] == "-" and w.lower[i + 1] in words("not_belonging")

    def _plain_modifier(self, phrase: Phrase, i: int) -> None:
        lower = self.w.lower[i]
        if self.w.dep[i] == "npadvmod" or any(lower in words(name) for name in ("spans_of_time", "weekdays", "months")):
            return
        if lower in ("other", "ally", "partner") and phrase.noun is not None and phrase.noun.sector == "GOV":
            phrase.cut_off = True
        if lower in ("least", "most", "multiple", "such", "other", "many", "several", "few"):
            return
        if lower in words("elsewhere"):
            phrase.cut_off = True
        if lower in words("former"):
            phrase.former = True
        elif lower in words("lesser"):
            phrase.lesser = lower
        elif self.w.tag[i] == "CD" and not phrase.number:
            phrase.number = lower
        compound = self.w.text[i] == "-" or self.w.text[i - 1] == "-"
        if (phrase.noun is not None or phrase.name is not None) and not compound:
            phrase.first = min(phrase.first, i)
        named = self.w.tag[i] in ("JJ", "NNP") and (i > self._opening or self.w.tag[i] == "NNP")
        if self.w.text[i][0].isupper() and named and phrase.name is None and lower not in words("creeds"):
            unknown = lower not in words("title_words") and lower not in words("elsewhere")
            phrase.cut_off, phrase.unknown_before = phrase.cut_off or unknown, phrase.unknown_before or unknown
        if phrase.role is not None and i == phrase.role[0] - 1 and not compound and self._field(i):
            phrase.role = (i, phrase.role[1])

    def _field(self, i: int) -> bool:
        """Whether a word before a title is part of it: "deputy", "trade"."""
        w = self.w
        noun = w.tag[i] in ("NN", "NNP") and w.lower[i] not in words("former") and w.lower[i] not in words("future")
        return (
            noun or w.lower[i] in words("portfolios") or w.lower[i] in words("lesser") or w.lower[i] in words("acting")
        )

    def _noun_modifier(self, phrase: Phrase, unit: Piece) -> None:
        if phrase.noun is None or unit.noun is None:
            return
        general = phrase.noun.sector in (None, "GOV", "CVL") and phrase.noun.kind == "group"
        general = general or (unit.noun.sector in ("REB", "PRM") and phrase.noun.sector == "MIL")
        if phrase.noun.sector is None or (phrase.noun.office or "") in _GENERAL or general:
            phrase.sector = phrase.sector or unit.noun.sector
        if unit.noun.noun in ("coalition", "alliance"):
            phrase.cut_off = True
        if phrase.role is not None:
            phrase.role = (unit.first, phrase.role[1])
