//! xlsx. Rows go to a temporary file at once, so that memory does not grow with them.

use super::{Cell, Sheet};
use crate::PaperError;
use chrono::{NaiveDate, NaiveDateTime};
use rust_xlsxwriter::{Format, FormatAlign, Workbook};
use std::io::Write;

/// The most characters that Excel keeps in a cell.
const LONGEST: usize = 32_767;
/// Excel's own number for "a day and a time, as the reader writes them".
const DAY_AND_TIME: u8 = 22;
/// And for "two places after the comma".
const TWO_PLACES: u8 = 4;
/// The most characters of the name of a tab.
const NAME: usize = 31;

/// An xlsx file that is being written.
pub struct Xlsx {
    book: Workbook,
    /// What its tabs are called; rows go to the last one.
    tabs: Vec<String>,
    /// Where the next row goes.
    next: u32,
    time: Format,
    cents: Format,
}

impl Xlsx {
    pub fn new(sheet: &Sheet) -> Result<Self, PaperError> {
        let mut new = Self {
            book: Workbook::new(),
            tabs: vec![],
            next: 1,
            time: Format::new().set_num_format_index(DAY_AND_TIME),
            cents: Format::new().set_num_format_index(TWO_PLACES),
        };
        new.turn(sheet)?;
        Ok(new)
    }

    /// Begins another table in a tab of its own, behind those before. Of tabs that are called alike the later ones have a
    /// number.
    pub fn turn(&mut self, sheet: &Sheet) -> Result<(), PaperError> {
        let name = free(tab(&sheet.name), &self.tabs);
        let head = Format::new().set_bold().set_align(FormatAlign::Left);
        let page = self.book.add_worksheet_with_constant_memory()?;
        page.set_name(&name)?;
        page.set_freeze_panes(1, 0)?;
        for (at, column) in (0..).zip(&sheet.columns) {
            page.set_column_width(at, column.width)?;
            page.write_string_with_format(0, at, &column.heading, &head)?;
        }
        self.tabs.push(name);
        self.next = 1;
        Ok(())
    }

    /// Texts are always written as texts, so none becomes a formula or a link.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), PaperError> {
        let page = self.book.worksheet_from_index(self.tabs.len().saturating_sub(1))?;
        for (at, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => drop(page.write_string(self.next, at, cut(text))?),
                Cell::Number(n) => drop(page.write_number(self.next, at, float(*n))?),
                Cell::Cents(cents) => {
                    page.write_number_with_format(self.next, at, float(*cents) / 100.0, &self.cents)?;
                }
                Cell::Time(time) => {
                    page.write_number_with_format(self.next, at, serial(*time), &self.time)?;
                }
            }
        }
        self.next += 1;
        Ok(())
    }

    pub fn finish(mut self, out: &mut (impl Write + Send)) -> Result<(), PaperError> {
        Ok(self.book.save_to_writer(out)?)
    }
}

/// A name that Excel takes: short, and without what it uses in references.
fn tab(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(NAME).collect();
    if plain.trim().is_empty() { "kongress".into() } else { plain }
}

/// A name that no other tab has, capitals aside.
fn free(name: String, taken: &[String]) -> String {
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    if !is_taken(&name) {
        return name;
    }
    let numbered = |n: usize| {
        let number = format!(" {n}");
        let short: String = name.chars().take(NAME - number.chars().count()).collect();
        short + &number
    };
    (2..).map(numbered).find(|name| !is_taken(name)).unwrap_or(name)
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Spreadsheets know one kind of number. What is counted here fits.
#[expect(clippy::cast_precision_loss, reason = "whole up to 2^53")]
fn float(n: i64) -> f64 {
    n as f64
}

/// Days since the end of 1899, as spreadsheets count.
fn serial(at: NaiveDateTime) -> f64 {
    const DAY: f64 = 86_400.0;
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default();
    float((at - begin).num_seconds()) / DAY
}
