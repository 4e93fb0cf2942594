//! Who gets a campaign, and what became of it.

use super::{ExportError, PART, Reader, Writing};
use crate::page::campaign::outcome;
use base::Uuid;
use campaign::query::recipient::{Line, all};
use paper::sheet::{Cell, Format};
use std::fs::File;
use store::Conn;

/// All recipients, by address. Gives the file and how many rows it has.
pub async fn recipients(
    conn: &Conn,
    campaign: Uuid,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-email", 34),
        ("desk-column-state", 24),
        ("campaign-column-reason", 30),
        ("desk-mail-sent", 18),
        ("desk-column-answer", 60),
    ];
    let mut writing = Writing::new(format, &reader.sheet("campaign-recipients", &columns), out)?;
    let lines = all(conn, campaign).await?;
    for part in lines.chunks(usize::try_from(PART).unwrap_or(usize::MAX)) {
        writing = writing.write(part.iter().map(|line| of_line(reader, line)).collect()).await?;
    }
    writing.finish().await
}

fn of_line(reader: Reader, line: &Line) -> Vec<Cell> {
    let (_, word, why) = outcome(reader.words, line);
    vec![
        Cell::from(&line.address),
        Cell::from(word),
        Cell::from(why),
        line.sent_at.map_or(Cell::Empty, |at| reader.time(at)),
        line.answer.as_ref().map_or(Cell::Empty, Cell::from),
    ]
}
