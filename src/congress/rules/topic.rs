//! A list of topics: what its columns mean, and what its rows say.

use super::slug_is_sound;
use base::Text;
use base::name::{MAX_NAME, clean};
use paper::sheet::read::{Line, Reason, Refusal, Table, Value, key};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    German,
    English,
    Parent,
    Slug,
}

/// "Topic" is the German name too where no other column is.
const TOPIC: [&str; 3] = ["Topic", "Topics", "Cooperation topic"];

const WORDS: [(Field, &[&str]); 4] = [
    (
        Field::German,
        &[
            "Thema",
            "Themen",
            "Kooperationsthema",
            "Name",
            "Bezeichnung",
            "Titel",
            "Deutsch",
            "German",
            "de",
            "Thema (de)",
            "Thema (deutsch)",
            "Name (de)",
            "Name (deutsch)",
            "Topic (de)",
            "topic_de",
            "name_de",
        ],
    ),
    (
        Field::English,
        &[
            "Englisch",
            "English",
            "en",
            "Thema (en)",
            "Thema (englisch)",
            "Name (en)",
            "Name (englisch)",
            "Topic (en)",
            "English name",
            "topic_en",
            "name_en",
        ],
    ),
    (
        Field::Parent,
        &[
            "Oberthema",
            "Hauptthema",
            "Übergeordnet",
            "Übergeordnetes Thema",
            "Gehört zu",
            "Parent",
            "Parent topic",
            "Part of",
            "Below",
        ],
    ),
    (Field::Slug, &["Kurzname", "Kürzel", "Short name", "Slug", "Code"]),
];

fn is_one_of(heading: &str, words: &[&str]) -> bool {
    let wanted = key(heading);
    words.iter().any(|word| key(word) == wanted)
}

fn field(heading: &str) -> Option<Field> {
    WORDS.iter().find(|(_, words)| is_one_of(heading, words)).map(|(field, _)| *field)
}

/// Whether a heading is one that is understood.
pub fn is_known(heading: &str) -> bool {
    field(heading).is_some() || is_one_of(heading, &TOPIC)
}

/// A topic as a row says. None: the list has no such column, or the cell is empty where that says nothing.
#[derive(Clone, Debug)]
pub struct Entry {
    pub line: u32,
    pub german: Option<String>,
    pub english: Option<String>,
    /// Empty: it stands at the top.
    pub parent: Option<String>,
    pub slug: Option<String>,
    columns: [String; 4],
}

impl Entry {
    /// The name that short names are made of.
    pub fn title(&self) -> &str {
        self.german.as_deref().or(self.english.as_deref()).unwrap_or_default()
    }

    /// The name, with what the list leaves open as it is.
    pub fn name(&self, before: Option<&Text>) -> Text {
        let text = |new: &Option<String>, old: fn(&Text) -> &String| {
            new.clone().or_else(|| before.map(|text| old(text).clone())).unwrap_or_default()
        };
        Text { de: text(&self.german, |t| &t.de), en: text(&self.english, |t| &t.en) }
    }

    pub fn refused(&self, field: Field, text: &str, reason: Reason) -> Refusal {
        Refusal::new(Value { line: self.line, column: &self.columns[field as usize], text }, reason)
    }
}

/// The rows of a list, and what is wrong with them.
pub fn read(table: &Table) -> (Vec<Entry>, Vec<Refusal>) {
    let mut refusals = vec![];
    let columns = Columns::of(table);
    if columns.0[0].or(columns.0[1]).is_none() {
        let there = table.columns.iter().map(|c| c.name()).collect::<Vec<_>>().join(", ");
        let nowhere = Value { line: table.line, column: "topic", text: "" };
        refusals.push(Refusal::new(nowhere, Reason::new("congress-topics-no-column").with("columns", there)));
        return (vec![], refusals);
    }
    let entries = table.rows.iter().filter_map(|row| columns.entry(table, row, &mut refusals)).collect();
    (entries, refusals)
}

/// The column of each field.
struct Columns([Option<usize>; 4]);

impl Columns {
    fn of(table: &Table) -> Self {
        let find = |wanted| table.columns.iter().position(|c| field(&c.heading) == Some(wanted));
        let mut columns = [find(Field::German), find(Field::English), find(Field::Parent), find(Field::Slug)];
        if let Some(topic) = table.columns.iter().position(|c| is_one_of(&c.heading, &TOPIC)) {
            let free = columns.iter().take(2).position(Option::is_none);
            if let Some(free) = free {
                columns[free] = Some(topic);
            }
        }
        Self(columns)
    }

    /// None: an empty row, or one that is refused.
    fn entry(&self, table: &Table, row: &Line, refusals: &mut Vec<Refusal>) -> Option<Entry> {
        let text = |field: Field| self.0[field as usize].map(|at| clean(row.cell(at)));
        let filled = |field| text(field).filter(|text| !text.is_empty());
        let name = |at: Option<usize>| table.value(row, at).column.to_owned();
        let entry = Entry {
            line: row.number,
            german: filled(Field::German),
            english: filled(Field::English),
            parent: text(Field::Parent),
            slug: filled(Field::Slug),
            columns: self.0.map(name),
        };
        if entry.title().is_empty() {
            let something = entry.slug.as_deref().or(entry.parent.as_deref()).filter(|text| !text.is_empty());
            if something.is_some() {
                refusals.push(entry.refused(Field::German, "", Reason::new("congress-topics-no-name")));
            }
            return None;
        }
        let before = refusals.len();
        for (field, text) in [(Field::German, &entry.german), (Field::English, &entry.english)] {
            if let Some(text) = text.as_ref().filter(|text| text.chars().count() > MAX_NAME) {
                refusals.push(entry.refused(field, text, Reason::new("congress-topics-too-long")));
            }
        }
        match &entry.slug {
            Some(slug) if !slug_is_sound(slug) => {
                refusals.push(entry.refused(Field::Slug, slug, Reason::new("congress-topics-slug")));
            }
            None if slug_of(entry.title()).is_empty() => {
                refusals.push(entry.refused(Field::German, entry.title(), Reason::new("congress-topics-slug-missing")));
            }
            _ => {}
        }
        (refusals.len() == before).then_some(entry)
    }
}

/// The longest short name that is made of a name.
const MAX_SLUG: usize = 40;

/// A short name: "Onlinezugangsgesetz (OZG)" is `onlinezugangsgesetz-ozg`, "Übertragung" `uebertragung`.
pub fn slug_of(name: &str) -> String {
    let spelled: String = name.to_lowercase().chars().map(spelled).collect();
    let mut slug = String::new();
    for word in spelled.split('-').filter(|word| !word.is_empty()) {
        let more = slug.len() + usize::from(!slug.is_empty()) + word.len();
        if more > MAX_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() { spelled.chars().filter(|c| *c != '-').take(MAX_SLUG).collect() } else { slug }
}

fn spelled(c: char) -> String {
    match c {
        'ä' => "ae".into(),
        'ö' => "oe".into(),
        'ü' => "ue".into(),
        c if c.is_alphanumeric() => {
            base::name::fold(c.encode_utf8(&mut [0; 4])).replace(|c: char| !c.is_ascii_alphanumeric(), "")
        }
        _ => "-".into(),
    }
}
