//! The logistic function by multiplication alone, which gives the same bits on every machine.

/// The probability whose log-odds these are.
pub(crate) fn share(sum: f32) -> f32 {
    (1.0 / (1.0 + 1.0 / odds(sum))) as f32
}

/// The odds whose logarithm this is: eˣ is (1 + x/2²⁰)^2²⁰.
pub(crate) fn odds(sum: f32) -> f64 {
    const SQUARINGS: i32 = 20;
    let step = 1.0 - f64::from(sum) / f64::from(1 << SQUARINGS);
    1.0 / (0..SQUARINGS).fold(step, |power, _| power * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_become_shares() {
        for (sum, want) in [(0.0, 0.5), (2.0, 0.880_797), (-3.0, 0.047_426), (8.0, 0.999_665)] {
            assert!((share(sum) - want).abs() < 1e-4, "{sum}");
            assert!((odds(sum) - f64::from(want / (1.0 - want))).abs() < 1e-2 * odds(sum), "{sum}");
        }
    }
}
