use super::hash::integrity;

/// The content security policy of a document with these inline parts: nothing from elsewhere, and
/// nothing inline but what is named by its hash.
pub fn policy(styles: &[&str], scripts: &[&str]) -> String {
    let hashes =
        |parts: &[&str]| parts.iter().map(|part| format!(" '{}'", integrity(part.as_bytes()))).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes(scripts),
        hashes(styles)
    )
}

/// What puts a policy in force: a tag, or, in a page made for frames, a script that writes the tag. A
/// frame's sandbox may leave a page without an origin, and then `'self'` is nobody for WebKit: the page
/// names its own address. Without scripts there is nothing that a policy would have to refuse.
pub fn enforce(policy: &str, embed: bool) -> String {
    if embed {
        let script = ENFORCE.replace("POLICY", policy);
        format!("<script>{script}</script>")
    } else {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
    }
}

const ENFORCE: &str = "(function(d,m){m=d.createElement('meta');m.httpEquiv='Content-Security-Policy';\
m.content=\"POLICY\".replace(/'self'/g,/^http/.test(location.origin)?location.origin:\"'self'\");d.head.append(m)})(document)";
