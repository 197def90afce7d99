//! A hash that is the same on every machine and in every version.

/// FNV-1a over bytes, stirred at the end so that all bits count.
pub(crate) fn of(bytes: &[u8]) -> u64 {
    stirred(
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)),
    )
}

/// The finaliser of MurmurHash3.
pub(crate) fn stirred(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
