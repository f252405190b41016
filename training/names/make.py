"""Make `src/memcon/actors/data/given_names.tsv`: given names and whether men or women bear them.

Source: the lists of given names of the `person` providers of Faker (MIT), all locales; names in Cyrillic are
transliterated. A name that both bear has no gender unless it is one's in four times as many locales. Left out: names of
towns of a million people and more (`places.tsv`), of states, and names of fewer than three letters.

usage: pip install faker==40.54.0; python training/names/make.py
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

from faker.providers import person

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from memcon.actors.places import fold, spots  # noqa: E402
from memcon.knowledge import default_base  # noqa: E402

OUT = ROOT / "src/memcon/actors/data/given_names.tsv"
LARGE = 1_000_000
MOSTLY = 4
CYRILLIC = dict(
    zip("абвгґдезиіїйклмнопрстуфыэјѐ", "a b v g g d e z i i i y k l m n o p r s t u f y e j e".split(), strict=True)
) | {
    "ё": "e", "є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "љ": "lj", "њ": "nj", "ѓ": "gj", "ќ": "kj", "џ": "dzh", "ѕ": "dz",
}  # fmt: skip


def main() -> None:
    sexes: dict[str, Counter[str]] = defaultdict(Counter)
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for sex in ("male", "female"):
            for key in {latin(name) for name in getattr(provider, f"first_names_{sex}", ())}:
                if key.isascii() and key.isalpha() and len(key) > 2:
                    sexes[key][sex[0]] += 1
    kept = {name: found for name, found in sexes.items() if not _place(name)}
    lines = [f"{name}\t{gender(found)}" for name, found in sorted(kept.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines):,} names, {OUT.stat().st_size / 1e3:.0f} kB")


def latin(name: str) -> str:
    return fold("".join(CYRILLIC.get(c, c) for c in name.lower()))


def gender(found: Counter[str]) -> str:
    (first, most), *others = found.most_common()
    return first if not others or most >= MOSTLY * others[0][1] else ""


def _place(name: str) -> bool:
    large = any(s.people >= LARGE for s in spots(name) if not s.other_name)
    return large or any(entry.what == "state" for entry in default_base().entries(name.title(), None))


if __name__ == "__main__":
    main()
