"""Write `src/memcon/figures/data/physical.toml`: units of measure as pint's registry names them, with their forms.

    python training/units/make.py > src/memcon/figures/data/physical.toml

Needs pint. The list below says which of its units, with which prefixes, are looked for in reports; names, symbols,
aliases and dimensions are pint's.
"""

from __future__ import annotations

import json
from collections import defaultdict

import pint

# Unit and the prefixes it is written with; "-" before the unit: only with a prefix, since the bare word means more.
UNITS = {
    "meter": "nano micro milli centi deci kilo",
    "mile": "", "nautical_mile": "", "yard": "", "foot": "", "inch": "", "fathom": "", "furlong": "",
    "light_year": "", "parsec": "kilo mega", "astronomical_unit": "", "angstrom": "",
    "hectare": "", "acre": "", "square_mile": "", "square_yard": "", "square_foot": "", "square_inch": "",
    "liter": "micro milli centi deci mega", "gallon": "", "quart": "", "pint": "", "fluid_ounce": "", "barrel": "",
    "bushel": "", "teaspoon": "", "tablespoon": "", "cubic_centimeter": "", "cubic_foot": "", "cubic_yard": "",
    "cubic_inch": "", "acre_foot": "",
    "gram": "nano micro milli kilo", "metric_ton": "kilo mega giga", "short_ton": "", "long_ton": "", "ounce": "",
    "troy_ounce": "", "carat": "", "hundredweight": "",
    "knot": "", "mile_per_hour": "", "kilometer_per_hour": "",
    "watt": "micro milli kilo mega giga tera", "horsepower": "", "volt_ampere": "kilo mega",
    "joule": "milli kilo mega giga tera peta", "watt_hour": "kilo mega giga tera", "calorie": "kilo",
    "electron_volt": "kilo mega giga tera", "british_thermal_unit": "", "erg": "",
    "pascal": "hecto kilo mega giga", "-bar": "milli kilo", "torr": "", "pound_force_per_square_inch": "",
    "millimeter_Hg": "",
    "newton": "milli kilo mega", "dyne": "", "kilogram_force": "",
    "volt": "micro milli kilo mega", "ampere": "micro milli kilo", "ohm": "milli kilo mega", "coulomb": "",
    "farad": "pico nano micro", "siemens": "micro milli", "-tesla": "nano micro milli", "-henry": "micro milli",
    "hertz": "kilo mega giga tera",
    "bit": "kilo mega giga tera", "byte": "kilo mega giga tera peta exa zetta",
    "second": "pico nano micro milli", "kelvin": "milli", "radian": "milli", "arcminute": "", "arcsecond": "",
    "lumen": "kilo", "candela": "", "lux": "",
    "becquerel": "kilo mega giga tera peta", "sievert": "micro milli", "-gray": "micro milli", "-rem": "milli",
    "curie": "milli micro pico",
}  # fmt: skip
# Symbols that are more often something else in a report: words, states, million, percentage, clock times.
UNSAFE = frozenset(
    "in pt ct pc au MN MA mA pm gr as at lm cd mi bu gal Kb kb mb Mb Gb gb B mol fur kn VA ps ns ly EB".split()
)
# Aliases that are more often something else.
OTHER = frozenset("octet candle siemens cal_th kilocal_th knot_international".split())


def named(name: str) -> str:
    """A name of pint's as it is written here: blanks, British endings."""
    return name.replace("_", " ").replace("meter", "metre").replace("liter", "litre").replace("metric ton", "tonne")


def is_word(form: str) -> bool:
    """Whether a form of pint's is spelled out rather than a symbol."""
    return len(form) > 2 and form.isascii() and form.replace("_", "").isalpha() and form.islower()


def main() -> None:
    """Print the table."""
    registry = pint.UnitRegistry()
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form in registry:
        if form.replace("_", "").isalpha():
            forms[registry.get_name(form)].add(form)
    print(
        f"# Made by training/units/make.py from the default registry of pint {pint.__version__} (BSD 3-Clause licence,"
    )
    print("# https://pint.readthedocs.io). Blanks within a form are written `_`; words have no plural here.")
    done: set[str] = set()
    for listed, prefixes in UNITS.items():
        unit = registry.get_name(listed.lstrip("-"))
        for prefix in [*([] if listed.startswith("-") else [""]), *prefixes.split()]:
            name = registry.get_name(prefix + unit)
            if name in done:
                continue
            done.add(name)
            symbol = registry.get_symbol(name)
            symbols = {symbol, symbol.replace("µ", "μ"), symbol.replace("μ", "µ")} - UNSAFE
            symbols = {form for form in symbols if 1 < len(form) < 6 and form != name and "_" not in form}
            words = {prefix + form for form in forms[unit] if is_word(form)} - OTHER
            words = {form for form in words if len(form) > 3}
            words |= {named(form).replace(" ", "_") for form in words}
            dimension = " ".join(
                f"{base}^{power:g}" for base, power in sorted(registry.get_dimensionality(name).items())
            )
            print(f"\n[{json.dumps(named(name))}]")
            print(f"symbols = {json.dumps(' '.join(sorted(symbols)), ensure_ascii=False)}")
            print(f"words = {json.dumps(' '.join(sorted(words)))}")
            print(f"dimension = {json.dumps(dimension)}")


if __name__ == "__main__":
    main()
