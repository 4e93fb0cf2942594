//! The background of a hall's plan, as somebody's drawing program wrote it: what draws is written anew, with numbers alone,
//! and nothing else of it is kept. No scripts, styles, links, pictures, texts or entities.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write;

/// The longest drawing that is taken, in characters.
pub const MAX: usize = 200_000;

/// How deep groups may stand in each other.
const DEEPEST: usize = 30;

/// Why a drawing is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutlineFault {
    #[error("that is no SVG")]
    NoSvg,
    #[error("the drawing is too large")]
    TooLarge,
    #[error("nothing is drawn there")]
    Empty,
}

/// The shapes, and what numbers describe them.
const SHAPES: [(&str, &[&str]); 7] = [
    ("path", &["d"]),
    ("polygon", &["points"]),
    ("polyline", &["points"]),
    ("line", &["x1", "y1", "x2", "y2"]),
    ("rect", &["x", "y", "width", "height", "rx", "ry"]),
    ("circle", &["cx", "cy", "r"]),
    ("ellipse", &["cx", "cy", "rx", "ry"]),
];

/// What hides what stands in it.
const UNDRAWN: [&str; 9] =
    ["defs", "symbol", "clipPath", "mask", "pattern", "marker", "foreignObject", "style", "script"];

/// The shapes of a drawing in an `<svg>` of its own, to stand in a plan as large as the hall. Nothing in, nothing out.
pub fn clean(typed: &str) -> Result<String, OutlineFault> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    if typed.len() > MAX {
        return Err(OutlineFault::TooLarge);
    }
    let mut reader = Reader::from_str(typed);
    let mut written = String::new();
    let mut view = None;
    let mut open: Vec<bool> = vec![];
    let mut shapes = 0;
    loop {
        let (start, ends) = match reader.read_event().map_err(|_| OutlineFault::NoSvg)? {
            Event::Start(start) => (start.into_owned(), false),
            Event::Empty(start) => (start.into_owned(), true),
            Event::End(_) => {
                if open.pop() == Some(true) {
                    written.push_str("</g>");
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = start.local_name().as_ref().to_owned();
        match name.as_str() {
            "svg" if view.is_none() => view = Some(size(&start).ok_or(OutlineFault::NoSvg)?),
            _ if view.is_none() || open.len() > DEEPEST => return Err(OutlineFault::NoSvg),
            name if UNDRAWN.contains(&name) => {
                if !ends {
                    reader.read_to_end(start.to_end().name()).map_err(|_| OutlineFault::NoSvg)?;
                }
                continue;
            }
            "g" => {
                if !ends {
                    // Writing to a String does not fail.
                    let _ = write!(written, "<g{}>", transform(&start));
                    open.push(true);
                }
                continue;
            }
            name => {
                if let Some((shape, known)) = SHAPES.into_iter().find(|(shape, _)| *shape == name) {
                    let _ = write!(written, "<{shape}{}{}/>", transform(&start), numbers(&start, known));
                    shapes += 1;
                }
            }
        }
        if !ends {
            open.push(false);
        }
    }
    let view = view.ok_or(OutlineFault::NoSvg)?;
    if shapes == 0 {
        return Err(OutlineFault::Empty);
    }
    while let Some(group) = open.pop() {
        if group {
            written.push_str("</g>");
        }
    }
    let [x, y, width, height] = view;
    Ok(format!(
        "<svg viewBox=\"{x} {y} {width} {height}\" width=\"100%\" height=\"100%\" preserveAspectRatio=\"none\">{written}</svg>"
    ))
}

/// What part of the plane is shown.
fn size(start: &BytesStart) -> Option<[f64; 4]> {
    let number = |text: &str| text.trim_end_matches(char::is_alphabetic).parse::<f64>().ok().filter(|n| n.is_finite());
    let view = match attribute(start, "viewBox") {
        Some(text) => {
            let all: Vec<f64> = text.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(number).collect();
            <[f64; 4]>::try_from(all).ok()?
        }
        None => [0.0, 0.0, number(&attribute(start, "width")?)?, number(&attribute(start, "height")?)?],
    };
    (view[2] > 0.0 && view[3] > 0.0).then_some(view)
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|a| a.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// Those of the known attributes that are nothing but numbers and what stands between them.
fn numbers(start: &BytesStart, known: &[&str]) -> String {
    let mut written = String::new();
    for name in known {
        let plain = |c: char| c.is_ascii_digit() || " .,+-\n\r\t".contains(c) || "MmLlHhVvCcSsQqTtAaZzEe".contains(c);
        if let Some(value) = attribute(start, name).filter(|value| value.chars().all(plain)) {
            let _ = write!(written, " {name}=\"{value}\"");
        }
    }
    written
}

/// How a shape is moved: the functions of SVG with numbers in them, or not at all.
fn transform(start: &BytesStart) -> String {
    let Some(value) = attribute(start, "transform") else { return String::new() };
    let known = ["matrix", "translate", "scale", "rotate", "skewX", "skewY"];
    let sound = value.split(')').map(str::trim).filter(|part| !part.is_empty()).all(|part| {
        part.trim_start_matches([',', ' ']).split_once('(').is_some_and(|(name, numbers)| {
            known.contains(&name.trim()) && numbers.chars().all(|c| c.is_ascii_digit() || " .,+-eE".contains(c))
        })
    });
    if sound { format!(" transform=\"{value}\"") } else { String::new() }
}
