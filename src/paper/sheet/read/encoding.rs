//! From bytes to text.

use super::SheetError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decodes what a byte order mark says; else UTF-16 by its zeros, UTF-8 if it is, and else what German offices have:
/// Windows-1252, unless the letters speak for another.
pub(super) fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let rest = bytes.get(mark..).unwrap_or_default();
    let text = encoding.decode_without_bom_handling(rest).0;
    // What no text has.
    let binary = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{7F}');
    if text.chars().any(binary) {
        return Err(SheetError::NoTable);
    }
    if is_web_page(&text) {
        return Err(SheetError::WebPage);
    }
    Ok(text.into_owned())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf_16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"de"), Utf8Detection::Deny)
}

/// Without a mark: in what Latin letters write, every second byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = &bytes[..bytes.len().min(4096)];
    let (mut first, mut second) = (0, 0);
    for pair in pairs.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let most = pairs.len() / 2 / 2;
    match (first > most, second > most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn is_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(1024).flat_map(char::to_lowercase).collect();
    let tags = ["<!doctype", "<html", "<head", "<meta", "<table", "<body", "<?xml", "<!--"];
    tags.iter().any(|tag| start.starts_with(tag))
}
