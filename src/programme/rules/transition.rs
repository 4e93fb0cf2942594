//! What becomes of a submission: its states, and who may take it from one to another.
//!
//! 1. A submission is a draft until it is handed in. Whoever hands it in may take it back, and hand it in again, only
//!    while it is submitted and its call is open; until it is decided they then ask the organisers, who note it as
//!    *withdrawn*. What the organisers call off themselves is *cancelled*.
//! 2. Organisers decide **quietly** first: a *pending state* stands beside the state, and nobody else sees it. Announcing
//!    makes all pending states the states at once, and that is what is mailed. Organisers may also decide one at once.
//! 3. What is accepted takes place once whoever speaks has confirmed it, or an organiser for them. Until the congress is
//!    over they may also say no, before or after a yes: the last who does withdraws it, and the organisers are told.
//! 4. A decision was made on a text. If its submitter changes the text afterwards, the decision stays but is held back from
//!    the announcement, until an organiser has looked again and decides the same anew.
//! 5. A step that somebody takes meanwhile ends what was pending, except that a confirmation leaves a pending cancellation:
//!    who confirms does not know of it ([`pending_after`]).
//!
//! [`STEPS`] is the only table of this; [`allowed`] asks it, [`table`] prints it.

use std::fmt::Write;

/// What a submission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Not handed in: only its submitter sees it.
    Draft,
    Submitted,
    /// It may take place; whoever speaks has not said yet that they come.
    Accepted,
    Confirmed,
    Rejected,
    /// Called off by the organisers after they had accepted it.
    Cancelled,
    /// Taken back by whoever handed it in.
    Withdrawn,
}

impl State {
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Submitted,
        Self::Accepted,
        Self::Confirmed,
        Self::Rejected,
        Self::Cancelled,
        Self::Withdrawn,
    ];

    /// As it stands in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether it takes place as far as anybody knows, so that it may have a slot in a release.
    pub fn takes_place(self) -> bool {
        matches!(self, Self::Accepted | Self::Confirmed)
    }
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Whoever handed it in or speaks, behind their link.
    Submitter,
    Organiser,
    /// The announcement, which carries out what organisers decided before.
    Announcement,
}

impl By {
    pub const ALL: [Self; 3] = [Self::Submitter, Self::Organiser, Self::Announcement];

    fn name(self) -> &'static str {
        match self {
            Self::Submitter => "submitter",
            Self::Organiser => "organiser",
            Self::Announcement => "announcement",
        }
    }
}

/// What a step depends on beside the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Nothing,
    /// The call is open for this submission: by its dates, or by a late link.
    CallOpen,
    /// The congress is not over.
    Ahead,
    /// It was decided before, and its submitter has not changed it since.
    Decided,
}

impl Need {
    fn words(self) -> &'static str {
        match self {
            Self::Nothing => "always",
            Self::CallOpen => "while the call is open",
            Self::Ahead => "until the congress is over",
            Self::Decided => "if this is pending and the text unchanged since",
        }
    }
}

/// How things stand when somebody takes a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The call takes this submission now: by its dates, or because it came by a late link that still holds.
    pub call_open: bool,
    /// The congress has ended.
    pub over: bool,
    /// What is decided and not announced.
    pub pending: Option<State>,
    /// Its submitter has changed the text since that was decided.
    pub edited: bool,
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is so already.
    Same,
    /// From there nobody comes to there.
    NoSuchStep,
    /// Others may, this one not.
    NotYours,
    /// The call is closed: ask the organisers.
    CallClosed,
    Over,
    /// Nothing of that kind was decided.
    NotDecided,
    /// The text is another than the one that was decided on.
    Edited,
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub from: State,
    pub to: State,
    pub by: By,
    pub need: Need,
}

const fn step(from: State, to: State, by: By, need: Need) -> Step {
    Step { from, to, by, need }
}

/// Every step there is.
pub const STEPS: &[Step] = {
    use By::{Announcement, Organiser, Submitter};
    use Need::{Ahead, CallOpen, Decided, Nothing};
    use State::{Accepted, Cancelled, Confirmed, Draft, Rejected, Submitted, Withdrawn};
    &[
        step(Draft, Submitted, Submitter, CallOpen),
        step(Draft, Submitted, Organiser, Nothing),
        step(Submitted, Accepted, Organiser, Nothing),
        step(Submitted, Accepted, Announcement, Decided),
        step(Submitted, Rejected, Organiser, Nothing),
        step(Submitted, Rejected, Announcement, Decided),
        step(Submitted, Withdrawn, Submitter, CallOpen),
        step(Submitted, Withdrawn, Organiser, Nothing),
        step(Accepted, Submitted, Organiser, Nothing),
        step(Accepted, Confirmed, Submitter, Ahead),
        step(Accepted, Confirmed, Organiser, Nothing),
        step(Accepted, Rejected, Organiser, Nothing),
        step(Accepted, Rejected, Announcement, Decided),
        step(Accepted, Cancelled, Organiser, Nothing),
        step(Accepted, Cancelled, Announcement, Decided),
        step(Accepted, Withdrawn, Submitter, Ahead),
        step(Accepted, Withdrawn, Organiser, Nothing),
        step(Confirmed, Accepted, Organiser, Nothing),
        step(Confirmed, Cancelled, Organiser, Nothing),
        step(Confirmed, Cancelled, Announcement, Decided),
        step(Confirmed, Withdrawn, Submitter, Ahead),
        step(Confirmed, Withdrawn, Organiser, Nothing),
        step(Rejected, Submitted, Organiser, Nothing),
        step(Rejected, Accepted, Organiser, Nothing),
        step(Rejected, Accepted, Announcement, Decided),
        step(Cancelled, Accepted, Organiser, Nothing),
        step(Cancelled, Accepted, Announcement, Decided),
        step(Withdrawn, Submitted, Submitter, CallOpen),
        step(Withdrawn, Submitted, Organiser, Nothing),
    ]
};

/// Whether somebody may take a submission from one state to another, as things stand.
pub fn allowed(from: State, to: State, by: By, facts: &Facts) -> Result<(), Why> {
    if from == to {
        return Err(Why::Same);
    }
    let mut there = STEPS.iter().filter(|step| step.from == from && step.to == to).peekable();
    there.peek().ok_or(Why::NoSuchStep)?;
    let step = there.find(|step| step.by == by).ok_or(Why::NotYours)?;
    match step.need {
        Need::CallOpen if !facts.call_open => Err(Why::CallClosed),
        Need::Ahead if facts.over => Err(Why::Over),
        Need::Decided if facts.pending != Some(to) => Err(Why::NotDecided),
        Need::Decided if facts.edited => Err(Why::Edited),
        _ => Ok(()),
    }
}

/// The states that somebody could choose now, for the buttons of a page.
pub fn choices(from: State, by: By, facts: &Facts) -> Vec<State> {
    State::ALL.into_iter().filter(|to| allowed(from, *to, by, facts).is_ok()).collect()
}

/// What can be decided quietly: whatever an announcement could carry out.
pub fn pendings(state: State) -> Vec<State> {
    let announced = STEPS.iter().filter(|step| step.from == state && step.by == By::Announcement);
    announced.map(|step| step.to).collect()
}

/// The pending state after an organiser has decided quietly. Deciding for what it is already takes a decision back.
pub fn decide(state: State, to: State) -> Result<Option<State>, Why> {
    if state == to {
        return Ok(None);
    }
    if pendings(state).contains(&to) { Ok(Some(to)) } else { Err(Why::NoSuchStep) }
}

/// What an announcement makes of a submission: its new state, beside which nothing is pending any more. Nothing, if
/// nothing was decided. Held back, if the text is another since.
pub fn announce(state: State, facts: &Facts) -> Result<Option<State>, Why> {
    let Some(to) = facts.pending else { return Ok(None) };
    allowed(state, to, By::Announcement, facts).map(|()| Some(to))
}

/// What is still pending after a step. Whoever decides openly overrules what was decided quietly, and a withdrawal ends
/// it; what submitters do without knowing of it leaves it, as long as it can still be announced.
pub fn pending_after(to: State, by: By, pending: Option<State>) -> Option<State> {
    pending.filter(|pending| by == By::Submitter && pendings(to).contains(pending))
}

/// The table as Markdown, for people who read about the program.
pub fn table() -> String {
    let mut text = String::from("| from | to | by | when |\n|---|---|---|---|\n");
    for Step { from, to, by, need } in STEPS {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {} | {} | {} | {} |", from.name(), to.name(), by.name(), need.words());
    }
    text
}
