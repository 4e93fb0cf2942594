//! The kinds of clashes, and how much each of them matters to a congress.

/// A kind of clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A room is in use twice. Two things at once are no clash where a room has several; a blocker always is.
    RoomTwice,
    /// Somebody speaks in two sessions at once.
    SpeakerTwice,
    /// A session is held twice at once.
    SessionTwice,
    /// Somebody is not there when they should speak.
    SpeakerAway,
    RoomClosed,
    /// It is not within one of the congress's days.
    OutsideDays,
    /// Fewer seats than are booked, or can be.
    RoomTooSmall,
    /// Fewer seats than people who have marked it.
    Crowded,
    /// Not in one of the rooms of its track.
    TrackElsewhere,
    /// Too little time to change over between two sessions in a room.
    Changeover,
    /// Too little time to walk from one room to another, for somebody who speaks in both.
    Walk,
    /// Two sessions at once that must not be, because they have the same guests.
    Beside,
    /// Shorter or longer than it was agreed to be, or else than its type.
    Length,
}

impl Kind {
    pub const ALL: [Self; 13] = [
        Self::RoomTwice,
        Self::SpeakerTwice,
        Self::SessionTwice,
        Self::SpeakerAway,
        Self::RoomClosed,
        Self::OutsideDays,
        Self::RoomTooSmall,
        Self::Crowded,
        Self::TrackElsewhere,
        Self::Changeover,
        Self::Walk,
        Self::Beside,
        Self::Length,
    ];

    /// As it stands in tables and forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::RoomTwice => "room-twice",
            Self::SpeakerTwice => "speaker-twice",
            Self::SessionTwice => "session-twice",
            Self::SpeakerAway => "speaker-away",
            Self::RoomClosed => "room-closed",
            Self::OutsideDays => "outside-days",
            Self::RoomTooSmall => "room-too-small",
            Self::Crowded => "crowded",
            Self::TrackElsewhere => "track-elsewhere",
            Self::Changeover => "changeover",
            Self::Walk => "walk",
            Self::Beside => "beside",
            Self::Length => "length",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What it is until organisers say otherwise. What cannot take place at all blocks: nobody is in two places, and no
    /// seat that is booked may be missing. What would be a pity warns.
    pub fn default_severity(self) -> Severity {
        match self {
            Self::RoomTwice
            | Self::SpeakerTwice
            | Self::SessionTwice
            | Self::SpeakerAway
            | Self::RoomClosed
            | Self::OutsideDays
            | Self::RoomTooSmall => Severity::Block,
            Self::Crowded | Self::TrackElsewhere | Self::Changeover | Self::Walk | Self::Beside | Self::Length => {
                Severity::Warn
            }
        }
    }
}

/// How much a kind matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is released that has it.
    Block,
    Warn,
    Ignore,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Block, Self::Warn, Self::Ignore];

    /// As it stands in tables and forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Warn => "warn",
            Self::Ignore => "ignore",
        }
    }

    /// The severity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// What a congress says of its schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    severities: [Severity; Kind::ALL.len()],
    /// Minutes to change over in a room that does not say otherwise: five until organisers say so.
    pub changeover: i32,
    /// Minutes from any room to any other where nothing else is known: five until organisers say so.
    pub walk: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { severities: Kind::ALL.map(Kind::default_severity), changeover: 5, walk: 5 }
    }
}

impl Settings {
    pub fn severity(&self, kind: Kind) -> Severity {
        self.severities[kind as usize]
    }

    /// The same with one kind set otherwise.
    #[must_use]
    pub fn with(mut self, kind: Kind, severity: Severity) -> Self {
        self.severities[kind as usize] = severity;
        self
    }
}
