//! From a template and values to a letter: `templates/mail/<slice>/<mail>.{de,en}.md`, Markdown with a `subject:`
//! in front, filled by minijinja, written as HTML in the congress's look and as plain text.
//!
//! Values are what people typed. They never become Markdown, HTML, a header or a second line: every value is escaped
//! where it is filled in, and there is no filter that says otherwise.

mod escape;
mod html;
mod look;
mod piece;
mod source;
mod text;

use crate::compose::{Draft, Ticket};
use crate::entity::mail_text::OwnWords;
use base::{Language, Uuid};
use comrak::{Arena, Options, parse_document};
use locale::Words;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub use escape::in_markdown as escape_markdown;
pub use piece::{MAX_LINE, MAX_PIECE, Piece, PieceFault, Place, check, has_blocks, pieces, placeholders};
pub use source::faults;

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The pictures in `html`.
    pub inline: Vec<Inline>,
}

/// A picture in the letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline {
    /// As in `cid:`, without angle brackets (RFC 2392).
    pub cid: String,
    pub name: String,
    pub png: Vec<u8>,
}

/// The template and the values do not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("mail template {template}: {reason}")]
pub struct TemplateError {
    pub template: String,
    pub reason: String,
}

/// A ticket, and its picture's name in this mail.
struct Shown<'a> {
    ticket: &'a Ticket,
    cid: Option<String>,
}

/// What the two writers need beside the Markdown.
struct Scene<'a> {
    words: Words,
    tickets: &'a [Shown<'a>],
}

/// The subject alone, which needs no more values than it names.
pub fn subject(language: Language, draft: &Draft) -> Result<String, TemplateError> {
    let name = format!("{}.{language}.md", draft.template);
    source::subject(&name, values(draft)).map_err(|reason| TemplateError { template: name.clone(), reason })
}

/// All mails that there are: `registration/order`.
pub fn names() -> impl Iterator<Item = &'static str> {
    source::names()
}

/// How a mail is written in a language: Markdown, with tags. None: there is no such mail.
pub fn source(template: &str, language: Language) -> Option<&'static str> {
    source::of(&format!("{template}.{language}.md"))
}

/// Which of the [`pieces`] of its template a mail says, by their places in the list. None, where it cannot be filled in.
pub fn said(language: Language, draft: &Draft, own: &OwnWords) -> BTreeSet<usize> {
    let name = format!("{}.{language}.md", draft.template);
    let Some(source) = source::of(&name) else { return BTreeSet::new() };
    let filled = source::fill(&name, &piece::marked(source, own), values(draft), draft.letter.as_deref());
    filled.map(|filled| piece::said(&[filled.subject, filled.preheader, filled.body].concat())).unwrap_or_default()
}

/// Fills a template for a reader of `language`. `id` is the message's, for the names of its pictures.
pub fn render(language: Language, draft: &Draft, id: Uuid) -> Result<Letter, TemplateError> {
    render_with(language, draft, id, &OwnWords::default())
}

/// The same in a congress's own words.
pub fn render_with(language: Language, draft: &Draft, id: Uuid, own: &OwnWords) -> Result<Letter, TemplateError> {
    let name = format!("{}.{language}.md", draft.template);
    let wrong = |reason: String| TemplateError { template: name.clone(), reason };
    let filled = source::fill(&name, own, values(draft), draft.letter.as_deref()).map_err(wrong)?;
    let tickets: Vec<Shown> = (1..)
        .zip(&draft.tickets)
        .map(|(n, ticket)| Shown {
            ticket,
            cid: ticket.qr_png.as_ref().map(|_| format!("ticket-{n}.{}@post", id.simple())),
        })
        .collect();
    let scene = Scene { words: Words::new(language), tickets: &tickets };
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.description_lists = true;
    let root = parse_document(&arena, &filled.body, &options);
    let frame = look::Frame {
        language,
        subject: &filled.subject,
        preheader: &filled.preheader,
        wordmark: &draft.wordmark,
        parts: html::write(root, &scene),
    };
    let shown = html::places_tickets(root);
    Ok(Letter {
        html: frame.write().map_err(wrong)?,
        text: text::write(root, &scene),
        subject: filled.subject,
        inline: if shown { pictures(&tickets) } else { vec![] },
    })
}

fn pictures(tickets: &[Shown]) -> Vec<Inline> {
    tickets
        .iter()
        .filter_map(|shown| {
            let (cid, png) = (shown.cid.clone()?, shown.ticket.qr_png.clone()?);
            Some(Inline { cid, name: format!("{}.png", shown.ticket.number), png })
        })
        .collect()
}

/// The composer's values, and what the draft says by itself.
fn values(draft: &Draft) -> Value {
    let attached = |kind: &str| draft.attachments.iter().any(|a| a.content_type.starts_with(kind));
    let mut values = draft.values.clone();
    if let Some(values) = values.as_object_mut() {
        values.insert("tickets".into(), draft.tickets.iter().map(Ticket::values).collect());
        values
            .insert("attached".into(), json!({ "pdf": attached("application/pdf"), "ics": attached("text/calendar") }));
    }
    values
}
