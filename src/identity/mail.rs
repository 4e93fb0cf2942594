//! The mails of this slice: `identity.login`, `identity.invitation`, `identity.password`.

use crate::entity::{account, role};
use crate::query;
use crate::rules::INVITED_BY_MAIL_FOR;
use crate::service::login_link::{ASKED_FOR, add_link};
use base::{Text, Time, Uuid};
use locale::{Tz, Words};
use post::{Compose, ComposeError, Draft, Due, compose};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Store, Tx};

/// The kind of the mail with a link that was asked for.
pub const LOGIN_MAIL: &str = "identity.login";
/// The kind of the mail that asks somebody into a team.
pub const INVITATION_MAIL: &str = "identity.invitation";
/// The kind of the mail that says that the password was changed.
pub const PASSWORD_MAIL: &str = "identity.password";

#[derive(Deserialize)]
struct LogIn {
    account: Uuid,
}

#[derive(Deserialize)]
struct Invitation {
    account: Uuid,
    /// Who asks them in; none: kongress.
    by: Option<Uuid>,
    congress: Text,
}

#[derive(Deserialize)]
struct Password {
    account: Uuid,
    at: Time,
}

/// Composes the log-in mail. `public_url` stands before the link's path.
pub fn login_mail(public_url: Arc<str>) -> Compose {
    compose(move |store, due| login(store, due, Arc::clone(&public_url)))
}

/// Composes the invitation.
pub fn invitation_mail(public_url: Arc<str>) -> Compose {
    compose(move |store, due| invitation(store, due, Arc::clone(&public_url)))
}

/// Composes the mail about the password.
pub fn password_mail(public_url: Arc<str>) -> Compose {
    compose(move |store, due| password(store, due, Arc::clone(&public_url)))
}

/// The link is made when the mail is written, and only its hash is kept: not even the outbox knows it. A mail that is
/// tried again carries a new link, and the one before holds as well, since nobody knows which of the two arrives. Half
/// an hour after it was asked for it is too late, and the mail is dropped.
async fn login(store: Store, due: Due, public_url: Arc<str>) -> Result<Draft, ComposeError> {
    let asked: LogIn = payload(due.payload)?;
    let tx = store.begin().await?;
    let account = still_open(&tx, asked.account).await?;
    let url = link(&tx, &account, due.created_at + ASKED_FOR, &public_url).await?;
    tx.commit().await?;
    let values = json!({ "name": called(&account), "url": url, "minutes": ASKED_FOR.num_minutes() });
    Ok(Draft { keep: false, ..Draft::new("identity/login", values) })
}

/// The same for the link of an invitation, which holds for a week. It tells the roles that they have by then; who has
/// none any more gets no mail.
async fn invitation(store: Store, due: Due, public_url: Arc<str>) -> Result<Draft, ComposeError> {
    let asked: Invitation = payload(due.payload)?;
    let words = Words::new(due.language);
    let tx = store.begin().await?;
    let account = still_open(&tx, asked.account).await?;
    let here =
        Condition::any().add(role::Column::CongressId.is_null()).add(role::Column::CongressId.eq(due.congress_id));
    let rows = role::Entity::find().filter(role::Column::AccountId.eq(account.id)).filter(here).all(&*tx).await?;
    let roles: BTreeSet<_> = rows.into_iter().map(|row| row.role).collect();
    if roles.is_empty() {
        return Err(ComposeError::Gone("they have no role there any more".into()));
    }
    let by = match asked.by {
        Some(by) => query::enabled(&tx, by).await?.map(|by| called(&by).to_owned()).unwrap_or_default(),
        None => String::new(),
    };
    let url = link(&tx, &account, due.created_at + INVITED_BY_MAIL_FOR, &public_url).await?;
    tx.commit().await?;
    let told = |role: &crate::Role| {
        json!({
            "name": words.t(&format!("identity-role-{role}")),
            "means": words.t(&format!("identity-role-means-{role}")),
        })
    };
    let congress = asked.congress.in_language(due.language);
    let values = json!({
        "name": called(&account),
        "by": by,
        "congress_name": congress,
        "roles": roles.iter().map(told).collect::<Vec<_>>(),
        "url": url,
        "days": INVITED_BY_MAIL_FOR.num_days(),
        "login_url": format!("{public_url}{}", address::Login::new().path()),
    });
    let from_name = Some(congress.to_owned());
    Ok(Draft { keep: false, from_name, ..Draft::new("identity/invitation", values) })
}

/// Goes also to who changed it: whoever else did it should be noticed.
async fn password(store: Store, due: Due, public_url: Arc<str>) -> Result<Draft, ComposeError> {
    let told: Password = payload(due.payload)?;
    let account = query::enabled(store.read(), told.account).await?;
    let account = account.ok_or_else(|| ComposeError::Gone("the account is disabled".into()))?;
    let values = json!({
        "name": called(&account),
        "time": Words::new(due.language).date_time(told.at, Tz::Europe__Berlin),
        "login_url": format!("{public_url}{}", address::Login::new().path()),
    });
    Ok(Draft::new("identity/password", values))
}

fn payload<T: for<'de> Deserialize<'de>>(payload: Value) -> Result<T, ComposeError> {
    serde_json::from_value(payload).map_err(|e| ComposeError::GiveUp(e.to_string()))
}

async fn still_open(tx: &Tx, account: Uuid) -> Result<account::Model, ComposeError> {
    let found = query::enabled(tx, account).await?;
    found.ok_or_else(|| ComposeError::Gone("the account is disabled".into()))
}

/// A new link that holds until then.
async fn link(tx: &Tx, account: &account::Model, until: Time, public_url: &str) -> Result<String, ComposeError> {
    if until <= tx.now() {
        return Err(ComposeError::Gone("the link would be too old".into()));
    }
    let token = add_link(tx, account.id, until).await?;
    Ok(format!("{public_url}{}", address::LoginToken::new(token).path()))
}

/// An account that has no name is called by its address, which is no way to greet anyone.
fn called(account: &account::Model) -> &str {
    if account.name == account.address { "" } else { &account.name }
}
