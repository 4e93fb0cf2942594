//! `kongress import schedule` and `kongress export schedule`: schedule.xml and schedule.json.

use super::export::{by_slug, draft, ending, print};
use super::import::progress;
use crate::{Failed, say};
use ::schedule::Notice;
use base::Actor;
use chrono_tz::Tz;
use clap::{Args, ValueEnum};
use programme::ProgrammeError;
use programme::query::exchange::{Which, schedule};
use programme::service::import::{Count, NewCongress, Options, Report, file};
use registration::service::export::exported;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use store::Store;

#[derive(Args)]
pub struct Import {
    file: PathBuf,
    #[arg(long)]
    congress: String,
    /// Make the congress, public, unless it is there.
    #[arg(long)]
    create: bool,
    /// What it is called, instead of the file's title.
    #[arg(long, requires = "create")]
    name: Option<String>,
    /// The congress's time zone, instead of the file's or Europe/Berlin. Times without offset are read in the zone that the
    /// file names, if it names one.
    #[arg(long, requires = "create")]
    zone: Option<Tz>,
    /// Do not release it.
    #[arg(long)]
    draft: bool,
    /// Say what would happen, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Export {
    #[arg(long)]
    congress: String,
    /// Unless said, as --output ends; else xml.
    #[arg(long)]
    format: Option<Format>,
    /// Where to, instead of standard output. Nothing is overwritten.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Write what staff work at, not what was released.
    #[arg(long)]
    draft: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Xml,
    Json,
}

/// Takes the file in. What could not be understood is told, and the rest is there.
pub async fn import(store: &Store, args: Import) -> Result<(), Failed> {
    let at = |e: &dyn std::fmt::Display| format!("{}: {e}", args.file.display());
    let mut bytes = vec![];
    let most = u64::try_from(schedule::LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let opened = std::fs::File::open(&args.file).map_err(|e| at(&e))?;
    opened.take(most).read_to_end(&mut bytes).map_err(|e| at(&e))?;
    progress(&format!("{} kB, taking in …", bytes.len() / 1_000));
    let create = args.create.then(|| NewCongress { name: args.name.clone(), zone: args.zone });
    let options = Options { draft: args.draft, dry_run: args.dry_run };
    let done = file(store, &Actor::system(), &args.congress, &bytes, create.as_ref(), options).await;
    let report = match done {
        Ok(report) => report,
        Err(ProgrammeError::Read(e)) => {
            return Err(format!("{}:{}: column {}: {}", args.file.display(), e.line, e.column, e.fault).into());
        }
        Err(ProgrammeError::NoDays) => return Err(at(&ProgrammeError::NoDays).into()),
        Err(ProgrammeError::Congress(congress::CongressError::Unknown)) => {
            return Err(format!("there is no congress {}: --create makes it", args.congress).into());
        }
        Err(ProgrammeError::NotWhole(all)) => {
            notices(&args.file, &all);
            return Err(at(&ProgrammeError::NotWhole(all)).into());
        }
        Err(e) => return Err(e.into()),
    };
    notices(&args.file, &report.notices);
    say(told(&report, &args))
}

/// Each on a line of its own; the line is empty where it is not known.
fn notices(path: &Path, notices: &[Notice]) {
    let mut err = std::io::stderr().lock();
    for notice in notices {
        let line = notice.line.map(|line| line.to_string()).unwrap_or_default();
        let times = if notice.count > 1 { format!(" ({} times)", notice.count) } else { String::new() };
        let (path, said) = (path.display(), &notice.path);
        // Nobody may be listening on stderr.
        let _ = writeln!(err, "{path}:{line}: {said}: {}: {}{times}", notice.value, notice.reason);
    }
}

/// `schedule 2025-02-01: 943 slots added; 40 rooms added; released as 2025-02-01`.
fn told(report: &Report, args: &Import) -> String {
    let would = if args.dry_run { "would be " } else { "" };
    let mut parts = vec![];
    if report.created {
        parts.push(format!("congress {} {would}created", args.congress));
    }
    let all = [
        ("sessions", report.sessions),
        ("slots", report.slots),
        ("speakers", report.speakers),
        ("rooms", report.rooms),
        ("tracks", report.tracks),
    ];
    parts.extend(all.map(|(name, count)| counted(name, count, would)));
    parts.push(match &report.release {
        Some(release) => format!("{would}released as {release}"),
        None if args.draft => "not released".to_owned(),
        None => "no new release".to_owned(),
    });
    format!("schedule: {}", parts.join("; "))
}

fn counted(name: &str, count: Count, would: &str) -> String {
    let Count { added, changed, unchanged, removed } = count;
    format!("{name} {added} {would}added, {changed} {would}changed, {removed} {would}removed, {unchanged} as they were")
}

/// Writes the schedule, and records that it left.
pub async fn export(store: &Store, site: &str, args: &Export) -> Result<(), Failed> {
    let format = args.format()?;
    let congress = by_slug(store, &args.congress).await?;
    let which = if args.draft { Which::Draft } else { Which::Newest };
    let read = {
        let snapshot = store.snapshot().await?;
        schedule(&snapshot, &congress, which, site).await?
    };
    let (text, name) = match format {
        Format::Xml => (schedule::write_xml(&read), "xml"),
        Format::Json => (schedule::write_json(&read), "json"),
    };
    let rows = read.events().count();
    let mut file = draft(args.output.as_deref())?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let Some(path) = &args.output else {
        exported(store, &Actor::system(), Some(congress.id), "schedule", name, rows, true).await?;
        return print(file);
    };
    file.persist_noclobber(path).map_err(|e| format!("{}: {}", path.display(), e.error))?;
    exported(store, &Actor::system(), Some(congress.id), "schedule", name, rows, true).await?;
    say(format!("{rows} slots written to {}", path.display()))
}

impl Export {
    fn format(&self) -> Result<Format, Failed> {
        match (self.format, self.output.as_deref().map(ending)) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Xml),
            (None, Some(ending)) => Ok(Format::from_str(&ending, true)
                .map_err(|_| format!("{ending:?} is no format of a schedule: xml or json"))?),
        }
    }
}
