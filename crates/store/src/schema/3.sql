-- Schema 3: in how many pairs of records of a story one says what the other denies, and no groups of superseded
-- revisions. Groups of before are dropped.

DELETE FROM story_event;
DELETE FROM story;
DELETE FROM link;
DELETE FROM duplicate;

ALTER TABLE story ADD COLUMN contradictions BIGINT NOT NULL DEFAULT 0;

-- The first of the records that tell the same event; null where it is told once.
ALTER TABLE record ADD COLUMN same_as BIGINT REFERENCES record (key) ON DELETE SET NULL;
CREATE INDEX record_same_as ON record (same_as);

-- How far documents are grouped, which they are like, and (shelf) where those that another may be like are found.

-- 1 once it was compared with the others.
ALTER TABLE document ADD COLUMN grouped BIGINT NOT NULL DEFAULT 0 CHECK (grouped IN (0, 1));
-- The first document of its story.
ALTER TABLE document ADD COLUMN founder BIGINT REFERENCES document (key) ON DELETE SET NULL;
-- 0 while the story that begins with it must be described anew.
ALTER TABLE document ADD COLUMN described BIGINT NOT NULL DEFAULT 1 CHECK (described IN (0, 1));

CREATE INDEX document_founder ON document (founder);
CREATE INDEX document_ungrouped ON document (key) WHERE grouped = 0 AND superseded_by IS NULL;
CREATE INDEX document_undescribed ON document (key) WHERE described = 0;

-- The earlier documents that one is most like.
CREATE TABLE alike (
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    other BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    likeness DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (document, other)
);

CREATE INDEX alike_other ON alike (other);

-- How often groups were changed: who holds some in memory sees whether they still hold.
CREATE TABLE grouping_state (generation BIGINT NOT NULL);
INSERT INTO grouping_state (generation) VALUES (0);
