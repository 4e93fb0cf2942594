//! Invitations follow what holds: made, moved and called off by a job that compares what was told with what the newest
//! release and the bookings say. Asked for again it does nothing, and many changes before it runs are one.

use crate::CalendarError;
use crate::answers::Answers;
use crate::entity::invitation::{ActiveModel, Column, Entity, Model, Participation, Role, Told};
use crate::mail::{INVITATION_MAIL, Payload};
use crate::query::guest::{Guest, Key, guests};
use crate::rules::invitation::{Moved, Step, step};
use base::Uuid;
use congress::entity::congress::Phase;
use congress::service::congress::hold;
use identity::entity::mailbox;
use post::NewMessage;
use programme::entity::{session_speaker, submission};
use registration::entity::attendee;
use sea_orm::sea_query::IntoCondition;
use sea_orm::{ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{DbErr, Store, Tx};

/// The job that does it.
pub const RECONCILE: &str = "calendar.invitations";
/// So many a statement.
const CHUNK: usize = 1_000;

/// Whose invitations are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Everybody's.
    All,
    /// Of those who have a seat.
    Seats,
    /// To one session.
    Session(Uuid),
    /// To the session that came of something that was handed in.
    Submission(Uuid),
    /// To whatever somebody speaks in, if those who speak there were told of it: of what was released in silence nobody learns by
    /// an address that is put right.
    Speaker(Uuid),
    /// Of this attendee's mailbox.
    Attendee(Uuid),
    /// Of the mailboxes of an order's attendees.
    Order(Uuid),
}

/// Invitations of a congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub congress: Uuid,
    pub whose: Whose,
}

/// Brings the invitations into line with what holds, in one transaction, and puts one mail into the outbox for each that
/// changed. Of a congress that is not open yet nobody learns anything. `answers`: where those to new ones go. Gives how many
/// changed.
pub async fn reconcile(store: &Store, scope: &Scope, answers: &Answers) -> Result<usize, CalendarError> {
    let tx = store.begin().await?;
    let congress = hold(&tx, scope.congress).await?;
    if congress.phase == Phase::Draft {
        tx.rollback().await?;
        return Ok(0);
    }
    let open = Entity::find()
        .filter(Column::CongressId.eq(congress.id))
        .filter(Column::CancelledAt.is_null())
        .all(&*tx)
        .await?;
    let fits = fitting(&tx, &scope.whose, &open).await?;
    let mut told: BTreeMap<Key, Model> = open.into_iter().map(|row| ((row.mailbox_id, row.slot_id), row)).collect();
    let mut holds = guests(&tx, &congress).await?;
    let keys: BTreeSet<Key> = told.keys().chain(holds.keys()).copied().collect();
    let of = Of { congress: congress.id, organiser: answers.organiser(&congress) };
    let mut changed = vec![];
    for key in keys {
        let (told, holds) = (told.remove(&key), holds.remove(&key));
        // What was told and what holds go together: of one alone the other would be made anew, or called off.
        let was = told.as_ref().is_some_and(|row| fits.takes(&key, row.role, row.session_id));
        if was || holds.as_ref().is_some_and(|guest| fits.takes(&key, guest.role, guest.session)) {
            changed.extend(settle(&tx, &of, key, told, holds).await?);
        }
    }
    let n = changed.len();
    let waited_for = matches!(scope.whose, Whose::Attendee(_) | Whose::Order(_));
    tell(&tx, changed, !waited_for).await?;
    tx.commit().await?;
    Ok(n)
}

/// Which of them are looked at.
enum Fits {
    All,
    Seats,
    Sessions(HashSet<Uuid>),
    Mailboxes(HashSet<Uuid>),
}

impl Fits {
    fn takes(&self, (mailbox, _): &Key, role: Role, session: Uuid) -> bool {
        match self {
            Self::All => true,
            Self::Seats => role == Role::Seat,
            Self::Sessions(only) => only.contains(&session),
            Self::Mailboxes(only) => only.contains(mailbox),
        }
    }
}

async fn fitting(tx: &Tx, whose: &Whose, open: &[Model]) -> Result<Fits, DbErr> {
    Ok(match whose {
        Whose::All => Fits::All,
        Whose::Seats => Fits::Seats,
        Whose::Session(session) => Fits::Sessions(HashSet::from([*session])),
        Whose::Submission(id) => {
            let row = submission::Entity::find_by_id(*id).one(&**tx).await?;
            Fits::Sessions(row.and_then(|row| row.session_id).into_iter().collect())
        }
        Whose::Speaker(id) => {
            let rows = session_speaker::Entity::find().filter(session_speaker::Column::SpeakerId.eq(*id));
            let told: HashSet<Uuid> =
                open.iter().filter(|row| row.role != Role::Seat).map(|row| row.session_id).collect();
            let theirs = rows.all(&**tx).await?.into_iter().map(|row| row.session_id);
            Fits::Sessions(theirs.filter(|session| told.contains(session)).collect())
        }
        Whose::Attendee(id) => mailboxes(tx, attendee::Column::Id.eq(*id), open).await?,
        Whose::Order(id) => mailboxes(tx, attendee::Column::OrderId.eq(*id), open).await?,
    })
}

/// Those of these attendees, also the ones that their tickets belonged to before.
async fn mailboxes(tx: &Tx, whose: impl IntoCondition, open: &[Model]) -> Result<Fits, DbErr> {
    let now = attendee::Entity::find().filter(whose).all(&**tx).await?;
    let ids: HashSet<Uuid> = now.iter().map(|row| row.id).collect();
    let before = open.iter().filter(|row| row.attendee_id.is_some_and(|id| ids.contains(&id)));
    Ok(Fits::Mailboxes(before.map(|row| row.mailbox_id).chain(now.iter().map(|row| row.mailbox_id)).collect()))
}

/// Of which congress new ones are, and whom they name as who invites.
struct Of {
    congress: Uuid,
    organiser: String,
}

/// Does the next step of one. Gives what changed, as it is then.
async fn settle(tx: &Tx, of: &Of, key: Key, told: Option<Model>, holds: Option<Guest>) -> Result<Vec<Model>, DbErr> {
    // At that time there is something else now.
    if let (Some(row), Some(guest)) = (&told, &holds)
        && row.session_id != guest.session
    {
        let mut both = Box::pin(settle(tx, of, key, told, None)).await?;
        both.extend(Box::pin(settle(tx, of, key, None, holds)).await?);
        return Ok(both);
    }
    let what = step(told.as_ref().map(|row| &row.content.0), holds.as_ref().map(|guest| &guest.content), tx.now());
    let changed = match (what, told, holds) {
        (Step::Invite, None, Some(guest)) => Some(invite(tx, of, key, guest).await?),
        (Step::Move(moved), Some(row), Some(guest)) => Some(change(tx, row, guest, moved).await?),
        (Step::Cancel, Some(row), _) => Some(cancel(tx, row).await?),
        (Step::Nothing, Some(row), Some(guest)) => {
            keep(tx, row, guest).await?;
            None
        }
        _ => None,
    };
    Ok(changed.into_iter().collect())
}

async fn invite(tx: &Tx, of: &Of, (mailbox, slot): Key, guest: Guest) -> Result<Model, DbErr> {
    let row = Model {
        id: tx.id(),
        congress_id: of.congress,
        mailbox_id: mailbox,
        slot_id: slot,
        session_id: guest.session,
        role: guest.role,
        attendee_id: guest.attendee,
        name: guest.name,
        uid: tx.chance().opaque_id(),
        sequence: 0,
        content: Told(guest.content),
        invited_at: tx.now(),
        changed_at: tx.now(),
        cancelled_at: None,
        participation: Participation::NeedsAction,
        answered_at: None,
        organiser: Some(of.organiser.clone()),
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&**tx).await?;
    Ok(row)
}

async fn change(tx: &Tx, row: Model, guest: Guest, moved: Moved) -> Result<Model, DbErr> {
    // Whoever said that they come said it of another time.
    let again = moved.time && row.participation != Participation::NeedsAction;
    let (sequence, now) = (row.sequence.saturating_add(1), tx.now());
    let row = Model { sequence, changed_at: now, ..of_guest(row, guest) };
    let row = if again { Model { participation: Participation::NeedsAction, answered_at: None, ..row } } else { row };
    write(tx, &row).await?;
    Ok(row)
}

/// What it is called and as what they are invited is kept as it is now, and told with the next mail.
async fn keep(tx: &Tx, row: Model, guest: Guest) -> Result<(), DbErr> {
    let now = of_guest(row.clone(), guest);
    if now == row { Ok(()) } else { write(tx, &now).await }
}

fn of_guest(row: Model, guest: Guest) -> Model {
    Model { content: Told(guest.content), role: guest.role, attendee_id: guest.attendee, name: guest.name, ..row }
}

async fn cancel(tx: &Tx, row: Model) -> Result<Model, DbErr> {
    let (sequence, now) = (row.sequence.saturating_add(1), tx.now());
    let row = Model { sequence, changed_at: now, cancelled_at: Some(now), ..row };
    write(tx, &row).await?;
    Ok(row)
}

async fn write(tx: &Tx, row: &Model) -> Result<(), DbErr> {
    let set = ActiveModel { id: NotSet, ..row.clone().into_active_model().reset_all() };
    Entity::update_many().set(set).filter(Column::Id.eq(row.id)).exec(&**tx).await.map(|_| ())
}

/// One mail for each that changed.
async fn tell(tx: &Tx, changed: Vec<Model>, bulk: bool) -> Result<(), CalendarError> {
    for some in changed.chunks(CHUNK) {
        let of = mailbox::Column::Id.is_in(some.iter().map(|row| row.mailbox_id));
        let boxes = mailbox::Entity::find().filter(of).all(&**tx).await?;
        let boxes: HashMap<Uuid, mailbox::Model> = boxes.into_iter().map(|to| (to.id, to)).collect();
        let of = attendee::Column::Id.is_in(some.iter().filter_map(|row| row.attendee_id));
        let orders = attendee::Entity::find().filter(of).all(&**tx).await?;
        let orders: HashMap<Uuid, Uuid> = orders.into_iter().map(|row| (row.id, row.order_id)).collect();
        for row in some {
            let Some(to) = boxes.get(&row.mailbox_id) else { continue };
            let payload = Payload { invitation: row.id, sequence: row.sequence, content: row.content.0.clone() };
            let new = NewMessage {
                congress_id: Some(row.congress_id),
                kind: INVITATION_MAIL,
                cause: crate::mail::cause(row.id, row.sequence),
                mailbox_id: Some(to.id),
                about_id: row.attendee_id.and_then(|id| orders.get(&id)).copied(),
                to_address: to.address.clone(),
                to_name: row.name.clone(),
                language: to.language.parse().unwrap_or_default(),
                payload: json!(payload),
                bulk,
            };
            post::enqueue(tx, new).await?;
        }
    }
    Ok(())
}
