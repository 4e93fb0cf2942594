//! A template in pieces: the runs of text between its tags and blank lines, which a congress may word its own way. When which
//! of them is said, stays the template's.
//!
//! A piece is known by how it is worded, as catalogues of translations know theirs: where a template is reworded, what somebody
//! wrote instead of the old words is no longer said by accident. A comment behind a tag tells people when the pieces behind it
//! are said: `{% if awaiting %}{# Noch nicht bezahlt #}`.

use crate::entity::mail_text::OwnWords;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use std::collections::BTreeSet;

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Subject,
    /// What lists of mails show beside the subject.
    Preview,
    Letter,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub place: Place,
    /// As the template words it.
    pub text: String,
    /// When it is said, from the outermost condition on.
    pub when: Vec<String>,
}

/// The longest subject or line of preview, and the longest piece of a letter, in characters.
pub const MAX_LINE: usize = 300;
pub const MAX_PIECE: usize = 4_000;

/// What keeps words from standing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceFault {
    TooLong(usize),
    /// A line break in a subject.
    SeveralLines,
    /// A tag, a comment, or a brace without its other.
    Syntax,
    /// What takes in more than itself: a fence, a comment or another block of HTML, a line across. The tickets behind it would
    /// be a part of it.
    Block,
    /// A placeholder that nothing fills here.
    Unknown(String),
    /// A link that the original has.
    LinkMissing(String),
}

/// A part of the source: all of them, one behind the other, are the source.
enum Part<'a> {
    Fixed(&'a str),
    Words { text: &'a str, place: Place, when: Vec<String> },
}

/// The pieces of a template, each wording once, in its order.
pub fn pieces(source: &str) -> Vec<Piece> {
    let mut known = BTreeSet::new();
    parts(source)
        .into_iter()
        .filter_map(|part| match part {
            Part::Words { text, place, when } if known.insert(text) => {
                Some(Piece { place, text: text.to_owned(), when })
            }
            _ => None,
        })
        .collect()
}

/// The source with other words.
pub(super) fn reworded(source: &str, own: &OwnWords) -> String {
    let mut whole = String::with_capacity(source.len());
    for part in parts(source) {
        match part {
            Part::Fixed(text) => whole.push_str(text),
            Part::Words { text, .. } => whole.push_str(own.0.get(text).map_or(text, |own| own.trim())),
        }
    }
    whole
}

/// Around the number of a piece, where it is asked which are said: no word has these (Unicode §23.5, private use).
const MARK: (char, char) = ('\u{E000}', '\u{E001}');

/// The words with the number of each piece before it.
pub(super) fn marked(source: &str, own: &OwnWords) -> OwnWords {
    let number = |(n, piece): (usize, Piece)| {
        let text = own.0.get(&piece.text).unwrap_or(&piece.text);
        (piece.text.clone(), format!("{}{n}{}{text}", MARK.0, MARK.1))
    };
    OwnWords(pieces(source).into_iter().enumerate().map(number).collect())
}

/// The numbers in what was filled in.
pub(super) fn said(filled: &str) -> BTreeSet<usize> {
    let marks = filled.split(MARK.0).skip(1).filter_map(|rest| rest.split_once(MARK.1));
    marks.filter_map(|(n, _)| n.parse().ok()).collect()
}

/// The placeholders that may stand in a piece: those of its own wording, and what is known everywhere in the template.
pub fn placeholders(source: &str, piece: &str) -> Vec<String> {
    let bound = bound(source);
    let everywhere =
        expressions(source).filter(|e| is_name(e) && !bound.contains(e.split('.').next().unwrap_or_default()));
    let all: BTreeSet<String> = everywhere.chain(expressions(piece)).collect();
    // What stands for whole blocks is Markdown of its own, and a link is somebody's: only where the template places it. The link
    // of a whole order must not be said to those whose tickets it has.
    let own = |e: &String| BLOCKS.contains(&e.as_str()) || is_link(e);
    all.into_iter().filter(|e| !own(e) || piece.contains(e.as_str())).collect()
}

const BLOCKS: [&str; 2] = ["ticket_blocks", "letter"];

/// Whether these words may stand instead of the piece.
pub fn check(source: &str, piece: &Piece, own: &str) -> Result<(), PieceFault> {
    let own = own.trim();
    let max = if piece.place == Place::Letter { MAX_PIECE } else { MAX_LINE };
    if own.chars().count() > max {
        return Err(PieceFault::TooLong(max));
    }
    if piece.place != Place::Letter && own.contains(['\n', '\r']) {
        return Err(PieceFault::SeveralLines);
    }
    let plain = without_expressions(own).ok_or(PieceFault::Syntax)?;
    // A brace alone would be a tag with what stands behind it.
    if ["{{", "}}", "{%", "%}", "{#", "#}"].iter().any(|brace| plain.contains(brace)) || own.ends_with('{') {
        return Err(PieceFault::Syntax);
    }
    if has_blocks(&plain) {
        return Err(PieceFault::Block);
    }
    let known = placeholders(source, &piece.text);
    if let Some(unknown) = expressions(own).find(|e| !known.contains(e)) {
        return Err(PieceFault::Unknown(unknown));
    }
    let links = |text: &str| expressions(text).filter(|e| is_link(e)).collect::<BTreeSet<_>>();
    match links(&piece.text).difference(&links(own)).next() {
        Some(link) => Err(PieceFault::LinkMissing(link.clone())),
        None => Ok(()),
    }
}

/// Whether a text takes in more than itself: a fence, a comment or another block of HTML, a line across.
pub fn has_blocks(plain: &str) -> bool {
    let arena = Arena::new();
    let root = parse_document(&arena, plain, &Options::default());
    root.descendants().any(|node| {
        matches!(node.data().value, NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) | NodeValue::ThematicBreak)
    })
}

fn is_link(expression: &str) -> bool {
    expression.ends_with("url")
}

/// `order.code`, and no calculation.
fn is_name(expression: &str) -> bool {
    !expression.is_empty() && expression.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

/// What stands between `{{` and `}}`, without what is not meant: white space at both ends.
fn expressions(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(inner, _)| inner.trim().to_owned())
}

/// The text without its placeholders. None: one does not end.
fn without_expressions(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        rest = after.split_once("}}")?.1;
    }
    plain.push_str(rest);
    Some(plain)
}

/// Names that only a part of the template knows: of loops, and what it sets.
fn bound(source: &str) -> BTreeSet<&str> {
    source
        .split("{%")
        .skip(1)
        .filter_map(|rest| rest.split_once("%}"))
        .filter_map(|(tag, _)| {
            let mut words = tag.trim_matches('-').split_whitespace();
            matches!(words.next()?, "for" | "set").then(|| words.next())?
        })
        .collect()
}

fn parts(source: &str) -> Vec<Part<'_>> {
    let mut cut = Cut { parts: vec![], when: vec![] };
    let front_end = source.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map_or(0, |at| at + 4 + 5);
    let (front, body) = source.split_at(front_end);
    for line in front.split_inclusive('\n') {
        let place = [("subject: ", Place::Subject), ("preheader: ", Place::Preview)];
        match place.iter().find_map(|(key, place)| line.strip_prefix(key).map(|rest| (key, place, rest))) {
            Some((key, place, rest)) => {
                cut.parts.push(Part::Fixed(&line[..key.len()]));
                cut.text(rest, *place);
                cut.when.clear();
            }
            None => cut.parts.push(Part::Fixed(line)),
        }
    }
    cut.text(body, Place::Letter);
    cut.parts
}

/// What parts runs, and how it ends: tags, comments, blank lines.
const MARKS: [(&str, &str); 3] = [("{%", "%}"), ("{#", "#}"), ("\n\n", "\n\n")];

/// Cuts a text, and knows which conditions it is in.
struct Cut<'a> {
    parts: Vec<Part<'a>>,
    /// Of each condition, what its comment says.
    when: Vec<Option<String>>,
}

impl<'a> Cut<'a> {
    fn text(&mut self, text: &'a str, place: Place) {
        let mut rest = text;
        while let Some(end) = MARKS.iter().filter_map(|(open, _)| rest.find(open)).min() {
            let (run, from) = rest.split_at(end);
            let close = MARKS.iter().find(|(open, _)| from.starts_with(open)).map_or("", |(_, close)| close);
            let Some(length) = from.find(close).map(|at| at + close.len()) else { break };
            let (mark, after) = from.split_at(length);
            self.run(run, place);
            self.mark(mark);
            self.parts.push(Part::Fixed(mark));
            rest = after;
        }
        self.run(rest, place);
    }

    /// What a tag or comment says of the conditions behind it.
    fn mark(&mut self, mark: &str) {
        if let Some(comment) = mark.strip_prefix("{#").and_then(|rest| rest.strip_suffix("#}")) {
            if let Some(last) = self.when.last_mut() {
                *last = Some(comment.trim().to_owned());
            }
            return;
        }
        let tag = mark.trim_start_matches("{%").trim_start_matches('-').split_whitespace().next().unwrap_or_default();
        match tag {
            "if" | "for" => self.when.push(None),
            "elif" | "else" => {
                self.when.pop();
                self.when.push(None);
            }
            "endif" | "endfor" => drop(self.when.pop()),
            _ => {}
        }
    }

    fn run(&mut self, run: &'a str, place: Place) {
        let text = run.trim();
        if !has_words(text) {
            return self.parts.push(Part::Fixed(run));
        }
        let lead = run.len() - run.trim_start().len();
        let when = self.when.iter().flatten().cloned().collect();
        self.parts.push(Part::Fixed(&run[..lead]));
        self.parts.push(Part::Words { text, place, when });
        self.parts.push(Part::Fixed(&run[lead + text.len()..]));
    }
}

/// Whether there is anything to word: more than placeholders, signs, and where a link leads.
fn has_words(text: &str) -> bool {
    without_expressions(text).is_some_and(|plain| plain.replace("\"button\"", "").chars().any(char::is_alphabetic))
}
