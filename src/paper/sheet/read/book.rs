//! Workbooks, by `calamine`.

use super::table::{Grid, Line};
use super::{Known, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, SheetError, guard};
use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxError,
};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) fn xlsx(bytes: &[u8], known: Known<'_>) -> Result<Grid, SheetError> {
    guard::unpacks(bytes)?;
    soundly(|| {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx)?;
        choose(shown(book.sheets_metadata()), known, |name| cells(&mut book, name))
    })
}

/// The sheet in which headings are recognised: two in a row rather than one, then the first of those. In none of them: the
/// first with something in it. If there are several, the sheet says its name.
fn choose(
    names: Vec<String>,
    known: Known<'_>,
    mut lines: impl FnMut(&str) -> Result<Vec<Line>, SheetError>,
) -> Result<Grid, SheetError> {
    /// More headings than this make it no better.
    const ENOUGH: usize = 2;
    let is_alone = names.len() == 1;
    let mut best: Option<(usize, Grid)> = None;
    for name in names {
        let grid = Grid::new(lines(&name)?, (!is_alone).then_some(name));
        let headings = known.map_or(ENOUGH, |known| grid.headings(known).min(ENOUGH));
        if !grid.lines().is_empty() && best.as_ref().is_none_or(|(most, _)| headings > *most) {
            best = Some((headings, grid));
        }
        if best.as_ref().is_some_and(|(most, _)| *most == ENOUGH) {
            break;
        }
    }
    Ok(best.map_or_else(|| Grid::new(vec![], None), |(_, grid)| grid))
}

/// Cell by cell: a cell at the far end of a sheet costs no more than one at its beginning.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Line>, SheetError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let mut rows = Rows::default();
    while let Some(cell) = cells.next_cell().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        rows.put(row, column, shown_ref(cell.get_value()))?;
    }
    Ok(rows.lines())
}

pub(super) fn ods(bytes: &[u8], known: Known<'_>) -> Result<Grid, SheetError> {
    guard::unpacks(bytes)?;
    guard::ods_cells(bytes)?;
    soundly(|| {
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|e| match e {
            OdsError::Password => SheetError::Password,
            e => SheetError::Damaged(e.to_string()),
        })?;
        ranges(&mut book, known)
    })
}

pub(super) fn xls(bytes: &[u8], known: Known<'_>) -> Result<Grid, SheetError> {
    soundly(|| guard::xls_cells(bytes))?;
    soundly(|| {
        let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|e| match e {
            XlsError::Password => SheetError::Password,
            e => SheetError::Damaged(e.to_string()),
        })?;
        ranges(&mut book, known)
    })
}

fn of_xlsx(e: XlsxError) -> SheetError {
    match e {
        XlsxError::Password => SheetError::Password,
        e => SheetError::Damaged(e.to_string()),
    }
}

/// The readers of old and odd formats take a file at its word, and may stumble over one that lies: such a file is
/// damaged, and no more.
fn soundly<T>(read: impl FnOnce() -> Result<T, SheetError>) -> Result<T, SheetError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(SheetError::Damaged("it contradicts itself".into())))
}

/// The sheets that people see.
fn shown(sheets: &[Sheet]) -> Vec<String> {
    let shown = sheets.iter().filter(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet);
    shown.map(|s| s.name.clone()).collect()
}

fn ranges<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R, known: Known<'_>) -> Result<Grid, SheetError> {
    choose(shown(book.sheets_metadata()), known, |name| {
        of_range(&book.worksheet_range(name).map_err(|e| SheetError::Damaged(format!("{e:?}")))?)
    })
}

fn of_range(range: &Range<Data>) -> Result<Vec<Line>, SheetError> {
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Rows::default();
    for (row, column, data) in range.used_cells() {
        let at = |n: usize, from: u32| u32::try_from(n).map_or(u32::MAX, |n| n.saturating_add(from));
        rows.put(at(row, top), at(column, left), shown_ref(&borrowed(data)))?;
    }
    Ok(rows.lines())
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell as people see it: "1", not "1.0"; a day as a day.
fn shown_ref(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Empty => String::new(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".into(),
        DataRef::Bool(false) => "FALSE".into(),
        DataRef::DateTime(time) => shown_time(time),
        DataRef::DateTimeIso(text) => text.replace('T', " "),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn shown_time(time: &ExcelDateTime) -> String {
    if time.is_duration() || time.as_f64() < 1.0 {
        let seconds = (time.as_f64() * 86_400.0).round().max(0.0);
        let minutes = (seconds / 60.0).floor();
        return format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}

/// The filled cells, row by row.
#[derive(Default)]
struct Rows {
    rows: BTreeMap<u32, Vec<String>>,
    cells: usize,
}

impl Rows {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), SheetError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let line = row.saturating_add(1);
        if text.len() > MAX_CELL && text.chars().count() > MAX_CELL {
            return Err(SheetError::CellTooLong(line));
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooManyCells);
        }
        let cells = self.rows.entry(line).or_default();
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        if self.rows.len() > MAX_ROWS || self.cells > MAX_CELLS {
            return Err(SheetError::TooManyCells);
        }
        Ok(())
    }

    fn lines(self) -> Vec<Line> {
        self.rows.into_iter().map(|(line, cells)| Line::new(line, cells)).filter(|line| !line.is_empty()).collect()
    }
}
