//! Prometheus's text format 0.0.4.

use std::fmt::Write;

/// Families of figures, one after the other.
pub(super) struct Text {
    out: String,
    family: &'static str,
}

impl Text {
    pub(super) fn new() -> Self {
        Self { out: String::new(), family: "" }
    }

    /// Begins a family: its lines follow.
    pub(super) fn family(&mut self, name: &'static str, kind: &str, help: &str) {
        self.family = name;
        // Writing to a String does not fail.
        let _ = write!(self.out, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    /// A figure of the family.
    pub(super) fn line(&mut self, labels: &[(&str, &str)], value: f64) {
        self.out.push_str(self.family);
        for (at, (name, value)) in labels.iter().enumerate() {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            let _ = write!(self.out, "{}{name}=\"{value}\"", if at == 0 { '{' } else { ',' });
        }
        let _ = writeln!(self.out, "{} {value}", if labels.is_empty() { "" } else { "}" });
    }

    pub(super) fn done(self) -> String {
        self.out
    }
}
