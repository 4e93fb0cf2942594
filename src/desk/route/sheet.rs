//! Tables that are handed in: opened, and called as they were.

use paper::sheet::read::{SheetError, Table, read_table};
use web::Fault;

/// The longest name of a file that is kept.
const MAX_NAME: usize = 200;

/// What a file was called, as it is kept.
pub(super) fn called(name: &str) -> String {
    base::name::clean(name).chars().take(MAX_NAME).collect()
}

/// Reading a large table takes a while: on a thread that nobody waits for. `known`: whether a heading is one of its kind.
pub(super) async fn open(
    content: Vec<u8>,
    known: fn(&str) -> bool,
) -> Result<(Vec<u8>, Result<Table, SheetError>), Fault> {
    let reading = tokio::task::spawn_blocking(move || {
        let table = read_table(&content, known);
        (content, table)
    });
    reading.await.map_err(|e| Fault::internal(e.to_string()))
}
