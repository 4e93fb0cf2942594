//! Attendees.

use super::answer::{Sight, Written, answers, asked, given, with_answers, written};
use super::{ExportError, PART, Reader, Writing};
use base::{Time, Uuid};
use checkin::query::admission::inside_since;
use congress::entity::question::UsedFor;
use paper::sheet::{Cell, Format};
use registration::query::attendee::{self, Listed};
use registration::query::extra::{ExtraView, of_attendees};
use std::fs::File;
use store::Conn;

/// Attendees that a filter leaves, in the order in which they were registered, with what they were asked.
pub async fn attendees(
    conn: &Conn,
    congress: Uuid,
    filter: &attendee::Filter,
    format: Format,
    reader: Reader,
    sight: Sight,
    out: File,
) -> Result<Written, ExportError> {
    let sheet = reader.sheet(
        "desk-attendees",
        &[
            ("desk-number", 12),
            ("desk-column-given", 20),
            ("desk-column-family", 24),
            ("desk-email", 34),
            ("desk-column-organisation", 30),
            ("desk-category", 28),
            ("desk-extras", 28),
            ("desk-column-state", 16),
            ("desk-column-amount", 12),
            ("desk-column-currency", 10),
            ("desk-language", 9),
            ("desk-column-admitted", 18),
            ("desk-column-time", 18),
            ("desk-order-word", 10),
            ("desk-column-buyer", 28),
            ("desk-filter-source", 26),
        ],
    );
    let asked = asked(conn, congress, UsedFor::Attendee, sight).await?;
    let sheet = with_answers(sheet, reader, &asked);
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = attendee::after(conn, congress, filter, cursor, PART).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.view.attendee.id);
        let ids: Vec<Uuid> = part.iter().map(|listed| listed.view.attendee.id).collect();
        let inside = inside_since(conn, &ids).await?;
        let extras = of_attendees(conn, &ids).await?;
        let given = given(conn, &asked, &ids).await?;
        let row = |listed: &Listed| {
            let id = listed.view.attendee.id;
            let mut cells = of_attendee(reader, listed, &extras, inside.get(&id).copied());
            cells.extend(answers(reader, &asked, given.get(&id)));
            cells
        };
        writing = writing.write(part.iter().map(row).collect()).await?;
    }
    written(writing, &asked).await
}

fn of_attendee(reader: Reader, listed: &Listed, extras: &[ExtraView], inside: Option<Time>) -> Vec<Cell> {
    use crate::page::state;
    let (words, order, view) = (reader.words, &listed.order, &listed.view);
    let attendee = &view.attendee;
    let mine = extras.iter().filter(|one| one.extra.attendee_id == attendee.id);
    let mine: Vec<&str> = mine.map(|one| one.category.name.in_language(words.language())).collect();
    vec![
        Cell::from(&view.number),
        Cell::from(&attendee.given_name),
        if view.is_nameless() { Cell::from(words.t("desk-nameless")) } else { Cell::from(&attendee.family_name) },
        Cell::from(&view.address),
        Cell::from(&attendee.organisation),
        Cell::from(view.category_name().in_language(words.language())),
        Cell::from(mine.join(", ")),
        Cell::from(state::of_attendee(words, attendee.state).1),
        Cell::Cents(attendee.price_cents),
        Cell::from(&order.currency),
        Cell::from(&attendee.language),
        inside.map_or(Cell::Empty, |at| reader.time(at)),
        reader.time(attendee.created_at),
        Cell::from(&order.code),
        Cell::from(&order.buyer_name),
        Cell::from(state::source(words, order.source)),
    ]
}
