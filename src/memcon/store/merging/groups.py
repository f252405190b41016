"""Facts into groups, from which pairs of them are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

DENSE = 0.5
"""Of the pairs between two groups that become one, those that must be alike: or a row of neighbours, each like the
next, would put together what is far apart."""

Pair = tuple[str, str]


def group(
    links: Mapping[Pair, float],
    document: Mapping[str, str],
    joined: Iterable[Pair] = (),
    parted: Iterable[Pair] = (),
    *,
    one_a_document: bool = False,
    dense: float = DENSE,
) -> list[frozenset[str]]:
    """The groups of two and more facts.

    `links` are the pairs that are alike, with how much; `document` gives the document of each fact. The most alike are
    put together first, as long as enough of the pairs between the two groups are alike; `one_a_document` keeps facts of
    one document apart. `joined` are pairs that somebody has put together and `parted` such as somebody has taken apart:
    they overrule all else. The result depends on nothing but these, on no order.
    """
    together = sorted(joined)
    groups = _Groups(links, document, together, parted)
    for (a, b), _ in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        if groups.are_parted(a, b) or (one_a_document and groups.share_a_document(a, b)):
            continue
        if groups.alike(a, b) >= dense:
            groups.unite(a, b)
    for a, b in together:
        if not groups.are_parted(a, b):
            groups.unite(a, b)
    return groups.all()


class _Groups:
    """Groups that grow. Each goes by one of its facts, and knows how many of its pairs with any other are alike."""

    def __init__(
        self, links: Iterable[Pair], document: Mapping[str, str], joined: Iterable[Pair], parted: Iterable[Pair]
    ) -> None:
        pairs = list(links)
        facts = {fact for pair in (*pairs, *joined) for fact in pair}
        self._name = {fact: fact for fact in facts}
        self._members = {fact: {fact} for fact in facts}
        self._documents = {fact: {document[fact]} for fact in facts}
        self._alike: dict[str, Counter[str]] = defaultdict(Counter)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in pairs:
            self._alike[a][b] += 1
            self._alike[b][a] += 1
        for a, b in parted:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def all(self) -> list[frozenset[str]]:
        return sorted((frozenset(group) for group in self._members.values() if len(group) > 1), key=min)

    def alike(self, a: str, b: str) -> float:
        """Of the pairs between the groups of two facts, the part that are alike; 0 where they are in one group."""
        one, other = self._name[a], self._name[b]
        return self._alike[one][other] / (len(self._members[one]) * len(self._members[other])) if one != other else 0.0

    def share_a_document(self, a: str, b: str) -> bool:
        return bool(self._documents[self._name[a]] & self._documents[self._name[b]])

    def are_parted(self, a: str, b: str) -> bool:
        return bool(self._apart[self._name[a]] & self._members[self._name[b]])

    def unite(self, a: str, b: str) -> None:
        one, other = sorted((self._name[a], self._name[b]))
        if one == other:
            return
        for fact in self._members[other]:
            self._name[fact] = one
        self._members[one] |= self._members.pop(other)
        self._documents[one] |= self._documents.pop(other)
        self._apart[one] |= self._apart.pop(other, set())
        for third, count in self._alike.pop(other, Counter()).items():
            del self._alike[third][other]
            if third != one:
                self._alike[one][third] += count
                self._alike[third][one] += count
