"""memcon: the record of who said and did what, read from news reports and official readouts."""

from memcon.errors import Error
from memcon.facts import Document, Record
from memcon.reading import classify_event, read

__version__ = "0.1.0"
__all__ = ["Document", "Error", "Record", "classify_event", "read"]
