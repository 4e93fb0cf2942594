//! Hosts, mailboxes and people, accounts and roles, logging in, API tokens, consents.

mod account;
mod browser;
mod consent;
mod login;
mod login_link;
mod mailbox;
mod next;
mod password;
mod policy;
mod session;
mod token;

use base::{Actor, Chance, Clock, Language};
use identity::service::account::{NewAccount, add_account};
use identity::{IdentityError, Password, Role, entity};
use store::Store;
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A database of its own for one test. Gone with the folder.
async fn database() -> Result<(Store, TempDir), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("identity.sqlite").display());
    let store = store::open(&url, Some("key"), Clock::system(), Chance::system(), |_| vec![]).await?;
    store.migrate().await?;
    Ok((store, folder))
}

/// Miriam Osterholz, organiser in every congress.
async fn miriam(store: &Store, password: Option<&str>) -> Result<entity::account::Model, IdentityError> {
    let new = NewAccount {
        email: "Miriam.Osterholz@owl.example",
        name: Some("Miriam Osterholz"),
        language: Language::De,
        role: Role::Organiser,
        congress: None,
        password: password.map(Password::new),
    };
    add_account(store, &Actor::system(), new).await
}
