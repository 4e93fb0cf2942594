//! Contacts: who gets news without an order. Nobody is written to before it can be shown that they agreed.

mod ask;
mod end;
mod intake;

pub use ask::{confirm, sign_up};
pub use end::{forget_unanswered, refuse, remove};
pub use intake::{Proof, Row, Taken, foreseen, take_in, taken_before};

use crate::CampaignError;
use crate::entity::contact::{ActiveModel, Column, Entity, Model};
use crate::mail::confirm::{CONFIRM, Payload, cause};
use base::{Language, Time, name};
use chrono::TimeDelta;
use congress::entity::congress::Model as Congress;
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use store::Tx;

/// So long somebody can answer whether they want news. Then they are forgotten.
pub const ANSWERED_WITHIN: TimeDelta = TimeDelta::days(14);

/// Whether an answer is still open.
pub fn is_open(row: &Model, now: Time) -> bool {
    row.asked_at.is_some_and(|at| now < at + ANSWERED_WITHIN)
}

/// What one looks for.
fn found_by(name: &str, address: &str) -> String {
    name::fold(&format!("{name} {address}"))
}

/// Asks: one mail for each time that somebody becomes unanswered. `bulk`: they are many.
async fn ask(tx: &Tx, congress: &Congress, row: &Model, to: (&str, Language), bulk: bool) -> Result<(), CampaignError> {
    let (address, language) = to;
    let new = NewMessage {
        congress_id: Some(congress.id),
        kind: CONFIRM,
        cause: cause(row.id, row.round),
        mailbox_id: Some(row.mailbox_id),
        about_id: None,
        to_address: address.to_owned(),
        to_name: row.name.clone(),
        language,
        payload: json!(Payload { contact: row.id, round: row.round }),
        bulk,
    };
    post::enqueue(tx, new).await?;
    Ok(())
}

/// Writes one that is there.
async fn write(tx: &Tx, row: &Model) -> Result<(), CampaignError> {
    let set = ActiveModel { id: NotSet, congress_id: NotSet, ..row.clone().into_active_model().reset_all() };
    Entity::update_many().set(set).filter(Column::Id.eq(row.id)).exec(&**tx).await?;
    Ok(())
}

async fn mailbox_of(tx: &Tx, row: &Model) -> Result<mailbox::Model, CampaignError> {
    mailbox::Entity::find_by_id(row.mailbox_id).one(&**tx).await?.ok_or(CampaignError::Unknown)
}
