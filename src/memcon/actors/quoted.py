""" "I", "we" and "our" inside what somebody said: the speaker; the speaker's side, or those who met."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import jointly
from memcon.actors.cast import Cast, Reference, build
from memcon.actors.wordlists import words
from memcon.facts import Actor, Statement
from memcon.language import Analysed


def first_persons(cast: Cast, analysed: Analysed, statements: Sequence[Statement]) -> Cast:
    """`cast` with "I", "we" and "our" inside quotations resolved: "I" is the speaker, "we" the speaker and the state or
    organisation the speaker belongs to, where the report names it; where they do what two sides do together ("we
    agreed"), the speaker and whom the report tells the speaker met."""
    found: dict[int, Reference] = {}
    for statement in sorted(statements, key=lambda s: sum(c.end - c.start for c in s.content), reverse=True):
        speakers = tuple(i for i in statement.speakers if i in cast.ids)
        if not speakers or statement.kind == "indirect":
            continue
        sides = tuple(dict.fromkeys(side.id for i in speakers if (side := _side(cast, cast.actor(i))) is not None))
        for span in statement.content:
            for token in analysed.tokens(span.start, span.end) or ():
                if token.tag_ not in ("PRP", "PRP$") or not span.start <= token.idx < span.end:
                    continue
                lower, end = token.lower_, token.idx + len(token)
                if lower in words("i"):
                    found[token.idx] = Reference(token.idx, end, token.idx, speakers, "pronoun", "the speaker")
                elif lower in words("we"):
                    met = jointly.counterparts(cast, analysed, speakers, token.idx) if jointly.is_joint(token) else ()
                    ids = tuple(dict.fromkeys((*speakers, *(met or sides))))
                    how = "those who met" if met else "the speaker's side"
                    found[token.idx] = Reference(token.idx, end, token.idx, ids, "group", how)
    if not found:
        return cast
    return build(cast.actors, cast.places, [*cast.references, *found.values()], analysed.text, cast.hosts)


def _side(cast: Cast, speaker: Actor) -> Actor | None:
    """The state or organisation in the cast that the speaker speaks for."""
    if speaker.country is None:
        return None
    same = [
        a for a in cast.actors if a.country == speaker.country and a.kind in ("state", "igo") and a.id != speaker.id
    ]
    return same[0] if same else None
