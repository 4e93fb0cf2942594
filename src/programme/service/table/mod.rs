//! Sessions from a table that people edited: all of it or nothing.
//!
//! A row is the session of its code, or of the occurrence with its GUID; without either it is the session that is called so,
//! if there is one, else a new one. What a cell says as it was written changes nothing, whatever else is known; an empty cell
//! empties; columns and sessions that the table does not have stay as they are. Rooms, tracks, types and people that nobody
//! knows are made, and told in the preview. When and where is looked at by the rules of the draft once all of it stands: two
//! sessions may change places.

mod names;
mod read;
mod value;
mod write;

use crate::exchange::table::{Field, Named};
use crate::query::session::{Filter, SessionView, after};
use crate::service::plan::Held;
use crate::{Event, ProgrammeError};
use base::error::Told;
use base::{Actor, Uuid};
use paper::sheet::read::{Reason, Refusal, Table, Value};
use serde::Serialize;
use store::{Conn, DbErr, Store, Tx, record};

/// What a table changes, or would.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// In the order of the table.
    pub rows: Vec<Row>,
    /// Sessions that stay as they are.
    pub unchanged: usize,
    /// What is made for them, by its column.
    pub made: Vec<(&'static str, String)>,
}

/// A session that is new or another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    pub line: u32,
    pub title: String,
    /// It was not there.
    pub new: bool,
    /// The heading, what it was, what it is.
    pub changes: Vec<(&'static str, String, String)>,
}

impl Report {
    /// How many sessions are new.
    pub fn added(&self) -> usize {
        self.rows.iter().filter(|row| row.new).count()
    }

    /// How many are others.
    pub fn changed(&self) -> usize {
        self.rows.len() - self.added()
    }
}

/// Why a table is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// What is wrong with it, row by row.
    #[error("{} cells are wrong", .0.len())]
    Refused(Vec<Refusal>),
    #[error(transparent)]
    Programme(#[from] ProgrammeError),
}

impl From<DbErr> for TableError {
    fn from(e: DbErr) -> Self {
        Self::Programme(e.into())
    }
}

impl From<congress::CongressError> for TableError {
    fn from(e: congress::CongressError) -> Self {
        Self::Programme(e.into())
    }
}

/// Takes a table in, or says what it would do.
pub async fn take_in(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    table: &Table,
    dry_run: bool,
) -> Result<Report, TableError> {
    let tx = store.begin().await?;
    let file = tx.id();
    let (tx, report) = Box::pin(take_in_with(tx, actor, (congress, file), table)).await?;
    if dry_run || report.rows.is_empty() {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(report)
}

/// The same of a `file` in a transaction, which it gives back for who ends it. If anything is wrong, that is rolled back.
pub async fn take_in_with(
    tx: Tx,
    actor: &Actor,
    (congress, file): (Uuid, Uuid),
    table: &Table,
) -> Result<(Tx, Report), TableError> {
    let mut held = Held::within(tx, congress).await?;
    match write::all(&mut held, actor, table).await {
        Ok(report) => {
            if !report.rows.is_empty() {
                let (added, changed) = (report.added(), report.changed());
                record(&held.tx, actor, Event::TableTakenIn { congress, file, added, changed }).await?;
            }
            Ok((held.tx, report))
        }
        Err(error) => {
            held.tx.rollback().await?;
            Err(error)
        }
    }
}

/// What a congress has, to which rows refer.
struct There {
    named: Named,
    views: Vec<SessionView>,
}

impl There {
    async fn load(conn: &Conn, congress: Uuid) -> Result<Self, DbErr> {
        const PART: u64 = 1_000;
        let mut views: Vec<SessionView> = vec![];
        loop {
            let cursor = views.last().map(|view| view.row.id);
            let part = after(conn, congress, &Filter::default(), (cursor, PART)).await?;
            if part.is_empty() {
                break;
            }
            views.extend(part);
        }
        Ok(Self { named: crate::query::named(conn, congress).await?, views })
    }
}

/// A cell with the heading of its column.
fn at<'a>(line: u32, heading: &'a str, text: &'a str) -> Value<'a> {
    Value { line, column: heading, text }
}

fn refused(value: Value<'_>, message: &'static str) -> Refusal {
    Refusal::new(value, Reason::new(message))
}

/// What a service would not do, as what is wrong with a cell; what nobody who edits tables can mend stays an error.
fn told(value: Value<'_>, error: ProgrammeError) -> Result<Refusal, TableError> {
    if error.status() == 404 || error.status() >= 500 {
        return Err(error.into());
    }
    let reason =
        error.values().into_iter().fold(Reason::new(error.message()), |reason, (name, v)| reason.with(name, v));
    Ok(Refusal::new(value, reason))
}

/// Which cell an error is about.
fn field_of(error: &ProgrammeError) -> Option<Field> {
    match error {
        ProgrammeError::TitleMissing | ProgrammeError::TitleLong => Some(Field::TitleDe),
        ProgrammeError::Minutes => Some(Field::Minutes),
        ProgrammeError::Seats | ProgrammeError::Booking(_) => Some(Field::Seats),
        ProgrammeError::Language => Some(Field::Language),
        ProgrammeError::SpeakerTwice | ProgrammeError::NoSuchSpeaker => Some(Field::Speakers),
        ProgrammeError::RoomMissing | ProgrammeError::UnknownRoom => Some(Field::Room),
        ProgrammeError::EndsBeforeStart | ProgrammeError::SlotTooLong | ProgrammeError::FarOff => Some(Field::Ends),
        _ => None,
    }
}
