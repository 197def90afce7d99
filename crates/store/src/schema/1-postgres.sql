-- Schema 1 in PostgreSQL: pages by address (hashed, since addresses may be longer than an index takes), and full text
-- by columns that the database computes. Of a long article the first 200,000 characters can be searched: an index
-- entry has a limit.

CREATE INDEX document_url ON document USING hash (url);

ALTER TABLE document ADD COLUMN document_words TSVECTOR
    GENERATED ALWAYS AS (to_tsvector('english', left(coalesce(title, '') || ' ' || text, 200000))) STORED;
CREATE INDEX document_words ON document USING gin (document_words);

ALTER TABLE record ADD COLUMN record_words TSVECTOR
    GENERATED ALWAYS AS (to_tsvector('english', left(evidence || ' ' || names, 200000))) STORED;
CREATE INDEX record_words ON record USING gin (record_words);
