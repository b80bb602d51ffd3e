-- One file for SQLite and PostgreSQL; what differs between them is named by placeholders.
-- Positions are places in the chain of events: each row but captures and runs, which are named by their own hashes, came with one.

CREATE TABLE meta (
    name  ${text} NOT NULL PRIMARY KEY,
    value ${text} NOT NULL
) ${strict};

INSERT INTO meta (name, value) VALUES ('format', '1');

-- What made analyses.
CREATE TABLE run (
    id      ${text} NOT NULL PRIMARY KEY,
    version ${text} NOT NULL,
    reader  ${text} NOT NULL,
    digests ${text} NOT NULL,
    parsers ${text} NOT NULL
) ${strict};

-- The bytes of files as they were read, in parts.
CREATE TABLE capture (
    sha256 ${text} NOT NULL PRIMARY KEY,
    bytes  ${long} NOT NULL
) ${strict};

CREATE TABLE capture_part (
    sha256  ${text} NOT NULL REFERENCES capture (sha256),
    number  INTEGER NOT NULL,
    content ${blob} NOT NULL,
    PRIMARY KEY (sha256, number)
) ${strict};

-- given_id: of the input, or made of what it says. home, path and part: where it stood, to know it again.
CREATE TABLE article (
    id       ${text} NOT NULL PRIMARY KEY,
    given_id ${text} NOT NULL,
    home     ${text} NOT NULL,
    path     ${text} NOT NULL,
    part     ${text} NOT NULL,
    url      ${text},
    position INTEGER NOT NULL UNIQUE
) ${strict};

CREATE INDEX article_given ON article (given_id);
CREATE INDEX article_path ON article (path);
CREATE INDEX article_url ON article (url);

CREATE TABLE revision (
    article  ${text} NOT NULL REFERENCES article (id),
    number   INTEGER NOT NULL,
    file     ${text} NOT NULL,
    imprint  ${text} NOT NULL,
    blocks   ${text} NOT NULL,
    notes    ${text} NOT NULL,
    content  ${text} NOT NULL,
    sha256   ${text} NOT NULL,
    capture  ${text} NOT NULL REFERENCES capture (sha256),
    read_at  ${text} NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (article, number)
) ${strict};

CREATE INDEX revision_sha256 ON revision (sha256);

-- The latest of an article is what holds.
CREATE TABLE analysis (
    article  ${text} NOT NULL,
    revision INTEGER NOT NULL,
    run      ${text} NOT NULL REFERENCES run (id),
    body     ${text} NOT NULL,
    made_at  ${text} NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (article, revision, run),
    FOREIGN KEY (article, revision) REFERENCES revision (article, number)
) ${strict};

-- What could not be read, or was passed over; the latest of a source.
CREATE TABLE unread (
    source   ${text} NOT NULL,
    kind     ${text} NOT NULL,
    body     ${text} NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (source, kind)
) ${strict};

CREATE TABLE correction (
    id       ${text} NOT NULL PRIMARY KEY,
    kind     ${text} NOT NULL,
    body     ${text} NOT NULL,
    author   ${text} NOT NULL,
    made_at  ${text} NOT NULL,
    position INTEGER NOT NULL UNIQUE
) ${strict};

CREATE TABLE undoing (
    correction ${text} NOT NULL PRIMARY KEY REFERENCES correction (id),
    author     ${text} NOT NULL,
    made_at    ${text} NOT NULL,
    position   INTEGER NOT NULL UNIQUE
) ${strict};

-- The chain of custody: what came when. Each hash covers its event and the hash before.
CREATE TABLE event (
    position INTEGER NOT NULL PRIMARY KEY,
    kind     ${text} NOT NULL,
    subject  ${text} NOT NULL,
    digest   ${text} NOT NULL,
    at       ${text} NOT NULL,
    previous ${text} NOT NULL,
    hash     ${text} NOT NULL
) ${strict};

CREATE INDEX event_subject ON event (subject);

-- The tables of docs/tables.md as other tools see them, written anew when the program compares.
CREATE TABLE item (
    kind   ${text} NOT NULL,
    number INTEGER NOT NULL,
    body   ${json} NOT NULL,
    PRIMARY KEY (kind, number)
) ${strict};

CREATE VIEW articles AS SELECT number, body ->> 'id' AS id, body ->> 'file' AS file, body ->> 'outlet' AS outlet,
    body ->> 'outletFrom' AS outlet_from, body ->> 'byline' AS byline, body ->> 'credit' AS credit, body ->> 'url' AS url,
    body ->> 'title' AS title, body ->> 'published' AS published, body ->> 'publishedFrom' AS published_from,
    body ->> 'language' AS language, body ->> 'text' AS text, body ->> 'sha256' AS sha256, body ->> 'story' AS story, body
    FROM item WHERE kind = 'articles';
CREATE VIEW claims AS SELECT number, body ->> 'id' AS id, body ->> 'article' AS article, body -> 'speaker' ->> 'id' AS speaker_id,
    body -> 'speaker' ->> 'name' AS speaker, body ->> 'speakerStatus' AS speaker_status, body ->> 'speakerLabel' AS speaker_label,
    body ->> 'affiliation' AS affiliation, body ->> 'act' AS act, body ->> 'targets' AS targets, body ->> 'addressee' AS addressee,
    body ->> 'factuality' AS factuality, body ->> 'incident' AS incident, body ->> 'agreement' AS agreement, body ->> 'story' AS story,
    body FROM item WHERE kind = 'claims';
CREATE VIEW actors AS SELECT number, body ->> 'id' AS id, body ->> 'name' AS name, body ->> 'type' AS type,
    body ->> 'country' AS country, body ->> 'wikidata' AS wikidata, body FROM item WHERE kind = 'actors';
CREATE VIEW incidents AS SELECT number, body ->> 'id' AS id, body ->> 'type' AS type, body ->> 'label' AS label,
    body ->> 'start' AS first_day, body ->> 'end' AS last_day, body ->> 'timePrecision' AS time_precision,
    body -> 'place' ->> 'name' AS place, body ->> 'weapon' AS weapon, body ->> 'story' AS story, body
    FROM item WHERE kind = 'incidents';
CREATE VIEW figures AS SELECT number, body ->> 'id' AS id, body ->> 'article' AS article, body ->> 'low' AS low, body ->> 'high' AS high,
    body ->> 'unit' AS unit, body ->> 'class' AS class, body ->> 'claim' AS claim, body ->> 'incident' AS incident, body
    FROM item WHERE kind = 'figures';
CREATE VIEW agreements AS SELECT number, body ->> 'id' AS id, body ->> 'names' AS names, body ->> 'form' AS form, body ->> 'date' AS date,
    body ->> 'story' AS story, body FROM item WHERE kind = 'agreements';
CREATE VIEW relations AS SELECT number, body ->> 'a' AS a, body ->> 'b' AS b, body ->> 'kind' AS kind, body ->> 'slot' AS slot,
    body ->> 'incident' AS incident, body ->> 'agreement' AS agreement, body ->> 'reason' AS reason, body
    FROM item WHERE item.kind = 'relations';
CREATE VIEW stories AS SELECT number, body ->> 'id' AS id, body ->> 'label' AS label, body ->> 'start' AS first_day,
    body ->> 'end' AS last_day, body FROM item WHERE kind = 'stories';
CREATE VIEW lineage AS SELECT number, body ->> 'from' AS from_article, body ->> 'to' AS to_article, body ->> 'kind' AS kind,
    body ->> 'overlap' AS overlap, body FROM item WHERE item.kind = 'lineage';
CREATE VIEW omissions AS SELECT number, body ->> 'outlet' AS outlet, body ->> 'article' AS article, body ->> 'claim' AS claim,
    body ->> 'incident' AS incident, body FROM item WHERE kind = 'omissions';
