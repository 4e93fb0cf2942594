//! The door.

use crate::route::addresses;

addresses! {
    /// The scanner. `?gate=main`.
    Door { congress } = "/{congress}/door";
    /// A scan: from the scanner as JSON, from the form without JavaScript as a form.
    CheckIns { congress } = "/{congress}/door/check-ins";
    /// The verdict of one scan, for the form without JavaScript.
    CheckIn { congress, id } = "/{congress}/door/check-ins/{id}";
    /// Takes back that a scan let somebody in.
    CheckInReversal { congress, id } = "/{congress}/door/check-ins/{id}/reversal";
}
