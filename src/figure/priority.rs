use super::draft::Draft;
use super::frame::Frame;
use super::plan::Plan;
use crate::model::Priority;

/// STUB.
pub fn plan(priority: &Priority, frame: Frame) -> Plan {
    let _ = priority;
    Draft::new(frame).finish(frame.v(40.0))
}

pub fn sentence(priority: &Priority) -> String {
    let _ = priority;
    String::new()
}
