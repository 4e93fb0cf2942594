//! A letter to many.

use crate::rules::letter::Blocks;
use crate::rules::segment::Segment;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// What it is about, and with it who may get it and who can end it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What those who take part need to know: how to get there, what changed, what to bring.
    #[default]
    Service,
    /// News, invitations, other congresses: only to who agreed to get them.
    News,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Service, Self::News];

    /// As in the database, and at the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::News => "news",
        }
    }
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Draft,
    /// It begins by itself.
    Planned,
    Running,
    /// By somebody, or by itself: it goes on when somebody says so.
    Stopped,
    Done,
}

impl State {
    /// As in the database, and at the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Done => "done",
        }
    }

    /// Whether letter and recipients may still be changed: nobody has got it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Planned)
    }
}

/// Why it stopped by itself: at the end of keys in the locale files.
pub mod halt {
    /// Its time was long over when it was to begin.
    pub const LATE: &str = "late";
    /// Nothing had gone on for long: the program was not running, or the database is a copy from before.
    pub const STALE: &str = "stale";
    /// The letter cannot be sent as it is.
    pub const FAULTY: &str = "faulty";
    /// It was restored from a backup: who got it since then is not known.
    pub const RESTORED: &str = "restored";
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// What the office calls it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub kind: Kind,
    #[sea_orm(column_type = "JsonBinary")]
    pub segment: Segment,
    #[sea_orm(column_type = "JsonBinary")]
    pub subject: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub blocks: Blocks,
    pub state: State,
    /// Why it stopped by itself: see [`halt`].
    #[sea_orm(column_type = "Text", nullable)]
    pub halted: Option<String>,
    pub planned_at: Option<DateTimeUtc>,
    /// Relative to the first day of the congress: so many days before, …
    pub days_before: Option<i32>,
    /// … or so many days after its last day, …
    pub days_after: Option<i32>,
    /// … at this minute of the day there.
    pub minute: Option<i32>,
    /// Or so many hours before it begins.
    pub hours_before: Option<i32>,
    /// Also between evening and morning.
    pub at_night: bool,
    pub started_at: Option<DateTimeUtc>,
    pub progressed_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    /// Which run sends. A worker of an older one takes up nothing more.
    pub run: Option<Uuid>,
    /// Raised by every change of what it says and to whom.
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

impl Kind {
    /// Whoever wants none of this kind says so by this.
    pub fn opt_out(self) -> super::opt_out::Kind {
        match self {
            Self::Service => super::opt_out::Kind::Service,
            Self::News => super::opt_out::Kind::News,
        }
    }
}
