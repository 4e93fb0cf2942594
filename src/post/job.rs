//! The job `post.deliver`: one message, one attempt.

use crate::compose::{ComposeError, Draft, Due, Stream};
use crate::entity::delivery_event::DEFERRED;
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::outbox::Outbox;
use crate::secret::without_secrets;
use crate::smtp::{Answer, Refusal};
use crate::template::{self, Letter};
use crate::{mail, service};
use base::{Actor, Uuid};
use chrono::TimeDelta;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;
use store::job::JobError;
use store::{Store, record};
use tokio::time::sleep;

/// The kind of the job.
pub const DELIVER: &str = "post.deliver";

/// How long a mail is tried, counted from when it was last put into the outbox.
const PERSISTENCE: TimeDelta = TimeDelta::hours(72);
const FIRST_PAUSE: Duration = Duration::from_secs(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(30 * 60);

#[derive(Deserialize)]
struct Payload {
    message: Uuid,
    round: i32,
}

/// How an attempt ended.
enum End {
    Sent(Answer),
    Held,
    Dropped(Answer),
    Failed(Answer),
    InDoubt,
    /// Not now.
    Deferred(Answer),
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
    let attempt = Attempt { outbox, tried: row.attempts.saturating_add(1), row };
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
}

/// What is stored of a letter: no secret of any personal link.
struct Kept {
    subject: String,
    /// None: it is about a secret, and all of it must not be seen.
    text: Option<String>,
    html: Option<String>,
}

/// How it ended, and the letter if it is not stored yet. None: somebody held it meanwhile, or another round has begun.
type Ended = Option<(End, Option<Kept>)>;

impl Attempt<'_> {
    async fn run(&self) -> Result<Ended, DbErr> {
        let row = &self.row;
        let ended = |end| Ok(Some((end, None)));
        let Some((stream, compose)) = self.outbox.composers.of(&row.kind) else {
            // A newer program's, while processes are replaced one by one.
            return ended(End::Deferred(format!("nobody composes mails of the kind {}", row.kind).into()));
        };
        if row.state == State::Sending && *stream == Stream::Campaign {
            return ended(End::InDoubt);
        }
        let draft = match compose(self.outbox.store.clone(), Due::from(row)).await {
            Ok(draft) => draft,
            Err(ComposeError::Gone(why)) => return ended(End::Dropped(why.into())),
            Err(ComposeError::Retry(why)) => return ended(End::Deferred(why.into())),
            Err(ComposeError::GiveUp(why)) => return ended(End::Failed(why.into())),
        };
        let letter = match template::render(row.language.parse().unwrap_or_default(), &draft, row.id) {
            Ok(letter) => letter,
            Err(e) => return ended(End::Failed(e.to_string().into())),
        };
        let Some(smtp) = &self.outbox.smtp else { return Ok(Some((End::Held, Some(kept(letter, &draft))))) };
        let id = self.message_id();
        let mail = match mail::build(row, &id, &self.outbox.from, &draft, &letter, self.outbox.store.now()) {
            Ok(mail) => mail,
            Err(e) => return Ok(Some((End::Failed(e.to_string().into()), Some(kept(letter, &draft))))),
        };
        if !self.begin(&id, kept(letter, &draft)).await? {
            return Ok(None);
        }
        ended(match smtp.send(mail.envelope(), &mail.formatted()).await {
            Ok(answer) => End::Sent(answer),
            Err(Refusal::ForNow(answer)) => End::Deferred(answer),
            Err(Refusal::ForGood(answer)) => End::Failed(answer),
            Err(Refusal::Unknown(_)) if *stream == Stream::Campaign => End::InDoubt,
            Err(Refusal::Unknown(answer)) => End::Deferred(answer),
        })
    }

    /// The stored Message-ID; at the first attempt it gets the domain that it then keeps.
    fn message_id(&self) -> String {
        if self.row.message_id.contains('@') {
            self.row.message_id.clone()
        } else {
            format!("{}@{}", self.row.message_id, self.outbox.domain())
        }
    }

    /// Commits that it is being sent, and as what. `false`: it was held meanwhile, and perhaps released into another round,
    /// whose job sends it.
    async fn begin(&self, message_id: &str, letter: Kept) -> Result<bool, DbErr> {
        let tx = self.outbox.store.begin().await?;
        let change = message::ActiveModel {
            state: Set(State::Sending),
            sending_at: Set(Some(tx.now())),
            attempts: Set(self.tried),
            message_id: Set(message_id.to_owned()),
            subject: Set(Some(letter.subject)),
            text: Set(letter.text),
            html: Set(letter.html),
            ..Default::default()
        };
        let began = message::Entity::update_many()
            .set(change)
            .filter(message::Column::Id.eq(self.row.id))
            .filter(message::Column::Round.eq(self.row.round))
            .filter(message::Column::State.is_in([State::Waiting, State::Sending]))
            .exec(&*tx)
            .await?;
        tx.commit().await?;
        Ok(began.rows_affected == 1)
    }

    /// Writes how it ended. What the server took must not be sent again because the database was busy for a moment:
    /// several tries.
    async fn settle(&self, end: End, letter: Option<Kept>) -> Result<(), JobError> {
        let end = match end {
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

    /// Nothing, if it is no longer this round's: only what the server took is true of every round.
    async fn write(&self, end: &End, letter: Option<&Kept>) -> Result<(), DbErr> {
        let (state, answer, event) = match end {
            End::Sent(answer) => (State::Sent, Some(answer), Some(Event::Sent((&self.row).into()))),
            End::Held => (State::Held, None, None),
            End::Dropped(why) => (State::Dropped, Some(why), Some(Event::Dropped((&self.row).into()))),
            End::Failed(why) => {
                (State::Failed, Some(why), Some(Event::Failed { about: (&self.row).into(), code: why.code }))
            }
            End::InDoubt => (State::InDoubt, None, Some(Event::InDoubt((&self.row).into()))),
            End::Deferred(why) => (State::Waiting, Some(why), None),
        };
        let answer = answer.map(|answer| answer.text.as_str());
        let tx = self.outbox.store.begin().await?;
        let mut update = message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(state.name()))
            .col_expr(message::Column::Attempts, Expr::value(self.tried))
            .col_expr(message::Column::Answer, Expr::value(answer.map(str::to_owned)));
        if let Some(letter) = letter {
            update = update
                .col_expr(message::Column::Subject, Expr::value(letter.subject.clone()))
                .col_expr(message::Column::Text, Expr::value(letter.text.clone()))
                .col_expr(message::Column::Html, Expr::value(letter.html.clone()));
        }
        if state == State::Sent {
            update = update.col_expr(message::Column::SentAt, Expr::value(tx.now()));
        } else {
            update = update.filter(message::Column::Round.eq(self.row.round));
        }
        let moved = update
            .filter(message::Column::Id.eq(self.row.id))
            .filter(message::Column::State.is_in([State::Waiting, State::Sending]))
            .exec(&*tx)
            .await?;
        if moved.rows_affected == 1 {
            let noted = if state == State::Waiting { DEFERRED } else { state.name() };
            service::note(&tx, self.row.id, noted, answer).await?;
            if let Some(event) = event {
                record(&tx, &Actor::system(), event).await?;
            }
        }
        tx.commit().await
    }
}

fn kept(letter: Letter, draft: &Draft) -> Kept {
    let open = |text: String| draft.keep.then(|| without_secrets(&text));
    Kept { subject: letter.subject, text: open(letter.text), html: open(letter.html) }
}

/// 10 s, 20 s, 40 s … 30 min.
fn pause_after(tried: i32) -> Duration {
    FIRST_PAUSE.saturating_mul(1 << (tried - 1).clamp(0, 16)).min(LONGEST_PAUSE)
}
