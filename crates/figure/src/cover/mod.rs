//! The cover: the whole report in one drawing that lies on both papers. The year's numbers and its
//! matters stand on the first, the plans on the second, and ribbons cross the edge between them.

mod alone;
mod below;
mod beside;
mod board;
mod bridge;
mod ground;
mod head;
mod matters;
mod numbers;
mod ribbons;
mod room;
mod rows;
mod stacks;
mod strip;
mod web;
mod works;

use super::about::{About, LitBy};
use super::amounts;
use super::chart_group::ChartGroup;
use super::frame::Frame;
use super::income;
use super::paper::Paper;
use super::scene::Scene;
use super::scene_builder::SceneBuilder;
use board::Board;
use model::Edition;
use room::Room;
pub use room::TWINS;
use web::Web;

pub const ABOUT: About = About {
    group: ChartGroup::Cover,
    paper: Paper::Results,
    columns: |_| ["内容".into(), "多少".into()],
    twins: &TWINS,
    tells_itself: false,
    lit_by: LitBy::All,
};

/// The papers lie one above the other on a phone, side by side on a broad screen.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let board = Board { builder: SceneBuilder::new(frame), room: Room::new(frame), edition, web: Web::new(edition) };
    match () {
        () if board.web.works.is_empty() => alone::plan(board),
        () if board.room.is_across() => beside::plan(board),
        () => below::plan(board),
    }
}

/// The year's amounts, and how the plans take its matters up.
pub fn sentence(edition: &Edition) -> String {
    let amounts = edition.has_drawing("amounts");
    let numbers = if amounts { amounts::sentence(edition) } else { income::sentence(edition) };
    numbers + &web::sentence(edition)
}
