//! Statistics as a spreadsheet: a table, or all of them, each in a tab of its own.

use super::export::ExportError;
use crate::page::statistics::table::{Figure, Table};
use paper::PaperError;
use paper::sheet::{Cell, Column, Sheet, Xlsx};
use std::fs::File;

/// How wide the first column is, and the others, in characters.
const FIRST: u16 = 40;
const OTHER: u16 = 16;

/// Writes these tables, all rows of them. Gives the file and how many rows it has. What takes the processor long goes to a
/// thread of its own.
pub async fn write(tables: Vec<Table>, mut out: File) -> Result<(File, usize), ExportError> {
    let written = tokio::task::spawn_blocking(move || {
        let mut book: Option<Xlsx> = None;
        let mut rows = 0;
        for table in &tables {
            let sheet = sheet(table);
            let book = match &mut book {
                Some(book) => {
                    book.turn(&sheet)?;
                    book
                }
                none => none.insert(Xlsx::new(&sheet)?),
            };
            for row in &table.rows {
                let figures = row.figures.iter().map(|figure| cell(*figure));
                book.row(&std::iter::once(Cell::from(&row.name)).chain(figures).collect::<Vec<_>>())?;
            }
            rows += table.rows.len();
        }
        if let Some(book) = book {
            book.finish(&mut out)?;
        }
        Ok::<_, PaperError>((out, rows))
    });
    Ok(written.await??)
}

fn sheet(table: &Table) -> Sheet {
    let others = table.columns.iter().map(|word| Column::new(word, OTHER));
    Sheet::new(&table.title, std::iter::once(Column::new(&table.head, FIRST)).chain(others).collect())
}

fn cell(figure: Figure) -> Cell {
    match figure {
        Figure::Count(n) | Figure::Percent(Some(n)) => Cell::Number(n),
        Figure::Cents(cents) => Cell::Cents(cents),
        Figure::Percent(None) | Figure::Nothing => Cell::Empty,
    }
}
