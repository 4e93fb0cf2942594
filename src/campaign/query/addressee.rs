//! What is known of whoever a letter goes to.

use crate::entity::contact;
use base::{Uuid, name};
use programme::entity::speaker;
use registration::entity::{attendee, order};
use registration::query::attendee::valid_of;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// Somebody, as the congress knows them.
#[derive(Clone, Debug, Default)]
pub struct Addressee {
    /// Whole.
    pub name: String,
    /// Empty, like the next: nobody said which is which.
    pub given_name: String,
    pub family_name: String,
    pub organisation: String,
    /// With the order that it came with.
    pub ticket: Option<(order::Model, attendee::Model)>,
}

/// By mailbox: as their ticket has it, of several with one mailbox the first; who has none as the programme has it, as they
/// ordered, or as a contact. Of whom nothing is known there is nothing. Five statements at most, however many they are.
///
/// The database is asked by mailbox alone, for the reason given at [`valid_of`].
pub async fn addressees(conn: &Conn, congress: Uuid, mailboxes: &[Uuid]) -> Result<HashMap<Uuid, Addressee>, DbErr> {
    let mut tickets = valid_of(conn, congress, mailboxes).await?;
    tickets.retain(|row| row.named_at.is_some());
    let of = order::Column::Id.is_in(tickets.iter().map(|row| row.order_id));
    let orders = if tickets.is_empty() { vec![] } else { order::Entity::find().filter(of).all(conn).await? };
    let orders: HashMap<Uuid, order::Model> = orders.into_iter().map(|row| (row.id, row)).collect();
    let mut known: HashMap<Uuid, Addressee> = HashMap::with_capacity(mailboxes.len());
    for row in tickets {
        let Some(order) = orders.get(&row.order_id) else { continue };
        known.entry(row.mailbox_id).or_insert_with(|| Addressee {
            name: name::full(&row.given_name, &row.family_name),
            given_name: row.given_name.clone(),
            family_name: row.family_name.clone(),
            organisation: row.organisation.clone(),
            ticket: Some((order.clone(), row)),
        });
    }
    let left = |known: &HashMap<Uuid, Addressee>| -> Vec<Uuid> {
        mailboxes.iter().filter(|id| !known.contains_key(id)).copied().collect()
    };
    let missing = left(&known);
    if !missing.is_empty() {
        let rows = speaker::Entity::find().filter(speaker::Column::MailboxId.is_in(missing)).all(conn).await?;
        let mut rows: Vec<_> = rows.into_iter().filter(|row| row.congress_id == congress).collect();
        rows.sort_by_key(|row| row.id);
        for row in rows {
            let Some(mailbox) = row.mailbox_id else { continue };
            known.entry(mailbox).or_insert_with(|| named(row.name, row.organisation));
        }
    }
    let missing = left(&known);
    if !missing.is_empty() {
        let rows = order::Entity::find().filter(order::Column::MailboxId.is_in(missing)).all(conn).await?;
        let mut rows: Vec<_> = rows.into_iter().filter(|row| row.congress_id == congress && !row.test).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.placed_at));
        for row in rows {
            known.entry(row.mailbox_id).or_insert_with(|| named(row.buyer_name, row.buyer_organisation));
        }
    }
    let missing = left(&known);
    if !missing.is_empty() {
        let rows = contact::Entity::find().filter(contact::Column::MailboxId.is_in(missing)).all(conn).await?;
        for row in rows.into_iter().filter(|row| row.congress_id == congress) {
            known.entry(row.mailbox_id).or_insert_with(|| named(row.name, String::new()));
        }
    }
    Ok(known)
}

fn named(name: String, organisation: String) -> Addressee {
    Addressee { name, organisation, ..Addressee::default() }
}
