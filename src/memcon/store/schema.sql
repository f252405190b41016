-- The tables of a record file, schema version 2. docs/store.md has the diagram and says how they are read.
--
-- Ids. A document's id is the first 16 hexadecimal digits of a SHA-256 over its text and its address (or, where it has
-- none, its publisher). A fact's id is that id, a slash, and the id the record gives it: '0f3a…/e1'. Both are the same in
-- every file and on every machine.
--
-- Keys. A column that refers to another table says so behind it. DuckDB would enforce it with an index on either side;
-- that doubles the file, and a referred row cannot be replaced within one transaction, as re-coding does. So the keys
-- are checked where rows come in (Record.validate) and, over a whole file, by memcon.store.integrity.
--
-- Offsets (start, stop) are code points into documents.text, stop exclusive, and the text beside them stands there.
-- `maker` is 'coder' for what was read, 'person' for a fact as somebody has edited it, whose id is the coder's with a ~
-- behind it. The views *_now choose.

CREATE TABLE about (
    schema_version INTEGER NOT NULL,
    memcon VARCHAR NOT NULL,               -- version of memcon that made the file
    sketch VARCHAR NOT NULL,               -- by what rules `sketches` and `links` are made
    views VARCHAR NOT NULL                 -- hash of views.sql
);

-- Which memcon, with which models, coded a document.
CREATE TABLE codings (
    id VARCHAR PRIMARY KEY,                -- hash of the rest
    format INTEGER NOT NULL,               -- of the record
    version VARCHAR NOT NULL,
    models VARCHAR NOT NULL                -- JSON: name -> SHA-256
);

CREATE TABLE documents (
    id VARCHAR PRIMARY KEY,
    lineage VARCHAR NOT NULL,              -- -> documents.id: the first version that came in; all versions share it
    arrival BIGINT NOT NULL,               -- 1, 2, 3… in the order they came in
    given_id VARCHAR NOT NULL,             -- the id its source gave it: a guid, a row's id, a path
    id_key VARCHAR,                        -- by which versions find one another: from given_id …
    url_key VARCHAR,                       -- … and from url, without what does not tell pages apart
    title VARCHAR,
    url VARCHAR,
    publisher VARCHAR,
    author VARCHAR,
    published DATE,
    published_from VARCHAR,                -- given, metadata, text
    language VARCHAR,                      -- ISO 639-1
    text VARCHAR NOT NULL,
    words INTEGER NOT NULL,                -- rows of `words` times their `times`: the document's length
    coding VARCHAR NOT NULL,               -- -> codings.id
    added TIMESTAMP NOT NULL,              -- UTC
    coded TIMESTAMP NOT NULL
);

-- Every word of every document, folded to lower case, with how often it stands there: for full-text search.
CREATE TABLE words (
    word VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    times INTEGER NOT NULL
);

CREATE TABLE actors (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country VARCHAR,                       -- ISO 3166 alpha-3, or PLOVER's international codes
    sector VARCHAR,                        -- PLOVER
    role VARCHAR,
    wikidata VARCHAR,
    known BOOLEAN NOT NULL,
    key VARCHAR NOT NULL                   -- the same for the same actor in every document
);

CREATE TABLE mentions (
    actor VARCHAR NOT NULL,                -- -> actors.id
    document VARCHAR NOT NULL,             -- -> documents.id
    n INTEGER NOT NULL,                    -- 1, 2, 3… in the order of the record
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    via VARCHAR NOT NULL,
    how VARCHAR NOT NULL
);

CREATE TABLE places (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    country VARCHAR,
    lat DOUBLE,
    lon DOUBLE,
    geonames BIGINT
);

CREATE TABLE times (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    value VARCHAR NOT NULL,                -- TIMEX3
    mod VARCHAR,
    first_day DATE,
    last_day DATE
);

CREATE TABLE statements (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,                 -- direct, indirect, mixed
    source STRUCT(start INTEGER, stop INTEGER, text VARCHAR),
    cue STRUCT(start INTEGER, stop INTEGER, text VARCHAR),
    content STRUCT(start INTEGER, stop INTEGER, text VARCHAR)[] NOT NULL,
    medium VARCHAR,
    said_value VARCHAR,
    said_first_day DATE,
    said_last_day DATE,
    said_time VARCHAR,                     -- -> times.id
    said_via VARCHAR,
    within VARCHAR,                        -- -> statements.id: the one that reports this one
    cue_class VARCHAR,
    decided_by VARCHAR NOT NULL,
    flags VARCHAR[] NOT NULL
);

CREATE TABLE statement_actors (
    statement VARCHAR NOT NULL,            -- -> statements.id
    document VARCHAR NOT NULL,             -- -> documents.id
    role VARCHAR NOT NULL,                 -- speaker, addressee
    n INTEGER NOT NULL,                    -- 1, 2, 3… in the order of the record
    actor VARCHAR NOT NULL                 -- -> actors.id
);

CREATE TABLE figures (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    value DOUBLE NOT NULL,                 -- of a range, its low end
    value_high DOUBLE,                     -- of a range, its high end
    unit VARCHAR,                          -- ISO 4217, percent, percentage point, or a noun
    unit_name VARCHAR,
    change VARCHAR NOT NULL,               -- = ~ < > up down
    indicator VARCHAR,
    indicator_text STRUCT(start INTEGER, stop INTEGER, text VARCHAR),
    period_value VARCHAR,
    period_first_day DATE,
    period_last_day DATE,
    period_time VARCHAR,                   -- -> times.id
    period_via VARCHAR,
    compared_kind VARCHAR,                 -- growth, share, rank, difference
    compared_figure VARCHAR,               -- -> figures.id
    compared_value VARCHAR,
    compared_first_day DATE,
    compared_last_day DATE,
    compared_time VARCHAR,                 -- -> times.id
    compared_via VARCHAR,
    same_as VARCHAR[] NOT NULL,            -- -> figures.id
    statement VARCHAR                      -- -> statements.id
);

CREATE TABLE figure_actors (
    figure VARCHAR NOT NULL,               -- -> figures.id
    document VARCHAR NOT NULL,             -- -> documents.id
    role VARCHAR NOT NULL,                 -- between, from, to
    n INTEGER NOT NULL,
    actor VARCHAR NOT NULL                 -- -> actors.id
);

CREATE TABLE agreements (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    mentions STRUCT(start INTEGER, stop INTEGER, text VARCHAR)[] NOT NULL,
    when_value VARCHAR,
    when_first_day DATE,
    when_last_day DATE,
    when_time VARCHAR,                     -- -> times.id
    when_via VARCHAR,
    place VARCHAR                          -- -> places.id
);

CREATE TABLE agreement_actors (
    agreement VARCHAR NOT NULL,            -- -> agreements.id
    document VARCHAR NOT NULL,             -- -> documents.id
    role VARCHAR NOT NULL,                 -- party
    n INTEGER NOT NULL,
    actor VARCHAR NOT NULL                 -- -> actors.id
);

CREATE TABLE events (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,             -- -> documents.id
    maker VARCHAR NOT NULL,
    type VARCHAR NOT NULL,                 -- PLOVER, 16
    modes VARCHAR[] NOT NULL,
    contexts VARCHAR[] NOT NULL,
    quad INTEGER NOT NULL,                 -- 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material
    score DOUBLE,                          -- PLOVER
    cameo VARCHAR,
    goldstein DOUBLE,
    reciprocal BOOLEAN NOT NULL,
    topics STRUCT(start INTEGER, stop INTEGER, text VARCHAR)[] NOT NULL,
    trigger STRUCT(start INTEGER, stop INTEGER, text VARCHAR) NOT NULL,
    sentence STRUCT(start INTEGER, stop INTEGER, text VARCHAR) NOT NULL,
    when_value VARCHAR,
    when_first_day DATE,
    when_last_day DATE,
    when_time VARCHAR,                     -- -> times.id
    when_via VARCHAR,
    place VARCHAR,                         -- -> places.id
    status VARCHAR NOT NULL,               -- actual, future, hypothetical, negated, historical
    statement VARCHAR,                     -- -> statements.id: the one it stands inside
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    mentions STRUCT(start INTEGER, stop INTEGER, text VARCHAR)[] NOT NULL
);

CREATE TABLE event_actors (
    event VARCHAR NOT NULL,                -- -> events.id
    document VARCHAR NOT NULL,             -- -> documents.id
    role VARCHAR NOT NULL,                 -- source, target
    n INTEGER NOT NULL,
    actor VARCHAR NOT NULL                 -- -> actors.id
);

-- Tests of figures: within a document, and (kind repeat, document NULL) between documents.
CREATE TABLE checks (
    id VARCHAR NOT NULL,
    document VARCHAR,                      -- -> documents.id
    maker VARCHAR NOT NULL,                -- coder, person, or merge where it is between documents
    kind VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,              -- agrees, disagrees, implies, unknown
    stated DOUBLE,
    expected DOUBLE,                       -- of a range, its low end
    expected_high DOUBLE,
    tolerance DOUBLE,
    detail VARCHAR NOT NULL,
    source VARCHAR
);

CREATE TABLE check_figures (
    check_id VARCHAR NOT NULL,             -- -> checks.id
    document VARCHAR,                      -- -> documents.id, as the check has it
    n INTEGER NOT NULL,
    figure VARCHAR NOT NULL                -- -> figures.id
);

-- Where merging looks for the likes of a fact: facts that share a key are compared.
CREATE TABLE sketches (
    kind VARCHAR NOT NULL,                 -- document, event, statement, figure
    hash UBIGINT NOT NULL,                 -- of the key
    fact VARCHAR NOT NULL,                 -- -> documents.id, events.id, statements.id or figures.id
    document VARCHAR NOT NULL              -- -> documents.id
);

-- Pairs of facts of different documents that are alike.
CREATE TABLE links (
    kind VARCHAR NOT NULL,
    a VARCHAR NOT NULL,                    -- -> as sketches.fact; the lesser id of the two
    b VARCHAR NOT NULL,                    -- -> as sketches.fact
    weight DOUBLE NOT NULL                 -- how alike, 0 to 1
);

-- What people said of pairs of facts: that they tell the same, or do not. Found again after re-coding as corrections are.
CREATE TABLE decisions (
    id VARCHAR PRIMARY KEY,
    n BIGINT NOT NULL,                     -- 1, 2, 3… in the order they were made; of one pair, the last counts
    kind VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,              -- merge, split, withdraw (back to what merging finds)
    a VARCHAR,                             -- -> as sketches.fact; NULL when the present coding has it no more
    a_document VARCHAR NOT NULL,           -- -> documents.id
    a_start INTEGER NOT NULL,
    a_stop INTEGER NOT NULL,
    a_among INTEGER NOT NULL,
    b VARCHAR,
    b_document VARCHAR NOT NULL,           -- -> documents.id
    b_start INTEGER NOT NULL,
    b_stop INTEGER NOT NULL,
    b_among INTEGER NOT NULL,
    person VARCHAR NOT NULL,
    made TIMESTAMP NOT NULL,               -- UTC
    why VARCHAR NOT NULL
);

-- Facts of different documents that tell the same: members of a group share its head, the least id among them. What
-- is alone has no row here.
CREATE TABLE merged (
    kind VARCHAR NOT NULL,                 -- document (copies), event (happenings), statement, figure
    fact VARCHAR NOT NULL,                 -- -> documents.id, events.id, statements.id or figures.id
    document VARCHAR NOT NULL,             -- -> documents.id
    head VARCHAR NOT NULL                  -- -> as fact
);

-- What people said of facts. A fact is found again after re-coding by where it stands: its kind, its characters and
-- its number among those of that kind that stand there.
CREATE TABLE corrections (
    id VARCHAR PRIMARY KEY,
    n BIGINT NOT NULL,                     -- 1, 2, 3… in the order they were made; of one fact, the last counts
    document VARCHAR NOT NULL,             -- -> documents.id
    kind VARCHAR NOT NULL,                 -- the table: actors, places, times, statements, figures, agreements, events, checks
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    among INTEGER NOT NULL,
    action VARCHAR NOT NULL,               -- accept, reject, edit, withdraw (back to what the coder says)
    fact VARCHAR,                          -- the coder's fact it is about, NULL when the present coding has it no more
    before VARCHAR NOT NULL,               -- JSON: the fact as the coder had it
    after VARCHAR,                         -- JSON: the fact as the person has it
    person VARCHAR NOT NULL,
    made TIMESTAMP NOT NULL,               -- UTC
    why VARCHAR NOT NULL
);

-- Reports that could not be added, with the reason.
CREATE TABLE failures (
    id VARCHAR PRIMARY KEY,                -- the document's id, or a hash of where it was and the reason
    what VARCHAR NOT NULL,                 -- its id, or file and line
    reason VARCHAR NOT NULL,
    version VARCHAR NOT NULL,              -- of memcon, that failed on it
    made TIMESTAMP NOT NULL                -- UTC
);
