//! Audit logs.

use super::{ExportError, PART, Reader, Writing};
use crate::query::timeline::{Named, named};
use paper::sheet::{Cell, Format};
use std::fs::File;
use store::Conn;
use store::event::{self, Log};

/// Lines of an audit log that a filter leaves, newest first. Gives the file and how many rows it has.
pub async fn audit(
    conn: &Conn,
    log: Log,
    filter: &event::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-column-time", 18),
        ("desk-audit-what", 50),
        ("desk-audit-details", 60),
        ("desk-audit-about", 14),
        ("desk-audit-who", 28),
    ];
    let mut writing = Writing::new(format, &reader.sheet("desk-audit", &columns), out)?;
    let mut cursor: Option<event::Line> = None;
    loop {
        let lines = event::before(conn, log, filter, cursor.as_ref(), PART).await?;
        if lines.is_empty() {
            break;
        }
        let named = named(conn, log, &lines).await?;
        writing = writing.write(lines.iter().map(|line| of_line(reader, &named, line)).collect()).await?;
        cursor = lines.into_iter().next_back();
    }
    writing.finish().await
}

fn of_line(reader: Reader, named: &Named, line: &event::Line) -> Vec<Cell> {
    use crate::page::audit::{actor, plain};
    let [what, details, about] = plain(reader, named, line);
    vec![
        reader.time(line.at),
        Cell::from(what),
        Cell::from(details),
        Cell::from(about),
        Cell::from(actor(reader.words, line)),
    ]
}
