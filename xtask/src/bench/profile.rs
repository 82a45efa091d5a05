//! The devices and networks that pages are measured on.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};
use testbed::{Session, chromium};

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Profile {
    pub name: &'static str,
    /// CSS pixels.
    pub width: u32,
    pub height: u32,
    pub dpr: u32,
    pub touch: bool,
    /// How many times slower its processor is than this machine's.
    pub throttle: u32,
    pub network: Option<Network>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Network {
    /// Round-trip time, milliseconds.
    pub latency: u32,
    /// Bits per second.
    pub down: u32,
    pub up: u32,
}

/// A slow phone on a slow network, as many readers have it.
pub const PHONE: Profile = Profile {
    name: "phone",
    width: 390,
    height: 844,
    dpr: 3,
    touch: true,
    throttle: 4,
    network: Some(Network { latency: 150, down: 1_600_000, up: 750_000 }),
};

/// This machine at full speed, with no network between it and the files.
pub const DESKTOP: Profile =
    Profile { name: "desktop", width: 1280, height: 800, dpr: 1, touch: false, throttle: 1, network: None };

pub const PROFILES: [Profile; 2] = [PHONE, DESKTOP];

impl Profile {
    pub fn capabilities(&self) -> Value {
        chromium(
            &[],
            json!({
                "mobileEmulation": {"deviceMetrics": {
                    "width": self.width, "height": self.height, "pixelRatio": self.dpr,
                    "touch": self.touch, "mobile": self.touch,
                }},
            }),
        )
    }

    /// Slows the browser down until told otherwise.
    pub fn slow(&self, session: &Session) -> Result<()> {
        if let Some(Network { latency, down, up }) = self.network {
            session.devtools("Network.enable", &json!({}))?;
            let conditions = json!({
                "offline": false, "latency": latency, "downloadThroughput": down / 8, "uploadThroughput": up / 8,
            });
            session.devtools("Network.emulateNetworkConditions", &conditions)?;
        }
        session.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": self.throttle})).map(drop)
    }

    pub fn described(&self) -> String {
        let processor = if self.throttle > 1 { format!(", {}× slower", self.throttle) } else { String::new() };
        let network = self
            .network
            .map_or(String::new(), |n| format!(", {} ms, {} Mbit/s", n.latency, f64::from(n.down) / 1_000_000.0));
        format!("{} ({} × {}, DPR {}{processor}{network})", self.name, self.width, self.height, self.dpr)
    }
}
