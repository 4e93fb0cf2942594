//! Tables as files: xlsx for people with a spreadsheet, csv for everything else. Row after row in bounded memory, so
//! that a list of any length can be written. What people hand in is read by [`read`].
//!
//! ```
//! use paper::sheet::{Book, Cell, Column, Format, Sheet};
//!
//! let sheet = Sheet::new("Bestellungen", vec![Column::new("Code", 10), Column::new("Betrag", 12)]);
//! let mut book = Book::new(Format::Csv, &sheet, Vec::new())?;
//! book.row(&[Cell::from("7H4KQ2"), Cell::Cents(4900)])?;
//! let file: Vec<u8> = book.finish()?;
//! # Ok::<(), paper::PaperError>(())
//! ```

mod cell;
mod csv;
pub mod read;
mod xlsx;

pub use self::csv::Csv;
pub use cell::Cell;
pub use xlsx::Xlsx;

use crate::PaperError;
use std::io::Write;

/// A column: what stands above it, and how wide it is in a spreadsheet, in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub width: u16,
}

impl Column {
    pub fn new(heading: impl Into<String>, width: u16) -> Self {
        Self { heading: heading.into(), width }
    }
}

/// A table before its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the tab in a spreadsheet is called.
    pub name: String,
    pub columns: Vec<Column>,
}

impl Sheet {
    pub fn new(name: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { name: name.into(), columns }
    }
}

/// Which kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Csv,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The end of the file's name, and its name in addresses and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8; header=present",
        }
    }
}

/// A file that is being written, in either format.
pub enum Book<W: Write + Send> {
    Xlsx(Box<Xlsx>, W),
    Csv(Box<Csv<W>>),
}

impl<W: Write + Send> Book<W> {
    /// Begins it with the headings.
    pub fn new(format: Format, sheet: &Sheet, out: W) -> Result<Self, PaperError> {
        Ok(match format {
            Format::Xlsx => Self::Xlsx(Box::new(Xlsx::new(sheet)?), out),
            Format::Csv => Self::Csv(Box::new(Csv::new(sheet, out)?)),
        })
    }

    /// Writes a row, cells in the order of the columns.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), PaperError> {
        match self {
            Self::Xlsx(book, _) => book.row(cells),
            Self::Csv(book) => book.row(cells),
        }
    }

    /// Ends it. Gives what was written to.
    pub fn finish(self) -> Result<W, PaperError> {
        match self {
            Self::Xlsx(book, mut out) => {
                book.finish(&mut out)?;
                Ok(out)
            }
            Self::Csv(book) => book.finish(),
        }
    }
}
