use base64::Engine;
use sha2::{Digest, Sha256};

/// Ten hexadecimal digits of a file's content, for its name.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// `sha256-…` as in policies and integrity attributes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes)))
}
