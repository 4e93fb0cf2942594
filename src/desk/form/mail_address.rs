//! Where a mail goes instead.

use base::contact::{self, AddressFault};
use web::{Faults, Fields};

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressForm {
    /// As mailboxes are compared.
    pub address: String,
    /// Whether the order is corrected as well.
    pub correct: bool,
}

impl AddressForm {
    pub fn read(fields: &Fields) -> Result<Self, Faults> {
        let fault = |key: &str| {
            let mut faults = Faults::new();
            faults.add("address", key);
            faults
        };
        match contact::check(fields.get("address")) {
            Ok(address) => Ok(Self { address, correct: fields.has("correct") }),
            Err(AddressFault::Empty) => Err(fault("desk-fault-address-missing")),
            Err(_) => Err(fault("desk-fault-address-wrong")),
        }
    }
}
