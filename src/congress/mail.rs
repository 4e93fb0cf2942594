//! What mails of a congress have in common, whichever slice writes them.

use crate::entity::congress::Model as Congress;
use crate::query::has_privacy;
use base::{Language, contact};
use identity::IdentityError;
use identity::entity::mailbox;
use identity::service::mailbox::mailbox_for;
use post::Draft;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use store::{Conn, DbErr, Tx};

/// A mail of a congress: by its name, with its wordmark, and answers go where it says.
pub fn letter(congress: &Congress, language: Language, template: &'static str, values: Value) -> Draft {
    let mut draft = Draft::new(template, values);
    let name = congress.name.in_language(language);
    draft.from_name = Some(if congress.sender_name.is_empty() { name } else { &congress.sender_name }.to_owned());
    draft.reply_to = congress.answers_to().map(str::to_owned);
    draft.wordmark = (congress.wordmark.clone(), congress.wordmark_accent.clone());
    draft
}

/// The whole address of its page on data protection, if it has one. `public_url`: without a slash at its end.
pub async fn privacy_url(conn: &Conn, congress: &Congress, public_url: &str) -> Result<Option<String>, DbErr> {
    let path = || format!("{public_url}{}", address::Page::new(&congress.slug, "privacy").path());
    Ok(has_privacy(conn, congress.id).await?.then(path))
}

/// Where the office is told what it must know at once, in the language that is known of it; none, if the congress has no
/// address for answers.
pub async fn office(tx: &Tx, congress: &Congress) -> Result<Option<mailbox::Model>, IdentityError> {
    let Some(address) = congress.answers_to() else { return Ok(None) };
    let known = mailbox::Entity::find()
        .filter(mailbox::Column::HostId.eq(congress.host_id))
        .filter(mailbox::Column::Address.eq(contact::normalise(address)))
        .one(&**tx)
        .await?;
    match known {
        Some(known) => Ok(Some(known)),
        None => mailbox_for(tx, congress.host_id, address, Language::De).await.map(Some),
    }
}
