"""A sentence with its parties marked, as the encoder reads it: `* source *` and `# target #`, cut to a window."""

from __future__ import annotations

from typing import Any

Marked = tuple[list[int], tuple[int, int], tuple[int, int]]
"""Token ids, and where the source and the target stand among them."""
LONGEST = 128
"""Word pieces the encoder sees; a longer sentence is cut around the parties."""
SOURCE, TARGET = "*", "#"


def encode(tokenizer: Any, text: str, source: tuple[int, int], target: tuple[int, int]) -> Marked:
    """Token ids of `text` with the parties marked, and where the words of source and of target stand among them.

    `tokenizer` is a `tokenizers.Tokenizer` of the BERT kind; `source` and `target` are character offsets.
    """
    marked, places = mark(text, source, target)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoding = tokenizer.encode(marked)
    ids, offsets = list(encoding.ids), encoding.offsets
    spans = []
    for start, end in places:
        inside = [i for i, (s, e) in enumerate(offsets) if s < end and e > start and e > s]
        spans.append((inside[0], inside[-1] + 1) if inside else (0, 1))
    return window(ids, spans[0], spans[1])


def mark(text: str, source: tuple[int, int], target: tuple[int, int]) -> tuple[str, list[tuple[int, int]]]:
    """`text` with marks around the parties, and the offsets of source and target in the marked text."""
    cuts = sorted([(source[0], 1, SOURCE), (source[1], 0, SOURCE), (target[0], 1, TARGET), (target[1], 0, TARGET)])
    out, at = "", 0
    opened: dict[str, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for place, opens, sign in cuts:
        out += text[at:place]
        at = place
        if opens:
            out += f"{sign} "
            opened[sign] = len(out)
        else:
            places[sign] = (opened.get(sign, len(out)), len(out))
            out += f" {sign}"
    return out + text[at:], [places[SOURCE], places[TARGET]]


def window(ids: list[int], source: tuple[int, int], target: tuple[int, int]) -> Marked:
    """At most `LONGEST` of the ids: first and last kept, the rest around the parties."""
    if len(ids) <= LONGEST:
        return ids, source, target
    room = LONGEST - 2
    first, last = min(source[0], target[0]), max(source[1], target[1])
    start = max(1, min(first - (room - min(last - first, room)) // 2, len(ids) - 1 - room))
    kept = [ids[0], *ids[start : start + room], ids[-1]]

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        low, high = (min(max(place - start + 1, 0), LONGEST) for place in span)
        return (low, high) if high > low else (0, 1)

    return kept, moved(source), moved(target)
