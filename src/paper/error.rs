//! What can go wrong on paper.

use base::error::{Again, Told};

/// A document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// More text than a QR code of level M holds.
    #[error("{0} characters are too many for a QR code")]
    QrTooLong(usize),
    /// The picture could not be written.
    #[error("the picture could not be written: {0}")]
    Png(#[from] png::EncodingError),
    /// The values could not be handed to the template.
    #[error("the values could not be handed to the template: {0}")]
    Values(#[from] serde_json::Error),
    /// A typeface in the program is damaged.
    #[error("an embedded typeface cannot be read")]
    Typeface,
    /// The template is wrong, or the document breaks PDF/UA-1.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
    /// The spreadsheet could not be written.
    #[error("the spreadsheet could not be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The table could not be written.
    #[error("the table could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    File(#[from] std::io::Error),
}

impl Told for PaperError {
    fn status(&self) -> u16 {
        500
    }

    fn problem(&self) -> &'static str {
        "document"
    }

    fn message(&self) -> &'static str {
        "error-document"
    }

    fn again(&self) -> Again {
        // The same values give the same document, and the same failure.
        Again::GiveUp
    }
}
