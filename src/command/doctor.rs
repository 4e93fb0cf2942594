//! `kongress doctor`.

use crate::{Failed, say};
use base::config::{Config, ConfigError};
use base::{Chance, Clock};
use clap::Args;
use kongress::{DATABASE, LISTEN, public_url};
use ops::{Check, Status, doctor};
use serde_json::json;
use std::process::ExitCode;

#[derive(Args)]
pub struct Doctor {
    /// For programs.
    #[arg(long)]
    json: bool,
}

/// Looks at everything; exit code 1 if something does not work.
pub async fn run(config: Result<Config, ConfigError>, args: Doctor) -> Result<ExitCode, Failed> {
    let checks = match config {
        Ok(config) => {
            let setup = doctor::Setup {
                database_url: config.database_url.clone().unwrap_or_else(|| DATABASE.into()),
                listen: config.listen.clone().unwrap_or_else(|| LISTEN.into()),
                public_url: public_url(&config),
                config,
            };
            doctor::examine(&setup, &Clock::system(), &Chance::system()).await
        }
        Err(e) => doctor::unreadable(&e),
    };
    if args.json {
        say(json!({ "checks": checks }))?;
    } else {
        print(&checks)?;
    }
    let fails = checks.iter().any(|check| check.status == Status::Fail);
    Ok(if fails { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn print(checks: &[Check]) -> Result<(), Failed> {
    for check in checks {
        say(check)?;
    }
    let count = |status| checks.iter().filter(|check| check.status == status).count();
    say(format!("{} ok, {} warn, {} FAIL", count(Status::Ok), count(Status::Warn), count(Status::Fail)))
}
