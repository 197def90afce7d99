-- Schema 3: in how many pairs of records of a story one says what the other denies, and no groups of superseded
-- revisions. Groups of before are dropped.

DELETE FROM story_event;
DELETE FROM story;
DELETE FROM link;
DELETE FROM duplicate;

ALTER TABLE story ADD COLUMN contradictions BIGINT NOT NULL DEFAULT 0;
