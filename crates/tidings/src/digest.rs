//! Hashes as the record writes them.

use sha2::{Digest, Sha256};

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A hash of a hash and some texts, as `sha256:` and its digits.
pub fn joined<'a>(first: &str, texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    hash.update(first);
    for text in texts {
        hash.update(format!("\n{}\n", text.len()));
        hash.update(text);
    }
    format!("sha256:{}", hex(&hash.finalize()))
}
