"""`memcon read` as people run it: output, exit codes, pipes. Most runs share this process: spaCy takes a second."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import memcon
from memcon.cli import main

REPORT = "President Flavia Elphberg telephoned the prime minister on 4 March 2025. They agreed to talk again.\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "call.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("call.txt")


def test_default_output_is_for_people(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--date", "2025-03-05"]) == 0
    out, err = capsys.readouterr()
    assert "call.txt · 5 March 2025 · English · 16 words" in out
    assert err == ""


def test_one_report_is_one_json_record(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", str(report)]) == 0
    record = memcon.Record.from_dict(json.loads(capsys.readouterr().out))
    record.validate()
    assert record == memcon.read(memcon.Document(REPORT, "call.txt"))


def test_several_reports_are_json_lines_and_a_summary(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("rows.csv").write_text("id,text,date\n1,One minister left.,2021-01-02\n2,,\n3,Two ministers came.,\n", "utf-8")
    assert main(["read", "--json", str(report), "rows.csv"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["call.txt", "1", "3"]
    assert "memcon: rows.csv, line 3: no text" in err
    assert err.splitlines()[-1].startswith("3 reports in ")
    assert err.splitlines()[-1].endswith("1 could not be read")


def test_page(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--html", "page.html"]) == 0
    assert "Flavia Elphberg" in Path("page.html").read_text("utf-8")
    assert main(["read", str(report), "--html", "-"]) == 0
    assert "<!DOCTYPE html>" in capsys.readouterr().out
    assert main(["read", str(report), "--html", "no/such/page.html"]) == 2
    assert "no/such/page.html: no such file" in capsys.readouterr().err


def test_brief(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--brief", str(report)]) == 0
    assert len(capsys.readouterr().out.splitlines()) >= 3


def test_standard_input(report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["read", "--json"], ["read", "--json", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
        assert main(arguments) == 0
        assert json.loads(capsys.readouterr().out)["document"]["text"] == REPORT


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read", "none.txt"], "memcon: none.txt: no such file or directory"),
        (["read", "call.txt", "--date", "soon"], "memcon: 'soon' is not a date; write it as 2025-01-31"),
        (["read", "empty.txt"], "memcon: empty.txt: is empty"),
        (["read", "long.txt"], "memcon: long.txt: the text has 1,000,001 characters"),
    ],
)
def test_faults_are_one_line_and_exit_code_2(
    report: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    Path("empty.txt").write_text("")
    Path("long.txt").write_text("The ministers talked again. "[:25] * 40_000 + "x" * 1)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(says)
    assert err.count("\n") == 1


def test_other_language_is_kept_and_said(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("fr.txt").write_text("Le président de la République a reçu hier le ministre des affaires étrangères.", "utf-8")
    assert main(["read", "fr.txt"]) == 0
    assert "Not English" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["read", "--help"]])
def test_help_and_version(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    out = capsys.readouterr().out
    assert stop.value.code == 0
    assert (memcon.__version__ if arguments == ["--version"] else "examples:") in out


def run(arguments: list[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-m", "memcon", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment,
    )  # fmt: skip


def test_reader_that_stops_reading_is_no_error(report: Path) -> None:
    Path("rows.csv").write_text("text\n" + f"{REPORT}" * 300, "utf-8")
    process = run(["read", "--json", "rows.csv"])
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"memcon"')
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert b"Traceback" not in err
    assert b"BrokenPipe" not in err


def test_terminal_that_knows_only_ascii(report: Path) -> None:
    report.write_text("“We met,” said the president of Türkiye, in Paris on Monday 3 March 2025, of the €5bn.", "utf-8")
    out, err = run(["read", str(report)]).communicate()
    assert err == b""
    assert b"We met" in out
    out, _ = run(["read", "--json", str(report)]).communicate()
    assert json.loads(out.decode("utf-8"))["document"]["text"].startswith("“We met,”")


def test_asking_for_help_does_not_load_the_parser() -> None:
    code = """import sys, memcon.cli
try: memcon.cli.main(['--help'])
except SystemExit: pass
assert 'spacy' not in sys.modules"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, stdout=subprocess.DEVNULL)


def test_own_actors(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("own.tsv").write_text("name\tkind\tcountry\tsector\trole\nFlavia Elphberg\tperson\tAUT\tGOV\tqueen\n", "utf-8")
    assert main(["read", "--json", str(report), "--actors", "own.tsv"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert ("Flavia Elphberg", "AUT", "queen") in [(a["name"], a["country"], a["role"]) for a in record["actors"]]
    assert main(["read", str(report), "--actors", "none.tsv"]) == 2
    assert capsys.readouterr().err == "memcon: none.tsv: no such file or directory\n"
