//! How long what stands in the directory stays there, and how much there may be of it.

use base::Time;
use chrono::TimeDelta;

/// So long a profile is kept after its owner last said so: over one edition and the next.
pub const PROFILE: TimeDelta = TimeDelta::days(730);
/// So long before its end its owner is asked.
pub const NOTICE: TimeDelta = TimeDelta::days(30);
/// So long there is at least between asking and deleting, however late it was asked.
pub const ANSWER: TimeDelta = TimeDelta::days(28);
/// So long an offer or a need stands, unless its author says otherwise; …
pub const ENTRY: TimeDelta = TimeDelta::days(365);
/// … and no longer than that.
pub const LONGEST_ENTRY: TimeDelta = TimeDelta::days(730);
/// So long somebody has to answer an interest.
pub const INTEREST: TimeDelta = TimeDelta::days(21);

/// Most offers and needs of one person.
pub const ENTRIES: usize = 30;
/// Most interests that one shows within a day: who writes to everybody is not looking for anybody.
pub const INTERESTS_A_DAY: u64 = 25;
/// Most topics that one works on.
pub const TOPICS: usize = 20;
/// Most links of a profile.
pub const LINKS: usize = 5;
/// Most cooperations that one is in, asks for or is invited to, and most people of one.
pub const COOPERATIONS: usize = 40;
/// Most steps of one.
pub const STEPS: usize = 200;
/// The longest line, and the longest text, in characters.
pub const LINE: usize = 200;
pub const TEXT: usize = 3_000;

/// Until when an offer or a need stands that is to stand until `wanted`.
pub fn entry_until(wanted: Option<Time>, now: Time) -> Time {
    wanted.unwrap_or(now + ENTRY).min(now + LONGEST_ENTRY)
}

/// When an interest ends that nobody answered: in its time, or soon after the congress, whichever is later.
pub fn interest_until(now: Time, congress_ends: Time) -> Time {
    (now + INTEREST).max((congress_ends + TimeDelta::days(14)).min(now + TimeDelta::days(60)))
}
