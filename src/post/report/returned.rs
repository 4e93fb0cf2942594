//! The mail that a report is about, as far as it was returned: whole, its headers alone, or a line in a text.

use super::{field, part};
use mail_parser::{Message, MessageParser, PartType};

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Returned {
    pub message_id: Option<String>,
    pub return_path: Option<String>,
}

impl Returned {
    pub(super) fn of(mail: &Message) -> Self {
        let nested = mail.parts.iter().find_map(|part| match &part.body {
            PartType::Message(mail) => Some(Self::from(mail)),
            _ => None,
        });
        nested
            .or_else(|| Self::headers(mail))
            .filter(|found| found.message_id.is_some())
            .unwrap_or_else(|| Self { message_id: quoted(mail), ..Self::default() })
    }

    fn from(mail: &Message) -> Self {
        Self { message_id: mail.message_id().map(str::to_owned), return_path: field::first(mail, "Return-Path") }
    }

    /// `text/rfc822-headers` (RFC 3462 §2).
    fn headers(mail: &Message) -> Option<Self> {
        let headers = part(mail, "text", &["rfc822-headers"]).or_else(|| part(mail, "message", &["global-headers"]))?;
        // Headers that nothing follows are no mail to the parser.
        let whole = [headers.contents(), b"\r\n\r\n"].concat();
        MessageParser::default().parse_headers(&*whole).map(|mail| Self::from(&mail))
    }
}

/// A line `Message-ID: <…>` in the text of a server that returns the mail as text.
fn quoted(mail: &Message) -> Option<String> {
    let text = mail.body_text(0)?;
    text.lines().find_map(|line| {
        let (name, value) = line.trim_start_matches(['>', ' ']).split_once(':')?;
        let id = value.trim().strip_prefix('<')?.split('>').next()?;
        (name.eq_ignore_ascii_case("message-id") && id.contains('@')).then(|| id.to_owned())
    })
}
