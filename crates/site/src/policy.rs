//! Security policies: in each document's head as far as possible, the rest as headers that hosts
//! send.

use super::hash::integrity;

/// The content security policy of a document with these inline parts: nothing from elsewhere, and
/// nothing inline except what is listed by its hash.
pub fn policy(styles: &[&str], scripts: &[&str]) -> String {
    let hashes =
        |parts: &[&str]| parts.iter().map(|part| format!(" '{}'", integrity(part.as_bytes()))).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; connect-src 'self'; worker-src 'self'; \
         frame-src 'self'; trusted-types sijian sijian-builder sijian-html; style-src 'self'{}; \
         img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
        hashes(scripts),
        hashes(styles)
    )
}

/// Enforces a policy by a tag or, in an embed, by a script that writes the tag. A sandboxed frame
/// may have no origin, and WebKit then matches `'self'` with nothing, so that page names its own
/// address.
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

/// The headers for a file of the site, by its path from the root; editions in folders of their own
/// have the same files. Caching is left to the host, and
/// a document's own policy is not repeated.
pub fn headers(file: &str) -> Vec<(&'static str, &'static str)> {
    let is_embed = file.starts_with("embed/") || file.contains("/embed/");
    let own = if file.rsplit('/').next() == Some(super::service_worker::WORKER) {
        Some("default-src 'none'; connect-src 'self'")
    } else if !file.ends_with(".html") {
        // In case a drawing or a table is opened by itself.
        Some("default-src 'none'")
    } else if is_embed {
        // Made for other pages' frames.
        None
    } else {
        Some("frame-ancestors 'none'")
    };
    let mut headers = vec![
        // Frames without an origin of their own must be able to load the script, the wasm and the
        // font too.
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Permissions-Policy", PERMISSIONS),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    if is_embed {
        // Without it, cross-origin isolated pages show no frame. An embed loads only its own files.
        headers.push(("Cross-Origin-Embedder-Policy", "require-corp"));
    }
    headers.extend(own.map(|own| ("Content-Security-Policy", own)));
    headers
}

/// Disables what a device can do except display, speech and sharing. Sharing is left at its
/// default, since some browsers complain about its name.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
     fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), \
     xr-spatial-tracking=()";

#[cfg(test)]
mod tests {
    use super::*;

    fn framing(file: &str) -> Option<&'static str> {
        headers(file).into_iter().find(|(name, _)| *name == "Content-Security-Policy").map(|(_, value)| value)
    }

    #[test]
    fn only_embeds_are_for_frames() {
        assert_eq!((framing("embed/pillar-1.html"), framing("a-2025/embed/pillar-1.html")), (None, None));
        for page in ["index.html", "source.html", "summary.html", "data.html", "method.html"] {
            assert_eq!(framing(page), Some("frame-ancestors 'none'"), "{page}");
        }
        assert_eq!(framing("data/targets.csv"), Some("default-src 'none'"));
        for worker in ["sw.js", "a-2025/sw.js"] {
            assert_eq!(framing(worker), Some("default-src 'none'; connect-src 'self'"), "{worker}");
        }
    }
}
