"""The one error that users of `memcon` meet."""


class Error(Exception):
    """What was wrong, where it was (file, line, byte, or path in a record), and what to do about it."""
