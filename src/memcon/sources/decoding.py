"""Bytes to text: byte order mark, declared charset, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs
import re

from memcon.errors import Error

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}encoding=["']([\w.:-]+)""", re.I
)
_MAGIC = {
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"SQLite format": "an SQLite database",
    b"PAR1": "a Parquet file",
    b"{\\rtf": "a rich-text document",
}
# Codecs of Python's that are no charset of documents.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
# In an English report bytes above ASCII are quotation marks, accents and currency signs; more of them is other script.
_FEW = 0.05


def decode(data: bytes, name: str, declares: bool = False) -> str:
    """The text of `data`, its line ends untouched, a byte order mark left out; `declares` looks for an HTML or XML
    declaration. Raises `memcon.Error` naming the byte that does not fit."""
    encoding = detect(data, name, declares)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Error(
            f"{name}: byte {error.start} does not fit the encoding {encoding}; save the file as UTF-8"
        ) from error


def detect(data: bytes, name: str, declares: bool = False, partial: bool = False) -> str:
    """The encoding of `data`, or of the file that `data` begins where it is `partial`. Raises `memcon.Error` where it
    is binary or no known encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    refuse_binary(data, name)
    declared = _declared(data) if declares else None
    if declared is not None and _fits(data, declared, partial):
        return declared
    if _fits(data, "utf-8", partial):
        return "utf-8"
    high = sum(byte > 127 for byte in data)
    if high <= _FEW * len(data) and _fits(data, "cp1252", partial):
        return "cp1252"
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise Error(f"{name}: no known encoding fits its bytes; save the file as UTF-8")
    return best.encoding


def refuse_binary(data: bytes, name: str) -> None:
    """Raise `memcon.Error` where `data` is no text."""
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None:
        head = data[:4096]
        control = len(head) - len(head.translate(None, _CONTROL))
        kind = "binary" if b"\0" in head or control > len(head) // 50 else None
    if kind is not None:
        raise Error(f"{name}: is {kind}, not a report; give text, HTML, PDF, JSON, JSON Lines, CSV or a feed")


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    try:
        b"".decode(label)
        found = codecs.lookup(label).name
    except LookupError:
        return None
    if found.replace("-", "_") in _NO_CHARSETS:
        return None
    # Browsers read these labels as Windows-1252, and so pages use them.
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _fits(data: bytes, encoding: str, partial: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=not partial)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
