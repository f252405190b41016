"""How long questions take in a large record: `python benchmarks/store.py [DOCUMENTS…]` (default: 1,000 and 100,000).

The documents are made up, by DuckDB itself, in the proportions of real reports: six actors, four events, two statements
and two figures each, 200 different words. A fiftieth of them is about Kazakhstan and the European Union. What is
measured is a process's first answer and its second, on an open record.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from memcon.answers import Reader
from memcon.store import Store

_COUNTRIES = """KAZ EUR USA CHN RUS DEU FRA GBR JPN IND BRA TUR UKR POL ITA ESP CAN AUS MEX KOR IDN SAU IRN ISR EGY ZAF
NGA KEN ETH PAK UZB KGZ AZE GEO ARM SRB HUN GRC SWE NOR""".split()
_TYPES = """CONSULT,1,2.5,1.0 AGREE,1,2.5,4.0 SUPPORT,1,5.0,3.4 COOPERATE,2,9.5,6.0 AID,2,10.0,7.0
REQUEST,3,0.0,-0.1 ACCUSE,3,-3.0,-2.0 REJECT,3,-3.0,-4.0 SANCTION,3,-7.0,-8.0 ASSAULT,4,-9.0,-10.0""".split()
_SENTENCE = "The ministers of both sides spoke of trade, transit and water in the capital on that day. "


def make(path: Path, documents: int) -> None:
    """A record file of that many made-up documents."""
    values = {"documents": documents, "countries": _COUNTRIES, "types": _TYPES, "sentence": _SENTENCE}
    with Store(path) as store:
        for statement in filter(str.strip, Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n")):
            named = {name: value for name, value in values.items() if f"${name}" in statement}
            store.connection.execute(statement, named)


def questions(reader: Reader) -> dict[str, Callable[[], object]]:
    """What is asked, by name."""
    pair = ("KAZ", "EUR")
    return {
        "brief KAZ EUR": lambda: reader.brief(pair),
        "brief KAZ EUR, one year": lambda: reader.brief(pair, "2020-01-01", "2020-12-31"),
        "brief KEN NOR": lambda: reader.brief(("KEN", "NOR")),
        "dyads, all, by month": lambda: reader.dyads().rows(),
        "dyads KAZ EUR": lambda: reader.dyads(pair).rows(),
        "find, one word": lambda: reader.find("c4ca423"),
        "find, two words in statements": lambda: reader.find("trade transit", "statements"),
        "upcoming KAZ": lambda: reader.upcoming(party="KAZ").rows(),
    }


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.duckdb"
            began = time.perf_counter()
            make(path, size)
            spent, megabytes = time.perf_counter() - began, path.stat().st_size / 1e6
            print(f"\n{size:,} documents, {megabytes:,.0f} MB, made in {spent:.1f} s")
            with Reader(path) as reader:
                for name, ask in questions(reader).items():
                    times = []
                    for _ in range(2):
                        began = time.perf_counter()
                        ask()
                        times.append(time.perf_counter() - began)
                    print(f"  {name:32} {times[0]:6.2f} s  {times[1]:6.2f} s")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 100_000])
