//! What became of a mail: RFC 3464, and what servers write that do not know it.

use super::status::Status;
use super::{field, part};
use mail_parser::Message;
use store::reason;

/// What happened to a recipient's mail (RFC 3464 §2.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Failed,
    /// It is still tried.
    Delayed,
    Delivered,
    /// Handed on to a server that reports nothing, or to several: nobody knows.
    Relayed,
}

/// One recipient of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub action: Action,
    pub status: Option<Status>,
    /// What the last server said, cleaned: nobody knows what a server sends.
    pub said: String,
    /// Whom we wrote to, if the report says so; else whom the last server knew.
    pub address: Option<String>,
}

/// A report with a part for programs.
pub(super) fn read(mail: &Message) -> Option<Vec<Recipient>> {
    let status = part(mail, "message", &["delivery-status", "global-delivery-status"])?;
    let text = String::from_utf8_lossy(status.contents());
    let recipients: Vec<Recipient> = field::blocks(&text).iter().filter_map(recipient).collect();
    (!recipients.is_empty()).then_some(recipients)
}

fn recipient(block: &field::Block) -> Option<Recipient> {
    let status = field::get(block, "status").and_then(|text| text.split_whitespace().find_map(Status::parse));
    let action = match field::get(block, "action").map(str::to_lowercase).as_deref() {
        Some("failed") => Action::Failed,
        Some("delayed") => Action::Delayed,
        Some("delivered") => Action::Delivered,
        Some(_) => Action::Relayed,
        // Some servers leave out what must not be left out: the code says it.
        None => match status?.class {
            5 => Action::Failed,
            4 => Action::Delayed,
            _ => Action::Delivered,
        },
    };
    let diagnostic = field::get(block, "diagnostic-code").map(field::typed).unwrap_or_default();
    let named = ["original-recipient", "final-recipient"].iter().find_map(|name| field::get(block, name));
    let address = named.and_then(|value| field::addresses(field::typed(value)).into_iter().next());
    // A server may say no more than "for good" where the one before it had said why.
    let status = status.filter(|code| code.says_something()).or_else(|| Status::within(diagnostic)).or(status);
    let said = if diagnostic.is_empty() { status.map(|code| code.to_string()) } else { Some(reason(diagnostic)) };
    Some(Recipient { action, status, said: said.unwrap_or_default(), address })
}

/// A report in words alone, as Exim and others wrote it: only the header says whose mail failed.
pub(super) fn read_old(mail: &Message) -> Option<Vec<Recipient>> {
    let failed: Vec<String> =
        field::all(mail, "X-Failed-Recipients").iter().flat_map(|value| field::addresses(value)).collect();
    let text = mail.body_text(0).unwrap_or_default();
    let recipients = failed.into_iter().map(|address| {
        let said = said_of(&text, &address);
        Recipient { action: Action::Failed, status: Status::within(&said), said: reason(&said), address: Some(address) }
    });
    let recipients: Vec<Recipient> = recipients.collect();
    (!recipients.is_empty()).then_some(recipients)
}

/// The lines that follow an address in a text, until an empty one.
fn said_of(text: &str, address: &str) -> String {
    let lines = text.lines().map(str::trim).skip_while(|line| !line.to_lowercase().starts_with(address));
    lines.skip(1).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
