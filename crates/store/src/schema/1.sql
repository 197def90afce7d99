-- Schema 1: documents, their records, who takes part, on whose word, and counts per day.
-- {key} is the database's own way to number rows. All else is common SQL.

CREATE TABLE document (
    key {key},
    id TEXT NOT NULL UNIQUE,
    identity TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    file TEXT,
    url TEXT,
    outlet TEXT,
    published TEXT,
    title TEXT,
    text TEXT NOT NULL,
    reason TEXT,
    records BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    superseded_by BIGINT REFERENCES document (key)
);

CREATE INDEX document_superseded_by ON document (superseded_by);

CREATE TABLE record (
    key {key},
    id TEXT NOT NULL UNIQUE,
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    superseded BIGINT NOT NULL CHECK (superseded IN (0, 1)),
    day TEXT,
    type TEXT NOT NULL,
    mode TEXT,
    quad BIGINT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    cameo TEXT NOT NULL,
    status TEXT NOT NULL,
    place TEXT,
    place_country TEXT,
    place_admin1 TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    place_precision TEXT,
    time_start TEXT,
    time_end TEXT,
    time_precision TEXT,
    killed BIGINT,
    injured BIGINT,
    arrested BIGINT,
    participants BIGINT,
    source_kind TEXT,
    hedge TEXT,
    words TEXT NOT NULL,
    evidence TEXT NOT NULL,
    names TEXT NOT NULL,
    evidence_start BIGINT NOT NULL,
    evidence_end BIGINT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    parts BIGINT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (document, position)
);

CREATE INDEX record_day ON record (day, status, score);
CREATE INDEX record_type ON record (type, day);
CREATE INDEX record_status ON record (status, day);
CREATE INDEX record_place ON record (place_country, day);

CREATE TABLE actor (
    record BIGINT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position BIGINT NOT NULL,
    text TEXT,
    name TEXT,
    country TEXT,
    sector TEXT,
    entity TEXT,
    implicit BIGINT NOT NULL CHECK (implicit IN (0, 1)),
    PRIMARY KEY (record, role, position)
);

CREATE INDEX actor_country ON actor (country, role, record);

CREATE TABLE claim (
    record BIGINT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT,
    cue TEXT,
    quote TEXT NOT NULL,
    entity TEXT,
    PRIMARY KEY (record, position)
);

-- Which country did it to which, per record; '' where a side has none.
CREATE TABLE dyad (
    record BIGINT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    actor_country TEXT NOT NULL,
    recipient_country TEXT NOT NULL,
    PRIMARY KEY (record, actor_country, recipient_country)
);

CREATE INDEX dyad_countries ON dyad (actor_country, recipient_country, record);

-- The same counted per day; hundredths are sums of scores, whole so that they never drift.
CREATE TABLE daily_dyad (
    day TEXT NOT NULL,
    actor_country TEXT NOT NULL,
    recipient_country TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    events BIGINT NOT NULL,
    hundredths BIGINT NOT NULL,
    PRIMARY KEY (day, actor_country, recipient_country, type, status)
);

CREATE INDEX daily_dyad_empty ON daily_dyad (events) WHERE events = 0;
CREATE INDEX daily_dyad_countries ON daily_dyad (actor_country, recipient_country, day);
