//! Place names held against corpora of news whose toponyms have coordinates: LGL, GeoWebNews and GeoVirus.
//!
//! * [`read`] reads their three XML formats
//! * [`find`](find::find) reads an article and pairs what it names with what the corpus has
//! * [`score`] counts
//!
//! *Recognition* counts the corpus's toponyms, whether or not they have coordinates: in LGL all, names and demonyms,
//! streets and rivers, metonyms and names within names of organisations; in GeoWebNews those with coordinates, which are
//! the same kinds without streets; in GeoVirus all, which are names only. What a corpus annotates beyond that (the
//! expressions, languages and people of GeoWebNews) is passed over: it is not missed, and finding it is no fault; so are
//! demonyms in GeoVirus. A span is right *exactly*, or where it *overlaps*, each with one of the other side.
//!
//! *Resolution* is asked of recognised (overlapping) toponyms with coordinates: the country, and whether the point lies
//! within 161 km (100 miles) or the place is the same in
//! GeoNames, whose middles of countries have moved. A found toponym without country or point is wrong. The country of the corpus's place is the
//! one it states (LGL), else that of the listed place with its GeoNames number, else that of the nearest listed place.

pub mod find;
pub mod read;
pub mod score;
