"""What the statements' encoder learns from: sentences of PolNeAR train, and the roles around each cue's anchor.

python training/statements/data.py POLNEAR_TRAIN OUT.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tokenizers import Tokenizer

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from memcon import encoder  # noqa: E402
from memcon.language import analyse, pipeline  # noqa: E402
from memcon.statements import finding, marking, quotations  # noqa: E402

PARTS = ("source", "cue", "content")
Offsets = tuple[int, int]


def relations(path: Path) -> list[dict[str, list[Offsets]]]:
    """The attributions of one brat file: the offsets of source, cue and content."""
    spans: dict[str, list[Offsets]] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            offsets = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";") if o)]
        elif key.startswith("E"):
            relation: dict[str, list[Offsets]] = {part: [] for part in PARTS}
            for argument in rest.split():
                role, _, target = argument.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in relation:
                    relation[role] += spans.get(target, [])
            found.append(relation)
    return found


def labels() -> dict[str, list[str]]:
    """The tags and dependencies of the parser; 0 stands for none."""
    nlp = pipeline()
    return {
        "tags": ["", *sorted(nlp.get_pipe("tagger").labels)],
        "deps": ["", *sorted(nlp.get_pipe("parser").labels)],
    }


def head_of(tokens):
    """The token of a cue that the others hang on: a verb or noun before others."""
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return next((t for t in heads if t.pos_ in ("VERB", "NOUN", "AUX")), (heads or tokens)[0])


def examples(folder: Path):
    """Each sentence of the articles in `folder`: its features, and per anchor the roles of its tokens."""
    names = labels()
    tags, deps = ({label: i for i, label in enumerate(names[key])} for key in ("tags", "deps"))
    tokenizer = Tokenizer.from_file(str(encoder.TOKENIZER))
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(path.stem + "_*.ann"))
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        analysed = analyse(text)
        gold = []
        for relation in relations(annotated[0]):
            tokens = {
                part: {t.i for a, b in relation[part] for t in analysed.tokens(a, b) or () if not t.is_space}
                for part in PARTS
            }
            if tokens["cue"]:
                anchor = head_of([analysed.doc[i] for i in sorted(tokens["cue"])])
                gold.append((anchor.i, tokens))
        quoted = finding.marked(analysed, quotations.find(text, analysed.paragraphs))
        sentences = [s.tokens for s in analysed.sentences if len(s.tokens)]
        marked = marking.mark(tokenizer, sentences, quoted, tags, deps)
        first = {next(t.i for t in tokens if not t.is_space) for tokens in sentences if not tokens.text.isspace()}
        for m in marked:
            if not m.tokens or m.tokens[0].i not in first:  # the later stretches of a long sentence
                continue
            place = {t.i: n for n, t in enumerate(m.tokens)}
            anchors: dict[int, list[int]] = {}
            for anchor, tokens in gold:
                if anchor not in place:
                    continue
                roles = anchors.setdefault(place[anchor], [0] * len(m.tokens))
                for number, part in ((3, "content"), (1, "source"), (2, "cue")):
                    for i in tokens[part]:
                        if i in place:
                            roles[place[i]] = number
            yield {
                "article": path.stem, "ids": m.ids, "tags": m.tags, "deps": m.deps, "heads": m.heads,
                "quoted": m.quoted, "children": m.children, "firsts": m.firsts, "anchors": anchors,
            }  # fmt: skip


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for row in examples(Path(sys.argv[1])):
            out.write(json.dumps(row) + "\n")
    print(json.dumps(labels()), file=Path(sys.argv[2]).with_suffix(".labels.json").open("w"))
