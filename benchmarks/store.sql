-- Makes the documents of benchmarks/store.py, which gives the parameters.

CREATE TEMP TABLE made AS
    SELECT i, lpad(to_hex(hash(i)), 16, '0') AS id, DATE '2015-01-01' + CAST(i * 4000 // $documents AS INTEGER) AS day,
        CASE WHEN i % 50 = 0 THEN 0 ELSE CAST(hash(i, 'a') % 40 AS INTEGER) END AS first,
        CASE WHEN i % 50 = 0 THEN 0 ELSE CAST(hash(i, 'b') % 39 AS INTEGER) END AS step,
        $countries[1 + first] AS one, $countries[1 + (first + 1 + step) % 40] AS two
    FROM range($documents) t(i);
INSERT INTO codings VALUES ('made', 1, '0', '{}');
INSERT INTO documents BY NAME
    SELECT id, id AS lineage, i AS arrival, 'report ' || i AS given_id, 'Report ' || i AS title,
        'https://news.example/' || i AS url, 'Gazette ' || i % 40 AS publisher, day AS published,
        'given' AS published_from, 'en' AS language, repeat($sentence, 30) AS text, 480 AS words, 'made' AS coding,
        TIMESTAMP '2026-01-01' AS added, TIMESTAMP '2026-01-01' AS coded
    FROM made ORDER BY i;
INSERT INTO words BY NAME
    SELECT substr(md5(CAST(floor(20000 * pow(hash(i, n) / 18446744073709551616.0, 3)) AS INTEGER)::VARCHAR), 1, 7) AS word,
        id AS document, count(*) AS times
    FROM made, range(250) r(n) GROUP BY ALL ORDER BY document, word;
INSERT INTO words BY NAME SELECT unnest(['trade', 'transit']) AS word, id AS document, 30 AS times FROM made WHERE i % 10 = 0;
INSERT INTO actors BY NAME
    SELECT id || '/a' || n AS id, id AS document, 'coder' AS maker,
        CASE n WHEN 1 THEN 'State ' || one WHEN 2 THEN 'State ' || two
            ELSE 'Person ' || hash(i, n) % 30 || ' of ' || CASE WHEN n % 2 = 1 THEN one ELSE two END END AS name,
        CASE WHEN n < 3 THEN 'state' ELSE 'person' END AS kind, CASE WHEN n % 2 = 1 THEN one ELSE two END AS country,
        'GOV' AS sector, CASE WHEN n > 2 THEN 'minister' END AS role, n < 3 AS known, name AS key
    FROM made, range(1, 7) r(n);
INSERT INTO mentions BY NAME
    SELECT id AS actor, document, n, 90 * n AS start, 90 * n + 8 AS stop, 'mention' AS text, 'name' AS via, 'made' AS how
    FROM actors, range(1, 5) r(n);
INSERT INTO events BY NAME
    SELECT id || '/e' || n AS id, id AS document, 'coder' AS maker, kind[1] AS type, [] AS modes, [] AS contexts,
        CAST(kind[2] AS INTEGER) AS quad, CAST(kind[3] AS DOUBLE) AS score, '040' AS cameo,
        CAST(kind[4] AS DOUBLE) AS goldstein, kind[1] IN ('CONSULT', 'AGREE') AS reciprocal, [] AS topics,
        {'start': 10, 'stop': 15, 'text': 'spoke'} AS trigger, {'start': 0, 'stop': 88, 'text': $sentence} AS sentence,
        CAST(day AS VARCHAR) AS when_value, day AS when_first_day, day AS when_last_day, 'sentence' AS when_via,
        CASE WHEN hash(i, n) % 20 = 0 THEN 'future' ELSE 'actual' END AS status, 'made' AS rule, 0.9 AS confidence,
        [] AS mentions
    FROM (SELECT *, string_split($types[1 + CAST(hash(i, n) % 10 AS INTEGER)], ',') AS kind FROM made, range(1, 5) r(n));
INSERT INTO event_actors BY NAME
    SELECT e.id AS event, e.document, CASE WHEN side = 1 OR e.reciprocal THEN 'source' ELSE 'target' END AS role,
        1 AS n, e.document || '/a' || (side + 2 * (hash(e.id) % 3)) AS actor
    FROM events e, range(1, 3) r(side);
INSERT INTO statements BY NAME
    SELECT id || '/s' || n AS id, id AS document, 'coder' AS maker, 'direct' AS kind,
        [{'start': 100 * n, 'stop': 100 * n + 90, 'text': $sentence}] AS content, 'rule' AS decided_by, [] AS flags
    FROM made, range(1, 3) r(n);
INSERT INTO statement_actors BY NAME
    SELECT id AS statement, document, role, 1 AS n, document || '/a' || CASE role WHEN 'speaker' THEN 3 ELSE 4 END AS actor
    FROM statements, (VALUES ('speaker'), ('addressee')) r(role);
INSERT INTO figures BY NAME
    SELECT id || '/f' || n AS id, id AS document, 'coder' AS maker, 300 AS start, 306 AS stop, '$48bn' AS text,
        CAST(40e9 + hash(i) % 1000 * 1e7 AS DOUBLE) AS value, CASE n WHEN 1 THEN 'USD' ELSE 'EUR' END AS unit,
        '=' AS change, 'trade' AS indicator, CAST(year(day) - 1 AS VARCHAR) AS period_value,
        make_date(year(day) - 1, 1, 1) AS period_first_day, make_date(year(day) - 1, 12, 31) AS period_last_day,
        'sentence' AS period_via, [id || '/f' || (3 - n)] AS same_as
    FROM made, range(1, 3) r(n);
INSERT INTO figure_actors BY NAME
    SELECT id AS figure, document, 'between' AS role, n, document || '/a' || n AS actor FROM figures, range(1, 3) r(n);
INSERT INTO checks BY NAME
    SELECT id || '/c1' AS id, id AS document, 'coder' AS maker, 'currency pair' AS kind, 'agrees' AS verdict,
        'made' AS detail FROM made;
INSERT INTO check_figures BY NAME
    SELECT id || '/c1' AS check_id, id AS document, n, id || '/f' || n AS figure FROM made, range(1, 3) r(n);
DROP TABLE made;
