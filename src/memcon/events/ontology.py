"""The ontology as data: types with modes and scores, contexts, and the CAMEO codes they stand for.

The shipped file is PLOVER; a user's own has the same form (`docs/ontology.md` shows one).
"""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from memcon.errors import Error


@dataclass(frozen=True, slots=True)
class EventType:
    """A type: quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict), base
    score, definition, and the score of each mode."""

    name: str
    quad: int
    score: float
    definition: str
    needs_target: bool
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code: the type, mode and contexts it stands for, its label and Goldstein score."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    label: str
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types, contexts and CAMEO codes, by name; `sha256` of the file where it is a user's own."""

    name: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    cameo: Mapping[str, Code]
    sha256: str = ""

    def from_cameo(self, code: str) -> Code | None:
        """What `code` stands for: the row of the code itself, or of the longest shorter code that has one."""
        for length in range(len(code), 1, -1):
            if code[:length] in self.cameo:
                return self.cameo[code[:length]]
        return self.cameo.get(code[:2] + "0") if len(code) >= 2 else None

    def to_cameo(self, kind: str, modes: Sequence[str] = (), contexts: Sequence[str] = ()) -> Code | None:
        """The code that says `kind` with these modes and contexts most closely, and no more than that."""

        def fit(row: Code) -> tuple[int, int, int, str]:
            same = (row.mode in modes) if row.mode else not modes
            told = sum(c in contexts for c in row.contexts)
            return (
                -int(same) + 2 * (row.mode is not None and row.mode not in modes),
                2 * (len(row.contexts) - told) - told,
                len(row.code),
                row.code,
            )

        rows = [row for row in self.cameo.values() if row.type == kind]
        return min(rows, key=fit) if rows else None

    def score(self, kind: str, modes: Sequence[str] = ()) -> float:
        """The score of the first mode, else of the type."""
        row = self.types[kind]
        return next((row.modes[mode] for mode in modes if mode in row.modes), row.score)


def load(path: str | Path) -> Ontology:
    """The ontology in the TOML file at `path`. Raises `memcon.Error` naming what is wrong in it."""
    try:
        text = Path(path).read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Error(f"{path}: not a readable ontology file ({error})") from error
    return replace(parse(data, str(path)), sha256=hashlib.sha256(text.encode()).hexdigest())


@functools.cache
def default() -> Ontology:
    """PLOVER, as shipped."""
    text = resources.files("memcon.events").joinpath("data/plover.toml").read_text("utf-8")
    return parse(tomllib.loads(text), "plover.toml")


def parse(data: Mapping[str, Any], where: str) -> Ontology:
    """The ontology that `data` (the TOML file as a dict) describes; `where` names it in errors."""
    for table in ("types", "contexts", "cameo"):
        if not isinstance(data.get(table, {}), Mapping):
            raise Error(f"{where}: {table} is not a table; write [{table}] and its rows below it")
    types = {name: _type(name, row, where) for name, row in data.get("types", {}).items()}
    if not types:
        raise Error(f"{where}: no [types.NAME] table; an ontology needs at least one type")
    contexts = dict(data.get("contexts", {}))
    cameo = {code: _code(code, row, types, contexts, where) for code, row in data.get("cameo", {}).items()}
    return Ontology(str(data.get("name", where)), types, contexts, cameo)


def _type(name: str, row: Mapping[str, Any], where: str) -> EventType:
    try:
        modes = {
            mode: float(value["score"] if isinstance(value, Mapping) else value)
            for mode, value in row.get("modes", {}).items()
        }
        made = EventType(
            name,
            int(row["quad"]),
            float(row["score"]),
            str(row.get("definition", "")),
            bool(row.get("needs_target", False)),
            modes,
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Error(f"{where}: types.{name}: {error!s} is missing or not a number") from error
    if made.quad not in (1, 2, 3, 4):
        raise Error(f"{where}: types.{name}.quad is {made.quad}; a quad class is 1, 2, 3 or 4")
    return made


def _code(
    code: str, row: Mapping[str, Any], types: Mapping[str, EventType], contexts: Mapping[str, str], where: str
) -> Code:
    kind, mode = str(row.get("type")), row.get("mode")
    if kind not in types:
        raise Error(f"{where}: cameo.{code}: {kind!r} is none of the file's types")
    if mode is not None and mode not in types[kind].modes:
        raise Error(f"{where}: cameo.{code}: {mode!r} is no mode of {kind}")
    unknown = [c for c in row.get("contexts", ()) if c not in contexts]
    if unknown:
        raise Error(f"{where}: cameo.{code}: {unknown[0]!r} is none of the file's contexts")
    score = row.get("goldstein")
    return Code(
        code,
        kind,
        mode,
        tuple(row.get("contexts", ())),
        str(row.get("label", "")),
        None if score is None else float(score),
    )
