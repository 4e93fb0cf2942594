//! QR codes (ISO/IEC 18004) at error correction level M, with the quiet zone of four modules. Text of the
//! alphanumeric alphabet, as base45 is, is written in that mode by itself.

use crate::PaperError;
use qrcode::{EcLevel, QrCode};
use std::collections::BTreeMap;
use std::fmt::Write;

/// White modules around a code, on each side (ISO/IEC 18004 §6.3.8).
pub const QUIET_ZONE: usize = 4;

/// The modules of a code, without its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    width: usize,
    dark: Vec<bool>,
}

impl Matrix {
    /// The code for this text.
    pub fn new(text: &str) -> Result<Self, PaperError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_err(|_| PaperError::QrTooLong(text.chars().count()))?;
        let dark = code.to_colors().into_iter().map(|c| c == qrcode::Color::Dark).collect();
        Ok(Self { width: code.width(), dark })
    }

    /// Modules on each side.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether the module in this column and row is black. Everything outside is white.
    pub fn dark(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.width && self.dark.get(y * self.width + x).copied().unwrap_or_default()
    }
}

/// The code as an SVG image: black on white, one path, a module one unit wide. It has no size of its own.
pub fn svg(text: &str) -> Result<String, PaperError> {
    let matrix = Matrix::new(text)?;
    let size = matrix.width() + 2 * QUIET_ZONE;
    let path = outline(&matrix);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path d=\"{path}\"/></svg>"
    ))
}

/// The code as a PNG of black and white pixels, for mail programs that show no SVG.
pub fn png(text: &str, pixels_per_module: u8) -> Result<Vec<u8>, PaperError> {
    let matrix = Matrix::new(text)?;
    let scale = usize::from(pixels_per_module.max(1));
    let size = (matrix.width() + 2 * QUIET_ZONE) * scale;
    let mut pixels = Vec::with_capacity(size * size.div_ceil(8));
    for y in 0..size {
        for left in (0..size).step_by(8) {
            // Eight pixels a byte, the first in the highest bit, white is 1.
            pixels.push((left..left + 8).fold(0_u8, |byte, x| {
                let module = |n: usize| (n / scale).wrapping_sub(QUIET_ZONE);
                byte << 1 | u8::from(!matrix.dark(module(x), module(y)))
            }));
        }
    }
    let side = u32::try_from(size).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(file)
}

/// The outlines of the black areas. Drawn as one area each, they show no hair lines between modules on paper.
fn outline(matrix: &Matrix) -> String {
    let mut edges = edges(matrix);
    let mut path = String::new();
    while let Some((&start, _)) = edges.first_key_value() {
        let mut corners: Vec<(usize, usize)> = vec![];
        let (mut here, mut way) = (start, None);
        while let Some(next) = follow(&mut edges, here, way) {
            let turn = (next.0.cmp(&here.0), next.1.cmp(&here.1));
            if way != Some(turn) {
                corners.push(here);
            }
            (here, way) = (next, Some(turn));
        }
        draw(&mut path, &corners);
    }
    path
}

type Corner = (usize, usize);
type Way = (std::cmp::Ordering, std::cmp::Ordering);

/// The borders between black and white, from corner to corner, with the black on the right hand.
fn edges(matrix: &Matrix) -> BTreeMap<Corner, Vec<Corner>> {
    let mut edges: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for y in 0..matrix.width() {
        for x in (0..matrix.width()).filter(|x| matrix.dark(*x, y)) {
            let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
            let mut border = |white: bool, from: Corner, to: Corner| {
                if white {
                    edges.entry(from).or_default().push(to);
                }
            };
            border(!matrix.dark(x, y.wrapping_sub(1)), (left, top), (left + 1, top));
            border(!matrix.dark(x + 1, y), (left + 1, top), (left + 1, top + 1));
            border(!matrix.dark(x, y + 1), (left + 1, top + 1), (left, top + 1));
            border(!matrix.dark(x.wrapping_sub(1), y), (left, top + 1), (left, top));
        }
    }
    edges
}

/// Takes the next border from this corner; where two meet, the one that goes on around the same module (to the right).
fn follow(edges: &mut BTreeMap<Corner, Vec<Corner>>, here: Corner, way: Option<Way>) -> Option<Corner> {
    let ends = edges.get_mut(&here)?;
    let right = |end: &Corner| {
        let turn = (end.0.cmp(&here.0), end.1.cmp(&here.1));
        way.is_none_or(|(dx, dy)| turn == (dy.reverse(), dx))
    };
    let choice = ends.iter().position(right).unwrap_or_default();
    let next = ends.swap_remove(choice);
    if ends.is_empty() {
        edges.remove(&here);
    }
    Some(next)
}

/// `M8 4h7v7h-7z`.
fn draw(path: &mut String, corners: &[Corner]) {
    let Some(first) = corners.first() else { return };
    let _ = write!(path, "M{} {}", first.0, first.1);
    for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
        let signed = |a: usize, b: usize| b.cast_signed() - a.cast_signed();
        let _ = if from.1 == to.1 {
            write!(path, "h{}", signed(from.0, to.0))
        } else {
            write!(path, "v{}", signed(from.1, to.1))
        };
    }
    path.push('z');
}
