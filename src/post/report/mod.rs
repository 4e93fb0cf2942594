//! Mails that tell of other mails: what came back (DSN, RFC 3464), what somebody complained of (ARF, RFC 5965), and what
//! only answers by itself. Read from the raw mail into plain values: no database, no clock.

mod automatic;
mod complaint;
mod delivery;
mod field;
mod returned;
pub mod standing;
mod status;

pub use delivery::{Action, Recipient};
pub use status::{Status, meaning};

use base::secret;
use mail_parser::{Message, MessageParser, MimeHeaders};
use returned::Returned;

/// A mail that came to the address for bounces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which report this is, however often and by whatever way it comes: a digest of its Message-ID, or of all of it.
    pub id: String,
    /// The addresses that it was sent to, as its own headers and the returned mail's tell them.
    pub to: Vec<String>,
    /// The Message-ID of the mail that it is about, without its brackets.
    pub original: Option<String>,
    pub what: What,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// What became of a mail, for each recipient that it names.
    Delivery(Vec<Recipient>),
    /// Whoever got the mail calls it unwanted: RFC 5965 §7.3, `abuse`.
    Complaint(String),
    /// Nobody wrote it: out of office, received with thanks, read. It is no bounce.
    Automatic,
    /// Whatever else.
    Other,
}

impl What {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delivery(_) => "delivery",
            Self::Complaint(_) => "complaint",
            Self::Automatic => "automatic",
            Self::Other => "other",
        }
    }
}

/// Reads a mail. Whatever it is, it is something: what cannot be understood is [`What::Other`].
///
/// A report is told by its parts before its headers are asked whether a program wrote it: servers mark their reports as
/// automatic, too.
pub fn read(raw: &[u8]) -> Report {
    let Some(mail) = MessageParser::default().parse(raw) else {
        return Report { id: digest(raw), to: vec![], original: None, what: What::Other };
    };
    let returned = Returned::of(&mail);
    let what = delivery::read(&mail)
        .map(What::Delivery)
        .or_else(|| complaint::read(&mail).map(What::Complaint))
        .or_else(|| automatic::is(&mail).then_some(What::Automatic))
        .or_else(|| delivery::read_old(&mail).map(What::Delivery))
        .unwrap_or(What::Other);
    let id = mail.message_id().map_or_else(|| digest(raw), |id| digest(id.as_bytes()));
    let to = addresses(&mail, &returned);
    // None of ours has one, and databases take no U+0000.
    let original = returned.message_id.filter(|id| !id.contains(char::is_control));
    Report { id, to, original, what }
}

fn digest(bytes: &[u8]) -> String {
    secret::hash(&String::from_utf8_lossy(bytes)).chars().take(DIGEST).collect()
}

/// 128 bits in hex.
const DIGEST: usize = 32;

/// The headers in which servers note whom a mail was for.
const TO: [&str; 5] = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"];

fn addresses(mail: &Message, returned: &Returned) -> Vec<String> {
    let of_headers = TO.iter().flat_map(|name| field::all(mail, name));
    let mut found: Vec<String> = of_headers.flat_map(|text| field::addresses(&text)).collect();
    found.extend(returned.return_path.iter().flat_map(|path| field::addresses(path)));
    found.dedup();
    found
}

/// The first part of this type, `delivery-status` of `message/delivery-status`; the same in Unicode is `global-…`
/// (RFC 6533).
fn part<'a>(mail: &'a Message<'a>, kind: &str, subtypes: &[&str]) -> Option<&'a mail_parser::MessagePart<'a>> {
    mail.parts.iter().find(|part| {
        part.content_type().is_some_and(|of| {
            of.ctype().eq_ignore_ascii_case(kind)
                && of.subtype().is_some_and(|sub| subtypes.iter().any(|one| sub.eq_ignore_ascii_case(one)))
        })
    })
}
