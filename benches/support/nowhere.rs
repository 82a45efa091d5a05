//! A surface that takes everything and shows nothing, so that only our own work is measured.

use std::convert::Infallible;
use std::fmt;
use std::hint::black_box;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

pub struct Nowhere {
    size: (u32, u32),
}

pub fn area(size: (u32, u32)) -> DrawingArea<Nowhere, Shift> {
    Nowhere { size }.into_drawing_area()
}

/// Uninhabited: drawing to nowhere cannot fail.
#[derive(Debug)]
pub struct Never(Infallible);

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {}
    }
}

impl std::error::Error for Never {}

type Drawn = Result<(), DrawingErrorKind<Never>>;

/// Keeps the compiler from optimising the work away.
fn take<T>(value: T) -> Drawn {
    black_box(value);
    Ok(())
}

impl DrawingBackend for Nowhere {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        take((at, color.rgb))
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        take((a, b, style.color().rgb, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        path.into_iter().try_for_each(take)?;
        take(style.stroke_width())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        path.into_iter().try_for_each(take)?;
        take(style.color().rgb)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        take((at, radius, style.color().rgb, fill))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        take((text.as_ptr(), style.size(), at))
    }
}
