use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A difference from the accepted picture.
pub struct Difference {
    pub what: String,
    /// As PNG: the new picture, faded, with the differences marked.
    pub picture: Option<Vec<u8>>,
}

/// The side of a block, in pixels.
const BLOCK: u32 = 4;
/// The largest difference between the means of two blocks, in a channel of 0 to 255.
const TOLERANCE: f32 = 20.0;
/// The share of blocks that may differ: less than one word.
const SHARE: f32 = 0.0004;

/// `None` if they look alike.
pub fn compare(expected: &[u8], actual: &[u8]) -> Option<Difference> {
    let actual = read(actual).expect("the picture that was taken");
    let Some(expected) = read(expected) else {
        return Some(Difference { what: "no picture has been accepted yet".to_owned(), picture: None });
    };
    let (sizes, blocks) = ([expected.dimensions(), actual.dimensions()], blocks(&actual));
    if sizes[0] != sizes[1] {
        let what = format!("it was {}×{} and is {}×{}", sizes[0].0, sizes[0].1, sizes[1].0, sizes[1].1);
        return Some(Difference { what, picture: None });
    }
    let differing: Vec<(u32, u32)> = blocks.iter().copied().filter(|&at| differ(&expected, &actual, at)).collect();
    if differing.len() as f32 <= blocks.len() as f32 * SHARE {
        return None;
    }
    let what = format!("{} of {} blocks differ", differing.len(), blocks.len());
    Some(Difference { what, picture: Some(marked(&actual, &differing)) })
}

fn read(png: &[u8]) -> Option<RgbImage> {
    image::load_from_memory_with_format(png, ImageFormat::Png).ok().map(|picture| picture.to_rgb8())
}

/// The corners of all blocks; those at the picture's edges may be cut.
fn blocks(picture: &RgbImage) -> Vec<(u32, u32)> {
    let (width, height) = picture.dimensions();
    let step = BLOCK as usize;
    (0..height).step_by(step).flat_map(|y| (0..width).step_by(step).map(move |x| (x, y))).collect()
}

fn differ(a: &RgbImage, b: &RgbImage, at: (u32, u32)) -> bool {
    let (a, b) = (mean(a, at), mean(b, at));
    a.iter().zip(b).any(|(a, b)| (a - b).abs() > TOLERANCE)
}

fn mean(picture: &RgbImage, at: (u32, u32)) -> [f32; 3] {
    let (mut sum, mut count) = ([0.0; 3], 0.0);
    for (x, y) in pixels(picture, at) {
        let Rgb(channels) = picture.get_pixel(x, y);
        sum.iter_mut().zip(channels).for_each(|(sum, channel)| *sum += f32::from(*channel));
        count += 1.0;
    }
    sum.map(|sum| sum / count)
}

fn pixels(picture: &RgbImage, (x, y): (u32, u32)) -> impl Iterator<Item = (u32, u32)> + use<> {
    let (width, height) = picture.dimensions();
    (y..(y + BLOCK).min(height)).flat_map(move |y| (x..(x + BLOCK).min(width)).map(move |x| (x, y)))
}

fn marked(picture: &RgbImage, differing: &[(u32, u32)]) -> Vec<u8> {
    let mut marked = picture.clone();
    marked.pixels_mut().for_each(|pixel| pixel.0 = pixel.0.map(|channel| 170 + channel / 3));
    for (x, y) in differing.iter().flat_map(|at| pixels(picture, *at)) {
        let Rgb([red, green, blue]) = *picture.get_pixel(x, y);
        marked.put_pixel(x, y, Rgb([255, green / 3, (blue / 3).max(red / 4)]));
    }
    let mut png = Cursor::new(Vec::new());
    marked.write_to(&mut png, ImageFormat::Png).expect("writing into memory");
    png.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with lines of words, shifted and lightened as given.
    fn page(shift: u32, light: u8) -> Vec<u8> {
        let ink = |x: u32, y: u32| y % 20 < 8 && (x + shift) % 5 < 3 && (20..180).contains(&x);
        let picture = RgbImage::from_fn(200, 400, |x, y| Rgb([if ink(x, y) { 30 } else { 240 - light }; 3]));
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, ImageFormat::Png).unwrap();
        png.into_inner()
    }

    /// The same page with one more word.
    fn with_word() -> Vec<u8> {
        let mut picture = read(&page(0, 0)).unwrap();
        (0..8).for_each(|y| (0..16).for_each(|x| picture.put_pixel(100 + x, 210 + y, Rgb([30; 3]))));
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, ImageFormat::Png).unwrap();
        png.into_inner()
    }

    #[test]
    fn what_the_eye_does_not_see_is_no_difference() {
        assert!(compare(&page(0, 0), &page(0, 0)).is_none());
        assert!(compare(&page(0, 0), &page(0, 12)).is_none());
    }

    #[test]
    fn a_word_a_colour_and_a_size_are_differences() {
        for (expected, actual) in [(page(0, 0), with_word()), (page(0, 0), page(0, 60))] {
            let difference = compare(&expected, &actual).expect("a difference");
            assert!(difference.what.contains("blocks differ"), "{}", difference.what);
            assert!(read(&difference.picture.unwrap()).is_some());
        }
        let small = RgbImage::new(8, 8);
        let mut png = Cursor::new(Vec::new());
        small.write_to(&mut png, ImageFormat::Png).unwrap();
        assert!(compare(&page(0, 0), &png.into_inner()).is_some_and(|d| d.what.contains("it was 200×400 and is 8×8")));
        assert!(compare(b"", &page(0, 0)).is_some_and(|d| d.what.contains("accepted yet")));
    }
}
