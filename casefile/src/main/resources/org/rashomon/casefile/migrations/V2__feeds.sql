-- What watching feeds leaves: no evidence but the watcher's memory, changed in place and outside the chain of events.

UPDATE meta SET value = '2' WHERE name = 'format';

-- How each feed stands. number: the order in which they came.
CREATE TABLE feed (
    url        ${text} NOT NULL PRIMARY KEY,
    number     INTEGER NOT NULL,
    title      ${text},
    etag       ${text},
    modified   ${text},
    looked_at  ${text},
    not_before ${text},
    failures   INTEGER NOT NULL,
    error      ${text}
) ${strict};

-- Pages that feeds lead to, those of each feed as it was read last. stamp: what the feed said of the page when it was asked.
CREATE TABLE feed_page (
    feed      ${text} NOT NULL REFERENCES feed (url),
    number    INTEGER NOT NULL,
    url       ${text} NOT NULL,
    stamp     ${text} NOT NULL,
    etag      ${text},
    modified  ${text},
    looked_at ${text},
    failures  INTEGER NOT NULL,
    error     ${text},
    PRIMARY KEY (feed, url)
) ${strict};

-- One look at all feeds; what came is what the chain of events has between head_before and head_after.
CREATE TABLE feed_look (
    number      INTEGER NOT NULL PRIMARY KEY,
    began       ${text} NOT NULL,
    ended       ${text} NOT NULL,
    head_before INTEGER NOT NULL,
    head_after  INTEGER NOT NULL,
    feeds       INTEGER NOT NULL,
    failed      INTEGER NOT NULL,
    pages       INTEGER NOT NULL,
    refused     INTEGER NOT NULL
) ${strict};
