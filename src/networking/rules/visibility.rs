//! Who sees what of a profile. Everything that shows somebody asks here.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// To whom something shows. Each level takes in those above it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Its owner alone.
    Nobody,
    /// Those who know each other: both said yes.
    Contacts,
    /// Who has a profile and takes part in the congress, logged in.
    Participants,
    /// Everybody, and search engines.
    Public,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Nobody, Self::Contacts, Self::Participants, Self::Public];

    /// As in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Contacts => "contacts",
            Self::Participants => "participants",
            Self::Public => "public",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Viewer {
    Anybody,
    /// Takes part in the same congress.
    Participant,
    /// Knows the owner.
    Contact,
    /// The owner.
    Owner,
}

impl Viewer {
    /// Whether what shows to `level` shows to them.
    pub fn sees(self, level: Level) -> bool {
        match level {
            Level::Public => true,
            Level::Participants => self >= Self::Participant,
            Level::Contacts => self >= Self::Contact,
            Level::Nobody => self == Self::Owner,
        }
    }
}

/// The parts of a profile that show or do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Whoever does not see the name does not see that there is a profile.
    Name,
    Organisation,
    Job,
    Work,
    Topics,
    Languages,
    Links,
    Presence,
    Mail,
    Phone,
}

impl Field {
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Organisation,
        Self::Job,
        Self::Work,
        Self::Topics,
        Self::Languages,
        Self::Links,
        Self::Presence,
        Self::Mail,
        Self::Phone,
    ];

    /// As in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Organisation => "organisation",
            Self::Job => "job",
            Self::Work => "work",
            Self::Topics => "topics",
            Self::Languages => "languages",
            Self::Links => "links",
            Self::Presence => "presence",
            Self::Mail => "mail",
            Self::Phone => "phone",
        }
    }

    /// The levels that may be chosen. Mail and phone show after a mutual yes, never before. Who is in a directory has a name
    /// there.
    pub fn levels(self) -> &'static [Level] {
        match self {
            Self::Name => &[Level::Participants, Level::Public],
            Self::Mail | Self::Phone => &[Level::Nobody, Level::Contacts],
            _ => &Level::ALL,
        }
    }

    fn usual(self) -> Level {
        match self {
            Self::Mail | Self::Phone => Level::Contacts,
            _ => Level::Participants,
        }
    }
}

/// To whom each field shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Visibility {
    name: Level,
    organisation: Level,
    job: Level,
    work: Level,
    topics: Level,
    languages: Level,
    links: Level,
    presence: Level,
    mail: Level,
    phone: Level,
}

impl Default for Visibility {
    /// Participants see each other; mail and phone, those who know each other.
    fn default() -> Self {
        Self {
            name: Field::Name.usual(),
            organisation: Field::Organisation.usual(),
            job: Field::Job.usual(),
            work: Field::Work.usual(),
            topics: Field::Topics.usual(),
            languages: Field::Languages.usual(),
            links: Field::Links.usual(),
            presence: Field::Presence.usual(),
            mail: Field::Mail.usual(),
            phone: Field::Phone.usual(),
        }
    }
}

impl Visibility {
    /// To whom a field shows: no one sees more of somebody than their name's level lets them find, and nobody a level that the
    /// field cannot have, whatever is kept.
    pub fn of(&self, field: Field) -> Level {
        let kept = match field {
            Field::Name => self.name,
            Field::Organisation => self.organisation,
            Field::Job => self.job,
            Field::Work => self.work,
            Field::Topics => self.topics,
            Field::Languages => self.languages,
            Field::Links => self.links,
            Field::Presence => self.presence,
            Field::Mail => self.mail,
            Field::Phone => self.phone,
        };
        let kept = if field.levels().contains(&kept) { kept } else { field.usual() };
        if field == Field::Name { kept } else { kept.min(self.of(Field::Name)) }
    }

    /// The same but for one field. A level that the field cannot have changes nothing.
    #[must_use]
    pub fn with(mut self, field: Field, level: Level) -> Self {
        if !field.levels().contains(&level) {
            return self;
        }
        let place = match field {
            Field::Name => &mut self.name,
            Field::Organisation => &mut self.organisation,
            Field::Job => &mut self.job,
            Field::Work => &mut self.work,
            Field::Topics => &mut self.topics,
            Field::Languages => &mut self.languages,
            Field::Links => &mut self.links,
            Field::Presence => &mut self.presence,
            Field::Mail => &mut self.mail,
            Field::Phone => &mut self.phone,
        };
        *place = level;
        self
    }

    /// Whether somebody sees a field.
    pub fn shows(&self, field: Field, viewer: Viewer) -> bool {
        viewer.sees(self.of(field))
    }
}
