"""Pronouns, "both" and "the two": the nearest actor that fits in number, gender and kind, subjects before others."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.groups import gather
from memcon.actors.identities import Identity, Seen
from memcon.actors.resolution import Scene
from memcon.actors.wordlists import numbers, words

_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_REACH = 4
"""Sentences back in which a pronoun's actor may stand."""


def pronouns(scene: Scene) -> None:
    """Note whom the personal pronouns and "both" of the report stand for; "I" and "we" wait for the statements."""
    w = scene.w
    for number, (first, last) in enumerate(w.sentences):
        for i in range(first, last):
            tag, lower = w.tag[i], w.lower[i]
            if tag in ("PRP", "PRP$"):
                _pronoun(scene, i, number)
            elif lower == "both" and w.dep[i] in _SUBJECT | {"dobj", "pobj", "appos"}:
                _several(scene, i, 2)
            elif tag == "CD" and lower in numbers() and w.dep[i] in _SUBJECT and w.lower[i - 1] == "the" and i > first:
                _several(scene, i, numbers()[lower])


def _several(scene: Scene, i: int, number: int) -> None:
    for who in gather(scene, i, "person", number) or gather(scene, i, "any", number):
        note(who, i, "group", f"the last {number} named")


def note(who: Identity, i: int, via: str, how: str) -> None:
    """Note that token `i` stands for `who`."""
    who.seen.append(Seen(i, i + 1, i, via, how))  # type: ignore[arg-type]


def _pronoun(scene: Scene, i: int, sentence: int) -> None:
    lower = scene.w.lower[i]
    for sort in ("he", "she", "it", "they"):
        if lower in words(sort):
            break
    else:
        return
    if sort == "they":
        _they(scene, i, sentence)
        return
    if sort == "it" and not _refers(scene, i):
        return
    who = _nearest(scene, i, sentence, sort)
    if who is None:
        return
    if sort in ("he", "she"):
        who.gender = who.gender or ("m" if sort == "he" else "f")
    note(who, i, "pronoun", f'nearest actor that "{lower}" fits')


def _refers(scene: Scene, i: int) -> bool:
    """Whether "it" is somebody: "its" always, "it" where it does what actors do."""
    w = scene.w
    return w.tag[i] == "PRP$" or w.lower[i] == "itself" or (w.dep[i] == "nsubj" and w.lemma[w.head[i]] in words("acts"))


def _fits(who: Identity, sort: str) -> bool:
    if sort == "he":
        return who.person and who.gender in ("", "m")
    if sort == "she":
        return who.person and who.gender in ("", "f")
    if sort == "it":
        return not who.plural and who.kind in ("state", "government", "igo", "ngo", "company", "armed_group", "other")
    return who.plural


def _nearest(scene: Scene, i: int, sentence: int, sort: str) -> Identity | None:
    scored = sorted(_scored(scene, i, sentence, sort), key=lambda item: (-item[0], item[1].key))
    return scored[0][1] if scored else None


def _scored(scene: Scene, i: int, sentence: int, sort: str) -> Iterator[tuple[float, Identity]]:
    """Each actor that fits, with its weight: nearer sentences and subjects weigh more; so does what is named often."""
    w = scene.w
    low = w.sentences[max(0, sentence - _REACH)][0]
    for who in scene.people:
        if not _fits(who, sort):
            continue
        weights = [_weight(scene, s, i, sentence) for s in who.seen if low <= s.first < i and s.last <= i]
        if weights:
            yield max(weights) + 0.1 * min(len(weights), 5), who


def _weight(scene: Scene, s: Seen, i: int, sentence: int) -> float:
    w = scene.w
    distance = 0
    while sentence - distance > 0 and w.sentences[sentence - distance][0] > s.first:
        distance += 1
    subject = 1.2 if w.dep[s.head] in _SUBJECT else 0.0
    same = 0.3 if distance == 0 else 0.0
    if distance == 0 and w.head[s.head] == w.head[i] and w.dep[i] in ("dobj", "pobj", "dative"):
        return -5.0  # "Costa praised him": the object is somebody else
    return subject + same - 1.0 * distance + 0.002 * (s.first - i if distance == 0 else 0)


def _they(scene: Scene, i: int, sentence: int) -> None:
    """A plural actor that is the nearest subject, or the two that were subject together."""
    w = scene.w
    best = max(_scored(scene, i, sentence, "they"), key=lambda item: (item[0], item[1].key), default=None)
    low = w.sentences[max(0, sentence - 1)][0]
    together = [(s.first, who) for who in scene.people for s in who.seen if low <= s.first < i and _joined(scene, s)]
    together.sort(key=lambda item: item[0])
    pair = list(dict.fromkeys(who for _, who in together))
    if best is not None and (best[0] >= 0.5 or len(pair) < 2):
        note(best[1], i, "pronoun", "nearest plural actor")
    elif len(pair) >= 2:
        for who in pair:
            note(who, i, "group", "subjects joined by and")


def _joined(scene: Scene, s: Seen) -> bool:
    """Whether a mention is one of several subjects joined by "and"."""
    w = scene.w
    head = s.head
    if w.dep[head] == "conj":
        while w.dep[head] == "conj":
            head = w.head[head]
        return w.dep[head] in _SUBJECT
    after = s.last
    return w.dep[head] in _SUBJECT and after < len(w) and w.lower[after] in ("and", ",")
