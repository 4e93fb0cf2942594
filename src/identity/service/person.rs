//! People: one human, by a proven mailbox.

use super::mailbox::prove_mailbox;
use crate::entity::{mailbox, person};
use crate::error::IdentityError;
use crate::event::Event;
use base::{Actor, Uuid, name};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Tx, record};

/// The person behind a mailbox; made at the first time. Called for a POST behind a link sent there, and only then:
/// that press proves the mailbox.
///
/// Nobody is merged by guess: two mailboxes with the same name are two people until one of them says otherwise. Of two
/// presses at once, one makes the person and the other finds it.
pub async fn link_person(
    tx: &Tx,
    actor: &Actor,
    mailbox: Uuid,
    given: &str,
    family: &str,
) -> Result<person::Model, IdentityError> {
    prove_mailbox(tx, actor, mailbox).await?;
    let own = find_mailbox(tx, mailbox).await?;
    if let Some(person) = own.person_id {
        return find_person(tx, person).await;
    }
    let row = person::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(own.host_id),
        given_name: Set(name::clean(given)),
        family_name: Set(name::clean(family)),
        created_at: Set(tx.now()),
    };
    let made = person::Entity::insert(row).exec_with_returning(&**tx).await?;
    let linked = mailbox::Entity::update_many()
        .col_expr(mailbox::Column::PersonId, Expr::value(made.id))
        .filter(mailbox::Column::Id.eq(mailbox))
        .filter(mailbox::Column::PersonId.is_null())
        .exec(&**tx)
        .await?;
    if linked.rows_affected == 1 {
        record(tx, actor, Event::PersonLinked { person: made.id, mailbox }).await?;
        return Ok(made);
    }
    person::Entity::delete_many().filter(person::Column::Id.eq(made.id)).exec(&**tx).await?;
    let person = find_mailbox(tx, mailbox).await?.person_id.ok_or(IdentityError::NotFound("person"))?;
    find_person(tx, person).await
}

async fn find_mailbox(tx: &Tx, id: Uuid) -> Result<mailbox::Model, IdentityError> {
    let found = mailbox::Entity::find().filter(mailbox::Column::Id.eq(id)).one(&**tx).await?;
    found.ok_or(IdentityError::NotFound("mailbox"))
}

async fn find_person(tx: &Tx, id: Uuid) -> Result<person::Model, IdentityError> {
    let found = person::Entity::find().filter(person::Column::Id.eq(id)).one(&**tx).await?;
    found.ok_or(IdentityError::NotFound("person"))
}
