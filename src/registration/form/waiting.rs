//! Who wants to wait, as it is typed.

use super::{a_name, an_address, name_like};
use base::{Language, Uuid};
use congress::entity::waiting::Source;
use garde::{Error, Validate};

/// A wish.
#[derive(Clone, Debug, Validate)]
pub struct WaitingForm {
    /// Made of the form: the same form sent twice is one.
    #[garde(skip)]
    pub id: Uuid,
    #[garde(custom(a_name))]
    pub name: String,
    #[garde(custom(an_address))]
    pub email: String,
    #[garde(custom(name_like))]
    pub organisation: String,
    /// Tickets that are wanted together; none: what was typed is no number.
    #[garde(custom(a_number))]
    pub n: i32,
    /// Short names of the categories that would do, the best liked first.
    #[garde(custom(some_choice))]
    pub choices: Vec<String>,
    #[garde(skip)]
    pub language: Language,
    #[garde(skip)]
    pub source: Source,
}

fn a_number(n: &i32, _: &()) -> garde::Result {
    if *n < 1 { Err(Error::new("waiting-fault-number")) } else { Ok(()) }
}

fn some_choice(choices: &[String], _: &()) -> garde::Result {
    if choices.is_empty() { Err(Error::new("waiting-fault-choice")) } else { Ok(()) }
}
