//! Sessions.

use super::{ExportError, PART, Reader, Writing};
use base::Uuid;
use paper::sheet::Format;
use programme::exchange::table::Field;
use programme::query::named;
use programme::query::session::{Filter, after};
use std::fs::File;
use store::Conn;

/// Sessions that a filter leaves, oldest first: a row each, of several occurrences the first. It comes back by
/// [`programme::service::table`]. Gives the file and how many rows it has.
pub async fn sessions(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = Field::ALL.map(|field| (field.heading(), field.width()));
    let sheet = reader.sheet("desk-settings-tab-sessions", &columns);
    let named = named(conn, congress).await?;
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = after(conn, congress, filter, (cursor, PART)).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.row.id);
        let cells = part.iter().map(|view| named.cells(view, view.slots.first(), reader.words, reader.zone));
        writing = writing.write(cells.collect()).await?;
    }
    writing.finish().await
}
