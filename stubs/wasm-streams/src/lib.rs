//! Leptos brings along calls of functions on a server, and they the streams of this crate. We have no
//! server and call none. The real crate's exports would stay in the page's wasm all the same, with
//! all that they need, some 3 KB after brotli; this one has none.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser's that nothing comes out of.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// What the browser gives.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Takes nothing from the stream.
    ///
    /// # Panics
    /// If the browser makes no streams.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(web_sys::ReadableStream::new().expect("the browser makes streams"))
    }

    /// What the browser takes.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
