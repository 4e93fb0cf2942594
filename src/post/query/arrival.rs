//! What may have arrived.

use crate::Trouble;
use crate::entity::delivery_event;
use crate::entity::message::{self, State};
use base::Uuid;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use store::{Conn, DbErr};

/// Whether any mail about something may have reached a mailbox: one was sent, or nobody knows whether it arrived, now or
/// in an attempt before, or one is on its way. `but`: this one is kept from going, so that it is not on its way.
pub async fn may_have_reached(conn: &Conn, about: Uuid, mailbox: Uuid, but: Uuid) -> Result<bool, DbErr> {
    let mails = || {
        message::Entity::find()
            .filter(message::Column::AboutId.eq(about))
            .filter(message::Column::MailboxId.eq(mailbox))
    };
    let on_its_way = Condition::all().add(message::Column::State.eq(State::Waiting)).add(message::Column::Id.ne(but));
    let now = Condition::any()
        .add(message::Column::State.is_in([State::Sent, State::InDoubt, State::Sending]))
        .add(on_its_way);
    if mails().filter(now).count(conn).await? > 0 {
        return Ok(true);
    }
    let ids: Vec<Uuid> = mails().select_only().column(message::Column::Id).into_tuple().all(conn).await?;
    let before = Condition::any()
        .add(delivery_event::Column::State.is_in([State::Sent, State::InDoubt].map(State::name)))
        .add(delivery_event::Column::Trouble.is_in(Trouble::DOUBTS));
    let steps = delivery_event::Entity::find().filter(delivery_event::Column::MessageId.is_in(ids)).filter(before);
    Ok(steps.count(conn).await? > 0)
}
