"""Fit the weights of `memcon.events.judging` to events of real reports that were read beside their text.

python training/events/judge.py ../shared/gold/corpus --cross-validate
python training/events/judge.py ../shared/gold/corpus --out src/memcon/events/data/judging.tsv

`judged.tsv` has a row for each event read: the document (the head of its id's SHA-256), where its trigger starts, its
type, and a verdict of three digits: whether type, source and target are right. It holds none of the reports' text.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

import memcon  # noqa: E402
from memcon.events import judging  # noqa: E402
from memcon.sources import documents  # noqa: E402

Key = tuple[str, int, str]
Rows = list[judging.Evidence]
STRENGTH = 0.3
"""The inverse of the strength by which weights are held near nothing."""
OFTEN = 3
"""Evidence met less often gets no weight."""
FOLDS = 10


def verdicts() -> dict[Key, str]:
    """What was read: document, start and type to three digits."""
    with (HERE / "judged.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["document"], int(row["start"]), row["type"]): row["right"] for row in rows}


def gathered(corpus: Path, wanted: set[str]) -> dict[Key, tuple[judging.Evidence, judging.Evidence]]:
    """For each act that the coder reads in the documents `wanted`, the evidence without and with the encoder's."""
    found: dict[Key, tuple[judging.Evidence, judging.Evidence]] = {}
    judge = judging.confidences
    for document in documents(sorted(corpus.glob("*.jsonl"))):
        digest = hashlib.sha256((document.id or "").encode()).hexdigest()[:12]
        if digest not in wanted:
            continue

        def recorded(told, reading, of=digest):
            for one, opinion in zip(told, judging.opinions(told), strict=True):
                row = judging.evidence(one, reading)
                found[of, one.event.trigger.start, one.event.type] = row, row | opinion
            return [1.0] * len(told)

        judging.confidences = recorded
        memcon.read(document)
    judging.confidences = judge
    return found


def fitted(rows: Rows, right: np.ndarray) -> tuple[DictVectorizer, LogisticRegression]:
    often = {name for name, count in Counter(name for row in rows for name in row).items() if count >= OFTEN}
    table = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    seen = table.fit_transform([{name: value for name, value in row.items() if name in often} for row in rows])
    return table, model.fit(seen, right)


def judged(learn: Rows, right: np.ndarray, test: Rows) -> np.ndarray:
    table, model = fitted(learn, right)
    return model.predict_proba(table.transform(test))[:, 1]


def cross_validate(alone: Rows, beside: Rows, right: np.ndarray, groups: list[str]) -> None:
    """Print how well acts of documents that were not learnt from are judged."""
    sure = np.zeros(len(right))
    asked = np.zeros(len(right), dtype=bool)
    for learn, test in GroupKFold(FOLDS).split(alone, right, groups):
        first = judged([alone[i] for i in learn], right[learn], [alone[i] for i in test])
        second = judged([beside[i] for i in learn], right[learn], [beside[i] for i in test])
        asked[test] = first < judging.PLAIN
        sure[test] = np.where(asked[test], second, first)
    area = roc_auc_score(right, sure)
    print(f"acts {len(right)}  right {right.mean():.1%}  area under the curve {area:.3f}  asked {asked.mean():.0%}")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = sure >= least
        told = f"kept {kept.mean():.1%}  right {right[kept].mean():.1%}  of the right {kept[right].mean():.1%}"
        print(f"from {least}: {told}")
    for low in np.arange(0, 1, 0.2):
        band = (sure >= low) & (sure < low + 0.2)
        if band.any():
            print(f"confidence {low:.1f}-{low + 0.2:.1f}: {band.sum()} acts, right {right[band].mean():.1%}")


def written(alone: Rows, beside: Rows, right: np.ndarray) -> str:
    """The weights as the package holds them."""
    columns = []
    for rows in (alone, beside):
        table, model = fitted(rows, right)
        columns.append(dict(zip(table.get_feature_names_out(), model.coef_[0], strict=True)))
    names = sorted({name for column in columns for name in column})
    lines = ["\t".join((name, *(f"{column.get(name, 0.0):.4f}" for column in columns))) for name in names]
    return "\n".join(["evidence\talone\tbeside the encoder", *lines]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path, help="the folder of the corpora that were read")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    given = parser.parse_args()
    known = verdicts()
    evidence = gathered(given.corpus, {document for document, _, _ in known})
    keys = sorted(known.keys() & evidence.keys())
    alone, beside = ([evidence[key][i] for key in keys] for i in (0, 1))
    right = np.array([known[key][0] == "1" for key in keys])
    print(f"{len(known)} events were read, {len(keys)} of them are still coded")
    if given.cross_validate:
        cross_validate(alone, beside, right, [document for document, _, _ in keys])
    if given.out:
        given.out.write_text(written(alone, beside, right), "utf-8")


if __name__ == "__main__":
    main()
