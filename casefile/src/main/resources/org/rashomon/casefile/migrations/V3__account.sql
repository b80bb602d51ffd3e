-- Who may open the case by a password. No part of the chain of custody, and never in a bundle: another machine has its own people.

CREATE TABLE account (
    name    ${text} NOT NULL PRIMARY KEY,
    role    ${text} NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
    secret  ${text} NOT NULL,
    made_at ${text} NOT NULL
) ${strict};

UPDATE meta SET value = '3' WHERE name = 'format';
