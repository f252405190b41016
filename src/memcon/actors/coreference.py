"""Pronouns, "both" and "the two": the subject of the clause around, else the nearest actor that fits in number, gender
and kind.

A possessive or reflexive looks at its own clause first, a subject or object at the clauses around it (an object is
not what the subject of its own clause is). After verbs that praise or blame somebody for something, "its" is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.groups import conjuncts, gather
from memcon.actors.identities import Identity, Seen
from memcon.actors.resolution import Scene
from memcon.actors.wordlists import numbers, words

_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_REACH = 4
"""Sentences back in which a pronoun's actor may stand."""
_UP = 8
"""Clauses around a pronoun that are looked at."""
_BODIES = frozenset({"state", "government", "igo", "ngo", "company", "armed_group", "other"})


def pronouns(scene: Scene) -> None:
    """Note whom the personal pronouns and "both" of the report stand for; "I" and "we" wait for the statements."""
    w = scene.w
    for first, last in w.sentences:
        for i in range(first, last):
            tag, lower = w.tag[i], w.lower[i]
            if tag in ("PRP", "PRP$"):
                antecedents(scene, i)
            elif lower == "both" and w.dep[i] in _SUBJECT | {"dobj", "pobj", "appos"}:
                _several(scene, i, 2)
            elif tag == "CD" and lower in numbers() and w.dep[i] in _SUBJECT and w.lower[i - 1] == "the" and i > first:
                _several(scene, i, numbers()[lower])


def _several(scene: Scene, i: int, number: int) -> None:
    for who in gather(scene, i, "person", number) or gather(scene, i, "any", number):
        scene.stand_for(i, who, "group", f"the last {number} named")


def antecedents(scene: Scene, i: int) -> list[Identity]:
    """Those for whom the pronoun at token `i` stands, noted as mentions."""
    known = scene.pronouns.get(i)
    if known is not None:
        return known
    lower = scene.w.lower[i]
    sort = next((sort for sort in ("he", "she", "it", "they") if lower in words(sort)), None)
    scene.pronouns[i] = []
    styled = i + 1 < len(scene.w) and scene.w.lower[i + 1] in words("styles") and scene.w.text[i + 1][0].isupper()
    if sort is None or styled or (sort == "it" and not _refers(scene, i)):
        return []
    found, how = _by_clause(scene, i, sort)
    if not found:
        found, how = _they(scene, i) if sort == "they" else _nearest(scene, i, sort)
    if not found and sort in ("he", "she"):
        found, how = _by_clause(scene, i, sort + "?")
        found, how = (found, how) if found else _nearest(scene, i, sort + "?")
    for who in found:
        if sort in ("he", "she"):
            who.gender, who.gender_told = "m" if sort == "he" else "f", True
        scene.stand_for(i, who, "group" if len(found) > 1 else "pronoun", how)
    scene.pronouns[i] = found
    return found


def _refers(scene: Scene, i: int) -> bool:
    """Whether "it" is somebody: "its" always, "it" where it does what actors do, or after "said"."""
    w = scene.w
    if w.tag[i] == "PRP$" or w.lower[i] == "itself":
        return True
    verb = w.head[i]
    if w.dep[i] not in ("nsubj", "nsubjpass"):
        return False
    if w.lemma[verb] in words("acts"):
        return True
    above = w.head[verb]
    said = w.dep[verb] == "ccomp" and w.lemma[above] in words("acts")
    return said and w.lemma[verb] not in words("impersonal")


# ---- the clauses around --------------------------------------------------------------------------------------------


def _by_clause(scene: Scene, i: int, sort: str) -> tuple[list[Identity], str]:
    """Those whom the subjects of the clauses around stand for, the innermost first."""
    for token, how in candidates(scene, i):
        found = _fitting(scene, token, i, sort)
        if found:
            return found, how
    return [], ""


def candidates(scene: Scene, i: int) -> Iterator[tuple[int, str]]:
    """The tokens that the pronoun or title at token `i` may go back to, and why: subjects, the innermost first."""
    w = scene.w
    own = w.tag[i] == "PRP$" or w.lower[i].endswith(("self", "selves"))
    verb = verb_above(scene, i)
    if own:
        cause = _blamed(scene, i)
        if cause is not None:
            yield cause, "object of praise or blame"
    subject = scene.subjects.get(verb)
    barred = None if own else subject
    not_own = own and _anothers(scene, i, verb)
    if own and subject is not None and subject != i and not not_own:
        yield subject, "subject of the same clause"
    for _ in range(_UP):
        above = _clause_above(scene, verb)
        if above is None:
            return
        verb = above
        if own and not_own and (victim := _object(scene, verb, i)) is not None:
            yield victim, "object of the clause around"
        subject = scene.subjects.get(verb)
        if subject is not None and subject < i and subject != barred:
            yield subject, "subject of the clause around"


def _object(scene: Scene, verb: int, before: int) -> int | None:
    """The object of a verb, where it stands before token `before`."""
    return next((k for k in range(verb + 1, before) if scene.w.dep[k] == "dobj" and scene.w.head[k] == verb), None)


def _anothers(scene: Scene, i: int, verb: int) -> bool:
    """Whether the possessive qualifies the object of a verb that is done to others' things: "supports its bid"."""
    w = scene.w
    j = w.head[i]
    while w.dep[j] == "pobj" and w.lower[w.head[j]] == "of":  # "killed dozens of its members"
        j = w.head[w.head[j]]
    return w.lemma[verb] in words("done_to_others") and w.dep[j] == "dobj" and w.head[j] == verb


def verb_above(scene: Scene, i: int) -> int:
    """The verb of the clause that token `i` stands in, or the root of the sentence."""
    w = scene.w
    for _ in range(4 * _UP):
        if w.head[i] == i or w.tag[i].startswith("VB"):
            break
        i = w.head[i]
    while w.dep[i] in ("aux", "auxpass"):
        i = w.head[i]
    return i


def _clause_above(scene: Scene, verb: int) -> int | None:
    """The verb of the clause that the clause of `verb` stands in."""
    w = scene.w
    if w.head[verb] == verb:
        return None
    above = verb_above(scene, w.head[verb])
    return above if above != verb else None


def _blamed(scene: Scene, i: int) -> int | None:
    """The object of a verb of praise or blame whose "for" or "of" the possessive stands under."""
    w = scene.w
    j = i
    for _ in range(_UP):
        j = w.head[j]
        if w.dep[j] == "prep":
            break
    else:
        return None
    verb = w.head[j]
    if w.lower[j] not in ("for", "of", "over") or w.lemma[verb] not in words("blames"):
        return None
    return next((k for k in range(verb + 1, j) if w.head[k] == verb and w.dep[k] == "dobj"), None)


def _fitting(scene: Scene, token: int, i: int, sort: str) -> list[Identity]:
    """Those whom the noun at `token` and what is joined to it stand for, where they fit the pronoun at `i`."""
    w = scene.w
    if w.tag[token] in ("WP", "WDT"):
        verb = w.head[token]
        token = w.head[verb] if w.dep[verb] == "relcl" else token
    if w.tag[token] in ("PRP", "PRP$") and token < i:
        antecedents(scene, token)
    single = list(dict.fromkeys(scene.covering.get(token, ())))
    joined = list(dict.fromkeys(q for k in conjuncts(scene, token) for q in scene.covering.get(k, ()) if k < i))
    if sort == "they":
        if len(joined) > 1:
            return joined
        return [q for q in single if fits(q, sort)]
    if len(joined) > 1:
        return []
    return [q for q in single if fits(q, sort)][:1]


def fits(who: Identity, sort: str) -> bool:
    """Whether "he", "she", "it" or "they" may stand for `who`; "he?" and "she?" whatever a given name tells."""
    if sort.endswith("?"):
        return who.person and (not who.gender_told or who.gender == ("m" if sort == "he?" else "f"))
    if sort == "he":
        return who.person and who.gender in ("", "m")
    if sort == "she":
        return who.person and who.gender in ("", "f")
    if sort == "it":
        return not who.plural and (who.kind in _BODIES or (who.known and who.kind == "group"))
    return who.plural


# ---- the nearest ---------------------------------------------------------------------------------------------------


def _nearest(scene: Scene, i: int, sort: str) -> tuple[list[Identity], str]:
    scored = sorted(_scored(scene, i, sort), key=lambda item: (-item[0], item[1].key))
    return ([scored[0][1]] if scored else []), f'nearest actor that "{scene.w.lower[i]}" fits'


def _scored(scene: Scene, i: int, sort: str) -> Iterator[tuple[float, Identity]]:
    """Each actor that fits, with its weight: nearer sentences and subjects weigh more; so does what is named often."""
    w = scene.w
    sentence = scene.sentence_of(i)
    low = w.sentences[max(0, sentence - _REACH)][0]
    barred = [*_co_arguments(scene, i), *_speakers(scene, i)]
    for who in scene.people:
        if who in barred or not fits(who, sort):
            continue
        weights = [_weight(scene, s, i, sentence) for s in who.seen if low <= s.first < i and s.last <= i]
        if weights:
            yield max(weights) + 0.1 * min(len(weights), 5), who


def _co_arguments(scene: Scene, i: int) -> list[Identity]:
    """The subject of the clause in which the pronoun is an object: "Costa praised him", "rebels killed its leader"
    are about somebody else."""
    w = scene.w
    if (
        (w.tag[i] == "PRP$" and not _anothers(scene, i, verb_above(scene, i)))
        or w.dep[i] in ("nsubj", "nsubjpass")
        or w.lower[i].endswith(("self", "selves"))
    ):
        return []
    subject = scene.subjects.get(verb_above(scene, i))
    return scene.covering.get(subject, []) if subject is not None and subject != i else []


def _speakers(scene: Scene, i: int) -> list[Identity]:
    """Who says the quotation that token `i` stands in, as far as the sentence tells: not whom "he" inside it means."""
    w = scene.w
    first, last = w.sentences[scene.sentence_of(i)]
    if w.text[first:i].count('"') % 2 == 0:
        return []
    inside = False
    for k in range(first, last):
        inside ^= w.text[k] == '"'
        if not inside and w.dep[k] == "nsubj" and w.lemma[w.head[k]] in words("says"):
            if w.tag[k] == "PRP":
                antecedents(scene, k)
            return scene.covering.get(k, [])
    return []


def _weight(scene: Scene, s: Seen, i: int, sentence: int) -> float:
    w = scene.w
    distance = sentence - scene.sentence_of(s.first)
    subject = 1.2 if w.dep[s.head] in _SUBJECT else 0.0
    same = 0.3 if distance == 0 else 0.0
    return subject + same - 1.0 * distance + 0.002 * (s.first - i if distance == 0 else 0)


def _they(scene: Scene, i: int) -> tuple[list[Identity], str]:
    """A plural actor that is the nearest subject, or those that were subject together."""
    w = scene.w
    if i > 1 and w.lower[i - 1] == "of" and w.lower[i - 2] in ("each", "both", "all", "neither", "none", "either"):
        return gather(scene, i, "crowd", 0), "those named just above"
    verb = w.head[i]
    if w.dep[i] == "nsubj" and w.lemma[verb] in words("talks"):
        pair = _conversing(scene, i)
        if pair:
            return pair, "those who met or spoke"
    best = max(_scored(scene, i, "they"), key=lambda item: (item[0], item[1].key), default=None)
    low = w.sentences[max(0, scene.sentence_of(i) - 1)][0]
    barred = _co_arguments(scene, i)
    together = [(s.first, who) for who in scene.people for s in who.seen if low <= s.first < i and _joined(scene, s)]
    together.sort(key=lambda item: item[0])
    pair = [who for who in dict.fromkeys(who for _, who in together) if who not in barred]
    if best is not None and (best[0] >= 0.5 or len(pair) < 2):
        return [best[1]], "nearest plural actor"
    return (pair, "subjects joined by and") if len(pair) >= 2 else ([], "")


def _conversing(scene: Scene, i: int) -> list[Identity]:
    """The people, states or bodies that were subject together last, or of whom one met or spoke with the other."""
    w = scene.w
    number = scene.sentence_of(i)
    for back in range(min(number, _REACH) + 1):
        first, last = w.sentences[number - back]
        for verb in range(min(last, i) - 1, first - 1, -1):
            subject = scene.subjects.get(verb)
            if subject is None or w.head[subject] != verb or subject >= i:
                continue
            tokens = conjuncts(scene, subject)
            if w.lemma[verb] in words("talks") or w.lemma[verb] in words("meets"):
                tokens += [k for k in range(verb + 1, min(last, i)) if _partner(scene, k, verb)]
            found = [q for k in tokens for q in scene.covering.get(k, ()) if not q.plural and q.kind != "group"]
            found = list(dict.fromkeys(found))
            if len(found) > 1:
                return found
    return []


def _partner(scene: Scene, k: int, verb: int) -> bool:
    """Whether token `k` is whom the subject of `verb` met or spoke with, or one joined to it."""
    w = scene.w
    while w.dep[k] == "conj":
        k = w.head[k]
    if w.dep[k] == "dobj":
        return w.head[k] == verb and w.lemma[verb] in words("meets")
    return w.dep[k] == "pobj" and w.lower[w.head[k]] in ("with", "to") and w.head[w.head[k]] == verb


def _joined(scene: Scene, s: Seen) -> bool:
    """Whether a mention is one of several subjects joined by "and", or a group that is subject."""
    w = scene.w
    head = s.head
    if w.dep[head] == "conj":
        while w.dep[head] == "conj":
            head = w.head[head]
        return w.dep[head] in _SUBJECT
    if s.via == "group":
        return w.dep[head] in _SUBJECT
    after = s.last
    return w.dep[head] in _SUBJECT and after < len(w) and w.lower[after] in ("and", ",")
