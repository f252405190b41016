"""`memcon kb show`."""

import pytest

from memcon.cli import main


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["Congo"], 0, ["1. Democratic Republic of the Congo (state, COD, GOV)", "2. Republic of the Congo"]),
        (
            ["Joe Biden", "--date", "2021-01-19"],
            0,
            ["(person, USA, ELI) [Q6279]", "vice president, USA, 2009-01-20 to 2017-01-20"],
        ),
        (
            ["Joe Biden", "--date", "2021-01-20"],
            0,
            ["Joe Biden, President (person, USA, GOV)", "2021-01-20 to 2025-01-20"],
        ),
        (["Pentagon"], 0, ["US Department of Defense (government, USA, MIL)", "stands for the body", "source: "]),
        (["EU", "--date", "2019-01-01"], 0, ["28 members: AUT BEL"]),
        (["the Kremlin"], 0, ["Russia (state, RUS, GOV)", "metonym: "]),
        (
            ["the Kazakh president", "--date", "2018-05-01"],
            0,
            ["Nursultan Nazarbayev, President (person, KAZ, GOV)", "title; holder on the day"],
        ),
        (["President Biden", "--date", "2025-03-01"], 1, ["not in the knowledge base on 2025-03-01"]),
        (["Nobody Inparticular"], 1, ["not in the knowledge base"]),
    ],
)
def test_show(arguments: list[str], code: int, told: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kb", "show", *arguments]) == code
    out = capsys.readouterr().out
    assert [part for part in told if part not in out] == []
