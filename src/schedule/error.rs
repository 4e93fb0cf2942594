//! Why a file as a whole could not be understood.

use crate::lines::Lines;

/// A file that is no schedule, or is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {fault}")]
pub struct ReadError {
    /// As an editor counts.
    pub line: usize,
    pub column: usize,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {} MB", crate::LARGEST / 1_000_000)]
    TooLarge,
    #[error("the file is neither XML nor JSON")]
    Neither,
    #[error("the file is not well-formed XML: {0}")]
    Xml(String),
    #[error("the file is not well-formed JSON: {0}")]
    Json(&'static str),
    #[error("the file ends before <{0}> is closed")]
    Unclosed(String),
    #[error("elements lie more than {} deep in one another", crate::DEEPEST)]
    TooDeep,
    #[error("there is no schedule in the file: it begins with “{0}”")]
    NoSchedule(String),
    #[error("there is no conference in the schedule")]
    NoConference,
}

impl ReadError {
    pub(crate) fn at(text: &str, at: usize, fault: Fault) -> Self {
        let (line, column) = Lines::new(text).line_and_column(at);
        Self { line, column, fault }
    }
}
