//! Until when who acts may change something.

use base::actor::ActorKind;
use base::{Actor, Time};
use congress::entity::congress::Model;
use congress::rules::deadlines;
use web::Deadlines;

/// Who holds a link until the deadline of what they do, everyone else until the congress is over.
pub(super) fn until(actor: &Actor, congress: &Model, of: impl FnOnce(Deadlines) -> Time) -> Time {
    match actor.kind {
        ActorKind::Holder(_) => of(deadlines(congress)),
        _ => congress.ends_at,
    }
}
