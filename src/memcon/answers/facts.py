"""Facts that are asked for, one row each, as people have corrected them and with what they refer to spelled out."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.answers.filters import Asked, Conditions, conditions, is_party, values

# Names and countries of the actors that a fact has in a role, in the order of the record.
_NAMES = "list(a.name ORDER BY l.n) FILTER (l.role = '{0}') AS {1}, " \
         "list(a.country ORDER BY l.n) FILTER (l.role = '{0}') AS {1}_countries"  # fmt: skip
_DOCUMENT = "d.title, d.url, d.publisher, d.published, d.head"


def events(asked: Asked, merged: bool) -> tuple[str, dict[str, object]]:
    """Events; with `merged` one row a happening: its surest telling in its first report, with all reports counted."""
    made = conditions(asked, "event_actors_now", "event", ("f.day", "coalesce(f.when_last_day, f.day)"),
                      ("source", "target"))  # fmt: skip
    if asked.types:
        made.add("list_contains($types, f.type)", types=[kind.upper() for kind in asked.types])
    if asked.statuses:
        made.add("list_contains($statuses, f.status)", statuses=list(asked.statuses))
    first = "PARTITION BY c.happening ORDER BY d.published NULLS LAST, c.confidence DESC, c.id"
    one = f"QUALIFY row_number() OVER ({first}) = 1" if merged else ""
    query = f"""
        WITH chosen AS (SELECT f.* FROM events_now f {made.where()}),
        parties AS (
            SELECT l.event, {_NAMES.format("source", "source")}, {_NAMES.format("target", "target")}
            FROM event_actors_now l JOIN actors_now a ON a.id = l.actor
            WHERE l.event IN (SELECT id FROM chosen) GROUP BY l.event
        ),
        told AS (
            SELECT e.happening, count(DISTINCT d.head) AS reports, count(DISTINCT e.document) AS documents
            FROM events_now e JOIN documents_now d ON d.id = e.document
            WHERE e.happening IN (SELECT happening FROM chosen) GROUP BY e.happening
        )
        SELECT c.id, c.happening, c.document, c.day, c.when_value, c.when_first_day AS first_day,
            c.when_last_day AS last_day, c.type, c.modes, c.contexts, c.quad, c.score, c.cameo, c.goldstein, c.status,
            c.reciprocal, p.source, p.source_countries, p.target, p.target_countries,
            l.name AS place, l.country AS place_country, l.lat, l.lon, c.sentence.text AS sentence,
            c.sentence.start AS start, c.sentence.stop AS stop, list_transform(c.topics, lambda t: t.text) AS topics,
            c.statement, c.rule, c.confidence, c.ruling, t.reports, t.documents, {_DOCUMENT}
        FROM chosen c JOIN documents_now d ON d.id = c.document
        LEFT JOIN parties p ON p.event = c.id LEFT JOIN told t ON t.happening = c.happening
        LEFT JOIN places_now l ON l.id = c.place
        {one} ORDER BY c.day NULLS LAST, c.id"""
    return query, made.parameters


def statements(asked: Asked) -> tuple[str, dict[str, object]]:
    """Statements. With two parties: one's to the other, or one's that mentions the other in its words."""
    day = "coalesce(f.said_first_day, d.published)"
    whose = Asked((), asked.person, asked.from_, asked.to, documents=asked.documents)
    made = conditions(whose, "statement_actors_now", "statement", (day, f"coalesce(f.said_last_day, {day})"))
    if asked.parties:
        _spoken_between(asked, made)
    if asked.types:
        made.add("list_contains($types, f.kind)", types=[kind.lower() for kind in asked.types])
    query = f"""
        WITH chosen AS (
            SELECT f.*, {day} AS day FROM statements_now f JOIN documents_now d ON d.id = f.document {made.where()}
        ),
        parties AS (
            SELECT l.statement, {_NAMES.format("speaker", "speaker")}, {_NAMES.format("addressee", "addressee")},
                list(a.role ORDER BY l.n) FILTER (l.role = 'speaker') AS speaker_roles
            FROM statement_actors_now l JOIN actors_now a ON a.id = l.actor
            WHERE l.statement IN (SELECT id FROM chosen) GROUP BY l.statement
        )
        SELECT c.id, c.utterance, c.document, c.day, c.kind, p.speaker, p.speaker_countries, p.speaker_roles,
            p.addressee, p.addressee_countries, c.source.text AS source, c.cue.text AS cue, c.words, c.medium, c.within,
            c.content[1].start AS start, c.content[-1].stop AS stop, c.ruling, {_DOCUMENT}
        FROM chosen c JOIN documents_now d ON d.id = c.document LEFT JOIN parties p ON p.statement = c.id
        QUALIFY row_number() OVER (PARTITION BY c.utterance ORDER BY d.published NULLS LAST, c.id) = 1
        ORDER BY c.day NULLS LAST, c.id"""
    return query, made.parameters


def _spoken_between(asked: Asked, made: Conditions) -> None:
    """That one party speaks to the other or mentions it; of a single party, that it speaks or is spoken of or to."""
    made.parameters.update(values(asked.parties))
    speaks, concerned = [], []
    for number, party in enumerate(asked.parties):
        whose = is_party(party, f"party_{number}")
        said = (
            "f.id IN (SELECT l.statement FROM statement_actors_now l JOIN actors_now a ON a.id = l.actor "
            f"WHERE l.role = '{{}}' AND {whose})"
        )
        mentioned = (
            "f.id IN (SELECT rtrim(s.id, '~') FROM statements s JOIN actors_now a ON a.document = s.document "
            f"JOIN mentions_now m ON m.actor = a.id WHERE {whose} "
            "AND m.start >= s.content[1].start AND m.stop <= s.content[-1].stop)"
        )
        speaks.append(said.format("speaker"))
        concerned.append(f"({said.format('addressee')} OR {mentioned})")
    if len(speaks) == 1:
        made.add(f"({speaks[0]} OR {concerned[0]})")
    else:
        made.add(f"(({speaks[0]} AND {concerned[1]}) OR ({speaks[1]} AND {concerned[0]}))")


def figures(asked: Asked) -> tuple[str, dict[str, object]]:
    """Figures, and those that a check holds against them, with parties and the gravest verdict of their checks."""
    day = "coalesce(f.period_last_day, d.published)"
    made = conditions(asked, "figure_actors_now", "figure", (f"coalesce(f.period_first_day, {day})", day))
    if asked.types:
        made.add("list_contains($types, f.indicator)", types=[kind.lower() for kind in asked.types])
    query = f"""
        WITH asked AS (SELECT f.id FROM figures_now f JOIN documents_now d ON d.id = f.document {made.where()}),
        tested AS (
            SELECT l.figure FROM check_figures_now l WHERE l.check_id IN (
                SELECT check_id FROM check_figures_now WHERE figure IN (SELECT id FROM asked)
            )
        ),
        chosen AS (
            SELECT f.* FROM figures_now f
            WHERE f.id IN (SELECT id FROM asked) OR f.id IN (SELECT figure FROM tested)
        ),
        parties AS (
            SELECT l.figure, {_NAMES.format("between", "between_")}, {_NAMES.format("from", "from_")},
                {_NAMES.format("to", "to_")}
            FROM figure_actors_now l JOIN actors_now a ON a.id = l.actor
            WHERE l.figure IN (SELECT id FROM chosen) GROUP BY l.figure
        ),
        verdicts AS (
            SELECT l.figure, list(c.detail ORDER BY c.id) AS checks,
                arg_min(c.verdict, array_position(['disagrees', 'agrees', 'implies', 'unknown'], c.verdict)) AS verdict
            FROM check_figures_now l JOIN checks_now c ON c.id = l.check_id
            WHERE l.figure IN (SELECT id FROM chosen) GROUP BY l.figure
        )
        SELECT c.id, c.quantity, c.document, c.text, c.value, c.value_high, c.unit, c.unit_name, c.change, c.indicator,
            c.indicator_text.text AS indicator_text, c.period_value AS period, c.period_first_day AS first_day,
            c.period_last_day AS last_day, p.between_ AS between_parties, p.from_ AS from_parties, p.to_ AS to_parties,
            c.compared_kind, c.compared_figure, c.same_as, c.statement, v.verdict, v.checks, c.start, c.stop, c.ruling,
            {_DOCUMENT}
        FROM chosen c JOIN documents_now d ON d.id = c.document LEFT JOIN parties p ON p.figure = c.id
        LEFT JOIN verdicts v ON v.figure = c.id
        ORDER BY c.indicator NULLS LAST, c.period_first_day NULLS LAST, d.published, c.id"""
    return query, made.parameters


def agreements(asked: Asked) -> tuple[str, dict[str, object]]:
    """Agreements by name, one row a name and set of parties, with the reports that mention it."""
    day = "coalesce(f.when_first_day, d.published)"
    made = conditions(asked, "agreement_actors_now", "agreement", (day, f"coalesce(f.when_last_day, {day})"))
    if asked.types:
        made.add("list_contains($types, f.kind)", types=[kind.lower() for kind in asked.types])
    query = f"""
        WITH chosen AS (
            SELECT f.*, d.head, d.published
            FROM agreements_now f JOIN documents_now d ON d.id = f.document {made.where()}
        ),
        parties AS (
            SELECT l.agreement, {_NAMES.format("party", "parties")}
            FROM agreement_actors_now l JOIN actors_now a ON a.id = l.actor
            WHERE l.agreement IN (SELECT id FROM chosen) GROUP BY l.agreement
        )
        SELECT min(c.id) AS id, c.name, mode(c.kind ORDER BY c.kind) AS kind, p.parties, p.parties_countries,
            min(c.when_first_day) AS first_day, max(c.when_last_day) AS last_day,
            mode(c.when_value ORDER BY c.when_value) AS when_value, mode(l.name ORDER BY l.name) AS place,
            count(DISTINCT c.head) AS reports, min(c.published) AS first_report, max(c.published) AS last_report,
            list(DISTINCT c.document ORDER BY c.document) AS documents
        FROM chosen c LEFT JOIN parties p ON p.agreement = c.id LEFT JOIN places_now l ON l.id = c.place
        GROUP BY c.name, p.parties, p.parties_countries ORDER BY first_report NULLS LAST, c.name, id"""
    return query, made.parameters


def checks(figures: Sequence[str]) -> tuple[str, dict[str, object]]:
    """The checks in which any of these figures takes part."""
    query = """
        SELECT c.id, c.document, c.kind, c.verdict, c.stated, c.expected, c.expected_high, c.tolerance, c.detail,
            c.source, list(l.figure ORDER BY l.n) AS figures, c.ruling
        FROM checks_now c JOIN check_figures_now l ON l.check_id = c.id
        WHERE c.id IN (SELECT check_id FROM check_figures_now WHERE figure IN (SELECT unnest($figures)))
        GROUP BY ALL ORDER BY c.id"""
    return query, {"figures": list(figures)}


def documents(ids: Sequence[str] | None) -> tuple[str, dict[str, object]]:
    """Documents by day, without their texts; all of them for None."""
    these = "" if ids is None else "WHERE id IN (SELECT unnest($ids))"
    query = f"""
        SELECT id, given_id, title, publisher, author, published, published_from, url, language, words, head,
            left(trim(text), 90) AS opening
        FROM documents_now {these} ORDER BY published NULLS LAST, id"""
    return query, {} if ids is None else {"ids": list(ids)}


def happenings() -> tuple[str, dict[str, object]]:
    """Happenings that more than one document tells."""
    query = """
        SELECT e.happening AS id, list(e.id ORDER BY d.id <> d.head, d.published NULLS LAST, e.id) AS events,
            count(DISTINCT d.head) AS reports, count(DISTINCT d.publisher) AS publishers
        FROM events_now e JOIN documents_now d ON d.id = e.document
        GROUP BY e.happening HAVING count(DISTINCT e.document) > 1 ORDER BY e.happening"""
    return query, {}
