//! Documents from plain values: ticket and invoice as PDFs, QR codes, iCalendar text, spreadsheets. Typst, `qrcode`, `ics`,
//! `rust_xlsxwriter` and `csv` stand behind this crate and nowhere else. No clock, no database, no file, no words of its own: what is printed comes in.

pub mod calendar;
mod error;
mod font;
pub mod invoice;
pub mod qr;
pub mod sheet;
pub mod ticket;
mod typeset;

pub use error::PaperError;
pub use invoice::{InvoiceLine, InvoiceSheet, PaymentSlip, invoice_pdf};
pub use ticket::{Admission, Contact, Day, Fact, Item, Notes, TicketSheet, Wordmark, ticket_pdf};
