//! csv as Excel opens it by a double click where numbers have a decimal comma, which is where the congress is: UTF-8
//! with a byte order mark, semicolons, lines that end with CR LF, `49,00`, `2027-02-19 09:58`.

use super::{Cell, Sheet};
use crate::PaperError;
use std::io::Write;

/// A csv file that is being written.
pub struct Csv<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> Csv<W> {
    pub fn new(sheet: &Sheet, mut out: W) -> Result<Self, PaperError> {
        out.write_all("\u{FEFF}".as_bytes())?;
        let mut out =
            csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
        out.write_record(sheet.columns.iter().map(|column| defused(&column.heading)))?;
        Ok(Self { out })
    }

    pub fn row(&mut self, cells: &[Cell]) -> Result<(), PaperError> {
        Ok(self.out.write_record(cells.iter().map(written))?)
    }

    pub fn finish(self) -> Result<W, PaperError> {
        self.out.into_inner().map_err(|e| e.into_error().into())
    }
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Number(n) => n.to_string(),
        Cell::Cents(cents) => {
            let sign = if *cents < 0 { "-" } else { "" };
            let cents = cents.unsigned_abs();
            format!("{sign}{},{:02}", cents / 100, cents % 100)
        }
        Cell::Time(at) => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it a text (OWASP, CSV
/// injection). Numbers are written by [`Cell::Number`] and stay numbers.
fn defused(text: &str) -> String {
    const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let harmful = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(BEGINS);
    if harmful { format!("'{text}") } else { text.to_owned() }
}
