//! What makes one plan better than another.

/// What a plan costs. Whatever is not placed weighs more than everything else together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    pub unplaced: usize,
    pub soft: i64,
}

/// How much things weigh that are a pity but no clash that blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Each clash that warns.
    pub warning: i64,
    /// Each room beyond the first that a track needs on a day: a track stays in its room.
    pub track_room: i64,
    /// Each change from one track to another within a room: a track stays together.
    pub track_change: i64,
    /// Popular sessions at once: at each step of the grid the square of the popularity of all that takes place, from 0 for
    /// what nobody has marked to 10 for what most have.
    pub popular: i64,
    /// Each step of the grid that a room is empty between two sessions of a day, beyond the time to change over.
    pub gap: i64,
    /// Each day beyond the first on which somebody must come to speak.
    pub speaker_day: i64,
    /// Each step of the grid that somebody waits between two of their sessions on a day.
    pub speaker_wait: i64,
    /// Types are spread: at each step of the grid the square of how many of a type take place.
    pub types: i64,
    /// Each slot that had a place and gets another.
    pub moved: i64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            warning: 20_000,
            track_room: 4_000,
            track_change: 600,
            popular: 2,
            gap: 60,
            speaker_day: 6_000,
            speaker_wait: 30,
            types: 20,
            moved: 2_000,
        }
    }
}
