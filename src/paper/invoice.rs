//! The invoice on paper: A4, the address where a window envelope shows it (DIN 5008 form B).

use crate::ticket::Fact;
use crate::typeset::{About, pdf};
use crate::{PaperError, qr};
use base::{Language, Time};
use serde::Serialize;

const TEMPLATE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/document/invoice.typ"));

/// An invoice as it is printed. All words come in, translated and formatted.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InvoiceSheet {
    /// Who sells, a line each.
    pub seller: Vec<String>,
    /// The same in one line, above the address.
    pub sender: String,
    pub buyer: Vec<String>,
    /// "Rechnung", "Stornorechnung".
    pub heading: String,
    /// Number, date, date of the service, what the buyer's bookkeeping wants to read.
    pub facts: Vec<Fact>,
    /// A sentence before the lines.
    pub lead: String,
    /// Headings of the columns: position, what, how many, each, sum.
    pub columns: [String; 5],
    pub lines: Vec<InvoiceLine>,
    /// Net, VAT by rate; the last one is what is to be paid.
    pub sums: Vec<Fact>,
    /// Why there is no VAT; what is said below the sums.
    pub remarks: Vec<String>,
    /// How to pay. None: there is nothing to pay.
    pub payment: Option<PaymentSlip>,
    /// At the foot: tax number, account.
    pub foot: Vec<String>,
}

/// A line of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InvoiceLine {
    pub position: String,
    pub description: String,
    pub quantity: String,
    pub unit: String,
    pub sum: String,
}

/// How to pay.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PaymentSlip {
    pub heading: String,
    pub facts: Vec<Fact>,
    /// What a banking app reads from the code (EPC069-12). None: there is no code for such a transfer.
    #[serde(skip)]
    pub qr_text: Option<String>,
    pub qr_alt: String,
    /// Below the code.
    pub qr_note: String,
}

#[derive(Serialize)]
struct Drawn<'a> {
    #[serde(flatten)]
    sheet: &'a InvoiceSheet,
    qr: Option<String>,
}

/// The invoice as a PDF after PDF/UA-1. The same invoice gives the same bytes. Takes some 20 ms of processor time: call it
/// where blocking is fine.
pub fn invoice_pdf(
    sheet: &InvoiceSheet,
    title: &str,
    language: Language,
    created: Time,
) -> Result<Vec<u8>, PaperError> {
    let qr = sheet.payment.as_ref().and_then(|slip| slip.qr_text.as_deref()).map(qr::svg).transpose()?;
    pdf(TEMPLATE, &Drawn { sheet, qr }, &About { title, language, created })
}
