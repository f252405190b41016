""" "I" and "we" outside quotations: who signs a text, who puts it out, and whose turn it is."""

from __future__ import annotations

import pytest

import memcon

SIGNED = [
    (
        "Anna Halm, Foreign Minister of Latvia\n\nToday I condemn the raid on the harbour. We urge Belarus to free the "
        "crew.",
        [("I", ["Anna Halm"]), ("We", ["Anna Halm", "Latvia"])],
    ),
    (
        "Antony J. Blinken, Secretary of State\n\nI welcome this important step and wish the crew a calm sea.",
        [("I", ["Antony Blinken"]), ("I", ["Antony Blinken"])],
    ),
    (
        "Dear colleagues,\n\nI propose that the strait stay open.\n\nSincerely,\n\nAnna Halm\n\nMinister of Transport",
        [("I", ["Anna Halm"])],
    ),
    (
        "The harbour was quiet at dawn. I believe that the ferry should sail.\n\n• Viktor Sarkis is a columnist",
        [("I", ["Viktor Sarkis"])],
    ),
    (
        "This joint statement was issued by the Governments of Norway, Latvia and Finland.\n\nWe "
        "condemn the raid on the harbour.",
        [("We", ["Norway", "Latvia", "Finland"])],
    ),
    (
        "The following declaration was adopted by Secretary of State Marco Halm of the United States and Foreign "
        "Minister Jean Veil of France on the raid.\n\nWe urge Belarus to free the crew.",
        [("We", ["Marco Halm", "Jean Veil"])],
    ),
    (
        "The European Commission announced today that the fee would fall. We expect that ports will profit.",
        [("We", ["European Commission"])],
    ),
    ("The harbour was quiet. We hope that the ferry will sail.", [("We", [])]),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_the_text_s_own_voice(text, expected):
    record = memcon.read(text)
    names = {a.id: a.name for a in record.actors}
    own = [s for s in record.statements if s.source and s.source.text.lower() in ("i", "we")]
    assert [(s.source.text, [names[i] for i in s.speakers]) for s in own] == expected


def test_i_in_a_quotation_is_not_the_signer():
    text = "Anna Halm, Foreign Minister of Latvia\n\nI am glad. Viktor Sarkis told us: “I know the crew is safe.”"
    told = {m.start: a.name for a in memcon.read(text).actors for m in a.mentions if m.text == "I"}
    assert told == {text.index("I am"): "Anna Halm", text.index("I know"): "Viktor Sarkis"}


def test_turns_that_come_once_are_told_by_a_title_and_a_name():
    record = memcon.read(
        "Visit to the port\n\nPRESIDENT DANKO: (Via interpreter) (In progress) migration is a shared duty.\n\nI thank "
        "our hosts.\n\nSECRETARY HALM: We agree with you."
    )
    turns = [s for s in record.statements if "transcript" in s.flags]
    assert [(s.source.text, [c.text for c in s.content]) for s in turns] == [
        ("PRESIDENT DANKO", ["migration is a shared duty.", "I thank our hosts."]),
        ("SECRETARY HALM", ["We agree with you."]),
    ]
    inner = next(s for s in record.statements if s.source and s.source.text == "I")
    assert inner.speakers == turns[0].speakers


CUT = [
    ("Officials won't say whether the ferry will sail.", "Officials", "won't say"),
    ("The ministry can't confirm that the ferry has sailed.", "The ministry", "can't confirm"),
    ("The French-led mission cannot confirm that the ferry has sailed.", "The French-led mission", "cannot confirm"),
]


@pytest.mark.parametrize(("text", "source", "cue"), CUT)
def test_no_span_ends_within_a_word(text, source, cue):
    (found,) = memcon.read(text).statements
    assert (found.source.text, found.cue.text) == (source, cue)


TOGETHER = [
    (
        "Norway's foreign minister, Kari Lund, met her Chadian counterpart, Idriss Mahamat, in Oslo on Monday. “We "
        "agreed to restart the talks in June,” Lund wrote on X.",
        ["Kari Lund", "Idriss Mahamat"],
    ),
    (
        "Prime Minister Lena Oduya of Kenya spoke by phone with President Marek Toth of Slovakia. “We had a good "
        "discussion of the grain deal,” she said.",
        ["Lena Oduya", "Marek Toth"],
    ),
    (
        "After talks with President Samia Hassan of Tanzania, Kenya's president, Grace Wambui, said: “We will build "
        "our own port.”",
        ["Grace Wambui", "Kenya"],
    ),
    (
        "Kenya's president, Grace Wambui, met President Samia Hassan of Tanzania. “We agreed with Uganda on a port,” "
        "Wambui said.",
        ["Grace Wambui", "Kenya"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_we_after_a_meeting_are_those_who_met_where_both_act(text, expected):
    actors = memcon.read(text).actors
    assert {a.name for a in actors for m in a.mentions if m.text == "We"} == set(expected)
