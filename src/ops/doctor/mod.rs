//! `kongress doctor`: looks at everything that the program stands on, and says what to do. Makes nothing, changes nothing,
//! waits for nobody long, and prints no secret.

mod clock;
mod congress;
mod database;
mod dkim;
mod folder;
mod key;
mod mail;
mod settings;
mod staff;
mod web;
mod work;

use crate::check::Check;
use base::config::Config;
use base::{Chance, Clock};
use std::time::Duration;
use store::{DbErr, Place};
use tokio::time::timeout;

/// The longest that one check may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is looked at: the settings, with what holds where none is set.
pub struct Setup {
    pub config: Config,
    pub database_url: String,
    pub listen: String,
    pub public_url: String,
}

/// Looks at everything, in the order in which things stand on each other.
pub async fn examine(setup: &Setup, clock: &Clock, chance: &Chance) -> Vec<Check> {
    let mut checks = vec![settings::names()];
    let (stored, mail) = tokio::join!(Box::pin(stored(setup, clock, chance)), Box::pin(mail::checks(setup)));
    let (link_key, stored) = stored;
    checks.extend(stored);
    checks.extend(folder::checks(setup));
    checks.extend(Box::pin(web::checks(setup, link_key.as_deref())).await);
    checks.extend(mail);
    checks
}

/// The settings could not be read at all.
pub fn unreadable(error: &base::config::ConfigError) -> Vec<Check> {
    vec![settings::unreadable(error)]
}

/// What is in the database; and which installation it is, if its keys open.
async fn stored(setup: &Setup, clock: &Clock, chance: &Chance) -> (Option<String>, Vec<Check>) {
    let (place, secret) = match Place::of(&setup.database_url) {
        Ok(place) => (place.clone(), place.secret(setup.config.secret_key.as_deref())),
        Err(e) => return (None, vec![database::unopened(setup, &e)]),
    };
    let file = match &place {
        Place::Sqlite(path) if !path.exists() => return (None, vec![database::missing(path)]),
        Place::Sqlite(path) => Some(path),
        Place::Postgres(_) => None,
    };
    let looked = timeout(PATIENCE, place.look(secret.as_deref().ok(), clock.clone(), chance.clone())).await;
    let store = match looked {
        Ok(Ok(store)) => store,
        Ok(Err(e)) => return (None, vec![database::unopened(setup, &e)]),
        Err(_) => return (None, vec![database::silent(setup)]),
    };
    let mut checks = Box::pin(database::checks(setup, &store)).await;
    let usable = checks.iter().all(|check| check.status != crate::Status::Fail || check.name != database::SCHEMA);
    if file.is_some() || usable {
        checks.push(key::secret(file.map(std::path::PathBuf::as_path), &secret, setup));
    }
    let damaged = checks.iter().any(|check| check.status == crate::Status::Fail && check.name == database::INTEGRITY);
    let mut installation = None;
    if usable {
        installation = key::installation(&store).await;
        checks.extend(within("keys", damaged, key::checks(&store)).await);
        checks.extend(within("clock", damaged, clock::checks(&store)).await);
        checks.extend(within("staff", damaged, staff::checks(&store, setup)).await);
        checks.extend(within("congresses", damaged, congress::checks(&store)).await);
        checks.extend(within("outbox", damaged, work::outbox(&store)).await);
        checks.extend(within("jobs", damaged, work::jobs(&store)).await);
    }
    if let Err(e) = store.close().await {
        tracing::debug!("the database does not close: {e}");
    }
    (installation, checks)
}

/// What asks the database, with an end. `damaged`: its integrity has failed before.
async fn within(
    name: &'static str,
    damaged: bool,
    check: impl Future<Output = Result<Vec<Check>, DbErr>>,
) -> Vec<Check> {
    let remedy = if damaged {
        "This follows from the damage: do what `integrity` says first."
    } else {
        "See whether the database is overloaded, and run `kongress doctor` again."
    };
    match timeout(PATIENCE, check).await {
        Ok(Ok(checks)) => checks,
        Ok(Err(e)) => vec![Check::fail(name, format!("the database says: {}", store::reason(&e.to_string())), remedy)],
        Err(_) => vec![Check::fail(name, format!("no answer within {} s", PATIENCE.as_secs()), remedy)],
    }
}

/// An address as it may be shown.
fn masked(address: &str) -> String {
    match url::Url::parse(address) {
        Ok(mut url) if url.password().is_some() => {
            // Only addresses without a host refuse, and those have no password.
            let _ = url.set_password(Some("***"));
            url.into()
        }
        Ok(_) => address.to_owned(),
        // Whatever it is, there may be a password before the last `@`.
        Err(_) => address.rsplit_once('@').map_or_else(|| address.to_owned(), |(_, rest)| format!("***@{rest}")),
    }
}

/// `1 mail`, `2 mails`.
fn counted(n: i64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
