//! The outbox.

use super::{ExportError, PART, Reader, Writing};
use base::Uuid;
use paper::sheet::{Cell, Format};
use post::query::MessageLine;
use std::fs::File;
use store::Conn;

/// Mails of the outbox that a filter leaves, oldest first. Gives the file and how many rows it has.
pub async fn mails(
    conn: &Conn,
    congress: Uuid,
    filter: &post::query::Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let columns = [
        ("desk-column-subject", 40),
        ("desk-name", 28),
        ("desk-email", 34),
        ("desk-mail-kind", 28),
        ("desk-column-state", 16),
        ("desk-mail-caused", 18),
        ("desk-mail-sent", 18),
        ("desk-mail-tries", 9),
        ("desk-column-answer", 60),
    ];
    let mut writing = Writing::new(format, &reader.sheet("desk-outbox", &columns), out)?;
    let mut cursor = None;
    loop {
        let part = post::query::after(conn, congress, filter, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.id);
        writing = writing.write(part.iter().map(|mail| of_mail(reader, mail)).collect()).await?;
    }
    writing.finish().await
}

fn of_mail(reader: Reader, mail: &MessageLine) -> Vec<Cell> {
    use crate::page::{mail as page, state};
    let words = reader.words;
    vec![
        Cell::from(page::subject(words, mail)),
        Cell::from(&mail.to_name),
        Cell::from(&mail.to_address),
        Cell::from(page::kind(words, &mail.kind)),
        Cell::from(state::of_message(words, mail).1),
        reader.time(mail.created_at),
        mail.sent_at.map_or(Cell::Empty, |at| reader.time(at)),
        Cell::Number(mail.attempts.into()),
        mail.answer.as_ref().map_or(Cell::Empty, Cell::from),
    ]
}
