//! People pasted into a form, from a spreadsheet, a mail or a list: read as a list that is taken in.
//!
//! 1. Below headings, each column is what its heading says ([`heading`](super::heading)).
//! 2. Without them, the address is what has an @. What stands before it is the name, what stands behind it the
//!    organisation. "Petra Kemper <p.kemper@delbrueck.example>; Stadt Delbrück" is both.
//! 3. A name in two cells is given and family name, if most rows begin with a single word; otherwise the second cell is
//!    the organisation. A comma and a space within a name part no cells: "Kemper, Petra".
//! 4. Whole names are split ([`name::split`]); titles are left out, and cells without a letter: they count rows.
//!
//! What fits none of that is given back as it was pasted.

use super::heading::{Field, Mapping, is_known};
use super::name;
use base::name::clean;
use paper::sheet::read::{Line, SheetError, Table, read};

/// What a line says of somebody. What it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub organisation: String,
    /// The ticket, by whatever name stands there.
    pub category: String,
}

/// What was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The line of the headings, if there is one, as it was pasted.
    pub headings: String,
    /// In the order of the lines, each as it was pasted, with whom it names; none: it cannot be read.
    pub lines: Vec<(String, Option<Person>)>,
}

/// Reads what was pasted. Nothing but empty lines is nobody.
pub fn people(text: &str) -> Result<Pasted, SheetError> {
    let grid = match read(text.as_bytes()) {
        Err(SheetError::Empty) => return Ok(Pasted::default()),
        grid => grid?,
    };
    let Some(at) = grid.lines().iter().position(has_headings) else {
        return Ok(Pasted { headings: String::new(), lines: by_place(text, grid.lines()) });
    };
    let (above, below) = grid.lines().split_at(at);
    let headings = Raw::new(text).of(&below[0], below.get(1));
    // A title above, or somebody who was pasted before.
    let raw = Raw::new(text);
    let mut lines: Vec<_> =
        above.iter().zip(&grid.lines()[1..]).map(|(line, next)| (raw.of(line, Some(next)), None)).collect();
    let table = grid.clone().table(|cell| below[0].cells.iter().any(|heading| heading == cell) && is_known(cell));
    let mapping = Mapping::guess(&table);
    let names = [Field::Name, Field::GivenName, Field::FamilyName];
    if names.into_iter().any(|field| mapping.column(field).is_some()) {
        lines.extend(by_heading(text, &table, &mapping));
    } else {
        lines.extend(by_place(text, &table.rows));
    }
    Ok(Pasted { headings, lines })
}

/// What a file holds, as it would have been pasted: text as it is, of a table a row a line.
pub fn lines_of(file: &[u8]) -> Result<String, SheetError> {
    let grid = read(file)?;
    if let Ok(text) = std::str::from_utf8(file) {
        return Ok(text.trim_start_matches('\u{FEFF}').replace('\0', ""));
    }
    let line = |line: &Line| line.cells.iter().map(|cell| clean(cell)).collect::<Vec<_>>().join("\t");
    Ok(grid.lines().iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Headings name no address, and are understood: more than one of them, or all that there are.
fn has_headings(line: &Line) -> bool {
    let filled = || line.cells.iter().filter(|cell| !cell.is_empty());
    let known = filled().filter(|cell| is_known(cell)).count();
    !filled().any(|cell| cell.contains('@')) && known > 0 && (known > 1 || known == filled().count())
}

fn by_heading(text: &str, table: &Table, mapping: &Mapping) -> Vec<(String, Option<Person>)> {
    let raw = Raw::new(text);
    let person = |line: &Line| {
        let cell = |field| mapping.column(field).map_or("", |at| line.cell(at));
        let (given_name, family_name) = match mapping.column(Field::Name) {
            Some(_) => name::split(cell(Field::Name)),
            None => (clean(cell(Field::GivenName)), clean(cell(Field::FamilyName))),
        };
        let person = Person {
            given_name,
            family_name,
            email: cell(Field::Email).to_owned(),
            organisation: clean(cell(Field::Organisation)),
            category: cell(Field::Category).to_owned(),
        };
        let says = [&person.given_name, &person.family_name, &person.email].iter().any(|part| !part.is_empty());
        says.then_some(person)
    };
    let next = table.rows.iter().skip(1).map(Some).chain([None]);
    table.rows.iter().zip(next).map(|(line, next)| (raw.of(line, next), person(line))).collect()
}

fn by_place(text: &str, rows: &[Line]) -> Vec<(String, Option<Person>)> {
    let raw = Raw::new(text);
    let next = rows.iter().skip(1).map(Some).chain([None]);
    let read: Vec<(String, Option<Cells>)> = rows
        .iter()
        .zip(next)
        .map(|(line, next)| {
            let raw = raw.of(line, next);
            let cells = Cells::read(&raw, line);
            (raw, cells)
        })
        .collect();
    let names = || read.iter().filter_map(|(_, cells)| cells.as_ref()).filter(|cells| cells.names.len() > 1);
    let single = names().filter(|cells| cells.begins_with_one_word()).count();
    let in_parts = single * 2 >= names().count();
    read.into_iter().map(|(raw, cells)| (raw, cells.map(|cells| cells.person(in_parts)))).collect()
}

/// The cells of a row without headings.
struct Cells {
    /// Before the address: a name, and perhaps an organisation.
    names: Vec<String>,
    email: String,
    /// Behind it.
    rest: Vec<String>,
}

impl Cells {
    /// None: there are several addresses, or nothing that says anything.
    fn read(raw: &str, line: &Line) -> Option<Self> {
        let mut cells = filled(line);
        // What stands between the cells of the other rows parts nothing here.
        if let ([one], Ok(grid)) = (&cells[..], read(raw.as_bytes()))
            && let [line] = grid.lines()
            && one.contains([';', ',', '\t', '|'])
        {
            cells = filled(line);
        }
        join_names(&mut cells, raw);
        let addresses: Vec<usize> = (0..cells.len()).filter(|at| address(&cells[*at]).is_some()).collect();
        let (names, email, rest) = match addresses[..] {
            [] => (cells, String::new(), vec![]),
            [at] => {
                let rest = cells.split_off(at + 1);
                let cell = cells.pop()?;
                let (before, email, behind) = around(&cell)?;
                cells.extend(before);
                // Without a name before it, the name follows.
                if cells.is_empty() && behind.is_none() {
                    (rest, email, vec![])
                } else {
                    (cells, email, behind.into_iter().chain(rest).collect())
                }
            }
            _ => return None,
        };
        let mut names: Vec<String> = names.into_iter().filter(|cell| says_something(cell)).collect();
        if names.iter().any(|cell| !name::is_title(cell)) {
            names.retain(|cell| !name::is_title(cell));
        }
        let rest = rest.into_iter().filter(|cell| says_something(cell)).collect();
        (!names.is_empty() || !email.is_empty()).then_some(Self { names, email, rest })
    }

    fn begins_with_one_word(&self) -> bool {
        let (given, family) = name::split(&self.names[0]);
        !self.names[0].contains(',') && (given.is_empty() || family.is_empty())
    }

    fn person(self, in_parts: bool) -> Person {
        let mut names = self.names.into_iter();
        let first = names.next().unwrap_or_default();
        let (given_name, family_name) = if in_parts && !first.contains(',') {
            match names.next() {
                Some(family) => name::split(&format!("{}, {first}", family.replace(',', " "))),
                None => name::split(&first),
            }
        } else {
            name::split(&first)
        };
        let organisation = names.chain(self.rest).collect::<Vec<_>>().join(", ");
        Person { given_name, family_name, email: self.email, organisation: clean(&organisation), ..Person::default() }
    }
}

fn filled(line: &Line) -> Vec<String> {
    line.cells.iter().filter(|cell| !cell.is_empty()).cloned().collect()
}

/// "Kemper, Petra" is one name, although commas part the cells.
fn join_names(cells: &mut Vec<String>, raw: &str) {
    if cells.len() > 1 && !cells[0].contains('@') {
        let whole = format!("{}, {}", cells[0], cells[1]);
        if raw.contains(&whole) {
            cells.splice(..2, [whole]);
        }
    }
}

fn says_something(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// Signs around an address.
const AROUND: [char; 9] = ['<', '>', '(', ')', '[', ']', ',', ';', '"'];

/// Whether a word is an address, as far as one sees: its host has a dot.
fn is_whole(word: &str) -> bool {
    word.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// The address in a cell: the first whole one, or else the first word with an @.
fn address(cell: &str) -> Option<&str> {
    let words = || cell.split(|c: char| c.is_whitespace() || AROUND.contains(&c)).filter(|word| word.contains('@'));
    words().find(|word| is_whole(word)).or_else(|| words().next())
}

/// What stands in a cell before its address, the address, and what stands behind it. None: there are several.
fn around(cell: &str) -> Option<(Option<String>, String, Option<String>)> {
    let word = address(cell)?;
    let (before, behind) = cell.split_once(word)?;
    let is_alone = [before, behind].into_iter().all(|part| !address(part).is_some_and(is_whole));
    let plain = |part: &str| {
        let plain = part.trim_matches(|c: char| c.is_whitespace() || AROUND.contains(&c));
        (!plain.is_empty()).then(|| plain.to_owned())
    };
    is_alone.then(|| (plain(before), word.trim_start_matches("mailto:").to_owned(), plain(behind)))
}

/// The rows as they were pasted.
struct Raw<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Raw<'a> {
    fn new(text: &'a str) -> Self {
        Self { lines: text.lines().collect() }
    }

    /// From the line on which a row begins to the one on which the next does.
    fn of(&self, row: &Line, next: Option<&Line>) -> String {
        let at = |line: &Line| usize::try_from(line.number).unwrap_or(usize::MAX).saturating_sub(1);
        let until = next.map_or(self.lines.len(), at).min(self.lines.len());
        let lines = self.lines.get(at(row).min(until)..until).unwrap_or_default();
        lines.join("\n").trim_end().to_owned()
    }
}
