//! Markdown as HTML that mail programs show: rules written into `style`, no tag that does not come from here.

use super::look::attribute;
use super::source::TICKETS;
use super::{Scene, Shown, escape};
use comrak::nodes::{ListType, Node, NodeValue};
use std::fmt::Write as _;

/// The title of a link that is a button: `[Mein Kongress öffnen](https://… "button")`.
const BUTTON: &str = "button";

struct Writer<'a> {
    scene: &'a Scene<'a>,
    html: String,
    /// Below the letter.
    foot: bool,
}

/// The letter, and what stands below it: a line across (`---`) parts them.
pub(super) fn write(root: Node<'_>, scene: &Scene<'_>) -> (String, String) {
    let mut writer = Writer { scene, html: String::new(), foot: false };
    let mut letter = String::new();
    for block in root.children() {
        if matches!(block.data().value, NodeValue::ThematicBreak) && !writer.foot {
            letter = std::mem::take(&mut writer.html);
            writer.foot = true;
            continue;
        }
        writer.block(block);
    }
    if writer.foot { (letter, writer.html) } else { (writer.html, String::new()) }
}

/// Whether the ticket blocks stand in it.
pub(super) fn places_tickets(root: Node<'_>) -> bool {
    root.children().any(|block| matches!(&block.data().value, NodeValue::CodeBlock(code) if code.info == TICKETS))
}

/// The only child, if it is a link: its address and title.
fn lone_link(paragraph: Node<'_>) -> Option<(String, String)> {
    let first = paragraph.first_child()?;
    if first.next_sibling().is_some() {
        return None;
    }
    match &first.data().value {
        NodeValue::Link(link) => Some((link.url.clone(), link.title.clone())),
        _ => None,
    }
}

impl Writer<'_> {
    fn put(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// A tag around its content.
    fn around(&mut self, tag: &str, selectors: &[&str], node: Node<'_>) {
        let _ = write!(self.html, "<{tag}{}>", attribute(selectors));
        self.children(node);
        let _ = write!(self.html, "</{tag}>");
    }

    fn children(&mut self, node: Node<'_>) {
        for child in node.children() {
            self.block(child);
        }
    }

    fn block(&mut self, node: Node<'_>) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Paragraph => self.paragraph(node),
            NodeValue::Heading(heading) => {
                let tag = if heading.level == 1 { "h1" } else { "h2" };
                self.around(tag, &[tag], node);
                self.put("\n");
            }
            NodeValue::List(list) => {
                let tag = if list.list_type == ListType::Ordered { "ol" } else { "ul" };
                self.around(tag, &["ul"], node);
                self.put("\n");
            }
            NodeValue::Item(_) => self.around("li", &["li"], node),
            NodeValue::DescriptionList => {
                let _ = write!(self.html, "<dl class=\"facts\"{}>", attribute(&[".facts"]));
                self.children(node);
                self.put("</dl>\n");
            }
            NodeValue::DescriptionTerm => self.around("dt", &[".facts dt"], node),
            NodeValue::DescriptionDetails => self.around("dd", &[".facts dd"], node),
            NodeValue::CodeBlock(code) if code.info == TICKETS => self.tickets(),
            NodeValue::ThematicBreak => self.put("<hr>\n"),
            NodeValue::CodeBlock(code) => {
                let _ = writeln!(self.html, "<pre>{}</pre>", escape::html(&code.literal));
            }
            NodeValue::HtmlBlock(html) => self.put(&escape::html(&html.literal)),
            _ => self.inline(node, &value),
        }
    }

    fn paragraph(&mut self, node: Node<'_>) {
        // In a list of facts or a tight list the item is the paragraph.
        let inside = node.parent().map(|p| p.data().value.clone());
        let bare = match inside {
            Some(NodeValue::Item(_)) => {
                let list = node.parent().and_then(|item| item.parent());
                list.is_some_and(|list| matches!(&list.data().value, NodeValue::List(list) if list.tight))
            }
            Some(NodeValue::DescriptionDetails | NodeValue::DescriptionTerm) => true,
            _ => false,
        };
        if bare {
            return self.children(node);
        }
        let p = attribute(if self.foot { &["p", ".foot p"] } else { &["p"] });
        let _ = write!(self.html, "<p{p}>");
        match lone_link(node) {
            Some((url, title)) if title == BUTTON => {
                let style = attribute(&["a", ".button"]);
                let _ = write!(self.html, "<a class=\"button\" href=\"{}\"{style}>", address(&url));
                if let Some(link) = node.first_child() {
                    self.children(link);
                }
                self.put("</a>");
            }
            _ => self.children(node),
        }
        self.put("</p>\n");
    }

    fn inline(&mut self, node: Node<'_>, value: &NodeValue) {
        match value {
            NodeValue::Text(text) => self.put(&escape::html(text)),
            NodeValue::HtmlInline(html) => self.put(&escape::html(html)),
            NodeValue::SoftBreak => self.put("\n"),
            NodeValue::LineBreak => self.put("<br>\n"),
            NodeValue::Code(code) => {
                let _ = write!(self.html, "<code>{}</code>", escape::html(&code.literal));
            }
            NodeValue::Strong => self.around("strong", &["strong"], node),
            NodeValue::Emph => self.around("em", &["em"], node),
            NodeValue::Link(link) => {
                let _ = write!(self.html, "<a href=\"{}\"{}>", address(&link.url), attribute(&["a"]));
                self.children(node);
                self.put("</a>");
            }
            _ => self.children(node),
        }
    }

    fn tickets(&mut self) {
        let scene = self.scene;
        for shown in scene.tickets {
            self.ticket(shown);
        }
    }

    fn ticket(&mut self, shown: &Shown<'_>) {
        let ticket = shown.ticket;
        let number = escape::html(&escape::one_line(&ticket.number));
        let _ = writeln!(self.html, "<div class=\"ticket\"{}>", attribute(&[".ticket"]));
        if let Some(cid) = &shown.cid {
            let alt = self.scene.words.with("post-qr-alt", &[("number", ticket.number.clone().into())]);
            let style = attribute(&[".ticket img"]);
            let alt = escape::html(&alt);
            let _ = writeln!(self.html, "<img src=\"cid:{cid}\" width=\"200\" height=\"200\" alt=\"{alt}\"{style}>");
        }
        let name = escape::html(&escape::one_line(&ticket.name));
        let _ = writeln!(self.html, "<p class=\"name\"{}>{name}</p>", attribute(&["p", ".ticket p", ".name"]));
        let category = escape::html(&escape::one_line(&ticket.category));
        // Kept on one line by a rule, not by other hyphens: people copy the number and search for it.
        let number = format!("<span{}>{number}</span>", attribute(&[".number"]));
        let _ = writeln!(self.html, "<p{}>{category}<br>{number}</p>", attribute(&["p", ".ticket p"]));
        if self.scene.tickets.len() > 1 && !ticket.my_url.is_empty() {
            let words = escape::html(&self.scene.words.t("post-ticket-page"));
            let (p, a) = (attribute(&["p", ".ticket p"]), attribute(&["a"]));
            let _ = writeln!(self.html, "<p{p}><a href=\"{}\"{a}>{words}</a></p>", address(&ticket.my_url));
        }
        self.put("</div>\n");
    }
}

/// An address in `href`: only of schemes that a mail needs.
fn address(url: &str) -> String {
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme));
    if known { escape::html(url) } else { String::from("#") }
}
