-- The views by which a record file is read: present versions of the documents, facts after correction, merged.
-- They hold no data, and are made anew when a file that an older memcon has made is opened for writing.

-- The version of each document that counts: the one published last, of those the one that came in last. `head` is the
-- document it is a copy of (itself, where it is none, or the first of its copies by id).
CREATE OR REPLACE VIEW documents_now AS
SELECT d.*, coalesce(m.head, d.id) AS head
FROM documents d LEFT JOIN merged m ON m.kind = 'document' AND m.fact = d.id
QUALIFY row_number() OVER (PARTITION BY d.lineage ORDER BY d.published DESC NULLS LAST, d.arrival DESC) = 1;

-- What holds of each fact that people have ruled on: their last word.
CREATE OR REPLACE VIEW rulings AS
SELECT * FROM corrections
QUALIFY row_number() OVER (PARTITION BY document, kind, start, stop, among ORDER BY n DESC) = 1;

-- Facts that count: of present versions, not rejected, and as a person has them where one has edited them. A fact keeps its
-- id through editing (in the tables, the person's has a ~ behind it). `ruling` is accept, edit, or NULL where nobody has
-- looked.
CREATE OR REPLACE VIEW actors_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling
FROM actors f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

CREATE OR REPLACE VIEW places_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling
FROM places f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

CREATE OR REPLACE VIEW times_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling
FROM times f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

-- `utterance` is the head of the statements, here and in other documents, that are the same words of the same speaker.
CREATE OR REPLACE VIEW statements_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling, coalesce(m.head, rtrim(f.id, '~')) AS utterance,
    array_to_string(list_transform(f.content, lambda c: c.text), ' … ') AS words
FROM statements f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
LEFT JOIN merged m ON m.kind = 'statement' AND m.fact = rtrim(f.id, '~')
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

-- `quantity` is the head of the figures, here and in other documents, that give the same indicator for the same
-- parties and period.
CREATE OR REPLACE VIEW figures_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling, coalesce(m.head, rtrim(f.id, '~')) AS quantity
FROM figures f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
LEFT JOIN merged m ON m.kind = 'figure' AND m.fact = rtrim(f.id, '~')
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

CREATE OR REPLACE VIEW agreements_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling
FROM agreements f SEMI JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

-- `happening` is the head of the events, here and in other documents, that are the same happening. `day` is when it was,
-- or the day of the report where that is not known.
CREATE OR REPLACE VIEW events_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling, coalesce(m.head, rtrim(f.id, '~')) AS happening,
    coalesce(f.when_first_day, d.published) AS day
FROM events f JOIN documents_now d ON d.id = f.document
LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
LEFT JOIN merged m ON m.kind = 'event' AND m.fact = rtrim(f.id, '~')
WHERE f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept';

-- Who takes part in the facts that count.
CREATE OR REPLACE VIEW statement_actors_now AS
SELECT l.* REPLACE (rtrim(l.statement, '~') AS statement) FROM statement_actors l
WHERE l.statement NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

CREATE OR REPLACE VIEW figure_actors_now AS
SELECT l.* REPLACE (rtrim(l.figure, '~') AS figure) FROM figure_actors l
WHERE l.figure NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

CREATE OR REPLACE VIEW agreement_actors_now AS
SELECT l.* REPLACE (rtrim(l.agreement, '~') AS agreement) FROM agreement_actors l
WHERE l.agreement NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

CREATE OR REPLACE VIEW event_actors_now AS
SELECT l.* REPLACE (rtrim(l.event, '~') AS event) FROM event_actors l
WHERE l.event NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

CREATE OR REPLACE VIEW check_figures_now AS
SELECT l.* REPLACE (rtrim(l.check_id, '~') AS check_id) FROM check_figures l
WHERE l.check_id NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

CREATE OR REPLACE VIEW mentions_now AS
SELECT l.* REPLACE (rtrim(l.actor, '~') AS actor) FROM mentions l
WHERE l.actor NOT IN (SELECT fact FROM rulings WHERE action = 'edit' AND fact IS NOT NULL);

-- Checks within present documents, and between them.
CREATE OR REPLACE VIEW checks_now AS
SELECT f.* REPLACE (rtrim(f.id, '~') AS id), r.action AS ruling
FROM checks f LEFT JOIN rulings r ON r.fact = rtrim(f.id, '~') AND r.action <> 'withdraw'
WHERE (f.maker = 'person' OR coalesce(r.action, 'accept') = 'accept') AND (f.document IS NULL OR f.document IN (SELECT id FROM documents_now));

-- One row for what a happening is told in figures: an indicator and unit, given in the sentences of its events, with how
-- many reports give it. `agree`: all can be one figure, as they are written (whether rounding explains more is not
-- asked); NULL where one report gives several, of which nobody knows which is meant.
CREATE OR REPLACE VIEW happening_figures AS
SELECT e.happening, f.indicator, f.unit,
    count(DISTINCT e.document) AS documents,
    min(f.value) AS lowest,
    max(coalesce(f.value_high, f.value)) AS highest,
    CASE WHEN count(DISTINCT f.id) = count(DISTINCT e.document)
        THEN max(CASE WHEN f.change = '<' THEN '-inf'::DOUBLE ELSE f.value END)
            <= min(CASE WHEN f.change = '>' THEN 'inf'::DOUBLE ELSE coalesce(f.value_high, f.value) END) END AS agree,
    list(DISTINCT f.id ORDER BY f.id) AS figures
FROM events_now e JOIN figures_now f
    ON f.document = e.document AND f.start >= e.sentence.start AND f.stop <= e.sentence.stop
WHERE f.indicator IS NOT NULL AND f.change NOT IN ('up', 'down')
GROUP BY e.happening, f.indicator, f.unit;

-- One row a happening. `documents` counts the reports that tell it, `reports` those that are no copies of one another.
-- The reports agree on what all of them tell alike; what one of them leaves out is no disagreement, but of the parties.
-- `agree_on_parties`: by countries, or by actors that have none. `agree_on_figures` is NULL where no two reports give a
-- figure of one indicator.
CREATE OR REPLACE VIEW happenings AS
WITH parties AS (
    SELECT l.event, list(DISTINCT coalesce(a.country, a.key) ORDER BY coalesce(a.country, a.key)) AS who
    FROM event_actors_now l JOIN actors_now a ON a.id = l.actor
    GROUP BY l.event
), figures AS (
    SELECT happening, bool_and(agree) AS agree FROM happening_figures WHERE documents > 1 GROUP BY happening
)
SELECT e.happening AS id,
    mode(e.type ORDER BY e.type) AS type,
    mode(e.status ORDER BY e.status) AS status,
    min(e.when_first_day) AS first_day,
    max(e.when_last_day) AS last_day,
    count(DISTINCT e.document) AS documents,
    count(DISTINCT d.head) AS reports,
    min(d.published) AS first_report,
    max(d.published) AS last_report,
    list(e.id ORDER BY e.id) AS events,
    count(DISTINCT e.type) = 1 AS agree_on_type,
    count(DISTINCT e.when_value) <= 1 AS agree_on_day,
    count(DISTINCT p.name) <= 1 AS agree_on_place,
    count(DISTINCT w.who) <= 1 AS agree_on_parties,
    any_value(f.agree) AS agree_on_figures
FROM events_now e JOIN documents_now d ON d.id = e.document
LEFT JOIN places_now p ON p.id = e.place
LEFT JOIN parties w ON w.event = e.id
LEFT JOIN figures f ON f.happening = e.happening
GROUP BY e.happening;

-- One row for the same words of the same speaker.
CREATE OR REPLACE VIEW utterances AS
SELECT s.utterance AS id, count(DISTINCT s.document) AS documents, count(DISTINCT d.head) AS reports,
    min(d.published) AS first_report, max(d.published) AS last_report, list(s.id ORDER BY s.id) AS statements
FROM statements_now s JOIN documents_now d ON d.id = s.document
GROUP BY s.utterance;

-- One row for an indicator, its parties and its period, with the values that are given for it.
CREATE OR REPLACE VIEW quantities AS
SELECT f.quantity AS id, count(DISTINCT f.document) AS documents, count(DISTINCT d.head) AS reports,
    min(f.value) AS lowest, max(coalesce(f.value_high, f.value)) AS highest,
    min(d.published) AS first_report, max(d.published) AS last_report, list(f.id ORDER BY f.id) AS figures
FROM figures_now f JOIN documents_now d ON d.id = f.document
GROUP BY f.quantity;
