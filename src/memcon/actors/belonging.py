"""Which country people and bodies named in full belong to, where neither the knowledge base nor a title states it."""

from __future__ import annotations

from memcon.actors.deeds import ruler_of
from memcon.actors.describing import office_of
from memcon.actors.homes import home, told
from memcon.actors.identities import Identity
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.resolution import INTERNATIONAL, Scene, Told, countries_of
from memcon.actors.wordlists import words


def give_countries(scene: Scene) -> None:
    """Give those named without a country the one that the sentence tells: by a bare title ("Foreign Minister Doe"), by
    those who follow or arrest them, or by being the only one that the report names."""
    for phrases in scene.sentences:
        for p in phrases:
            if p.name is None or p.handle:
                continue
            for who in scene.resolved(p):
                if not who.known and who.country is None:
                    who.country = _country(scene, p, who)
    for phrases in scene.sentences:
        for p in phrases:
            _share(scene, p)


def _country(scene: Scene, p: Phrase, who: Identity) -> str | None:
    title = p if p.noun is not None else p.described
    if not who.person:
        return _only(scene) if who.kind in ("government", "armed_group") else None
    if title is not None and title.noun is not None and title.noun.kind == "person":
        return _by_title(scene, title)
    return ruler_of(scene, p) or _of_what_is_led(scene, p) or _only(scene)


def _of_what_is_led(scene: Scene, p: Phrase) -> str | None:
    """The country of what a relative clause says that somebody leads: "Jane Doe, who chairs Ghana's union"."""
    w, number = scene.w, scene.sentence_of(p.first)
    last = w.sentences[number][1]
    verb = next((k for k in range(p.last, last) if w.dep[k] == "relcl" and w.head[k] == p.head), None)
    if verb is None or w.lemma[verb] not in words("leads"):
        return None
    led = next((q for q in scene.sentences[number] if w.dep[q.head] == "dobj" and w.head[q.head] == verb), None)
    codes = countries_of(scene, led) if led is not None else []
    return codes[0] if codes else None


def _only(scene: Scene) -> str | None:
    """The one country that the whole report names, as more than a place."""
    named = [t for number in range(len(scene.sentences)) for t in told(scene, number) if not _met(scene, t)]
    codes = {t.country for t in named}
    return codes.pop() if len(codes) == 1 and not all(t.place for t in named) else None


def _met(scene: Scene, name: Told) -> bool:
    """Whether a country is told only by the name of somebody met in the report, who may be of another than the rest."""
    by = next((q for q in scene.sentences[scene.sentence_of(name.first)] if q.first == name.first), None)
    return by is not None and bool(scene.resolved(by)) and all(w.person and not w.known for w in scene.resolved(by))


def _by_title(scene: Scene, title: Phrase) -> str | None:
    assert title.noun is not None
    fallen = any(scene.w.lower[i] in words("fallen") for i in range(title.first, title.last))
    if title.former and not fallen:
        return None
    office = office_of(scene, title) or title.noun.office or ""
    governs = office in words("dated_offices") or office.endswith("minister") or office in words("issuer_offices")
    if not title.noun.home or not (governs or _only(scene) is not None):
        return _only(scene)
    if scene.issuer is not None and title.noun.office in words("issuer_offices"):
        return scene.issuer.country if not title.of else None
    found = _of_colleague(scene, title)
    if found is None and not _beside_a_peer(scene, title):
        found = _near_bodies(scene, title)
    issued = scene.issuer is not None and found == scene.issuer.country
    return None if issued and office in words("not_issuers") else found


def _beside_a_peer(scene: Scene, title: Phrase) -> bool:
    """Whether the sentence's country is told by somebody else in such an office alone, who may be of another country:
    "the German chancellor told President Jane Doe", "President Jane Doe told her German counterpart"."""
    number = scene.sentence_of(title.first)
    if any(q.noun is not None and q.noun.office == "counterpart" for q in scene.sentences[number]):
        return True
    peers = [
        q
        for q in scene.sentences[number]
        if q.last <= title.first or q.first >= title.last
        if q.noun is not None and q.noun.kind == "person" and q.noun.office in words("dated_offices")
    ]
    spans = [(q.first, q.last) for q in peers]
    named = [t for t in told(scene, number) if not (title.first <= t.first < title.last)]
    return bool(named) and all(any(first <= t.first < last for first, last in spans) for t in named)


def _of_colleague(scene: Scene, title: Phrase) -> str | None:
    """The country stated of somebody in office named just before by "and": "Panama's president Jane Doe and Foreign
    Minister John Roe"."""
    w, i = scene.w, title.first - 1
    if i < 1 or w.lower[i] not in ("and", ",", "&"):
        return None
    i -= w.text[i - 1] == ","
    before = next((q for q in scene.sentences[scene.sentence_of(i)] if q.last == i and q.noun is not None), None)
    if before is None or not before.of or (before.name is None and not before.entries):
        return None
    codes = {c for q in before.of for c in countries_of(scene, q)}
    return codes.pop() if len(codes) == 1 else None


def _near_bodies(scene: Scene, p: Phrase) -> str | None:
    """The one country whose bodies and people the sentence of `p` names; else the one it is set in or about."""
    first, last = scene.w.sentences[scene.sentence_of(p.first)]
    near = {
        q.country
        for q in scene.people
        if q.country and q.kind != "state" and any(first <= s.first < last for s in q.seen)
    } - INTERNATIONAL
    ranked = [country for country, _ in scene.seen.countries.most_common(2)]
    if len(near) == 1 and near <= set(ranked):
        return next(iter(near))
    return home(scene, p)


def _share(scene: Scene, p: Phrase) -> None:
    """Give a leader and those who follow the same country, where the text states that of one: "rebels led by Jane Doe",
    "troops loyal to the general"."""
    w = scene.w
    preposition = w.head[p.head]
    tie = w.head[preposition]
    if w.dep[p.head] != "pobj" or w.lower[preposition] not in ("to", "by") or w.lower[tie] not in words("follows"):
        return
    number = scene.sentence_of(p.first)
    band = next((q for q in scene.sentences[number] if q.head == w.head[tie] and q is not p), None)
    if band is None:
        return
    for leader in scene.resolved(p):
        for group in scene.resolved(band):
            if leader.country is None and not leader.known:
                leader.country = group.country
            elif group.country is None and not group.known:
                group.country = leader.country
