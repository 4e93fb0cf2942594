//! `kongress export`: lists as files, the same as the desk writes them; the programme for other programs.

use super::schedule;
use crate::{Failed, say};
use base::{Actor, Language};
use clap::{Args, Subcommand};
use congress::entity::congress::Model as Congress;
use desk::service::export::{self, Reader};
use locale::Words;
use paper::sheet::Format;
use registration::query::{attendee, order};
use registration::service::export::exported;
use std::io::{IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};
use store::Store;
use tempfile::NamedTempFile;

#[derive(Subcommand)]
pub enum ExportCommand {
    /// Write all attendees, one a row.
    Attendees(List),
    /// Write all orders, one a row.
    Orders(List),
    /// Write the newest release of the programme as schedule.xml or schedule.json.
    Schedule(schedule::Export),
}

#[derive(Args)]
pub struct List {
    #[arg(long)]
    congress: String,
    /// xlsx or csv. Unless said, as --output ends; else csv.
    #[arg(long, value_parser = format)]
    format: Option<Format>,
    /// Where to, instead of standard output. Nothing is overwritten, and a list that breaks off leaves no file.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Language of the headings and words: de or en.
    #[arg(long, default_value = "de")]
    language: Language,
}

/// Which list.
#[derive(Clone, Copy)]
enum Rows {
    Attendees,
    Orders,
}

/// Writes the list, and records that it left. `site`: the public address.
pub async fn run(store: &Store, site: &str, command: ExportCommand) -> Result<(), Failed> {
    match command {
        ExportCommand::Attendees(list) => write(store, &list, Rows::Attendees).await,
        ExportCommand::Orders(list) => write(store, &list, Rows::Orders).await,
        ExportCommand::Schedule(args) => schedule::export(store, site, &args).await,
    }
}

async fn write(store: &Store, list: &List, rows: Rows) -> Result<(), Failed> {
    let format = list.format()?;
    let congress = by_slug(store, &list.congress).await?;
    let reader = Reader { words: Words::new(list.language), zone: congress.zone.parse()? };
    let draft = draft(list.output.as_deref())?;
    let (conn, id, out) = (store.read(), congress.id, draft.reopen()?);
    // What is sensitive leaves at the desk alone, where it is known who takes it.
    let sight = export::Sight { sensitive: false };
    let (written, name) = match rows {
        Rows::Attendees => {
            let filter = attendee::Filter::default();
            (export::attendees(conn, id, &filter, format, reader, sight, out).await?.rows, "attendees")
        }
        Rows::Orders => {
            let filter = order::Filter::default();
            (export::orders(conn, id, &filter, format, reader, sight, out).await?.rows, "orders")
        }
    };
    let Some(path) = &list.output else {
        exported(store, &Actor::system(), Some(id), name, format.name(), written, true).await?;
        return print(draft);
    };
    draft.persist_noclobber(path).map_err(|e| format!("{}: {}", path.display(), e.error))?;
    exported(store, &Actor::system(), Some(id), name, format.name(), written, true).await?;
    say(format!("{written} {name} written to {}", path.display()))
}

impl List {
    fn format(&self) -> Result<Format, Failed> {
        let ending = self.output.as_deref().map(ending);
        let format = match (self.format, ending) {
            (Some(format), _) => format,
            (None, Some(ending)) => format(&ending)?,
            (None, None) => Format::Csv,
        };
        if self.output.is_none() && format == Format::Xlsx && std::io::stdout().is_terminal() {
            return Err("an .xlsx file is nothing to look at here: say where to with --output".into());
        }
        Ok(format)
    }
}

/// What is not finished lies under a name that nobody takes for the list, where it can take its place at once.
pub(super) fn draft(output: Option<&Path>) -> Result<NamedTempFile, Failed> {
    let Some(path) = output else { return Ok(NamedTempFile::new()?) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(NamedTempFile::new_in(folder).map_err(|e| format!("{}: {e}", folder.display()))?)
}

pub(super) async fn by_slug(store: &Store, slug: &str) -> Result<Congress, Failed> {
    let found = congress::query::by_slug(store.read(), slug).await?;
    Ok(found.ok_or(format!("there is no congress {slug}"))?)
}

pub(super) fn ending(file: &Path) -> String {
    file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase()
}

fn format(name: &str) -> Result<Format, String> {
    Format::from_name(name).ok_or_else(|| format!("{name:?} is no format of a list: xlsx or csv"))
}

pub(super) fn print(mut draft: NamedTempFile) -> Result<(), Failed> {
    draft.rewind()?;
    let mut out = std::io::stdout().lock();
    std::io::copy(draft.as_file_mut(), &mut out)?;
    Ok(out.flush()?)
}
