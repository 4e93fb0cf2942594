//! All about one mail address.

use crate::query::timeline::{Timeline, grouped, named};
use base::Uuid;
use identity::entity::mailbox;
use post::query::MessageLine;
use registration::entity::{attendee, order};
use registration::query::attendee::{AttendeeView, views};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::event::Log;
use store::{Conn, DbErr};

/// More orders or tickets of one address nobody reads at once.
const SHOWN: u64 = 200;

/// A mail address, and what a congress has to do with it.
#[derive(Clone, Debug)]
pub struct MailboxDetail {
    pub mailbox: mailbox::Model,
    /// Orders that it placed, newest first.
    pub placed: Vec<order::Model>,
    /// Tickets that go to it, newest first, each with its order's code.
    pub tickets: Vec<(AttendeeView, String)>,
    /// None: not for this reader.
    pub mails: Option<Vec<MessageLine>>,
    pub timeline: Timeline,
}

/// All about a mailbox that orders, tickets or mails of this congress name; `None` if none does. Fourteen statements,
/// however many orders there are.
pub async fn detail(conn: &Conn, congress: Uuid, id: Uuid, sees_mails: bool) -> Result<Option<MailboxDetail>, DbErr> {
    let Some(mailbox) = mailbox::Entity::find().filter(mailbox::Column::Id.eq(id)).one(conn).await? else {
        return Ok(None);
    };
    let placed = order::Entity::find()
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::MailboxId.eq(id))
        .order_by_desc(order::Column::PlacedAt)
        .limit(SHOWN)
        .all(conn)
        .await?;
    let rows = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::MailboxId.eq(id))
        .order_by_desc(attendee::Column::CreatedAt)
        .limit(SHOWN)
        .all(conn)
        .await?;
    let orders =
        order::Entity::find().filter(order::Column::Id.is_in(rows.iter().map(|a| a.order_id))).all(conn).await?;
    let mails = post::query::to_address(conn, congress, &mailbox.address).await?;
    if placed.is_empty() && rows.is_empty() && mails.is_empty() {
        return Ok(None);
    }
    let code = |view: AttendeeView| {
        let order = orders.iter().find(|order| order.id == view.attendee.order_id)?;
        let code = order.code.clone();
        Some((view, code))
    };
    let tickets: Vec<_> = views(conn, &orders, rows).await?.into_iter().filter_map(code).collect();
    let mut objects = vec![id];
    objects.extend(placed.iter().map(|order| order.id));
    objects.extend(tickets.iter().map(|(view, _)| view.attendee.id));
    if sees_mails {
        objects.extend(mails.iter().map(|mail| mail.id));
    }
    let lines = store::event::timeline(conn, &objects).await?;
    let names = named(conn, Log::Congress(congress), &lines).await?.names;
    let timeline = Timeline { groups: grouped(lines), ..names };
    Ok(Some(MailboxDetail { mailbox, placed, tickets, mails: sees_mails.then_some(mails), timeline }))
}
