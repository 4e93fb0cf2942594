//! Why a file is not read.

use super::{MAX_BYTES, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {} MB", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    #[error("the table has more than {MAX_ROWS} rows, {MAX_COLUMNS} columns or {MAX_CELLS} cells")]
    TooManyCells,
    /// In this line.
    #[error("line {0}: a cell holds more than {MAX_CELL} characters; is there a quotation mark too many?")]
    CellTooLong(u32),
    /// In this line.
    #[error("line {0}: a quotation mark is opened and never closed")]
    OpenQuote(u32),
    #[error("the file is a web page, whatever its name says: open it in Excel and save it as xlsx")]
    WebPage,
    #[error("the file is protected by a password: save it without one")]
    Password,
    #[error("the file is no table: xlsx, xls, ods and text with commas, semicolons or tabs can be read")]
    NoTable,
    #[error("the file is damaged: {0}")]
    Damaged(String),
}

impl SheetError {
    /// The sentence for people, as a key of the locale files.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Empty => "paper-sheet-empty",
            Self::TooLarge => "paper-sheet-too-large",
            Self::TooManyCells => "paper-sheet-too-many-cells",
            Self::CellTooLong(_) => "paper-sheet-cell-too-long",
            Self::OpenQuote(_) => "paper-sheet-open-quote",
            Self::WebPage => "paper-sheet-web-page",
            Self::Password => "paper-sheet-password",
            Self::NoTable => "paper-sheet-no-table",
            Self::Damaged(_) => "paper-sheet-damaged",
        }
    }

    /// What stands in the sentence.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CellTooLong(line) | Self::OpenQuote(line) => vec![("line", line.to_string())],
            Self::TooLarge => vec![("size", (MAX_BYTES / 1024 / 1024).to_string())],
            Self::TooManyCells => vec![("rows", MAX_ROWS.to_string()), ("columns", MAX_COLUMNS.to_string())],
            _ => vec![],
        }
    }
}
