use super::room::Room;
use super::web::Web;
use crate::scene_builder::SceneBuilder;
use model::Edition;

/// What the cover's parts are drawn on, and what they draw.
pub struct Board<'a> {
    pub builder: SceneBuilder,
    pub room: Room,
    pub edition: &'a Edition,
    pub web: Web<'a>,
}
