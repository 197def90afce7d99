-- What users ask. These views are a promise (docs/store.md); the tables behind them are not. They are made anew with
-- every schema.

CREATE VIEW documents AS
SELECT d.id, d.url, d.file, d.outlet, d.published, d.title, d.text, d.sha256, d.records AS events, d.reason,
    d.revision, s.id AS superseded_by, c.id AS copy_of
FROM document d
LEFT JOIN document s ON s.key = d.superseded_by
LEFT JOIN duplicate u ON u.document = d.key AND u.cluster <> d.key
LEFT JOIN document c ON c.key = u.cluster;

CREATE VIEW all_events AS
SELECT r.id, d.id AS document, s.id AS story, r.superseded, r.day, r.type, r.mode, r.status, r.quad, r.score, r.cameo,
    a.text AS actor, a.name AS actor_name, a.country AS actor_country, a.sector AS actor_sector,
    a.entity AS actor_entity,
    b.text AS recipient, b.name AS recipient_name, b.country AS recipient_country, b.sector AS recipient_sector,
    b.entity AS recipient_entity,
    r.place, r.place_country, r.place_admin1, r.lat, r.lon, r.place_precision,
    r.time_start, r.time_end, r.time_precision,
    r.killed, r.injured, r.arrested, r.participants,
    r.source_kind, r.hedge, r.words, r.evidence, r.evidence_start, r.evidence_end, r.confidence,
    d.published, d.outlet, d.title, d.url, COALESCE(f.id, r.id) AS same_as, r.json
FROM record r
JOIN document d ON d.key = r.document
LEFT JOIN record f ON f.key = r.same_as
LEFT JOIN actor a ON a.record = r.key AND a.role = 'actor' AND a.position = 0
LEFT JOIN actor b ON b.record = r.key AND b.role = 'recipient' AND b.position = 0
LEFT JOIN story_event m ON m.record = r.key
LEFT JOIN story s ON s.key = m.story;

CREATE VIEW events AS
SELECT id, document, story, day, type, mode, status, quad, score, cameo,
    actor, actor_name, actor_country, actor_sector, actor_entity,
    recipient, recipient_name, recipient_country, recipient_sector, recipient_entity,
    place, place_country, place_admin1, lat, lon, place_precision, time_start, time_end, time_precision,
    killed, injured, arrested, participants,
    source_kind, hedge, words, evidence, evidence_start, evidence_end, confidence,
    published, outlet, title, url, same_as, json
FROM all_events
WHERE superseded = 0;

CREATE VIEW happenings AS
SELECT COALESCE(f.id, r.id) AS id, min(r.day) AS first_day, max(r.day) AS last_day, count(*) AS events,
    count(DISTINCT r.document) AS articles, count(DISTINCT COALESCE(h.outlet, h.id, d.outlet, d.id)) AS outlets,
    count(DISTINCT COALESCE(c.entity, c.text)) AS claimants,
    sum(CASE r.status WHEN 'occurred' THEN 1 ELSE 0 END) AS occurred,
    sum(CASE r.status WHEN 'historical' THEN 1 ELSE 0 END) AS historical,
    sum(CASE r.status WHEN 'planned' THEN 1 ELSE 0 END) AS planned,
    sum(CASE r.status WHEN 'considered' THEN 1 ELSE 0 END) AS considered,
    sum(CASE r.status WHEN 'hypothetical' THEN 1 ELSE 0 END) AS hypothetical,
    sum(CASE r.status WHEN 'denied' THEN 1 ELSE 0 END) AS denied
FROM record r
JOIN document d ON d.key = r.document
LEFT JOIN record f ON f.key = r.same_as
LEFT JOIN duplicate u ON u.document = d.key
LEFT JOIN document h ON h.key = u.cluster
LEFT JOIN claim c ON c.record = r.key AND c.position = 0
WHERE r.superseded = 0
GROUP BY COALESCE(f.id, r.id);

CREATE VIEW actors AS
SELECT r.id AS event, a.role, a.position, a.text, a.name, a.country, a.sector, a.entity, a.implicit
FROM actor a
JOIN record r ON r.key = a.record
WHERE r.superseded = 0;

CREATE VIEW claims AS
SELECT r.id AS event, c.position, c.kind, c.text, c.cue, c.quote, c.entity
FROM claim c
JOIN record r ON r.key = c.record
WHERE r.superseded = 0;

CREATE VIEW daily_dyads AS
SELECT NULLIF(day, '') AS day, NULLIF(actor_country, '') AS actor_country,
    NULLIF(recipient_country, '') AS recipient_country, type, status, events,
    CAST(hundredths AS DOUBLE PRECISION) / 100 AS score_sum,
    CAST(hundredths AS DOUBLE PRECISION) / 100 / events AS score_mean
FROM daily_dyad;

CREATE VIEW stories AS
SELECT s.id, s.title, s.time_start, s.time_end, s.participants, count(r.key) AS events,
    count(DISTINCT r.document) AS documents, count(DISTINCT d.outlet) AS outlets, s.contradictions, s.json
FROM story s
LEFT JOIN story_event m ON m.story = s.key
LEFT JOIN record r ON r.key = m.record AND r.superseded = 0
LEFT JOIN document d ON d.key = r.document
GROUP BY s.key, s.id, s.title, s.time_start, s.time_end, s.participants, s.contradictions, s.json;
