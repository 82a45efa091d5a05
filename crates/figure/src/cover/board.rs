use super::room::Room;
use super::web::Web;
use crate::draft::Draft;
use model::Edition;

/// What the cover's parts are drawn on, and what they draw.
pub struct Board<'a> {
    pub draft: Draft,
    pub room: Room,
    pub edition: &'a Edition,
    pub web: Web<'a>,
}
