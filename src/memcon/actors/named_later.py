"""Somebody told by what they are and named in a sentence after: "A former soldier was charged. John Roe, 43, ..."."""

from __future__ import annotations

from memcon.actors.identities import Identity
from memcon.actors.introductions import aged
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import Scene

_AFTER = 2
"""Sentences after in which the name may stand."""


def join_names(scene: Scene) -> None:
    """Make one of a lone unnamed person and the one whom the next sentences name first, with an age."""
    for number, phrases in enumerate(scene.sentences):
        unnamed = [(p, scene.resolved(p)[0]) for p in phrases if _is_unnamed(scene, p)]
        if len(unnamed) != 1:
            continue
        who = unnamed[0][1]
        name = _named_after(scene, number, who)
        if name is not None and _fits(who, name):
            _join(scene, who, name)


def _is_unnamed(scene: Scene, p: Phrase) -> bool:
    """Whether a phrase tells of one person for the first time and by no name: "a British engineer"."""
    if not p.is_title or p.determiner not in ("a", "an") or p.plural or p.describes is not None:
        return False
    found = scene.resolved(p)
    return len(found) == 1 and found[0].person and not found[0].parts and not found[0].known


def _named_after(scene: Scene, number: int, who: Identity) -> Identity | None:
    """The first person whom the sentences after name in full and give an age, where that is their first mention."""
    for phrases in scene.sentences[number + 1 : number + 1 + _AFTER]:
        for q in phrases:
            if q.name is None or q.modifier or q.handle:
                continue
            found = [found for found in scene.resolved(q) if found.person and len(found.parts) > 1]
            bare = q.noun is None and q.described is None and aged(scene.w, q)
            if found and (bare or not (q.noun or q.described)):
                return found[0] if bare and found[0].first_token == q.first and not found[0].known else None
        if any(_is_unnamed(scene, q) for q in phrases):
            return None
    return None


def _fits(who: Identity, name: Identity) -> bool:
    same = not who.gender or not name.gender or who.gender == name.gender
    return same and (who.country is None or name.country in (None, who.country))


def _join(scene: Scene, who: Identity, name: Identity) -> None:
    """Let `name` have all that was said of `who`."""
    name.country, name.role, name.sector = name.country or who.country, name.role or who.role, name.sector or who.sector
    name.office, name.body, name.gender = name.office or who.office, name.body or who.body, name.gender or who.gender
    name.titles |= who.titles
    name.first_token = min(name.first_token, who.first_token)
    name.seen += who.seen
    who.seen = []
    for met in (scene.covering, scene.of_phrase):
        for people in met.values():
            people[:] = [name if q is who else q for q in people]
