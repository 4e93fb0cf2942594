//! Counting answers: what is chosen by option, numbers by their sum, everything else by how many answered.

use congress::entity::question::Kind;
use congress::query::question::QuestionView;
use congress::rules::question::{NO, YES};

/// A line of the table of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// An answer that can be chosen, as it is kept.
    Answer(String),
    /// The numbers added.
    Sum,
    /// All who answered.
    Answered,
    /// All who did not.
    Open,
}

/// The lines of a question.
pub fn lines(question: &QuestionView) -> Vec<Line> {
    let answer = |value: &str| Line::Answer(value.to_owned());
    let mut lines: Vec<Line> = match question.row.kind {
        Kind::YesNo => [YES, NO].map(answer).to_vec(),
        Kind::OneOf | Kind::SeveralOf => question.options.iter().map(|option| answer(&option.slug)).collect(),
        Kind::Number => vec![Line::Sum, Line::Answered],
        Kind::Text | Kind::LongText | Kind::Date | Kind::File => vec![Line::Answered],
    };
    lines.push(Line::Open);
    lines
}

/// What stands in a line, of `(value, how often)` among `asked`.
pub fn number<'a>(line: &Line, asked: i64, values: impl Iterator<Item = (&'a str, i64)>) -> i64 {
    match line {
        Line::Answer(slug) => values.filter(|(value, _)| value.split(' ').any(|one| one == slug)).map(|(_, n)| n).sum(),
        Line::Sum => {
            let sums = values.map(|(value, n)| value.parse::<i64>().unwrap_or_default().saturating_mul(n));
            sums.fold(0, i64::saturating_add)
        }
        Line::Answered => values.map(|(_, n)| n).sum(),
        Line::Open => (asked - values.map(|(_, n)| n).sum::<i64>()).max(0),
    }
}
