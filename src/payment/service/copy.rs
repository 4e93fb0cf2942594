//! Who sells the tickets of the next edition of a congress: as of the last one.

use crate::entity::{seller, series};
use crate::service::seller::Seller;
use crate::{Event, PaymentError, query};
use base::{Actor, Uuid};
use congress::entity::congress::Model as Congress;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::event::changes;
use store::{Conn, DbErr, Tx, record};

/// Whether numbers of invoices of this host begin so already, or are going to: another edition counts anew.
pub async fn is_used(conn: &Conn, host: Uuid, prefix: &str) -> Result<bool, DbErr> {
    let congresses: Vec<Uuid> = congress::entity::congress::Entity::find()
        .filter(congress::entity::congress::Column::HostId.eq(host))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let sellers = seller::Entity::find().filter(seller::Column::CongressId.is_in(congresses)).all(conn).await?;
    let counted = series::Entity::find().filter(series::Column::HostId.eq(host)).all(conn).await?;
    let begins = |key: &str| key.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
    Ok(sellers.iter().any(|row| row.prefix == prefix) || counted.iter().any(|row| begins(&row.key)))
}

/// Copies who sells, and on which terms, in the caller's transaction. The numbers of invoices begin anew, with a prefix that
/// no other edition has. Says whether there was anybody.
pub async fn seller(tx: &Tx, actor: &Actor, from: &Congress, to: Uuid, prefix: &str) -> Result<bool, PaymentError> {
    let Some(old) = query::seller(tx, from.id).await? else { return Ok(false) };
    if is_used(tx, from.host_id, prefix).await? {
        return Err(PaymentError::PrefixUsed(prefix.to_owned()));
    }
    let row = seller::Model { id: tx.id(), congress_id: to, prefix: prefix.to_owned(), changed_at: tx.now(), ..old };
    let said = Seller::from(&row);
    said.check()?;
    seller::Entity::insert(seller::ActiveModel::from(row).reset_all()).exec_without_returning(&**tx).await?;
    // Nobody has ordered yet, so no invoices follow.
    let event = Event::SellerChanged { congress: to, first: false, changed: changes(&json!({}), &said) };
    record(tx, actor, event).await?;
    Ok(true)
}
