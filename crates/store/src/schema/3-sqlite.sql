-- Schema 3 in SQLite: keys alone are stored, without a row behind them.

CREATE TABLE shelf (
    hash BIGINT NOT NULL,
    stretch BIGINT NOT NULL,
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    PRIMARY KEY (hash, stretch, document)
) WITHOUT ROWID;

CREATE INDEX shelf_document ON shelf (document);
