"""PDF to text, by pypdf: the pages one after the other."""

from __future__ import annotations

import logging
from typing import IO

from memcon.errors import Error
from memcon.facts import Document

_FILE_ENDINGS = (".doc", ".docx", ".pdf", ".odt", ".rtf", ".indd", ".tex")


def document(stream: IO[bytes], name: str) -> Document:
    """The report in a PDF file, with the title and author it states. Its day is not taken from the file, whose dates
    are those of conversion. Raises `memcon.Error` where it is broken, locked or holds no text."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every oddity that it mends
    pages: list[str] = []
    try:
        reader = pypdf.PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Error(f"{name}: the PDF is locked with a password; save it without")
        for page in reader.pages:
            pages.append(page.extract_text().strip())
        facts = reader.metadata
        title, author = (facts.title, facts.author) if facts else (None, None)
    except Error:
        raise
    except Exception as error:  # pypdf raises whatever a broken file makes it trip over
        raise Error(
            f"{name}, page {len(pages) + 1}: the PDF is broken ({str(error) or type(error).__name__})"
        ) from error
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise Error(f"{name}: the PDF holds no text, perhaps only scanned pages; run text recognition on it first")
    return Document(text=text, id=name, title=_title(title), author=(author or "").strip() or None)


def _title(stated: str | None) -> str | None:
    """A title that a writer gave, not the file name that a word processor puts there."""
    title = (stated or "").strip()
    return title if title and not title.lower().endswith(_FILE_ENDINGS) else None
