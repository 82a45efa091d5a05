//! The chunks of the wasm that scene drawings: each in a file of its own, loaded once, when it is first
//! wanted. A chunk that could not be loaded is asked for again the next time.

use figure::{ChartGroup, Figure, Kind, Planner};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What plans drawings of this kind; none while its part cannot be had.
pub async fn planner(kind: Kind) -> Option<Planner> {
    match kind.group() {
        ChartGroup::Cover => cover().await,
        ChartGroup::Numbers => numbers().await,
        ChartGroup::Echoes => echoes().await,
        ChartGroup::Overviews => overviews().await,
        ChartGroup::Pillars => pillars().await,
        ChartGroup::Priorities => priorities().await,
    }
    .ok()
}

#[wasm_split(cover, fallible)]
fn cover() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_cover)
}

#[wasm_split(numbers, fallible)]
fn numbers() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_number)
}

#[wasm_split(overviews, fallible)]
fn overviews() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_overview)
}

#[wasm_split(echoes, fallible)]
fn echoes() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_echoes)
}

#[wasm_split(pillars, fallible)]
fn pillars() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_pillar)
}

#[wasm_split(priorities, fallible)]
fn priorities() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_priority)
}
