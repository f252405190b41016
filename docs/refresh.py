"""Write what the README shows afresh: the output of the commands in it, and the picture of the page.

    make readme

Each block `<!-- begin: COMMAND -->` to `<!-- end -->` is filled with what COMMAND prints. The picture needs Chromium;
where there is none, it is left as it is.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURED = ("examples/trade.txt", "2025-02-12")
_BLOCK = re.compile(r"(<!-- begin: memcon (.+?) -->\n).*?(<!-- end -->)", re.S)
_QUIET = """--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update
    --disable-sync --disable-quic --hide-scrollbars --window-size=1360,900 --force-device-scale-factor=1""".split()


def main() -> None:
    """Fill the README's blocks and take the picture."""
    readme = ROOT / "README.md"
    readme.write_text(_BLOCK.sub(_filled, readme.read_text("utf-8")), "utf-8")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium here: docs/page.png is left as it is", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        file, day = PICTURED
        memcon("read", file, "--date", day, "--html", str(page))
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        picture = f"--screenshot={ROOT / 'docs' / 'page.png'}"
        arguments = [browser, *_QUIET, *root, f"--user-data-dir={folder}/profile", picture, page.as_uri()]
        subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL)


def memcon(*arguments: str) -> str:
    """What `memcon` prints at a terminal of 96 columns."""
    command = [sys.executable, "-m", "memcon", *arguments]
    environment = {**os.environ, "COLUMNS": "96", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode > 1:  # 1: a check disagrees
        raise SystemExit(done.stderr)
    return done.stdout


def _filled(match: re.Match[str]) -> str:
    printed = "\n".join(line.rstrip() for line in memcon(*shlex.split(match[2])).splitlines()).rstrip()
    return f"{match[1]}```console\n$ memcon {match[2]}\n{printed}\n```\n{match[3]}"


if __name__ == "__main__":
    main()
