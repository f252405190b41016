"""The page in a real browser, where there is one: its script runs under its own policy, each side shows the other."""

from __future__ import annotations

import html as markup
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from memcon import Record
from memcon.answers.briefing import QUADS, Brief
from memcon.answers.parties import Party
from memcon.exports import html
from memcon.exports.brief import page as brief_page

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
OPTIONS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --dump-dom""".split()
PROBE = """<script>
const fire = (element, kind) => element.dispatchEvent(new MouseEvent(kind, {bubbles: true}));
const words = (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent);
const span = (text) => [...document.querySelectorAll(".s")].find((element) => element.textContent === text);
const told = {};
fire(span("telephoned"), "mouseover");
told.facts = words(".fact.hot .tag");
fire(document.querySelector('.fact[data-f="r1-f4"]'), "mouseover");
told.spans = words(".s.hot");
fire(document.querySelector('.fact[data-f="r1-e3"]'), "click");
fire(document.body, "mouseover");
told.kept = words(".s.hot");
document.querySelector("input[value=actors]").click();
told.underlined = getComputedStyle(document.querySelector(".actors")).textDecorationLine;
document.body.dataset.told = JSON.stringify(told);
</script></body>"""


def rendered(page: str, folder: Path) -> str:
    """The page after a browser has run its script."""
    (folder / "page.html").write_text(page, "utf-8")
    command = [str(CHROMIUM), *OPTIONS, f"--user-data-dir={folder / 'profile'}", (folder / "page.html").as_uri()]
    try:
        run = subprocess.run(command, capture_output=True, timeout=90, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"Chromium does not run here: {error}")
    return run.stdout.decode("utf-8")


def test_script_runs_under_the_pages_own_policy(record: Record, tmp_path: Path) -> None:
    page = rendered(html.page([record, record]), tmp_path)
    assert re.search(r'<article class="report" id="r2"[^>]* hidden=""', page)
    assert not re.search(r'<article class="report" id="r1"[^>]* hidden=""', page)


def test_no_other_script_runs(record: Record, tmp_path: Path) -> None:
    page = html.page([record]).replace("</body>", "<script>document.title = 'taken'</script></body>")
    assert "<title>taken" not in rendered(page, tmp_path)


def test_text_and_facts_show_each_other(record: Record, tmp_path: Path) -> None:
    page = re.sub(r"<meta http-equiv[^>]*>", "", html.page([record])).replace("</body>", PROBE)
    found = re.search(r'data-told="([^"]*)"', rendered(page, tmp_path))
    assert found is not None
    told: dict[str, Any] = json.loads(markup.unescape(found[1]))
    assert told == {"facts": ["CONSULT"], "spans": ["12 people"], "kept": ["denied"], "underlined": "none"}


def test_charts_of_a_brief_are_drawn_under_its_policy(tmp_path: Path) -> None:
    pytest.importorskip("vl_convert", reason="the charting library is not installed")
    counted = {"net_cooperation": 2, "mean_score": 1.5, "mean_goldstein": -1.0}
    months = tuple({"month": date(2025, m, 1), **dict.fromkeys(QUADS, m), **counted} for m in (1, 2, 3))
    parties = (Party("Ruritania", "DEU"), Party("Freedonia", "FRA"))
    nothing: tuple[Any, ...] = ()
    brief = Brief(parties, None, None, None, nothing, {}, *[nothing] * 9, months)
    drawn = rendered(brief_page.page(brief), tmp_path)
    for name in ("months", "scores"):
        found = re.search(rf'id="chart-{name}".*?</figure>', drawn, re.S)
        assert found is not None
        assert "could not be drawn" not in found[0]
        assert found[0].count("<path") > 10
    assert drawn.count('aria-roledescription="bar"') == 12
