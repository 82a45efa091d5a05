//! Posters: a drawing as a picture to be sent on, which carries its source and the way back, in the state that
//! the reader sees.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, File, FilePropertyBag, HtmlAnchorElement, HtmlCanvasElement, HtmlDocument, HtmlElement, HtmlImageElement,
    HtmlInputElement, ShareData,
};

use super::poster_dialog::{failed, say, shown};
use super::{dom, palette, planners, surface};
use crate::state::PageState;
use figure::{Figure, Ink, Kind, POSTER, PaintOptions, Palette, Planner, Scene, poster_of};
use model::{Edition, Id, Selection};

thread_local! {
    /// The picture that is shown, for the share sheet.
    static PICTURE: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Does what one of them asks.
pub fn pressed(edition: &'static Edition, page_state: PageState, button: Element) {
    match button.get_attribute("data-poster").as_deref() {
        Some("page") => spawn_local(show(edition, page_state, Some(Kind::Cover))),
        Some("figure") => spawn_local(show(edition, page_state, kind_around(edition, &button))),
        Some("share") => share(),
        Some("copy") => copy(),
        _ => {}
    }
}

/// The drawing that a button belongs to.
fn kind_around(edition: &Edition, button: &Element) -> Option<Kind> {
    let element = button.closest("[data-figure]").ok()??;
    Kind::of_id(edition, &element.get_attribute("data-figure")?)
}

/// Makes a drawing's poster and shows it, or says that there is none.
async fn show(edition: &'static Edition, page_state: PageState, kind: Option<Kind>) {
    let Some(figure) = kind.map(|kind| Figure::new(edition, kind)) else {
        return failed();
    };
    let planner = planners::planner(figure.kind).await;
    if planner.and_then(|planner| make(figure, planner, page_state)).is_none() {
        failed();
    }
}

fn make(figure: Figure<'static>, planner: Planner, page_state: PageState) -> Option<()> {
    let element = element_of(figure)?;
    let (title, sentence) = words(figure, &element);
    let address = address_of(figure, page_state);
    let palette = palette::of(element.unchecked_ref::<HtmlElement>())?;
    let plan = |frame| planner(figure, frame);
    let way = (address.as_str(), is_inverted(&palette));
    let scene = poster_of(figure, plan, (&title, &sentence), page_state.size(), way)?;
    let canvas = paint(figure, &scene, &palette, page_state)?;
    // Not as a `blob:` address: chats' own browsers cannot save a picture from one.
    let picture = canvas.to_data_url_with_type("image/png").ok().filter(|data| data.starts_with("data:image/png"))?;
    surface::release(&canvas);
    open(&picture, &title, &address)
}

/// The words that the page has for a drawing: the headline for the cover, the card's title for one on a card.
fn words(figure: Figure<'static>, element: &Element) -> (String, String) {
    if figure.kind == Kind::Cover {
        let head = &figure.edition.masthead;
        return (head.title(), head.standfirst.clone());
    }
    let words = |selector: &str| {
        let found = element.query_selector(selector).ok().flatten();
        found.map(|found| dom::words_of(&found)).unwrap_or_default()
    };
    let card = element.closest("details.card").ok().flatten();
    let named = card.and_then(|card| card.query_selector("h3").ok().flatten());
    let title = named.map_or_else(|| words("h3"), |heading| dom::words_of(&heading));
    (title, words(".sentence"))
}

fn element_of(figure: Figure<'static>) -> Option<Element> {
    let selector = format!("[data-figure={}]", figure.kind.id(figure.edition));
    dom::document().query_selector(&selector).ok().flatten()
}

/// Whether its ground is darker than its letters.
fn is_inverted(palette: &Palette) -> bool {
    let light = |ink| {
        let (r, g, b) = palette.rgb(ink, false);
        u32::from(r) + u32::from(g) + u32::from(b)
    };
    light(Ink::Ground) < light(Ink::Text)
}

/// The address that leads back to a drawing: the card that it is on, or its place on the page.
fn address_of(figure: Figure<'static>, page_state: PageState) -> String {
    let id = figure.kind.id(figure.edition);
    let overview = figure.kind.is_overview();
    let address = address(page_state, (!overview).then(|| id.into()));
    if overview && figure.kind != Kind::Cover { format!("{address}#fig-{id}") } else { address }
}

/// The address of what is seen, on the whole page even when this is a card's own.
fn address(page_state: PageState, card: Option<Id>) -> String {
    let canonical = dom::elements("link[rel=canonical]").into_iter().next();
    let canonical = canonical.and_then(|link| link.dyn_into::<web_sys::HtmlLinkElement>().ok()).map(|link| link.href());
    let here = || dom::window().location().href().unwrap_or_default();
    let whole = canonical.unwrap_or_else(here);
    let bare = whole.split(['?', '#']).next().unwrap_or_default();
    let selection = page_state.selection.with_untracked(|s| Selection { card: card.or(s.card.clone()), ..s.clone() });
    format!("{bare}{}", selection.to_query(""))
}

fn paint(
    figure: Figure<'static>,
    scene: &Scene,
    palette: &Palette,
    page_state: PageState,
) -> Option<HtmlCanvasElement> {
    let chosen = page_state.topic.get_untracked();
    let choice = chosen.as_deref().and_then(|id| figure.edition.choice(id));
    let choice = choice.filter(|choice| figure.kind.answers(*choice));
    let lights = |mark: usize| choice.is_none_or(|choice| scene.lights(mark, choice));
    let lit: Option<&dyn Fn(usize) -> bool> = if choice.is_some() { Some(&lights) } else { None };
    let canvas: HtmlCanvasElement = dom::document().create_element("canvas").ok()?.dyn_into().ok()?;
    let options = PaintOptions { lit, ..PaintOptions::plain(palette, POSTER.0 / scene.width) };
    surface::paint_on(&canvas, scene, &options).then_some(canvas)
}

/// The dialog with this picture.
fn open(picture: &str, title: &str, address: &str) -> Option<()> {
    let image: HtmlImageElement = dom::document().create_element("img").ok()?.dyn_into().ok()?;
    image.set_src(picture);
    image.set_alt(&format!("图片：{title}"));
    one::<Element>("#poster-picture")?.replace_children_with_node_1(&image);
    let save: HtmlAnchorElement = one("#poster [data-poster=save]")?;
    save.set_href(picture);
    save.set_download(&format!("{title}.png"));
    one::<HtmlInputElement>("#poster-address")?.set_value(address);
    let file = file_of(picture, &save.download());
    one::<HtmlElement>("#poster [data-poster=share]")?.set_hidden(!file.as_ref().is_some_and(can_share));
    PICTURE.set(file);
    shown();
    Some(())
}

fn file_of(picture: &str, name: &str) -> Option<File> {
    let binary = dom::window().atob(picture.split_once(',')?.1).ok()?;
    // A character for each byte.
    let bytes: Vec<u8> = binary.chars().map(|c| c as u8).collect();
    let options = FilePropertyBag::new();
    options.set_type("image/png");
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()
}

fn shared(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

/// Whether the device has a share sheet that takes pictures.
fn can_share(file: &File) -> bool {
    let navigator = dom::window().navigator();
    let known = js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
    known && navigator.can_share_with_data(&shared(file))
}

fn share() {
    PICTURE.with_borrow(|file| {
        if let Some(file) = file {
            // A reader who changes their mind refuses the promise; that is no failure.
            let refused = Closure::<dyn FnMut(JsValue)>::new(|_| {});
            let _ = dom::window().navigator().share_with_data(&shared(file)).catch(&refused);
            refused.forget();
        }
    });
}

/// By the old way, which also works in frames of other origins: the address is selected, and copied.
fn copy() {
    let Some(input) = one::<HtmlInputElement>("#poster-address") else {
        return;
    };
    input.select();
    let document: HtmlDocument = dom::document().unchecked_into();
    let copied = document.exec_command("copy").unwrap_or(false);
    say(if copied { "链接已复制。" } else { "链接已选中，长按或按 Ctrl+C 复制。" });
}

fn one<T: JsCast>(selector: &str) -> Option<T> {
    dom::document().query_selector(selector).ok()??.dyn_into().ok()
}
