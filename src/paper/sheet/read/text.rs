//! Text with commas, semicolons or tabs (RFC 4180, and what Excel makes of it).

use super::table::Line;
use super::{MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, SheetError};
use csv::{ReaderBuilder, StringRecord};

/// What may stand between cells; of two that fit as well, the one that stands first.
const BETWEEN: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Records that are looked at to find out what stands between cells.
const LOOKED_AT: usize = 200;

/// The rows, each with the line on which it begins.
pub(super) fn lines(text: &str) -> Result<Vec<Line>, SheetError> {
    let (between, skipped) = between(text);
    let mut read = reader(text.get(skipped..).unwrap_or_default(), between);
    let mut count = Count { text, at: 0, line: 1 };
    let (mut lines, mut record, mut cells) = (vec![], StringRecord::new(), 0);
    loop {
        let from = skipped + offset(&read);
        // Only what is no UTF-8 is no record, and this is.
        if !read.read_record(&mut record).map_err(|e| SheetError::Damaged(e.to_string()))? {
            return Ok(lines);
        }
        let until = (skipped + offset(&read)).min(text.len());
        let line = count.line_of(from);
        check_quotes(text.get(from..until).unwrap_or_default(), between, line)?;
        if record.iter().any(|cell| cell.chars().count() > MAX_CELL) {
            return Err(SheetError::CellTooLong(line));
        }
        let row = Line::new(line, record.iter().map(str::to_owned).collect());
        cells += row.cells.len();
        if row.cells.len() > MAX_COLUMNS || cells > MAX_CELLS || lines.len() >= MAX_ROWS {
            return Err(SheetError::TooManyCells);
        }
        if !row.is_empty() {
            lines.push(row);
        }
    }
}

fn reader(text: &str, between: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between).from_reader(text.as_bytes())
}

fn offset(read: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(read.position().byte()).unwrap_or(usize::MAX)
}

/// A quotation mark that is never closed takes all that follows into its cell: to the end of the file, or to the next
/// quotation mark somewhere below, after which there is more in the cell. Inches and the like in one line are no harm.
fn check_quotes(record: &str, between: u8, line: u32) -> Result<(), SheetError> {
    let (mut quoted, mut lines, mut bytes) = (false, false, record.trim_end().bytes().peekable());
    let mut begins = true;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if !quoted && begins => (quoted, lines) = (true, false),
            b'"' if quoted && bytes.next_if_eq(&b'"').is_some() => {}
            b'"' if quoted => {
                quoted = false;
                let ends = bytes.peek().is_none_or(|next| *next == between || matches!(next, b'\r' | b'\n' | b' '));
                if lines && !ends {
                    return Err(SheetError::OpenQuote(line));
                }
            }
            b'\n' | b'\r' if quoted => lines = true,
            _ => {}
        }
        begins = !quoted && (byte == between || matches!(byte, b'\r' | b'\n'));
    }
    if quoted && lines { Err(SheetError::OpenQuote(line)) } else { Ok(()) }
}

/// What stands between cells, and how many bytes of the text say so: `sep=;`, as Excel writes and reads it.
fn between(text: &str) -> (u8, usize) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut bytes = rest.bytes();
        if let (Some(sign), Some(b'\r' | b'\n')) = (bytes.next().filter(u8::is_ascii), bytes.next()) {
            return (sign, "sep=".len() + 1);
        }
    }
    let mut best = (BETWEEN[0], (0, 0));
    for sign in BETWEEN {
        let score = score(text, sign);
        if score > best.1 {
            best = (sign, score);
        }
    }
    (best.0, 0)
}

/// How many records agree on how many cells there are, and on how many.
fn score(text: &str, between: u8) -> (usize, usize) {
    let mut read = reader(text, between);
    let (mut record, mut counts) = (StringRecord::new(), vec![]);
    while counts.len() < LOOKED_AT && read.read_record(&mut record).is_ok_and(|more| more) {
        counts.push(record.len());
    }
    let agree = |n: usize| counts.iter().filter(|count| **count == n).count();
    counts.iter().filter(|n| **n > 1).map(|n| (agree(*n), *n)).max().unwrap_or_default()
}

/// Counts lines up to where a record begins.
struct Count<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl Count<'_> {
    /// The line of the first sign of a record that is read from here: empty lines before it are passed over.
    fn line_of(&mut self, from: usize) -> u32 {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            if self.at >= from && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.line += u32::from(ends);
            self.at += 1;
        }
        self.line
    }
}
