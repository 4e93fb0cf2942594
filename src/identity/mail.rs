//! The mail `identity.login`: a link that logs in.

use crate::query;
use crate::service::login_link::{ASKED_FOR, add_link};
use base::Uuid;
use post::{Compose, ComposeError, Draft, Due, compose};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use store::Store;

/// The kind of the mail.
pub const LOGIN_MAIL: &str = "identity.login";

const TEMPLATE: &str = "identity/login";

#[derive(Deserialize)]
struct Payload {
    account: Uuid,
}

/// Composes the mail. `public_url` stands before the link's path.
pub fn login_mail(public_url: Arc<str>) -> Compose {
    compose(move |store, due| write(store, due, Arc::clone(&public_url)))
}

/// The link is made when the mail is written, and only its hash is kept: not even the outbox knows it. A mail that is
/// tried again carries a new link, and the one before holds as well, since nobody knows which of the two arrives. Half
/// an hour after it was asked for it is too late, and the mail is dropped.
async fn write(store: Store, due: Due, public_url: Arc<str>) -> Result<Draft, ComposeError> {
    let payload: Payload = serde_json::from_value(due.payload).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let tx = store.begin().await?;
    let expires_at = due.created_at + ASKED_FOR;
    if expires_at <= tx.now() {
        return Err(ComposeError::Gone("the link would be too old".into()));
    }
    let Some(account) = query::enabled(&tx, payload.account).await? else {
        return Err(ComposeError::Gone("the account is disabled".into()));
    };
    let token = add_link(&tx, account.id, expires_at).await?;
    tx.commit().await?;
    // An account that has no name is called by its address, which is no way to greet anyone.
    let name = if account.name == account.address { "" } else { account.name.as_str() };
    let url = format!("{public_url}{}", address::LoginToken::new(token).path());
    let values = json!({ "name": name, "url": url, "minutes": ASKED_FOR.num_minutes() });
    let mut draft = Draft::new(TEMPLATE, values);
    draft.keep = false;
    Ok(draft)
}
