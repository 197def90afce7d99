-- Schema 1 in SQLite: pages by address, and full text by FTS5 over what the tables hold, kept in step by triggers.
-- What is deleted leaves no trace in the index.

CREATE INDEX document_url ON document (url);

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO document_words (document_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER document_words_in AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE TRIGGER document_words_out AFTER DELETE ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;

CREATE VIRTUAL TABLE record_words USING fts5 (
    evidence, names, content = 'record', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO record_words (record_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER record_words_in AFTER INSERT ON record BEGIN
    INSERT INTO record_words (rowid, evidence, names) VALUES (new.key, new.evidence, new.names);
END;

CREATE TRIGGER record_words_out AFTER DELETE ON record BEGIN
    INSERT INTO record_words (record_words, rowid, evidence, names)
    VALUES ('delete', old.key, old.evidence, old.names);
END;
