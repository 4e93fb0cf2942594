//! Keys: the one outside the database, and those inside that it opens.

use super::{Setup, counted};
use crate::Check;
use std::path::Path;
use store::{DbErr, OpenError, Store, key, key_file};

const SECRET: &str = "secret key";
const KEYS: &str = "keys";

/// The key outside the database.
pub(super) fn secret(file: Option<&Path>, secret: &Result<String, OpenError>, setup: &Setup) -> Check {
    match secret {
        Ok(_) if setup.config.secret_key.is_some() => Check::ok(SECRET, "KONGRESS_SECRET_KEY is set"),
        Ok(_) => file.map_or_else(|| Check::ok(SECRET, "set"), guarded),
        Err(OpenError::KeyFile(path, e)) if e.kind() == std::io::ErrorKind::NotFound => Check::fail(
            SECRET,
            format!("KONGRESS_SECRET_KEY is not set, and there is no {}", path.display()),
            "Put back the key that belongs to this database: set KONGRESS_SECRET_KEY, or copy the file there. For a database without anything in it `kongress serve` makes one.",
        ),
        Err(OpenError::NoSecretKey) => Check::fail(
            SECRET,
            "KONGRESS_SECRET_KEY is not set",
            "Set KONGRESS_SECRET_KEY to at least 16 random characters (`openssl rand -hex 32`), and keep a copy apart from the database.",
        ),
        Err(OpenError::ShortSecretKey) => Check::fail(
            SECRET,
            "KONGRESS_SECRET_KEY is shorter than 16 characters",
            "Set KONGRESS_SECRET_KEY to at least 16 random characters (`openssl rand -hex 32`).",
        ),
        Err(e) => Check::fail(
            SECRET,
            e.to_string(),
            "Put back the key file that belongs to this database, readable for the user kongress runs as alone.",
        ),
    }
}

/// Whether nobody else can read the key beside a SQLite file.
fn guarded(database: &Path) -> Check {
    use std::os::unix::fs::MetadataExt;
    let path = key_file(database);
    let shown = path.display();
    let owners = |path: &Path| std::fs::metadata(path).map(|m| (m.mode() & 0o777, m.uid()));
    match (owners(&path), owners(database)) {
        (Ok((mode, _)), _) if mode & 0o077 != 0 => {
            Check::fail(SECRET, format!("others can read {shown} (mode {mode:o})"), format!("Run `chmod 600 {shown}`."))
        }
        (Ok((_, key)), Ok((_, owner))) if key != owner => Check::warn(
            SECRET,
            format!("{shown} belongs to another user than the database"),
            format!("Run `chown --reference={} {shown}`.", database.display()),
        ),
        (Ok(_), Ok(_)) => Check::ok(SECRET, format!("{shown}, for its owner alone")),
        (Err(e), _) | (_, Err(e)) => {
            Check::fail(SECRET, format!("{shown}: {e}"), "Run `kongress doctor` as the user kongress runs as.")
        }
    }
}

/// Which installation it is: none if that cannot be known, and nobody's name if it was never served.
pub(super) async fn installation(store: &Store) -> Option<String> {
    let condition = key::condition(store).await.ok()?;
    if !condition.link {
        return Some(String::new());
    }
    if condition.sealed > 0 {
        return None;
    }
    // It is there, so that nothing is made; and it opens.
    key::link_key(store).await.ok().map(|key| key.installation())
}

/// The keys in the database.
pub(super) async fn checks(store: &Store) -> Result<Vec<Check>, DbErr> {
    let keys = key::condition(store).await?;
    if keys.sealed > 0 {
        return Ok(vec![Check::fail(
            KEYS,
            format!("the secret key opens {} of {}", keys.keys - keys.sealed, counted(keys.keys as i64, "key", "keys")),
            "Set KONGRESS_SECRET_KEY (on SQLite without it: the file FILE.key) to the one the database was made with: without it links and tickets cannot be checked.",
        )]);
    }
    let congresses = congress::query::all(store.read()).await?;
    let bare: Vec<&str> =
        congresses.iter().filter(|c| !keys.signing.contains(&c.id)).map(|c| c.slug.as_str()).collect();
    if !bare.is_empty() {
        return Ok(vec![Check::fail(
            KEYS,
            format!("no key signs the tickets of {}", bare.join(", ")),
            "Put back a backup of before with `kongress restore FILE`: every congress has its key from the day it was added.",
        )]);
    }
    if !keys.link && !congresses.is_empty() {
        return Ok(vec![Check::warn(
            KEYS,
            "there is no key for personal links yet",
            "Start `kongress serve` once, which makes it. If links were sent already, put back a backup.",
        )]);
    }
    Ok(vec![match keys.keys {
        0 => Check::ok(KEYS, "none yet: they come with the first start and the first congress"),
        n => Check::ok(KEYS, format!("all {n} open")),
    }])
}
