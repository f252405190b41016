"""What makes a document the same document, a new version of one, or another one; and the ids that follow from it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from memcon.facts import Actor, Document, Made

_ROW = re.compile(r"(?:, line |:)\d+\Z")
_WHO_SENT_IT = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|CMP", re.IGNORECASE)
"""Parameters of an address that tell where the reader came from, not what the page is."""


def document_id(document: Document) -> str:
    """The id of a document: a hash of its text and of where it stands, its address or else its publisher.

    So the same text is one document however often and from whatever file it comes, and two where two have printed it.
    """
    where = url_key(document.url) or (document.publisher or "").strip()
    return digest(document.text, where)


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of `parts`."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]


def url_key(url: str | None) -> str | None:
    """An address without what does not tell pages apart: scheme, "www.", fragment, tracking, the slash at the end."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # no address, but perhaps a key all the same
        return url.strip()
    asked = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _WHO_SENT_IT.fullmatch(k)]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}" or None


def id_key(document: Document) -> str | None:
    """By which versions of a document find one another, from the id its source gave it; None where that says little.

    A file is itself where it lies, whatever folder it is read from. A row without an id of its own is called by its
    line, which any line put in above changes; and a bare number counts the rows of some table: neither is a key.
    """
    given = document.id.strip()
    if not given or given == "-" or _ROW.search(given) or given.isdecimal():
        return None
    path = Path(given)
    if len(given) < 4096 and "\0" not in given and path.is_file():
        return path.resolve().as_uri()
    return f"{(document.publisher or '').strip()}\0{given}"


def coding_id(made: Made) -> str:
    """The id of a coding: a hash of format, version and models."""
    return digest(str(made.format), made.version, json.dumps(made.models, sort_keys=True))


def actor_key(actor: Actor) -> str:
    """The same for the same actor in every document: the Wikidata id, or where none is known kind, country, name."""
    if actor.wikidata:
        return actor.wikidata
    name = "".join(c for c in unicodedata.normalize("NFKD", actor.name) if not unicodedata.combining(c))
    return f"{actor.kind}/{actor.country or ''}/{' '.join(name.casefold().split())}"
