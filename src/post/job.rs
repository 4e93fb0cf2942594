//! The job `post.deliver`: one message, one attempt.

use crate::attempt::{self, End, Kept};
use crate::compose::Stream;
use crate::entity::delivery_event::{self, DEFERRED};
use crate::entity::message::{self, State};
use crate::outbox::Outbox;
use crate::service::{self, found_by};
use crate::smtp::Refusal;
use crate::trouble::Trouble;
use base::Uuid;
use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;
use store::Store;
use store::job::JobError;
use tokio::time::sleep;

/// The kind of the job.
pub const DELIVER: &str = "post.deliver";

/// How long a mail is tried, counted from when it was last put into the outbox.
const PERSISTENCE: TimeDelta = TimeDelta::hours(72);
const FIRST_PAUSE: Duration = Duration::from_secs(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(30 * 60);
/// How often a mail goes again of which nobody knows whether it arrived.
const LOSSES: u64 = 2;
/// Up to how many milliseconds longer a mail waits whose turn it is not: those that were asked for at once come one by one.
const SPREAD: u64 = 20_000;

#[derive(Deserialize)]
struct Payload {
    message: Uuid,
    round: i32,
    /// One of many.
    #[serde(default)]
    bulk: bool,
}

/// Delivers a message, or notes why not.
///
/// It is written from the facts as they are now. Without a mail server it is held, and stays so when one is set. The
/// state `sending` is committed before the first word to the server; who finds it there follows a lost worker, and
/// sends tickets and log-in links again under the same Message-ID, while a campaign's mail stops as in doubt. Refused
/// for now: again after 10 seconds, doubled each time up to half an hour, for 72 hours. Refused for good: failed, with
/// the server's answer.
pub async fn deliver(outbox: &Outbox, payload: Value) -> Result<(), JobError> {
    let payload: Payload = serde_json::from_value(payload).map_err(JobError::give_up)?;
    let Some(row) = due(&outbox.store, &payload).await? else { return Ok(()) };
    let attempt = Attempt { outbox, tried: row.attempts.saturating_add(1), row, bulk: payload.bulk };
    let end = Box::pin(attempt.run()).await?;
    match end {
        Some((end, letter)) => Box::pin(attempt.settle(end, letter)).await,
        None => Ok(()),
    }
}

/// The message, if this round is its last and it has not ended.
async fn due(store: &Store, payload: &Payload) -> Result<Option<message::Model>, DbErr> {
    message::Entity::find()
        .filter(message::Column::Id.eq(payload.message))
        .filter(message::Column::Round.eq(payload.round))
        .filter(message::Column::State.is_in([State::Waiting, State::Sending]))
        .one(store.read())
        .await
}

struct Attempt<'a> {
    outbox: &'a Outbox,
    row: message::Model,
    /// This attempt's number.
    tried: i32,
    bulk: bool,
}

/// How it ended, and the letter if it is not stored yet. None: somebody held it meanwhile, or another round has begun.
type Ended = Option<(End, Option<Kept>)>;

impl Attempt<'_> {
    async fn run(&self) -> Result<Ended, DbErr> {
        let (outbox, row) = (self.outbox, &self.row);
        let ended = |end| Ok(Some((end, None)));
        let stream = outbox.composers.of(&row.kind).map(|(stream, _)| *stream);
        if row.state == State::Sending && (stream == Some(Stream::Campaign) || self.lost().await? >= LOSSES) {
            return ended(End::InDoubt(None));
        }
        // What cannot go now would be written again and again.
        if let Some(pause) = outbox.smtp.as_ref().and_then(|smtp| smtp.has_no_turn(&row.to_address, self.bulk)) {
            return ended(End::NoTurn(pause));
        }
        let written = match attempt::written(outbox, row).await {
            Ok(written) => written,
            Err(end) => return ended(end),
        };
        if written.is_held(outbox, row).await? {
            return Ok(Some((End::Held, Some(written.kept()))));
        }
        let Some(smtp) = &outbox.smtp else { return Ok(Some((End::Held, Some(written.kept())))) };
        let id = self.message_id();
        let sealed = match written.sealed(outbox, row, &id) {
            Ok(sealed) => sealed,
            Err(end) => return Ok(Some((end, Some(written.kept())))),
        };
        // Held until the server has answered.
        let _turn = match smtp.turn(&row.to_address, self.bulk).await {
            Ok(turn) => turn,
            Err(pause) => return ended(End::NoTurn(pause)),
        };
        let stream = written.stream;
        if !self.begin(&id, written.kept()).await? {
            return Ok(None);
        }
        let heard = smtp.send(&sealed.envelope, &sealed.bytes).await;
        // Tickets and log-in links go again, twice at most; whoever gets an answer that it cannot read would get it again and
        // again.
        let again = matches!(heard, Err(Refusal::Lost(_))) && stream != Stream::Campaign && self.lost().await? < LOSSES;
        ended(End::of(heard, again))
    }

    /// How often it was lost in this round.
    async fn lost(&self) -> Result<u64, DbErr> {
        delivery_event::Entity::find()
            .filter(delivery_event::Column::MessageId.eq(self.row.id))
            .filter(delivery_event::Column::Trouble.eq(Trouble::Lost))
            .filter(delivery_event::Column::At.gte(self.row.queued_at))
            .count(self.outbox.store.read())
            .await
    }

    /// The stored Message-ID; at the first attempt it gets the domain that it then keeps.
    fn message_id(&self) -> String {
        if self.row.message_id.contains('@') {
            self.row.message_id.clone()
        } else {
            format!("{}@{}", self.row.message_id, self.outbox.domain())
        }
    }

    /// Commits that it is being sent, and as what; if a worker was lost over it before, that too, since it may have arrived
    /// then. `false`: it was held meanwhile, and perhaps released into another round,
    /// whose job sends it.
    async fn begin(&self, message_id: &str, letter: Kept) -> Result<bool, DbErr> {
        let tx = self.outbox.store.begin().await?;
        let change = message::ActiveModel {
            state: Set(State::Sending),
            sending_at: Set(Some(tx.now())),
            attempts: Set(self.tried),
            message_id: Set(message_id.to_owned()),
            search: Set(found_by(&self.row.to_address, &self.row.to_name, Some(&letter.subject))),
            subject: Set(Some(letter.subject)),
            text: Set(letter.text),
            html: Set(letter.html),
            attachments: Set(letter.attachments),
            ..Default::default()
        };
        let began = message::Entity::update_many()
            .set(change)
            .filter(message::Column::Id.eq(self.row.id))
            .filter(message::Column::Round.eq(self.row.round))
            .filter(message::Column::State.is_in([State::Waiting, State::Sending]))
            .exec(&*tx)
            .await?;
        if began.rows_affected == 1 && self.row.state == State::Sending {
            service::note(&tx, self.row.id, DEFERRED, None, Some(Trouble::Lost)).await?;
        }
        tx.commit().await?;
        Ok(began.rows_affected == 1)
    }

    /// Writes how it ended. What the server took must not be sent again because the database was busy for a moment:
    /// several tries.
    async fn settle(&self, end: End, letter: Option<Kept>) -> Result<(), JobError> {
        let end = match end {
            End::NoTurn(pause) => {
                let more = Duration::from_millis(self.outbox.store.chance().below(SPREAD));
                return Err(JobError::NotYet(pause + more));
            }
            End::Deferred(answer) if self.outbox.store.now() - self.row.queued_at >= PERSISTENCE => End::Failed(answer),
            end => end,
        };
        let mut pause = Duration::from_millis(200);
        while let Err(e) = self.write(&end, letter.as_ref()).await {
            if pause > Duration::from_secs(10) {
                return Err(e.into());
            }
            tracing::warn!(message = %self.row.id, "what became of a mail is not written yet: {e}");
            sleep(pause).await;
            pause *= 3;
        }
        match end {
            End::Deferred(answer) => Err(JobError::retry_after(answer.text, pause_after(self.tried))),
            _ => Ok(()),
        }
    }

    async fn write(&self, end: &End, letter: Option<&Kept>) -> Result<(), DbErr> {
        let tx = self.outbox.store.begin().await?;
        let ended = attempt::Ended { row: &self.row, end, letter, tried: self.tried, of_many: false };
        attempt::settle(&tx, &ended, &[State::Waiting, State::Sending]).await?;
        tx.commit().await
    }
}

/// 10 s, 20 s, 40 s … 30 min.
fn pause_after(tried: i32) -> Duration {
    FIRST_PAUSE.saturating_mul(1 << (tried - 1).clamp(0, 16)).min(LONGEST_PAUSE)
}
