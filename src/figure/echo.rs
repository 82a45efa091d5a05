use super::draft::Draft;
use super::frame::Frame;
use super::plan::Plan;
use crate::model::{Edition, Matter};

/// STUB.
pub fn plan(edition: &Edition, matter: &Matter, frame: Frame) -> Plan {
    let _ = (edition, matter);
    Draft::new(frame).finish(frame.v(40.0))
}

pub fn sentence(edition: &Edition, matter: &Matter) -> String {
    let _ = (edition, matter);
    String::new()
}
