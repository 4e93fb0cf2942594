//! A letter as a mail: headers and MIME parts.

use crate::compose::{Attachment, Draft};
use crate::entity::message;
use crate::template::{Inline, Letter};
use base::{Time, name};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use url::Host;

/// Of an address in a header, with its name: servers break a line of more than 998 letters (RFC 5322 §2.1.1), and with it
/// the address, and the signature over it. It stands in the letter as well.
const LONGEST: usize = 960;

/// Why there is no mail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MailFault {
    #[error("{0:?} is no mail address")]
    Address(String),
    #[error("{0} is no content type")]
    ContentType(String),
    #[error("{0}")]
    Mime(String),
}

/// Builds the mail: `mixed(alternative(text, related(html, pictures), appointment), files)`, as little of it as there is.
///
/// Date is the clock's, Message-ID the stored one; `Auto-Submitted` keeps out-of-office answers away (RFC 3834 §5). What
/// nobody asked for says how to end it (RFC 2369 §3.2, RFC 8058 §3.1).
pub(crate) fn build(
    row: &message::Model,
    message_id: &str,
    from: &Mailbox,
    draft: &Draft,
    letter: &Letter,
    now: Time,
) -> Result<Message, MailFault> {
    let from_name = draft.from_name.as_deref().map(name::clean).filter(|n| !n.is_empty()).or_else(|| from.name.clone());
    let to_name = Some(name::clean(&row.to_name)).filter(|n| !n.is_empty());
    let mut mail = Message::builder()
        .message_id(Some(format!("<{message_id}>")))
        .date(now.into())
        .from(Mailbox::new(from_name, from.email.clone()))
        .to(Mailbox::new(to_name, address(&row.to_address)?))
        .subject(&letter.subject)
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", &row.language));
    if let Some(reply_to) = &draft.reply_to {
        match address(reply_to) {
            Ok(reply_to) => mail = mail.reply_to(Mailbox::new(None, reply_to)),
            Err(_) => tracing::warn!(message = %row.id, "answers go to the sender: the contact is no mail address"),
        }
    }
    if let Some(url) = draft.unsubscribe.as_ref().filter(|url| url.len() <= LONGEST) {
        mail = mail
            .raw_header(header("List-Unsubscribe", &format!("<{url}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    mail.multipart(body(row, draft, letter)?).map_err(|e| MailFault::Mime(e.to_string()))
}

fn body(row: &message::Model, draft: &Draft, letter: &Letter) -> Result<MultiPart, MailFault> {
    // Boundaries of our own, since lettre would draw random ones: no text can hold them, who wrote it did not know the id.
    let boundary = |part: &str| format!("{part}.{}", row.id.simple());
    let mut written =
        MultiPart::alternative().boundary(boundary("alternative")).singlepart(SinglePart::plain(letter.text.clone()));
    let html = SinglePart::html(letter.html.clone());
    written = if letter.inline.is_empty() {
        written.singlepart(html)
    } else {
        let mut related = MultiPart::related().boundary(boundary("related")).singlepart(html);
        for picture in &letter.inline {
            related = related.singlepart(inline(picture)?);
        }
        written.multipart(related)
    };
    if let Some(appointment) = &draft.appointment {
        // The last of the alternatives: programs that know calendars take it, the others what stands before.
        let part = SinglePart::builder().header(content_type(appointment.content_type)?);
        written = written.singlepart(part.body(appointment.bytes.clone()));
    }
    if draft.attachments.is_empty() && draft.appointment.is_none() {
        return Ok(written);
    }
    let mut mixed = MultiPart::mixed().boundary(boundary("mixed")).multipart(written);
    if let Some(appointment) = &draft.appointment {
        // As a plain file, so that no program takes it for a second invitation.
        mixed = mixed.singlepart(attachment(&Attachment { content_type: "application/ics", ..appointment.clone() })?);
    }
    for file in &draft.attachments {
        mixed = mixed.singlepart(attachment(file)?);
    }
    Ok(mixed)
}

fn inline(picture: &Inline) -> Result<SinglePart, MailFault> {
    let part = Part::new_inline_with_name(picture.cid.clone(), picture.name.clone());
    Ok(part.body(picture.png.clone(), content_type("image/png")?))
}

fn attachment(file: &Attachment) -> Result<SinglePart, MailFault> {
    Ok(Part::new(name::clean(&file.name)).body(file.bytes.clone(), content_type(file.content_type)?))
}

fn content_type(text: &str) -> Result<ContentType, MailFault> {
    ContentType::parse(text).map_err(|_| MailFault::ContentType(text.to_owned()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// An address as servers take it: a domain beyond ASCII as its A-labels (RFC 5890 §2.3.2.1).
fn address(typed: &str) -> Result<Address, MailFault> {
    let wrong = || MailFault::Address(typed.to_owned());
    let (user, domain) = typed.trim().rsplit_once('@').ok_or_else(wrong)?;
    let odd = |c: char| c.is_control() || c.is_whitespace();
    if user.contains(odd) || domain.contains(odd) {
        return Err(wrong());
    }
    match Host::parse(domain) {
        Ok(Host::Domain(domain)) => Address::new(user, domain).map_err(|_| wrong()),
        _ => Address::new(user, domain).map_err(|_| wrong()),
    }
}
