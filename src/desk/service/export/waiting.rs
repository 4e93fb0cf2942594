//! Who waits.

use super::{ExportError, PART, Reader, Writing};
use base::Uuid;
use paper::sheet::{Cell, Format};
use registration::query::waiting::{self, WaitingView};
use std::fs::File;
use store::Conn;

/// Who waits, as a filter leaves them: the queue first, in its order. Gives the file and how many rows it has.
pub async fn waiting(
    conn: &Conn,
    congress: Uuid,
    filter: &waiting::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let sheet = reader.sheet(
        "desk-waiting",
        &[
            ("desk-waiting-position", 10),
            ("desk-name", 28),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-waiting-places", 9),
            ("desk-waiting-choices", 40),
            ("desk-column-state", 18),
            ("desk-waiting-priority", 10),
            ("desk-waiting-since", 18),
            ("desk-waiting-offer-until", 18),
            ("desk-language", 9),
            ("desk-order-word", 10),
        ],
    );
    let mut writing = Writing::new(format, &sheet, out)?;
    let positions = waiting::positions(conn, congress).await?;
    let mut offset = 0;
    loop {
        let part = waiting::find(conn, congress, filter, (PART, offset)).await?;
        if part.is_empty() {
            break;
        }
        offset += PART;
        let row = |view: &WaitingView| of_waiting(reader, view, positions.get(&view.row.id).copied());
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    writing.finish().await
}

fn of_waiting(reader: Reader, view: &WaitingView, position: Option<usize>) -> Vec<Cell> {
    let (words, row) = (reader.words, &view.row);
    let names: Vec<&str> = view.choices.iter().map(|c| c.name.in_language(words.language())).collect();
    vec![
        position.map_or_else(|| Cell::from(""), |n| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX))),
        Cell::from(&row.name),
        Cell::from(&view.address),
        Cell::from(&row.organisation),
        Cell::Number(row.n.into()),
        Cell::from(names.join(", ")),
        Cell::from(crate::page::waiting::of_waiting(words, row.state).1),
        Cell::Number(row.priority.into()),
        reader.time(row.since),
        view.open().map_or_else(|| Cell::from(""), |offer| reader.time(offer.offer.ends_at)),
        Cell::from(&row.language),
        Cell::from(view.codes().collect::<Vec<_>>().join(", ")),
    ]
}
