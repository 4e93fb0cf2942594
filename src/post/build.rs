//! Embeds every `templates/mail/<slice>/<mail>.{de,en}.md`, so that a new mail needs no line in the code. A mail that
//! lacks a language or its subject stops the build. Files that begin with `_` are parts for others to include.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let root = here.join("../../templates/mail").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    let mut list = String::new();
    for folder in entries(&root)?.into_iter().filter(|p| p.is_dir()) {
        for file in entries(&folder)?.into_iter().filter(|p| p.extension().is_some_and(|e| e == "md")) {
            check(&file)?;
            let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
            let _ = writeln!(list, "    ({name:?}, include_str!({:?})),", file.display().to_string());
        }
    }
    fs::write(out.join("mails.rs"), format!("const MAILS: &[(&str, &str)] = &[\n{list}];\n"))
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Both languages, and a subject unless it is a part.
fn check(file: &Path) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let wrong = |what: &str| Err(io::Error::other(format!("templates/mail: {}: {what}", file.display())));
    let other = match (name.strip_suffix(".de.md"), name.strip_suffix(".en.md")) {
        (Some(stem), _) => format!("{stem}.en.md"),
        (_, Some(stem)) => format!("{stem}.de.md"),
        _ => return wrong("a mail is named <mail>.de.md or <mail>.en.md"),
    };
    if !file.with_file_name(&other).exists() {
        return wrong(&format!("{other} is missing beside it"));
    }
    let text = fs::read_to_string(file)?;
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map(|(front, _)| front);
    if !name.starts_with('_') && !front.is_some_and(|f| f.lines().any(|l| l.starts_with("subject: "))) {
        return wrong("it must begin with ---, a line `subject: …` and ---");
    }
    Ok(())
}
