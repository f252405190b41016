"""Titles and common nouns without a name: "the Kazakh president", "his Turkish counterpart", "the minister"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.bodies import group
from memcon.actors.coreference import antecedents, candidates, verb_above
from memcon.actors.describing import office_of, role_text, sector_of, tell_gender
from memcon.actors.groups import conjuncts, members
from memcon.actors.homes import home
from memcon.actors.identities import Identity
from memcon.actors.issuing import within_quotation
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.names import release
from memcon.actors.nobodies import INDEFINITE, nobody
from memcon.actors.resolution import INTERNATIONAL, Scene, body_of, countries_of, is_state, last_seen, state
from memcon.actors.wordlists import anaphors, at_home, kindred, words
from memcon.facts import Via

_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
_ANY_SECTOR = frozenset({"igo", "company", "ngo", "armed_group"})
_BACK = 2
"""Sentences back in which the body is named that a noun stands for."""
_CLOSING = ([","], ["."], [")"], ["–"], ["-"], ["—"], [";"])


def resolve(scene: Scene, p: Phrase) -> None:
    """Find out whom the title or common noun `p` stands for, and note the mention."""
    noun = p.noun
    assert noun is not None
    owners = _owners(scene, p)
    if noun.office == "counterpart":
        _counterparts(scene, p, owners)
        return
    codes = list(dict.fromkeys(q.country for q in owners if q.country)) if not p.of else []
    codes = codes or countries_of(scene, p)
    if p.determiner == "whose" and not codes:
        codes = _of_whom(scene, p)
        p.cut_off = p.cut_off or not codes
    if not codes and scene.paper is not None and _of_paper(scene, p):
        codes = [scene.paper]
    beside = _states_beside(scene, p)
    for who in beside:
        scene.refer(p, who, "group", "the state named beside it")
    if beside:
        return
    if nobody(scene, p, codes):
        if p.modifier:
            release(scene, p)
        return
    named = members(scene, p) if not codes else []
    for who in named:
        scene.refer(p, who, "group", "those named just above")
    above = None if named or (codes and noun.kind != "armed_group") else _body_above(scene, p)
    if above is not None:
        scene.refer(p, above, "group", f"the {noun.noun} named last")
    if named or above is not None:
        return
    if noun.sector is None and noun.kind == "group":
        release(scene, p)  # "our Ukrainian partners"
        return
    if noun.kind == "person" and not p.plural:
        _title(scene, p, codes, owners)
    elif noun.kind == "state":
        _the_country(scene, p)
    elif noun.kind == "igo" or noun.noun in words("only_anaphors"):
        return
    elif noun.kind == "person" and len(codes) > 1 and p.plural and noun.office in words("dated_offices"):
        for code in codes:
            who = holder(scene, p, code)
            scene.refer(p, who, "group", f"the {noun.noun} of each country")
    else:
        group(scene, p, codes)


def _of_whom(scene: Scene, p: Phrase) -> list[str]:
    """The countries of those to whom the clause with "whose" belongs: "nations whose citizens"."""
    w = scene.w
    verb = verb_above(scene, p.head)
    whom = w.head[verb] if w.dep[verb] == "relcl" else -1
    return list(dict.fromkeys(who.country for who in scene.covering.get(whom, ()) if who.country))


def _of_paper(scene: Scene, p: Phrase) -> bool:
    """Whether what a paper leaves unsaid is its own country: "our government", "the foreign secretary" in a British
    paper."""
    assert p.noun is not None
    own = p.determiner == "our" and p.noun.home and not within_quotation(scene.w, p.first)
    return own or (p.noun.noun in at_home(scene.paper) and p.determiner in ("the", "") and not p.of)


def _states_beside(scene: Scene, p: Phrase) -> list[Identity]:
    """The states that a comma tells to be allies, backers or rivals: "its chief backer, Turkey", "Iran and Russia, both
    backers of the president"."""
    w = scene.w
    if p.noun is None or p.noun.noun not in words("named_beside"):
        return []
    listed = p.plural and w.text[max(0, p.core[0] - 2)] == "," and w.lower[p.core[0] - 1] in ("both", "all")
    if w.dep[p.head] == "appos" or listed:
        first = whole = p.core[0] - 3 if listed else w.head[p.head]
        while w.dep[whole] == "conj":
            whole = w.head[whole]
        tokens = conjuncts(scene, whole) if p.plural else [first]
        return [who for k in tokens if k < p.first for who in scene.covering.get(k, ()) if who.kind == "state"]
    if p.plural or w.text[p.last : p.last + 1] != [","]:
        return []
    number = scene.sentence_of(p.first)
    q = next((q for q in scene.sentences[number] if q.core[0] == p.last + 1 and q.entries and not q.part_of), None)
    if q is None or q.entries[0].what != "state" or w.text[q.last : q.last + 1] not in _CLOSING:
        return []
    entry = scene.meaning(q).entry
    found = state(scene, entry.country) if entry is not None and entry.country else None
    return [found] if found is not None else []


def _owners(scene: Scene, p: Phrase) -> list[Identity]:
    """Whom "his", "its" or "their" before the noun stands for."""
    if p.determiner not in _POSSESSIVE:
        return []
    first = next((i for i in range(p.core[0] - 1, max(-1, p.core[0] - 6), -1) if scene.w.tag[i] == "PRP$"), None)
    return antecedents(scene, first) if first is not None else []


def _counterparts(scene: Scene, p: Phrase, owners: list[Identity]) -> None:
    """Who has the owner's office in the country that the phrase names: "his Turkish counterpart"."""
    people = [q for q in owners if q.person] or [q for o in p.of for q in scene.resolved(o) if q.person]
    office = next((q.office for q in people if q.office), None)
    theirs = {q.country for q in people}
    codes = [c for c in countries_of(scene, p) if c not in theirs] or countries_of(scene, p)
    if not codes:
        group(scene, p, []) if p.plural else scene.refer(p, _unnamed(scene, p, None), "title", "somebody unnamed")
        return
    for code in codes if p.plural else codes[:1]:
        who = holder(scene, p, code, office) if office else None
        if who is None:
            who = _unnamed(scene, p, code, [code])
        via: Via = "group" if p.plural else "title"
        scene.refer(p, who, via, f"counterpart of {people[0].name}" if people else "counterpart; office not stated")


def as_peer(scene: Scene, p: Phrase) -> None:
    """Give who is called somebody's counterpart the other's office: "her Moroccan counterpart, John Doe", of a foreign
    minister."""
    peer = next((q for q in _owners(scene, p) if q.person and q.office), None)
    for who in scene.resolved(p)[:1]:
        if peer is not None and who is not peer and not who.known and who.office in (None, "counterpart"):
            who.role, who.office, who.sector = peer.role, peer.office, peer.sector


def _the_country(scene: Scene, p: Phrase) -> None:
    """ "the country", "the kingdom": the state named last, unless the noun is said of another or of none."""
    if p.determiner != "the" or p.plural or p.of or p.number:
        return
    first = scene.w.sentences[max(0, scene.sentence_of(p.first) - 2)][0]
    assert p.noun is not None
    own = scene.issuer.country if scene.issuer is not None else None
    recent = [q for q in scene.people if q.kind == "state" and q.country != own and last_seen(q, p.first) >= first]
    recent = [q for q in recent if _is_such(scene, q, p.noun.noun)] or recent
    if recent:
        who = max(recent, key=lambda q: (_subject_before(scene, q, p.first), last_seen(q, p.first)))
        scene.refer(p, who, "group", f"the {p.noun.noun} named last")


def _is_such(scene: Scene, who: Identity, noun: str) -> bool:
    """Whether a state is called by the noun: "the kingdom" after "the Kingdom of Saudi Arabia"."""
    word = noun.title()
    return noun not in words("common_for_states") and any(
        any(e.key == who.key for e in scene.lexicon.find(f"{word} of {the}{who.name}")) for the in ("", "the ")
    )


def _body_above(scene: Scene, p: Phrase) -> Identity | None:
    """The body named shortly before that "the group", "the company", "the agency" stands for: one in whose name the
    noun is, else the subject named last."""
    assert p.noun is not None
    kinds = anaphors().get(p.noun.noun)
    if kinds is None or p.determiner not in ("the", "this") or p.plural or p.of or p.first < p.core[0]:
        return None
    first = scene.w.sentences[max(0, scene.sentence_of(p.first) - _BACK)][0]
    recent = [q for q in scene.people if q.kind in kinds and _named(q) and last_seen(q, p.first) >= first]
    recent = [q for q in recent if q.kind in _ANY_SECTOR or p.noun.sector in (None, q.sector)]
    called = [q for q in recent if p.noun.noun in q.name.lower().split()]
    if p.noun.noun in words("only_called"):
        recent = called
    return max(
        called or recent,
        key=lambda q: (_subject_before(scene, q, p.first), last_seen(q, p.first)),
        default=None,
    )


def _named(who: Identity) -> bool:
    """Whether a body has a name of its own."""
    return who.known or who.key.startswith(("body:", "name:"))


def _subject_before(scene: Scene, who: Identity, before: int) -> bool:
    return any(s.last <= before and scene.w.dep[s.head] in ("nsubj", "nsubjpass") for s in who.seen)


# ---- offices -------------------------------------------------------------------------------------------------------


def holder(scene: Scene, p: Phrase, body: str | None, office: str | None = None) -> Identity:
    """Who holds the office of `p` (or `office`) in `body`: by the report, by the knowledge base on the day, else
    somebody unnamed."""
    noun = p.noun
    assert noun is not None
    own = office is None
    office = office or office_of(scene, p) or noun.office or noun.noun
    lesser = f"{p.lesser} " if p.lesser else ""
    if not p.former and not p.lesser:
        met = [q for kind in kindred(office) for q in scene.people.holding(kind, body)] if body else []
        if met:
            return met[0]
        vague = office in words("heads_of_bodies") and body is not None and is_state(body)
        entry = None if vague else scene.lexicon.holder(office, body)
        if entry is not None:
            return scene.people.of_entry(entry)
        late = next((q for e in scene.lexicon.lately(office, body) if (q := scene.people.get(e.key))), None)
        if late is not None and not vague:
            return late
        if office == "leader" and body:
            heads = [q for head in words("heads") for q in scene.people.holding(head.replace("_", " "), body)]
            if len(heads) == 1:
                return heads[0]
    country = body if body and is_state(body) else None
    key = f"title:{lesser}{office}:{body}:{p.former}"
    if body is None:
        key += f":{p.first}"
    where = scene.lexicon.name_of(country) if country else None
    name = f"{lesser}{noun.noun if own else office}" + (f" of {where}" if where else "")
    who = Identity(key, name, "person", country, sector_of(p), role_text(scene, p) if own else office)
    who.office, who.body, who.former = None if lesser else office, body, p.former
    tell_gender(who, noun.noun)
    return scene.people.add(who)


def _title(scene: Scene, p: Phrase, codes: list[str], owners: list[Identity]) -> None:
    noun = p.noun
    assert noun is not None
    if (kin := _named_kin(scene, p, codes)) is not None:
        scene.refer(p, kin, "title", f"the one whom the report calls so, {kin.name}")
        return
    body = body_of(scene, p) or (_body_of_owner(owners[0]) if owners else None)
    if noun.noun in words("kin") and body in INTERNATIONAL:
        body, codes = None, []
    if body is None and p.determiner in INDEFINITE:
        scene.refer(p, _unnamed(scene, p, home(scene, p), codes), "title", "somebody unnamed")
        return
    if body is None:
        who = _of_issuer(scene, p) or _recent_title(scene, p) or _of_issuers_staff(scene, p)
        if who is not None:
            scene.refer(p, who, "title", f"title of {who.name}")
            return
        body = (_of_clause(scene, p) or home(scene, p)) if noun.home else None
    if body is None and p.determiner == "the" and (only := _only_holder(scene, p)) is not None:
        scene.refer(p, only, "title", f"the one holder of the office whom the report names, {only.name}")
        return
    fielded = noun.noun == "secretary of state" and "for" in scene.w.lower[p.core[0] : p.core[1] + 1]
    if p.determiner in INDEFINITE or noun.office is None or noun.office in words("held_by_many") or fielded:
        who = _unnamed(scene, p, body, codes)
        scene.refer(p, who, "title", "somebody unnamed; country by what the noun belongs to")
        return
    who = holder(scene, p, body)
    if who.country is None and codes:
        who.country = codes[0]
    scene.refer(p, who, "title", "title; holder on the day" if who.known else "title; holder by the report")


def _named_kin(scene: Scene, p: Phrase, codes: Sequence[str]) -> Identity | None:
    """The one person in the report who is somebody's relative by that noun: "their mother", "the Kenyan mother"."""
    assert p.noun is not None
    if p.noun.noun not in words("kin") or (p.determiner not in _POSSESSIVE and p.determiner != "the"):
        return None
    found = [q for q in scene.people if q.parts and p.noun.noun in q.titles]
    if len(found) != 1 or (p.of and p.of[0].first > p.core[0]):
        return None
    if codes and codes[0] not in INTERNATIONAL and p.determiner == "the":
        found[0].country = found[0].country or codes[0]
    return found[0]


def _of_clause(scene: Scene, p: Phrase) -> str | None:
    """The country whose state or body is the subject of the clause around: "Beijing said the president would ..."."""
    for token, _ in candidates(scene, p.head):
        for who in scene.covering.get(token, ()):
            if who.country and is_state(who.country) and who.kind in ("state", "government"):
                return who.country
    return None


def _body_of_owner(owner: Identity) -> str | None:
    return owner.country if owner.kind in ("person", "state", "group") else owner.key


def _of_issuer(scene: Scene, p: Phrase) -> Identity | None:
    """Whom a bare title with a capital means in a report that an office puts out: "the Secretary"."""
    assert p.noun is not None
    w, issuer = scene.w, scene.issuer
    if issuer is None or p.determiner != "the" or not w.text[p.core[0]][0].isupper():
        return None
    if p.noun.noun not in ("secretary", "president", "vice president") or p.former or p.lesser:
        return None
    office = issuer.secretary if p.noun.noun == "secretary" else p.noun.office
    return holder(scene, p, issuer.country, office)


def _of_issuers_staff(scene: Scene, p: Phrase) -> Identity | None:
    """Who holds a lesser office of the issuer's that a bare title with a capital names: "the Deputy Secretary"."""
    assert p.noun is not None
    office = p.noun.office or p.noun.noun
    if scene.issuer is None or p.determiner != "the" or not scene.w.text[p.core[0]][0].isupper() or p.former:
        return None
    if office not in words("issuer_offices") or office in words("held_by_many"):
        return None
    return holder(scene, p, scene.issuer.country)


def _unnamed(scene: Scene, p: Phrase, body: str | None, codes: Sequence[str] = ()) -> Identity:
    assert p.noun is not None
    codes = codes or countries_of(scene, p)
    country = codes[0] if codes else body if body and is_state(body) else None
    definite = p.determiner == "the"
    key = f"title:{p.lesser}{p.noun.noun}:{body}" + ("" if definite else f":{p.first}")
    if definite:
        for q in scene.people:
            if q.key.startswith(f"title:{p.lesser}{p.noun.noun}:{body}"):
                return q
    who = Identity(key, scene.w.joined(p.first, p.last), "person", country, sector_of(p), role_text(scene, p))
    who.office, who.body = p.noun.office, body
    tell_gender(who, p.noun.noun)
    return scene.people.add(who)


def _recent_title(scene: Scene, p: Phrase) -> Identity | None:
    """The person met last whose office or role is the one that `p` names: "the president", "the minister"."""
    assert p.noun is not None
    noun, office = p.noun.noun, p.noun.office or p.noun.noun
    found = [
        q
        for q in scene.people
        if q.person
        and (q.office == office or noun in q.titles or _called(q.role or "", noun))
        and last_seen(q, p.first) >= 0
    ]
    return max(found, key=lambda q: last_seen(q, p.first), default=None)


def _only_holder(scene: Scene, p: Phrase) -> Identity | None:
    """The one person whom the report names, above or below, as holder of the office of `p`."""
    office = office_of(scene, p)
    if office not in words("dated_offices") or p.former:
        return None
    found = [q for q in scene.people.holding(office, None) if q.parts]
    return found[0] if len(found) == 1 else None


def _called(role: str, noun: str) -> bool:
    """Whether a role is that of the noun, or that in a field: "deputy secretary (of state)"."""
    return role.lower().endswith(noun) or role.lower().startswith((noun + " of ", noun + " for "))


def described(scene: Scene, p: Phrase) -> None:
    """Note that the title `p` in apposition stands for the one it describes."""
    assert p.describes is not None
    for who in scene.resolved(p.describes):
        scene.refer(p, who, "title", f"title in apposition to {who.name}")
