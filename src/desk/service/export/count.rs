//! What was answered, in numbers.

use super::{ExportError, Reader, Writing};
use crate::query::answer_count::AnswerCounts;
use paper::sheet::{Cell, Column, Format};
use std::fs::File;

/// What was answered, in numbers without names. Gives the file and how many rows it has.
pub async fn counts(
    counts: &AnswerCounts,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    use crate::page::answer_count::{Table, of_orders, of_people};
    let words = reader.words;
    let mut sheet = reader.sheet("desk-counts", &[("desk-counts-question", 30), ("desk-counts-answer", 24)]);
    let name = |name: &base::Text| Column::new(name.in_language(words.language()), 16);
    sheet.columns.extend(counts.categories.iter().map(|(_, category, _)| name(category)));
    sheet.columns.push(Column::new(words.t("desk-counts-total"), 12));
    let row = |table: &Table, (word, numbers, sum): &(String, Vec<i64>, i64)| {
        let mut cells = vec![Cell::from(&table.question), Cell::from(word)];
        let columns = 0..counts.categories.len();
        cells.extend(columns.map(|at| numbers.get(at).copied().map_or(Cell::Empty, Cell::Number)));
        cells.push(Cell::Number(*sum));
        cells
    };
    let tables = of_people(words, counts).into_iter().chain(of_orders(words, counts));
    let rows = tables.flat_map(|table| table.rows.iter().map(|line| row(&table, line)).collect::<Vec<_>>()).collect();
    Writing::new(format, &sheet, out)?.write(rows).await?.finish().await
}
