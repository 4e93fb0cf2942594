//! The database: whether it answers, which it is, how far its schema is, whether it is whole.

use super::{PATIENCE, Setup, counted, masked};
use crate::Check;
use std::path::Path;
use std::time::Duration;
use store::{OpenError, Store, condition};
use tokio::time::timeout;

const NAME: &str = "database";
pub(super) const SCHEMA: &str = "schema";
pub(super) const INTEGRITY: &str = "integrity";
/// Reading a whole file takes long.
const LONG: Duration = Duration::from_secs(60);

pub(super) fn missing(path: &Path) -> Check {
    Check::fail(
        NAME,
        format!("there is no file {}", path.display()),
        "Start `kongress serve` once, which makes it, or set KONGRESS_DATABASE_URL to where it is.",
    )
}

pub(super) fn silent(setup: &Setup) -> Check {
    Check::fail(
        NAME,
        format!("{} does not answer within {} s", masked(&setup.database_url), PATIENCE.as_secs()),
        "Start the database, or correct KONGRESS_DATABASE_URL.",
    )
}

pub(super) fn unopened(setup: &Setup, error: &OpenError) -> Check {
    let address = masked(&setup.database_url);
    match error {
        OpenError::Scheme(_) => Check::fail(
            NAME,
            format!("{address} is no address of a database"),
            "Set KONGRESS_DATABASE_URL to sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME.",
        ),
        OpenError::Foreign(path) => Check::fail(
            NAME,
            format!("{} is another program's database", path.display()),
            "Set KONGRESS_DATABASE_URL to a file of kongress's own.",
        ),
        OpenError::Database(e) if condition::is_broken(e) => Check::fail(
            NAME,
            format!("{address} is no SQLite file, or a damaged one: {}", store::reason(&e.to_string())),
            "If another file is the right one, name it in KONGRESS_DATABASE_URL. Else stop kongress, keep the file elsewhere, and put back the last backup with `kongress restore FILE`.",
        ),
        other => Check::fail(
            NAME,
            format!("{address} does not open: {}", store::reason(&other.to_string())),
            "See that the database runs, that user, password and name in KONGRESS_DATABASE_URL are right, and that the user kongress runs as may read it.",
        ),
    }
}

pub(super) async fn checks(setup: &Setup, store: &Store) -> Vec<Check> {
    let look = async {
        let (version, steps) = (condition::version(store).await?, condition::steps(store).await?);
        Ok::<_, store::DbErr>((version, condition::durability(store).await?, steps))
    };
    let (version, weak, steps) = match timeout(PATIENCE, look).await {
        Ok(Ok(found)) => found,
        Ok(Err(e)) => return vec![unopened(setup, &OpenError::Database(e))],
        Err(_) => return vec![silent(setup)],
    };
    let found = format!("{}, {}", version.name, masked(&setup.database_url));
    let mut checks = vec![if version.is_supported {
        Check::ok(NAME, found)
    } else {
        Check::fail(
            NAME,
            found,
            "Install PostgreSQL 14 or newer, and move the database with `kongress backup` and `kongress restore`.",
        )
    }];
    checks.push(durable(store, &weak));
    let schema = schema(store, &steps);
    let whole = schema.status != crate::Status::Fail;
    checks.push(schema);
    if store.is_sqlite() || whole {
        checks.push(integrity(store).await);
    }
    if whole {
        checks.push(places(store).await);
    }
    checks
}

fn durable(store: &Store, weak: &[(String, String, &'static str)]) -> Check {
    let name = "durability";
    if weak.is_empty() {
        let what =
            if store.is_sqlite() { "write-ahead log, every commit on the disk" } else { "every commit on the disk" };
        return Check::ok(name, what);
    }
    let found: Vec<String> = weak.iter().map(|(setting, value, _)| format!("{setting} is {value}")).collect();
    let right: Vec<String> = weak.iter().map(|(setting, _, right)| format!("{setting} = {right}")).collect();
    let remedy = if store.is_sqlite() {
        "Start `kongress serve` once: it turns the write-ahead log on. On a network drive there is none: move the file to a local disk.".to_owned()
    } else {
        format!("Set {} in postgresql.conf and reload: else a power cut loses confirmed orders.", right.join(", "))
    };
    Check::warn(name, found.join(", "), remedy)
}

fn schema(store: &Store, steps: &condition::Steps) -> Check {
    if !steps.unknown.is_empty() {
        return Check::fail(
            SCHEMA,
            format!("the database is newer than this program: {}", steps.unknown.join(", ")),
            "Start the program that took these steps, or a newer one; to go back, restore a backup of before.",
        );
    }
    if steps.pending.is_empty() {
        return Check::ok(SCHEMA, format!("all {} steps taken", steps.taken));
    }
    let pending = i64::try_from(steps.pending.len()).unwrap_or(i64::MAX);
    let found = format!("{} of the schema missing: {}", counted(pending, "step", "steps"), steps.pending.join(", "));
    let also = if store.is_sqlite() { " (`kongress serve` does it by itself)" } else { "" };
    Check::fail(SCHEMA, found, format!("Make a backup with `kongress backup FILE`, then run `kongress migrate`{also}."))
}

async fn integrity(store: &Store) -> Check {
    let name = INTEGRITY;
    let remedy = "Stop kongress, keep the file elsewhere, and put back the last backup with `kongress restore FILE`.";
    match timeout(LONG, condition::damage(store)).await {
        Ok(Ok(damage)) if damage.is_empty() => Check::ok(name, "whole"),
        Ok(Ok(damage)) => Check::fail(name, damage.join("; "), remedy),
        Ok(Err(e)) => Check::fail(name, store::reason(&e.to_string()), remedy),
        Err(_) => unread(name),
    }
}

/// Whether every place that counts as taken is held by somebody.
async fn places(store: &Store) -> Check {
    let name = "places";
    match timeout(LONG, congress::query::leaks(store.read())).await {
        Ok(Ok(leaks)) if leaks.is_empty() => Check::ok(name, "every place that is taken has its claim"),
        Ok(Ok(leaks)) => {
            let told =
                |l: &congress::query::Leak| format!("capacity {}: {} taken, {} claimed", l.id, l.taken, l.claimed);
            let found: Vec<_> = leaks.iter().map(told).collect();
            Check::fail(
                name,
                found.join("; "),
                "In the office of the congress, open “Wo ist jeder Platz?” (/desk/places) and count again. Nobody loses a ticket by it.",
            )
        }
        Ok(Err(e)) => Check::fail(
            name,
            store::reason(&e.to_string()),
            "Look at `schema` and `integrity` first: this follows them.",
        ),
        Err(_) => unread(name),
    }
}

fn unread(name: &'static str) -> Check {
    Check::warn(
        name,
        format!("not looked through within {} s", LONG.as_secs()),
        "Run `kongress doctor` when little is going on.",
    )
}
