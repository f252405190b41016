"""The turns of a transcript: a label in capitals and a colon at a paragraph's beginning, and all that is said until the
next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from memcon.language import Analysed
from memcon.statements.attribution import Attribution

TURN = "transcript"
_LABEL = re.compile(r"([A-Z](?:[^:\n]{0,70}[A-Z.)])?):(?=\s|$)")
_LOWER = re.compile(r"(?<![A-Z]c)(?<![A-Z]ac)[a-z]")  # "McCAIN", "MacARTHUR"
_ASIDE = re.compile(r"[(\[*#]")
_REMARKS = re.compile(r"(?:\s*(?:\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]))+\s*(?=\S)")
"""What a transcript notes before what is said: "(Via interpreter) (In progress)"."""
_ASKERS = frozenset({"QUESTION", "Q", "MODERATOR", "OPERATOR", "INTERVIEWER", "HOST"})
"""Labels of which one is enough to make a text a transcript; of others, one must come twice."""
_TITLES = frozenset(
    """MR MRS MS MISS DR SIR DAME LORD LADY PROFESSOR SECRETARY UNDERSECRETARY UNDER DEPUTY ASSISTANT PRESIDENT VICE
    PRIME FOREIGN DEFENSE DEFENCE FINANCE MINISTER CHANCELLOR AMBASSADOR SENATOR REPRESENTATIVE CONGRESSMAN
    CONGRESSWOMAN CHAIRMAN CHAIRWOMAN CHAIR SPEAKER GOVERNOR MAYOR GENERAL ADMIRAL COLONEL DIRECTOR COMMISSIONER
    ADMINISTRATOR SPOKESPERSON SPOKESMAN SPOKESWOMAN KING QUEEN PRINCE PRINCESS""".split()
)
"""What a label begins with that names a person, so that one is enough as well."""
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})

Label = tuple[int, int]


def attributions(analysed: Analysed) -> list[Attribution]:
    """The turns of a transcript, none where the text is something else."""
    labels = [_label(analysed.text, p.start, p.end) for p in analysed.paragraphs]
    counted = Counter(analysed.text[start:end] for start, end in filter(None, labels))
    if not any(n > 1 or label in _ASKERS or _names_person(label) for label, n in counted.items()):
        return []
    return list(_turns(analysed, labels))


def _names_person(label: str) -> bool:
    """Whether the label is a title and a name: "MR SHRIER", "FOREIGN MINISTER MOUYNES"."""
    first, *others = label.replace(".", "").split()
    return bool(others) and first in _TITLES


def _label(text: str, start: int, end: int) -> Label | None:
    found = _LABEL.match(text, start, end)
    return found.span(1) if found and not _LOWER.search(found[1]) else None


def _turns(analysed: Analysed, labels: Sequence[Label | None]) -> Iterator[Attribution]:
    text, turn = analysed.text, None
    for paragraph, label in zip(analysed.paragraphs, labels, strict=True):
        start = paragraph.start
        if label is not None:
            if turn is not None and turn.content:
                yield turn
            turn = _turn(analysed, label)
            start = label[1] + 1
            start += len(text[start : paragraph.end]) - len(text[start : paragraph.end].lstrip())
            remarks = _REMARKS.match(text, start, paragraph.end)
            start = remarks.end() if remarks else start
        if turn is None or start >= paragraph.end or _ASIDE.match(text, start):
            continue
        turn.content.append((start, paragraph.end))
    if turn is not None and turn.content:
        yield turn


def _turn(analysed: Analysed, label: Label) -> Attribution | None:
    """A turn with nothing said yet."""
    start, end = label
    mark = analysed.tokens(end, end + 1)
    if not mark:
        return None
    named = [t for t in analysed.tokens(start, end) or () if t.pos_ in _NAMING and t.idx < end]
    inside = {t.i for t in named}
    head = next((t for t in named if t.head.i not in inside or t.head.i == t.i), None)
    return Attribution(mark[0], (end, end + 1), label, [], "say", head, flags=[TURN])
