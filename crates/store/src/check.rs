//! Whatever should not be in a database, sought by queries that find nothing in a sound one.

use crate::StoreError;
use crate::engine::{Dialect, Engine};
use std::fmt;
use std::ops::ControlFlow;

/// Something that should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// Where, and what.
    pub detail: String,
}

/// What can be wrong with a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// The database's own files are damaged.
    Damage,
    /// A row belongs to something that is not there.
    Orphan,
    /// A document has not all of its records, or a record not all of its parts.
    Half,
    /// Revisions of a page do not follow each other.
    Revision,
    /// Counts per day do not agree with the records.
    Counts,
    /// Copies, links or stories do not fit what they are of.
    Groups,
    /// The index of words does not cover what is there.
    Words,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            FaultKind::Damage => "damage",
            FaultKind::Orphan => "orphan",
            FaultKind::Half => "half",
            FaultKind::Revision => "revision",
            FaultKind::Counts => "counts",
            FaultKind::Groups => "groups",
            FaultKind::Words => "words",
        })
    }
}

/// All faults, those of one kind together.
pub(crate) fn check<E: Engine>(engine: &mut E) -> Result<Vec<Fault>, StoreError> {
    let damage = engine.damage()?.into_iter();
    let mut found: Vec<Fault> = damage.map(|detail| Fault { kind: FaultKind::Damage, detail }).collect();
    for (kind, sql) in queries(engine.dialect()) {
        engine.rows(&sql, &[], &mut |row| {
            let detail = row.first().and_then(|cell| cell.text()).unwrap_or_default().to_owned();
            found.push(Fault { kind, detail });
            ControlFlow::Continue(())
        })?;
    }
    Ok(found)
}

fn queries(dialect: Dialect) -> Vec<(FaultKind, String)> {
    let orphans = BELONGS.iter().map(|row| (FaultKind::Orphan, orphans(row)));
    let words = match dialect {
        Dialect::Sqlite => WORDS,
        Dialect::Postgres => &[],
    };
    let fixed = SOUND.iter().chain(GROUPS).chain(words).map(|(kind, sql)| (*kind, (*sql).to_owned()));
    orphans.chain(fixed).collect()
}

/// Table, column, and the table whose key it names.
type Belongs = (&'static str, &'static str, &'static str);

const BELONGS: &[Belongs] = &[
    ("document", "superseded_by", "document"),
    ("record", "document", "document"),
    ("record", "same_as", "record"),
    ("document", "founder", "document"),
    ("alike", "document", "document"),
    ("alike", "other", "document"),
    ("shelf", "document", "document"),
    ("actor", "record", "record"),
    ("claim", "record", "record"),
    ("dyad", "record", "record"),
    ("duplicate", "document", "document"),
    ("duplicate", "cluster", "document"),
    ("link", "earlier", "record"),
    ("link", "later", "record"),
    ("document", "founder", "document"),
    ("shelf", "document", "document"),
    ("alike", "document", "document"),
    ("alike", "other", "document"),
    ("story_event", "record", "record"),
    ("story_event", "story", "story"),
];

fn orphans((table, column, owner): &Belongs) -> String {
    format!(
        "SELECT 'a row of {table} names {owner} ' || c.{column} || ', which is not there'
         FROM {table} c LEFT JOIN {owner} o ON o.key = c.{column}
         WHERE c.{column} IS NOT NULL AND o.key IS NULL"
    )
}

const SOUND: &[(FaultKind, &str)] = &[
    (
        FaultKind::Half,
        "SELECT 'document ' || d.id || ' was stored with ' || d.records || ' records and has ' || count(r.key)
         FROM document d LEFT JOIN record r ON r.document = d.key
         GROUP BY d.key, d.id, d.records HAVING count(r.key) <> d.records",
    ),
    (
        FaultKind::Half,
        "SELECT 'record ' || r.id || ' was stored with ' || r.parts || ' participants and sources and has '
            || ((SELECT count(*) FROM actor a WHERE a.record = r.key)
                + (SELECT count(*) FROM claim c WHERE c.record = r.key))
         FROM record r WHERE r.parts <> (SELECT count(*) FROM actor a WHERE a.record = r.key)
            + (SELECT count(*) FROM claim c WHERE c.record = r.key)",
    ),
    (
        FaultKind::Revision,
        "SELECT 'page ' || url || ' has ' || count(*) || ' latest revisions' FROM document
         WHERE url IS NOT NULL AND superseded_by IS NULL GROUP BY url HAVING count(*) > 1",
    ),
    (
        FaultKind::Revision,
        "SELECT 'record ' || r.id || ' is marked otherwise than its document' FROM record r
         JOIN document d ON d.key = r.document
         WHERE r.superseded <> CASE WHEN d.superseded_by IS NULL THEN 0 ELSE 1 END",
    ),
    (
        FaultKind::Counts,
        "SELECT 'on ' || x.day || ', ' || x.actor_country || ' > ' || x.recipient_country || ', ' || x.type || ', '
                || x.status || ': ' || x.events || ' events of score ' || x.hundredths || '/100 are not counted so'
             FROM (SELECT coalesce(r.day, '') AS day, p.actor_country, p.recipient_country, r.type, r.status,
                count(*) AS events, CAST(sum(CAST(round(r.score * 100) AS BIGINT)) AS BIGINT) AS hundredths
                FROM record r JOIN dyad p ON p.record = r.key WHERE r.superseded = 0
                GROUP BY coalesce(r.day, ''), p.actor_country, p.recipient_country, r.type, r.status
                EXCEPT SELECT day, actor_country, recipient_country, type, status, events, hundredths FROM daily_dyad) x",
    ),
    (
        FaultKind::Counts,
        "SELECT 'on ' || y.day || ', ' || y.actor_country || ' > ' || y.recipient_country || ', ' || y.type || ', '
            || y.status || ' events are counted, and there are none'
         FROM (SELECT day, actor_country, recipient_country, type, status FROM daily_dyad
            EXCEPT SELECT coalesce(r.day, ''), p.actor_country, p.recipient_country, r.type, r.status
            FROM record r JOIN dyad p ON p.record = r.key WHERE r.superseded = 0) y",
    ),
];

const GROUPS: &[(FaultKind, &str)] = &[
    (
        FaultKind::Groups,
        "SELECT 'record ' || a.id || ' is linked with ' || b.id || ', and they are not marked as the same' FROM link l
         JOIN record a ON a.key = l.earlier JOIN record b ON b.key = l.later
         WHERE a.same_as IS NULL OR b.same_as IS NULL OR a.same_as <> b.same_as",
    ),
    (
        FaultKind::Groups,
        "SELECT 'record ' || r.id || ' is marked as the same as another and linked with none' FROM record r
         WHERE r.same_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM link l WHERE l.earlier = r.key OR l.later = r.key)",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || d.id || ' is in a story and was not compared, or superseded' FROM document d
         WHERE d.founder IS NOT NULL AND (d.grouped = 0 OR d.superseded_by IS NOT NULL)",
    ),
    (
        FaultKind::Groups,
        "SELECT 'story ' || s.id || ' has no records' FROM story s
         WHERE NOT EXISTS (SELECT 1 FROM story_event m WHERE m.story = s.key)",
    ),
    (
        FaultKind::Groups,
        "SELECT 'record ' || r.id || ' is in a story and superseded' FROM story_event m
         JOIN record r ON r.key = m.record WHERE r.superseded = 1",
    ),
    (
        FaultKind::Groups,
        "SELECT 'record ' || a.id || ' is linked with ' || b.id || ' of the same document' FROM link l
         JOIN record a ON a.key = l.earlier JOIN record b ON b.key = l.later WHERE a.document = b.document",
    ),
    (
        FaultKind::Groups,
        "SELECT 'record ' || a.id || ' is linked with ' || b.id || ', and one of them is superseded' FROM link l
         JOIN record a ON a.key = l.earlier JOIN record b ON b.key = l.later WHERE a.superseded + b.superseded > 0",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || d.id || ' is a copy and superseded' FROM duplicate u
         JOIN document d ON d.key = u.document WHERE d.superseded_by IS NOT NULL",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || d.id || ' is a copy of ' || h.id || ', which heads no copies' FROM duplicate u
         JOIN document d ON d.key = u.document JOIN document h ON h.key = u.cluster
         WHERE NOT EXISTS (SELECT 1 FROM duplicate o WHERE o.document = u.cluster AND o.cluster = u.cluster)",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || h.id || ' heads copies of which there are none' FROM duplicate u
         JOIN document h ON h.key = u.cluster GROUP BY u.cluster, h.id HAVING count(*) = 1",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || id || ' was compared and has no place' FROM document
         WHERE grouped = 1 AND founder IS NULL",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || id || ' has a place and was not compared' FROM document d
         WHERE grouped = 0 AND (founder IS NOT NULL OR EXISTS (SELECT 1 FROM shelf s WHERE s.document = d.key)
            OR EXISTS (SELECT 1 FROM alike a WHERE a.document = d.key))",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || id || ' has a place and is superseded' FROM document
         WHERE grouped = 1 AND superseded_by IS NOT NULL",
    ),
    (
        FaultKind::Groups,
        "SELECT 'document ' || d.id || ' is placed with ' || f.id || ', which is placed elsewhere' FROM document d
         JOIN document f ON f.key = d.founder WHERE f.grouped = 1 AND f.founder <> f.key",
    ),
    (
        FaultKind::Groups,
        "SELECT 'story ' || s.id || ' is told by documents that are not placed together' FROM story s
         JOIN story_event m ON m.story = s.key JOIN record r ON r.key = m.record
         JOIN document d ON d.key = r.document JOIN document f ON f.key = d.founder
         GROUP BY s.key, s.id HAVING count(DISTINCT f.key) > 1 AND min(f.described) = 1",
    ),
];

const WORDS: &[(FaultKind, &str)] = &[
    (
        FaultKind::Words,
        "SELECT 'document ' || d.id || ' cannot be found by its words' FROM document d
         WHERE d.key NOT IN (SELECT id FROM document_words_docsize)",
    ),
    (
        FaultKind::Words,
        "SELECT 'words of document ' || w.id || ' are left, which is not there' FROM document_words_docsize w
         WHERE w.id NOT IN (SELECT key FROM document)",
    ),
    (
        FaultKind::Words,
        "SELECT 'record ' || r.id || ' cannot be found by its words' FROM record r
         WHERE r.key NOT IN (SELECT id FROM record_words_docsize)",
    ),
    (
        FaultKind::Words,
        "SELECT 'words of record ' || w.id || ' are left, which is not there' FROM record_words_docsize w
         WHERE w.id NOT IN (SELECT key FROM record)",
    ),
];
