"""Frames to events: type, modes, contexts, scores, status, time, place and the statement an act stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from memcon.events import cues, grounds, judging, merging, modes, opening, patterns, placing, status, switching, topics
from memcon.events.dating import when_of
from memcon.events.frame import Frame
from memcon.events.frames import frames
from memcon.events.merging import Told
from memcon.events.ontology import Code
from memcon.events.opening import Reading
from memcon.events.parsing import asserted
from memcon.events.typing_model import Answer
from memcon.facts import Event, Span, Statement
from memcon.language import Analysed, Sentence, splitting

# Sectors whose members meet, call and visit for their state.
_OFFICES = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "PTY", "REB", "IGO"})
_POLITIES = ("state", "government", "igo")
# Nobody threatens, promises or asks where nobody says so.
_SPOKEN = ("AGREE", "REQUEST", "THREATEN")
# What people do with one another in private too.
_PRIVATE = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE")


def code(reading: Reading) -> tuple[Event, ...]:
    """The events of a report, numbered in the order of the text."""
    reading = replace(reading, contexts=_of_report(reading.analysed))
    sentences = reading.analysed.sentences
    ruled = [_by_rule(sentence, reading) for sentence in sentences]
    open_ = [opening.Question(s) if main else opening.question(s, reading, bool(kept))
             for s, (kept, main) in zip(sentences, ruled, strict=True)]  # fmt: skip
    told: list[Told] = []
    for sentence, (kept, _), said in zip(sentences, ruled, opening.settled(open_, reading), strict=True):
        told += _of_sentence(sentence, kept, said, reading)
    merged = merging.merge(judging.judged(told, reading), reading.cast)
    return tuple(replace(event, id=f"e{i}") for i, event in enumerate(merged, 1))


def _of_report(analysed: Analysed) -> tuple[str, ...]:
    """The contexts of a whole report: told in its opening sentence and in a third of all, three or more."""
    opening = next((s for s in analysed.sentences if not splitting.is_dateline(analysed.text[s.start : s.end])), None)
    opening_words = cues.contexts(opening.tokens) if opening is not None else ()
    if not opening_words:
        return ()
    told = Counter(c for s in analysed.sentences for c in cues.contexts(s.tokens))
    return tuple(c for c in opening_words if told[c] >= max(3, len(analysed.sentences) / 3))


def _by_rule(sentence: Sentence, reading: Reading) -> tuple[list[Frame], bool]:
    """The frames that the rules find in a sentence and that are worth an event, and whether one is what the sentence
    itself asserts."""
    switched = (_switched(frame, reading) for frame in frames(sentence.tokens, reading.cast))
    found = [(frame, asserted(frame.predicate)) for frame in switched]
    worthy = [(frame, level) for frame, level in found if _worth(frame, level, reading)]
    main = any(level == 0 for _, level in worthy)
    return [frame for frame, level in worthy if level == 0 or not main or _foreign(frame, reading)], main


def _of_sentence(
    sentence: Sentence, kept: Sequence[Frame], said: Sequence[tuple[Frame, Answer]], reading: Reading
) -> list[Told]:
    """The events that one sentence tells by rule and by the encoder, not yet judged, numbered or merged with others."""
    answered = [(grounds.completed(f, reading.cast), answer) for f, answer in said if _meets(f, reading)]
    told: list[tuple[Frame, Answer | None]] = [*((frame, None) for frame in kept), *answered]
    events = [_event(grounds.at_home(frame, reading.cast), sentence, reading, answer) for frame, answer in told]
    return sorted(events, key=lambda telling: telling.event.trigger.start)


def _switched(frame: Frame, reading: Reading) -> Frame:
    sectors = {sector for sector in (reading.cast.actor(a).sector for a in frame.source) if sector}
    heads = (*frame.source_heads, *modes.own_words(frame)) if frame.code == "154" else frame.source_heads
    return replace(frame, code=switching.switched(frame.code, heads, sectors))


def _worth(frame: Frame, level: int, reading: Reading) -> bool:
    """Whether the frame has the parties that an event needs: what the sentence itself asserts may lack one of them, and
    both where the pattern is a telling one."""
    weak = frame.inner.lemma_.lower() in patterns.weak() and frame.weight < patterns.TELLING
    row = reading.ontology.from_cameo(frame.code)
    if level > 1 or row is None or (weak and cues.is_game(row.type, frame.inner.sent)):
        return False
    if frame.source and set(frame.source) == set(frame.target):
        return False
    if not frame.nominal and frame.inner.lemma_.lower() in patterns.of_office() and not _official(frame, row, reading):
        return False
    joining = row.type == "SUPPORT" and frame.inner.lemma_ in patterns.of_polity()
    if joining and not frame.nominal and not _polity(frame, reading):
        return False
    if not _of_somebody(frame, row, reading) or (row.type == "CONSULT" and _to_press(frame, reading)):
        return False
    if _mutual(frame, reading) or (frame.source and frame.target):
        return True
    if frame.mutual and (row.type == "COOPERATE" or not frame.taken):
        return False
    kind = reading.ontology.types[row.type]
    heads = {h.lemma_.lower() for h in frame.source_heads}
    armed = kind.quad == 4 and heads <= patterns.classes()["striking"]
    if weak:  # "rockets struck the port", but "strikes hit the port" may be those of workers
        return armed and not level and bool(frame.target) and bool(heads - {"strike"})
    if level or frame.nominal or _vague(frame) or (row.type in _SPOKEN and not frame.source):
        return False
    named = any(h.pos_ == "PROPN" for h in frame.source_heads)
    return bool(frame.source) or (bool(frame.target) and (named or armed))


def _to_press(frame: Frame, reading: Reading) -> bool:
    """Whether those met or spoken to are of the press, or an audience."""
    if frame.target and all(reading.cast.actor(a).sector == "JRN" for a in frame.target):
        return True
    return any(h.lemma_.lower() in patterns.classes()["press"] for h in frame.target_heads)


def _polity(frame: Frame, reading: Reading) -> bool:
    actors = [reading.cast.actor(a) for a in frame.source]
    return any(a.kind in _POLITIES or (a.kind == "person" and a.sector in _OFFICES) for a in actors)


def _of_somebody(frame: Frame, row: Code, reading: Reading) -> bool:
    """Whether a party is one that public life knows: of a country, or a body; what private people may do with one
    another counts only with such."""
    actors = [reading.cast.actor(a) for a in (*frame.source, *frame.target)]
    if row.type not in _PRIVATE or not actors:
        return True
    return any(a.country or a.role or a.known or a.sector not in (None, "CVL") for a in actors)


def _mutual(frame: Frame, reading: Reading) -> bool:
    """Whether the parties did it with one another; "we" are several only where of several countries."""
    if not frame.mutual or len(frame.source) < 2:
        return False
    if all(h.lower_ in ("we", "us", "i") for h in frame.source_heads):
        return len({reading.country.get(a) for a in frame.source} - {None}) > 1
    return True


def _official(frame: Frame, row: Code, reading: Reading) -> bool:
    """Whether a contact that anyone may have is told of those who hold an office."""
    if row.type != "CONSULT":
        return True
    if frame.source_heads and not any(_mentioned(h, reading) for h in frame.source_heads):
        return False  # a thing of theirs: "Norwegian exports came to ..."
    if any(t.lemma_ in patterns.classes()["talks"] for t in frame.taken):
        return True
    actors = [reading.cast.actor(a) for a in frame.source]
    return any(a.kind in _POLITIES or a.role or a.sector in _OFFICES for a in actors)


def _meets(frame: Frame, reading: Reading) -> bool:
    """Whether what the encoder takes for a contact is told of those who hold an office."""
    row = reading.ontology.from_cameo(frame.code)
    return (
        row is not None and _official(frame, row, reading) and not (row.type == "CONSULT" and _to_press(frame, reading))
    )


def _mentioned(head: Token, reading: Reading) -> bool:
    """Whether `head` itself stands for an actor, and is not only owned by one."""
    return any(r.start <= head.idx < r.end for r in reading.cast.references_in(head.idx, head.idx + len(head)))


def _vague(frame: Frame) -> bool:
    """Whether the act is told of, or done to, a pronoun that stands for nobody known: "we", "you", "they", "it"."""
    sides = ((frame.source, frame.source_heads), (frame.target, frame.target_heads))
    return any(not actors and heads and all(h.pos_ == "PRON" for h in heads) for actors, heads in sides)


def _foreign(frame: Frame, reading: Reading) -> bool:
    """Whether the frame is between two countries, so that it is worth telling though another act is the main one."""
    sides = [{reading.country.get(a) for a in side} - {None} for side in (frame.source, frame.target)]
    return bool(sides[0] and sides[1] and not sides[0] & sides[1]) and frame.predicate.tag_ not in ("VBG", "VB")


def _event(frame: Frame, sentence: Sentence, reading: Reading, said: Answer | None = None) -> Told:
    analysed, ontology = reading.analysed, reading.ontology
    own = modes.own_words(frame)
    countries = {reading.country.get(a) for a in (*frame.source, *frame.target)} - {None}
    cameo, told = modes.coded(frame, own, len(countries), ontology)
    row = ontology.from_cameo(cameo)
    assert row is not None, cameo
    trigger = _trigger(frame, analysed)
    when = when_of(trigger, analysed, reading.times, reading.published)
    place = placing.place_of(frame, reading.cast)
    subjects = topics.topics_of(frame, analysed) if row.type in ("CONSULT", "AGREE") else ()
    about = [t for span in subjects for t in analysed.doc.char_span(span.start, span.end) or ()]
    told_of = cues.contexts([*_unnamed(own, reading), *about])
    contexts = tuple(dict.fromkeys((*row.contexts, *told_of, *reading.contexts)))
    mutual = _mutual(frame, reading)
    event = Event(
        id="",
        type=row.type,
        quad=ontology.types[row.type].quad,
        trigger=trigger,
        sentence=Span(sentence.start, sentence.end, analysed.text[sentence.start : sentence.end]),
        modes=told,
        contexts=tuple(c for c in contexts if c in ontology.contexts),
        score=ontology.score(row.type, told),
        cameo=cameo,
        goldstein=row.goldstein,
        source=frame.source,
        target=() if mutual else frame.target,
        reciprocal=mutual,
        topics=subjects,
        when=when,
        where=place.id if place is not None else None,
        status=status.status_of(frame, when, reading.published),
        statement=_statement(trigger, reading.statements),
        rule=_rule(frame, said),
    )
    return merging.told(event, frame, own, reading.cast)


def _unnamed(words: Sequence[Token], reading: Reading) -> list[Token]:
    """The words without the names of actors: the "Democratic Forces" tell of no democracy."""
    return [word for word in words if word.pos_ != "PROPN" or not reading.cast.of(word)]


def _trigger(frame: Frame, analysed: Analysed) -> Span:
    return analysed.token_span(frame.predicate, frame.predicate)


def _statement(trigger: Span, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds the trigger."""
    around = [
        (span.end - span.start, s.id)
        for s in statements
        for span in s.content
        if span.start <= trigger.start and trigger.end <= span.end
    ]
    return min(around)[1] if around else None


def _rule(frame: Frame, said: Answer | None) -> str:
    """What decided: the chain of governing words and the pattern, or the encoder with its margin."""
    if said is not None:
        return f"encoder: margin {said.margin:.2f}"
    return " > ".join((*frame.path, f"{frame.inner.lemma_}: {frame.rule}"))
