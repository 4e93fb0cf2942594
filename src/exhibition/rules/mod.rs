//! Decisions about stands, over plain values.

pub mod outline;
pub mod spread;

/// A stand of at least so many square metres is for what needs space.
pub const ROOMY: i64 = 4;

/// What a project needs of its stand, or a stand has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fittings {
    pub power: bool,
    pub screen: bool,
    pub space: bool,
}

impl Fittings {
    /// Whether a stand that has these is enough for what a project needs.
    pub fn covers(self, needs: Self) -> bool {
        (self.power || !needs.power) && (self.screen || !needs.screen) && (self.space || !needs.space)
    }

    /// How many of them there are: a stand with more is kept for those who need it.
    pub fn count(self) -> u32 {
        [self.power, self.screen, self.space].into_iter().map(u32::from).sum()
    }
}

/// Whether a stand of this size, in centimetres, has space.
pub fn is_roomy(width: i32, depth: i32) -> bool {
    i64::from(width) * i64::from(depth) >= ROOMY * 10_000
}

/// Whether a place in a hall holds the whole stand: sizes and places in centimetres.
pub fn fits(hall: (i32, i32), (x, y): (i32, i32), (width, depth): (i32, i32)) -> bool {
    let inside =
        |at: i32, size: i32, whole: i32| at >= 0 && size > 0 && at.checked_add(size).is_some_and(|end| end <= whole);
    inside(x, width, hall.0) && inside(y, depth, hall.1)
}
