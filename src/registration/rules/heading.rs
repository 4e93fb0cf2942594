//! What the columns of a list of guests mean: guessed from their headings, or said.

use paper::sheet::read::{Reason, Refusal, Table, Value, key};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    GivenName,
    FamilyName,
    /// The whole name, to be split by [`super::name::split`].
    Name,
    Email,
    Organisation,
    Category,
    Language,
    Ignore,
}

impl Field {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Ignore,
        Self::GivenName,
        Self::FamilyName,
        Self::Name,
        Self::Email,
        Self::Organisation,
        Self::Category,
        Self::Language,
    ];

    /// As `--map` and the forms write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::Name => "name",
            Self::Email => "email",
            Self::Organisation => "organisation",
            Self::Category => "category",
            Self::Language => "language",
            Self::Ignore => "ignore",
        }
    }

    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_ascii_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|field| field.name() == typed)
    }
}

/// What a heading says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Is(Field),
    /// "Name": the whole name, or the one that is missing.
    JustName,
}

/// Headings as people write them. Compared by [`key`]: case, spaces, hyphens, umlauts, colons and asterisks do not count.
const WORDS: [(Word, &[&str]); 9] = [
    (
        Word::Is(Field::GivenName),
        &["Vorname", "Vornamen", "Rufname", "Given name", "First name", "Forename", "Vorname Teilnehmer", "fname"],
    ),
    (
        Word::Is(Field::FamilyName),
        &[
            "Nachname",
            "Nachnamen",
            "Familienname",
            "Zuname",
            "Family name",
            "Last name",
            "Surname",
            "Nachname Teilnehmer",
            "lname",
        ],
    ),
    (Word::JustName, &["Name", "Namen", "Names"]),
    (
        Word::Is(Field::Name),
        &[
            "Vor- und Nachname",
            "Vor- und Zuname",
            "Vor-/Nachname",
            "Vorname Nachname",
            "Vorname und Nachname",
            "Vorname, Name",
            "Nachname, Vorname",
            "Name, Vorname",
            "Nachname Vorname",
            "Voller Name",
            "Vollständiger Name",
            "Ganzer Name",
            "Full name",
            "Fullname",
            "Complete name",
            "Teilnehmer",
            "Teilnehmerin",
            "Teilnehmer/in",
            "Teilnehmer*innen",
            "Teilnehmerin/Teilnehmer",
            "Teilnehmende",
            "Teilnehmende Person",
            "Gast",
            "Person",
            "Attendee",
            "Attendee name",
            "Participant",
            "Participant name",
            "Guest",
        ],
    ),
    (
        Word::Is(Field::Email),
        &[
            "E-Mail",
            "Mail",
            "E-Mail-Adresse",
            "Mailadresse",
            "E-Mail-Anschrift",
            "Mail address",
            "E-mail address",
            "E-Post",
            "Kontakt-E-Mail",
            "E-Mail dienstlich",
            "Dienstliche E-Mail",
            "E-Mail geschäftlich",
            "Work email",
            "Business email",
        ],
    ),
    (
        Word::Is(Field::Organisation),
        &[
            "Organisation",
            "Organization",
            "Firma",
            "Firmenname",
            "Institution",
            "Einrichtung",
            "Behörde",
            "Dienststelle",
            "Unternehmen",
            "Company",
            "Company name",
            "Arbeitgeber",
            "Employer",
            "Verein",
            "Verband",
            "Kommune",
            "Affiliation",
            "Organisation/Firma",
            "Firma/Organisation",
            "Firma/Institution",
            "Unternehmen/Organisation",
        ],
    ),
    (
        Word::Is(Field::Category),
        &[
            "Ticket",
            "Tickets",
            "Kategorie",
            "Ticketart",
            "Tickettyp",
            "Ticketkategorie",
            "Teilnahmeart",
            "Art der Teilnahme",
            "Category",
            "Ticket category",
            "Ticket type",
        ],
    ),
    (
        Word::Is(Field::Language),
        &["Sprache", "Korrespondenzsprache", "Language", "Lang", "Locale", "Preferred language"],
    ),
    (
        Word::Is(Field::Ignore),
        &[
            "Anrede",
            "Titel",
            "Akad. Titel",
            "Akademischer Titel",
            "Salutation",
            "Title",
            "Geschlecht",
            "Nr",
            "Lfd. Nr.",
        ],
    ),
];

fn word(heading: &str) -> Option<Word> {
    let find = |text: &str| {
        let wanted = key(text);
        WORDS.iter().find(|(_, spellings)| spellings.iter().any(|s| key(s) == wanted)).map(|(word, _)| *word)
    };
    // "E-Mail (dienstlich)"
    find(heading).or_else(|| find(heading.split(['(', '[']).next().unwrap_or_default()))
}

/// Whether a heading is one that is understood: how the row of headings is told from a title above it.
pub fn is_known(heading: &str) -> bool {
    word(heading).is_some()
}

/// What each column of a table means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    fields: Vec<Field>,
}

impl Mapping {
    /// From the headings. "Name" is the family name beside a column of given names, the whole name where it stands
    /// alone, and nothing new where both are there. Without a heading that says so, the mail addresses are where most
    /// cells have an @. What is not understood is ignored.
    pub fn guess(table: &Table) -> Self {
        let words: Vec<Option<Word>> = table.columns.iter().map(|c| word(&c.heading)).collect();
        let has = |field| words.contains(&Some(Word::Is(field)));
        let (given, family, whole) = (has(Field::GivenName), has(Field::FamilyName), has(Field::Name));
        let just_name = match (given, family, whole) {
            (true, false, false) => Field::FamilyName,
            (false, true, false) => Field::GivenName,
            (false, false, false) => Field::Name,
            _ => Field::Ignore,
        };
        let parts = (given && family) || (words.contains(&Some(Word::JustName)) && (given || family) && !whole);
        let field = |word: &Option<Word>| match word {
            None => Field::Ignore,
            Some(Word::JustName) => just_name,
            Some(Word::Is(Field::Name)) if parts => Field::Ignore,
            Some(Word::Is(Field::GivenName | Field::FamilyName)) if whole && !parts => Field::Ignore,
            Some(Word::Is(field)) => *field,
        };
        let mut fields: Vec<Field> = words.iter().map(field).collect();
        if !fields.contains(&Field::Email)
            && let Some(at) = (0..fields.len()).find(|at| words[*at].is_none() && has_addresses(table, *at))
        {
            fields[at] = Field::Email;
        }
        Self { fields }
    }

    /// As chosen, column by column.
    pub fn chosen(fields: Vec<Field>) -> Self {
        Self { fields }
    }

    /// Guessed, but for what is said: (column by heading or letter, field).
    pub fn said(table: &Table, said: &[(String, String)]) -> Result<Self, Vec<Refusal>> {
        let mut guessed = Self::guess(table);
        let mut chosen: Vec<(usize, Field)> = vec![];
        let mut refusals = vec![];
        let columns = columns(table);
        for (column, field) in said {
            let refused = |value: &str, reason| {
                Refusal::new(Value { line: table.line, column: column.trim(), text: value }, reason)
            };
            let Some(at) = table.column(column) else {
                let reason = Reason::new("registration-intake-no-column").with("columns", &columns);
                refusals.push(refused("", reason));
                continue;
            };
            let Some(parsed) = Field::parse(field) else {
                let fields = Field::ALL.map(Field::name).join(", ");
                refusals.push(refused(field, Reason::new("registration-intake-no-field").with("fields", fields)));
                continue;
            };
            let again = chosen.iter().any(|(other, f)| *other == at || (*f == parsed && parsed != Field::Ignore));
            if again {
                refusals.push(refused(field, Reason::new("registration-intake-said-twice")));
            } else {
                chosen.push((at, parsed));
            }
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let said = |field| chosen.iter().any(|(_, f)| *f == field);
        for guess in &mut guessed.fields {
            let replaced = match *guess {
                Field::Name => said(Field::GivenName) || said(Field::FamilyName),
                Field::GivenName | Field::FamilyName => said(Field::Name),
                _ => false,
            };
            if said(*guess) || replaced {
                *guess = Field::Ignore;
            }
        }
        for (at, field) in chosen {
            guessed.fields[at] = field;
        }
        Ok(guessed)
    }

    /// What each column means, in their order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|f| *f == field)
    }

    /// What is missing, or there more than once.
    pub fn check(&self, table: &Table) -> Vec<Refusal> {
        let refused = |column: &str, reason: Reason| {
            Refusal::new(Value { line: table.line, column, text: "" }, reason.with("columns", columns(table)))
        };
        let mut refusals = vec![];
        for field in Field::ALL.into_iter().filter(|f| *f != Field::Ignore) {
            let named: Vec<&str> = table
                .columns
                .iter()
                .zip(&self.fields)
                .filter(|(_, f)| **f == field)
                .map(|(column, _)| column.name())
                .collect();
            if named.len() > 1 {
                let reason = Reason::new("registration-intake-two-columns").with("field", field.name());
                refusals.push(refused(&named.join(", "), reason));
            }
        }
        let parts = self.column(Field::GivenName).or(self.column(Field::FamilyName));
        match (self.column(Field::Name), parts) {
            (None, None) => refusals.push(refused("name", Reason::new("registration-intake-name-column"))),
            (Some(_), Some(_)) => refusals.push(refused("name", Reason::new("registration-intake-name-and-parts"))),
            _ => {}
        }
        if self.column(Field::Email).is_none() {
            refusals.push(refused("email", Reason::new("registration-intake-email-column")));
        }
        refusals
    }
}

/// The columns that are there, for messages.
fn columns(table: &Table) -> String {
    table.columns.iter().map(|c| c.name()).collect::<Vec<_>>().join(", ")
}

/// Cells that are looked at for addresses.
const LOOKED_AT: usize = 50;

fn has_addresses(table: &Table, column: usize) -> bool {
    let cells = table.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).take(LOOKED_AT);
    let (mut all, mut with) = (0, 0);
    for cell in cells {
        all += 1;
        with += usize::from(cell.contains('@'));
    }
    with * 2 > all
}

/// `Column=field,Other column=field`: (column, field). A comma without an equals sign behind it belongs to the name of a
/// column.
pub fn parse_said(typed: &str) -> Result<Vec<(String, String)>, String> {
    let mut pairs = vec![];
    let mut pending = String::new();
    for piece in typed.split(',') {
        if !pending.is_empty() {
            pending.push(',');
        }
        pending.push_str(piece);
        if let Some((column, field)) = pending.rsplit_once('=') {
            pairs.push((column.trim().to_owned(), field.trim().to_owned()));
            pending.clear();
        }
    }
    if pending.trim().is_empty() { Ok(pairs) } else { Err(pending) }
}
