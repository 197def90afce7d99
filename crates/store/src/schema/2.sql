-- Schema 2: what is found across documents: copies, records of one event, stories.

-- Near-identical documents share a cluster; each says why it is in it.
CREATE TABLE duplicate (
    document BIGINT PRIMARY KEY REFERENCES document (key) ON DELETE CASCADE,
    cluster BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    similarity DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX duplicate_cluster ON duplicate (cluster);

-- Records of different documents that tell the same event.
CREATE TABLE link (
    earlier BIGINT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    later BIGINT NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    weight DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (earlier, later)
);

CREATE INDEX link_later ON link (later);

CREATE TABLE story (
    key {key},
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    time_start TEXT,
    time_end TEXT,
    participants TEXT NOT NULL,
    json TEXT NOT NULL
);

CREATE TABLE story_event (
    record BIGINT PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,
    story BIGINT NOT NULL REFERENCES story (key) ON DELETE CASCADE,
    reason TEXT NOT NULL
);

CREATE INDEX story_event_story ON story_event (story);
