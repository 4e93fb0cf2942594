//! Lists of contacts: what their headings and cells mean, and what shows that somebody agreed.

use super::voucher::read_time;
use base::{Language, Time, contact, name};
use campaign::service::contact::{Proof, Row};
use locale::{Tz, Words};
use paper::sheet::read::{Line, Reason, Refusal, Table, Value, key};
use registration::form::address_message;
use std::collections::HashSet;

/// The longest words that somebody agreed to, and the longest name and source, in characters.
const MAX_WORDING: usize = 2_000;
const MAX_LINE: usize = 200;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Address,
    Name,
    Language,
    Wording,
    Time,
    Source,
}

impl Field {
    pub const ALL: [Self; 6] = [Self::Address, Self::Name, Self::Language, Self::Wording, Self::Time, Self::Source];

    /// At the end of keys in the locale files.
    fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Name => "name",
            Self::Language => "language",
            Self::Wording => "wording",
            Self::Time => "time",
            Self::Source => "source",
        }
    }

    /// The key of its heading.
    pub fn heading(self) -> String {
        format!("contact-sheet-{}", self.name())
    }

    /// The key of what is said about it.
    pub fn meaning(self) -> String {
        format!("contact-sheet-means-{}", self.name())
    }

    /// The field of a heading in either language, by its name or another that people write.
    fn of(heading: &str) -> Option<Self> {
        let typed = key(heading);
        let is = |field: &Self| {
            let also = format!("contact-sheet-also-{}", field.name());
            says(&typed, &field.heading()) || says(&typed, &also)
        };
        Self::ALL.into_iter().find(|field| !typed.is_empty() && is(field))
    }
}

/// Whether a text is one of those that a key lists in either language.
fn says(typed: &str, key_of: &str) -> bool {
    let all = |words: Words| words.t(key_of).split(';').any(|one| key(one) == typed);
    Language::ALL.into_iter().map(Words::new).any(all)
}

/// Whether a heading is one of a list of contacts.
pub fn is_known(heading: &str) -> bool {
    Field::of(heading).is_some()
}

/// What a list would bring, and what stands against it, in the order of the lines.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub rows: Vec<Row>,
    pub refusals: Vec<Refusal>,
    /// How many have no proof: they are refused, or asked.
    pub without: usize,
    /// Lines with an address that stands above already: the first one counts.
    pub twice: usize,
}

/// Reads a list. `ask`: whoever comes without a proof is asked; otherwise they are refused.
pub fn plan(table: &Table, zone: Tz, now: Time, words: Words, ask: bool) -> Plan {
    let mut plan = Plan::default();
    let columns: Vec<Option<Field>> = table.columns.iter().map(|column| Field::of(&column.heading)).collect();
    if !columns.contains(&Some(Field::Address)) {
        let missing = Value { line: table.line, column: "", text: "" };
        plan.refusals.push(Refusal::new(missing, Reason::new("contact-sheet-no-address")));
        return plan;
    }
    let mut seen: HashSet<String> = HashSet::new();
    for line in &table.rows {
        let cells = Cells { table, columns: &columns, line, words, zone, now };
        match cells.row() {
            Err(refusal) => plan.refusals.push(*refusal),
            Ok(row) if !seen.insert(row.address.clone()) => plan.twice += 1,
            Ok(row) => {
                if row.proof.is_none() {
                    plan.without += 1;
                }
                if row.proof.is_none() && !ask {
                    plan.refusals.push(*cells.refusal(cells.missing(), Reason::new("contact-sheet-no-proof")));
                } else {
                    plan.rows.push(row);
                }
            }
        }
    }
    plan
}

struct Cells<'a> {
    table: &'a Table,
    columns: &'a [Option<Field>],
    line: &'a Line,
    words: Words,
    zone: Tz,
    now: Time,
}

impl Cells<'_> {
    fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    fn cell(&self, field: Field) -> &str {
        self.at(field).map_or("", |at| self.line.cell(at)).trim()
    }

    fn refusal(&self, field: Field, reason: Reason) -> Box<Refusal> {
        let heading = self.words.t(&field.heading());
        let mut value = self.table.value(self.line, self.at(field));
        if value.column.is_empty() {
            value.column = &heading;
        }
        Box::new(Refusal::new(value, reason))
    }

    /// The first part of the proof that is not there.
    fn missing(&self) -> Field {
        let parts = [Field::Wording, Field::Time, Field::Source];
        parts.into_iter().find(|field| self.cell(*field).is_empty()).unwrap_or(Field::Wording)
    }

    fn row(&self) -> Result<Row, Box<Refusal>> {
        let address = contact::check(self.cell(Field::Address))
            .map_err(|fault| self.refusal(Field::Address, Reason::new(address_message(fault))))?;
        Ok(Row { address, name: self.short(Field::Name, MAX_LINE)?, language: self.language()?, proof: self.proof()? })
    }

    fn short(&self, field: Field, most: usize) -> Result<String, Box<Refusal>> {
        let text = name::clean(self.cell(field));
        if text.chars().count() <= most {
            return Ok(text);
        }
        Err(self.refusal(field, Reason::new("campaign-fault-long").with("max", most.to_string())))
    }

    /// Nothing is German.
    fn language(&self) -> Result<Language, Box<Refusal>> {
        let typed = key(self.cell(Field::Language));
        if typed.is_empty() {
            return Ok(Language::De);
        }
        let is = |language: &Language| {
            typed == language.tag() || says(&typed, &format!("contact-sheet-in-{}", language.tag()))
        };
        let found = Language::ALL.into_iter().find(is);
        found.ok_or_else(|| self.refusal(Field::Language, Reason::new("contact-sheet-no-language")))
    }

    /// All of it, or none: words without a day, or a day without words, show nothing.
    fn proof(&self) -> Result<Option<Proof>, Box<Refusal>> {
        let typed = self.cell(Field::Time);
        let at = if typed.is_empty() { None } else { read_time(typed, self.zone, false) };
        if !typed.is_empty() && at.is_none() {
            return Err(self.refusal(Field::Time, Reason::new("contact-sheet-no-time")));
        }
        if at.is_some_and(|at| at > self.now) {
            return Err(self.refusal(Field::Time, Reason::new("contact-sheet-future")));
        }
        let (wording, source) = (self.short(Field::Wording, MAX_WORDING)?, self.short(Field::Source, MAX_LINE)?);
        Ok(at.filter(|_| !wording.is_empty() && !source.is_empty()).map(|at| Proof { wording, at, source }))
    }
}
