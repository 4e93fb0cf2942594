//! Values and lines (RFC 5545 §3.1, §3.2, §3.3.11).

use ics::escape_text;

/// The longest line, in octets, without its end.
const LINE: usize = 75;

/// A value of type TEXT: line ends written `\n`, other control characters gone.
pub(super) fn text(value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = value.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    escape_text(kept).into_owned()
}

/// A value that is not escaped, an address or an identifier: it holds neither a line end nor a space.
pub(super) fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// The value of a parameter, in quotes. No quotation mark may stand within it.
pub(super) fn parameter(value: &str) -> String {
    let kept: String = value.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{kept}\"")
}

/// Folds anew what the crate has folded: it allows its continuation lines 76 octets. Never within a character.
pub(super) fn refold(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() + folded.len() / 32);
    for line in folded.replace("\r\n ", "").split_terminator("\r\n") {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LINE {
                out.push_str("\r\n ");
                width = 1;
            }
            out.push(c);
            width += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}
