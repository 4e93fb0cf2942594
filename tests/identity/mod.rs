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

use crate::kit::Database;
use base::{Actor, Language};
use identity::service::account::{NewAccount, add_account};
use identity::{IdentityError, Password, Role, entity};
use store::Store;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A database of its own for one test. Gone with what comes second.
async fn database() -> Result<(Store, Database), Box<dyn std::error::Error>> {
    let database = Database::new().await;
    Ok((database.store.clone(), database))
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
