//! Decisions over plain values.

/// The longest way back that is kept.
const MAX_NEXT: usize = 2000;

/// Where a log-in leads to: `next` when it is a path of this installation, otherwise nowhere.
///
/// What a browser could read as another host is refused: `//evil`, `/\evil`, and white space or control characters,
/// which browsers drop before they look (WHATWG URL §4.4). So is what is not ASCII, as addresses are encoded; and
/// logging in itself, which would lead in circles.
pub fn local_path(next: &str) -> Option<&str> {
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let local = next.starts_with('/') && !next.starts_with("//");
    let circular = ["/login", "/logout"]
        .iter()
        .any(|own| next.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])));
    (plain && local && !circular && next.len() <= MAX_NEXT).then_some(next)
}
