//! One attempt to send a mail, as far as it is the same for one that somebody waits for and for one of many: written from the
//! facts, sealed as the server gets it, and what is kept of how it ended.

use crate::compose::{ComposeError, Draft, Due, Stream};
use crate::entity::delivery_event::{DEFERRED, REWORDED};
use crate::entity::mail_text::OwnWords;
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::mail::{self, MailFault};
use crate::outbox::Outbox;
use crate::secret::without_secrets;
use crate::service::{self, FIRST, Whose, found_by};
use crate::smtp::{Answer, Refusal};
use crate::template::{self, Letter};
use crate::text as own;
use crate::trouble::Trouble;
use base::Actor;
use lettre::address::Envelope;
use locale::Words;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::time::Duration;
use store::{Tx, reason, record};

/// How an attempt ended.
pub(crate) enum End {
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

impl End {
    /// What the server makes of a mail. Whether it arrived is unknown when the connection was lost after it: `again`, whether it
    /// is sent once more then.
    pub(crate) fn of(heard: Result<Answer, Refusal>, again: bool) -> Self {
        match heard {
            Ok(answer) => Self::Sent(answer),
            Err(Refusal::ForNow(answer)) => Self::Deferred(answer),
            Err(Refusal::ForGood(answer)) => Self::Failed(answer),
            Err(Refusal::Unreadable(answer)) => Self::InDoubt(Some(answer)),
            Err(Refusal::Lost(answer)) if again => Self::Deferred(answer),
            Err(Refusal::Lost(answer)) => Self::InDoubt(Some(answer)),
        }
    }

    /// Whether it would be the same with every other mail now.
    pub(crate) fn is_the_servers(&self) -> bool {
        let Self::Deferred(answer) = self else { return false };
        answer.trouble.is_some_and(|trouble| trouble.is_ours() || trouble == Trouble::Busy)
    }

    /// Whether it is for good, and because of the address: nobody there, or no room.
    fn tells_of_the_recipient(&self) -> bool {
        matches!(self, Self::Failed(Answer { code: Some(_), trouble: Some(Trouble::Recipient | Trouble::Full), .. }))
    }

    fn state(&self) -> State {
        match self {
            Self::Sent(_) => State::Sent,
            Self::Held => State::Held,
            Self::Dropped(_) => State::Dropped,
            Self::Failed(_) => State::Failed,
            Self::InDoubt(_) => State::InDoubt,
            Self::Deferred(_) | Self::NoTurn(_) => State::Waiting,
        }
    }

    fn answer(&self) -> Option<&str> {
        match self {
            Self::Sent(answer) | Self::Failed(answer) | Self::Deferred(answer) | Self::InDoubt(Some(answer)) => {
                Some(&answer.text)
            }
            Self::Dropped(why) => Some(why),
            Self::Held | Self::InDoubt(None) | Self::NoTurn(_) => None,
        }
    }

    fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Failed(why) | Self::Deferred(why) | Self::InDoubt(Some(why)) => why.trouble,
            Self::InDoubt(None) => Some(Trouble::Lost),
            Self::Sent(_) | Self::Held | Self::Dropped(_) | Self::NoTurn(_) => None,
        }
    }

    fn event(&self, row: &message::Model) -> Option<Event> {
        Some(match self {
            Self::Sent(_) => Event::Sent(row.into()),
            Self::Dropped(_) => Event::Dropped(row.into()),
            Self::Failed(why) => Event::Failed { about: row.into(), code: why.code },
            Self::InDoubt(_) => Event::InDoubt(row.into()),
            Self::Held | Self::Deferred(_) | Self::NoTurn(_) => return None,
        })
    }
}

/// A letter as it is written for one recipient.
pub(crate) struct Written {
    pub stream: Stream,
    draft: Draft,
    letter: Letter,
}

/// What is stored of a letter: no secret of any personal link.
pub(crate) struct Kept {
    pub subject: String,
    /// None: it is about a secret, and all of it must not be seen.
    pub text: Option<String>,
    pub html: Option<String>,
    /// Names of files, one a line.
    pub attachments: String,
}

/// A mail as the server gets it: built, and signed.
pub(crate) struct Sealed {
    pub bytes: Vec<u8>,
    pub envelope: Envelope,
}

/// Writes it from the facts as they are now.
pub(crate) async fn written(outbox: &Outbox, row: &message::Model) -> Result<Written, End> {
    let Some((stream, compose)) = outbox.composers.of(&row.kind) else {
        // A newer program's, while processes are replaced one by one.
        return Err(End::Deferred(text(format!("nobody composes mails of the kind {}", row.kind))));
    };
    let draft = compose(outbox.store.clone(), Due::from(row)).await.map_err(|error| match error {
        ComposeError::Gone(why) => End::Dropped(why),
        ComposeError::Retry(why) => End::Deferred(text(why)),
        ComposeError::GiveUp(why) => End::Failed(text(why)),
    })?;
    let letter = worded(outbox, row, &draft).await?;
    Ok(Written { stream: *stream, draft, letter })
}

/// In the congress's own words. A ticket does not wait for somebody to put words right: where theirs cannot be filled in, the mail
/// is worded as the template does, and its steps say why.
async fn worded(outbox: &Outbox, row: &message::Model, draft: &Draft) -> Result<Letter, End> {
    let language = row.language.parse().unwrap_or_default();
    let late = |e: DbErr| End::Deferred(text(e.to_string()));
    if let Some(words) = &draft.trial {
        let letter = template::render_with(language, draft, row.id, words);
        let letter = letter.map_err(|e| End::Failed(text(e.to_string())))?;
        let subject = Words::new(language).with("post-trial-subject", &[("subject", (&*letter.subject).into())]);
        return Ok(own::closed(Letter { subject, ..letter }));
    }
    let words = match row.congress_id.filter(|_| own::templates().any(|name| name == draft.template)) {
        Some(congress) => own::own(outbox.store.read(), congress, draft.template, language).await.map_err(late)?.1,
        None => OwnWords::default(),
    };
    let fault = match template::render_with(language, draft, row.id, &words) {
        Ok(letter) => return Ok(letter),
        Err(e) if words.0.is_empty() => return Err(End::Failed(text(e.to_string()))),
        Err(e) => e,
    };
    tracing::error!(message = %row.id, "the words of the congress cannot be filled in: {fault}");
    // Once, however often it is tried.
    if row.attempts == 0 {
        let tx = outbox.store.begin().await.map_err(late)?;
        service::note(&tx, row.id, REWORDED, Some(&fault.reason), None).await.map_err(late)?;
        tx.commit().await.map_err(late)?;
    }
    template::render(language, draft, row.id).map_err(|e| End::Failed(text(e.to_string())))
}

impl Written {
    /// Whether its congress keeps such mails back. What somebody released goes all the same.
    pub(crate) async fn is_held(&self, outbox: &Outbox, row: &message::Model) -> Result<bool, DbErr> {
        match row.congress_id.filter(|_| row.round == FIRST && self.draft.trial.is_none()) {
            Some(congress) => own::is_held(outbox.store.read(), congress, self.draft.template).await,
            None => Ok(false),
        }
    }

    /// Under this Message-ID.
    pub(crate) fn sealed(&self, outbox: &Outbox, row: &message::Model, message_id: &str) -> Result<Sealed, End> {
        let mail = mail::build(row, message_id, &outbox.from, &self.draft, &self.letter, outbox.store.now());
        let mail = mail.map_err(|e| {
            let trouble = if matches!(e, MailFault::Address(_)) { Trouble::Address } else { Trouble::Text };
            End::Failed(Answer::of(trouble, e.to_string()))
        })?;
        let bytes = outbox.signed(mail.formatted()).map_err(|e| End::Deferred(text(e.to_string())))?;
        Ok(Sealed { bytes, envelope: outbox.envelope(row.id, mail.envelope()) })
    }

    pub(crate) fn kept(self) -> Kept {
        let open = |text: String| self.draft.keep.then(|| without_secrets(&text));
        let files = self.draft.appointment.iter().chain(&self.draft.attachments);
        let attachments = files.map(|file| file.name.as_str()).collect::<Vec<_>>().join("\n");
        Kept { attachments, subject: self.letter.subject, text: open(self.letter.text), html: open(self.letter.html) }
    }
}

/// How an attempt at a mail ended.
pub(crate) struct Ended<'a> {
    pub row: &'a message::Model,
    pub end: &'a End,
    /// If it is not stored yet.
    pub letter: Option<&'a Kept>,
    /// Which attempt of its round it was.
    pub tried: i32,
    /// One of so many that the log does not tell of each that went out.
    pub of_many: bool,
}

/// Writes how an attempt ended, and the letter; a part of the transaction that settles it. Nothing, if it is no longer this
/// round's, or in none of these states: only what the server took is true of every round. `true`: it was written.
pub(crate) async fn settle(tx: &Tx, ended: &Ended<'_>, from: &[State]) -> Result<bool, DbErr> {
    let Ended { row, end, letter, tried, of_many } = *ended;
    let (state, answer, trouble) = (end.state(), end.answer(), end.trouble());
    let mut update = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(state.name()))
        .col_expr(message::Column::Attempts, Expr::value(tried))
        .col_expr(message::Column::Answer, Expr::value(answer.map(reason)))
        .col_expr(message::Column::Trouble, Expr::value(trouble.map(Trouble::name)));
    if let Some(letter) = letter {
        let search = found_by(&row.to_address, &row.to_name, Some(&letter.subject));
        update = update
            .col_expr(message::Column::Search, Expr::value(search))
            .col_expr(message::Column::Subject, Expr::value(letter.subject.clone()))
            .col_expr(message::Column::Text, Expr::value(letter.text.clone()))
            .col_expr(message::Column::Html, Expr::value(letter.html.clone()))
            .col_expr(message::Column::Attachments, Expr::value(letter.attachments.clone()));
    }
    if state == State::Sent {
        update = update.col_expr(message::Column::SentAt, Expr::value(tx.now()));
    } else {
        update = update.filter(message::Column::Round.eq(row.round));
    }
    let moved = update
        .filter(message::Column::Id.eq(row.id))
        .filter(message::Column::State.is_in(from.iter().copied()))
        .exec(&**tx)
        .await?;
    if moved.rows_affected == 0 {
        return Ok(false);
    }
    let noted = if state == State::Waiting { DEFERRED } else { state.name() };
    let whose = Whose { mailbox: row.mailbox_id.filter(|_| end.tells_of_the_recipient()), report: None };
    service::note_of(tx, row.id, noted, answer, trouble, whose).await?;
    if let Some(event) = end.event(row).filter(|_| !of_many || state != State::Sent) {
        record(tx, &Actor::system(), event).await?;
    }
    Ok(true)
}

/// It could not be written.
fn text(why: impl AsRef<str>) -> Answer {
    Answer::of(Trouble::Text, why)
}
