"""Does a pattern fit a clause or a noun, and which words then are its parties, its object and its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.events import patterns
from memcon.events.clauses import Clause, clause_of, conjuncts, is_finite, phrases_of
from memcon.events.patterns import Need, Pattern

# What these let or make others do stands in the infinitive, which the parser may take for the present.
_BARE = frozenset({"let", "make", "help"})
PLACING = frozenset({"in", "at", "near", "across", "throughout"})
# Where a party may stand that a pattern does not place, in this order.
_LOOSE = (
    "against",
    "outside",
    "to",
    "with",
    "from",
    "for",
    "on",
    "over",
    "in",
    "between",
    "of",
    "at",
    "near",
    "into",
    "about",
)


@dataclass(slots=True)
class Match:
    """A pattern that fits: the heads of its source and target, the nouns it took up, and the object whose owner may be
    the target (`owned`)."""

    pattern: Pattern
    predicate: Token
    source: list[Token]
    target: list[Token]
    taken: list[Token]
    owned: list[Token]
    mutual: bool = False


def words_of(tokens: Iterable[Token]) -> set[str]:
    """The words by which patterns are told that cannot fit: lemmas, and words as written, lower case."""
    found = set()
    for token in tokens:
        found.add(token.lower_)
        found.add(token.lemma_.lower())
        if token.tag_ == "NNPS":
            found.add(token.lower_.removesuffix("s"))
    return found


def verb_patterns(verb: Token, words: Set[str]) -> tuple[Pattern, ...]:
    """The patterns of `verb` that may fit in a sentence of these words, the fullest first."""
    return patterns.possible("verbs.toml", verb.lemma_.lower(), words)


def fitting_verb(clause: Clause, rows: Iterable[Pattern]) -> Iterator[Match]:
    """Those of `rows`, verb patterns, that fit `clause`."""
    return (found for pattern in rows if (found := _fit(pattern, clause)) is not None)


def fitting_noun(noun: Token, words: Set[str]) -> Iterator[Match]:
    """All noun patterns that fit `noun` in a sentence of these words, the fullest first; the source is left to the
    owner of the noun."""
    rows = patterns.possible("nouns.toml", noun.lemma_.lower(), words)
    if not rows:
        return
    clause = Clause(noun, phrases=phrases_of(noun))
    for pattern in rows:
        found = _fit(pattern, clause)
        if found is not None:
            found.owned = [noun]
            yield found


def _fit(pattern: Pattern, clause: Clause) -> Match | None:
    predicate = clause.predicate
    if pattern.particles and not all(_has_particle(predicate, p) for p in pattern.particles):
        return None
    if not pattern.particles and any(not _wanted(pattern, c) for c in clause.particles):
        return None
    if pattern.by and not any(says(subject, pattern.by) for subject in clause.subjects):
        return None
    match = Match(pattern, predicate, list(clause.subjects), [], [], [])
    object_used = False
    for need in pattern.needs:
        if need.nothing:
            if clause.objects or any(c.dep_ == "ccomp" and c.i > predicate.i for c in clause.complements):
                return None
        elif need.party is None:
            heads = _words(need, clause, object_used)
            if heads is None:
                return None
            match.taken += heads
            if need.words == patterns.CLAUSE:
                match.target = match.target or [s for h in heads for s in clause_of(h).subjects]
                match.taken = []
            if not need.prepositions and heads:
                object_used = True
            if not need.prepositions or need.words is not None:
                refused = pattern.code.startswith("12")  # whose plan is refused, is refused
                match.owned += [h for h in heads if refused or h.lemma_.lower() not in patterns.held()]
        else:
            heads, object_used = _party(need, clause, match, object_used)
            if heads and need.mutual and "between" in need.prepositions:
                match.source, match.mutual = heads, True
            elif heads:
                if need.party == "T":
                    match.target = heads
                else:
                    match.source = heads
            elif need.mutual:
                unused = [o for o in clause.objects if o not in match.taken]
                if unused or (not _plural(match.source) and predicate.pos_ != "NOUN"):
                    return None
                match.mutual = True
            elif not need.optional:
                return None
    if pattern.swapped:
        target = list(clause.subjects)
        if not target:
            return None  # "will be dismayed", by nobody told
        match.source, match.target = [t for t in match.source if t not in target], target
    return match


def _wanted(pattern: Pattern, particle: Token) -> bool:
    """Whether the pattern speaks of the particle, as a word or as a preposition."""
    word = particle.lower_
    return any(word in n.prepositions or (n.words is not None and word in n.words) for n in pattern.needs)


def _has_particle(predicate: Token, particle: str) -> bool:
    return any(
        c.lower_ == particle
        and c.dep_ != "nsubj"
        and (c.dep_ == "prt" or not any(g.dep_ == "pobj" for g in c.children))
        for c in predicate.children
    )


def _words(need: Need, clause: Clause, object_used: bool) -> list[Token] | None:
    """The tokens that fill a need for words, or None where it is not met."""
    if need.words == patterns.CLAUSE:
        return [c for c in clause.complements if c.dep_ == "ccomp" or is_finite(c)] or None
    if need.prepositions:
        heads = [h for name, hs, _ in clause.phrases if name in need.prepositions for h in hs]
        if "to" in need.prepositions:
            heads += [*clause.complements, *clause.purposes]
        if need.words is None:
            present = any(name in need.prepositions for name, _, _ in clause.phrases)
            return heads if heads or present else None
        return [h for h in heads if says(h, need.words)] or None
    if need.words is None:
        return clause.objects or clause.complements or None
    # "began talking" is what it says, "began exchanging files" an exchange of files, not of views.
    verbs = patterns.index("verbs.toml")
    own = [c for c in clause.near if c.tag_ == "VBG" and c.lower_ not in need.words and c.lemma_ in verbs]
    gerunds = [c for c in clause.complements if c.tag_ == "VBG" and c not in own]
    found = [o for o in [*clause.objects, *clause.datives, *gerunds] if says(o, need.words)]
    if found:
        return found
    found = [c for c in clause.near if c.lemma_.lower() in need.words and c not in own]
    if found and (clause.objects or clause.passive or clause.predicate.pos_ == "NOUN"):
        return found
    return found or None


def says(head: Token, words: frozenset[str]) -> bool:
    """Whether the noun `head`, or a noun or adjective that makes a compound with it, is one of `words`."""
    if head.lemma_.lower() in words or head.lower_ in words:
        return True
    if head.tag_ == "NNPS" and head.lower_.removesuffix("s") in words:
        return True  # "Christians", which the lemmas leave as it is
    if any(c.dep_ in ("compound", "amod", "nmod", "conj") and c.lemma_.lower() in words for c in head.children):
        return True
    return any(noun.lemma_.lower() in words for noun in measured(head))


def measured(head: Token) -> list[Token]:
    """What there is a number of: "a series of attacks", "millions of euros", "dozens of prisoners", "most of them"."""
    of = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"]
    return [noun for c in of for noun in c.children if noun.dep_ == "pobj"]


def _party(need: Need, clause: Clause, match: Match, object_used: bool) -> tuple[list[Token], bool]:
    """The heads of a party, and whether the object is used up."""
    if need.prepositions:
        # The phrase that hangs on what the pattern has taken comes first, then the verb's own.
        taken = {t.i for t in match.taken}
        near = {clause.predicate.i, *taken, *(o.i for o in (*clause.objects, *clause.datives))}
        wanted = [
            p for p in clause.phrases if p[0] in need.prepositions and p[1] and _hangs(p[2], near, p[0] == "with")
        ]
        ranked = sorted(wanted, key=lambda p: (p[2].i not in taken, p[2].i != clause.predicate.i))
        if ranked:
            return list(ranked[0][1]), object_used
        if need.prepositions & {"to", "for"} and clause.datives:
            return clause.datives, object_used
        if "that" in need.prepositions:
            return [], object_used
        return [], object_used
    if not object_used and clause.objects:
        return [o for o in clause.objects if o not in match.taken], True
    if not object_used and clause.datives:
        return clause.datives, object_used  # "gave the envoy 48 hours"
    if not object_used:
        for c in clause.complements:
            if c.dep_ == "ccomp" and (not is_finite(c) or clause.predicate.lemma_ in _BARE):
                subjects = [s for s in c.children if s.dep_ in ("nsubj", "nsubjpass")]
                if subjects and not need.optional:
                    return [h for s in subjects for h in conjuncts(s)], True
    if object_used and clause.datives:
        return clause.datives, object_used
    return [], object_used


def _hangs(token: Token, near: set[int], past_places: bool) -> bool:
    """Whether `token` is one of `near`, or hangs on one by "of" ("dozens of tanks"), with `past_places` by where the
    act was done too ("met in Bern, Switzerland, with ...")."""
    while token.i not in near:
        if past_places and token.dep_ in ("conj", "appos"):
            token = token.head
            continue
        linked = token.head.lower_ == "of" or (past_places and token.head.lower_ in PLACING)
        if token.dep_ != "pobj" or not linked:
            return False
        token = token.head.head
    return True


def _plural(heads: list[Token]) -> bool:
    """Whether the heads stand for several parties, as far as the words tell."""
    return len(heads) > 1 or any(h.tag_ in ("NNS", "NNPS") or h.lower_ in ("they", "we", "both") for h in heads)


def loose_targets(clause: Clause) -> list[Token]:
    """Heads of prepositional phrases where a target may stand that the pattern does not place."""
    ranked = sorted(
        (
            (_LOOSE.index(name), i, heads)
            for i, (name, heads, at) in enumerate(clause.phrases)
            if name in _LOOSE and heads and at.lower_ != "according"
        ),
        key=lambda row: row[:2],
    )
    return [h for _, _, heads in ranked for h in heads]
