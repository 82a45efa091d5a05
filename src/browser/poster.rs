//! Posters: drawings as one long picture with its source and a QR code, in the state that the
//! reader sees. What is too large for a phone's canvas becomes several pictures.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, File, HtmlAnchorElement, HtmlCanvasElement, HtmlDialogElement,
    HtmlDocument, HtmlElement, HtmlImageElement, HtmlInputElement, ShareData, Url,
};

use super::{dom, palette, planners, surface};
use crate::state::PageState;
use figure::{Code, Figure, Foot, Frame, Ink, Kind, PaintOptions, Palette, Scene, figures, masthead_of, sheet_around};
use model::{Edition, Id, Selection};

/// Pixels per CSS pixel in a poster: at most, as the canvas size allows, and at least.
const FINEST: f32 = 3.0;
const COARSEST: f32 = 2.0;
/// Old phones allow a canvas no more memory than this: 48 MB.
const MOST_PIXELS: f32 = 12_000_000.0;

thread_local! {
    /// The pictures in the dialog, for the share sheet.
    static PICTURES: RefCell<Option<Array>> = const { RefCell::new(None) };
}

/// Handles a press on a poster button.
pub fn pressed(edition: &'static Edition, page_state: PageState, button: Element) {
    match button.get_attribute("data-poster").as_deref() {
        Some("page") => spawn_local(show_page(edition, page_state)),
        Some("figure") => spawn_local(show(edition, page_state, button)),
        Some("share") => share(),
        Some("copy") => copy(),
        _ => {}
    }
}

/// A poster of the drawing that a button belongs to.
async fn show(edition: &'static Edition, page_state: PageState, button: Element) {
    let asked = (|| {
        let element = button.closest("[data-figure]").ok()??;
        let kind = Kind::of_id(edition, &element.get_attribute("data-figure")?)?;
        Some(Figure::new(edition, kind))
    })();
    let Some(figure) = asked else {
        return;
    };
    let planner = planners::planner(figure.kind).await;
    let _ = (|| {
        let overview = figure.kind.is_overview();
        let id = figure.kind.id(edition);
        let address = address(page_state, (!overview).then(|| id.into()));
        let address = if overview { format!("{address}#fig-{id}") } else { address };
        let code = Code::of(&address)?;
        let (_, inverted) = Sheet::palette(figure)?;
        let foot = Foot::Code { code: &code, address: &address, inverted };
        let frame = Frame::new(width(), page_state.size());
        let scene = planner?(figure, frame);
        let sheet = Sheet::of(figure, scene, frame, foot)?;
        let title = sheet.title.clone();
        present(vec![sheet], page_state, title, address);
        Some(())
    })();
}

/// A poster of the whole page: its overview drawings below each other.
async fn show_page(edition: &'static Edition, page_state: PageState) {
    let mut planners = Vec::new();
    for kind in figures(edition).into_iter().filter(|kind| kind.is_overview()) {
        planners.extend(planners::planner(kind).await.map(|planner| (Figure::new(edition, kind), planner)));
    }
    let address = address(page_state, None);
    let Some((code, first)) = Code::of(&address).zip(planners.first().map(|(figure, _)| *figure)) else {
        return;
    };
    let Some((palette, inverted)) = Sheet::palette(first) else {
        return;
    };
    let frame = Frame::new(width(), Default::default());
    let end = |foot| Sheet {
        scene: masthead_of(edition, frame, foot),
        palette: palette.clone(),
        figure: first,
        title: edition.masthead.title(),
    };
    let mut sheets = vec![end(Foot::Open)];
    let own = Frame::new(width(), page_state.size());
    sheets.extend(
        planners.into_iter().filter_map(|(figure, planner)| Sheet::of(figure, planner(figure, own), own, Foot::Open)),
    );
    sheets.push(end(Foot::Code { code: &code, address: &address, inverted }));
    present(sheets, page_state, edition.masthead.title(), address);
}

/// A part of a poster, with the colours of the paper that it is on.
struct Sheet {
    scene: Scene,
    palette: Palette,
    figure: Figure<'static>,
    title: String,
}

impl Sheet {
    /// The drawing as the page shows it, with its title and sentence from there.
    fn of(figure: Figure<'static>, scene: Scene, frame: Frame, foot: Foot<'_>) -> Option<Self> {
        let element = element_of(figure)?;
        let words = |selector: &str| {
            let found = element.query_selector(selector).ok().flatten();
            found.and_then(|found| found.text_content()).unwrap_or_default()
        };
        let card = element.closest("details.card").ok().flatten();
        let named = card.and_then(|card| card.query_selector("h3").ok().flatten());
        let title = named.and_then(|heading| heading.text_content()).unwrap_or_else(|| words("h3"));
        let scene = sheet_around(figure, scene, (&title, &words(".sentence")), frame, foot);
        Some(Self { scene, palette: Self::palette(figure)?.0, figure, title })
    }

    /// The drawing's colours on the page, and whether its background is darker than its text.
    fn palette(figure: Figure<'static>) -> Option<(Palette, bool)> {
        let palette = palette::of(element_of(figure)?.unchecked_ref::<HtmlElement>())?;
        let light = |ink| {
            let (r, g, b) = palette.rgb(ink, false);
            u32::from(r) + u32::from(g) + u32::from(b)
        };
        let inverted = light(Ink::Ground) < light(Ink::Text);
        Some((palette, inverted))
    }
}

fn element_of(figure: Figure<'static>) -> Option<Element> {
    let selector = format!("[data-figure={}]", figure.kind.id(figure.edition));
    dom::document().query_selector(&selector).ok().flatten()
}

/// Always a phone's width, since posters are viewed on phones.
fn width() -> f32 {
    figure::Class::Narrow.nominal()
}

/// The address of the current view on the whole page, even if this page is a single card's.
fn address(page_state: PageState, card: Option<Id>) -> String {
    let canonical = dom::elements("link[rel=canonical]").into_iter().next();
    let canonical = canonical.and_then(|link| link.dyn_into::<web_sys::HtmlLinkElement>().ok()).map(|link| link.href());
    let here = || dom::window().location().href().unwrap_or_default();
    let whole = canonical.unwrap_or_else(here);
    let bare = whole.split(['?', '#']).next().unwrap_or_default();
    let selection = page_state.selection.with_untracked(|s| Selection { card: card.or(s.card.clone()), ..s.clone() });
    format!("{bare}{}", selection.to_query(""))
}

/// Paints the sheets below each other and shows the resulting pictures.
fn present(sheets: Vec<Sheet>, page_state: PageState, title: String, address: String) {
    let finest = (MOST_PIXELS / area(&sheets)).sqrt().min(FINEST);
    // An integer, so that QR modules and hairlines are crisp.
    let scale = finest.floor().max(COARSEST);
    Poster { sheets, scale, page_state, title, address, pictures: Array::new() }.paint();
}

/// The area of all sheets below each other, in square CSS pixels.
fn area(sheets: &[Sheet]) -> f32 {
    let (wide, high) = size(sheets);
    wide * high
}

fn size(sheets: &[Sheet]) -> (f32, f32) {
    sheets.iter().fold((0.0, 0.0), |(w, h): (f32, f32), s| (w.max(s.scene.width), h + s.scene.height))
}

/// A poster in progress: the sheets still to be painted, and the finished pictures.
struct Poster {
    sheets: Vec<Sheet>,
    scale: f32,
    page_state: PageState,
    title: String,
    address: String,
    pictures: Array,
}

impl Poster {
    /// Paints as many sheets as fit on one canvas, then the rest; finally shows all pictures.
    fn paint(mut self) {
        let most = MOST_PIXELS / (self.scale * self.scale);
        let fitting = (1..=self.sheets.len()).rev().find(|&n| n == 1 || area(&self.sheets[..n]) <= most);
        let Some(fitting) = fitting else {
            let _ = open(&self.pictures, &self.title, &self.address);
            return;
        };
        let rest = self.sheets.split_off(fitting);
        let slice = std::mem::replace(&mut self.sheets, rest);
        // A single sheet may be too large by itself.
        let scale = self.scale.min((MOST_PIXELS / area(&slice)).sqrt());
        let Some(canvas) = paint(&slice, scale, self.page_state) else {
            return;
        };
        let painted = canvas.clone();
        let done = Closure::once_into_js(move |picture: Option<Blob>| {
            surface::release(&painted);
            if let Some(picture) = picture {
                self.pictures.push(&picture);
                self.paint();
            }
        });
        // If the browser refuses, nothing else is tried; the drawings stay on the page.
        let _ = canvas.to_blob(done.unchecked_ref());
    }
}

fn paint(sheets: &[Sheet], scale: f32, page_state: PageState) -> Option<HtmlCanvasElement> {
    let chosen = page_state.topic.get_untracked();
    let (wide, high) = size(sheets);
    let whole = canvas()?;
    whole.set_width((wide * scale) as u32);
    whole.set_height((high * scale) as u32);
    let context: CanvasRenderingContext2d = whole.get_context("2d").ok()??.dyn_into().ok()?;
    let mut top = 0.0;
    for sheet in sheets {
        let choice = chosen.as_deref().and_then(|id| sheet.figure.edition.choice(id));
        let choice = choice.filter(|choice| sheet.figure.kind.answers(*choice));
        let lights = |mark: usize| choice.is_none_or(|choice| sheet.scene.lights(mark, choice));
        let lit: Option<&dyn Fn(usize) -> bool> = if choice.is_some() { Some(&lights) } else { None };
        let part = canvas()?;
        let options = PaintOptions { lit, ..PaintOptions::plain(&sheet.palette, scale) };
        if !surface::paint_on(&part, &sheet.scene, &options) {
            return None;
        }
        context.draw_image_with_html_canvas_element(&part, 0.0, top).ok()?;
        top += f64::from(part.height());
        surface::release(&part);
    }
    Some(whole)
}

fn canvas() -> Option<HtmlCanvasElement> {
    dom::document().create_element("canvas").ok()?.dyn_into().ok()
}

/// Opens the dialog with these pictures.
fn open(pictures: &Array, title: &str, address: &str) -> Option<()> {
    let dialog: HtmlDialogElement = one("#poster")?;
    let files = Array::new();
    let images: Vec<HtmlImageElement> = as_many("#poster img", pictures.length())?;
    let saves: Vec<HtmlAnchorElement> = as_many("#poster [data-poster=save]", pictures.length())?;
    for (index, (image, save)) in images.into_iter().zip(saves).enumerate() {
        let picture: Blob = pictures.get(index as u32).unchecked_into();
        let number = if index == 0 { String::new() } else { format!(" {}", index + 1) };
        let url = Url::create_object_url_with_blob(&picture).ok()?;
        // Releases the previous picture.
        let _ = Url::revoke_object_url(&image.src());
        image.set_src(&url);
        image.set_alt(&format!("海报：{title}{number}"));
        save.set_href(&url);
        save.set_download(&format!("{title}{number}.png"));
        save.set_text_content(Some(&format!("保存图片{number}")));
        if let Some(file) = file_of(&picture, &save.download()) {
            files.push(&file);
        }
    }
    one::<HtmlInputElement>("#poster-address")?.set_value(address);
    say("");
    let share: HtmlElement = one("#poster [data-poster=share]")?;
    share.set_hidden(!can_share(&files));
    PICTURES.set(Some(files));
    if !dialog.open() {
        dialog.show_modal().ok()?;
    }
    dialog.set_scroll_top(0);
    Some(())
}

/// The elements that a selector finds, after cloning or removing some to make them `count`.
fn as_many<T: JsCast>(selector: &str, count: u32) -> Option<Vec<T>> {
    let found = dom::elements(selector);
    found.iter().skip(count as usize).for_each(Element::remove);
    let first = found.first()?;
    for _ in found.len()..count as usize {
        first.after_with_node_1(&first.clone_node_with_deep(true).ok()?).ok()?;
    }
    dom::elements(selector).into_iter().map(|element| element.dyn_into().ok()).collect()
}

fn file_of(picture: &Blob, name: &str) -> Option<File> {
    let options = web_sys::FilePropertyBag::new();
    options.set_type("image/png");
    File::new_with_blob_sequence_and_options(&Array::of1(picture), name, &options).ok()
}

fn shared(files: &Array) -> ShareData {
    let data = ShareData::new();
    data.set_files(files);
    data
}

/// Whether the device has a share sheet that takes pictures.
fn can_share(files: &Array) -> bool {
    let navigator = dom::window().navigator();
    let known = js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
    known && navigator.can_share_with_data(&shared(files))
}

fn share() {
    PICTURES.with_borrow(|files| {
        if let Some(files) = files {
            // A reader who cancels rejects the promise; that is no failure.
            let refused = Closure::<dyn FnMut(JsValue)>::new(|_| {});
            let _ = dom::window().navigator().share_with_data(&shared(files)).catch(&refused);
            refused.forget();
        }
    });
}

/// Selects the address and copies it with `execCommand`, which also works in cross-origin frames.
fn copy() {
    let Some(input) = one::<HtmlInputElement>("#poster-address") else {
        return;
    };
    input.select();
    let document: HtmlDocument = dom::document().unchecked_into();
    let copied = document.exec_command("copy").unwrap_or(false);
    say(if copied { "链接已复制。" } else { "链接已选中，长按或按 Ctrl+C 复制。" });
}

fn say(words: &str) {
    if let Some(said) = one::<HtmlElement>("#poster-said") {
        said.set_text_content(Some(words));
    }
}

fn one<T: JsCast>(selector: &str) -> Option<T> {
    dom::document().query_selector(selector).ok()??.dyn_into().ok()
}
