//! What somebody takes part in.

use base::Uuid;
use programme::entity::booking::State;
use programme::entity::star::HolderKind;
use programme::query::booking::open_of;
use programme::query::star::{Holder, of_holder};
use registration::entity::attendee;
use std::collections::HashSet;
use store::{Conn, DbErr};

/// What somebody booked and marked.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Occurrences in which they have a seat.
    pub booked: HashSet<Uuid>,
    /// Sessions that they marked behind their link.
    pub marked: HashSet<Uuid>,
}

/// Of an attendee. Two statements.
pub async fn chosen(conn: &Conn, row: &attendee::Model) -> Result<Chosen, DbErr> {
    let open = open_of(conn, &[row.id]).await?;
    let holder =
        Holder { congress: row.congress_id, kind: HolderKind::Attendee, id: row.id, generation: row.link_generation };
    let marked = of_holder(conn, &holder).await?.into_iter().collect();
    let booked = open.into_iter().filter(|one| one.state == State::Booked).map(|one| one.slot_id).collect();
    Ok(Chosen { booked, marked })
}
