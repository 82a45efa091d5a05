use super::draft::Draft;
use super::frame::Frame;
use super::plan::Plan;
use crate::model::Edition;

/// STUB.
pub fn plan(edition: &Edition, frame: Frame) -> Plan {
    let _ = edition;
    Draft::new(frame).finish(frame.v(40.0))
}

pub fn sentence(edition: &Edition) -> String {
    let _ = edition;
    String::new()
}
