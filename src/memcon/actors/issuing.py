"""Who puts a report out, and "I" and "we" in what is said in one's own name: "We condemn the attack"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from memcon.actors.identities import Identity
from memcon.actors.lexicon import Lexicon
from memcon.actors.mentions_phrases import Phrase
from memcon.actors.mentions_words import Words
from memcon.actors.resolution import Scene, state
from memcon.actors.signing import letters
from memcon.actors.wordlists import Issuer, issuers, words
from memcon.facts import Document
from memcon.language import Analysed, Paragraph

_SEVERAL_SPEAK = re.compile(r"^\s*(?:QUESTION|Q|MODERATOR|OPERATOR|[A-Z][A-Z.'’-]*(?: [A-Z(][A-Z.'’)-]*){1,6}):", re.M)
"""Speakers of a transcript, in which "we" are many."""
_FOLLOWS = re.compile(r"\b(?:following|joint)\b[^\n]{0,80}\b(?:statement|declaration|communiqu[eé])\b|"
                      r"\bfollowing (?:statement|declaration|communiqu[eé])\b", re.I)  # fmt: skip
_GIVEN_BY = frozenset({"release", "issue", "make", "agree", "adopt", "deliver", "sign"})
_MATTER = frozenset({"on", "regarding", "concerning", "about", "following", "after", "during", "at", "in"})
"""What ends the list of those who put out a joint statement."""
_PARTIES = frozenset({"state", "igo"})
_HEAD, _FOOT = 3, 4
"""Paragraphs at the beginning and at the end of a text in which it may be signed."""
_LINE = 120
"""Characters of the longest line that is a signature."""
_LONGEST_QUOTATION = 400
"""Tokens back in which an opening quotation mark is looked for."""
_TELLS = frozenset({"announce", "declare", "welcome", "condemn", "confirm", "issue", "release", "publish", "launch"})
_WRITES = re.compile(r"\b(?:is|are) (?:an?|the) [^\n]{0,80}", re.I)
_BODIES = frozenset({"government", "igo", "ngo", "company"})


def issuer_of(document: Document | None) -> Issuer | None:
    """Who puts the report out, where its bare titles depend on that."""
    if document is None:
        return None
    told = " ".join(filter(None, (document.publisher, document.author, document.url))).lower()
    return next((issuer for key, issuer in issuers().items() if key in told), None)


def paper_of(document: Document | None, base: Lexicon) -> str | None:
    """The country of the newspaper or agency that publishes the report, as the knowledge base has it."""
    if document is None or not document.publisher:
        return None
    found = {e.country for e in base.find(document.publisher) if e.sector == "JRN"}
    return found.pop() if len(found) == 1 else None


def within_quotation(w: Words, i: int) -> bool:
    """Whether token `i` stands inside quotation marks of its paragraph."""
    for k in range(i - 1, max(-1, i - _LONGEST_QUOTATION), -1):
        if w.text[k].startswith("\n"):
            return False
        if w.text[k] in ("“", "”"):
            return w.text[k] == "“"
    return False


def own_voice(scene: Scene, document: Document | None, analysed: Analysed) -> None:
    """Note for whom "I" and "we" outside quotations stand: "I" for who signs the text; "we" for all who put out a joint
    statement, else for the state whose office speaks, else for the signer's side or the body that announces. In a
    transcript or on a page of letters they are many, and each turn or letter tells."""
    said = list(_outside_quotations(scene))
    if not said or _SEVERAL_SPEAK.search(analysed.text) or letters(analysed):
        return
    signer = _signer(scene, analysed)
    jointly = _parties(scene, analysed)
    ours = jointly or _side(scene, document, signer) or _announcing(scene)
    for i in said:
        if scene.w.lower[i] in words("we"):
            for who in ours:
                scene.stand_for(i, who, "group", "who puts the report out")
        elif signer is not None:
            scene.stand_for(i, signer, "pronoun", "who signs the report")


def _outside_quotations(scene: Scene) -> Iterator[int]:
    """The tokens "I", "we" and the like that no quotation mark encloses."""
    w, quoted = scene.w, False
    for i, tag in enumerate(w.tag):
        if w.text[i] in ('"', "“", "”"):
            quoted = w.text[i] == "“" or (w.text[i] == '"' and not quoted)
        elif w.text[i].startswith("\n"):
            quoted = False
        elif tag in ("PRP", "PRP$") and not quoted and (w.lower[i] in words("we") or w.lower[i] in words("i")):
            yield i


def _side(scene: Scene, document: Document | None, signer: Identity | None) -> list[Identity]:
    """The state for which an office or the signer speaks; nobody in what is said jointly with others."""
    if document is not None and "joint" in (document.title or "").lower():
        return []
    if scene.issuer is not None:
        own = state(scene, scene.issuer.country)
        return [own] if own is not None else []
    if signer is None or not (signer.office or signer.role):
        return []
    own = state(scene, signer.country) if signer.country else None
    return [signer, own] if own is not None and own.seen else [signer]


def _signer(scene: Scene, analysed: Analysed) -> Identity | None:
    """Who signs the text: a person who stands alone in a line at its beginning or end, at most with a title, or of whom
    its last line says what the writer is."""
    lines = analysed.paragraphs
    for line in (*lines[:_HEAD], *lines[: -_FOOT - 1 : -1]):
        if line.end - line.start > _LINE:
            continue
        named = ((p, _person(scene, p)) for p in _phrases_in(scene, line) if not p.is_title)
        phrase, who = next(((p, who) for p, who in named if who is not None), (None, None))
        if phrase is None or who is None:
            continue
        before = analysed.text[line.start : scene.w.idx[phrase.first]].strip(" •—–-\t").lower()
        behind = analysed.text[scene.w.ends[phrase.last - 1] : line.end].lstrip()
        if before in ("", "by", "signed", "signed,") and (behind[:1] in ("", ",", "\n", "(", "|") or phrase.described):
            return who
        if line is lines[-1] and not before and _WRITES.match(behind):
            return who
    return None


def _phrases_in(scene: Scene, line: Paragraph) -> Iterator[Phrase]:
    for phrases in scene.sentences:
        for p in phrases:
            if line.start <= scene.w.idx[p.first] < line.end:
                yield p


def _person(scene: Scene, p: Phrase) -> Identity | None:
    found = scene.resolved(p)
    return found[0] if len(found) == 1 and found[0].person else None


def _parties(scene: Scene, analysed: Analysed) -> list[Identity]:
    """All by whom the first paragraphs say that the statement below was released."""
    w = scene.w
    for line in analysed.paragraphs[:_HEAD]:
        if not _FOLLOWS.search(analysed.text, line.start, line.end):
            continue
        inside = range(bisect_left(w.idx, line.start), bisect_left(w.idx, line.end))
        by = next((i for i in inside if w.lower[i] == "by" and w.lemma[w.head[i]] in _GIVEN_BY), None)
        if by is not None:
            end = next((i for i in inside if i > by and w.lower[i] in _MATTER), inside.stop)
            listed = [p for p in _phrases_in(scene, line) if by < p.first < end]
            owned = {id(q) for p in listed if any(who.person for who in scene.resolved(p)) for q in p.of}
            heads = [p for p in listed if id(p) not in owned and not p.modifier and not p.adjective]
            return _distinct(who for p in heads for who in scene.resolved(p) if who.person or who.kind in _PARTIES)
    return []


def _announcing(scene: Scene) -> list[Identity]:
    """The body of which one of the first sentences says that it announces something."""
    for phrases in scene.sentences[:_HEAD]:
        for p in phrases:
            verb = scene.w.head[p.head]
            if scene.w.dep[p.head] == "nsubj" and scene.w.lemma[verb] in _TELLS:
                return [who for who in scene.resolved(p) if who.kind in _BODIES]
    return []


def _distinct(found: Iterable[Identity]) -> list[Identity]:
    return list({id(who): who for who in found}.values())
