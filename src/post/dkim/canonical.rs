//! A mail as it is signed, whatever servers do to its white space: "relaxed" (RFC 6376 §3.4.2 and §3.4.4).

/// The headers, each with its end of line, and what stands behind the empty line.
pub(super) fn split(mail: &[u8]) -> (&[u8], &[u8]) {
    match mail.windows(4).position(|four| four == b"\r\n\r\n") {
        Some(at) => (&mail[..at + 2], &mail[at + 4..]),
        None => (mail, &[]),
    }
}

/// Header by header, folded as they are.
pub(super) fn fields(head: &[u8]) -> Vec<&[u8]> {
    let (mut fields, mut begin) = (vec![], 0);
    for at in 0..head.len() {
        if head[at..].starts_with(b"\r\n") && !matches!(head.get(at + 2), Some(b' ' | b'\t')) {
            fields.push(&head[begin..at]);
            begin = at + 2;
        }
    }
    fields
}

/// Whether this header has this name.
pub(super) fn is(field: &[u8], name: &str) -> bool {
    parts(field).0.eq_ignore_ascii_case(name.as_bytes())
}

/// The name in small letters; white space, and folds with it, is one space, and none around what it says.
pub(super) fn header(field: &[u8]) -> Vec<u8> {
    let (name, value) = parts(field);
    let mut out = name.to_ascii_lowercase();
    out.push(b':');
    let begin = out.len();
    let mut gap = false;
    for byte in value {
        if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
            gap = true;
            continue;
        }
        if gap && out.len() > begin {
            out.push(b' ');
        }
        gap = false;
        out.push(*byte);
    }
    out
}

fn parts(field: &[u8]) -> (&[u8], &[u8]) {
    let colon = field.iter().position(|byte| *byte == b':').unwrap_or(field.len());
    (field[..colon].trim_ascii(), field.get(colon + 1..).unwrap_or_default())
}

/// White space is one space, and none at the end of a line; no empty lines at the end.
pub(super) fn body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let (mut lines, mut gap) = (0, false);
    let mut rest = body;
    while let [byte, behind @ ..] = rest {
        match rest {
            [b'\r', b'\n', behind @ ..] => {
                lines += 1;
                gap = false;
                rest = behind;
                continue;
            }
            [b' ' | b'\t', ..] => gap = true,
            _ => {
                (0..lines).for_each(|_| out.extend_from_slice(b"\r\n"));
                out.extend(gap.then_some(b' '));
                (lines, gap) = (0, false);
                out.push(*byte);
            }
        }
        rest = behind;
    }
    if !out.is_empty() {
        out.extend_from_slice(b"\r\n");
    }
    out
}
