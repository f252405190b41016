"""Sentences and the events expected of them: type, mode, status, countries of source and target."""

from __future__ import annotations

import pytest

import memcon
from memcon.facts import Event, Record

# sentence, type, mode or None, source countries, target countries (for a reciprocal event all stand in source)
CASES = [
    # active
    ("Norway condemned Peru over the new tax.", "ACCUSE", "disapprove", "NOR", "PER"),
    ("Kenya recalled its ambassador from Morocco.", "SANCTION", "withdraw", "KEN", "MAR"),
    ("Japan lifted sanctions on Bolivia.", "RETREAT", None, "JPN", "BOL"),
    ("Serbia imposed an embargo on Norway.", "COERCE", "restrict", "SRB", "NOR"),
    ("Peru signed a fishing agreement with Chile.", "SUPPORT", None, "PER", "CHL"),
    ("Morocco sent tents and medicine to Chad after the floods.", "AID", None, "MAR", "TCD"),
    ("Norway praised Kenya for its work on refugees.", "SUPPORT", None, "NOR", "KEN"),
    # passive
    ("Peru was criticised by Norway.", "ACCUSE", "disapprove", "NOR", "PER"),
    ("Three Kenyan diplomats were expelled by Morocco.", "SANCTION", "expel", "MAR", "KEN"),
    # the state of the place where nobody else is named
    ("Norwegian jets bombed the airport near Tripoli.", "ASSAULT", None, "NOR", "LBY"),
    ("Peru delivered aid to the town of Sfax.", "AID", None, "PER", "TUN"),
    ("Norway's foreign minister attended a conference in Chile.", "CONSULT", "visit", "NOR", "CHL"),
    ("Peruvian soldiers fought alongside Chadian troops against Mali.", "ASSAULT", None, "PER", "MLI"),
    ("Activists from Peru staged a protest in Oslo.", "PROTEST", None, "PER", "NOR"),
    ("Kenyan Foreign Minister Jane Doe arrived in Damascus Sunday for talks.", "CONSULT", None, "KEN", "SYR"),
    ("Norwegian police freed the mayor of Sfax.", "RETREAT", None, "NOR", "TUN"),
    ("Norwegian jets bombed a camp of the Islamic State near Mosul.", "ASSAULT", None, "NOR", "IRQ"),
    ("Peruvian troops left their posts in northern Chile.", "RETREAT", None, "PER", "CHL"),
    ("Students from Peru rallied outside the Kenyan embassy in Oslo.", "PROTEST", None, "PER", "KEN"),
    # the state of those who act at home
    ("Norwegian prosecutors opened an investigation into the bank.", "ACCUSE", "investigate", "NOR", "NOR"),
    ("Peru lifted a two-month state of emergency.", "RETREAT", None, "PER", "PER"),
    # whose the raid was, and who was hurt in it
    ("Five farmers were wounded in a Kenyan air raid in Damascus.", "ASSAULT", None, "KEN", "SYR"),
    # infinitival chains
    ("Norway agreed to send tents to Chad.", "AGREE", None, "NOR", "TCD"),
    ("Peru refused to meet Chile.", "REJECT", "meet", "PER", "CHL"),
    ("Kenya threatened to invade Morocco.", "THREATEN", "violence", "KEN", "MAR"),
    ("Norway urged Serbia to release the prisoners.", "REQUEST", None, "NOR", "SRB"),
    ("Chile will not lift sanctions on Peru.", "REJECT", None, "CHL", "PER"),
    ("Peru failed to reach an agreement with Chile.", "REJECT", "meet", "PER", "CHL"),
    ("Norway said it would free four Kenyan hostages.", "AGREE", None, "NOR", "KEN"),
    ("Norway demanded that Serbia hand over the tanks.", "REQUEST", None, "NOR", "SRB"),
    ("Norway called on Serbia to withdraw its troops.", "REQUEST", "yield", "NOR", "SRB"),
    # nouns and light verbs
    ("Norway held talks with Kenya.", "CONSULT", None, "NOR", "KEN"),
    ("Peru had a telephone conversation with Japan.", "CONSULT", "phone", "PER", "JPN"),
    ("Norway launched an investigation into Peru.", "ACCUSE", "investigate", "NOR", "PER"),
    ("Kenya gave Morocco an ultimatum.", "THREATEN", "relations", "KEN", "MAR"),
    # what is said belongs to what is said
    ("Kenya said that Chad had attacked Sudan.", "ASSAULT", None, "TCD", "SDN"),
    ("Norway said that Peru must free the hostages.", "REQUEST", None, "NOR", "PER"),
    # what is received, and from whom
    ("Peru received tanks from Norway.", "AID", None, "NOR", "PER"),
    ("Chile came under attack from Kenya.", "ASSAULT", None, "KEN", "CHL"),
    # control and raising
    ("Norway wants Serbia to free the hostages.", "REQUEST", None, "NOR", "SRB"),
    ("Peru is going to send tents to Chad.", "AGREE", None, "PER", "TCD"),
    ("Kenya began to shell Somalia.", "ASSAULT", "heavy-weapons", "KEN", "SOM"),
    ("Japan offered to mediate between Peru and Chile.", "AGREE", None, "JPN", "PER"),
    # reduced clauses, existentials, purposes
    ("Norway condemned Serbia, accusing Peru of fraud.", "ACCUSE", "disapprove", "NOR", "SRB"),
    ("There were nine Kenyan soldiers killed by Somalia.", "ASSAULT", None, "SOM", "KEN"),
    ("Norway gave a shipment of tents to help Chad.", "AID", None, "NOR", "TCD"),
    ("Peru lifted the sanctions imposed on Chile.", "RETREAT", None, "PER", "CHL"),
    # who rules where someone is arrested
    ("Two Norwegian journalists were arrested in Serbia.", "COERCE", "arrest", "SRB", "NOR"),
    ("Two Norwegian journalists were arrested in Belgrade.", "COERCE", "arrest", "SRB", "NOR"),
    # headlines
    ("Russia expels two Norwegian diplomats", "SANCTION", "expel", "RUS", "NOR"),
    # nominals
    ("Peru regretted the attack on Chile by Norway.", "ASSAULT", None, "NOR", "CHL"),
    # modes by the words of the act
    ("Kenya threatened to annex Somalia.", "THREATEN", "territory", "KEN", "SOM"),
    # relative clause, conjunction
    ("Norway, which expelled two diplomats of Peru, is in Europe.", "SANCTION", "expel", "NOR", "PER"),
    ("Norway condemned and expelled two diplomats of Peru.", "SANCTION", "expel", "NOR", "PER"),
]


def _countries(record: Record, ids: tuple[str, ...]) -> set[str | None]:
    return {actor.country for actor in record.actors if actor.id in ids}


@pytest.mark.parametrize(("sentence", "kind", "mode", "source", "target"), CASES)
def test_coding(sentence: str, kind: str, mode: str | None, source: str, target: str) -> None:
    record = memcon.read(sentence)
    told = [(e.type, e.modes, _countries(record, e.source), _countries(record, e.target)) for e in record.events]
    found = [e for e in record.events if e.type == kind]
    assert found, told
    assert mode is None or mode in found[0].modes, told
    assert source in _countries(record, found[0].source), told
    assert target in _countries(record, found[0].target), told


@pytest.mark.parametrize(
    ("sentence", "kind", "countries"),
    [
        ("Norway and Kenya met in Geneva.", "CONSULT", {"NOR", "KEN"}),
        ("Norway, Chad, and Kenya met on Monday.", "CONSULT", {"NOR", "TCD", "KEN"}),
        ("Norway and Kenya agreed to count the people in the camps.", "AGREE", {"NOR", "KEN"}),
        ("Norway and Peru reaffirmed their commitment to the partnership.", "AGREE", {"NOR", "PER"}),
        ("Chile and Peru signed a water treaty.", "SUPPORT", {"CHL", "PER"}),
    ],
)
def test_reciprocal_events_list_all_parties_as_source(sentence: str, kind: str, countries: set[str]) -> None:
    record = memcon.read(sentence)
    event = next(e for e in record.events if e.type == kind)
    assert event.reciprocal
    assert _countries(record, event.source) == countries
    assert not event.target


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Norway did not attack Peru.", "ASSAULT", "negated"),
        ("Norway attacked Peru.", "ASSAULT", "actual"),
        ("Norway may attack Peru.", "ASSAULT", "hypothetical"),
        ("Kenya invited the president of Chad to Nairobi.", "CONSULT", "future"),
        ("Peru failed to capture Norway.", "ASSAULT", "negated"),
        ("Norway can no longer help Chad.", "AID", "negated"),
        ("Norway is able to help Chad.", "AID", "hypothetical"),
        ("Norway must stop and then help Chad.", "AID", "hypothetical"),
        ("Has Norway attacked Peru?", "ASSAULT", "hypothetical"),
        ("Why did Norway not attack Peru?", "ASSAULT", "hypothetical"),
        ("The minister denied that Norway had attacked Peru.", "ASSAULT", "negated"),
        ("She was sceptical that Norway had attacked Peru.", "ASSAULT", "hypothetical"),
        ("Norway is due to attack Peru.", "ASSAULT", "future"),
        ("If Norway attacks Peru, the road will close.", "ASSAULT", "hypothetical"),
        ("She saw the need for a withdrawal of Kenyan troops from Chad.", "RETREAT", "hypothetical"),
        ("Chad's president will visit Lima on 3 August.", "AGREE", "future"),
        ("Peru's envoy is due to hold talks with Chad's ministers next month.", "AGREE", "future"),
        ("Peru plans to meet Chad's envoys in May.", "AGREE", "future"),
        ("Peru promised to meet Chad's envoys in May.", "AGREE", "actual"),
        ("Peru will send aid to Chad.", "AGREE", "actual"),
    ],
)
def test_status(sentence: str, kind: str, status: str) -> None:
    assert [e.status for e in memcon.read(sentence).events if e.type == kind] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian sales of salmon to Japan came to 60,000 tonnes.",
        "Thank you, Norway.",
        "The president of Norway wrote about bombing Peru.",
        "The president of Norway demonstrated how cold the winter was.",
        "She travelled to Norway to see her aunt.",
        "The minister of Norway spoke to reporters.",
        "Norway told Peru that the road was open.",
        "Norway fired off a letter on Monday.",
        "The statement was released by Norway.",
        "Norway threatens to be the coldest country of the year.",
        "They work in Peru and Chile.",
        "We have long worked together.",
        "Norway and Peru agreed that the winter had been cold.",
    ],
)
def test_no_event(sentence: str) -> None:
    assert [(e.type, e.rule) for e in memcon.read(sentence).events] == []


def test_contexts_come_from_the_act_its_topics_and_the_report() -> None:
    text = (
        "Norway held talks with Kenya about a uranium plant. Norway praised Kenya. "
        "The uranium is kept in a cave. Nuclear fuel burns long. It is safe."
    )
    events = {e.type: e.contexts for e in memcon.read(text).events}
    assert "cbrn" in events["CONSULT"]
    assert "cbrn" in events["SUPPORT"]


def test_one_happening_told_twice_is_one_event() -> None:
    text = "Norway held talks with Kenya. The leaders of Norway and Kenya discussed trade, fish and visas."
    events = memcon.read(text).events
    assert [e.type for e in events] == ["CONSULT"]
    assert [m.text for m in events[0].mentions] == ["The leaders of Norway and Kenya discussed trade, fish and visas."]
    assert [t.text for t in events[0].topics] == ["trade", "fish", "visas"]


def test_spans_and_scores_stand() -> None:
    record = memcon.read("On Monday Norway expelled two diplomats of Peru. Kenya condemned Norway.")
    record.validate()
    by_type: dict[str, Event] = {e.type: e for e in record.events}
    assert by_type["SANCTION"].trigger.text == "expelled"
    assert (by_type["SANCTION"].score, by_type["SANCTION"].cameo, by_type["SANCTION"].quad) == (-5.5, "166", 4)
    assert (by_type["ACCUSE"].score, by_type["ACCUSE"].goldstein) == (-2.0, -2.0)
    assert all(e.rule for e in record.events)


def test_a_host_is_an_actor_only_where_it_is_a_party() -> None:
    struck = memcon.read("Norwegian jets bombed the airport near Tripoli.")
    [host] = [actor for actor in struck.actors if actor.country == "LBY"]
    assert (host.kind, [(m.text, m.via) for m in host.mentions]) == ("state", [("Tripoli", "metonym")])
    told = memcon.read("Norway signed a fishing agreement with Peru near Tripoli.")
    assert {actor.country for actor in told.actors} == {"NOR", "PER"}


def test_a_raid_does_not_tell_whose_its_victims_are() -> None:
    record = memcon.read("Five farmers were wounded in a Kenyan air raid.")
    [event] = record.events
    assert [a.country for a in record.actors if a.id in event.target] == [None]


def test_an_act_late_in_a_list_of_what_is_asked_for_is_not_done_by_who_asks() -> None:
    text = (
        "Norway calls upon Mali to honour its word, to cease this bloodshed, withdraw its troops from Niger, and wait."
    )
    assert {event.type for event in memcon.read(text, published="2024-05-15").events} == {"REQUEST"}


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("A Chilean envoy met the Peruvian president in Cusco on Thursday.", "CONSULT", "Cusco"),
        ("Norway's minister will travel to Tokyo, Japan, on Monday.", "AGREE", "Tokyo"),
        ("Norway's minister visited Lima.", "CONSULT", "Lima"),
        ("Chad's army bombed a school near Niamey.", "ASSAULT", "Niamey"),
        ("Peru condemned the raid near Santiago by Chile's police.", "ACCUSE", None),
        ("Norway's minister spoke by telephone with his Peruvian counterpart about the war in Mali.", "CONSULT", None),
    ],
)
def test_place(sentence: str, kind: str, place: str | None) -> None:
    record = memcon.read(sentence, published="2024-05-14")
    names = {p.id: p.text for p in record.places}
    assert [names.get(e.where or "") for e in record.events if e.type == kind][:1] == [place]


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("Peru jailed a Chilean, but Chile's minister said on Sunday he would protest.", "COERCE", "2024-05-14"),
        ("Peru arrested two Chilean officers who had fled in 2021.", "COERCE", "2024-05-14"),
        ("On Sunday Peru arrested two Chilean officers.", "COERCE", "2024-05-12"),
    ],
)
def test_a_time_of_another_clause_is_not_that_of_the_act(sentence: str, kind: str, day: str) -> None:
    (when,) = (e.when for e in memcon.read(sentence, published="2024-05-14").events if e.type == kind)
    assert when is not None
    assert when.value == day


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("Chile's president held talks with Peru's president on water and mining.", ["water", "mining"]),
        ("Peru's minister met his Chilean counterpart to discuss copper prices, a new railway and the war in Mali.",
         ["copper prices", "new railway", "war in Mali"]),
        ("Norway's minister spoke with Peru's minister about the war in Mali, our work with allies and cod.",
         ["war in Mali", "work with allies and cod"]),
        ("Norway's minister travelled to Peru on this first trip to the Andes.", []),
        ("Peru's minister spoke with Chile's minister about that.", []),
        ("Norway's minister met Peru's minister on the basis of an old promise.", []),
    ],
)  # fmt: skip
def test_topics_of_talks(sentence: str, topics: list[str]) -> None:
    assert [t.text for e in memcon.read(sentence).events for t in e.topics] == topics
