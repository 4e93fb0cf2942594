//! What is looked at before a workbook is opened: a small archive can unpack to more than fits into memory, and a cell
//! can say that it stands there a million times.

use super::{MAX_CELLS, SheetError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// The most that an archive unpacks to.
const MAX_UNPACKED: u64 = 96 * 1024 * 1024;

/// Files in an archive.
const MAX_FILES: usize = 2_000;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn damaged(e: impl ToString) -> SheetError {
    SheetError::Damaged(e.to_string())
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, SheetError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

/// Unpacks everything and keeps nothing: what an archive says of its sizes may be a lie.
pub(super) fn unpacks(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = open(bytes)?;
    if archive.len() > MAX_FILES {
        return Err(SheetError::TooManyCells);
    }
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(damaged)?;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(damaged)?;
        left = left.checked_sub(read).ok_or(SheetError::TooManyCells)?;
    }
    Ok(())
}

/// Counts the cells of an OpenDocument table with their repetitions.
pub(super) fn ods_cells(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = open(bytes)?;
    let mut read = Reader::from_reader(BufReader::new(archive.by_name("content.xml").map_err(damaged)?));
    read.config_mut().check_end_names = false;
    let (mut buffer, mut area) = (vec![], Area::default());
    loop {
        buffer.clear();
        match read.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(e) => area.start(&e, false)?,
            Event::Empty(e) => area.start(&e, true)?,
            Event::End(e) if e.name().0 == "table:table-row" => area.end_row()?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// How much there is, repetitions included, up to the last cell with something in it.
#[derive(Default)]
struct Area {
    rows: usize,
    row_repeats: usize,
    width: usize,
    filled: usize,
    widest: usize,
    cells: usize,
}

impl Area {
    fn start(&mut self, e: &BytesStart<'_>, empty: bool) -> Result<(), SheetError> {
        match e.name().0 {
            "table:table" => *self = Self { cells: self.cells, ..Self::default() },
            "table:table-row" => {
                self.row_repeats = repeats(e, "table:number-rows-repeated")?;
                (self.width, self.filled) = (0, 0);
                if empty {
                    self.end_row()?;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.width = self.width.saturating_add(repeats(e, "table:number-columns-repeated")?);
                if !empty || e.try_get_attribute("office:value-type").map_err(damaged)?.is_some() {
                    self.filled = self.width;
                    self.check(self.filled)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Empty rows count once a filled one follows.
    fn end_row(&mut self) -> Result<(), SheetError> {
        self.rows = self.rows.saturating_add(self.row_repeats);
        if self.filled > 0 {
            self.widest = self.widest.max(self.filled);
            self.check(self.rows.saturating_mul(self.widest))?;
            self.cells = self.cells.saturating_add(self.filled.saturating_mul(self.row_repeats));
            self.check(self.cells)?;
        }
        Ok(())
    }

    fn check(&self, cells: usize) -> Result<(), SheetError> {
        if cells > MAX_CELLS { Err(SheetError::TooManyCells) } else { Ok(()) }
    }
}

fn repeats(e: &BytesStart<'_>, name: &str) -> Result<usize, SheetError> {
    let attribute = e.try_get_attribute(name).map_err(damaged)?;
    attribute.map_or(Ok(1), |a| a.value.parse().map_err(damaged))
}

/// The end of an xls sheet: 65,536 rows of 256 columns ([MS-XLS] §2.4.90).
const XLS_ROWS: usize = 65_536;
const XLS_COLUMNS: usize = 256;

/// Counts the cells between the outermost ones of each sheet of an xls, as its records say ([MS-XLS] §2.1).
pub(super) fn xls_cells(bytes: &[u8]) -> Result<(), SheetError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(SheetError::NoTable)?;
    let mut stream = vec![];
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    file.open_stream(name).map_err(damaged)?.take(most).read_to_end(&mut stream).map_err(damaged)?;
    let mut cells = 0_usize;
    for (kind, data) in (Records { stream: &stream }).take_while(|(kind, _)| *kind != EOF) {
        if kind == BOUND_SHEET {
            let at = u16_at(data, 0) | (u16_at(data, 2) << 16);
            let sheet = stream.get(at..).ok_or_else(|| damaged("a sheet stands beyond the end"))?;
            cells = cells.saturating_add(area(sheet)?);
            if cells > 2 * MAX_CELLS {
                return Err(SheetError::TooManyCells);
            }
        }
    }
    Ok(())
}

const EOF: usize = 0x000A;
const BOF: usize = 0x0809;
const BOUND_SHEET: usize = 0x0085;
const DIMENSIONS: usize = 0x0200;
const MUL_RK: usize = 0x00BD;
/// Number, Label, RString, BoolErr, Rk, LabelSst, Formula.
const CELLS: [usize; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];

/// The area between the outermost cells of a sheet.
fn area(sheet: &[u8]) -> Result<usize, SheetError> {
    let (mut rows, mut columns, mut depth) = ((usize::MAX, 0), (usize::MAX, 0), 0_usize);
    for (kind, data) in (Records { stream: sheet }) {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            DIMENSIONS => {
                let wide = data.len() >= 14;
                let (row, column) =
                    if wide { (u16_at(data, 4) | (u16_at(data, 6) << 16), 10) } else { (u16_at(data, 2), 6) };
                if row > XLS_ROWS || u16_at(data, column) > XLS_COLUMNS {
                    return Err(damaged("a sheet is larger than sheets are"));
                }
            }
            MUL_RK => {
                outermost(&mut rows, u16_at(data, 0));
                outermost(&mut columns, u16_at(data, 2));
                // The last two bytes are the last column; each of them takes six.
                outermost(&mut columns, u16_at(data, 2) + data.len() / 6);
            }
            kind if CELLS.contains(&kind) => {
                outermost(&mut rows, u16_at(data, 0));
                outermost(&mut columns, u16_at(data, 2));
            }
            _ => {}
        }
    }
    if columns.1 >= 2 * XLS_COLUMNS {
        return Err(damaged("a sheet is larger than sheets are"));
    }
    let span = |(first, last): (usize, usize)| if first > last { 0 } else { last - first + 1 };
    Ok(span(rows) * span(columns))
}

fn outermost(span: &mut (usize, usize), at: usize) {
    *span = (span.0.min(at), span.1.max(at));
}

fn u16_at(data: &[u8], at: usize) -> usize {
    data.get(at..at + 2).map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])))
}

/// Kind and content of each record, as far as they can be told apart.
struct Records<'a> {
    stream: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (u16_at(self.stream, 0), u16_at(self.stream, 2));
        let data = self.stream.get(4..length + 4)?;
        self.stream = &self.stream[length + 4..];
        Some((kind, data))
    }
}
