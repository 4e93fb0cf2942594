//! What organisers and speakers write, as HTML that does nothing but show: Markdown, with raw HTML shown and not done; HTML
//! that came from other programs, cleaned; plain text. Links lead to the web and to mail only.

use ammonia::Builder;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};
use maud::{Markup, PreEscaped, html};
use programme::entity::session;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Markdown,
    Html,
    Plain,
}

impl Written {
    /// By its looks, where nobody says.
    pub fn of(text: &str) -> Self {
        programme::exchange::markup::of(&[Some(text)]).into()
    }
}

impl From<session::Markup> for Written {
    fn from(markup: session::Markup) -> Self {
        match markup {
            session::Markup::Markdown => Self::Markdown,
            session::Markup::Html => Self::Html,
            session::Markup::Plain => Self::Plain,
        }
    }
}

/// Blocks of text, however it is written.
pub fn written(text: &str, how: Written, below: u8) -> Markup {
    match how {
        Written::Markdown => prose(text, below),
        Written::Html => cleaned(text, below),
        Written::Plain => plain(text),
    }
}

/// A link out of the house, if it leads to the web or to mail; else its words alone.
pub fn outward(url: &str, title: &str) -> Markup {
    let lower = url.trim().to_ascii_lowercase();
    let leads = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    let words = if title.trim().is_empty() { url.trim() } else { title.trim() };
    html! { @if leads { a href=(url.trim()) rel="noopener nofollow" { (words) } } @else { (words) } }
}

/// Whether an address leads to the web, to mail, or to another place of these pages.
fn leads(url: &str) -> bool {
    // Browsers overlook what shows nothing.
    let shown: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let before = shown.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = before.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    !shown.is_empty() && scheme.is_none_or(|scheme| ["https", "http", "mailto", "tel"].contains(&scheme.as_str()))
}

/// Blocks of text. `below` is the level of the heading that they stand under: theirs begin one further down.
pub fn prose(markdown: &str, below: u8) -> Markup {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.render.escape = true;
    let root = parse_document(&arena, markdown, &options);
    let all: Vec<_> = root.descendants().collect();
    for node in all {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => heading.level = (heading.level + below).min(6),
            // A picture from elsewhere would tell there who reads: its words stay.
            NodeValue::Image(image) => {
                let link = image.clone();
                data.value = NodeValue::Link(link);
            }
            _ => {}
        }
        // What leads nowhere is no link: its words alone.
        if let NodeValue::Link(link) = &data.value
            && !leads(&link.url)
        {
            drop(data);
            while let Some(child) = node.first_child() {
                node.insert_before(child);
            }
            node.detach();
        }
    }
    let mut written = String::with_capacity(markdown.len() * 2);
    if format_html(root, &options, &mut written).is_err() {
        // Writing to a String does not fail; if it does, the text is still there.
        return html! { p { (markdown) } };
    }
    // Tags of this kind come from the writer alone: what was typed is escaped.
    styled(written)
}

fn styled(written: String) -> Markup {
    let written = written
        .replace("<h2>", "<h2 class=\"kern-heading-medium\">")
        .replace("<h3>", "<h3 class=\"kern-heading-small\">");
    PreEscaped(written)
}

/// What HTML may say: text and its structure. No pictures, no styles, no ids, nothing that runs.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    const TAGS: [&str; 32] = [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "strong",
        "sub",
        "sup",
        "u",
        "ul",
        "small",
        "kbd",
    ];
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(["script", "style", "title", "template", "noscript", "iframe", "object"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener nofollow"));
    builder
});

fn cleaned(typed: &str, below: u8) -> Markup {
    let mut clean = CLEANER.clean(typed).to_string();
    // Tags of this kind are the cleaner's own: they have no attributes, and what was text is escaped. Deepest first.
    for level in (1..=6_u8).rev() {
        let lower = (level + below).min(6);
        clean = clean.replace(&format!("<h{level}>"), &format!("<h{lower}>"));
        clean = clean.replace(&format!("</h{level}>"), &format!("</h{lower}>"));
    }
    styled(clean)
}

/// Lines as they were typed; an empty one begins a paragraph.
fn plain(text: &str) -> Markup {
    let text = text.replace("\r\n", "\n");
    html! {
        @for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            p { @for (at, line) in paragraph.trim_matches('\n').lines().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}
