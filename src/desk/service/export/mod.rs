//! Lists as files, written in parts, so that memory does not grow with them; each list in a file of its own.

mod answer;
mod attendee;
mod audit;
mod campaign;
mod count;
mod invoice;
mod mail;
mod order;
mod session;
mod voucher;
mod waiting;

pub use answer::{Sight, Written};
pub use attendee::attendees;
pub use audit::audit;
pub use campaign::recipients;
pub use count::counts;
pub use invoice::invoices;
pub use mail::mails;
pub use order::orders;
pub use session::sessions;
pub use voucher::vouchers;
pub use waiting::waiting;

use base::Time;
use locale::{Tz, Words};
use paper::PaperError;
use paper::sheet::{Book, Cell, Column, Format, Sheet};
use std::fs::File;
use store::DbErr;
use web::Visit;

/// Rows that are read at once.
const PART: u64 = 1_000;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Ticketing(#[from] ticketing::TicketingError),
    #[error("the writing was stopped: {0}")]
    Stopped(#[from] tokio::task::JoinError),
    #[error("the file could not be written: {0}")]
    File(#[from] std::io::Error),
}

/// Whose words and which zone.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub words: Words,
    pub zone: Tz,
}

impl Reader {
    /// Who visits.
    pub fn of(visit: &Visit) -> Self {
        Self { words: visit.words, zone: visit.zone() }
    }

    fn time(self, at: Time) -> Cell {
        Cell::Time(at.with_timezone(&self.zone).naive_local())
    }

    fn sheet(self, name: &str, columns: &[(&str, u16)]) -> Sheet {
        let column = |(key, width): &(&str, u16)| Column::new(self.words.t(key), *width);
        Sheet::new(self.words.t(name), columns.iter().map(column).collect())
    }
}

/// A file that is being written. What takes the processor long goes to a thread of its own.
struct Writing {
    book: Book<File>,
    rows: usize,
}

impl Writing {
    fn new(format: Format, sheet: &Sheet, out: File) -> Result<Self, ExportError> {
        Ok(Self { book: Book::new(format, sheet, out)?, rows: 0 })
    }

    async fn write(mut self, rows: Vec<Vec<Cell>>) -> Result<Self, ExportError> {
        let written = tokio::task::spawn_blocking(move || {
            for row in &rows {
                self.book.row(row)?;
            }
            self.rows += rows.len();
            Ok::<_, PaperError>(self)
        });
        Ok(written.await??)
    }

    async fn finish(self) -> Result<(File, usize), ExportError> {
        let rows = self.rows;
        let book = self.book;
        Ok((tokio::task::spawn_blocking(move || book.finish()).await??, rows))
    }
}
