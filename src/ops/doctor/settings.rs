//! Whether the settings can be read, and are all known.

use crate::Check;
use base::config::{Config, ConfigError, FILE};

const NAME: &str = "settings";
/// How like two names must be for one to be meant by the other.
const ALIKE: f64 = 0.8;

pub(super) fn names() -> Check {
    let unknown = match Config::unknown() {
        Ok(unknown) => unknown,
        Err(e) => return unreadable(&e),
    };
    let file = if std::path::Path::new(FILE).exists() { FILE } else { "environment only, no kongress.toml here" };
    if unknown.is_empty() {
        return Check::ok(NAME, file);
    }
    let remedy: Vec<String> = unknown.iter().map(|name| remedy(name)).collect();
    Check::warn(NAME, format!("no setting is called {}", unknown.join(", ")), remedy.join(" "))
}

pub(super) fn unreadable(error: &ConfigError) -> Check {
    // The reason may quote a value: only where, not what.
    let path = std::env::current_dir().map(|folder| folder.join(FILE).display().to_string()).unwrap_or_default();
    let what = match error.is_syntax() {
        true => "is no TOML, or cannot be read",
        false => "has a value of the wrong kind",
    };
    Check::fail(
        NAME,
        format!("{path} {what}{}", error.settings()),
        format!(
            "Write {FILE} as lines of `name = \"value\"`, with the names of the README's table, and make it readable for the user kongress runs as."
        ),
    )
}

fn remedy(unknown: &str) -> String {
    let lower = unknown.to_ascii_lowercase();
    let bare = lower.strip_prefix("kongress_").unwrap_or(&lower);
    let likeness = |name: &str| strsim::jaro_winkler(bare, name);
    let best = Config::NAMES.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match best.filter(|name| likeness(name) >= ALIKE) {
        Some(name) if unknown.starts_with("KONGRESS_") => {
            format!("{unknown}: did you mean KONGRESS_{}?", name.to_ascii_uppercase())
        }
        Some(name) => format!("{unknown}: did you mean {name}?"),
        None => format!("Remove {unknown}: the README has a table of all settings."),
    }
}
