//! Which instructions a product may use, and code compiled once for each of them.
//!
//! Only speed depends on the level: float code has a fixed order of operations and no fused
//! multiply-add, and integer sums are exact, so that every level gives the same bits.

/// A set of instructions, found out at run time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "x86_64"), allow(dead_code))]
pub(crate) enum Level {
    /// What every machine has.
    Plain,
    /// 256-bit vectors.
    Avx2,
    /// 512-bit vectors with the byte dot product.
    Vnni,
}

impl Level {
    /// The best level of this machine.
    pub fn detect() -> Self {
        Self::available().pop().unwrap_or(Level::Plain)
    }

    /// All levels of this machine, the best last.
    #[cfg(target_arch = "x86_64")]
    pub fn available() -> Vec<Self> {
        let mut levels = vec![Level::Plain];
        if is_x86_feature_detected!("avx2") {
            levels.push(Level::Avx2);
        }
        let avx512 = is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw");
        if avx512 && is_x86_feature_detected!("avx512vl") && is_x86_feature_detected!("avx512vnni") {
            levels.push(Level::Vnni);
        }
        levels
    }

    /// All levels of this machine, the best last.
    #[cfg(not(target_arch = "x86_64"))]
    pub fn available() -> Vec<Self> {
        vec![Level::Plain]
    }
}

/// Compiles the body of a function for every level and calls the one asked for.
macro_rules! levelled {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) $body:block) => {
        $(#[$meta])*
        #[allow(clippy::too_many_arguments)]
        $vis fn $name(level: $crate::simd::Level, $($arg: $ty),*) {
            #[inline(always)]
            #[allow(clippy::too_many_arguments)]
            fn body($($arg: $ty),*) $body

            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
            #[allow(clippy::too_many_arguments)]
            fn vnni($($arg: $ty),*) {
                body($($arg),*)
            }

            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2")]
            #[allow(clippy::too_many_arguments)]
            fn avx2($($arg: $ty),*) {
                body($($arg),*)
            }

            match level {
                // SAFETY: a level other than plain exists only where the machine has its instructions.
                #[cfg(target_arch = "x86_64")]
                $crate::simd::Level::Vnni => unsafe { vnni($($arg),*) },
                #[cfg(target_arch = "x86_64")]
                $crate::simd::Level::Avx2 => unsafe { avx2($($arg),*) },
                _ => body($($arg),*),
            }
        }
    };
}

pub(crate) use levelled;
