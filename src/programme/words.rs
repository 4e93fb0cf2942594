//! Changes of the programme in words.

use crate::entity::release;
use crate::query::release::Named;
use crate::rules::change::{Change, Held, What};
use base::{Text, Time, Uuid};
use chrono::Datelike;
use locale::{Tz, Words};

/// What a release is called: "Fassung 3", or with its number behind a name, which others may have as well: a file that is taken
/// in again often says the same version.
pub fn version(words: Words, release: &release::Model) -> String {
    let number = release.number.to_string();
    if release.name == number {
        return words.with("programme-release-number", &[("number", number.into())]);
    }
    words.with("programme-release-named", &[("name", release.name.clone().into()), ("number", number.into())])
}

/// Whose words, in which zone, and what things are called.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    pub words: Words,
    pub zone: Tz,
    pub named: &'a Named,
}

impl Teller<'_> {
    /// A sentence for each thing that happened to a slot.
    pub fn sentences(self, change: &Change) -> Vec<String> {
        change.what.iter().map(|what| self.sentence(&change.held, what)).collect()
    }

    fn sentence(self, held: &Held, what: &What) -> String {
        let minutes = (held.ends_at - held.starts_at).num_minutes();
        match what {
            What::New => self.words.with("programme-change-new", &[("place", self.place(held).into())]),
            What::Moved { from } => {
                let year = |at: Time| at.with_timezone(&self.zone).year();
                let told = |at: Time| {
                    let whole = year(*from) != year(held.starts_at);
                    if whole { self.words.date_time(at, self.zone) } else { self.words.short(at, self.zone) }
                };
                let (from, to) = (told(*from), told(held.starts_at));
                self.words.with("programme-change-moved", &[("from", from.into()), ("to", to.into())])
            }
            What::Room { from } => {
                let (from, to) = (self.room(*from), self.room(held.room));
                self.words.with("programme-change-room", &[("from", from.into()), ("to", to.into())])
            }
            What::Longer { than } => {
                self.words.with("programme-change-longer", &[("from", (*than).into()), ("to", minutes.into())])
            }
            What::Shorter { than } => {
                self.words.with("programme-change-shorter", &[("from", (*than).into()), ("to", minutes.into())])
            }
            What::Renamed { from } => self.words.with("programme-change-renamed", &[("from", self.text(from).into())]),
            What::Cancelled => self.words.with("programme-change-cancelled", &[("place", self.place(held).into())]),
            What::Gone => self.words.with("programme-change-gone", &[("place", self.place(held).into())]),
        }
    }

    /// What a slot is called.
    pub fn title(self, held: &Held) -> String {
        self.text(self.named.title(held))
    }

    /// When and where: "Do., 11. März 2027, 10:00 bis 10:30 Uhr, Großer Saal".
    pub fn place(self, held: &Held) -> String {
        let span = self.words.span(held.starts_at, held.ends_at, self.zone);
        match held.room {
            Some(_) => format!("{span}, {}", self.room(held.room)),
            None => span,
        }
    }

    fn room(self, room: Option<Uuid>) -> String {
        let named = room.and_then(|room| self.named.rooms.get(&room));
        named.map_or_else(|| self.words.t("programme-change-no-room"), |name| self.text(name))
    }

    fn text(self, text: &Text) -> String {
        text.in_language(self.words.language()).to_owned()
    }
}
