"""memcon: the record of who said and did what, read from news reports and official readouts."""

from typing import TYPE_CHECKING, Any

from memcon.errors import Error
from memcon.facts import Document, Record

if TYPE_CHECKING:
    from memcon.reading import classify_event, read

__version__ = "0.1.0"
__all__ = ["Document", "Error", "Record", "classify_event", "read"]


def __getattr__(name: str) -> Any:
    """`read` and `classify_event` bring the parser with them, for which `memcon --help` should not wait."""
    if name in ("read", "classify_event"):
        from memcon import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
