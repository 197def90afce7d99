//! Float functions that give the same bits on every machine: additions, multiplications and
//! divisions in a fixed order, sums over sixteen lanes that are folded at the end.

/// Lanes of every sum.
pub(crate) const LANES: usize = 16;

/// A number that pushes the fraction of a small float out of its mantissa: adding it rounds to even.
const ROUNDER: f32 = 12_582_912.0;

/// The nearest integer, ties to even, of a number within ±2²².
#[inline(always)]
pub(crate) fn nearest(x: f32) -> i32 {
    ((x + ROUNDER).to_bits() as i32).wrapping_sub(ROUNDER.to_bits() as i32)
}

/// eˣ for x up to 0; below −87 it counts as −87.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + ROUNDER;
    let n = shifted - ROUNDER;
    let r = x - n * 0.693_359_4 - n * -2.121_944_4e-4;
    let p = 1.987_569_1e-4;
    let p = p * r + 1.398_2e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let mantissa = p * (r * r) + r + 1.0;
    let power = (shifted.to_bits() as i32).wrapping_sub(ROUNDER.to_bits() as i32);
    mantissa * f32::from_bits((power.wrapping_add(127) as u32) << 23)
}

/// The error function, by a rational approximation over the range where it is not ±1 yet.
#[inline(always)]
pub(crate) fn erf(x: f32) -> f32 {
    let x = if x > 4.0 { 4.0 } else { x };
    let x = if x < -4.0 { -4.0 } else { x };
    let s = x * x;
    let p = -2.726_142_3e-10;
    let p = p * s + 2.770_681_4e-8;
    let p = p * s + -2.101_024e-6;
    let p = p * s + -5.692_506_6e-5;
    let p = p * s + -7.349_906e-4;
    let p = p * s + -2.954_6e-3;
    let p = p * s + -1.609_603_3e-2;
    let q = -1.456_607_2e-5;
    let q = q * s + -2.133_740_6e-4;
    let q = q * s + -1.682_827e-3;
    let q = q * s + -7.373_329e-3;
    let q = q * s + -1.426_473_9e-2;
    x * p / q
}

/// The exact form of GELU.
#[inline(always)]
pub(crate) fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + erf(x * std::f32::consts::FRAC_1_SQRT_2))
}

/// A sum over lanes.
#[inline(always)]
pub(crate) fn sum(values: &[f32]) -> f32 {
    fold(lanes(values, |lane, x| lane + x))
}

/// The sum of squared distances from a value.
#[inline(always)]
pub(crate) fn squares(values: &[f32], from: f32) -> f32 {
    fold(lanes(values, |lane, x| lane + (x - from) * (x - from)))
}

#[inline(always)]
fn lanes(values: &[f32], step: impl Fn(f32, f32) -> f32) -> [f32; LANES] {
    let mut lanes = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, &x) in lanes.iter_mut().zip(chunk) {
            *lane = step(*lane, x);
        }
    }
    for (lane, &x) in lanes.iter_mut().zip(rest) {
        *lane = step(*lane, x);
    }
    lanes
}

/// A product of two vectors of equal length.
#[inline(always)]
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    let (a, a_rest) = a.as_chunks::<LANES>();
    let (b, b_rest) = b.as_chunks::<LANES>();
    for (x, y) in a.iter().zip(b) {
        for lane in 0..LANES {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    for (lane, (x, y)) in lanes.iter_mut().zip(a_rest.iter().zip(b_rest)) {
        *lane += x * y;
    }
    fold(lanes)
}

#[inline(always)]
fn fold(lanes: [f32; LANES]) -> f32 {
    let eight: [f32; 8] = std::array::from_fn(|i| lanes[i] + lanes[i + 8]);
    let four: [f32; 4] = std::array::from_fn(|i| eight[i] + eight[i + 4]);
    (four[0] + four[2]) + (four[1] + four[3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(got: f32, want: f64, tolerance: f64) {
        assert!((f64::from(got) - want).abs() <= tolerance, "{got} is not {want}");
    }

    #[test]
    fn exp_is_exact_to_a_few_units_in_the_last_place() {
        for i in 0..8700 {
            let x = -f64::from(i) / 100.0;
            check(exp(x as f32), f64::from(x as f32).exp(), 3e-7 * f64::from(x as f32).exp());
        }
    }

    #[test]
    fn erf_has_the_known_values() {
        let known =
            [(0.0, 0.0), (0.1, 0.112_462_916), (0.5, 0.520_499_878), (1.0, 0.842_700_793), (1.5, 0.966_105_146)];
        for (x, want) in known.into_iter().chain([(2.0, 0.995_322_265), (3.0, 0.999_977_910), (5.0, 1.0)]) {
            check(erf(x), want, 2e-7);
            check(erf(-x), -want, 2e-7);
        }
    }

    #[test]
    fn rounding_goes_to_even() {
        for (x, want) in [(0.5, 0), (1.5, 2), (2.5, 2), (-0.5, 0), (-1.5, -2), (126.6, 127), (-127.0, -127)] {
            assert_eq!(nearest(x), want, "{x}");
        }
    }

    #[test]
    fn sums_do_not_lose_the_rest() {
        let values: Vec<f32> = (0..37).map(|x| x as f32).collect();
        check(sum(&values), 666.0, 0.0);
        check(dot(&values, &values), 16_206.0, 0.0);
        check(squares(&values, 1.0), 16_206.0 - 2.0 * 666.0 + 37.0, 0.0);
    }
}
