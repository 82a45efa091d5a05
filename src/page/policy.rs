use super::hash::integrity;

/// The content security policy of a document with these inline parts: nothing from elsewhere, and
/// nothing inline but what is named by its hash.
pub fn policy(styles: &[&str], scripts: &[&str]) -> String {
    let hashes =
        |parts: &[&str]| parts.iter().map(|part| format!(" '{}'", integrity(part.as_bytes()))).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes(scripts),
        hashes(styles)
    )
}
