//! What happened to an order, its tickets and its mails, from the event rows.

use crate::rules::timeline::{Mark, group};
use base::{Text, Time, Uuid};
use post::query::MessageLine;
use registration::query::attendee::{AttendeeView, addresses};
use registration::query::chosen::{self, Ticket};
use registration::query::order::OrderView;
use registration::query::waiting::WaitingView;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};
use store::event::{Line, Log};
use store::{Conn, DbErr};
use ticketing::entity::category;

/// Groups of lines, newest first, and what the ids in them are called.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub groups: Vec<Vec<Line>>,
    pub attendees: HashMap<Uuid, String>,
    pub addresses: HashMap<Uuid, String>,
    pub categories: HashMap<Uuid, Text>,
    /// What the server answered when a mail failed or its fate became unknown: the mail, when, the answer. Oldest first.
    pub answers: Vec<(Uuid, Time, String)>,
}

impl Timeline {
    /// The newest line about this object of which one of these was the verb: who changed it last.
    pub fn newest(&self, object: Uuid, verbs: &[&str]) -> Option<&Line> {
        self.groups.iter().flatten().find(|line| line.object_id == object && verbs.contains(&&*line.verb))
    }

    /// What the server answered, of which this line tells: the last that was noted by then.
    pub fn answer(&self, line: &Line) -> Option<&str> {
        let told = |(mail, at, _): &&(Uuid, Time, String)| *mail == line.object_id && *at <= line.at;
        self.answers.iter().rfind(told).map(|(_, _, answer)| answer.as_str())
    }

    /// Only what concerns one ticket: what was done to it, to all of its order, and the mails to where it was sent.
    #[must_use]
    pub fn of_ticket(self, attendee: &AttendeeView, mails: &[MessageLine]) -> Self {
        let id = attendee.attendee.id;
        let lines: Vec<Line> = self.groups.into_iter().flatten().collect();
        let mut boxes: BTreeSet<Uuid> =
            lines.iter().filter(|l| l.object_id == id).filter_map(|l| uuid(&l.detail["before"]["mailbox"])).collect();
        boxes.insert(attendee.attendee.mailbox_id);
        let mut mine: BTreeSet<Uuid> =
            mails.iter().filter(|m| m.mailbox_id.is_some_and(|b| boxes.contains(&b))).map(|m| m.id).collect();
        mine.insert(id);
        let concerns = |line: &Line| {
            mine.contains(&line.object_id)
                || match line.verb.as_str() {
                    "order.placed" => true,
                    "order.address-corrected" => {
                        let ends = [&line.detail["before"]["mailbox"], &line.detail["after"]["mailbox"]];
                        ends.into_iter().filter_map(uuid).any(|b| boxes.contains(&b))
                    }
                    "order.cancelled" | "order.restored" => names(line, id, &attendee.name()),
                    "order.mail-requested" => {
                        let (one, mailbox) = (uuid(&line.detail["attendee"]), uuid(&line.detail["mailbox"]));
                        one.is_none_or(|one| one == id) && mailbox.is_none_or(|b| boxes.contains(&b))
                    }
                    _ => false,
                }
        };
        let lines = lines.into_iter().filter(concerns).collect();
        Self { groups: grouped(lines), ..self }
    }
}

/// Whether a cancellation was of this attendee: by id, and by name in events from before ids stood there.
fn names(line: &Line, id: Uuid, name: &str) -> bool {
    match line.detail["attendees"].as_array() {
        Some(ids) => ids.iter().any(|one| uuid(one) == Some(id)),
        None => line.detail["names"].as_array().is_some_and(|names| names.iter().any(|one| one == name)),
    }
}

/// An id in the detail of an event.
pub fn uuid(value: &serde_json::Value) -> Option<Uuid> {
    value.as_str()?.parse().ok()
}

/// All that happened to an order, its tickets and these mails of it. Three statements, and one if a mail did not arrive.
pub async fn of_order(conn: &Conn, view: &OrderView, mails: &[MessageLine]) -> Result<Timeline, DbErr> {
    let mut objects = vec![view.order.id];
    objects.extend(view.attendees.iter().map(|a| a.attendee.id));
    objects.extend(mails.iter().map(|mail| mail.id));
    let lines = store::event::timeline(conn, &objects).await?;
    let (boxes, kinds) = mentioned(&lines);
    let categories = category::Entity::find().filter(category::Column::Id.is_in(kinds)).all(conn).await?;
    let ended = |line: &&Line| matches!(line.verb.as_str(), "message.failed" | "message.bounced" | "message.in_doubt");
    let lost: BTreeSet<Uuid> = lines.iter().filter(ended).map(|line| line.object_id).collect();
    let answers = match lost.is_empty() {
        true => vec![],
        false => post::query::answers(conn, &lost.into_iter().collect::<Vec<_>>()).await?,
    };
    Ok(Timeline {
        answers,
        groups: grouped(lines),
        attendees: view.attendees.iter().map(|a| (a.attendee.id, a.name())).collect(),
        addresses: addresses(conn, boxes).await?,
        categories: categories.into_iter().map(|c| (c.id, c.name.0)).collect(),
    })
}

/// All that happened to one thing that events name by itself. One statement.
pub async fn of_object(conn: &Conn, object: Uuid) -> Result<Timeline, DbErr> {
    let lines = store::event::timeline(conn, &[object]).await?;
    Ok(Timeline { groups: grouped(lines), ..Timeline::default() })
}

/// Lines of any kind, with what they are about.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Without lines of its own: what the ids in them are called.
    pub names: Timeline,
    pub mails: Vec<MessageLine>,
    pub tickets: HashMap<Uuid, Ticket>,
    /// Codes of orders.
    pub orders: HashMap<Uuid, String>,
}

/// What the ids in these lines of a log are called. Eight statements, however many lines; five for the installation, to
/// which no orders belong.
pub async fn named(conn: &Conn, log: Log, lines: &[Line]) -> Result<Named, DbErr> {
    let of_kind =
        |kind: &str| lines.iter().filter(|l| l.object_kind == kind).map(|l| l.object_id).collect::<BTreeSet<_>>();
    let (mut people, mut orders, messages) = (of_kind("attendee"), of_kind("order"), of_kind("message"));
    people.extend(lines.iter().filter_map(|line| uuid(&line.detail["attendee"])));
    let congress = match log {
        Log::Congress(id) => Some(id),
        Log::Installation => None,
    };
    let tickets = match congress {
        Some(id) => chosen::tickets(conn, id, people).await?,
        None => HashMap::new(),
    };
    orders.extend(tickets.values().map(|ticket| ticket.order));
    let (boxes, kinds) = mentioned(lines);
    let categories = category::Entity::find().filter(category::Column::Id.is_in(kinds)).all(conn).await?;
    let messages: Vec<Uuid> = messages.into_iter().collect();
    let staff = identity::query::names(conn, of_kind("account")).await?;
    let waiting = waiting_names(conn, congress, of_kind("waiting")).await?;
    let programs = identity::query::token_names(conn, of_kind("api_token")).await?;
    let tickets_and_actors =
        tickets.iter().map(|(id, ticket)| (*id, ticket.name.clone())).chain(staff).chain(programs).chain(waiting);
    Ok(Named {
        names: Timeline {
            groups: vec![],
            answers: vec![],
            attendees: tickets_and_actors.collect(),
            addresses: addresses(conn, boxes).await?,
            categories: categories.into_iter().map(|c| (c.id, c.name.0)).collect(),
        },
        mails: post::query::chosen(conn, congress, &messages).await?,
        orders: match congress {
            Some(id) => chosen::codes(conn, id, orders).await?,
            None => HashMap::new(),
        },
        tickets,
    })
}

/// Who waits, by the names they gave.
async fn waiting_names(conn: &Conn, congress: Option<Uuid>, ids: BTreeSet<Uuid>) -> Result<Vec<(Uuid, String)>, DbErr> {
    use congress::entity::waiting;
    let Some(congress) = congress.filter(|_| !ids.is_empty()) else { return Ok(vec![]) };
    let rows = waiting::Entity::find()
        .filter(waiting::Column::CongressId.eq(congress))
        .filter(waiting::Column::Id.is_in(ids))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// What happened to somebody who waits. Three statements, and one if a mail did not arrive.
pub async fn of_waiting(conn: &Conn, view: &WaitingView, mails: &[MessageLine]) -> Result<Timeline, DbErr> {
    let objects: Vec<Uuid> = std::iter::once(view.row.id).chain(mails.iter().map(|mail| mail.id)).collect();
    let lines = store::event::timeline(conn, &objects).await?;
    let (boxes, _) = mentioned(&lines);
    Ok(Timeline {
        answers: vec![],
        groups: grouped(lines),
        attendees: HashMap::from([(view.row.id, view.row.name.clone())]),
        addresses: addresses(conn, boxes).await?,
        categories: HashMap::new(),
    })
}

/// Mailboxes and categories in the details of lines.
fn mentioned(lines: &[Line]) -> (BTreeSet<Uuid>, BTreeSet<Uuid>) {
    let (mut boxes, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    for side in lines.iter().flat_map(|line| [&line.detail["before"], &line.detail["after"]]) {
        boxes.extend(uuid(&side["mailbox"]));
        kinds.extend(uuid(&side["category"]));
    }
    let tied = lines.iter().filter_map(|line| line.detail["changed"]["categories"].as_array());
    kinds.extend(tied.flatten().filter_map(|side| side.as_array()).flatten().filter_map(uuid));
    boxes.extend(lines.iter().filter_map(|line| uuid(&line.detail["mailbox"])));
    (boxes, kinds)
}

pub(super) fn grouped(lines: Vec<Line>) -> Vec<Vec<Line>> {
    group(lines, |line| Mark {
        object: line.object_id,
        same: line.verb.starts_with("check-in.").then(|| format!("{} {}", line.verb, line.detail["reason"])),
    })
}
