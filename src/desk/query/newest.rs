//! Who changed last what a form shows.

use crate::query::timeline::uuid;
use registration::entity::{attendee, order};
use store::event::{Line, lines, newest};
use store::{Conn, DbErr};

const CORRECTED: &str = "order.address-corrected";

/// Who orders: as staff changed it, or the address alone, from a mail that did not arrive.
pub async fn of_buyer(conn: &Conn, order: &order::Model) -> Result<Option<Line>, DbErr> {
    let lines = lines(conn, &[order.id], &["order.buyer-changed", CORRECTED]).await?;
    Ok(lines.into_iter().find(|line| line.verb != CORRECTED || line.detail["buyer"] == true))
}

/// Who attends: as staff changed it or whoever holds a link, or the address alone, from a mail that did not arrive.
pub async fn of_attendee(conn: &Conn, attendee: &attendee::Model) -> Result<Option<Line>, DbErr> {
    let objects = [attendee.id, attendee.order_id];
    let lines =
        lines(conn, &objects, &["attendee.changed", "attendee.renamed", "attendee.substituted", CORRECTED]).await?;
    let is_theirs = |line: &Line| uuid(&line.detail["after"]["mailbox"]) == Some(attendee.mailbox_id);
    Ok(lines.into_iter().find(|line| line.verb != CORRECTED || is_theirs(line)))
}

/// The ticket of an attendee.
pub async fn of_category(conn: &Conn, attendee: &attendee::Model) -> Result<Option<Line>, DbErr> {
    newest(conn, attendee.id, &["attendee.rebooked"]).await
}

/// What staff wrote about an order.
pub async fn of_note(conn: &Conn, order: &order::Model) -> Result<Option<Line>, DbErr> {
    newest(conn, order.id, &["order.noted"]).await
}
