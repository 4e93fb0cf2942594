//! Reading tables as people have them: Excel (xlsx, xls), OpenDocument (ods), and text with commas, semicolons or tabs in
//! whatever encoding. What a file is, its content says, not its name.
//!
//! [`read_table`] finds the headings and gives a [`Table`]. [`read`] gives a [`Grid`]: every row with something in it, and
//! its line as an editor or Excel counts. Nothing that anybody hands in makes this panic, or take
//! more memory or time than the limits below allow.

mod book;
mod encoding;
mod error;
mod guard;
mod kind;
mod refusal;
mod table;
mod text;

pub use error::SheetError;
pub use refusal::{Reason, Refusal};
pub use table::{Column, Grid, Line, Table, Value, key};

/// The largest file.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// The most rows with something in them.
pub const MAX_ROWS: usize = 100_000;
/// The most columns.
pub const MAX_COLUMNS: usize = 1_000;
/// The most cells, empty ones among them.
pub const MAX_CELLS: usize = 2_000_000;
/// The longest text in one cell: Excel's.
pub const MAX_CELL: usize = 32_767;

/// What is a heading; none: nobody says.
type Known<'a> = Option<&'a dyn Fn(&str) -> bool>;

/// Reads the first sheet that is not hidden and not empty, or the text.
pub fn read(bytes: &[u8]) -> Result<Grid, SheetError> {
    grid(bytes, None)
}

/// Reads the table below its headings, which are `known`: of several sheets the first that is not hidden and has such
/// headings, or else the first that is not empty.
pub fn read_table(bytes: &[u8], known: impl Fn(&str) -> bool) -> Result<Table, SheetError> {
    Ok(grid(bytes, Some(&known))?.table(known))
}

fn grid(bytes: &[u8], known: Known<'_>) -> Result<Grid, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    let grid = match kind::of(bytes)? {
        kind::Kind::Xlsx => book::xlsx(bytes, known)?,
        kind::Kind::Ods => book::ods(bytes, known)?,
        kind::Kind::Xls => book::xls(bytes, known)?,
        kind::Kind::Text => Grid::new(text::lines(&encoding::decode(bytes)?)?, None),
    };
    if grid.lines().is_empty() { Err(SheetError::Empty) } else { Ok(grid) }
}
