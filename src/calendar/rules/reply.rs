//! Whether an answer that came by mail is one to what holds: one decision over what it says and what was told.
//!
//! Anybody can write a mail in anybody's name. What shows that an answer is one is the UID: it is drawn at random, stands in
//! the mails to the invited alone, and in no feed and on no page. Whoever knows it has got the invitation, as whoever has the
//! link to its page, and can answer it as they can there. Somebody to whom it was forwarded answers for themselves, under
//! their own address, and that answers nothing here.

use crate::entity::invitation::Participation;
use crate::reply::Reply;
use crate::rules::invitation::Content;
use base::Time;
use chrono::SubsecRound;
use std::collections::BTreeMap;

/// What is known of the invitation.
#[derive(Clone, Debug)]
pub struct Known {
    /// The mailbox's, and those to which its mails were sent; as they are compared.
    pub addresses: Vec<String>,
    pub sequence: i32,
    /// From this version on it has the time that it has now.
    pub same_since: i32,
    pub ends_at: Time,
    pub cancelled: bool,
    pub participation: Participation,
    /// When it was answered last, since it has this time.
    pub answered_at: Option<Time>,
}

/// What an answer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// They say this, as of then.
    Now(Participation, Time),
    /// They said so before, and still do.
    Still(Time),
    /// Nothing.
    Nothing(Why),
}

/// Why it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such invitation.
    Unknown,
    /// It does not say who answers, or when, or which version.
    Unclear,
    /// It is somebody's who is not invited.
    SomebodyElse,
    CalledOff,
    Over,
    /// It is about a time that no longer holds.
    OtherTime,
    /// It is about a version that was never told.
    NeverTold,
    /// It says neither yes nor no nor perhaps.
    NoAnswer,
    /// They have said something since.
    Older,
    /// It was taken before.
    Again,
}

impl Why {
    /// For the log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "no such invitation",
            Self::Unclear => "unclear",
            Self::SomebodyElse => "somebody else's",
            Self::CalledOff => "called off",
            Self::Over => "over",
            Self::OtherTime => "another time",
            Self::NeverTold => "never told",
            Self::NoAnswer => "no answer",
            Self::Older => "older than the last",
            Self::Again => "taken before",
        }
    }
}

/// What follows from an answer.
///
/// 1. One person answers, who is invited: by an address that the invitation went to.
/// 2. What is called off or over is not answered any more.
/// 3. The answer names the version that it is to (`SEQUENCE`). A later version with the same time is answered by it as well; one
///    with another time is not (RFC 5546 §2.1.4).
/// 4. Of two answers the one that was given later holds, in whatever order they come (`DTSTAMP`).
///
/// Whoever would like another time says beside that whether they come as it is planned, and that is taken; the time that they
/// would like is for people to read, in the mail.
pub fn answered(reply: &Reply, known: &Known, now: Time) -> Answered {
    decided(reply, known, now).unwrap_or_else(Answered::Nothing)
}

fn decided(reply: &Reply, known: &Known, now: Time) -> Result<Answered, Why> {
    let [attendee] = reply.attendees.as_slice() else { return Err(Why::Unclear) };
    if !attendee.addresses.iter().any(|address| known.addresses.contains(address)) {
        return Err(Why::SomebodyElse);
    }
    if known.cancelled {
        return Err(Why::CalledOff);
    }
    if known.ends_at <= now {
        return Err(Why::Over);
    }
    let sequence = reply.sequence.unwrap_or_default();
    match sequence {
        _ if reply.recurrence => return Err(Why::Unclear),
        _ if sequence > known.sequence => return Err(Why::NeverTold),
        _ if sequence < known.same_since => return Err(Why::OtherTime),
        _ => {}
    }
    let answer = answer(&attendee.answer, reply.counters).ok_or(Why::NoAnswer)?;
    // A clock that is fast does not speak of what comes later.
    let at = reply.stamp.ok_or(Why::Unclear)?.min(now);
    // Programs tell no fractions of seconds.
    let before = known.answered_at.map(|at| at.trunc_subsecs(0));
    match before {
        Some(before) if at < before => Err(Why::Older),
        Some(before) if at == before && answer == known.participation => Err(Why::Again),
        _ if answer == known.participation => Ok(Answered::Still(at)),
        _ => Ok(Answered::Now(answer, at)),
    }
}

/// `counters`: who asks for another time and says no more may come.
fn answer(said: &str, counters: bool) -> Option<Participation> {
    match said {
        "ACCEPTED" => Some(Participation::Accepted),
        "TENTATIVE" => Some(Participation::Tentative),
        "DECLINED" => Some(Participation::Declined),
        _ => counters.then_some(Participation::Tentative),
    }
}

/// From which version on an invitation has the time that it has now. `told`: by version, what its mails told.
pub fn same_since(told: &BTreeMap<i32, Content>, sequence: i32, now: &Content) -> i32 {
    let before = (0..sequence).rev();
    let same = before.take_while(|version| told.get(version).is_some_and(|told| !now.moved(told).time));
    same.last().unwrap_or(sequence)
}
