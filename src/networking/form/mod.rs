//! What people type: fields by name, what they make, and what is wrong with them.

pub mod cooperation;
pub mod entry;
pub mod profile;
pub mod topic;
pub mod weight;

use crate::rules::term;
use base::name;
use web::Faults;

/// One line as it is kept; too long is a fault beside its field.
fn line(typed: &str, field: &str, faults: &mut Faults) -> String {
    let clean = name::clean(typed);
    if clean.chars().count() > term::LINE {
        faults.add_with(field, "network-fault-line", &[("most", number(term::LINE))]);
    }
    clean
}

/// Several lines as they are kept: ends trimmed, no control characters but the line's end.
pub fn text(typed: &str, field: &str, faults: &mut Faults) -> String {
    let lines = typed.lines().map(name::clean);
    let whole = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    if whole.chars().count() > term::TEXT {
        faults.add_with(field, "network-fault-text", &[("most", number(term::TEXT))]);
    }
    whole
}

fn number(n: usize) -> locale::Arg {
    locale::Arg::from(i64::try_from(n).unwrap_or(i64::MAX))
}
