"""Whether an act took place: actual, future, hypothetical, negated or historical, by scope in the parse."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Token

from memcon.events.clauses import auxiliaries
from memcon.events.frame import Frame
from memcon.facts import Status, When

_MAYBE = frozenset({"may", "might", "could", "can"})
_WOULD = frozenset({"would", "should", "must", "ought"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PERHAPS = frozenset({"possible", "potential", "hypothetical", "alleged", "feared"})
_AHEAD = frozenset({"upcoming", "forthcoming", "planned", "scheduled", "future", "next", "coming"})
_FAILED = frozenset({"fail", "stop", "avoid", "deny", "prevent", "cancel", "postpone", "refuse"})
_EXPECTING = frozenset({"forward", "await", "plan", "expect", "schedule", "prepare", "anticipate"})
_DOUBTING = frozenset({"doubt", "sceptical", "skeptical", "unlikely", "unsure", "uncertain", "doubtful", "wonder"})
# "the need for a withdrawal", "the prospect of talks"
_OPEN = frozenset(
    {"need", "necessity", "importance", "possibility", "prospect", "risk", "chance", "likelihood", "fear"}
)
_TAKING_PLACE = frozenset("be take begin start follow come mark focus include last hold".split())
_FORMERLY = frozenset({"formerly", "historically", "once", "previously"})
_MEETING = "036"
"""The CAMEO code of agreeing to meet or visit."""
_PLANNING = ("will (", "plan (", "intend (")
_OLD = timedelta(days=366)


def status_of(frame: Frame, when: When | None, published: str | None) -> Status:
    """The status of the act that `frame` tells."""
    asked = frame.predicate.sent[-1].text == "?"
    if _negated(frame) and not asked:
        return "negated"
    if asked or _supposed(frame):
        return "hypothetical"
    if _ahead(frame, when, published):
        return "future"
    if _long_ago(frame, when, published):
        return "historical"
    return "actual"


def _negated(frame: Frame) -> bool:
    if any("(refuse)" in step for step in frame.path):
        return False
    # "Urged Chad not to attack" asks for something: only the asking itself may be negated.
    words = {frame.predicate} if frame.path else {frame.inner}
    if any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for w in words for c in w.children):
        return True
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for w in words for c in w.children):
        return True
    if any(c.dep_ == "det" and c.lower_ == "no" for t in frame.taken for c in t.children):
        return True
    governor = frame.predicate.head
    if frame.predicate.dep_ == "ccomp" and governor.lemma_ == "deny" and frame.predicate.i > governor.i:
        return not any(c.dep_ == "neg" for c in governor.children)
    return frame.predicate.dep_ in ("xcomp", "pcomp") and governor.lemma_ in _FAILED


def _supposed(frame: Frame) -> bool:
    predicate = frame.predicate
    if frame.possible or _doubted(frame.predicate):
        return True
    helping = auxiliaries(predicate)
    if helping & _MAYBE:
        return True
    if predicate.dep_ == "pobj" and predicate.head.head.lemma_.lower() in _OPEN:
        return True
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in predicate.children):
        return True
    if any(c.dep_ == "amod" and c.lemma_.lower() in _PERHAPS for c in predicate.children):
        return True
    return bool(helping & _WOULD) and not frame.path


def _doubted(verb: Token) -> bool:
    """Whether the clause is one that someone doubts, or only wonders about: "sceptical that Chad will attack"."""
    return verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lemma_.lower() in _DOUBTING


def _ahead(frame: Frame, when: When | None, published: str | None) -> bool:
    if frame.future:
        return True
    if frame.code == _MEETING and any(step.startswith(_PLANNING) or "(ahead)" in step for step in frame.path):
        return True
    if any("(promise)" in step for step in frame.path):
        # A promise is an act of its own, made now; only the plain "will" puts the act itself ahead.
        return False
    predicate = frame.predicate
    if auxiliaries(predicate) & _WILL:
        return True
    if frame.nominal and any(c.dep_ == "amod" and c.lemma_.lower() in _AHEAD for c in predicate.children):
        return True
    if frame.nominal and (_expected(predicate) or (frame.code.startswith("04") and _to_come(predicate))):
        return True
    return bool(
        when is not None
        and published is not None
        and when.from_ is not None
        and when.from_ > published
        and not frame.path
        and predicate.tag_ not in ("VBD", "VBN")
    )


def _to_come(noun: Token) -> bool:
    """Whether a visit or talks are still to come: "the visit will be", "during the visit he will speak"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("during", "on"):
        verb = verb.head
    elif noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in _TAKING_PLACE:
        return False
    return verb.pos_ in ("VERB", "AUX") and bool(auxiliaries(verb) & (_WILL | {"would"}))


def _expected(noun: Token) -> bool:
    """Whether the noun is awaited: "looks forward to the talks", "ahead of the visit"."""
    above = noun.head
    if above.dep_ == "prep":
        return (
            above.head.lemma_ in _EXPECTING
            or above.head.lower_ in ("forward", "ahead")
            or any(c.lower_ == "forward" for c in above.head.children)
        )
    return above.lemma_ in _EXPECTING


def _long_ago(frame: Frame, when: When | None, published: str | None) -> bool:
    if any(c.lower_ in _FORMERLY and c.dep_ == "advmod" for c in frame.predicate.children):
        return True
    if when is None or when.to is None or published is None or when.via == "publication":
        return False
    return date.fromisoformat(when.to) < date.fromisoformat(published) - _OLD
