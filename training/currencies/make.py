"""Write `src/memcon/figures/data/currencies.tsv`: ISO 4217 codes with the English names of CLDR, and whose money it is.

    python training/currencies/make.py > src/memcon/figures/data/currencies.tsv

Needs Babel, which carries CLDR. Currencies that were legal tender at any time since 1999, when reference rates begin.
"""

from __future__ import annotations

from datetime import date

import babel
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

SINCE = date(1999, 1, 1)


def main() -> None:
    """Print the table."""
    english = Locale("en")
    users: dict[str, dict[str, date | None]] = {}
    for territory in sorted(get_global("territory_currencies")):
        for told in get_territory_currencies(territory, SINCE, date(2026, 1, 1), include_details=True):
            if territory in english.territories:  # Serbia and Montenegro has no name there
                users.setdefault(told["currency"], {})[english.territories[territory]] = told["to"]
    print(f"# Made by training/currencies/make.py from CLDR, as Babel {babel.__version__} carries it.")
    print("# code\tsingular\tplural\twhere it is, or last was, legal tender\tthe year in which it ceased to be")
    for code in sorted(users):
        names = (get_currency_name(code, count, "en") for count in (1, 2))
        still = [territory for territory, end in users[code].items() if end is None]
        ended = "" if still else str(max(end for end in users[code].values() if end is not None).year)
        print(code, *names, "|".join(still or users[code]), ended, sep="\t")


if __name__ == "__main__":
    main()
