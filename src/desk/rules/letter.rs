//! A mail as it looks.

/// Stands where a picture was: a grey box.
const BOX: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E\
    %3Cpath fill='%23ddd' d='M0 0h9v9H0z'/%3E%3C/svg%3E";

/// The mail without the pictures that went along as parts of it (`cid:`, RFC 2392): they are not kept, since a ticket's
/// code is one of them. A grey box stands in their place.
pub fn without_parts(html: &str) -> String {
    let mut pieces = html.split("src=\"cid:");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| {
        let rest = piece.split_once('"').map_or("", |(_, rest)| rest);
        format!("{all}src=\"{BOX}\"{rest}")
    })
}
