-- Schema 3 in PostgreSQL.

CREATE TABLE shelf (
    hash BIGINT NOT NULL,
    stretch BIGINT NOT NULL,
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    PRIMARY KEY (hash, stretch, document)
);

CREATE INDEX shelf_document ON shelf (document);
