"""Facts to plain data and back, and the JSON Schema of the record, all from the data classes' own types."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

from memcon import facts
from memcon.errors import Error


def key(name: str) -> str:
    """The JSON key of a field: its name without the underscore that keeps it from being a Python keyword."""
    return name.rstrip("_")


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, str, Any, bool], ...]:
    """(field name, JSON key, type, required) of a data class."""
    hints = typing.get_type_hints(cls)
    none = dataclasses.MISSING
    return tuple(
        (f.name, key(f.name), hints[f.name], f.default is none and f.default_factory is none)
        for f in dataclasses.fields(cls)
    )


def to_plain(value: Any) -> Any:
    """A fact as dicts, lists, strings and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {json: to_plain(getattr(value, name)) for name, json, _, _ in _fields(type(value))}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {k: to_plain(v) for k, v in value.items()}
    return value


def from_plain(kind: Any, data: Any, path: str = "record") -> Any:
    """The fact of type `kind` that `data` describes; raises `Error` naming the path of what does not fit."""
    origin, args = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        if not isinstance(data, dict):
            raise Error(f"{path}: expected an object, found {type(data).__name__}")
        fields = _fields(typing.cast(type, kind))
        unknown = set(data) - {json for _, json, _, _ in fields}
        if unknown:
            raise Error(f"{path}: unknown key {sorted(unknown)[0]!r}")
        missing = [json for _, json, _, required in fields if required and json not in data]
        if missing:
            raise Error(f"{path}: missing key {missing[0]!r}")
        made = {name: from_plain(hint, data[json], f"{path}.{json}") for name, json, hint, _ in fields if json in data}
        return typing.cast(Any, kind)(**made)
    if origin in (Union, types.UnionType):
        return _from_union(args, data, path)
    if origin is tuple:
        if not isinstance(data, list):
            raise Error(f"{path}: expected a list, found {type(data).__name__}")
        inner = args if args[-1] is not Ellipsis else (args[0],) * len(data)
        if len(inner) != len(data):
            raise Error(f"{path}: expected {len(inner)} items, found {len(data)}")
        return tuple(from_plain(k, d, f"{path}[{i}]") for i, (k, d) in enumerate(zip(inner, data, strict=True)))
    if origin is Literal:
        if data not in args:
            raise Error(f"{path}: {data!r} is not one of {', '.join(map(str, args))}")
        return data
    if origin is dict:
        if not isinstance(data, dict):
            raise Error(f"{path}: expected an object, found {type(data).__name__}")
        return {str(k): from_plain(args[1], v, f"{path}.{k}") for k, v in data.items()}
    return _scalar(kind, data, path)


def _scalar(kind: Any, data: Any, path: str) -> Any:
    if kind is Any:
        return data
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
        raise Error(f"{path}: expected {kind.__name__}, found {type(data).__name__}")
    return data


def _from_union(kinds: tuple[Any, ...], data: Any, path: str) -> Any:
    if data is None and type(None) in kinds:
        return None
    rest = [k for k in kinds if k is not type(None)]
    problem: Error | None = None
    for kind in rest:
        try:
            return from_plain(kind, data, path)
        except Error as error:
            problem = error
    assert problem is not None
    raise problem


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record, generated from the data classes."""
    definitions: dict[str, Any] = {}
    root = _schema(facts.Record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "memcon record, format 1",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        name = typing.cast(type, kind).__name__
        if name not in definitions:
            definitions[name] = {}
            fields = _fields(typing.cast(type, kind))
            definitions[name] = {
                "type": "object",
                "description": " ".join((kind.__doc__ or "").split()),
                "properties": {json: _schema(hint, definitions) for _, json, hint, _ in fields},
                "required": [json for _, json, _, _ in fields],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(k, definitions) for k in args]}
    if origin is tuple:
        if args[-1] is Ellipsis:
            return {"type": "array", "items": _schema(args[0], definitions)}
        return {"type": "array", "prefixItems": [_schema(k, definitions) for k in args],
                "minItems": len(args), "maxItems": len(args)}  # fmt: skip
    if origin is Literal:
        return {"enum": list(args)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    names = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": names[kind]}


if __name__ == "__main__":
    import json

    print(json.dumps(json_schema(), indent=1, ensure_ascii=False))
