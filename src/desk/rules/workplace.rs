//! Where a member of staff works.

use base::{Actor, Permission, Uuid};

/// What an account opens first in a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workplace {
    Desk,
    /// Who may only scan has nothing to do at the desk.
    Door,
}

/// None: no role there.
pub fn workplace(actor: &Actor, congress: Uuid) -> Option<Workplace> {
    if actor.may(Permission::CongressRead, congress) {
        Some(Workplace::Desk)
    } else {
        actor.may(Permission::CheckInsWrite, congress).then_some(Workplace::Door)
    }
}
