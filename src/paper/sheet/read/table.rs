//! Rows, and the columns that their headings name.

use base::name;

/// A row with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As an editor or Excel counts; of a row over several lines, the first.
    pub number: u32,
    pub cells: Vec<String>,
}

impl Line {
    /// Without white space around the cells, and without U+0000, which PostgreSQL does not take.
    pub(super) fn new(number: u32, mut cells: Vec<String>) -> Self {
        for cell in &mut cells {
            let trimmed = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            if trimmed.len() != cell.len() || trimmed.contains('\0') {
                *cell = trimmed.replace('\0', "");
            }
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Self { number, cells }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// What stands in a column.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn known(&self, known: impl Fn(&str) -> bool) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty() && known(cell)).count()
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// Everything that stands in a file, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    lines: Vec<Line>,
    /// Of which sheet, if the file has several.
    sheet: Option<String>,
}

/// How far down headings are looked for.
const TOP: usize = 40;

impl Grid {
    pub(super) fn new(lines: Vec<Line>, sheet: Option<String>) -> Self {
        Self { lines, sheet }
    }

    /// The most headings that are `known` in a row near the top.
    pub(super) fn headings(&self, known: impl Fn(&str) -> bool) -> usize {
        self.lines.iter().take(TOP).map(|line| line.known(&known)).max().unwrap_or_default()
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The table below its headings. A title may stand above: the headings are the row near the top in which most cells
    /// are `known`; if none is, the first row with more than one cell, or the first at all.
    pub fn table(mut self, known: impl Fn(&str) -> bool) -> Table {
        let top = &self.lines[..self.lines.len().min(TOP)];
        let mut best = (0, 0);
        for (at, line) in top.iter().enumerate() {
            let score = line.known(&known);
            if score > best.1 {
                best = (at, score);
            }
        }
        let at = if best.1 > 0 { best.0 } else { top.iter().position(|line| line.filled() > 1).unwrap_or(0) };
        let mut rows = self.lines.split_off(at);
        let rest = rows.split_off(rows.len().min(1));
        let headings = rows.pop().unwrap_or(Line { number: 0, cells: vec![] });
        let width = rest.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(headings.cells.len());
        let column = |at: usize| Column {
            letter: letter(at),
            heading: headings.cell(at).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Table { line: headings.number, columns: (0..width).map(column).collect(), rows: rest, sheet: self.sheet }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As Excel names it: `A`, `AB`.
    pub letter: String,
    /// Empty: none stands above it.
    pub heading: String,
}

impl Column {
    /// What people call it: its heading, or its letter.
    pub fn name(&self) -> &str {
        if self.heading.is_empty() { &self.letter } else { &self.heading }
    }
}

/// A table with headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The line of the headings.
    pub line: u32,
    pub columns: Vec<Column>,
    pub rows: Vec<Line>,
    /// The sheet that it stands on, if the file has several.
    pub sheet: Option<String>,
}

impl Table {
    /// The column of this heading, however it is spelled, or of this letter.
    pub fn column(&self, named: &str) -> Option<usize> {
        let wanted = key(named);
        let by_heading = self.columns.iter().position(|c| !wanted.is_empty() && key(&c.heading) == wanted);
        by_heading.or_else(|| self.columns.iter().position(|c| c.letter.eq_ignore_ascii_case(named.trim())))
    }

    /// A cell with where it stands.
    pub fn value<'a>(&'a self, row: &'a Line, column: Option<usize>) -> Value<'a> {
        let heading = column.and_then(|at| self.columns.get(at)).map_or("", Column::name);
        Value { line: row.number, column: heading, text: column.map_or("", |at| row.cell(at)) }
    }
}

/// A cell with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    pub line: u32,
    pub column: &'a str,
    pub text: &'a str,
}

/// What headings and short words are compared by: letters and digits, folded. "E-Mail:" is "email", "Behörde *" is
/// "behorde".
pub fn key(text: &str) -> String {
    name::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A, B … Z, AA, AB …
fn letter(mut at: usize) -> String {
    let mut letters = vec![];
    loop {
        letters.push(b'A' + u8::try_from(at % 26).unwrap_or_default());
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    letters.iter().rev().map(|b| char::from(*b)).collect()
}
