//! Cooperations: begun, joined, brought further, left. Whoever acts is held first, then the cooperation, so that a leaving and
//! a deed at once wait for each other in one order.

mod row;

use row::{free_code, hold, hold_people, inside, joined, known, newest, part, put, room_in, room_of, say};

use super::{Mail, done, tell};
use crate::NetworkingError;
use crate::entity::cooperation::Origin;
use crate::entity::cooperation_member::State as Part;
use crate::entity::{connection, cooperation, cooperation_member, cooperation_step, profile};
use crate::event::What;
use crate::load::{Member, avoids, taking_part};
use crate::mail::cooperation::{ASKED, About, INVITED, JOINED};
use crate::rules::cooperation::{Circle, State, Tie};
use crate::rules::term;
use base::{Actor, Uuid};
use chrono::TimeDelta;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use std::collections::BTreeSet;
use store::{DbErr, Store, Tx};
use web::form::Seen;

/// What its members say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cooperation {
    pub topic: Uuid,
    pub title: String,
    pub goal: String,
    pub circle: Circle,
    pub seeks: bool,
    pub wanted: String,
    pub next: String,
    pub next_owner: Option<Uuid>,
    pub next_on: Option<String>,
    /// One a line.
    pub links: String,
}

impl From<&cooperation::Model> for Cooperation {
    fn from(row: &cooperation::Model) -> Self {
        Self {
            topic: row.topic_id,
            title: row.title.clone(),
            goal: row.goal.clone(),
            circle: row.circle,
            seeks: row.seeks,
            wanted: row.wanted.clone(),
            next: row.next.clone(),
            next_owner: row.next_owner_id,
            next_on: row.next_on.clone(),
            links: row.links.clone(),
        }
    }
}

impl Cooperation {
    fn row(self) -> cooperation::ActiveModel {
        cooperation::ActiveModel {
            topic_id: Set(self.topic),
            title: Set(self.title),
            goal: Set(self.goal),
            circle: Set(self.circle),
            seeks: Set(self.seeks),
            wanted: Set(self.wanted),
            next: Set(self.next),
            next_owner_id: Set(self.next_owner),
            next_on: Set(self.next_on),
            links: Set(self.links),
            ..Default::default()
        }
    }
}

/// Begins one, as an idea, and invites those of one's contacts who are named. The same form sent twice begins one.
pub async fn start(
    store: &Store,
    member: &Member,
    id: Uuid,
    new: Cooperation,
    (origin, invited): (Origin, &BTreeSet<Uuid>),
) -> Result<String, NetworkingError> {
    let tx = store.begin().await?;
    let host = hold_people(&tx, member, invited).await?;
    if let Some(row) = cooperation::Entity::find().filter(cooperation::Column::Id.eq(id)).one(&*tx).await? {
        tx.rollback().await?;
        return Ok(row.code);
    }
    room_of(&tx, member.id()).await?;
    known(&tx, host, new.topic).await?;
    // Nobody else is in it yet.
    if new.next_owner.is_some_and(|owner| owner != member.id()) {
        return Err(NetworkingError::Unknown);
    }
    let (title, code) = (new.title.clone(), free_code(&tx, host).await?);
    let row = cooperation::ActiveModel {
        id: Set(id),
        host_id: Set(host),
        congress_id: Set(member.congress),
        code: Set(code.clone()),
        origin: Set(origin),
        hidden_at: Set(None),
        hidden_why: Set(String::new()),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
        ..new.row()
    };
    cooperation::Entity::insert(row).exec_without_returning(&*tx).await?;
    put(&tx, id, member.id(), Part::Joined, None).await?;
    say(&tx, id, (State::Idea, Some(member.id())), String::new()).await?;
    invite(&tx, member, id, invited).await?;
    done(tx, member.actor(), (member.congress, id), title, What::CooperationStarted).await?;
    Ok(code)
}

/// Changes what is said of it, and invites more. For those who are in it; who saw an older one is told.
pub async fn change(
    store: &Store,
    member: &Member,
    id: Uuid,
    new: Cooperation,
    (invited, seen): (&BTreeSet<Uuid>, &Seen),
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let about: BTreeSet<Uuid> = invited.iter().copied().chain(new.next_owner).collect();
    let host = hold_people(&tx, member, &about).await?;
    let row = joined(&tx, member, id).await?;
    let old = Cooperation::from(&row);
    if old != new {
        seen.check(&old)?;
        known(&tx, host, new.topic).await?;
        if let Some(owner) = new.next_owner
            && part(&tx, id, owner).await?.is_none_or(|row| row.state != Part::Joined)
        {
            return Err(NetworkingError::Unknown);
        }
    }
    let (title, changed) = (new.title.clone(), old != new);
    if changed {
        let change = cooperation::ActiveModel { changed_at: Set(tx.now()), ..new.row() };
        cooperation::Entity::update_many().set(change).filter(cooperation::Column::Id.eq(id)).exec(&*tx).await?;
    }
    if invite(&tx, member, id, invited).await? == 0 && !changed {
        return Ok(tx.rollback().await?);
    }
    done(tx, member.actor(), (member.congress, id), title, What::CooperationChanged).await
}

/// Answers an invitation; who invited them reads that they are in it. Answered twice alike, it is once.
pub async fn answer(store: &Store, member: &Member, id: Uuid, yes: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    let row = hold(&tx, id).await?;
    let own = part(&tx, id, member.id()).await?.ok_or(NetworkingError::Unknown)?;
    match own.state {
        Part::Invited => {}
        Part::Joined if yes => return Ok(tx.rollback().await?),
        Part::Declined if !yes => return Ok(tx.rollback().await?),
        _ => return Err(NetworkingError::Answered),
    }
    if yes {
        room_of(&tx, member.id()).await?;
    }
    put(&tx, id, member.id(), if yes { Part::Joined } else { Part::Declined }, own.invited_by_id).await?;
    if let Some(by) = own.invited_by_id.filter(|_| yes) {
        inform(&tx, (member.congress, JOINED), id, (by, member.id())).await?;
    }
    let what = if yes { What::CooperationJoined } else { What::CooperationLeft };
    finish(tx, (member.congress, id), row.title, what).await
}

/// Who is in what is theirs to show: the log says that it happened, and not who did it.
async fn finish(tx: Tx, about: (Uuid, Uuid), title: String, what: What) -> Result<(), NetworkingError> {
    done(tx, &Actor::system(), about, title, what).await
}

/// Asks to be let in, where partners are looked for and one sees that; those who are in it read so. Who was told no does not
/// ask again: those who are in it invite them. Twice is once.
pub async fn ask(store: &Store, member: &Member, id: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let profile = super::profile::hold(&tx, member.id()).await?;
    let row = hold(&tx, id).await?;
    if row.host_id != profile.host_id || row.hidden_at.is_some() || !row.circle.shows_to(Tie::Participant) {
        return Err(NetworkingError::Unknown);
    }
    match part(&tx, id, member.id()).await?.map(|row| row.state) {
        None | Some(Part::Declined | Part::Left) => {}
        Some(Part::Asked) => return Ok(tx.rollback().await?),
        Some(Part::Invited | Part::Joined | Part::Refused) => return Err(NetworkingError::Answered),
    }
    let state = newest(&tx, id).await?.map(|step| step.state);
    if !row.seeks || state.is_none_or(|state| state == State::Ended) {
        return Err(NetworkingError::Answered);
    }
    room_of(&tx, member.id()).await?;
    room_in(&tx, id, 1).await?;
    put(&tx, id, member.id(), Part::Asked, None).await?;
    for inside in inside(&tx, id).await? {
        inform(&tx, (member.congress, ASKED), id, (inside, member.id())).await?;
    }
    finish(tx, (member.congress, id), row.title, What::CooperationAsked).await
}

/// Lets somebody in who asked, and tells them so; or does not.
pub async fn decide(store: &Store, member: &Member, id: Uuid, other: Uuid, yes: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    hold_people(&tx, member, &BTreeSet::from([other])).await?;
    let row = joined(&tx, member, id).await?;
    let asked = part(&tx, id, other).await?.ok_or(NetworkingError::Unknown)?;
    if asked.state != Part::Asked {
        return Err(NetworkingError::Answered);
    }
    put(&tx, id, other, if yes { Part::Joined } else { Part::Refused }, None).await?;
    if yes {
        inform(&tx, (member.congress, JOINED), id, (other, other)).await?;
    }
    let what = if yes { What::CooperationJoined } else { What::CooperationLeft };
    finish(tx, (member.congress, id), row.title, what).await
}

/// Says how far it is. `seen`: the number of the step that was shown; if there is a newer one, nothing is said.
pub async fn step(
    store: &Store,
    member: &Member,
    id: Uuid,
    (state, note): (State, String),
    seen: i32,
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    let row = joined(&tx, member, id).await?;
    let now = newest(&tx, id).await?.ok_or(NetworkingError::Unknown)?;
    if now.number != seen {
        return Err(NetworkingError::StaleStep);
    }
    if !now.state.may_become(state) {
        return Err(NetworkingError::NoStep { from: now.state.name(), to: state.name() });
    }
    say(&tx, id, (state, Some(member.id())), note).await?;
    done(tx, member.actor(), (member.congress, id), row.title, What::CooperationStepped).await
}

/// Leaves it, or takes back that one asked. Once nobody is in it, it has ended. Twice is once.
pub async fn leave(store: &Store, member: &Member, id: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    let row = hold(&tx, id).await?;
    let own = part(&tx, id, member.id()).await?.ok_or(NetworkingError::Unknown)?;
    match own.state {
        Part::Joined => put(&tx, id, member.id(), Part::Left, own.invited_by_id).await?,
        // What was asked is taken back, as if it had never been.
        Part::Asked => {
            cooperation_member::Entity::delete_many()
                .filter(cooperation_member::Column::Id.eq(own.id))
                .exec(&*tx)
                .await?;
        }
        Part::Left => return Ok(tx.rollback().await?),
        Part::Invited | Part::Declined | Part::Refused => return Err(NetworkingError::Answered),
    }
    disown(&tx, member.id(), Some(id)).await?;
    end_if_empty(&tx, id).await?;
    finish(tx, (member.congress, id), row.title, What::CooperationLeft).await
}

/// Somebody leaves the directory, and with it all cooperations; their name stands nowhere in them any more.
pub(super) async fn end_of(tx: &Tx, profile: Uuid) -> Result<(), NetworkingError> {
    use cooperation_member::{Column, Entity};
    let parts = Entity::find().filter(Column::ProfileId.eq(profile)).all(&**tx).await?;
    let ids: BTreeSet<Uuid> = parts.iter().map(|row| row.cooperation_id).collect();
    cooperation::Entity::find()
        .filter(cooperation::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(cooperation::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    Entity::delete_many().filter(Column::ProfileId.eq(profile)).exec(&**tx).await?;
    Entity::update_many()
        .col_expr(Column::InvitedById, Expr::value(None::<Uuid>))
        .filter(Column::InvitedById.eq(profile))
        .exec(&**tx)
        .await?;
    cooperation_step::Entity::update_many()
        .col_expr(cooperation_step::Column::ProfileId, Expr::value(None::<Uuid>))
        .filter(cooperation_step::Column::ProfileId.eq(profile))
        .exec(&**tx)
        .await?;
    disown(tx, profile, None).await?;
    for id in ids {
        end_if_empty(tx, id).await?;
    }
    Ok(())
}

/// One has blocked the other: what either invited the other to is as if it had not been.
pub(super) async fn part_ways(tx: &Tx, one: Uuid, other: Uuid) -> Result<(), DbErr> {
    use cooperation_member::{Column, Entity};
    let invited = |who: Uuid, by: Uuid| Condition::all().add(Column::ProfileId.eq(who)).add(Column::InvitedById.eq(by));
    Entity::delete_many()
        .filter(Column::State.eq(Part::Invited))
        .filter(Condition::any().add(invited(one, other)).add(invited(other, one)))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Their next steps are nobody's.
async fn disown(tx: &Tx, profile: Uuid, only: Option<Uuid>) -> Result<(), DbErr> {
    let mut update = cooperation::Entity::update_many()
        .col_expr(cooperation::Column::NextOwnerId, Expr::value(None::<Uuid>))
        .filter(cooperation::Column::NextOwnerId.eq(profile));
    if let Some(id) = only {
        update = update.filter(cooperation::Column::Id.eq(id));
    }
    update.exec(&**tx).await.map(|_| ())
}

/// Ends one that nobody is in. What is asked of nobody is answered by nobody: invitations and requests end, too.
async fn end_if_empty(tx: &Tx, id: Uuid) -> Result<(), NetworkingError> {
    use cooperation_member::{Column, Entity};
    let of = || Entity::find().filter(Column::CooperationId.eq(id));
    if of().filter(Column::State.eq(Part::Joined)).count(&**tx).await? > 0 {
        return Ok(());
    }
    Entity::delete_many()
        .filter(Column::CooperationId.eq(id))
        .filter(Column::State.is_in([Part::Invited, Part::Asked]))
        .exec(&**tx)
        .await?;
    let ended = newest(tx, id).await?.is_some_and(|step| step.state == State::Ended);
    if ended { Ok(()) } else { say(tx, id, (State::Ended, None), String::new()).await }
}

/// Takes one off, or shows it again where `why` is none. Taken off, it shows to those who are in it, who read why, and to
/// nobody else. For those who run the directory.
pub async fn hide(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    why: Option<&str>,
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let row = hold(&tx, id).await?;
    if row.congress_id != congress {
        return Err(NetworkingError::Unknown);
    }
    if row.hidden_at.is_some() == why.is_some() {
        return Err(NetworkingError::Answered);
    }
    cooperation::Entity::update_many()
        .col_expr(cooperation::Column::HiddenAt, Expr::value(why.map(|_| tx.now())))
        .col_expr(cooperation::Column::HiddenWhy, Expr::value(why.unwrap_or_default()))
        .filter(cooperation::Column::Id.eq(id))
        .exec(&*tx)
        .await?;
    let what = match why {
        Some(why) => What::CooperationHidden { why: why.to_owned() },
        None => What::CooperationShown,
    };
    done(tx, actor, (congress, id), row.title, what).await
}

/// Invites those whom one knows, who take part and do not avoid one: the others are left out, and nobody notices. Who is in
/// it, or invited, stays so; who asked is let in by it; who said no or left is not asked again. How many are new.
async fn invite(tx: &Tx, member: &Member, id: Uuid, others: &BTreeSet<Uuid>) -> Result<usize, NetworkingError> {
    let since = tx.now() - TimeDelta::days(1);
    let mut today = cooperation_member::Entity::find()
        .filter(cooperation_member::Column::InvitedById.eq(member.id()))
        .filter(cooperation_member::Column::ChangedAt.gt(since))
        .count(&**tx)
        .await?;
    let mut new = 0;
    for other in others.iter().copied().filter(|other| *other != member.id()) {
        let one = std::cmp::min(member.id(), other);
        let two = std::cmp::max(member.id(), other);
        let known = connection::Entity::find()
            .filter(Condition::all().add(connection::Column::OneId.eq(one)).add(connection::Column::OtherId.eq(two)))
            .one(&**tx)
            .await?;
        let here = profile::Entity::find()
            .filter(profile::Column::Id.eq(other))
            .filter(profile::Column::Id.in_subquery(taking_part(member.congress)))
            .one(&**tx)
            .await?;
        if known.is_none() || here.is_none() || avoids(tx, other, member.id()).await? {
            continue;
        }
        let next = match part(tx, id, other).await?.map(|row| row.state) {
            Some(Part::Joined | Part::Invited | Part::Declined | Part::Left) => continue,
            Some(Part::Asked) => Part::Joined,
            Some(Part::Refused) | None => {
                room_in(tx, id, 1).await?;
                if today >= term::INTERESTS_A_DAY {
                    return Err(NetworkingError::TooOften);
                }
                today += 1;
                Part::Invited
            }
        };
        put(tx, id, other, next, Some(member.id())).await?;
        let about = if next == Part::Joined { (JOINED, other) } else { (INVITED, member.id()) };
        inform(tx, (member.congress, about.0), id, (other, about.1)).await?;
        new += 1;
    }
    Ok(new)
}

/// Writes to somebody what became of it, and whom it is about: once, however often it is done again.
async fn inform(
    tx: &Tx,
    (congress, kind): (Uuid, &'static str),
    id: Uuid,
    (to, from): (Uuid, Uuid),
) -> Result<(), NetworkingError> {
    let Some(profile) = profile::Entity::find().filter(profile::Column::Id.eq(to)).one(&**tx).await? else {
        return Ok(());
    };
    let cause = format!("{kind}:{id}:{to}:{from}");
    let payload = About { congress, cooperation: id, to, from, on: None };
    tell(tx, &profile, Mail { congress, kind, cause, payload, bulk: false }).await?;
    Ok(())
}
