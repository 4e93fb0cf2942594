//! The job `post.deliver`: one message, one attempt.

use crate::compose::{ComposeError, Draft, Due, Stream};
use crate::entity::delivery_event::{self, DEFERRED};
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::mail::{self, MailFault};
use crate::outbox::Outbox;
use crate::secret::without_secrets;
use crate::service::{self, Whose};
use crate::smtp::{Answer, Refusal, Smtp};
use crate::template::{self, Letter};
use crate::trouble::Trouble;
use base::{Actor, Uuid};
use chrono::TimeDelta;
use lettre::address::Envelope;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;
use store::job::JobError;
use store::{Store, reason, record};
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

/// How an attempt ended.
enum End {
    Sent(Answer),
    Held,
    /// No longer true: why.
    Dropped(String),
    Failed(Answer),
    InDoubt(Option<Answer>),
    /// Not accepted for now; it is tried again.
    Deferred(Answer),
    /// Others have to end first: after which time to ask again.
    NoTurn(Duration),
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

impl End {
    /// Whether it is for good, and because of the address: nobody there, or no room.
    fn tells_of_the_recipient(&self) -> bool {
        matches!(self, Self::Failed(Answer { code: Some(_), trouble: Some(Trouble::Recipient | Trouble::Full), .. }))
    }
}

struct Attempt<'a> {
    outbox: &'a Outbox,
    row: message::Model,
    /// This attempt's number.
    tried: i32,
    bulk: bool,
}

/// What is stored of a letter: no secret of any personal link.
struct Kept {
    subject: String,
    /// None: it is about a secret, and all of it must not be seen.
    text: Option<String>,
    html: Option<String>,
    /// Names of files, one a line.
    attachments: String,
}

/// How it ended, and the letter if it is not stored yet. None: somebody held it meanwhile, or another round has begun.
type Ended = Option<(End, Option<Kept>)>;

impl Attempt<'_> {
    async fn run(&self) -> Result<Ended, DbErr> {
        let row = &self.row;
        let ended = |end| Ok(Some((end, None)));
        let Some((stream, compose)) = self.outbox.composers.of(&row.kind) else {
            // A newer program's, while processes are replaced one by one.
            return ended(End::Deferred(text(format!("nobody composes mails of the kind {}", row.kind))));
        };
        if row.state == State::Sending && (*stream == Stream::Campaign || self.lost().await? >= LOSSES) {
            return ended(End::InDoubt(None));
        }
        // What cannot go now would be written again and again.
        if let Some(pause) = self.outbox.smtp.as_ref().and_then(|smtp| smtp.has_no_turn(&row.to_address, self.bulk)) {
            return ended(End::NoTurn(pause));
        }
        let draft = match compose(self.outbox.store.clone(), Due::from(row)).await {
            Ok(draft) => draft,
            Err(ComposeError::Gone(why)) => return ended(End::Dropped(why)),
            Err(ComposeError::Retry(why)) => return ended(End::Deferred(text(why))),
            Err(ComposeError::GiveUp(why)) => return ended(End::Failed(text(why))),
        };
        let letter = match template::render(row.language.parse().unwrap_or_default(), &draft, row.id) {
            Ok(letter) => letter,
            Err(e) => return ended(End::Failed(text(e.to_string()))),
        };
        let Some(smtp) = &self.outbox.smtp else { return Ok(Some((End::Held, Some(kept(letter, &draft))))) };
        let id = self.message_id();
        let mail = match mail::build(row, &id, &self.outbox.from, &draft, &letter, self.outbox.store.now()) {
            Ok(mail) => mail,
            Err(e) => {
                let trouble = if matches!(e, MailFault::Address(_)) { Trouble::Address } else { Trouble::Text };
                return Ok(Some((End::Failed(Answer::of(trouble, e.to_string())), Some(kept(letter, &draft)))));
            }
        };
        let bytes = match self.outbox.signed(mail.formatted()) {
            Ok(bytes) => bytes,
            Err(e) => return ended(End::Deferred(text(e.to_string()))),
        };
        // Held until the server has answered.
        let _turn = match smtp.turn(&row.to_address, self.bulk).await {
            Ok(turn) => turn,
            Err(pause) => return ended(End::NoTurn(pause)),
        };
        if !self.begin(&id, kept(letter, &draft)).await? {
            return Ok(None);
        }
        let envelope = self.outbox.envelope(row.id, mail.envelope());
        let end = self.hand_over(smtp, *stream, &envelope, &bytes).await?;
        Ok(Some((end, None)))
    }

    /// What the server makes of it. Whether it arrived is unknown when the connection was lost after the mail: tickets and
    /// log-in links go again, twice at most; whoever gets an answer that it cannot read would get it again and again.
    async fn hand_over(&self, smtp: &Smtp, stream: Stream, to: &Envelope, mail: &[u8]) -> Result<End, DbErr> {
        Ok(match smtp.send(to, mail).await {
            Ok(answer) => End::Sent(answer),
            Err(Refusal::ForNow(answer)) => End::Deferred(answer),
            Err(Refusal::ForGood(answer)) => End::Failed(answer),
            Err(Refusal::Unreadable(answer)) => End::InDoubt(Some(answer)),
            Err(Refusal::Lost(answer)) if stream == Stream::Campaign || self.lost().await? >= LOSSES => {
                End::InDoubt(Some(answer))
            }
            Err(Refusal::Lost(answer)) => End::Deferred(answer),
        })
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

    fn found_by(&self, letter: &Kept) -> String {
        service::found_by(&self.row.to_address, &self.row.to_name, Some(&letter.subject))
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
            search: Set(self.found_by(&letter)),
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

    /// Nothing, if it is no longer this round's: only what the server took is true of every round.
    async fn write(&self, end: &End, letter: Option<&Kept>) -> Result<(), DbErr> {
        let about = || (&self.row).into();
        let (state, answer, event) = match end {
            End::Sent(answer) => (State::Sent, Some(&*answer.text), Some(Event::Sent(about()))),
            End::Held => (State::Held, None, None),
            End::Dropped(why) => (State::Dropped, Some(&**why), Some(Event::Dropped(about()))),
            End::Failed(why) => {
                (State::Failed, Some(&*why.text), Some(Event::Failed { about: about(), code: why.code }))
            }
            End::InDoubt(why) => (State::InDoubt, why.as_ref().map(|a| &*a.text), Some(Event::InDoubt(about()))),
            End::Deferred(why) => (State::Waiting, Some(&*why.text), None),
            End::NoTurn(_) => return Ok(()),
        };
        let trouble = match end {
            End::Failed(why) | End::Deferred(why) | End::InDoubt(Some(why)) => why.trouble,
            End::InDoubt(None) => Some(Trouble::Lost),
            End::Sent(_) | End::Held | End::Dropped(_) | End::NoTurn(_) => None,
        };
        let tx = self.outbox.store.begin().await?;
        let mut update = message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(state.name()))
            .col_expr(message::Column::Attempts, Expr::value(self.tried))
            .col_expr(message::Column::Answer, Expr::value(answer.map(reason)))
            .col_expr(message::Column::Trouble, Expr::value(trouble.map(Trouble::name)));
        if let Some(letter) = letter {
            update = update
                .col_expr(message::Column::Search, Expr::value(self.found_by(letter)))
                .col_expr(message::Column::Subject, Expr::value(letter.subject.clone()))
                .col_expr(message::Column::Text, Expr::value(letter.text.clone()))
                .col_expr(message::Column::Html, Expr::value(letter.html.clone()))
                .col_expr(message::Column::Attachments, Expr::value(letter.attachments.clone()));
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
            let whose = Whose { mailbox: self.row.mailbox_id.filter(|_| end.tells_of_the_recipient()), report: None };
            service::note_of(&tx, self.row.id, noted, answer, trouble, whose).await?;
            if let Some(event) = event {
                record(&tx, &Actor::system(), event).await?;
            }
        }
        tx.commit().await
    }
}

fn kept(letter: Letter, draft: &Draft) -> Kept {
    let open = |text: String| draft.keep.then(|| without_secrets(&text));
    let files = draft.appointment.iter().chain(&draft.attachments);
    let attachments = files.map(|file| file.name.as_str()).collect::<Vec<_>>().join("\n");
    Kept { attachments, subject: letter.subject, text: open(letter.text), html: open(letter.html) }
}

/// It could not be written.
fn text(why: impl AsRef<str>) -> Answer {
    Answer::of(Trouble::Text, why)
}

/// 10 s, 20 s, 40 s … 30 min.
fn pause_after(tried: i32) -> Duration {
    FIRST_PAUSE.saturating_mul(1 << (tried - 1).clamp(0, 16)).min(LONGEST_PAUSE)
}
