"""The words that the reading of mentions turns on, from `data/words.toml` and `data/nouns.tsv`."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from memcon.facts import ActorKind


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of an actor. `office` names a role whose holder may be known; `home` tells that the actor
    belongs to the country the sentence is about where none is stated, `country` that it belongs to that one."""

    noun: str
    kind: ActorKind
    sector: str | None
    office: str | None
    home: bool
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who puts a report out, where that tells whom its bare titles mean: the `country` of "the President", the office
    of "the Secretary", the name of "the Department"."""

    country: str
    secretary: str
    department: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row of `data/meanings.tsv`."""

    sort: str
    country: str
    usual: bool
    words: frozenset[str]
    countries: frozenset[str]


def _read(name: str) -> str:
    """The text of a file of `data/`."""
    return resources.files("memcon.actors").joinpath("data", name).read_text(encoding="utf-8")


@functools.cache
def _toml() -> dict[str, dict[str, str]]:
    return tomllib.loads(_read("words.toml"))


@functools.cache
def words(name: str) -> frozenset[str]:
    """The word list of that name; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in _toml()["lists"][name].split())


@functools.cache
def honorifics() -> dict[str, str]:
    """Courtesy title -> "m", "f" or ""."""
    return _toml()["honorifics"]


@functools.cache
def group_nouns() -> dict[str, str]:
    """Noun for several actors named above -> "person", "state", "crowd" (people, else states) or "any"."""
    return _toml()["groups"]


@functools.cache
def anaphors() -> dict[str, frozenset[str]]:
    """Noun that may stand for a body named above ("the group") -> kinds of actor that it fits."""
    return {noun: frozenset(kinds.split()) for noun, kinds in _toml()["anaphors"].items()}


@functools.cache
def issuers() -> dict[str, Issuer]:
    """What stands in the publisher, author or address of a report -> who puts it out."""
    return {key: Issuer(**row) for key, row in _toml()["issuers"].items()}  # type: ignore[arg-type]


@functools.cache
def kindred(office: str) -> tuple[str, ...]:
    """The office, and those that its title may mean in another body: "defence minister", "secretary of defense"."""
    others: object = _toml()["offices"].get(office, ())
    return (office, *others) if isinstance(others, list) else (office,)


@functools.cache
def numbers() -> dict[str, int]:
    """Word that tells how many a group has -> the number."""
    return {word: int(number) for word, number in _toml()["numbers"].items()}


@functools.cache
def nouns() -> dict[str, Noun]:
    """Noun or compound in lower case -> what it says of an actor."""
    found: dict[str, Noun] = {}
    for line in _read("nouns.tsv").splitlines():
        if line and not line.startswith("#"):
            noun, kind, sector, office, home = line.split("\t")
            country = home if home.isupper() else None
            read_noun = Noun(noun, kind, sector or None, office or None, home != "any", country)  # type: ignore[arg-type]
            found.setdefault(noun, read_noun)
    return found


@functools.cache
def given_names() -> dict[str, str]:
    """Given name, folded -> "m", "f" or ""."""
    return dict(line.split("\t") for line in _read("given_names.tsv").splitlines())


@functools.cache
def at_home(country: str | None) -> frozenset[str]:
    """Nouns that a paper of that country means its own by, where it names no other."""
    return frozenset(noun.strip() for noun in _toml()["at_home"].get(country or "", "").split(",") if noun.strip())


@functools.cache
def lower_case_starts() -> frozenset[str]:
    """First words of the bodies that are also written small: "security" (council)."""
    return frozenset(name.split()[0] for name in words("bodies_in_lower_case"))


@functools.cache
def noun_starts() -> dict[str, int]:
    """First word of the nouns -> words in the longest one."""
    longest: dict[str, int] = {}
    for noun in nouns():
        parts = re.findall(r"[^\s-]+|-", noun)
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


@functools.cache
def meanings() -> dict[str, tuple[Meaning, ...]]:
    """Name -> what it may mean."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for line in _read("meanings.tsv").splitlines():
        if line and not line.startswith("#"):
            name, sort, country, usual, cues = line.split("\t")
            given = cues.split()
            codes = frozenset(cue for cue in given if cue.isupper())
            meaning = Meaning(sort, country, usual == "usual", frozenset(given) - codes, codes)
            found[name] = (*found.get(name, ()), meaning)
    return found


@functools.cache
def peoples() -> dict[str, tuple[str, ...]]:
    """Word for a people or a part of a state ("Chechen"), plurals too -> the codes of the states it lives in."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _read("peoples.tsv").splitlines():
        if not line.startswith("#"):
            word, _, countries = line.split("\t")
            found[word] = found[word + "s"] = tuple(countries.split())
    return found


@functools.cache
def meaning_starts() -> dict[str, int]:
    """First word of the names in `meanings` -> words in the longest one."""
    longest: dict[str, int] = {}
    for name in meanings():
        parts = re.findall(r"[^\s-]+|-", name)
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest
