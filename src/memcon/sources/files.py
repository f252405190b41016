"""What a path holds: opening, unzipping, and telling the kinds of file apart."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from memcon.errors import Error
from memcon.facts import Document
from memcon.sources import decoding, feeds, pages, pdf, tables

ENDINGS = frozenset(".txt .text .md .html .htm .xhtml .json .jsonl .ndjson .csv .tsv .rss .atom .xml .rdf .pdf".split())
"""The endings of the files that are read in a folder; each may have `.gz` behind it."""
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is read whole, unzipped; tables are read by the row and have no limit."""
_HEAD = 64 * 1024
_FEED = ("<rss", "<feed", "<rdf:RDF")


def items(path: str | Path) -> Iterator[Document | Error]:
    """The reports in a file, a folder or standard input (`-`), and an `Error` for each that cannot be read."""
    if str(path) == "-":
        yield from _guarded(sys.stdin.buffer, "-", "")
        return
    path = Path(path)
    if not path.is_dir():
        yield from _file(path)
        return
    files = [file for file in sorted(path.rglob("*")) if _is_report(file, path)]
    if not files:
        yield Error(f"{path.as_posix()}: the folder holds no file that is read ({' '.join(sorted(ENDINGS))})")
    for file in files:
        yield from _file(file)


def _is_report(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and _ending(file.name) in ENDINGS and file.is_file()


def _ending(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix


def _file(path: Path) -> Iterator[Document | Error]:
    name = path.as_posix()
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Error(f"{name}: {(error.strerror or str(error)).lower()}")
        return
    with stream:
        yield from _guarded(stream, name, _ending(path.name))


def _guarded(stream: IO[bytes], name: str, ending: str) -> Iterator[Document | Error]:
    """The reports of one stream; whatever stops the reading of it becomes its last item."""
    try:
        yield from _items(stream, name, ending)
    except Error as error:
        yield error
    except UnicodeError as error:
        yield Error(f"{name}: its bytes do not fit its encoding ({error}); save the file as UTF-8")
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Error(f"{name}: the gzip file is broken ({error})")
    except OSError as error:
        yield Error(f"{name}: {(error.strerror or str(error)).lower()}")


def _items(stream: IO[bytes], name: str, ending: str) -> Iterator[Document | Error]:
    head = _read(stream, _HEAD)
    if head.startswith(b"\x1f\x8b"):
        stream = io.BufferedReader(gzip.GzipFile(fileobj=_Rewound(head, stream)))
        head = _read(stream, _HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Error(f"{name}: is empty")
    whole = io.BufferedReader(_Rewound(head, stream))
    kind = _kind(head, name, ending)
    if kind == "jsonl":
        yield from tables.json_lines(whole, head, name)
    elif kind == "table":
        yield from tables.separated(whole, head, name)
    elif kind == "pdf":
        yield pdf.document(io.BytesIO(_all(whole, name)), name)
    elif kind == "feed":
        yield from feeds.documents(_all(whole, name), name)
    else:
        yield from _text(decoding.decode(_all(whole, name), name, declares=kind == "html"), kind, name)


def _text(text: str, kind: str, name: str) -> Iterator[Document | Error]:
    if not text.strip():
        raise Error(f"{name}: is empty")
    if kind == "json":
        yield from tables.json_file(text, name)
    elif kind == "html":
        yield pages.document(text, name)
    else:
        yield Document(text=text, id=name)


def _kind(head: bytes, name: str, ending: str) -> str:
    """What a file that begins with `head` is. Its bytes decide; its ending where they leave it open."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if ending == ".pdf":
        raise Error(f"{name}: is no PDF, whatever its name says")
    start = head.decode(decoding.detect(head, name, partial=True), "replace").lstrip("\ufeff \t\r\n")
    if start.startswith("<") and any(mark in start[:4096] for mark in _FEED):
        return "feed"
    if ending in (".html", ".htm", ".xhtml") or pages.is_page(start[:4096]):
        return "html"
    if ending in (".rss", ".atom", ".rdf", ".xml"):
        raise Error(f"{name}: is XML, but no RSS or Atom feed")
    if ending in (".csv", ".tsv"):
        return "table"
    if ending in (".jsonl", ".ndjson"):
        return "jsonl"
    return "json" if ending == ".json" else _unnamed(start)


def _unnamed(start: str) -> str:
    """JSON Lines, JSON or text, told without an ending. A text may well begin with a bracket."""
    line, _, rest = start.partition("\n")
    opens = start[:1] + start[1:].lstrip()[:1]
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        if opens not in ('{"', "[{"):
            return "text"
        return "jsonl" if opens == '{"' and not rest else "json"  # a first row longer than what was looked at
    if isinstance(first, dict):
        return "jsonl" if rest.lstrip().startswith("{") or any(name in first for name in tables.BODY) else "json"
    return "json" if opens == "[{" else "text"


def _read(stream: IO[bytes], size: int) -> bytes:
    """`size` bytes, fewer only at the end: a pipe gives what it has."""
    parts, left = [], size
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _all(stream: IO[bytes], name: str) -> bytes:
    data = _read(stream, LARGEST + 1)
    if len(data) > LARGEST:
        raise Error(f"{name}: is larger than {LARGEST // 1024**2} MB; split it, or give its reports as JSON Lines")
    return data


class _Rewound(io.RawIOBase):
    """A stream that cannot be rewound, with what was already read of it put back in front."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :] if self._head else b""
        buffer[: len(part)] = part
        return len(part)
