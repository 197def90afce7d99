//! Cells in PostgreSQL's binary form.

use crate::Value;
use ::postgres::types::private::BytesMut;
use ::postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use std::borrow::Cow;
use std::error::Error;

type Failure = Box<dyn Error + Sync + Send>;

/// A cell as it is read.
pub(super) struct Cell<'a>(pub(super) Value<'a>);

/// Whether cells of a type can be shown.
pub(super) fn shows(kind: &Type) -> bool {
    matches!(*kind, Type::BOOL | Type::INT2 | Type::INT4 | Type::INT8 | Type::OID | Type::FLOAT4 | Type::FLOAT8)
        || matches!(*kind, Type::NUMERIC | Type::DATE | Type::UNKNOWN | Type::JSON | Type::VOID)
        || <&str as FromSql>::accepts(kind)
}

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Failure> {
        Ok(Cell(match *kind {
            Type::BOOL => Value::Integer(bool::from_sql(kind, raw)?.into()),
            Type::INT2 => Value::Integer(i16::from_sql(kind, raw)?.into()),
            Type::INT4 => Value::Integer(i32::from_sql(kind, raw)?.into()),
            Type::OID => Value::Integer(u32::from_sql(kind, raw)?.into()),
            Type::INT8 => Value::Integer(i64::from_sql(kind, raw)?),
            Type::FLOAT4 => Value::Real(f32::from_sql(kind, raw)?.into()),
            Type::FLOAT8 => Value::Real(f64::from_sql(kind, raw)?),
            Type::NUMERIC => Value::Real(decimal(raw).ok_or("not a numeric")?),
            Type::DATE => Value::Text(Cow::Owned(day(i32::from_sql(&Type::INT4, raw)?))),
            Type::VOID => Value::Null,
            _ => Value::Text(Cow::Borrowed(std::str::from_utf8(raw)?)),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failure> {
        Ok(Cell(Value::Null))
    }

    fn accepts(kind: &Type) -> bool {
        shows(kind)
    }
}

/// A `NUMERIC`: digits to the base of 10,000, the weight of the first of them, and a sign.
fn decimal(raw: &[u8]) -> Option<f64> {
    let half = |at: usize| Some(i16::from_be_bytes(raw.get(at..at + 2)?.try_into().ok()?));
    let (weight, sign) = (half(2)?, half(4)? as u16);
    let digits = raw.get(8..)?.chunks_exact(2).map(|pair| i16::from_be_bytes([pair[0], pair[1]]));
    let value: f64 =
        digits.enumerate().map(|(at, digit)| f64::from(digit) * power(i32::from(weight) - at as i32)).sum();
    match sign {
        0 => Some(value),
        0x4000 => Some(-value),
        _ => Some(f64::NAN),
    }
}

/// Powers of 10,000; a division is exact where a product with a fraction is not.
fn power(exponent: i32) -> f64 {
    if exponent < 0 { 1.0 / 10_000f64.powi(-exponent) } else { 10_000f64.powi(exponent) }
}

/// A day, counted from 2000-01-01.
fn day(since: i32) -> String {
    // From the first of March of a year that 400 divides, leap days fall on the ends of periods.
    let days = i64::from(since) + 730_425;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

impl ToSql for Value<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Integer(number) => number.to_sql(kind, out),
            Value::Real(number) => number.to_sql(kind, out),
            // PostgreSQL holds no NUL; its stand-in keeps all offsets.
            Value::Text(text) => text.replace('\0', "\u{fffd}").to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_2000() {
        for (since, want) in
            [(0, "2000-01-01"), (-1, "1999-12-31"), (59, "2000-02-29"), (60, "2000-03-01"), (9230, "2025-04-09")]
        {
            assert_eq!(day(since), want);
        }
    }

    #[test]
    fn numerics_are_read() {
        let check = |halves: &[i16], want: f64| {
            let raw: Vec<u8> = halves.iter().flat_map(|half| half.to_be_bytes()).collect();
            assert_eq!(decimal(&raw), Some(want), "{halves:?}");
        };
        check(&[0, 0, 0, 0], 0.0);
        check(&[2, 0, 0, 2, 9, 5000], 9.5);
        check(&[2, 1, 0x4000, 0, 123, 4567], -1_234_567.0);
        check(&[1, -1, 0, 2, 2500], 0.25);
        assert_eq!(decimal(&[0, 1]), None);
    }
}
