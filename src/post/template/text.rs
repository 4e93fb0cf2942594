//! Markdown as plain text that reads well: no marks, and each link's address on a line of its own, so that no full stop
//! sticks to it.

use super::source::TICKETS;
use super::{Scene, escape};
use comrak::nodes::{ListType, Node, NodeValue};

/// Parts the letter from what stands below it (RFC 3676 §4.3).
const FOOT: &str = "-- ";

/// The words of a link and its address.
type Links = Vec<(String, String)>;

/// The whole letter, paragraphs parted by empty lines.
pub(super) fn write(root: Node<'_>, scene: &Scene<'_>) -> String {
    let blocks: Vec<String> = root.children().map(|b| block(b, scene)).filter(|b| !b.is_empty()).collect();
    let mut text = blocks.join("\n\n").replace(&format!("\n\n{FOOT}\n\n"), &format!("\n\n{FOOT}\n"));
    text.push('\n');
    text
}

fn block(node: Node<'_>, scene: &Scene<'_>) -> String {
    match &node.data().value {
        NodeValue::CodeBlock(code) if code.info == TICKETS => tickets(scene),
        NodeValue::CodeBlock(code) => code.literal.trim_end().to_owned(),
        NodeValue::HtmlBlock(html) => html.literal.trim_end().to_owned(),
        NodeValue::ThematicBreak => FOOT.to_owned(),
        NodeValue::List(list) => {
            let mark = |n: usize| {
                if list.list_type == ListType::Ordered { format!("{}. ", list.start + n) } else { "- ".into() }
            };
            let items =
                node.children().enumerate().map(|(n, item)| mark(n) + &inner(item, scene).replace('\n', "\n  "));
            items.collect::<Vec<_>>().join("\n")
        }
        NodeValue::DescriptionList => {
            let facts = node
                .children()
                .map(|item| item.children().map(|part| inner(part, scene)).collect::<Vec<_>>().join(": "));
            facts.collect::<Vec<_>>().join("\n")
        }
        NodeValue::Paragraph | NodeValue::Heading(_) => lines(node),
        _ => inner(node, scene),
    }
}

/// The blocks within a block.
fn inner(node: Node<'_>, scene: &Scene<'_>) -> String {
    if node.children().all(|child| child.data().value.block()) {
        node.children().map(|child| block(child, scene)).collect::<Vec<_>>().join("\n")
    } else {
        lines(node)
    }
}

/// A paragraph, and below it the addresses of its links. One that is a link alone is that line.
fn lines(node: Node<'_>) -> String {
    let mut links = Links::new();
    let mut text = String::new();
    inline(node, &mut text, &mut links);
    let text = text.trim().to_owned();
    let alone = links.len() == 1 && links.iter().all(|(words, _)| *words == text);
    let links = links.into_iter().map(|(words, url)| if words == url { url } else { format!("{words}: {url}") });
    if alone { links.collect() } else { [text].into_iter().chain(links).collect::<Vec<_>>().join("\n") }
}

fn inline(node: Node<'_>, text: &mut String, links: &mut Links) {
    for child in node.children() {
        match &child.data().value {
            NodeValue::Text(t) => text.push_str(t),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(html) => text.push_str(html),
            NodeValue::SoftBreak => text.push(' '),
            NodeValue::LineBreak => text.push('\n'),
            NodeValue::Link(link) => {
                let from = text.len();
                inline(child, text, links);
                let words = text.get(from..).unwrap_or_default().trim().to_owned();
                let url = link.url.strip_prefix("mailto:").unwrap_or(&link.url).to_owned();
                // An address that is shown needs no second line.
                if words != url || child.previous_sibling().is_none() && child.next_sibling().is_none() {
                    links.push((words, url));
                }
            }
            _ => inline(child, text, links),
        }
    }
}

fn tickets(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let blocks = scene.tickets.iter().map(|shown| {
        let ticket = shown.ticket;
        let number = words.with("post-ticket-number", &[("number", ticket.number.clone().into())]);
        let mut lines =
            vec![escape::one_line(&ticket.name), escape::one_line(&ticket.category), escape::one_line(&number)];
        if scene.tickets.len() > 1 && !ticket.my_url.is_empty() {
            lines.push(format!("{}: {}", words.t("post-ticket-page"), ticket.my_url));
        }
        lines.join("\n")
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}
