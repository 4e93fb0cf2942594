//! A campaign as staff type it: a form that grows, without a script. Each of its buttons sends the whole form; all but the one
//! that saves show it again, changed. What is typed is written by that one alone; another keeps the segment by a name.
//!
//! `name`, `kind`, `subject-de`, `subject-en`, `at-night`, `version`; of each piece `block-N-is` and what it needs, of each
//! condition `term-G-N-not`, `term-G-N-is`, `term-G-N-of`; `do`: which button; `segment-saved`, `segment-name`: the segment to take up, and the name to keep
//! this one by.

mod block;
mod deed;
mod plan;
mod term;

pub use block::{KINDS, choices};
pub use deed::{Deed, change};
pub use plan::{FIELDS as PLAN_FIELDS, read as read_plan, shown as plan_shown};
pub use term::{CRITERIA, Value, criterion_name, value_of};

use crate::form::settings::line;
use crate::query::campaign::Offer;
use base::name;
use campaign::entity::campaign::{Kind, Model};
use campaign::rules::letter::{Blocks, MAX_SUBJECT};
use campaign::service::campaign::Draft;
use campaign::service::saved_segment;
use locale::Words;
use web::{Faults, Fields};

/// The longest name, in characters.
const MAX_NAME: usize = 120;
/// The version of the campaign that was shown.
pub const VERSION: &str = "version";

/// A campaign as it is.
pub fn of(row: &Model) -> Draft {
    Draft {
        name: row.name.clone(),
        kind: row.kind,
        segment: row.segment.clone(),
        subject: row.subject.0.clone(),
        blocks: row.blocks.clone(),
        at_night: row.at_night,
    }
}

/// A campaign as fields.
pub fn fields(draft: &Draft) -> Fields {
    let mut fields = Fields::new()
        .with("name", &*draft.name)
        .with("kind", draft.kind.name())
        .with("subject-de", &*draft.subject.de)
        .with("subject-en", &*draft.subject.en);
    if draft.at_night {
        fields.set("at-night", "on");
    }
    block::put(&mut fields, &draft.blocks);
    term::put(&mut fields, &draft.segment);
    fields
}

/// What was typed, finished or not.
pub fn read(fields: &Fields) -> Draft {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == fields.get("kind"));
    Draft {
        name: name::clean(fields.get("name")),
        kind: kind.unwrap_or_default(),
        segment: term::read(fields),
        subject: line(fields, "subject"),
        blocks: Blocks(block::read(fields)),
        at_night: fields.has("at-night"),
    }
}

/// What keeps it from being kept. A letter that is not finished is kept, and told what it lacks on its page; a condition that
/// asks for nothing would mean others than it seems to.
pub fn check(draft: &Draft, offer: &Offer, words: Words) -> Faults {
    let mut faults = Faults::new();
    if draft.name.is_empty() {
        faults.add("name", "desk-settings-fault-missing");
    } else if draft.name.chars().count() > MAX_NAME {
        faults.add_with("name", "campaign-fault-long", &[("max", MAX_NAME.into())]);
    }
    for (field, text) in [("subject-de", &draft.subject.de), ("subject-en", &draft.subject.en)] {
        if text.chars().count() > MAX_SUBJECT {
            faults.add_with(field, "campaign-fault-long", &[("max", MAX_SUBJECT.into())]);
        }
    }
    block::check(&draft.blocks, offer, &mut faults);
    term::check(&draft.segment, offer, &mut faults);
    name_all(&mut faults, draft, words);
    faults
}

/// What the fields are called in the list of errors.
pub fn name_all(faults: &mut Faults, draft: &Draft, words: Words) {
    let fixed = [
        ("name", "campaign-name"),
        ("kind", "campaign-kind"),
        ("subject-de", "campaign-subject-de"),
        ("subject-en", "campaign-subject-en"),
        ("segment-name", "campaign-saved-name"),
    ];
    let mut names: Vec<(String, String)> =
        fixed.into_iter().map(|(field, key)| (field.to_owned(), words.t(key))).collect();
    names.extend(block::names(&draft.blocks, words));
    names.extend(term::names(&draft.segment, words));
    faults.name_all(&names);
}

/// The name to keep a segment by, or what is wrong with it.
pub fn segment_name(fields: &Fields, field: &str) -> Result<String, Faults> {
    let name = name::clean(fields.get(field));
    let mut faults = Faults::new();
    if name.is_empty() {
        faults.add(field, "desk-settings-fault-missing");
    } else if name.chars().count() > saved_segment::MAX_NAME {
        faults.add_with(field, "campaign-fault-long", &[("max", saved_segment::MAX_NAME.into())]);
    }
    if faults.is_empty() { Ok(name) } else { Err(faults) }
}

/// What keeps a segment from being kept by a name, and the name.
pub fn check_segment(draft: &Draft, fields: &Fields, offer: &Offer, words: Words) -> Result<String, Faults> {
    let (name, mut faults) = match segment_name(fields, "segment-name") {
        Ok(name) => (name, Faults::new()),
        Err(faults) => (String::new(), faults),
    };
    term::check(&draft.segment, offer, &mut faults);
    name_all(&mut faults, draft, words);
    if faults.is_empty() { Ok(name) } else { Err(faults) }
}
