//! Addresses as the schemas want them.

use crate::value::{absolute, has_scheme};

/// In full and with `http` or `https`, or none.
pub(crate) fn http(base: Option<&str>, address: Option<&str>) -> Option<String> {
    let address = address?.trim();
    if (address.starts_with("https://") || address.starts_with("http://")) && address.bytes().all(is_plain) {
        return Some(address.to_owned());
    }
    let full = absolute(base, address);
    let lower = full.get(..8).unwrap_or(&full).to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return None;
    }
    // The XSD wants the scheme in lower case.
    let (scheme, rest) = full.split_once(':')?;
    Some(escaped(&format!("{}:{rest}", scheme.to_ascii_lowercase())))
}

/// In full and with any scheme, or none.
pub(crate) fn uri(base: Option<&str>, address: Option<&str>) -> Option<String> {
    let address = address?.trim();
    if address.starts_with("https://") && address.bytes().all(is_plain) {
        return Some(address.to_owned());
    }
    let full = absolute(base, address);
    has_scheme(&full).then(|| escaped(&full))
}

/// Whether a byte stands for itself wherever it is in an address.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte)
}

/// With what RFC 3986 does not allow percent-encoded; what it allows stays as it is.
fn escaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let authority = address.find("//").map_or(0, |at| at + 2);
    let path =
        address.get(authority..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(address.len(), |at| authority + at);
    let mut fragment = false;
    for (at, c) in address.char_indices() {
        let kept = match c {
            '%' => address.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)),
            '[' | ']' => at < path,
            '#' => !std::mem::replace(&mut fragment, true),
            _ => c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
        };
        if kept {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}
