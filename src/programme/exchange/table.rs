//! Sessions as a table that people edit: what its columns are called, and what stands in the row of a session. Writing and
//! reading both ask here, so that a file that comes back as it left says nothing new.

mod moment;

pub use moment::{Moment, moment};

use crate::entity::{session_type, slot};
use crate::query::session::{SessionView, State};
use base::{Language, Text};
use chrono::{NaiveDateTime, Timelike};
use congress::entity::{room, track};
use locale::{Tz, Words};
use paper::sheet::Cell;
use paper::sheet::read::key;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Code,
    TitleDe,
    TitleEn,
    Type,
    Track,
    /// Names, with semicolons between them.
    Speakers,
    Language,
    Minutes,
    Seats,
    State,
    Begins,
    Ends,
    Room,
    /// How many there are. Of several the row tells one.
    Occurrences,
    /// Of the occurrence that the row tells.
    Guid,
}

impl Field {
    /// In the order in which they are written.
    pub const ALL: [Self; 15] = [
        Self::Code,
        Self::TitleDe,
        Self::TitleEn,
        Self::Type,
        Self::Track,
        Self::Speakers,
        Self::Language,
        Self::Minutes,
        Self::Seats,
        Self::State,
        Self::Begins,
        Self::Ends,
        Self::Room,
        Self::Occurrences,
        Self::Guid,
    ];

    /// What stands above it, as a key of the locale files.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Code => "desk-programme-code",
            Self::TitleDe => "desk-programme-title-de",
            Self::TitleEn => "desk-programme-title-en",
            Self::Type => "desk-programme-type",
            Self::Track => "desk-programme-track",
            Self::Speakers => "desk-programme-speakers",
            Self::Language => "desk-programme-language",
            Self::Minutes => "desk-programme-minutes",
            Self::Seats => "desk-programme-seats",
            Self::State => "desk-column-state",
            Self::Begins => "desk-programme-begins",
            Self::Ends => "desk-programme-ends",
            Self::Room => "desk-programme-room",
            Self::Occurrences => "desk-programme-occurrences",
            Self::Guid => "session-table-guid",
        }
    }

    /// In characters.
    pub fn width(self) -> u16 {
        match self {
            Self::TitleDe | Self::TitleEn => 44,
            Self::Speakers | Self::Guid => 36,
            Self::Track | Self::Room => 20,
            Self::Begins | Self::Ends => 18,
            Self::Type | Self::Seats => 16,
            Self::State => 14,
            Self::Code | Self::Language | Self::Minutes | Self::Occurrences => 10,
        }
    }

    /// The column of this heading, in either language.
    pub fn of(heading: &str) -> Option<Self> {
        let wanted = key(heading);
        let is = |field: &Self| languages().any(|words| key(&words.t(field.heading())) == wanted);
        Self::ALL.into_iter().find(|field| !wanted.is_empty() && is(field))
    }
}

/// Whether a heading is one of a table of sessions.
pub fn is_known(heading: &str) -> bool {
    Field::of(heading).is_some()
}

fn languages() -> impl Iterator<Item = Words> {
    Language::ALL.into_iter().map(Words::new)
}

/// The key of what a state is called.
pub fn state_word(state: State) -> &'static str {
    match state {
        State::Open => "desk-programme-state-open",
        State::Confirmed => "desk-programme-state-confirmed",
        State::Cancelled => "desk-programme-state-cancelled",
    }
}

/// The state of this name, in either language.
pub fn state_of(word: &str) -> Option<State> {
    let wanted = key(word);
    State::ALL.into_iter().find(|state| languages().any(|words| key(&words.t(state_word(*state))) == wanted))
}

/// What a table names by ids.
#[derive(Clone, Debug)]
pub struct Named {
    pub tracks: Vec<track::Model>,
    pub types: Vec<session_type::Model>,
    pub rooms: Vec<room::Model>,
}

impl Named {
    /// What stands in the row of a session that tells this occurrence of it, column by column.
    pub fn cells(&self, view: &SessionView, slot: Option<&slot::Model>, words: Words, zone: Tz) -> Vec<Cell> {
        let row = &view.row;
        let room = slot.and_then(|slot| slot.room_id);
        let named =
            |name: Option<&Text>| name.map_or(Cell::Empty, |name| Cell::from(name.in_language(words.language())));
        let number = |n: Option<i32>| n.map_or(Cell::Empty, |n| Cell::Number(n.into()));
        let time =
            |at: Option<base::Time>| at.map_or(Cell::Empty, |at| Cell::Time(at.with_timezone(&zone).naive_local()));
        let cell = |field: Field| match field {
            Field::Code => Cell::from(&row.code),
            Field::TitleDe => Cell::from(&row.title.de),
            Field::TitleEn => Cell::from(&row.title.en),
            Field::Type => named(self.types.iter().find(|one| Some(one.id) == row.type_id).map(|one| &one.name.0)),
            Field::Track => named(self.tracks.iter().find(|one| Some(one.id) == row.track_id).map(|one| &one.name.0)),
            Field::Room => named(self.rooms.iter().find(|one| Some(one.id) == room).map(|one| &one.name.0)),
            Field::Speakers => {
                Cell::from(view.speakers.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "))
            }
            Field::Language => Cell::from(&row.language),
            Field::Minutes => number(row.minutes),
            Field::Seats => number(row.seats),
            Field::State => Cell::from(words.t(state_word(State::of(row)))),
            Field::Begins => time(slot.and_then(|slot| slot.starts_at)),
            Field::Ends => time(slot.and_then(|slot| slot.ends_at)),
            Field::Occurrences => Cell::Number(i64::try_from(view.slots.len()).unwrap_or(i64::MAX)),
            Field::Guid => slot.map_or(Cell::Empty, |slot| Cell::from(slot.guid.to_string())),
        };
        Field::ALL.map(cell).to_vec()
    }
}

/// A cell as it is read from a file that nobody edited.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(n) | Cell::Cents(n) => n.to_string(),
        Cell::Time(at) => shown_time(*at),
    }
}

fn shown_time(at: NaiveDateTime) -> String {
    let midnight = (at.hour(), at.minute()) == (0, 0);
    at.format(if midnight { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M" }).to_string()
}

/// What somebody typed, without the apostrophe that keeps a text from being a formula in a csv file.
pub fn plain(cell: &str) -> &str {
    const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    cell.strip_prefix('\'').filter(|rest| rest.trim_start().starts_with(BEGINS)).unwrap_or(cell)
}

/// Whether two cells say the same: spreadsheets change white space, and write midnight in two ways.
pub fn alike(typed: &str, shown: &str) -> bool {
    let squeezed = |text: &str| text.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let (typed, shown) = (squeezed(typed), squeezed(shown));
    typed == shown || plain(&typed) == shown || typed.strip_suffix(" 00:00").is_some_and(|day| day == shown)
}
