//! The typefaces of printed documents, and what of a text they can print.
//!
//! Fira Sans carries Latin with all of Europe and Vietnamese, Cyrillic and Greek; the Noto faces the scripts beside
//! it. There is no Chinese, Japanese and Korean among them: one weight of a face for them weighs more than all of
//! these together. What no face has is printed as [`REPLACEMENT`], so that a ticket is never refused for a name.
//!
//! All under the SIL Open Font License 1.1, from npm (`templates/document/package.json`), embedded here by name.

use crate::PaperError;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::{Coverage, Font, FontBook};
use typst::utils::LazyHash;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Printed for what no typeface has.
pub(crate) const REPLACEMENT: char = '\u{25A1}';

/// In this order they are asked for a character.
pub(crate) const FAMILIES: [&str; 9] = [
    "Fira Sans",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Emoji",
];

macro_rules! face {
    ($package:literal, $weight:literal, $name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../templates/document/node_modules/@expo-google-fonts/",
            $package,
            "/",
            $weight,
            "/",
            $name,
            "_",
            $weight,
            ".ttf"
        ))
    };
}

/// The files, some 4.5 MB.
static FILES: [&[u8]; 18] = [
    face!("fira-sans", "400Regular", "FiraSans"),
    face!("fira-sans", "500Medium", "FiraSans"),
    face!("fira-sans", "600SemiBold", "FiraSans"),
    face!("fira-mono", "400Regular", "FiraMono"),
    face!("noto-sans", "400Regular", "NotoSans"),
    face!("noto-sans-arabic", "400Regular", "NotoSansArabic"),
    face!("noto-sans-arabic", "600SemiBold", "NotoSansArabic"),
    face!("noto-sans-hebrew", "400Regular", "NotoSansHebrew"),
    face!("noto-sans-hebrew", "600SemiBold", "NotoSansHebrew"),
    face!("noto-sans-armenian", "400Regular", "NotoSansArmenian"),
    face!("noto-sans-armenian", "600SemiBold", "NotoSansArmenian"),
    face!("noto-sans-georgian", "400Regular", "NotoSansGeorgian"),
    face!("noto-sans-georgian", "600SemiBold", "NotoSansGeorgian"),
    face!("noto-sans-devanagari", "400Regular", "NotoSansDevanagari"),
    face!("noto-sans-devanagari", "600SemiBold", "NotoSansDevanagari"),
    face!("noto-sans-thai", "400Regular", "NotoSansThai"),
    face!("noto-sans-thai", "600SemiBold", "NotoSansThai"),
    face!("noto-emoji", "400Regular", "NotoEmoji"),
];

/// The typefaces, read once.
pub(crate) struct Typefaces {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
    /// What each of [`FAMILIES`] can print.
    coverage: Vec<Coverage>,
}

/// All typefaces. Immutable, so that it may be kept by the process.
pub(crate) fn typefaces() -> Result<&'static Typefaces, PaperError> {
    static ALL: OnceLock<Option<Typefaces>> = OnceLock::new();
    ALL.get_or_init(load).as_ref().ok_or(PaperError::Typeface)
}

fn load() -> Option<Typefaces> {
    let fonts: Vec<Font> = FILES.iter().map(|file| Font::new(Bytes::new(*file), 0)).collect::<Option<_>>()?;
    let coverage = FAMILIES
        .iter()
        .map(|family| fonts.iter().map(Font::info).find(|info| info.family == *family))
        .map(|info| info.map(|info| info.coverage.clone()))
        .collect::<Option<_>>()?;
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Some(Typefaces { fonts, book, coverage })
}

impl Typefaces {
    /// The text as it can be printed: characters of control and of direction gone, and of each cluster (a letter with
    /// its marks, an emoji of several parts) what one typeface has: all, or composed, or without its marks, or the
    /// replacement.
    pub(crate) fn printable(&self, text: &str) -> String {
        let has = |cluster: &str| self.coverage.iter().any(|c| covers(c, cluster));
        reduce(text, has)
    }

    /// The text in Fira Sans alone, one character a cluster. If even the above cannot be set, this can.
    pub(crate) fn plain(&self, text: &str) -> String {
        let has =
            |cluster: &str| cluster.chars().count() == 1 && self.coverage.first().is_some_and(|c| covers(c, cluster));
        reduce(text, has)
    }
}

fn reduce(text: &str, has: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let text: String = text.chars().filter(|c| *c == '\n' || !invisible(*c)).collect();
    for cluster in text.graphemes(true) {
        if cluster == "\n" || has(cluster) {
            out.push_str(cluster);
            continue;
        }
        let composed: String = cluster.nfc().collect();
        let base: String = composed.chars().take(1).collect();
        match [composed, base].into_iter().find(|part| has(part)) {
            Some(part) => out.push_str(&part),
            None => out.push(REPLACEMENT),
        }
    }
    out
}

/// Of each visible character there is a picture.
fn covers(coverage: &Coverage, cluster: &str) -> bool {
    cluster.chars().all(|c| joins(c) || coverage.contains(u32::from(c)))
}

/// Control, embedding and isolation (UAX #9 §2), soft hyphen, byte order mark, tags, surrogate-like non-characters.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Has no picture of its own but changes its neighbours': joiners and variation selectors.
fn joins(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}
