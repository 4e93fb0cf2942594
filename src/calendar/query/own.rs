//! What somebody takes part in.

use base::Uuid;
use programme::entity::booking::State;
use programme::entity::star::HolderKind;
use programme::entity::{session_speaker, speaker};
use programme::query::booking::open_of;
use programme::query::star::{Holder, of_holder};
use registration::entity::attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashSet;
use store::{Conn, DbErr};

/// What somebody booked and marked, and what they contribute.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Occurrences in which they have a seat.
    pub booked: HashSet<Uuid>,
    /// Sessions that they marked behind their link.
    pub marked: HashSet<Uuid>,
    /// Sessions in which they speak or moderate: those of whoever has the same mailbox.
    pub speaks: HashSet<Uuid>,
}

/// Of an attendee. Three statements.
pub async fn chosen(conn: &Conn, row: &attendee::Model) -> Result<Chosen, DbErr> {
    let open = open_of(conn, &[row.id]).await?;
    let holder =
        Holder { congress: row.congress_id, kind: HolderKind::Attendee, id: row.id, generation: row.link_generation };
    let marked = of_holder(conn, &holder).await?.into_iter().collect();
    let booked = open.into_iter().filter(|one| one.state == State::Booked).map(|one| one.slot_id).collect();
    let speaks = session_speaker::Entity::find()
        .select_only()
        .column(session_speaker::Column::SessionId)
        .filter(
            session_speaker::Column::SpeakerId.in_subquery(
                speaker::Entity::find()
                    .select_only()
                    .column(speaker::Column::Id)
                    .filter(speaker::Column::CongressId.eq(row.congress_id))
                    .filter(speaker::Column::MailboxId.eq(row.mailbox_id))
                    .into_query(),
            ),
        )
        .into_tuple()
        .all(conn)
        .await?;
    Ok(Chosen { booked, marked, speaks: speaks.into_iter().collect() })
}
