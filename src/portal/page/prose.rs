//! What organisers write in Markdown, as HTML. Raw HTML in it is shown, not done; links lead to the web and to mail only.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};
use maud::{Markup, PreEscaped, html};

/// Blocks of text. `below` is the level of the heading that they stand under: theirs begin one further down.
pub fn prose(markdown: &str, below: u8) -> Markup {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.render.escape = true;
    let root = parse_document(&arena, markdown, &options);
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = (heading.level + below).min(6);
        }
    }
    let mut written = String::with_capacity(markdown.len() * 2);
    if format_html(root, &options, &mut written).is_err() {
        // Writing to a String does not fail; if it does, the text is still there.
        return html! { p { (markdown) } };
    }
    // Tags of this kind come from the writer alone: what was typed is escaped.
    let written = written
        .replace("<h2>", "<h2 class=\"kern-heading-medium\">")
        .replace("<h3>", "<h3 class=\"kern-heading-small\">");
    PreEscaped(written)
}
