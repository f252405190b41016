"""Pieces of HTML, as tables and feeds carry them, to text that keeps their paragraphs.

Unlike a whole page, a piece has no menus to take away; trafilatura's search for the article would drop headings,
bylines and short paragraphs that belong to the report. So every block of it is kept, a paragraph each.
"""

from __future__ import annotations

import re

from lxml import etree, html

from memcon.errors import Error

# Elements that begin and end a paragraph.
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend main nav ol p pre section summary table tbody tfoot thead ul""".split()
)
_LINES = frozenset({"br", "li", "tr"})
_CELLS = frozenset({"td", "th"})
_LEFT_OUT = frozenset(
    """head script style noscript template svg math iframe object embed audio video canvas input button select textarea
    title meta link""".split()
)
# Kept in marks of private use until white space is made plain: the marks cannot be told from it otherwise.
_PARAGRAPH, _LINE, _CELL = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"[{_PARAGRAPH}{_LINE}{_CELL}]")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(f"[ \xa0{_PARAGRAPH}{_LINE}{_CELL}]+")


def to_text(piece: str, name: str) -> str:
    """The text of an HTML `piece`: a blank line between paragraphs, a line for each list item, table row and forced
    break, " | " between cells. `name` is what an error names. Raises `memcon.Error` where it holds no text."""
    if not piece.strip():
        raise Error(f"{name}: its html is empty")
    try:
        data = _MARKS.sub(" ", piece).replace("\0", "").encode(errors="replace")
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise Error(f"{name}: its html cannot be read ({error})") from error
    for element in list(root.iter(*_LEFT_OUT)):
        element.drop_tree()
    parts: list[str] = []
    _collect(root, parts)
    text = _BREAK.sub(_break, _WHITE.sub(" ", "".join(parts))).strip()
    if not text:
        raise Error(f"{name}: its html holds no text")
    return text


def _break(match: re.Match[str]) -> str:
    run = match[0]
    if _PARAGRAPH in run:
        return "\n\n"
    if _LINE in run:
        return "\n"
    return " | " if _CELL in run else run


def _collect(root: html.HtmlElement, parts: list[str]) -> None:
    """Append the text of `root` in order, with marks where blocks, lines and cells begin and end."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "")
        elif event == "start":
            parts.append(_mark(element.tag) + (element.text or ""))
        else:
            parts.append(_mark(element.tag) + (element.tail or ""))


def _mark(tag: str) -> str:
    if tag in _BLOCKS:
        return _PARAGRAPH
    if tag in _LINES:
        return _LINE
    return _CELL if tag in _CELLS else ""
