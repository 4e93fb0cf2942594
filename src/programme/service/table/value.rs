//! What cells say, where that is something new.

use super::names::Several;
use crate::exchange::table::{Moment, moment, plain, state_of};
use crate::query::session::State;
use crate::rules::plan::Span;
use crate::service::session::Session;
use base::name::clean;
use base::{Language, Time, Uuid};
use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use locale::{Tz, Words};
use paper::sheet::read::{Reason, key};

/// What a row says that is not so yet.
#[derive(Debug, Default)]
pub(super) struct Says {
    pub(super) title_de: Option<String>,
    pub(super) title_en: Option<String>,
    pub(super) kind: Option<Option<Uuid>>,
    pub(super) track: Option<Option<Uuid>>,
    pub(super) speakers: Option<Vec<Uuid>>,
    pub(super) language: Option<String>,
    pub(super) minutes: Option<Option<i32>>,
    pub(super) seats: Option<Option<i32>>,
    pub(super) confirmed: Option<bool>,
    /// Where and when; parked.
    pub(super) place: Option<Option<(Option<Uuid>, Span)>>,
}

impl Says {
    /// The session as it is to be.
    pub(super) fn of(&self, old: Session) -> Session {
        let mut new = old;
        if let Some(title) = &self.title_de {
            new.title.de.clone_from(title);
        }
        if let Some(title) = &self.title_en {
            new.title.en.clone_from(title);
        }
        new.kind = self.kind.unwrap_or(new.kind);
        new.track = self.track.unwrap_or(new.track);
        new.minutes = self.minutes.unwrap_or(new.minutes);
        new.seats = self.seats.unwrap_or(new.seats);
        if let Some(language) = &self.language {
            new.language.clone_from(language);
        }
        if let Some(speakers) = &self.speakers {
            new.speakers.clone_from(speakers);
        }
        new
    }
}

/// What a cell says, where it says anything.
pub(super) type Read<T> = Result<T, Reason>;

pub(super) fn line(typed: &str) -> String {
    clean(plain(typed))
}

/// A whole number, or none.
pub(super) fn number(typed: &str) -> Read<Option<i32>> {
    let typed = plain(typed).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Reason::new("session-table-number"))
}

/// A tag, or a language by its name.
pub(super) fn language(typed: &str) -> String {
    let typed = line(typed);
    let called = |language: &Language| {
        let word = match language {
            Language::De => "desk-programme-language-de",
            Language::En => "desk-programme-language-en",
        };
        Language::ALL.into_iter().any(|own| key(&Words::new(own).t(word)) == key(&typed))
    };
    Language::ALL.iter().find(|language| called(language)).map_or(typed, |language| language.tag().to_owned())
}

/// Whether it takes place. A session is cancelled on its page alone, where a reason is given.
pub(super) fn confirmed(typed: &str, old: Option<State>) -> Read<bool> {
    match (state_of(typed), old) {
        (None, _) => Err(Reason::new("session-table-state")),
        (Some(State::Cancelled), _) | (_, Some(State::Cancelled)) => Err(Reason::new("session-table-cancel")),
        (Some(state), _) => Ok(state == State::Confirmed),
    }
}

/// A moment; of a time alone that on the day of `begins`, or after it.
pub(super) fn time(typed: &str, zone: Tz, begins: Option<Time>) -> Read<Option<Time>> {
    let typed = plain(typed);
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match (moment(typed, zone), begins) {
        (Some(Moment::At(local)), _) => instant(local, zone).map(Some),
        (Some(Moment::Clock(clock)), Some(begins)) => {
            let begins = begins.with_timezone(&zone).naive_local();
            let same = begins.date().and_time(clock);
            instant(if same > begins { same } else { same + TimeDelta::days(1) }, zone).map(Some)
        }
        (Some(Moment::Clock(_)), None) => Err(Reason::new("session-table-day")),
        (None, _) => Err(Reason::new("session-table-time")),
    }
}

/// An hour that a clock leaps over is none; of one that there is twice it is the first.
fn instant(local: NaiveDateTime, zone: Tz) -> Read<Time> {
    let found = zone.from_local_datetime(&local).earliest();
    found.map(|at| at.to_utc()).ok_or(Reason::new("session-table-leap"))
}

impl From<Several> for Reason {
    fn from(Several(name): Several) -> Self {
        Self::new("session-table-several").with("name", name)
    }
}
