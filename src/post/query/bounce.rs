//! What came back, by the address that it was for.

use crate::Trouble;
use crate::entity::delivery_event::{self, BOUNCED, COMPLAINED, DELIVERED};
use crate::entity::message::{self, State};
use crate::report::standing::{Became, Step};
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, DbErr};

/// All that is known of mails to a mailbox, for [`crate::report::standing`]. Two statements.
pub async fn steps(conn: &Conn, mailbox: Uuid) -> Result<Vec<Step>, DbErr> {
    let told = delivery_event::Entity::find()
        .filter(delivery_event::Column::MailboxId.eq(mailbox))
        .order_by_asc(delivery_event::Column::At)
        .all(conn)
        .await?;
    let taken: Vec<(Uuid, Option<Time>)> = message::Entity::find()
        .select_only()
        .columns([message::Column::Id, message::Column::SentAt])
        .filter(message::Column::MailboxId.eq(mailbox))
        .filter(message::Column::State.eq(State::Sent))
        .into_tuple()
        .all(conn)
        .await?;
    let told =
        told.into_iter().filter_map(|row| Some(Step { at: row.at, message: row.message_id, became: became(&row)? }));
    let taken = taken.into_iter().filter_map(|(message, at)| Some(Step { at: at?, message, became: Became::Accepted }));
    Ok(told.chain(taken).collect())
}

fn became(row: &delivery_event::Model) -> Option<Became> {
    match row.state.as_str() {
        DELIVERED => Some(Became::Delivered),
        COMPLAINED => Some(Became::Complaint),
        state if state == BOUNCED || state == State::Failed.name() => {
            Some(if row.trouble == Some(Trouble::Recipient) { Became::Hard } else { Became::Soft })
        }
        _ => None,
    }
}

/// Why a mail came back last, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    pub mailbox: Uuid,
    pub message: Uuid,
    pub at: Time,
    pub trouble: Option<Trouble>,
    /// In the words of the server.
    pub said: Option<String>,
}

/// The newest of each of these mailboxes. One statement.
pub async fn last(conn: &Conn, mailboxes: &[Uuid]) -> Result<Vec<Bounce>, DbErr> {
    let rows = delivery_event::Entity::find()
        .filter(delivery_event::Column::MailboxId.is_in(mailboxes.iter().copied()))
        .filter(delivery_event::Column::State.is_in([BOUNCED, State::Failed.name()]))
        .order_by_desc(delivery_event::Column::At)
        .order_by_desc(delivery_event::Column::Id)
        .all(conn)
        .await?;
    let mut newest: Vec<Bounce> = vec![];
    for row in rows {
        let Some(mailbox) = row.mailbox_id else { continue };
        if newest.iter().all(|bounce| bounce.mailbox != mailbox) {
            let (message, at, trouble, said) = (row.message_id, row.at, row.trouble, row.answer);
            newest.push(Bounce { mailbox, message, at, trouble, said });
        }
    }
    Ok(newest)
}

/// Whom a mail is for. One statement.
pub async fn mailbox_of(conn: &Conn, message: Uuid) -> Result<Option<Uuid>, DbErr> {
    let find = message::Entity::find().select_only().column(message::Column::MailboxId);
    let found: Option<Option<Uuid>> = find.filter(message::Column::Id.eq(message)).into_tuple().one(conn).await?;
    Ok(found.flatten())
}
