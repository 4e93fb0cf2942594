//! The use cases.

pub mod check_in;
mod evidence;
pub mod gate;
pub mod reversal;
pub mod substitution;
pub mod test_order;
