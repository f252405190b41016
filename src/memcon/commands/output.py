"""Where a command writes: standard output that is UTF-8, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from memcon.errors import Error


def utf8() -> None:
    """Make standard output UTF-8, whatever the locale."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # a stream put in its place may have none
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="strict")


def lenient() -> None:
    """Let no character that the terminal does not know stop the output."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def say_nothing_found() -> None:
    """Tell a person, on standard error, that the answer is empty."""
    print("memcon: nothing found", file=sys.stderr)


def write(pieces: Iterable[str], out: str | None) -> None:
    """Write pieces of text to the file `out`, or to standard output for None or `-`. Raises `memcon.Error`."""
    if out in (None, "-"):
        utf8()
        sys.stdout.writelines(pieces)
        return
    part = Path(f"{out}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        os.replace(part, str(out))
    except OSError as error:
        raise Error(f"{out}: {(error.strerror or str(error)).lower()}") from error
    finally:
        part.unlink(missing_ok=True)
    print(f"wrote {out}", file=sys.stderr)
