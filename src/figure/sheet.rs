use super::draft::Draft;
use super::frame::Frame;
use super::plan::Plan;
use crate::model::Pillar;

/// STUB.
pub fn plan(pillar: &Pillar, frame: Frame) -> Plan {
    let _ = pillar;
    Draft::new(frame).finish(frame.v(40.0))
}

pub fn sentence(pillar: &Pillar) -> String {
    let _ = pillar;
    String::new()
}
