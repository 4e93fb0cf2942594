//! What comes in by mail, by the letter box or the mail server's hand, and who takes it.

use calendar::CalendarError;
use calendar::answers::Answers;
use futures_util::FutureExt;
use identity::service::bounce::Taken;
use post::letterbox::Outcome;
use post::{BounceAddress, Outbox, report};
use store::{DbErr, Store};

/// Takes a mail. What calendar programs answer to an invitation goes to the calendar; all else is read as a report on one of
/// our mails. Whatever is neither stands in the log alone.
pub async fn take(store: &Store, bounces: Option<&BounceAddress>, raw: &[u8]) -> Result<Outcome, DbErr> {
    if let Some(reply) = calendar::reply::read(raw) {
        return match Box::pin(calendar::service::answer::by_mail(store, &reply)).await {
            Ok(_) => Ok(Outcome::Taken),
            Err(CalendarError::Database(e)) => Err(e),
            Err(e) => Err(DbErr::Custom(e.to_string())),
        };
    }
    match identity::service::bounce::take(store, bounces, &report::read(raw)).await? {
        Taken::TooEarly => Ok(Outcome::Later),
        Taken::New | Taken::Nothing | Taken::Unknown => Ok(Outcome::Taken),
    }
}

/// Reads the letter box, if one is set.
pub async fn read(outbox: &Outbox) -> Result<(), DbErr> {
    let Some(letterbox) = &outbox.letterbox else { return Ok(()) };
    let take = |raw: Vec<u8>| async move { take(&outbox.store, outbox.bounces.as_ref(), &raw).await }.boxed();
    letterbox.read(&take).await
}

/// Where calendar programs send answers.
pub fn answers(outbox: &Outbox) -> Answers {
    Answers { read: outbox.bounces.as_ref().map(ToString::to_string), sender: outbox.from.email.to_string() }
}
