"""What binds phrases of a sentence: "of" and "in", apposition, coordinated adjectives, acronyms in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.wordlists import words

_OF = frozenset({"of", "for", "from"})
_IN = frozenset({"in", "at", "near", "on", "inside", "outside", "across", "around"})
_AND_OF = frozenset({"and", "the", "by", "of", "to", "for"})
_LISTED = frozenset({",", "and", "or", "&", "as"})


def link(w: Words, phrases: Sequence[Phrase], first: int, last: int) -> None:
    """Bind the `phrases` (in the order of the text) of the sentence of tokens `first` to `last`, in place."""
    tops = [p for p in phrases if p.part_of is None]
    starts = {p.first: p for p in reversed(tops)}
    for p in reversed(tops):
        _prepositions(w, p, starts, last)
    _behind_acronyms(w, tops, starts)
    _shared_adjectives(w, tops)
    _shared_titles(w, tops)
    _shared_owners(w, tops)
    _owner_behind(w, tops)
    for p in tops:
        _envoy_on(w, p, phrases)
    for p in tops:
        _apposition(w, p, starts, first, last)
        _made_what(w, p)
    for q in tops:
        _named_as(w, q, tops)
    _joined_titles(w, tops)


def _prepositions(w: Words, p: Phrase, starts: dict[int, Phrase], last: int) -> None:
    """Take what follows behind "of", "for", "in" into the phrase; a body's own name takes only what it is in."""
    i = p.last
    if not p.modifier and _personal(p) and (p.noun is None or p.noun.kind == "person"):
        if i < last - 1 and w.lower[i] == "of":
            p.of += _targets(w, i + 1, starts, last)[0]  # "Jane Doe of Ghana"
        return
    if p.noun is None or p.modifier:
        return
    if i >= last - 1:
        return
    lower = w.lower[i]
    if lower == "of" and w.dep[p.head] == "dobj" and w.lemma[w.head[p.head]] in words("taken_off"):
        return  # "stripped the president of his powers"
    if lower in _OF and not (lower == "from" and (p.of or _leaves(w, p))):
        targets, end = _targets(w, i + 1, starts, last)
        if targets and not (lower == "for" and targets[0].noun is None and p.noun.office not in _SPEAKS_FOR):
            p.of += targets
            p.last = end
            _prepositions(w, p, starts, last)
    elif lower == "to" and p.noun.noun == "opposition":
        targets, end = _targets(w, i + 1, starts, last)
        p.of, p.last = [*p.of, *targets], end or p.last  # "the opposition to Assad"
    elif lower == "to" and (p.noun.office in ("ambassador", "envoy") or p.noun.office in words("belong_to")):
        targets, end = _targets(w, i + 1, starts, last)
        p.of += targets if p.noun.office in words("belong_to") else []
        p.last = end or p.last
    elif lower in _IN and _of_there(w, p):
        p.located += _targets(w, i + 1, starts, last)[0]


def _of_there(w: Words, p: Phrase) -> bool:
    """Whether those who are somewhere are of there: not "foreign troops in Syria", nor those a state keeps there."""
    kept = w.dep[p.head] == "dobj" and w.lemma[w.head[p.head]] in words("keeps")
    if kept and p.noun is not None and p.noun.sector == "MIL":
        return False
    return not any(w.lower[k] in words("elsewhere") for k in range(p.first, p.core[0]))


def _leaves(w: Words, p: Phrase) -> bool:
    """Whether a phrase is what is taken away from somewhere: "withdraw troops from Syria"."""
    verb = w.lemma[w.head[p.head]]
    return w.dep[p.head] in ("dobj", "nsubjpass") and verb in words("taken_from")


_SPEAKS_FOR = frozenset({"spokesperson", "foreign minister", "defence minister", "minister", "representative", "lawyer",
                         "high representative", "head", "envoy", "secretary", "deputy"})  # fmt: skip


def _targets(w: Words, i: int, starts: dict[int, Phrase], last: int) -> tuple[list[Phrase], int]:
    """The phrase that begins at token `i` (behind its determiner) and those listed with it, and where the last ends."""
    found: list[Phrase] = []
    end = 0
    while i < last:
        j = i
        while j < last and (w.tag[j] in ("DT", "PRP$") or w.lower[j] in words("directions")) and j not in starts:
            j += 1
        target = starts.get(j)
        if target is None:
            break
        if target.modifier:
            break
        found.append(target)
        end = target.last
        k = end
        while k < last and k < end + 3 and (w.lower[k] in (",", "and") or (k > end and w.tag[k] == "DT")):
            k += 1
        if k == end or not _same_sort(found[0], starts.get(k)):
            break
        i = k
    return found, end


def _same_sort(a: Phrase, b: Phrase | None) -> bool:
    """Whether two phrases may stand in one list: both states, both bodies."""
    if b is None or b.modifier or a.noun is not None or b.noun is not None or not a.entries or not b.entries:
        return False
    return a.entries[0].what == b.entries[0].what == "state"


def _behind_acronyms(w: Words, tops: Sequence[Phrase], starts: dict[int, Phrase]) -> None:
    """A title behind a body's acronym in brackets belongs to the body: "a Rebel Front (RF) spokesman"."""
    for p in tops:
        q = starts.get(p.last + 3)
        if q is not None and q.is_title and not q.of and not q.determiner and acronym(w, p, len(w)):
            q.of.append(p)
            q.first, q.determiner = p.first, p.determiner
            starts[q.first] = q


def _shared_adjectives(w: Words, tops: Sequence[Phrase]) -> None:
    """In "French, German and Italian ministers" the first adjectives belong to the noun as well."""
    for n in range(len(tops) - 1, 0, -1):
        p = tops[n]
        if p.noun is None or not p.plural or not p.of or p.of[0].first > p.core[0]:
            continue
        behind = p.first
        for before in reversed(tops[:n]):
            joint = range(before.last, behind)
            listed = 0 < len(joint) <= 2 and all(w.lower[i] in _LISTED for i in joint)
            counted = p.number and not before.adjective  # "Turkey and 26 Kurdish fighters"
            if not listed or counted or before.noun is not None or not before.entries or not _nation(before):
                break
            p.of.append(before)
            before.part_of = p
            before.modifier = False
            behind = before.first
        p.first = behind


def _shared_owners(w: Words, tops: Sequence[Phrase]) -> None:
    """In "Russian officials and analysts" the adjective belongs to both nouns."""
    for p, q in pairwise(tops):
        nouns = p.noun is not None and q.noun is not None and p.name is None and q.name is None
        bare = q.plural and p.plural and not q.of and not q.determiner and not q.modifier and not q.number
        if nouns and bare and p.of and p.of[0].adjective and q.first == p.last + 1 and w.lower[p.last] in ("and", "or"):
            q.of = p.of[:1]


def _owner_behind(w: Words, tops: Sequence[Phrase]) -> None:
    """In "the government and people of Ukraine" what follows owns both nouns."""
    for p, q in pairwise(tops):
        bare = p.is_title and not p.of and not p.located and not p.modifier and p.last == p.core[1]
        owned = q.is_title and not q.modifier and q.of and q.of[0].first > q.core[0] and q.of[0].entries
        between = w.lower[p.last : q.core[0]]
        if bare and owned and between[:1] == ["and"] and set(between) <= _AND_OF and q.of[0].entries[0].what == "state":
            p.of = q.of[:1]


def _shared_titles(w: Words, tops: Sequence[Phrase]) -> None:
    """In "ministers Jane Doe and John Roe" the title belongs to the second name as well."""
    for p, q in pairwise(tops):
        plural = p.noun is not None and p.role is not None and w.tag[p.role[1] - 1] in ("NNS", "NNPS")
        bare = q.name is not None and q.noun is None and not q.modifier
        end = max([p.last, *(target.last for target in p.of)])
        if plural and p.name is not None and bare and 0 < q.first - end <= 2 and w.lower[q.first - 1] in ("and", ","):
            q.noun, q.role = p.noun, p.role
            q.of = q.of or [r for r in p.of if r.adjective or (r.entries and r.entries[0].what == "state")]


def _nation(p: Phrase) -> bool:
    return p.adjective or p.entries[0].what == "state"


def _apposition(w: Words, p: Phrase, starts: dict[int, Phrase], first: int, last: int) -> None:
    """A name and a title, one behind the other: "Jane Doe, Ghana's deputy minister,", "the president, Jane Doe"."""
    if p.described is not None or p.describes is not None or p.modifier:
        return
    i = max([p.last, *(q.last for q in p.located)]) if p.is_title else p.last
    if p.is_title and acronym(w, p, last) and p.last + 3 in starts:
        i = p.last + 3  # "Assistant Secretary for Narcotics (INL) Jane Doe"
    comma = i < last and w.text[i] in (",", "-", "–", "—")
    made = i < last and w.lower[i] == "as" and _made(w, p)
    j = i + 1 if comma or made else i
    while j < last and w.tag[j] == "DT" and j not in starts:
        j += 1
    q = starts.get(j)
    if q is None or q.modifier or q is p:
        return
    name, title = (p, q) if q.is_title else (q, p)
    if not (title.is_title and title.noun is not None and title.noun.kind == "person" and not title.plural):
        return
    if not _personal(name) or (name.noun is not None and name.noun.kind != "person"):
        return
    if comma and not _closes(w, p, q, last):
        return
    subject = w.dep[q.head] in ("nsubj", "nsubjpass")
    if comma and name is q and subject and q.last < last and w.tag[q.last][:1] == "V":
        return  # "called him a victim, Jane Doe said"
    closed = name is q and q.last < last and w.text[q.last] == ","  # "met her counterpart, Jane Doe, the ministry said"
    if comma and subject and not closed and w.dep[p.head] in ("pobj", "dobj"):
        return  # "in line with its bureau, the minister will"
    if not comma and name is p and not (made or _made(w, p)):
        return
    if not comma and name is not p and title.last <= (title.role or (0, title.last))[1]:
        return
    if title is q and title.determiner in ("his", "her", "their", "its") and not comma:
        return
    name.described, title.describes = title, name
    if not comma and name is q:
        name.first = title.first


def _envoy_on(w: Words, p: Phrase, phrases: Sequence[Phrase]) -> None:
    """Bind the title to the name behind what it deals with: "the envoy on Myanmar Jane Doe"."""
    i = p.last
    if not p.is_title or p.noun is None or p.noun.noun not in words("dealing_with") or i + 1 >= len(w):
        return
    if w.lower[i] not in ("on", "for", "to"):
        return
    about = next((q for q in phrases if q.core[0] == i + 1 and q.entries and q.entries[0].what == "state"), None)
    name = next((q for q in phrases if about is not None and q.core[0] == about.core[1] and _personal(q)), None)
    if name is not None and name.described is None:
        name.described, p.describes = p, name


def _named_as(w: Words, q: Phrase, tops: Sequence[Phrase]) -> None:
    """Bind a title to the name that is told to be theirs: "a man named John Roe", "a woman who called herself Jane
    Doe", "the victim was identified as Jane Doe"."""
    i = q.first - 1
    if q.name is None or q.noun is not None or q.modifier or q.described is not None or i < 1:
        return
    if w.tag[i] == "PRP" and w.lower[i].endswith("self"):
        i -= 1
    verb = w.head[i] if w.lower[i] == "as" else i
    if w.lemma[verb] not in words("names") or (w.lower[i] != "as" and w.lemma[verb] not in words("calls")):
        return
    if w.tag[verb] not in ("VBN", "VBD") or (verb == w.head[verb] and w.tag[verb] != "VBN"):
        return
    whom = (
        w.head[verb]
        if w.dep[verb] in ("acl", "relcl")
        else next((k for k in range(verb) if w.dep[k] in ("nsubjpass", "dobj") and w.head[k] == verb), -1)
    )
    p = next((p for p in tops if p.head == whom and p.last <= i), None)
    if (
        p is not None
        and p.is_title
        and p.noun is not None
        and p.noun.kind == "person"
        and not p.plural
        and not p.describes
    ):
        q.described, p.describes = p, q


def _joined_titles(w: Words, tops: Sequence[Phrase]) -> None:
    """Of two titles joined by "and" the one beside a name gives the name to the other: "envoy and ambassador Jane Doe",
    "Jane Doe, a doctor and activist"."""
    for p, q in pairwise(tops):
        if p.last + 1 != q.first or w.lower[p.last] not in ("and", "&", "/") or p.plural or q.plural or q.determiner:
            continue
        titles = [r for r in (p, q) if r.noun is not None and r.noun.kind == "person" and not r.modifier]
        if len(titles) < 2 or not p.is_title:
            continue
        if p.describes is None and q.name is None and not q.entries and q.describes is not None:
            p.describes = q.describes
        elif p.describes is None and _personal(q) and (p.of or p.last > p.core[1] or not p.determiner):
            p.describes = q
        elif p.describes is not None and q.is_title and q.describes is None:
            q.describes = p.describes


def _made_what(w: Words, p: Phrase) -> None:
    """Bind a title to the name before it that it is given to: "elected Jane Doe president"."""
    name = p.of[0] if p.of else None
    if name is None or not p.is_title or name.part_of is not p or not _personal(name) or not _made(w, p):
        return
    name.described, p.describes, name.part_of = p, name, None
    p.of, p.first = p.of[1:], p.core[0]


def _made(w: Words, p: Phrase) -> bool:
    """Whether somebody is made, or taken for, what follows: "recognised Doe as president", "elected Doe president"."""
    verb = w.head[p.head]
    return w.dep[p.head] in ("dobj", "nsubj", "nsubjpass", "compound") and any(
        w.lemma[k] in words("appoints") for k in (verb, w.head[verb])
    )


def _personal(p: Phrase) -> bool:
    return p.name is not None or any(e.person or e.short for e in p.entries)


def _closes(w: Words, p: Phrase, q: Phrase, last: int) -> bool:
    """Whether the second of two phrases with a comma between is an apposition, not the next one of a list."""
    if w.dep[q.head] == "appos":
        return True
    if q.last >= last or w.text[q.last] in (",", ".", ";", ":", ")", "-", "–", "—", '"'):
        after = w.lower[q.last + 1] if q.last + 1 < last else ""
        return w.dep[q.head] != "conj" and after not in ("and",)
    return w.tag[q.last].startswith("V") or w.tag[q.last] == "MD"


def acronym(w: Words, p: Phrase, last: int) -> tuple[int, str] | None:
    """The acronym in brackets behind a phrase, and its token: "the Trinamool Congress (TMC)"."""
    i = p.last
    if i + 2 >= last or w.text[i] != "(" or w.text[i + 2] != ")":
        return None
    text = w.text[i + 1].strip('"“”')
    capitals = sum(c.isupper() for c in text)
    return (i + 1, text) if 2 <= len(text) <= 10 and capitals >= 2 and capitals * 2 >= len(text) else None
