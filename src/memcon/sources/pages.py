"""A whole web page to its report, by trafilatura: the article without the menus, and what the page says of itself."""

from __future__ import annotations

import logging
import re
import typing

from memcon.errors import Error
from memcon.facts import Document
from memcon.sources import fragments
from memcon.sources.dates import day

_OPENS = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)", re.I | re.S
)
_LINE_BREAK = re.compile(r"\n+")
_TITLE = re.compile(r"<title[^>]*>([^<]{1,1000})</title", re.I)


def is_page(text: str) -> bool:
    """Whether `text` opens as a web page does."""
    return _OPENS.match(text) is not None


def document(page: str, name: str) -> Document:
    """The report on `page`. Title, author, publisher, address and day come from the page's own metadata.

    A page in which trafilatura finds no article (a bare page of few paragraphs) gives all its text. Raises
    `memcon.Error` where it holds none.
    """
    import trafilatura  # takes a second, and most sources need none of it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not find, we say ourselves
    found = typing.cast(
        typing.Any, trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    )
    if found is None or not found.text:
        return Document(text=fragments.to_text(page, name), id=name, title=_title(page))
    published = _day(found.date)
    return Document(
        text=_LINE_BREAK.sub("\n\n", found.text.strip()),
        id=name,
        title=found.title or None,
        url=found.url or None,
        publisher=found.sitename or found.hostname or None,
        author=found.author or None,
        published=published,
        published_from="metadata" if published else None,
    )


def _title(page: str) -> str | None:
    found = _TITLE.search(page)
    return fragments.to_text(found[1], "title") if found and found[1].strip() else None


def _day(value: str | None) -> str | None:
    try:
        return day(value) if value else None
    except Error:
        return None  # a page's own metadata may hold anything; the report is then read as undated
