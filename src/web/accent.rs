//! A congress's own colour: from one colour the twelve of the accent, as the look has them in ultramarine. Lightness stays
//! that of the look, step by step, so that text stays readable whatever colour is chosen; hue and strength are the
//! chosen colour's. The style sheet is served, since nothing may be inline.

use base::secret;
use std::fmt::Write as _;

/// Lightness and chroma (OKLCH) of the look's own accent, from `025` to `950`.
const STEPS: [(&str, f64, f64); 12] = [
    ("025", 0.976, 0.010),
    ("050", 0.952, 0.022),
    ("100", 0.915, 0.037),
    ("200", 0.840, 0.072),
    ("300", 0.770, 0.112),
    ("400", 0.650, 0.160),
    ("500", 0.580, 0.190),
    ("600", 0.500, 0.205),
    ("700", 0.430, 0.195),
    ("800", 0.345, 0.160),
    ("900", 0.265, 0.115),
    ("950", 0.205, 0.085),
];
/// The chroma of the look's accent where it is strongest.
const STRONGEST: f64 = 0.205;
/// Contrast of text on its ground (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
const WHITE: [f64; 3] = [1.0, 1.0, 1.0];

/// That is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written as #3b49df")]
pub struct NoColour;

/// The twelve colours, and those that differ in the dark.
#[derive(Clone, Debug, PartialEq)]
pub struct Accent {
    steps: [[f64; 3]; 12],
    /// Tint and line on dark ground.
    dark: [[f64; 3]; 2],
}

impl Accent {
    /// From `#3b49df`, `3b49df` or `#34d`.
    pub fn new(colour: &str) -> Result<Self, NoColour> {
        let (_, chroma, hue) = oklch(read(colour)?);
        let strength = (chroma / STRONGEST).min(1.0);
        let of = |lightness: f64, full: f64| within(lightness, full * strength, hue);
        let mut steps = STEPS.map(|(_, lightness, full)| of(lightness, full));
        let dark = [of(0.27, 0.060), of(0.42, 0.090)];
        // Text on white, on a tint, and white on a button; on dark ground the other way round. Equal lightness is not
        // equal luminance: where a hue falls short, its step goes darker or lighter until it does not.
        for (step, ground, down) in
            [(8, steps[2], true), (9, steps[3], true), (4, within(0.245, 0.030, 277.0), false), (3, dark[0], false)]
        {
            let (_, mut lightness, full) = STEPS[step];
            while contrast(steps[step], ground) < READABLE || (down && contrast(steps[step], WHITE) < READABLE) {
                lightness += if down { -0.01 } else { 0.01 };
                steps[step] = of(lightness, full);
            }
        }
        Ok(Self { steps, dark })
    }

    /// A step as `#rrggbb`: `700` is what stands on white.
    pub fn step(&self, name: &str) -> Option<String> {
        STEPS.iter().position(|(step, ..)| *step == name).map(|at| hex(self.steps[at]))
    }

    /// All steps, from light to dark.
    pub fn steps(&self) -> impl Iterator<Item = (&'static str, String)> {
        STEPS.iter().zip(self.steps).map(|((name, ..), colour)| (*name, hex(colour)))
    }

    /// The style sheet that goes over `theme.css`.
    pub fn css(&self) -> String {
        let mut css = String::from(":root{");
        for (name, colour) in self.steps() {
            // Writing to a String does not fail.
            let _ = write!(css, "--accent-{name}:{colour};");
        }
        let [tint, line] = self.dark.map(hex);
        let _ = write!(
            css,
            "--accent-tint:light-dark(var(--accent-050),{tint});--accent-line:light-dark(var(--accent-200),{line})}}"
        );
        css
    }

    /// The name of the style sheet: another colour is another name, so it can be kept for ever.
    pub fn file(&self) -> String {
        format!("accent-{}.css", &secret::hash(&self.css())[..10])
    }
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio"), of `#rrggbb`.
pub fn contrast_of(one: &str, other: &str) -> Result<f64, NoColour> {
    Ok(contrast(read(one)?, read(other)?))
}

fn read(colour: &str) -> Result<[f64; 3], NoColour> {
    let digits = colour.trim().trim_start_matches('#').to_ascii_lowercase();
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(NoColour);
    }
    let pair = match digits.len() {
        6 => digits,
        3 => digits.chars().flat_map(|c| [c, c]).collect(),
        _ => return Err(NoColour),
    };
    let part =
        |at: usize| u8::from_str_radix(&pair[at..at + 2], 16).map(|n| f64::from(n) / 255.0).map_err(|_| NoColour);
    Ok([part(0)?, part(2)?, part(4)?])
}

fn hex(colour: [f64; 3]) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    let [r, g, b] = colour.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// sRGB to light that adds up (IEC 61966-2-1), and back.
fn linear(part: f64) -> f64 {
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn gamma(part: f64) -> f64 {
    if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Lightness, chroma, hue in degrees (CSS Color 4 §9).
fn oklch(colour: [f64; 3]) -> (f64, f64, f64) {
    let [r, g, b] = colour.map(linear);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    (lightness, a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0))
}

fn srgb(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    .map(gamma)
}

/// The colour with as much of its chroma as a screen shows.
fn within(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let shown = |colour: &[f64; 3]| colour.iter().all(|part| (-0.0005..=1.0005).contains(part));
    let mut chroma = chroma;
    let mut colour = srgb(lightness, chroma, hue);
    while !shown(&colour) && chroma > 0.0 {
        chroma = (chroma - 0.002).max(0.0);
        colour = srgb(lightness, chroma, hue);
    }
    colour.map(|part| part.clamp(0.0, 1.0))
}
