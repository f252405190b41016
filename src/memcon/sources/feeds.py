"""RSS (0.9 to 2.0) and Atom feeds: an item, a report."""

from __future__ import annotations

import html
from collections.abc import Iterator

from lxml import etree

from memcon.errors import Error
from memcon.facts import Document
from memcon.sources import fragments
from memcon.sources.dates import day

_ROOTS = frozenset({"rss", "feed", "RDF"})
_ITEMS = frozenset({"item", "entry"})
_XHTML = "{http://www.w3.org/1999/xhtml}div"


def documents(data: bytes, name: str) -> Iterator[Document | Error]:
    """The items of the feed in `data`. An item that cannot be read, or the end of a broken feed, is an `Error`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    root = etree.fromstring(data, parser)
    if root is None or _local(root) not in _ROOTS:
        raise Error(f"{name}: is XML, but no RSS or Atom feed")
    publisher = _text(root if _local(root) == "feed" else _child(root, "channel"), "title")
    items = [element for element in root.iter(etree.Element) if _local(element) in _ITEMS]
    if not items:
        yield Error(f"{name}: the feed holds no items")
    for item in items:
        try:
            yield _document(item, publisher, f"{name}, line {item.sourceline}")
        except Error as error:
            yield error
    faults = [fault for fault in parser.error_log if fault.level >= etree.ErrorLevels.FATAL]
    if faults:
        yield Error(f"{name}, line {faults[0].line}: the feed is broken there ({faults[0].message.strip()})")


def _document(item: etree._Element, publisher: str | None, where: str) -> Document:
    written = _text(item, "pubDate", "date", "published", "updated")
    try:
        published = day(written) if written else None
    except Error as error:
        raise Error(f"{where}: {error}") from error
    author = _child(item, "author")
    return Document(
        text=_body(item, where),
        id=_text(item, "guid", "id") or _link(item) or where,
        title=_text(item, "title"),
        url=_link(item),
        publisher=publisher,
        author=_text(author, "name") if author is not None and len(author) else _text(item, "creator", "author"),
        published=published,
        published_from="metadata" if published else None,
    )


def _body(item: etree._Element, where: str) -> str:
    """The fullest text of an item: `content` before `description` and `summary`."""
    for tag in ("encoded", "content", "description", "summary"):
        element = _child(item, tag)
        if element is None:
            continue
        inner = element.find(_XHTML)
        piece = etree.tostring(inner, encoding="unicode", method="html") if inner is not None else element.text or ""
        if piece.strip():
            return fragments.to_text(piece, where)
    raise Error(f"{where}: the item holds no text")


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _child(element: etree._Element | None, tag: str) -> etree._Element | None:
    if element is None:
        return None
    return next((child for child in element.iterchildren(etree.Element) if _local(child) == tag), None)


def _text(element: etree._Element | None, *tags: str) -> str | None:
    for tag in tags:
        child = _child(element, tag)
        text = " ".join(html.unescape("".join(child.itertext())).split()) if child is not None else ""
        if text:
            return text
    return None


def _link(item: etree._Element) -> str | None:
    """The address of an item: RSS writes it as the element's text, Atom as an attribute."""
    for child in item.iterchildren(etree.Element):
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return (child.get("href") or child.text or "").strip() or None
    return None
