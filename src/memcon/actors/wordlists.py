"""The words that the reading of mentions turns on, from `data/words.toml` and `data/nouns.tsv`."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources

from memcon.facts import ActorKind


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of an actor. `office` names a role whose holder may be known; `home` tells that the actor
    belongs to the country the sentence is about where none is stated."""

    noun: str
    kind: ActorKind
    sector: str | None
    office: str | None
    home: bool


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who puts a report out, where that tells whom its bare titles mean: the `country` of "the President", the office
    of "the Secretary", the name of "the Department"."""

    country: str
    secretary: str
    department: str


def read(name: str) -> str:
    """The text of a file of `data/`."""
    return resources.files("memcon.actors").joinpath("data", name).read_text(encoding="utf-8")


@functools.cache
def _toml() -> dict[str, dict[str, str]]:
    return tomllib.loads(read("words.toml"))


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
    """Noun for several actors named above -> "person", "state" or "any"."""
    return _toml()["groups"]


@functools.cache
def issuers() -> dict[str, Issuer]:
    """What stands in the publisher, author or address of a report -> who puts it out."""
    return {key: Issuer(**row) for key, row in _toml()["issuers"].items()}  # type: ignore[arg-type]


@functools.cache
def numbers() -> dict[str, int]:
    """Word that tells how many a group has -> the number."""
    return {word: int(number) for word, number in _toml()["numbers"].items()}


@functools.cache
def nouns() -> dict[str, Noun]:
    """Noun or compound in lower case -> what it says of an actor."""
    found: dict[str, Noun] = {}
    for line in read("nouns.tsv").splitlines():
        if line and not line.startswith("#"):
            noun, kind, sector, office, home = line.split("\t")
            found.setdefault(noun, Noun(noun, kind, sector or None, office or None, home == "home"))  # type: ignore[arg-type]
    return found


@functools.cache
def noun_starts() -> dict[str, int]:
    """First word of the nouns -> words in the longest one."""
    longest: dict[str, int] = {}
    for noun in nouns():
        parts = noun.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest
