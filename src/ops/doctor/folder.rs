//! Folders: whether they can be written to, and how much room there is.

use super::Setup;
use crate::Check;
use rustix::fs::{Access, access, statvfs};
use std::path::{Path, PathBuf};
use store::Place;

const MEBI: u64 = 1024 * 1024;

/// What a folder must have room for, in bytes.
struct Need {
    /// Less is told, …
    little: u64,
    /// … and with less than that the next writes fail.
    none: u64,
    /// What fails.
    without: &'static str,
}

/// Of the database.
const DATABASE: Need = Need { little: 1024 * MEBI, none: 64 * MEBI, without: "orders are refused" };
/// Of lists on their way out, and of large sorts.
const PASSING: Need = Need { little: 64 * MEBI, none: 8 * MEBI, without: "lists cannot be written" };

pub(super) fn checks(setup: &Setup) -> Vec<Check> {
    let mut checks = vec![];
    if let Ok(Place::Sqlite(file)) = Place::of(&setup.database_url) {
        let folder =
            file.parent().filter(|f| !f.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned);
        checks.push(look("folder", &folder, Some(&file), &DATABASE));
    }
    checks.push(look("temporary", &std::env::temp_dir(), None, &PASSING));
    checks
}

fn look(name: &'static str, folder: &Path, file: Option<&Path>, need: &Need) -> Check {
    let shown = folder.display();
    if !folder.is_dir() {
        return Check::fail(name, format!("there is no folder {shown}"), format!("Run `mkdir -p {shown}`."));
    }
    let shut = [Some(folder), file.filter(|file| file.exists())];
    if let Some(path) = shut.into_iter().flatten().find(|path| access(*path, Access::WRITE_OK).is_err()) {
        let path = path.display();
        return Check::fail(
            name,
            format!("{path} cannot be written to by this user"),
            format!(
                "Run `chown kongress {path}` with the user kongress runs as; under systemd see ReadWritePaths and StateDirectory."
            ),
        );
    }
    match statvfs(folder) {
        Ok(room) => {
            let free = room.f_bavail.saturating_mul(room.f_frsize);
            let found = format!("{shown}, {} MiB free", free / MEBI);
            let remedy = format!("Make room on the disk of {shown}: without it {}.", need.without);
            match free {
                free if free < need.none => Check::fail(name, found, remedy),
                free if free < need.little => Check::warn(name, found, remedy),
                _ => Check::ok(name, found),
            }
        }
        Err(e) => Check::warn(name, format!("{shown}: {e}"), "See with `df` how much room there is."),
    }
}
