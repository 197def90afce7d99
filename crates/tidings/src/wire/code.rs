//! Codes in their written form, for serde: the nouns themselves know nothing of serialization.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;
use std::{fmt::Display, str::FromStr};

/// Writes one code as a string.
pub fn serialize<T: Display, S: Serializer>(code: &T, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(code)
}

/// Reads one code.
pub fn deserialize<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: FromStr<Err: Display>,
    D: Deserializer<'de>,
{
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// A code or `null`.
pub mod option {
    use super::*;

    /// Writes it.
    pub fn serialize<T: Display, S: Serializer>(code: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match code {
            Some(code) => to.collect_str(code),
            None => to.serialize_none(),
        }
    }

    /// Reads it.
    pub fn deserialize<'de, T, D>(from: D) -> Result<Option<T>, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|t| t.parse().map_err(D::Error::custom)).transpose()
    }
}

/// A list of codes.
pub mod list {
    use super::*;

    /// Writes it.
    pub fn serialize<T: Display, S: Serializer>(codes: &[T], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(codes.iter().map(ToString::to_string))
    }

    /// Reads it.
    pub fn deserialize<'de, T, D>(from: D) -> Result<Vec<T>, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let texts: Vec<String> = Vec::deserialize(from)?;
        texts.iter().map(|t| t.parse().map_err(D::Error::custom)).collect()
    }
}
