"""Quotations and the cues that introduce, follow or interrupt them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from memcon.language import Analysed
from memcon.statements.attribution import Attribution, merged
from memcon.statements.lexicon import Lexicon
from memcon.statements.quotations import Quotation
from memcon.statements.verbs import cue_span, source_span, speaker_of

_SPEECH_END = re.compile(r"""[.,!?;:…—–][\s"'“”‘’»«]*\Z""")
_STOP = re.compile(r"[.!?](?:\s|\Z)|\n")
_GAP_BEFORE = 25
"""Characters that may stand between a quotation and a cue behind it."""
_GAP_AFTER = 120
"""Characters that may stand between a cue and a quotation behind it: "said on Friday in Geneva: …"."""
_LEAD = re.compile(r"[\s,:;—–-]*(?:that|in part|in full|and|then|this|the following)?[\s,:;—–-]*\Z", re.I)
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
    verbs = list(candidates)
    for n, quotation in enumerate(outer):
        if n in taken or not is_speech(text, quotation):
            continue
        verb = _nearest(analysed, quotation, verbs, lexicon, known)
        if verb is not None:
            attribution = known.get(verb.i)
            if attribution is None:
                attribution = _bare(verb, lexicon)
                known[verb.i] = attribution
                attributions.append(attribution)
            taken[n] = attribution
        else:
            named = _named(analysed, quotation, text)
            if named is not None:
                attributions.append(named)
                taken[n] = named
    _continue(analysed, outer, taken)
    for n, attribution in taken.items():
        attribution.content += list(outer[n].parts)
        if not outer[n].closed and "unclosed quotation" not in attribution.flags:
            attribution.flags.append("unclosed quotation")
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
) -> Token | None:
    """The cue verb beside a quotation: right behind it, or before it with nothing but the lead to it between."""
    text = analysed.text
    best: tuple[int, Token] | None = None
    for verb in verbs:
        if verb.idx > quotation.end + 200:
            break
        if verb.idx < quotation.start - 400 or quotation.start <= verb.idx < quotation.end:
            continue
        lemma = verb.lemma_.lower()
        if not lexicon.takes_quotation(lemma):
            continue
        speaker = speaker_of(verb)
        start, end = cue_span(verb)
        if speaker is not None and abs(speaker.i - verb.i) < 40:
            span = source_span(speaker, verb, set())
            if span is not None:
                start, end = min(start, span[0]), max(end, span[1])
        if start >= quotation.end - 1:
            gap = text[quotation.end : start]
            fits = len(gap) <= _GAP_BEFORE and not _STOP.search(gap)
            distance = len(gap)
        else:
            gap = text[end : quotation.start] if end <= quotation.start else ""
            fits = verb.idx < quotation.start and len(gap) <= _GAP_AFTER and not _STOP.search(gap)
            distance = len(gap) + 5
        if fits and (best is None or distance < best[0]):
            best = distance, verb
    return best[1] if best else None


def _bare(verb: Token, lexicon: Lexicon) -> Attribution:
    speaker = speaker_of(verb)
    source = source_span(speaker, verb, set()) if speaker is not None else None
    hearers = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN", "PRON")]
    return Attribution(verb, cue_span(verb), source, [], lexicon.kind(verb.lemma_.lower()), speaker, hearers)


def _named(analysed: Analysed, quotation: Quotation, text: str) -> Attribution | None:
    """ "Costa: “…”": a name and a colon at a sentence's beginning; "“…” — Costa": a dash and a name at its end."""
    before = text[: quotation.start].rstrip()
    if before.endswith(":"):
        colon = len(before) - 1
        sentence = analysed.sentence_at(colon)
        if sentence is not None and colon - sentence.start < 80:
            tokens = [t for t in sentence.tokens if t.idx < colon and not t.is_space]
            if tokens and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT") for t in tokens):
                head = next((t for t in reversed(tokens) if t.pos_ in ("PROPN", "NOUN")), None)
                found = analysed.tokens(colon, colon + 1)
                if head is not None and found is not None:
                    return Attribution(
                        found[0], (colon, colon + 1), (tokens[0].idx, tokens[-1].idx + len(tokens[-1])), [], "say", head
                    )
    match = re.match(r"[\s]*(?:—|–|―|--|-)\s*(?=[A-Z])", text[quotation.end : quotation.end + 8])
    if match:
        at = quotation.end + match.end()
        sentence = analysed.sentence_at(at)
        if sentence is not None and sentence.end - at < 100:
            tokens = [t for t in sentence.tokens if t.idx >= at and not t.is_space and t.text != "."]
            if tokens and tokens[0].pos_ == "PROPN":
                end = tokens[-1].idx + len(tokens[-1])
                found = analysed.tokens(at - len(match[0].lstrip()), at)
                if found is not None:
                    dash = found[0]
                    return Attribution(dash, (dash.idx, dash.idx + len(dash)), (at, end), [], "say", tokens[0])
    return None


def _continue(analysed: Analysed, outer: Sequence[Quotation], taken: dict[int, Attribution]) -> None:
    """Give a quotation without a cue of its own to the one before it, where only that one's cue stands between."""
    text = analysed.text
    for n in range(1, len(outer)):
        before = taken.get(n - 1)
        if n in taken or before is None or not is_speech(text, outer[n]):
            continue
        between = text[outer[n - 1].end : outer[n].start]
        if "\n" in between or len(between) > 220:
            continue
        cue_inside = before.cue is not None and outer[n - 1].end <= before.cue[0] < outer[n].start
        stops = len(_STOP.findall(between))
        if (cue_inside and stops <= 1) or (not between.strip()):
            taken[n] = before


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
