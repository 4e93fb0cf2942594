//! Tables that are handed in: opened, and called as they were.

use paper::sheet::read::{SheetError, Table, read_table};
use web::upload::HandedIn;
use web::{Fault, Faults, Visit};

/// The longest name of a file that is kept.
const MAX_NAME: usize = 200;

/// What a file was called, as it is kept.
pub(super) fn called(name: &str) -> String {
    base::name::clean(name).chars().take(MAX_NAME).collect()
}

/// What was handed in, a file or what was pasted, and what to call it, if it can be read; else what is wrong with it, by field.
pub(super) async fn handed_in(
    visit: &Visit,
    handed: &HandedIn,
    known: fn(&str) -> bool,
) -> Result<Result<(String, Vec<u8>), Faults>, Fault> {
    let pasted = handed.fields.get("pasted");
    let mut faults = Faults::new();
    let (name, content, field) = match &handed.file {
        Some((name, content)) => (called(name), content.to_vec(), "file"),
        None if !pasted.trim().is_empty() => {
            (visit.words.t("desk-import-pasted-name"), pasted.as_bytes().to_vec(), "pasted")
        }
        None => {
            faults.add("file", "desk-import-nothing");
            return Ok(Err(faults));
        }
    };
    let (content, table) = open(content, known).await?;
    if let Err(error) = table {
        faults.add_with(field, error.message(), &web::problem::args(&error.values()));
        return Ok(Err(faults));
    }
    Ok(Ok((name, content)))
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
