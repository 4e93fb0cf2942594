//! How a list of guests is to be taken in: all of it stands in the address of its preview.

use paper::sheet::read::{MAX_BYTES, Table};
use registration::rules::heading::{Field, Mapping};
use web::Fields;
use web::form::Seen;

/// A file with what a form puts around it.
pub const MAX_BODY: usize = MAX_BYTES + 64 * 1024;

/// What was chosen.
#[derive(Clone, Debug)]
pub struct ImportForm {
    pub mapping: Mapping,
    /// The short name of the category of those whose row names none; empty: none.
    pub category: String,
    pub mail: bool,
}

/// The name of the choice for a column.
pub fn column(at: usize) -> String {
    format!("column-{at}")
}

impl ImportForm {
    /// What is not chosen yet is guessed.
    pub fn read(fields: &Fields, table: &Table) -> Self {
        let columns = 0..table.columns.len();
        let mapping = if columns.clone().any(|at| fields.has(&column(at))) {
            let chosen = columns.map(|at| Field::parse(fields.get(&column(at))).unwrap_or(Field::Ignore));
            Mapping::chosen(chosen.collect())
        } else {
            Mapping::guess(table)
        };
        Self { mapping, category: fields.get("category").to_owned(), mail: fields.has("mail") }
    }

    /// The same as fields of a form.
    pub fn fields(&self) -> Fields {
        let mut fields: Fields =
            self.mapping.fields().iter().enumerate().map(|(at, field)| (column(at), field.name())).collect();
        fields.set("category", self.category.as_str());
        if self.mail {
            fields.set("mail", "on");
        }
        fields
    }

    /// The fingerprint of these choices: what a preview was shown for.
    pub fn seen(&self) -> Seen {
        let fields = self.fields();
        Seen::of(&fields.iter().collect::<Vec<_>>())
    }
}
