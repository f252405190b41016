"""What a title says of the person it belongs to: role, office, sector, country."""

from __future__ import annotations

from memcon.actors.identities import Identity
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import Scene, body_of, countries_of, owners
from memcon.actors.wordlists import words


def describe(scene: Scene, p: Phrase) -> None:
    """Give the person that `p` names the role and country that its title, or the one in apposition, states."""
    for who in scene.resolved(p)[:1]:
        if who.kind != "person":
            continue
        for title in (p, p.described):
            if title is None or title.noun is None or title.role is None:
                continue
            who.titles.add(title.noun.noun)
            tell_gender(who, title.noun.noun)
            in_office = who.role is not None
            if not in_office and not (who.known and (title.former or who.sector == "ELI")):
                who.role = role_text(scene, title)
            who.office = who.office or office_of(scene, title)
            who.former = who.former or (title.former and not who.known)
            who.sector = who.sector or sector_of(title)
            found = [c for q in owners(scene, title) for c in countries_of(scene, q)] or [
                c for q in title.located for c in countries_of(scene, q)
            ]
            if not found and title.noun.country is not None:
                found = [title.noun.country]
            if found and (who.country is None or (who.known and not in_office and not title.former)):
                who.country = found[0]  # who holds no office the base knows has the one the report states
            who.body = who.body or body_of(scene, title)
        if who.country is None and p.of:
            found = [c for q in p.of for c in countries_of(scene, q)]
            who.country = found[0] if found else None


def tell_gender(who: Identity, noun: str) -> None:
    """Note what the noun tells of whether somebody is a woman or a man, where nothing surer has told it."""
    told = "f" if noun in words("women") else "m" if noun in words("men") else ""
    if told and not who.gender_told:
        who.gender, who.gender_told = told, True


def role_text(scene: Scene, title: Phrase) -> str:
    """The words of the title: "deputy foreign minister"."""
    assert title.role is not None
    spoken = scene.w.joined(*title.role)
    if title.noun is not None and scene.w.tag[title.role[1] - 1] == "NNS":
        spoken = title.noun.noun
    return f"{title.lesser} {spoken}" if title.lesser and title.lesser not in spoken.lower() else spoken


def office_of(scene: Scene, title: Phrase) -> str | None:
    """The office that the title names: that of its noun, of "trade minister" the whole; none for a deputy's."""
    assert title.noun is not None
    if title.lesser:
        return None
    if title.noun.office in ("minister", "secretary") and title.role is not None:
        return role_text(scene, title).lower()
    return title.noun.office


def sector_of(title: Phrase) -> str | None:
    """The PLOVER sector of who bears the title."""
    assert title.noun is not None
    if title.former:
        return "ELI"
    if title.sector is not None:
        return title.sector
    employer = next((q.entries[0] for q in title.of if q.entries), None)
    if employer is not None and employer.kind == "armed_group":
        return "REB"
    if employer is not None and employer.kind in ("ngo", "company"):
        return employer.sector or ("NGO" if employer.kind == "ngo" else "BUS")
    for q in title.of:
        speaks = title.noun.office in ("spokesperson", "head", "official")
        if q.noun is not None and q.noun.sector is not None and speaks:
            return q.noun.sector
    return title.noun.sector
