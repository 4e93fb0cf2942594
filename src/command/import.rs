//! `kongress import`: lists from spreadsheets, schedules of other programs.

use super::schedule;
use crate::{Failed, congress_id, say};
use base::{Actor, Language, Uuid};
use clap::{Args, Subcommand};
use congress::service::topic::{self, TopicsError};
use locale::Words;
use paper::sheet::read::{MAX_BYTES, Refusal, Table, read_table};
use programme::service::table::TableError;
use registration::rules::heading::{Mapping, is_known, parse_said};
use registration::service::intake::{Intake, IntakeError, Plan, plan, take_in};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use store::Store;

#[derive(Subcommand)]
pub enum ImportCommand {
    /// Take in a list of guests, one order a row: xlsx, xls, ods, or text with commas, semicolons or tabs. Everybody or
    /// nobody: refusals go to stderr as FILE:LINE: COLUMN: VALUE: reason.
    Attendees(Attendees),
    /// Take in a list of cooperation topics: name, English name, parent, short name. What is there is changed, nothing is
    /// deleted.
    Topics(Topics),
    /// Take in a table of sessions, as the desk writes it and people edit it: what differs is changed, what is new is added.
    /// All of it or nothing.
    Sessions(Topics),
    /// Take in schedule.xml or schedule.json, as frab, pretalx and FOSDEM write them, and release it. All of it or nothing;
    /// what could not be understood goes to stderr as FILE:LINE: PATH: VALUE: reason. The same file again changes nothing.
    Schedule(schedule::Import),
}

#[derive(Args)]
pub struct Attendees {
    file: PathBuf,
    #[arg(long)]
    congress: String,
    /// The category of those whose row names none, by its short name.
    #[arg(long)]
    category: Option<String>,
    /// What columns mean, by heading or letter, where their headings do not say it. Fields are given_name, family_name,
    /// name, email, organisation, category, language, ignore.
    #[arg(long, value_name = "COLUMN=FIELD,…")]
    map: Vec<String>,
    /// Send everybody their ticket.
    #[arg(long)]
    mail: bool,
    /// Say what would happen, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Topics {
    file: PathBuf,
    #[arg(long)]
    congress: String,
    /// Say what would happen, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub async fn run(store: &Store, command: ImportCommand) -> Result<(), Failed> {
    match command {
        ImportCommand::Attendees(args) => attendees(store, known(store, &args.congress).await?, args).await,
        ImportCommand::Topics(args) => topics(store, known(store, &args.congress).await?, args).await,
        ImportCommand::Sessions(args) => sessions(store, known(store, &args.congress).await?, args).await,
        ImportCommand::Schedule(args) => schedule::import(store, args).await,
    }
}

async fn known(store: &Store, slug: &str) -> Result<Uuid, Failed> {
    Ok(congress_id(store, Some(slug.to_owned())).await?.ok_or("an import needs a congress")?)
}

async fn attendees(store: &Store, congress: Uuid, args: Attendees) -> Result<(), Failed> {
    let mut said = vec![];
    for typed in &args.map {
        said.extend(parse_said(typed).map_err(|rest| format!("--map is COLUMN=FIELD,…, and {rest:?} has no field"))?);
    }
    let said_columns: Vec<String> = said.iter().map(|(column, _)| paper::sheet::read::key(column)).collect();
    let known = |cell: &str| is_known(cell) || said_columns.contains(&paper::sheet::read::key(cell));
    let table = open(&args.file, known)?;
    let mapping = Mapping::said(&table, &said).map_err(|refusals| refused(&args.file, &refusals))?;
    let intake = Intake { table: &table, mapping: &mapping, category: args.category.as_deref(), mail: args.mail };
    progress(&format!("{} rows, checking …", table.rows.len()));
    let foreseen = plan(store.read(), congress, intake, store.now()).await?;
    if !foreseen.is_ready() {
        return Err(refused(&args.file, &foreseen.refused()));
    }
    if args.dry_run {
        return say(format!("{} would be taken in: {}", people(foreseen.guests.len()), counts(&foreseen)));
    }
    progress(&format!("{}, taking in …", people(foreseen.guests.len())));
    let taken = match take_in(store, &Actor::system(), congress, intake).await {
        Err(IntakeError::Refused(refusals)) => return Err(refused(&args.file, &refusals)),
        other => other?,
    };
    say(format!("{} taken in: {}", people(taken.guests), counts(&foreseen)))
}

fn people(n: usize) -> String {
    if n == 1 { "1 attendee".into() } else { format!("{n} attendees") }
}

fn counts(plan: &Plan) -> String {
    plan.counts().into_iter().map(|(c, n)| format!("{} {n}", c.category.slug)).collect::<Vec<_>>().join(", ")
}

async fn topics(store: &Store, congress: Uuid, args: Topics) -> Result<(), Failed> {
    let table = open(&args.file, congress::rules::topic::is_known)?;
    let plan = if args.dry_run {
        let plan = topic::plan(store.read(), congress, &table).await?;
        if !plan.refusals.is_empty() {
            return Err(refused(&args.file, &plan.refusals));
        }
        plan
    } else {
        match topic::take_in(store, &Actor::system(), congress, &table).await {
            Err(TopicsError::Refused(refusals)) => return Err(refused(&args.file, &refusals)),
            other => other?,
        }
    };
    let would = if args.dry_run { "would be " } else { "" };
    say(format!(
        "topics: {} {would}added, {} {would}changed, {} as they were",
        plan.added, plan.changed, plan.unchanged
    ))
}

async fn sessions(store: &Store, congress: Uuid, args: Topics) -> Result<(), Failed> {
    let table = open(&args.file, programme::exchange::table::is_known)?;
    let taken = programme::service::table::take_in(store, &Actor::system(), congress, &table, args.dry_run).await;
    let report = match taken {
        Err(TableError::Refused(refusals)) => return Err(refused(&args.file, &refusals)),
        other => other?,
    };
    let would = if args.dry_run { "would be " } else { "" };
    // Whoever mistyped a room sees it here.
    for (column, name) in &report.made {
        say(format!("{column} {name:?} {would}made"))?;
    }
    say(format!(
        "sessions: {} {would}added, {} {would}changed, {} as they were",
        report.added(),
        report.changed(),
        report.unchanged
    ))
}

/// Never more of the file than is read at all. Of several sheets, says which it is.
fn open(path: &Path, known: impl Fn(&str) -> bool) -> Result<Table, Failed> {
    let at = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let mut bytes = vec![];
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let file = std::fs::File::open(path).map_err(|e| at(&e))?;
    file.take(most).read_to_end(&mut bytes).map_err(|e| at(&e))?;
    let table = read_table(&bytes, known).map_err(|e| at(&e))?;
    if let Some(sheet) = &table.sheet {
        // Nobody may be listening.
        let _ = writeln!(std::io::stderr(), "{}: reading the sheet {sheet:?}", path.display());
    }
    Ok(table)
}

/// All refusals, each on a line of its own.
fn refused(path: &Path, refusals: &[Refusal]) -> Failed {
    let words = Words::new(Language::En);
    let mut err = std::io::stderr().lock();
    for refusal in refusals {
        let values: Vec<_> = refusal.reason.values.iter().map(|(name, v)| (*name, v.as_str().into())).collect();
        let reason = words.with(refusal.reason.message, &values);
        // Nobody may be listening on stderr; the exit code says it all the same.
        let _ = writeln!(err, "{}:{}: {}: {}: {reason}", path.display(), refusal.line, refusal.column, refusal.value);
    }
    Failed(match refusals.len() {
        1 => "1 refusal, nothing was taken in".into(),
        n => format!("{n} refusals, nothing was taken in"),
    })
}

/// To people who wait.
pub(super) fn progress(line: &str) {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let _ = writeln!(err, "{line}");
    }
}
