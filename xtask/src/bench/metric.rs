//! The numbers measured on a page: their names and their targets.

/// One number measured during a load or a visit.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// The key in JSON, with the unit.
    pub key: &'static str,
    pub name: &'static str,
    pub form: Form,
    /// The target on a phone: the value should not exceed it.
    pub aim: Option<f64>,
}

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Milliseconds, shown as seconds.
    Seconds,
    Whole(&'static str),
    Fine(&'static str),
}

const fn metric(key: &'static str, name: &'static str, form: Form, aim: Option<f64>) -> Metric {
    Metric { key, name, form, aim }
}

pub const METRICS: [Metric; 16] = [
    metric("fcp_ms", "first paint (FCP)", Form::Seconds, Some(600.0)),
    metric("lcp_ms", "largest paint (LCP)", Form::Seconds, Some(600.0)),
    metric("chart_ms", "first chart in a frame", Form::Seconds, Some(600.0)),
    metric("ready_ms", "interactive (app-ready)", Form::Seconds, Some(1500.0)),
    metric("tbt_ms", "blocked in all (TBT)", Form::Whole("ms"), Some(50.0)),
    metric("longest_ms", "longest task", Form::Whole("ms"), Some(50.0)),
    metric("wire_kb", "transferred", Form::Whole("KB"), None),
    metric("nodes", "elements", Form::Whole(""), None),
    metric("tap_ms", "tap to paint, slowest", Form::Whole("ms"), Some(40.0)),
    metric("tap_median_ms", "tap to paint, median", Form::Whole("ms"), None),
    metric("dropped_percent", "frames dropped, scroll", Form::Fine("%"), None),
    metric("longest_frame_ms", "longest frame, scroll", Form::Whole("ms"), None),
    metric("cls", "layout shift (CLS)", Form::Fine(""), Some(0.02)),
    metric("heap_mb", "script heap", Form::Fine("MB"), None),
    metric("wasm_mb", "wasm memory", Form::Fine("MB"), None),
    metric("canvas_mb", "canvases", Form::Fine("MB"), None),
];

impl Metric {
    pub fn shown(&self, value: f64) -> String {
        match self.form {
            Form::Seconds => format!("{:.2}", value / 1000.0),
            Form::Whole(_) => format!("{value:.0}"),
            Form::Fine(_) => format!("{value:.2}"),
        }
    }

    pub fn label(&self) -> String {
        let unit = match self.form {
            Form::Seconds => "s",
            Form::Whole(unit) | Form::Fine(unit) => unit,
        };
        if unit.is_empty() { self.name.to_owned() } else { format!("{}, {unit}", self.name) }
    }
}
