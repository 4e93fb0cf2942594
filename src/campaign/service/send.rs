//! Sending: a job that takes the recipients who are queued, a few at a time, for as long as a job may take, and comes back.

use super::campaign::{begin_at, hold, start_within, stop_within, write};
use crate::entity::campaign::{self, Model, State, halt};
use crate::entity::recipient;
use crate::mail::{LETTER, Payload, cause};
use crate::query::addressee::addressees;
use crate::query::recipient::obstacle;
use crate::rules::letter::faults;
use crate::rules::plan::{is_late, is_stale, next_window};
use crate::{CampaignError, Event};
use base::{Actor, Time, Uuid};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use identity::entity::mailbox;
use post::bulk::{CONNECTIONS, Source, Stop, doubt, id_of, run};
use post::{NewMessage, Outbox, PostError};
use sea_orm::sea_query::{CaseStatement, Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::job::JobError;
use store::{Store, Tx, record};

/// The job that begins a campaign whose time has come.
pub const BEGIN: &str = "campaign.begin";
/// The job after a congress was put off.
pub const MOVED: &str = "campaign.moved";
/// The job that sends one.
pub const SEND: &str = "campaign.send";

/// How long a job sends before it lets others pass.
const AT_ONCE: Duration = Duration::from_secs(60);
/// How long it waits when the mail server takes nothing.
const BREATH: Duration = Duration::from_secs(60);
/// So many are looked at for one who may be written to.
const LOOKED_AT: u64 = 20;

#[derive(Deserialize)]
struct Begin {
    campaign: Uuid,
    at: Time,
}

#[derive(Deserialize)]
struct Send {
    campaign: Uuid,
}

/// Begins a campaign whose time has come: with whom its segment means then. One whose time is long over, or whose letter cannot
/// go out any more, stops and is shown. A plan that was changed meanwhile, or moved with its congress, is another job's.
pub async fn begin(store: &Store, payload: Value) -> Result<(), JobError> {
    let payload: Begin = serde_json::from_value(payload).map_err(JobError::give_up)?;
    Box::pin(begin_one(store, &payload)).await.map_err(JobError::of)
}

async fn begin_one(store: &Store, payload: &Begin) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = match hold(&tx, payload.campaign).await {
        Ok(row) => row,
        Err(CampaignError::Unknown) => return Ok(tx.rollback().await?),
        Err(e) => return Err(e),
    };
    if row.state != State::Planned || row.planned_at != Some(payload.at) {
        return Ok(tx.rollback().await?);
    }
    let system = Actor::system();
    let shown = crate::mail::shown(&tx, row.congress_id, &row.blocks).await?;
    if is_late(payload.at, tx.now()) {
        stop_within(&tx, &system, row, Some(halt::LATE)).await?;
    } else if !faults(&row.subject, &row.blocks, |block| shown.is_public(block)).is_empty() {
        stop_within(&tx, &system, row, Some(halt::FAULTY)).await?;
    } else {
        match start_within(&tx, &system, row.clone()).await {
            Err(CampaignError::Nobody) => {
                let done = Model { state: State::Done, ended_at: Some(tx.now()), ..row.clone() };
                write(&tx, &done).await?;
                let event = Event::Finished { congress: row.congress_id, campaign: row.id, name: row.name };
                record(&tx, &system, event).await?;
            }
            other => other?,
        }
    }
    Ok(tx.commit().await?)
}

/// When one begins that goes by the congress, as the congress is now. None: it goes by nothing, or there is no such time.
async fn by_congress(tx: &Tx, row: &Model) -> Result<Option<Time>, CampaignError> {
    let Some(relative) = row.relative() else { return Ok(None) };
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(CampaignError::Unknown)?;
    let zone = congress::rules::check_zone(&congress.zone)?;
    Ok(relative.at((congress.starts_at, congress.ends_at), zone))
}

/// The congress is at another time: what goes by it begins at another time, too. What would have begun already stops: nobody who
/// puts a congress forward expects mails to go out by that.
pub async fn moved(store: &Store, congress: Uuid) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let planned = campaign::Entity::find()
        .filter(campaign::Column::CongressId.eq(congress))
        .filter(campaign::Column::State.eq(State::Planned))
        .lock(LockType::NoKeyUpdate)
        .all(&*tx)
        .await?;
    for row in planned.into_iter().filter(|row| row.relative().is_some()) {
        match by_congress(&tx, &row).await?.filter(|at| Some(*at) != row.planned_at) {
            Some(at) if at <= tx.now() => stop_within(&tx, &Actor::system(), row, Some(halt::LATE)).await?,
            Some(at) => {
                write(&tx, &Model { planned_at: Some(at), ..row.clone() }).await?;
                begin_at(&tx, row.id, at).await?;
            }
            None => {}
        }
    }
    Ok(tx.commit().await?)
}

/// Sends to those who are still queued, for a minute, and asks to come back. At night it waits for the morning. What had stood
/// still for long, since the program did not run or the database is a copy from before, stops instead: somebody looks first.
pub async fn send(outbox: &Outbox, payload: Value) -> Result<(), JobError> {
    let payload: Send = serde_json::from_value(payload).map_err(JobError::give_up)?;
    let Some((source, pause)) = Box::pin(open(outbox, payload.campaign)).await.map_err(JobError::of)? else {
        return Ok(());
    };
    if let Some(pause) = pause {
        return Err(JobError::NotYet(pause));
    }
    match Box::pin(run(outbox, &source, AT_ONCE)).await.map_err(JobError::of)? {
        Stop::Time => Err(JobError::NotYet(Duration::ZERO)),
        Stop::Server => Err(JobError::NotYet(BREATH)),
        Stop::Empty => Box::pin(source.close(&outbox.store)).await.map_err(JobError::of),
    }
}

/// Takes the campaign up: what another run was sending is in doubt from now on. None: there is nothing to send.
async fn open(outbox: &Outbox, campaign: Uuid) -> Result<Option<(Queue, Option<Duration>)>, CampaignError> {
    let tx = outbox.store.begin().await?;
    let row = match hold(&tx, campaign).await {
        Ok(row) => row,
        Err(CampaignError::Unknown) => return Ok(None),
        Err(e) => return Err(e),
    };
    give_up(&tx, row.id).await?;
    if row.state != State::Running {
        tx.commit().await?;
        return Ok(None);
    }
    if row.progressed_at.is_some_and(|at| is_stale(at, tx.now())) {
        stop_within(&tx, &Actor::system(), row, Some(halt::STALE)).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(CampaignError::Unknown)?;
    let zone = congress::rules::check_zone(&congress.zone)?;
    let next = next_window(tx.now(), zone, row.at_night);
    let pause = (next - tx.now()).to_std().ok().filter(|pause| !pause.is_zero());
    let run = tx.id();
    let now = Model { run: Some(run), progressed_at: Some(next), ..row.clone() };
    write(&tx, &now).await?;
    tx.commit().await?;
    Ok(Some((Queue { campaign: row.id, run, names: Mutex::default() }, pause)))
}

/// Whatever is still taken for being sent is in doubt: its worker is lost, or gave it up in the middle.
async fn give_up(tx: &Tx, campaign: Uuid) -> Result<(), store::DbErr> {
    let lost: Vec<Uuid> = recipient::Entity::find()
        .select_only()
        .column(recipient::Column::MessageId)
        .filter(recipient::Column::CampaignId.eq(campaign))
        .filter(recipient::Column::Run.is_not_null())
        .filter(recipient::Column::MessageId.is_not_null())
        .into_tuple()
        .all(&**tx)
        .await?;
    if lost.is_empty() {
        return Ok(());
    }
    doubt(tx, &lost).await?;
    let_go(tx, &lost).await
}

/// The recipients of one campaign who are queued, for one run.
struct Queue {
    campaign: Uuid,
    run: Uuid,
    /// What those are called who are looked at: read for all of them at once, not for each as its turn comes.
    names: Mutex<HashMap<Uuid, String>>,
}

#[derive(FromQueryResult)]
struct Next {
    id: Uuid,
    address: String,
    language: String,
    obstacle: Option<String>,
}

impl Queue {
    /// Nobody is queued any more: it is done, unless it was stopped meanwhile.
    async fn close(&self, store: &Store) -> Result<(), CampaignError> {
        let tx = store.begin().await?;
        let row = hold(&tx, self.campaign).await?;
        if row.state != State::Running || row.run != Some(self.run) {
            return Ok(tx.rollback().await?);
        }
        give_up(&tx, row.id).await?;
        let now = Model { state: State::Done, ended_at: Some(tx.now()), run: None, ..row.clone() };
        write(&tx, &now).await?;
        let event = Event::Finished { congress: row.congress_id, campaign: row.id, name: row.name };
        record(&tx, &Actor::system(), event).await?;
        Ok(tx.commit().await?)
    }

    async fn next(&self, tx: &Tx, most: usize) -> Result<Vec<NewMessage>, PostError> {
        let row = campaign::Entity::find_by_id(self.campaign).lock(LockType::NoKeyUpdate).one(&**tx).await?;
        // Somebody stopped it, or another run has taken it up.
        let Some(row) = row.filter(|row| row.state == State::Running && row.run == Some(self.run)) else {
            return Ok(vec![]);
        };
        loop {
            let next = queued(tx, &row).await?;
            if next.is_empty() {
                return Ok(vec![]);
            }
            let mut skipped: HashMap<String, Vec<Uuid>> = HashMap::new();
            let mut some = vec![];
            for one in next {
                match one.obstacle {
                    Some(why) => skipped.entry(why).or_default().push(one.id),
                    None => some.push(one),
                }
            }
            for (why, mailboxes) in skipped {
                skip(tx, row.id, &why, mailboxes).await?;
            }
            // None of them may be written to: on to the next.
            if !some.is_empty() {
                self.name(tx, &row, &some).await?;
                some.truncate(most);
                return Ok(self.take(&row, some));
            }
        }
    }

    /// Reads what they are called, unless that is known of all whose turn is next.
    async fn name(&self, tx: &Tx, row: &Model, some: &[Next]) -> Result<(), PostError> {
        let names = || self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let next = some.iter().take(CONNECTIONS);
        if next.map(|one| one.id).all(|id| names().contains_key(&id)) {
            return Ok(());
        }
        let ids: Vec<Uuid> = some.iter().map(|one| one.id).collect();
        let mut known = addressees(tx, row.congress_id, &ids).await?;
        *names() = ids.into_iter().map(|id| (id, known.remove(&id).unwrap_or_default().name)).collect();
        Ok(())
    }

    fn take(&self, row: &Model, some: Vec<Next>) -> Vec<NewMessage> {
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = Vec::with_capacity(some.len());
        for one in some {
            let new = NewMessage {
                congress_id: Some(row.congress_id),
                kind: LETTER,
                cause: cause(row.id, one.id),
                mailbox_id: Some(one.id),
                about_id: None,
                to_name: names.remove(&one.id).unwrap_or_default(),
                to_address: one.address,
                language: one.language.parse().unwrap_or_default(),
                payload: json!(Payload { campaign: row.id, mailbox: Some(one.id) }),
                bulk: true,
            };
            taken.push(new);
        }
        taken
    }

    /// Writes that there are mails, once they are there.
    async fn mark(&self, tx: &Tx, taken: &[NewMessage]) -> Result<(), PostError> {
        let of = |case: CaseStatement, new: &NewMessage| {
            case.case(recipient::Column::MailboxId.eq(new.mailbox_id), id_of(&new.cause))
        };
        let message = taken.iter().fold(CaseStatement::new(), of);
        recipient::Entity::update_many()
            .col_expr(recipient::Column::State, Expr::value("taken"))
            .col_expr(recipient::Column::MessageId, message.into())
            .col_expr(recipient::Column::Run, Expr::value(self.run))
            .filter(recipient::Column::CampaignId.eq(self.campaign))
            .filter(recipient::Column::MailboxId.is_in(taken.iter().map(|new| new.mailbox_id)))
            .exec(&**tx)
            .await?;
        Ok(())
    }
}

impl Source for Queue {
    fn take<'a>(&'a self, tx: &'a Tx, most: usize) -> BoxFuture<'a, Result<Vec<NewMessage>, PostError>> {
        self.next(tx, most).boxed()
    }

    fn begun<'a>(&'a self, tx: &'a Tx, taken: &'a [NewMessage]) -> BoxFuture<'a, Result<(), PostError>> {
        self.mark(tx, taken).boxed()
    }

    fn settled<'a>(&'a self, tx: &'a Tx, messages: Vec<Uuid>) -> BoxFuture<'a, Result<(), PostError>> {
        async move { Ok(let_go(tx, &messages).await?) }.boxed()
    }
}

/// The next who are queued, and what keeps a mail from each now. Whoever asks holds the campaign, so no two take the same.
async fn queued(tx: &Tx, row: &Model) -> Result<Vec<Next>, store::DbErr> {
    recipient::Entity::find()
        .select_only()
        .column(mailbox::Column::Id)
        .columns([mailbox::Column::Address, mailbox::Column::Language])
        .column_as(obstacle(row), "obstacle")
        .join(
            JoinType::InnerJoin,
            recipient::Entity::belongs_to(mailbox::Entity)
                .from(recipient::Column::MailboxId)
                .to(mailbox::Column::Id)
                .into(),
        )
        .filter(recipient::Column::CampaignId.eq(row.id))
        .filter(recipient::Column::State.eq(recipient::State::Queued))
        .order_by_asc(recipient::Column::MailboxId)
        .limit(LOOKED_AT)
        .into_model()
        .all(&**tx)
        .await
}

async fn skip(tx: &Tx, campaign: Uuid, why: &str, mailboxes: Vec<Uuid>) -> Result<(), store::DbErr> {
    recipient::Entity::update_many()
        .col_expr(recipient::Column::State, Expr::value("skipped"))
        .col_expr(recipient::Column::Reason, Expr::value(why))
        .filter(recipient::Column::CampaignId.eq(campaign))
        .filter(recipient::Column::MailboxId.is_in(mailboxes))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Their mails are not being sent any more. By the mails alone: each is one recipient's, and the campaign has thousands.
async fn let_go(tx: &Tx, messages: &[Uuid]) -> Result<(), store::DbErr> {
    recipient::Entity::update_many()
        .col_expr(recipient::Column::Run, Expr::value(None::<Uuid>))
        .filter(recipient::Column::MessageId.is_in(messages.iter().copied()))
        .exec(&**tx)
        .await
        .map(|_| ())
}
