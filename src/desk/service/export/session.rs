//! Sessions.

use super::{ExportError, PART, Reader, Writing};
use base::{Text, Uuid};
use congress::entity::track;
use paper::sheet::{Cell, Format};
use programme::entity::session_type;
use programme::query::session::{Filter, SessionView, State, after};
use std::collections::HashMap;
use std::fs::File;
use store::Conn;

/// What the file names by ids.
struct Named {
    tracks: Vec<track::Model>,
    types: Vec<session_type::Model>,
    rooms: HashMap<Uuid, Text>,
}

/// Sessions that a filter leaves, oldest first: a row each, of several occurrences the first. Gives the file and how many
/// rows it has.
pub async fn sessions(
    conn: &Conn,
    congress: Uuid,
    filter: &Filter,
    format: Format,
    reader: Reader,
    out: File,
) -> Result<(File, usize), ExportError> {
    let sheet = reader.sheet(
        "desk-settings-tab-sessions",
        &[
            ("desk-programme-code", 10),
            ("desk-programme-title-de", 44),
            ("desk-programme-title-en", 44),
            ("desk-programme-type", 16),
            ("desk-programme-track", 20),
            ("desk-programme-speakers", 36),
            ("desk-programme-language", 10),
            ("desk-programme-minutes", 10),
            ("desk-programme-seats", 16),
            ("desk-column-state", 14),
            ("desk-programme-begins", 18),
            ("desk-programme-ends", 18),
            ("desk-programme-room", 20),
            ("desk-programme-occurrences", 10),
        ],
    );
    let rooms = congress::query::rooms(conn, congress).await?;
    let named = Named {
        tracks: programme::query::tracks(conn, congress).await?,
        types: programme::query::session_types(conn, congress).await?,
        rooms: rooms.into_iter().map(|row| (row.id, row.name.0)).collect(),
    };
    let mut writing = Writing::new(format, &sheet, out)?;
    let mut cursor = None;
    loop {
        let part = after(conn, congress, filter, (cursor, PART)).await?;
        let Some(last) = part.last() else { break };
        cursor = Some(last.row.id);
        writing = writing.write(part.iter().map(|view| of_session(reader, &named, view)).collect()).await?;
    }
    writing.finish().await
}

fn of_session(reader: Reader, named: &Named, view: &SessionView) -> Vec<Cell> {
    let words = reader.words;
    let row = &view.row;
    let said = |text: &Text| Cell::from(text.in_language(words.language()));
    let kind = named.types.iter().find(|kind| Some(kind.id) == row.type_id);
    let track = named.tracks.iter().find(|track| Some(track.id) == row.track_id);
    let number = |n: Option<i32>| n.map_or(Cell::Empty, |n| Cell::Number(n.into()));
    let speakers: Vec<&str> = view.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let slot = view.slots.first();
    let room = slot.and_then(|slot| named.rooms.get(&slot.room_id?));
    vec![
        Cell::from(row.code.as_str()),
        Cell::from(row.title.de.as_str()),
        Cell::from(row.title.en.as_str()),
        kind.map_or(Cell::Empty, |kind| said(&kind.name)),
        track.map_or(Cell::Empty, |track| said(&track.name)),
        Cell::from(speakers.join("; ").as_str()),
        Cell::from(row.language.as_str()),
        number(row.minutes),
        number(row.seats),
        Cell::from(words.t(&format!("desk-programme-state-{}", State::of(row).name())).as_str()),
        slot.and_then(|slot| slot.starts_at).map_or(Cell::Empty, |at| reader.time(at)),
        slot.and_then(|slot| slot.ends_at).map_or(Cell::Empty, |at| reader.time(at)),
        room.map_or(Cell::Empty, said),
        Cell::Number(i64::try_from(view.slots.len()).unwrap_or(i64::MAX)),
    ]
}
