//! The ticket on paper: one A4 sheet an attendee, folded twice to A6, with the name badge in front and the code on
//! the back. Every word comes in, in the attendee's language; `templates/document/ticket.typ` sets them.

use crate::typeset::{About, pdf};
use crate::{PaperError, qr};
use base::{Language, Time};
use serde::Serialize;

const TEMPLATE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/document/ticket.typ"));

/// One attendee's sheet. Texts may be empty: what is empty is not printed. A `\n` in them starts a new line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TicketSheet {
    /// The language of the words on this sheet.
    pub language: Language,
    pub wordmark: Wordmark,
    pub given_name: String,
    pub family_name: String,
    pub organisation: String,
    /// Under the organisation: what somebody does there.
    pub role: String,
    /// Under it, in the accent: what somebody wants to talk about.
    pub topic: String,
    /// The strip at the foot of the badge: "Teilnahme".
    pub category: String,
    pub admission: Admission,
    /// Their own day. Without items the panel shows heading and note.
    pub day: Day,
    pub notes: Notes,
}

/// The congress's name as text, its second part in the accent: `DigitaleZukunft`, `@OWL`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Wordmark {
    pub main: String,
    pub accent: String,
}

/// The panel with the code.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Admission {
    pub heading: String,
    /// What the code says.
    #[serde(skip)]
    pub qr_text: String,
    /// What somebody hears who does not see it: "QR-Code für den Einlass, Ticket 7H4KQ2-1K".
    pub qr_alt: String,
    /// The number for the eye.
    pub number: String,
    pub facts: Vec<Fact>,
    pub note: String,
}

/// "Wann": "Do, 11. März 2027, 10 bis 17 Uhr".
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// The panel with the attendee's day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Day {
    pub heading: String,
    pub items: Vec<Item>,
    pub note: String,
}

/// "11:00": "Ein LoRaWAN-Netz, viele Kommunen", "Seminarraum 1, Platz gebucht".
#[derive(Clone, Debug, Default, Serialize)]
pub struct Item {
    pub time: String,
    pub title: String,
    /// Where, in a line below.
    pub place: String,
    /// Theirs in particular, a seat or a meeting: set in bold.
    pub own: bool,
}

/// The panel with what is good to know.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Notes {
    pub heading: String,
    pub paragraphs: Vec<String>,
    /// A code with which others find this attendee.
    pub contact: Option<Contact>,
    /// Who stands behind it all, small, at the foot.
    pub imprint: String,
}

/// A second, smaller code.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Contact {
    #[serde(skip)]
    pub qr_text: String,
    pub qr_alt: String,
    pub heading: String,
    pub text: String,
}

/// A sheet with its codes drawn.
#[derive(Serialize)]
struct Drawn<'a> {
    #[serde(flatten)]
    sheet: &'a TicketSheet,
    qr: String,
    contact_qr: Option<String>,
}

/// The sheets as one PDF, a page each, after PDF/UA-1: tagged, with title and language, every code with its words.
/// Deterministic: `created` stands in the file, nothing else does that was not handed in. Takes some 20 ms of
/// processor time: call it where blocking is fine.
pub fn ticket_pdf(
    sheets: &[TicketSheet],
    title: &str,
    language: Language,
    created: Time,
) -> Result<Vec<u8>, PaperError> {
    let drawn = sheets
        .iter()
        .map(|sheet| {
            let contact = sheet.notes.contact.as_ref();
            let contact_qr = contact.map(|c| qr::svg(&c.qr_text)).transpose()?;
            Ok(Drawn { sheet, qr: qr::svg(&sheet.admission.qr_text)?, contact_qr })
        })
        .collect::<Result<Vec<_>, PaperError>>()?;
    pdf(TEMPLATE, &drawn, &About { title, language, created })
}
