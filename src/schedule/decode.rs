//! From bytes to text, whatever encoding the file declares.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text without its byte order mark, and whether some of it had to be replaced.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let (encoding, mark) = match (Encoding::for_bom(bytes), bytes) {
        (Some(found), _) => found,
        (None, [b'<' | b'{', 0, ..]) => (UTF_16LE, 0),
        (None, [0, b'<' | b'{', ..]) => (UTF_16BE, 0),
        (None, _) => (declared(bytes).unwrap_or(UTF_8), 0),
    };
    encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
}

/// What `<?xml … encoding="…"?>` says. Not UTF-16: that could not have been read as far as here.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let head = head.get(..200).unwrap_or(head);
    let head = String::from_utf8_lossy(head.split(|b| *b == b'>').next()?).into_owned();
    let after = head.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let encoding = Encoding::for_label(after.get(1..)?.split(quote).next()?.as_bytes())?;
    encoding.is_ascii_compatible().then_some(encoding)
}
