//! The draft of the programme, as the desk shows it: a day by room, what is parked, what is wrong. A fixed number of
//! statements, whatever its size.

use crate::rules::board::{Board, board};
use base::{Actor, Time, Uuid};
use chrono::NaiveDate;
use congress::query::by_id;
use programme::ProgrammeError;
use programme::entity::slot::Kind;
use programme::query::history::{self, Step};
use programme::query::plan::{Draft, SlotView, draft};
use programme::query::release::drafted;
use programme::query::{held, newest};
use programme::rules::change::changes;
use programme::rules::clash::Clash;
use programme::rules::day::{self, Day};
use programme::rules::plan::Span;
use std::collections::HashSet;
use store::Conn;
use web::{CongressHead, Fields};

/// What is asked for: all of it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub day: Option<NaiveDate>,
    /// Which slot is open.
    pub slot: Option<Uuid>,
    /// Something new is open.
    pub add: Option<Kind>,
    /// What of the parking space is shown.
    pub track: Option<Uuid>,
    pub kind: Option<Uuid>,
    pub text: String,
    /// Warnings of all days, not of this one alone.
    pub all: bool,
}

impl Asked {
    pub fn read(fields: &Fields) -> Self {
        Self {
            day: fields.get("day").parse().ok(),
            slot: fields.get("slot").parse().ok(),
            add: match fields.get("add") {
                "break" => Some(Kind::Break),
                "blocker" => Some(Kind::Blocker),
                _ => None,
            },
            track: fields.get("track").parse().ok(),
            kind: fields.get("type").parse().ok(),
            text: fields.get("text").trim().chars().take(100).collect(),
            all: fields.get("warnings") == "all",
        }
    }
}

/// A day of the draft.
#[derive(Clone, Debug)]
pub struct ScheduleView {
    pub asked: Asked,
    pub draft: Draft,
    pub day: Day,
    /// The slots of the day, by their place in the draft.
    pub on_day: Vec<usize>,
    pub board: Board,
    /// What is parked and asked for, by its place in the draft; and how much is parked in all.
    pub parked: Vec<usize>,
    pub parked_in_all: usize,
    pub clashes: Vec<Clash>,
    /// What who looks did last.
    pub last: Option<Step>,
    /// The newest release, and how many things differ from it.
    pub release: Option<(String, usize)>,
}

impl ScheduleView {
    /// The slot that is open.
    pub fn open(&self) -> Option<&SlotView> {
        self.asked.slot.and_then(|id| self.draft.slot(id))
    }

    /// What is wrong with a slot.
    pub fn of(&self, slot: Uuid) -> impl Iterator<Item = &Clash> {
        self.clashes.iter().filter(move |clash| clash.slot == slot || clash.other == Some(slot))
    }
}

/// A day of the draft: the one that is asked for, else that of the open slot, else today, else the first.
pub async fn load(
    conn: &Conn,
    head: &CongressHead,
    actor: &Actor,
    asked: Asked,
    now: Time,
) -> Result<ScheduleView, ProgrammeError> {
    let congress = by_id(conn, head.id).await?.ok_or(congress::CongressError::Unknown)?;
    let draft = draft(conn, &congress).await?;
    let frame = &draft.frame;
    let date = |time: Time| day::date(time, frame.zone, frame.night);
    let of_slot = asked.slot.and_then(|id| draft.slot(id)).and_then(|slot| slot.span).map(|span| date(span.from));
    let known = |wanted: NaiveDate| frame.days.iter().find(|day| day.date == wanted).copied();
    let whole = |date: NaiveDate| Day { date, span: day::whole(date, frame.zone, frame.night) };
    let day = asked.day.and_then(known).or_else(|| of_slot.and_then(known)).or_else(|| known(date(now)));
    let day = day.or_else(|| frame.days.first().copied()).unwrap_or_else(|| whole(date(congress.starts_at)));
    let slots = draft.slots.iter().enumerate();
    let on_day: Vec<(usize, Span)> = slots
        .filter_map(|(at, slot)| slot.span.filter(|span| date(span.from) == day.date).map(|span| (at, span)))
        .collect();
    let rooms: Vec<Uuid> = draft.rooms.iter().map(|room| room.id).collect();
    let placed: Vec<(Span, Option<Uuid>, bool)> = on_day
        .iter()
        .map(|(at, span)| (*span, draft.slots[*at].room, draft.slots[*at].kind != Kind::Session))
        .collect();
    let board = board(day.span, frame.zone, &rooms, &placed);
    let parked: Vec<usize> =
        draft.slots.iter().enumerate().filter(|(_, slot)| slot.span.is_none()).map(|(at, _)| at).collect();
    let parked_in_all = parked.len();
    let parked = parked.into_iter().filter(|at| wanted(&draft, &asked, &draft.slots[*at])).collect();
    let clashes = draft.clashes();
    let last = history::last(conn, head.id, actor.kind.id(), now).await?;
    let release = match newest(conn, head.id).await? {
        Some(release) => {
            let (before, after) = (held(conn, release.id).await?, drafted(conn, head.id).await?);
            Some((release.name, changes(&before, &after, &HashSet::new()).len()))
        }
        None => None,
    };
    let on_day = on_day.into_iter().map(|(at, _)| at).collect();
    Ok(ScheduleView { asked, draft, day, on_day, board, parked, parked_in_all, clashes, last, release })
}

/// Whether something parked is asked for.
fn wanted(draft: &Draft, asked: &Asked, slot: &SlotView) -> bool {
    let session = slot.session.and_then(|id| draft.sessions.get(&id));
    let of = |wanted: Option<Uuid>, own: Option<Uuid>| wanted.is_none() || own == wanted;
    let text = base::name::fold(&asked.text);
    let said = || {
        let names = session.into_iter().flat_map(|session| &session.speakers);
        let names = names.filter_map(|id| draft.speakers.get(id)).map(|speaker| speaker.name.clone());
        let title = draft.title(slot);
        base::name::fold(&[title.de.clone(), title.en.clone()].into_iter().chain(names).collect::<Vec<_>>().join(" "))
    };
    of(asked.track, session.and_then(|session| session.track))
        && of(asked.kind, session.and_then(|session| session.kind))
        && (text.is_empty() || text.split(' ').all(|word| said().contains(word)))
}
