use qrcodegen_no_heap::{Mask, QrCode, QrCodeEcc, Version};

use super::geometry::{Rect, rect};

/// An address as a QR code: rows of modules.
pub struct Code {
    /// Row by row, true where it is dark.
    modules: Vec<bool>,
    pub side: usize,
}

/// The light margin that scanners need, in modules.
pub const QUIET: usize = 4;

/// Enough for 500 bytes; beyond that no phone's camera reads it from a poster.
const LARGEST: Version = Version::new(20);

impl Code {
    /// None for an address that is too long.
    pub fn of(address: &str) -> Option<Self> {
        let mut room = vec![0; LARGEST.buffer_len()];
        let mut made = room.clone();
        let (level, least) = (QrCodeEcc::Medium, Version::MIN);
        // A fixed mask saves trying all eight; scanners accept any.
        let mask = Some(Mask::new(2));
        let code = QrCode::encode_text(address, &mut room, &mut made, level, least, LARGEST, mask, false).ok()?;
        let side = code.size();
        let modules = (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).map(|(x, y)| code.get_module(x, y));
        Some(Self { modules: modules.collect(), side: side as usize })
    }

    /// The dark runs of each row, in modules from the upper left corner.
    pub fn runs(&self) -> Vec<Rect> {
        let mut runs = Vec::new();
        for (y, row) in self.modules.chunks(self.side).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] {
                    runs.push(rect(x as f32, y as f32, run.len() as f32, 1.0));
                }
                x += run.len();
            }
        }
        runs
    }
}
