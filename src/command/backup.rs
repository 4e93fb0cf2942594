//! `kongress backup` and `kongress restore`.

use crate::{Failed, say};
use base::config::Config;
use base::{Chance, Clock};
use clap::Args;
use kongress::DATABASE;
use std::path::PathBuf;
use store::backup::{copy, copy_key, copy_key_back, restore};
use store::{Place, condition, key};

#[derive(Args)]
pub struct Backup {
    /// Where the copy goes. Never written over anything.
    file: PathBuf,
    /// Also copy the secret key beside a SQLite file, to FILE.key. Whoever has both can forge tickets.
    #[arg(long)]
    with_key: bool,
}

#[derive(Args)]
pub struct Restore {
    /// What `kongress backup` made.
    file: PathBuf,
}

fn place(config: &Config) -> Result<Place, Failed> {
    Ok(Place::of(config.database_url.as_deref().unwrap_or(DATABASE))?)
}

/// Copies the database as it is at one moment, while others use it.
pub async fn backup(config: &Config, args: Backup) -> Result<(), Failed> {
    let place = place(config)?;
    if let Place::Sqlite(file) = &place
        && !file.exists()
    {
        return Err(Failed::from(format!("there is no database {}", file.display())));
    }
    if args.with_key && (config.secret_key.is_some() || matches!(place, Place::Postgres(_))) {
        return Err(Failed::from(
            "--with-key copies the key beside a SQLite file, and here the secret key is KONGRESS_SECRET_KEY: keep a copy \
             of that, and not beside the backup",
        ));
    }
    let store = place.look(None, Clock::system(), Chance::system()).await?;
    let size = copy(&store, &place, &args.file).await?;
    store.close().await?;
    say(format!("{} ({} KiB)", args.file.display(), size.div_ceil(1024)))?;
    if args.with_key {
        return say(copy_key(&place, &args.file)?.display());
    }
    let key = match &place {
        Place::Sqlite(file) if config.secret_key.is_none() => store::key_file(file).display().to_string(),
        _ => "KONGRESS_SECRET_KEY".into(),
    };
    say(format!("Its keys are of use only with the secret key, {key}: keep a copy of that, and not beside this one."))
}

/// Puts a copy back where nothing is, and looks whether it is whole and its keys open.
pub async fn put_back(config: &Config, args: Restore) -> Result<(), Failed> {
    let place = place(config)?;
    restore(&args.file, &place, Clock::system(), Chance::system()).await?;
    if config.secret_key.is_none()
        && let Some(key) = copy_key_back(&args.file, &place)?
    {
        say(format!("the secret key is that beside the copy, now {}", key.display()))?;
    }
    let secret = place.secret(config.secret_key.as_deref());
    let store = place.look(secret.as_deref().ok(), Clock::system(), Chance::system()).await?;
    let steps = condition::steps(&store).await?;
    if !steps.unknown.is_empty() {
        return Err(Failed::from(format!(
            "put back, but the copy is of a newer kongress than this one: it took {}",
            steps.unknown.join(", ")
        )));
    }
    let leaks = congress::query::leaks(store.read()).await?;
    let keys = key::condition(&store).await?;
    store.close().await?;
    if keys.sealed > 0 {
        return Err(Failed::from(
            "put back, but the secret key does not open its keys: set KONGRESS_SECRET_KEY (on SQLite without it: \
             FILE.key) to the one the copied database had",
        ));
    }
    stop_campaigns(config, &place, steps.pending.is_empty()).await?;
    if !leaks.is_empty() {
        return Err(Failed::from(format!(
            "put back, but {} capacities do not count what is claimed: see `kongress doctor`, and count again in the office",
            leaks.len()
        )));
    }
    let missing = if steps.pending.is_empty() { "" } else { "; run `kongress migrate`" };
    say(format!("put back, whole, with {} keys that open{missing}", keys.keys))
}

/// Who got a campaign after the copy was made is not known: somebody decides whether it goes on. Of an older schema the program
/// itself stops what had stood still.
async fn stop_campaigns(config: &Config, place: &Place, is_migrated: bool) -> Result<(), Failed> {
    let (true, Ok(secret)) = (is_migrated, place.secret(config.secret_key.as_deref())) else { return Ok(()) };
    let url = config.database_url.as_deref().unwrap_or(DATABASE);
    let store = store::open(url, Some(&secret), Clock::system(), Chance::system(), kongress::reactions).await?;
    let stopped = campaign::service::campaign::stop_restored(&store).await?;
    store.close().await?;
    if stopped > 0 {
        say(format!("{stopped} campaigns are stopped: who got them after the copy was made is not known"))?;
    }
    Ok(())
}
