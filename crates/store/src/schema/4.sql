-- Schema 4: what coded a document, and how its text is laid out, so that it can be coded anew. Neither is known of
-- documents that were stored before.

ALTER TABLE document ADD COLUMN coder TEXT;
ALTER TABLE document ADD COLUMN layout TEXT;

CREATE INDEX document_coder ON document (coder);
