//! What was typed where it asks "Wo ist mein Ticket?".

use ticket::{TicketNumber, parse_order_code};

/// An order named outright, and the attendee meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub code: String,
    pub position: Option<u16>,
}

/// `7H4KQ2`, `7h4kq2-1K`, or `7H4KQ2-1` with the check character left out. A name of six letters looks the same
/// ("Kemper"): whether there is such an order decides.
pub fn named(typed: &str) -> Option<Named> {
    if let Some(code) = parse_order_code(typed) {
        return Some(Named { code, position: None });
    }
    if let Ok(number) = TicketNumber::parse(typed) {
        return Some(Named { code: number.code().to_owned(), position: Some(number.position()) });
    }
    let (code, position) = typed.trim().split_once('-')?;
    Some(Named { code: parse_order_code(code)?, position: Some(position.trim().parse().ok()?) })
}

/// Whether this is a ticket's number with a slip in it: all there but the check character does not fit.
pub fn is_mistyped(typed: &str) -> bool {
    typed.chars().any(|c| c.is_ascii_digit())
        && matches!(TicketNumber::parse(typed), Err(ticket::number::NumberFault::Check))
}
