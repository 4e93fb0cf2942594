//! Embeds every `templates/locale/{de,en}/*.ftl`, so that a new file needs no line in the code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut code = String::new();
    for language in ["de", "en"] {
        let folder = here.join("../../templates/locale").join(language).canonicalize()?;
        println!("cargo::rerun-if-changed={}", folder.display());
        let list: String = files(&folder)?.iter().fold(String::new(), |mut list, file| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let _ = write!(list, "({name:?}, include_str!({:?})), ", file.display().to_string());
            list
        });
        let _ = writeln!(code, "const {}: &[(&str, &str)] = &[{list}];", language.to_uppercase());
    }
    fs::write(out.join("sources.rs"), code)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = vec![];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
