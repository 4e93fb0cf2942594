//! Whether mails to a mailbox come back: counted anew from what became of them, each time something tells of it.

use crate::entity::mailbox;
use base::Uuid;
use post::report::Report;
use post::report::standing::{Standing, standing};
use post::{BounceAddress, Noted};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{DbErr, Store, Tx};

/// The job that counts after a mail failed.
pub const COUNT: &str = "identity.count";

/// What came of a mail that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It tells something new of one of our mails.
    New,
    /// It was taken before, or tells nothing.
    Nothing,
    /// It is about no mail of ours.
    Unknown,
    /// The mail that it is about is still being sent: bring it again.
    TooEarly,
}

impl Taken {
    fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Nothing => "nothing",
            Self::Unknown => "unknown",
            Self::TooEarly => "too early",
        }
    }
}

/// Takes a report, in one transaction: among the steps of the mail that it is about, on the mail, and counted at the mailbox
/// that it was for. The same report twice counts once. What is about no mail of ours stands in the log alone.
///
/// `blocked_at` is for mails that nobody asked for: tickets and whatever somebody waits for go all the same.
pub async fn take(store: &Store, bounces: Option<&BounceAddress>, report: &Report) -> Result<Taken, DbErr> {
    let tx = store.begin().await?;
    let taken = match post::find(&tx, bounces, report).await? {
        None => Taken::Unknown,
        Some(found) => {
            if let Some(id) = found.mailbox {
                hold(&tx, id).await?;
            }
            let noted = post::note_report(&tx, found, report).await?;
            if let (Noted::New, Some(id)) = (noted, found.mailbox) {
                recount(&tx, id).await?;
            }
            match noted {
                Noted::New => Taken::New,
                Noted::Nothing => Taken::Nothing,
                Noted::TooEarly => Taken::TooEarly,
            }
        }
    };
    tx.commit().await?;
    tracing::info!(report = report.id, what = report.what.name(), outcome = taken.name(), "a report came in");
    Ok(taken)
}

/// Counts at the mailbox that a mail was for which failed when it was sent.
pub async fn count(store: &Store, message: Uuid) -> Result<(), DbErr> {
    let tx = store.begin().await?;
    if let Some(id) = post::query::bounce::mailbox_of(&tx, message).await?
        && hold(&tx, id).await?
    {
        recount(&tx, id).await?;
    }
    tx.commit().await
}

/// So many are counted in one transaction: others want to write as well.
const AT_ONCE: u64 = 100;

/// Counts again where mails came back: what was sent since may have arrived.
pub async fn sweep(store: &Store) -> Result<(), DbErr> {
    let bad = Condition::any().add(mailbox::Column::Bounces.gt(0)).add(mailbox::Column::BlockedAt.is_not_null());
    let mut after = Uuid::nil();
    loop {
        let tx = store.begin().await?;
        let ids: Vec<Uuid> = mailbox::Entity::find()
            .select_only()
            .column(mailbox::Column::Id)
            .filter(bad.clone())
            .filter(mailbox::Column::Id.gt(after))
            .order_by_asc(mailbox::Column::Id)
            .limit(AT_ONCE)
            .lock(LockType::NoKeyUpdate)
            .into_tuple()
            .all(&*tx)
            .await?;
        let Some(last) = ids.last() else { return tx.commit().await };
        after = *last;
        for id in ids {
            recount(&tx, id).await?;
        }
        tx.commit().await?;
    }
}

/// Holds a mailbox: who counts second counts what the first has written.
async fn hold(tx: &Tx, id: Uuid) -> Result<bool, DbErr> {
    let found =
        mailbox::Entity::find().filter(mailbox::Column::Id.eq(id)).lock(LockType::NoKeyUpdate).one(&**tx).await?;
    Ok(found.is_some())
}

async fn recount(tx: &Tx, id: Uuid) -> Result<(), DbErr> {
    let steps = post::query::bounce::steps(tx, id).await?;
    let Standing { bounces, blocked_at } = standing(&steps, tx.now());
    mailbox::Entity::update_many()
        .col_expr(mailbox::Column::Bounces, Expr::value(bounces))
        .col_expr(mailbox::Column::BlockedAt, Expr::value(blocked_at))
        .filter(mailbox::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    Ok(())
}
