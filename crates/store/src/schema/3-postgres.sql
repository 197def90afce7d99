-- Schema 3 in PostgreSQL.

CREATE TABLE shelf (
    place BIGINT NOT NULL,
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    PRIMARY KEY (place, document)
);

CREATE INDEX shelf_document ON shelf (document);
