-- Schema 3: in how many pairs of records of a story one says what the other denies.

ALTER TABLE story ADD COLUMN contradictions BIGINT NOT NULL DEFAULT 0;
