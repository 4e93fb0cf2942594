//! `kongress export`: lists as files, the same as the desk writes them.

use crate::{Failed, say};
use base::{Actor, Language};
use clap::{Args, Subcommand};
use congress::entity::congress::Model as Congress;
use desk::service::export::{self, Reader};
use locale::Words;
use paper::sheet::Format;
use registration::query::{attendee, order};
use registration::service::export::exported;
use std::fs::File;
use std::path::{Path, PathBuf};
use store::Store;

#[derive(Subcommand)]
pub enum ExportCommand {
    /// Write all attendees, one a row.
    Attendees(List),
    /// Write all orders, one a row.
    Orders(List),
}

#[derive(Args)]
pub struct List {
    /// Where to: its ending says whether as .xlsx or .csv. Nothing is overwritten.
    file: PathBuf,
    #[arg(long)]
    congress: String,
    /// Language of the headings and words: de or en.
    #[arg(long, default_value = "de")]
    language: Language,
}

/// Writes the list, and records that it left.
pub async fn run(store: &Store, command: ExportCommand) -> Result<(), Failed> {
    let (list, name) = match &command {
        ExportCommand::Attendees(list) => (list, "attendees"),
        ExportCommand::Orders(list) => (list, "orders"),
    };
    let format = format(&list.file)?;
    let found = congress::query::by_slug(store.read(), &list.congress).await?;
    let congress: Congress = found.ok_or(format!("there is no congress {}", list.congress))?;
    let reader = Reader { words: Words::new(list.language), zone: congress.zone.parse()? };
    let out = File::create_new(&list.file).map_err(|e| format!("{}: {e}", list.file.display()))?;
    let (conn, id) = (store.read(), congress.id);
    let written = match command {
        ExportCommand::Attendees(_) => {
            export::attendees(conn, id, &attendee::Filter::default(), format, reader, out).await
        }
        ExportCommand::Orders(_) => export::orders(conn, id, &order::Filter::default(), format, reader, out).await,
    };
    let rows = match written {
        Ok((_, rows)) => rows,
        Err(error) => {
            // Half a list would be taken for a whole one.
            std::fs::remove_file(&list.file)?;
            return Err(error.into());
        }
    };
    exported(store, &Actor::system(), id, name, format.name(), rows, true).await?;
    say(format!("{rows} {name} written to {}", list.file.display()))
}

fn format(file: &Path) -> Result<Format, Failed> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    Ok(Format::from_name(&ending).ok_or(format!("{}: a list ends in .xlsx or .csv", file.display()))?)
}
