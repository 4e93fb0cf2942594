//! Content lines of calendars (RFC 5545 §3.1), as anybody may have written them.

/// So much of a line is looked at, in octets: what answers say of themselves is short.
const LONGEST: usize = 8 * 1024;

/// `ATTENDEE;PARTSTAT=ACCEPTED:mailto:lea@example.org`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In capitals, as its parameters' names.
    pub name: String,
    parameters: Vec<(String, String)>,
    pub value: String,
}

impl Line {
    /// None: it is no line of a calendar.
    fn read(text: &str) -> Option<Self> {
        let (name, mut rest) = text.split_at(text.find([';', ':'])?);
        let mut parameters = vec![];
        while let Some(parameter) = rest.strip_prefix(';') {
            let end = outside_quotes(parameter)?;
            let (one, behind) = parameter.split_at(end);
            let (name, value) = one.split_once('=')?;
            parameters.push((name.trim().to_ascii_uppercase(), value.trim().replace('"', "")));
            rest = behind;
        }
        let value = rest.strip_prefix(':')?.trim().to_owned();
        Some(Self { name: name.trim().to_ascii_uppercase(), parameters, value })
    }

    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Where a parameter ends.
fn outside_quotes(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.find(|c: char| {
        quoted ^= c == '"';
        !quoted && matches!(c, ';' | ':')
    })
}

/// The lines of a text, unfolded one by one. Whatever is no line is passed over.
pub fn lines(text: &[u8]) -> impl Iterator<Item = Line> {
    let rest = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    Unfolded { rest }.filter_map(|line| Line::read(&String::from_utf8_lossy(&line)))
}

struct Unfolded<'a> {
    rest: &'a [u8],
}

impl<'a> Unfolded<'a> {
    /// Up to the next end of line, without it.
    fn next_part(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|octet| *octet == b'\n');
        let (part, rest) = match end {
            Some(end) => (self.rest.get(..end), self.rest.get(end + 1..)),
            None => (Some(self.rest), None),
        };
        self.rest = rest.unwrap_or_default();
        let part = part.unwrap_or_default();
        part.strip_suffix(b"\r").unwrap_or(part)
    }
}

impl Iterator for Unfolded<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut line = vec![];
        let mut take = |part: &[u8]| line.extend(part.iter().take(LONGEST.saturating_sub(line.len())));
        take(self.next_part());
        while self.rest.starts_with(b" ") || self.rest.starts_with(b"\t") {
            take(self.next_part().get(1..).unwrap_or_default());
        }
        Some(line)
    }
}
