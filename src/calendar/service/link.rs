//! The link behind which somebody's calendar is.

use crate::entity::calendar_link::{ActiveModel, Column, Entity};
use crate::{CalendarError, Event};
use registration::load::Attendee;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, record};

/// Gives an attendee's calendar a link, or another one that ends the one before. `seen`: the generation of the link that
/// they were shown; none: they were shown that there is none. If it is another one by now, it stays: a button that is
/// pressed twice makes one.
pub async fn renew(store: &Store, attendee: &Attendee, seen: Option<i32>) -> Result<(), CalendarError> {
    let row = attendee.row();
    let tx = store.begin().await?;
    let there = Entity::find().filter(Column::AttendeeId.eq(row.id)).one(&*tx).await?;
    // One of who had the ticket before was not shown.
    let shown = there.as_ref().filter(|link| link.link_generation == row.link_generation).map(|link| link.generation);
    if shown != seen {
        tx.rollback().await?;
        return Ok(());
    }
    let set = ActiveModel {
        id: NotSet,
        congress_id: NotSet,
        attendee_id: NotSet,
        generation: Set(there.as_ref().map_or(0, |link| link.generation) + 1),
        link_generation: Set(row.link_generation),
        changed_at: Set(tx.now()),
    };
    let changed = match &there {
        Some(link) => {
            let same = Entity::update_many()
                .set(set)
                .filter(Column::Id.eq(link.id))
                .filter(Column::Generation.eq(link.generation));
            same.exec(&*tx).await?.rows_affected > 0
        }
        None => {
            let new = ActiveModel {
                id: Set(tx.chance().opaque_id()),
                congress_id: Set(row.congress_id),
                attendee_id: Set(row.id),
                ..set
            };
            let same = sea_orm::sea_query::OnConflict::column(Column::AttendeeId).do_nothing().to_owned();
            Entity::insert(new).on_conflict(same).exec_without_returning(&*tx).await? > 0
        }
    };
    if changed {
        let event = Event::LinkRenewed { congress: row.congress_id, attendee: row.id };
        record(&tx, attendee.actor(), event).await?;
    }
    Ok(tx.commit().await?)
}
