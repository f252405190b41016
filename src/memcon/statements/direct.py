"""Quotations and the cues that introduce, follow or interrupt them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.statements.attribution import Attribution, Offsets, merged
from memcon.statements.lexicon import Lexicon
from memcon.statements.quotations import OPENING, STRAIGHT, Quotation
from memcon.statements.verbs import cue_span, source_span, speaker_of

Source: TypeAlias = tuple[Token, Offsets]
"""The head and the characters of a source."""
BLOCK = "block quotation"
UNCLOSED = "unclosed quotation"
_SPEECH_END = re.compile(r"""[.,!?;:…—–][\s"'“”‘’»«]*\Z""")
_GAP_BEFORE = 25
"""Characters that may stand between a quotation and a cue behind it."""
_GAP_AFTER = 120
"""Characters that may stand between a cue and a quotation behind it: "said on Friday in Geneva: …"."""
_FARTHEST = 200
"""Characters from a quotation to a cue behind it; twice that to one before it."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PHRASE = _NAMING | {"DET", "ADJ"}
_ASKED = re.compile(r"""[?!…—-]["'”’»]*\Z""")
_DASH = re.compile(r"\s*(—|–|―|--|-)\s*(?=[A-Z])")
_LONGEST_NAME = 100
"""Characters of a name behind a quotation and a dash."""
_WORDS_OF_NAME = 12
_GAP_BETWEEN = 220
"""Characters between two quotations of one statement."""
_SPEECH = frozenset({"say", "claim", "deny"})
_SHORT = 4
"""Words of a quotation that, without a mark of speech at its end, is a phrase rather than a sentence."""


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is something said in full rather than a phrase or a title: it ends as a sentence or before a
    cue does, or runs over paragraphs, or is a whole sentence after a colon."""
    if len(quotation.parts) > 1:
        return True
    start, end = quotation.parts[0]
    inner = text[start + 1 : end - 1] if quotation.closed else text[start + 1 : end]
    if _SPEECH_END.search(inner):
        return len(inner.split()) > 1 or inner[:1].isupper()
    before, after = text[max(0, start - 3) : start].rstrip(), text[end : end + 1]
    if after in (".", ",", "") and inner[:1].isupper() and len(inner.split()) > _SHORT:
        return True
    return before.endswith(":") and len(inner.split()) > 1


def attach(
    analysed: Analysed,
    quotations: Sequence[Quotation],
    attributions: list[Attribution],
    candidates: Iterable[Token],
    lexicon: Lexicon,
) -> list[Attribution]:
    """`attributions` with the quotations they introduce, and one for each quotation whose cue reports nothing else.

    `candidates` are the verbs of the text outside quotations, in order.
    """
    text = analysed.text
    outer = [q for q in quotations if q.depth == 0]
    known = {a.anchor.i: a for a in attributions}
    taken: dict[int, Attribution] = {}
    for n, quotation in enumerate(outer):
        inside = _content_of(quotation, attributions)
        if inside is not None:
            taken[n] = inside
            if inside.anchor.idx >= quotation.end and is_speech(text, quotation):
                _mend(inside, _beside(inside, quotation, analysed))
    verbs = list(candidates)
    for n, quotation in enumerate(outer):
        if n in taken:
            continue
        speech = is_speech(text, quotation)
        attribution = _nearest(analysed, quotation, verbs, lexicon, known)
        if attribution is None and speech:
            attribution = _named(analysed, quotation, text)
        if attribution is None or not (speech or _punctuated(text, quotation, attribution)):
            continue
        if known.get(attribution.anchor.i) is not attribution:
            known[attribution.anchor.i] = attribution
            attributions.append(attribution)
        taken[n] = attribution
    _continue(analysed, outer, taken, attributions)
    attributions += _blocks(analysed, quotations, verbs, lexicon, known)
    for n, attribution in taken.items():
        attribution.content += list(outer[n].parts)
        if not outer[n].closed and UNCLOSED not in attribution.flags:
            attribution.flags.append(UNCLOSED)
    for attribution in {id(a): a for a in taken.values()}.values():
        attribution.content = _without_cue(merged(attribution.content), attribution, text)
    return attributions


def _content_of(quotation: Quotation, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content the quotation touches, the innermost that is not itself quoted."""
    touched = [
        a
        for a in attributions
        if not quotation.start <= a.anchor.idx < quotation.end
        and any(s < quotation.end and e > quotation.start for s, e in a.content)
    ]
    return min(touched, key=lambda a: sum(e - s for s, e in a.content), default=None)


def _nearest(
    analysed: Analysed,
    quotation: Quotation,
    verbs: Sequence[Token],
    lexicon: Lexicon,
    known: dict[int, Attribution],
) -> Attribution | None:
    """The attribution of the cue verb beside a quotation: right behind it, or before it with nothing but the lead to it
    between; a new one where the verb has none."""
    best: tuple[int, Attribution, Source | None] | None = None
    for verb in verbs:
        if verb.idx > quotation.end + _FARTHEST:
            break
        if verb.idx < quotation.start - 2 * _FARTHEST or quotation.start <= verb.idx < quotation.end:
            continue
        if verb.i not in known and not lexicon.takes_quotation(verb.lemma_.lower()):
            continue
        attribution = known.get(verb.i) or _bare(verb, lexicon)
        beside = _beside(attribution, quotation, analysed) if verb.idx >= quotation.end else None
        source = beside[1] if beside else attribution.source
        spans = [attribution.cue or (verb.idx, verb.idx + len(verb)), *([source] if source else [])]
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        if start >= quotation.end - 1:
            fits = start - quotation.end <= _GAP_BEFORE and not _parted(analysed, quotation.end, start)
            distance = start - quotation.end
        else:
            end = min(end, quotation.start) if start < quotation.start else end
            distance = quotation.start - end + 5
            fits = 5 <= distance <= _GAP_AFTER and not _parted(analysed, end, quotation.start)
        if fits and (best is None or distance < best[0]):
            best = distance, attribution, beside
    if best is None:
        return None
    _mend(best[1], best[2])
    return best[1]


def _mend(attribution: Attribution, source: Source | None) -> None:
    """Give the attribution another source, if there is one."""
    if source is not None:
        attribution.speaker, attribution.source = source


def _beside(attribution: Attribution, quotation: Quotation, analysed: Analysed) -> Source | None:
    """The source beside the cue behind a quotation, where the parse took words of the quotation for it."""
    source, cue = attribution.source, attribution.cue
    if cue is None or (source is not None and source[0] >= quotation.end - 1):
        return None
    if _parted(analysed, quotation.end, cue[0]):
        return None
    before = [t for t in analysed.tokens(quotation.end, cue[0]) or () if quotation.end <= t.idx < cue[0]]
    before = [t for t in before if not t.is_punct and not t.is_space]
    region = before if any(t.pos_ in _NAMING for t in before) else _phrase_behind(analysed, cue[1])
    inside = {t.i for t in region}
    head = next((t for t in region if t.pos_ in _NAMING and (t.head.i not in inside or t.head.i == t.i)), None)
    return (head, (region[0].idx, region[-1].idx + len(region[-1]))) if head is not None else None


def _phrase_behind(analysed: Analysed, at: int) -> list[Token]:
    """The noun phrase that begins right behind character `at`, as far as its words go."""
    sentence = analysed.sentence_at(at)
    region: list[Token] = []
    for token in (t for t in (sentence.tokens if sentence else ()) if t.idx >= at and not t.is_space):
        if token.pos_ not in _PHRASE and token.tag_ not in ("HYPH", "POS"):
            break
        region.append(token)
    return region


def _blocks(
    analysed: Analysed,
    quotations: Sequence[Quotation],
    verbs: Sequence[Token],
    lexicon: Lexicon,
    known: dict[int, Attribution],
) -> Iterator[Attribution]:
    """A paragraph without marks that a cue and a colon at the end of the one before announce; or several, where each
    line begins with ">"."""
    text = analysed.text
    for n, (before, block) in enumerate(itertools.pairwise(analysed.paragraphs), 1):
        if text[before.end - 1] != ":" or text[block.start] in OPENING or text[block.start] in STRAIGHT:
            continue
        near = [v for v in verbs if before.end - _FARTHEST < v.idx < before.end and before.start <= v.idx]
        verb = next((v for v in near if lexicon.takes_quotation(v.lemma_.lower()) and speaker_of(v)), None)
        if verb is None or verb.i in known or _parted(analysed, verb.idx, before.end - 1):
            continue
        last = n
        while text[block.start] == ">" and last + 1 < len(analysed.paragraphs):
            if text[analysed.paragraphs[last + 1].start] != ">":
                break
            last += 1
        attribution = _bare(verb, lexicon)
        attribution.content = [(p.start, p.end) for p in analysed.paragraphs[n : last + 1]]
        attribution.flags.append(BLOCK)
        yield attribution


def _punctuated(text: str, quotation: Quotation, attribution: Attribution) -> bool:
    """Whether a comma or colon between a quoted phrase and its cue shows that the phrase is said."""
    if attribution.anchor.idx >= quotation.end:
        return text[quotation.end : quotation.end + 1] == ","
    return text[: quotation.start].rstrip()[-1:] in (":", ",")


def _parted(analysed: Analysed, first: int, last: int) -> bool:
    """Whether a sentence ends between two characters, unless in a colon, or in a mark of question or exclamation
    with nothing but space behind it."""
    text = analysed.text
    starts = [s for s in analysed.starts if first < s <= last]
    if starts == [last] and not text[first:last].strip() and _ASKED.search(text, max(0, first - 4), first):
        return "\n" in text[first:last]
    return any(not text[:s].rstrip().endswith(":") for s in starts)


def _bare(verb: Token, lexicon: Lexicon) -> Attribution:
    speaker = speaker_of(verb)
    source = source_span(speaker, verb, set()) if speaker is not None else None
    hearers = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN", "PRON")]
    return Attribution(verb, cue_span(verb), source, [], lexicon.kind(verb.lemma_.lower()), speaker, hearers)


def _named(analysed: Analysed, quotation: Quotation, text: str) -> Attribution | None:
    """A name and a colon before the quotation ("Costa: “…”"), or a dash and a name behind it ("“…” — Costa")."""
    colon = len(text[: quotation.start].rstrip()) - 1
    sentence = analysed.sentence_at(colon)
    if colon > 0 and text[colon] == ":" and sentence is not None:
        before = [t for t in sentence.tokens if t.idx < colon and not t.is_space]
        return _nameless(analysed, colon, _last_phrase(before)) or _told(before, colon)
    dash = _DASH.match(text, quotation.end)
    sentence = analysed.sentence_at(dash.end()) if dash else None
    if dash and sentence is not None and sentence.end - dash.end() < _LONGEST_NAME:
        tokens = [t for t in sentence.tokens if t.idx >= dash.end() and not t.is_space and t.text != "."]
        if tokens and tokens[0].pos_ == "PROPN":
            return _nameless(analysed, dash.start(1), tokens)
    return None


def _told(tokens: Sequence[Token], colon: int) -> Attribution | None:
    """The attribution by a clause before a colon that has a subject ("The minister was blunt: “…”")."""
    inside = {t.i for t in tokens}
    heads = (t for t in tokens if t.pos_ in ("VERB", "AUX") and (t.head.i not in inside or t.head.i == t.i))
    verb = next(heads, None)
    if verb is None or colon - tokens[0].idx > _FARTHEST:
        return None
    speaker = speaker_of(verb)
    source = source_span(speaker, verb, set()) if speaker is not None else None
    if speaker is None or source is None or source[1] > verb.idx:
        return None
    return Attribution(verb, (cue_span(verb)[0], colon), source, [], "say", speaker)


def _last_phrase(tokens: Iterable[Token]) -> list[Token]:
    """The name or noun phrase that the tokens end in, the whole of them or what a dash or comma parts off."""
    phrase: list[Token] = []
    named = True
    for token in tokens:
        if token.text in ("-", "--", "—", "–", "|"):
            phrase, named = [], True
        else:
            named &= token.pos_ in _PHRASE or token.lower_ in ("of", "and", "'s", ",", "(", ")")
            phrase.append(token)
    return phrase if named and len(phrase) <= _WORDS_OF_NAME else []


def _nameless(analysed: Analysed, mark: int, tokens: Sequence[Token]) -> Attribution | None:
    """The attribution by a mark at character `mark`, to the phrase of `tokens`."""
    anchor = analysed.tokens(mark, mark + 1)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.pos_ in _NAMING and (t.head.i not in inside or t.head.i == t.i)), None)
    if anchor is None or head is None:
        return None
    source = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return Attribution(anchor[0], (mark, mark + 1), source, [], "say", head)


def _continue(
    analysed: Analysed, outer: Sequence[Quotation], taken: dict[int, Attribution], attributions: Sequence[Attribution]
) -> None:
    """Give a quotation without a cue of its own to the one before it, where only that one's cue stands between; or to
    whoever says something in the sentence between."""
    text = analysed.text
    for n in range(1, len(outer)):
        before = taken.get(n - 1)
        if n in taken or before is None or not is_speech(text, outer[n]):
            continue
        first, last = outer[n - 1].end, outer[n].start
        between = text[first:last]
        if "\n" in between or len(between) > _GAP_BETWEEN:
            continue
        other = _said_between(attributions, before, first, last, analysed)
        if other is not None:
            taken[n] = other
            continue
        starts = sum(first + 2 < start <= last for start in analysed.starts)
        cue_inside = before.cue is not None and first <= before.cue[0] < last
        if starts <= 1 and (cue_inside or before.cue is None or last in analysed.starts or not between.strip()):
            taken[n] = before


def _said_between(
    attributions: Sequence[Attribution], before: Attribution, first: int, last: int, analysed: Analysed
) -> Attribution | None:
    """What another than in `before` says in the last sentence of characters `first` to `last`, which begins with who
    says it: "Lund said the pier was old. “It will not last.”"."""
    if last not in analysed.starts:
        return None
    start = max((s for s in analysed.starts if first <= s < last), default=None)
    for a in attributions:
        if a is not before and a.source is not None and a.kind in _SPEECH and a.source[0] == start:
            return a if a.anchor.idx < last else None
    return None


def _without_cue(content: list[tuple[int, int]], a: Attribution, text: str) -> list[tuple[int, int]]:
    """`content` less what the cue and the source take of it."""
    cuts = [span for span in (a.cue, a.source) if span]
    for start, end in cuts:
        kept = []
        for s, e in content:
            if start < e and end > s:
                kept += [(s, start), (end, e)]
            else:
                kept.append((s, e))
        content = kept
    trimmed = []
    for s, e in content:
        while s < e and (text[s].isspace() or text[s] in ",;:"):
            s += 1
        while e > s and text[e - 1].isspace():
            e -= 1
        if any(c.isalnum() for c in text[s:e]):
            trimmed.append((s, e))
    return trimmed
