"""Who and what stands around a predicate: subjects, objects and prepositional phrases, through voice and control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from memcon.events.misreadings import (
    behind_dateline,
    is_bare_passive,
    is_headline_plan,
    is_misread_main,
    just_before,
)

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_VERBAL = frozenset({"VERB", "AUX"})
# Verbs whose object does what the infinitive says ("asked Chad to leave"); with others the subject does it.
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "visit", "meet", "call", "take"})
_DEEPEST = 8
_EACH_OTHER = ({"each", "other"}, {"one", "another"})
# "His counterpart" behind a name is another one, joined to the first by "and", or by a comma in a list.
_IS_ANOTHER = frozenset({"counterpart", "colleague", "opposite", "deputy", "predecessor", "successor"})
# What is done to something "as" something.
_JUDGED_AS = frozenset("reject dismiss denounce condemn criticise criticize hail welcome praise decry deplore".split())
_LASTING = frozenset({"continue", "begin", "start", "keep", "try"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# What these say, those say who pass, sign or publish them.
_DOCUMENTS = frozenset(
    {
        "resolution",
        "declaration",
        "communique",
        "decree",
        "law",
        "bill",
        "order",
        "report",
        "statement",
        "letter",
        "motion",
    }
)
_TIMES = _DAYS | frozenset(
    """january february march april may june july august
    september october november december morning afternoon evening night midnight noon dawn weekend today yesterday
    tomorrow day week month year hour decade""".split()
)


@dataclass
class Clause:
    """A predicate with the heads of its subjects and objects (conjuncts included) and its prepositional phrases.

    `phrases` are (preposition, heads of its objects, the token it hangs on). `agent` tells that the subjects come from
    a by-phrase or are missing because the verb is passive.
    """

    predicate: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    phrases: list[tuple[str, list[Token], Token]] = field(default_factory=list)
    passive: bool = False

    @cached_property
    def complements(self) -> list[Token]:
        """The verbs that the predicate takes as infinitive, clause or gerund."""
        return complements(self.predicate)

    @cached_property
    def purposes(self) -> list[Token]:
        """What the act is done for."""
        return purposes(self.predicate)

    @cached_property
    def particles(self) -> list[Token]:
        """The particles of the predicate, as the parser tells them."""
        return [c for c in self.predicate.children if c.dep_ == "prt"]

    @cached_property
    def near(self) -> list[Token]:
        """What else stands by the predicate: "hold T responsible", "take T hostage", "let T go", "order T out"."""
        other = ("nsubj", "nsubjpass", "prep", "advcl", "conj")
        by = [c for c in self.predicate.children if c.dep_ not in other]
        return by + [g for c in by if c.dep_ in ("dobj", "ccomp", "xcomp") for g in c.children if g.i > c.i]


def conjuncts(head: Token) -> list[Token]:
    """`head` and the nouns joined to it, those taken for its apposition too ("Mali, Chad and Niger")."""
    found, at = [head], 0
    while at < len(found) and at < _DEEPEST:
        found += [c for c in found[at].children if _joined_to(found[at], c)]
        at += 1
    return found


def _joined_to(head: Token, child: Token) -> bool:
    if child.dep_ == "pobj":  # a first name taken for a preposition: "Barack Obama and ..."
        return head.text[:1].isupper() and child.i == head.i + 1 and head.dep_ in ("nsubj", "nsubjpass", "dobj")
    if child.dep_ == "appos":
        if _IS_ANOTHER & {child.lemma_, head.lemma_} and any(
            c.tag_ == "PRP$" for w in (head, child) for c in w.children
        ):
            return True
        named = head.pos_ == child.pos_ == "PROPN" and child.i - head.i <= 3
        last = (c for one in (head, child) for c in one.children if c.dep_ == "conj")
        return named and any(c.pos_ == "PROPN" and c.i > child.i for c in last)
    return child.dep_ == "conj" and child.pos_ not in _VERBAL


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else `token`."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WDT", "WP", "IN", "WP$"):
        verb = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if verb is not None:
            return verb.head
    return token


def clause_of(verb: Token) -> Clause:
    """The clause of a verb."""
    clause = Clause(verb, passive=is_passive(verb))
    children = list(verb.children)
    explicit = [c for c in children if c.dep_ in ("nsubj", "nsubjpass")]
    subjects = behind_dateline(_flat(antecedent(c) for c in explicit) or list(inherited_subjects(verb)))
    if not subjects and verb.dep_ == "ROOT" and is_finite(verb):
        subjects = just_before(verb)
    if verb.dep_ == "ccomp" and len(subjects) == 1 and subjects[0].lower_ in ("it", "they", "he", "she"):
        subjects = behind_dateline(list(_own_subjects(verb.head, 0))) or subjects
    objects = _flat(
        antecedent(c)
        for c in children
        if (c.dep_ in ("dobj", "oprd") and c.pos_ not in _VERBAL) or (c.dep_ == "xcomp" and c.pos_ == "PROPN")
    )
    objects += _flat(
        s for c in children if c.dep_ == "ccomp" and c.pos_ in ("ADJ", "NOUN") for s in c.children if s.dep_ == "nsubj"
    )  # "found the bank guilty"
    clause.datives = _flat(c for c in children if c.dep_ == "dative" and c.pos_ != "ADP")
    clause.phrases = list(_phrases(verb)) + [p for o in objects[:3] for p in _phrases(o)]
    if clause.passive:
        agents = [t for name, heads, _ in _phrases(verb) if name == "by" for t in heads] or _hyphened_agents(verb)
        clause.objects = subjects + objects if not objects else [*subjects, *objects]
        clause.subjects = agents
        clause.phrases = [p for p in clause.phrases if p[0] != "by"] + [p for o in subjects[:2] for p in _phrases(o)]
        return clause
    objects = objects or _misplaced(verb)
    if not objects:
        objects = _shared_objects(verb, bool(explicit))
        clause.phrases += [p for o in objects[:3] for p in _phrases(o)]
    clause.subjects, clause.objects = subjects, objects
    return clause


def _misplaced(verb: Token) -> list[Token]:
    """The object that the parser hangs on a particle ("sealed off the town"), or on the "as" before it ("rejected as
    absurd a plan of Chad's")."""
    heads = []
    for child in verb.children:
        under = [c for c in child.children if c.dep_ == "pobj"]
        if child.dep_ == "prt" or (child.lower_ == "as" and verb.lemma_ in _JUDGED_AS):
            heads += under[-1:]
    return _flat(heads)


def _hyphened_agents(verb: Token) -> list[Token]:
    """Who did what a participle tells of the noun behind it: "Qatari-brokered talks", "the French-led raid"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    return [c for c in verb.children if c.i == verb.i - 2] if verb.dep_ == "amod" and before.text == "-" else []


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: by its auxiliary, its subject, or as a participle that modifies a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if is_misread_main(verb):
        return False
    if is_bare_passive(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        return True
    own = any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    return (
        verb.tag_ == "VBN" and verb.dep_ == "conj" and not own and verb.head.pos_ in _VERBAL and is_passive(verb.head)
    )


def is_finite(verb: Token) -> bool:
    """Whether the verb makes a clause of its own: it has a tense, or an auxiliary that has one."""
    return verb.tag_ in ("VBD", "VBP", "VBZ") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in verb.children
    )


def inherited_subjects(verb: Token, depth: int = 0) -> Iterable[Token]:
    """The subjects of a verb that has none of its own, from the word it hangs on."""
    head, dep = verb.head, verb.dep_
    if depth > _DEEPEST or head == verb:
        return []
    if is_headline_plan(verb):
        return [head]
    if dep == "relcl" and head.dep_ == "attr" and verb.tag_ == "VB":
        return list(_own_subjects(head.head, depth))  # "was the first country to recognise"
    if dep == "relcl":
        return [head] if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) else []
    if dep == "acl":
        if verb.tag_ == "VBG" and head.lemma_ in _DOCUMENTS and head.dep_ == "dobj":
            return list(_own_subjects(head.head, depth))  # "signed a decree granting"
        if verb.tag_ in ("VBG", "VBN") or is_misread_main(verb):
            return conjuncts(head)
        return _holder_subjects(head, depth)
    if dep == "amod":
        return [head]
    if dep == "pcomp":
        up = head.head
        if up.pos_ in _VERBAL:
            objects = _objects(up)
            if head.lower_ in ("of", "for", "from") and objects:
                return objects
            return list(_own_subjects(up, depth))
        return _holder_subjects(up, depth)
    if head.pos_ not in _VERBAL and head.pos_ != "ADJ":
        return []
    if dep in ("xcomp", "ccomp") and head.lemma_ not in _SUBJECT_CONTROL:
        objects = _objects(head)
        if objects and (dep == "xcomp" or not is_finite(verb)):
            return objects
    if dep in ("conj", "xcomp", "ccomp", "advcl", "dep", "parataxis", "acomp"):
        return list(_own_subjects(head, depth))
    return []


def _own_subjects(verb: Token, depth: int) -> Iterable[Token]:
    subjects = _flat(antecedent(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return subjects or inherited_subjects(verb, depth + 1)


def _holder_subjects(noun: Token, depth: int) -> Iterable[Token]:
    """Who holds an "agreement to", a "plan to", is "ready to": the owner of the noun, or the subject of its verb."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return owners
    head = noun.head
    while head.dep_ in ("prep", "conj") and head.head != head:
        head = head.head
    return list(_own_subjects(head, depth)) if head.pos_ in _VERBAL else []


def _objects(verb: Token) -> list[Token]:
    return _flat(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ not in _VERBAL)


def _shared_objects(verb: Token, explicit: bool) -> list[Token]:
    """The object behind the last of joined verbs ("condemned and expelled the envoy"), or what a relative clause hangs
    on ("the men they arrested")."""
    if verb.dep_ == "relcl" and explicit:
        pronouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _RELATIVE]
        if not pronouns:
            return [verb.head]
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in _VERBAL and child.i - verb.i <= 3:
            return _objects(child)
    return []


def each_other(verb: Token) -> bool:
    """Whether those who do what `verb` says do it to one another."""
    phrases = [verb, *(c for c in verb.children if c.dep_ in ("prep", "dative"))]
    ends = [c for p in phrases for c in p.children if c.lower_ in ("other", "another", "one")]
    return any({c.lower_, g.lower_} in _EACH_OTHER for c in ends for g in c.children)


def is_time(noun: Token) -> bool:
    """Whether the noun tells when: a day, a month, a year, a part of the day."""
    return noun.lemma_.lower() in _TIMES or (noun.is_digit and len(noun) == 4)


def phrases_of(token: Token) -> list[tuple[str, list[Token], Token]]:
    """The prepositional phrases under `token`: (preposition, heads of its objects, the token it hangs on)."""
    return list(_phrases(token))


def _phrases(token: Token, depth: int = 0) -> Iterator[tuple[str, list[Token], Token]]:
    for child in token.children:
        if child.dep_ in ("advmod", "acomp", "prt") and child.pos_ in ("ADV", "ADJ", "ADP") and depth < 2:
            yield from (
                (name, heads, token) for name, heads, _ in _phrases(child, depth + 1)
            )  # "close to", "home from"
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART", "VERB"):
            heads = _flat(c for c in child.children if c.dep_ in ("pobj", "pcomp"))
            if heads and is_time(heads[0]) and not any(c.lower_ == "of" for c in heads[0].children):
                heads = []  # but "bowed to weeks of pressure"
            yield child.lower_, heads, token
            for c in child.children:
                if c.dep_ == "prep":  # "out of", "in front of"
                    yield f"{c.lower_}", _flat(g for g in c.children if g.dep_ == "pobj"), token
            if depth < 2:
                for head in heads[:4]:
                    if head.pos_ not in _VERBAL:
                        yield from _phrases(head, depth + 1)


def _flat(tokens: Iterable[Token]) -> list[Token]:
    seen: dict[int, Token] = {}
    for token in tokens:
        for one in conjuncts(_undated(token)):
            seen.setdefault(one.i, one)
    return list(seen.values())


def _undated(noun: Token) -> Token:
    """The name that the parser has made part of the day behind it ("met President Doe Tuesday"), else `noun`."""
    if noun.lower_ not in _DAYS or noun.i == noun.sent.start:
        return noun
    before = noun.nbor(-1)
    glued = before.dep_ in ("compound", "nmod") and before.head == noun
    return before if glued and before.pos_ == "PROPN" and not is_time(before) else noun


def complements(token: Token) -> list[Token]:
    """The verbs that `token` takes as infinitive, clause or gerund, those behind its preposition or adjective too."""
    found = []
    for child in token.children:
        if (child.dep_ in ("xcomp", "ccomp") and child.pos_ in _VERBAL) or (
            child.dep_ == "acl" and child.i > token.i and any(c.lower_ in ("to", "that") for c in child.children)
        ):
            found.append(child)
        elif child.dep_ == "prep":
            found += [c for c in child.children if c.dep_ == "pcomp" and c.pos_ in _VERBAL]
    return found


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of the verb, lower case, "will" for "is going to"; of a joined verb without its own, those of the
    first ("must stop and work together"), and of a verb that "begins" or "continues", those before that."""
    at, found = verb, {c.lower_ for c in verb.children if c.dep_ == "aux"}
    while not found - {"to"}:
        head = at.head
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        joined = at.dep_ == "conj" and head.pos_ in _VERBAL and not own
        if head == at or not (joined or (at.dep_ == "xcomp" and head.lemma_ in _LASTING)):
            break
        at, found = head, {c.lower_ for c in head.children if c.dep_ == "aux"}
    if is_headline_plan(verb):
        found.add("will")
    if verb.head.lemma_ == "go" and verb.head.tag_ == "VBG" and verb.dep_ == "xcomp" and "to" in found:
        found.add("will")
    return found


def purposes(verb: Token) -> list[Token]:
    """What the act is done for ("sent troops to help Chad")."""
    return [c for c in verb.children if c.dep_ in ("advcl", "xcomp") and any(g.lower_ == "to" for g in c.children)]
