-- Schema 3 in SQLite: keys alone are stored, without a row behind them.

CREATE TABLE shelf (
    place BIGINT NOT NULL,
    document BIGINT NOT NULL REFERENCES document (key) ON DELETE CASCADE,
    PRIMARY KEY (place, document)
) WITHOUT ROWID;

CREATE INDEX shelf_document ON shelf (document);
