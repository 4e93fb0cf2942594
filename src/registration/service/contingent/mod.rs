//! Places held for partners. **Always**: every place of a contingent that nobody was named for and that has not ended has
//! one claim on each quota of its category; with the name the claim goes over to the attendee, and `taken` stays.

mod fall_back;
mod hold;
mod naming;

pub use fall_back::{end, sweep};
pub use hold::{Change, New, change, make, renew_link, seen};
pub use naming::{Named, name, withdraw};

use crate::RegistrationError;
use crate::entity::{contingent, contingent_place};
use crate::query::contingent::standing;
use base::Uuid;
use congress::service::capacity;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{DbErr, Tx};
use ticketing::entity::category;
use ticketing::query::CategoryView;

/// What the claims of places are held under that nobody was named for.
pub const HOLDER: &str = "contingent";

/// Holds a contingent until the transaction ends; the categories must be held before it, orders are after it.
async fn hold(tx: &Tx, id: Uuid) -> Result<contingent::Model, RegistrationError> {
    let find = contingent::Entity::find().filter(contingent::Column::Id.eq(id));
    find.lock(LockType::NoKeyUpdate).one(&**tx).await?.ok_or(RegistrationError::Unknown)
}

/// Its places, those without anybody first. See [`standing`].
async fn places(tx: &Tx, id: Uuid) -> Result<Vec<contingent_place::Model>, DbErr> {
    let find = contingent_place::Entity::find().filter(contingent_place::Column::ContingentId.eq(id));
    let find = find.filter(standing());
    let mut all = find.order_by_asc(contingent_place::Column::Id).all(&**tx).await?;
    all.sort_by_key(|place| place.attendee_id.is_some());
    Ok(all)
}

/// The category of a contingent, with its quotas.
async fn category_of(tx: &Tx, contingent: &contingent::Model) -> Result<CategoryView, RegistrationError> {
    let all = ticketing::query::categories(tx, contingent.congress_id).await?;
    all.into_iter().find(|view| view.category.id == contingent.category_id).ok_or(RegistrationError::Unknown)
}

/// Places of these categories that are held for partners: who lays a quota over the categories claims for them too. The
/// caller holds the categories.
pub(super) async fn holders(tx: &Tx, categories: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let open = contingent::Entity::find()
        .filter(contingent::Column::CategoryId.is_in(categories.iter().copied()))
        .filter(contingent::Column::EndedAt.is_null())
        .all(&**tx)
        .await?;
    contingent_place::Entity::find()
        .select_only()
        .column(contingent_place::Column::Id)
        .filter(contingent_place::Column::ContingentId.is_in(open.iter().map(|row| row.id)))
        .filter(contingent_place::Column::AttendeeId.is_null())
        .into_tuple()
        .all(&**tx)
        .await
}

/// Says under what the claims of all places are held that are held for partners in a congress. Quotas count them as those of
/// attendees while they are laid, moved or counted again; at all other times they are held under [`HOLDER`].
pub(super) async fn hold_as(tx: &Tx, congress: Uuid, holder_kind: &str) -> Result<(), DbErr> {
    let all = category::Entity::find().filter(category::Column::CongressId.eq(congress)).all(&**tx).await?;
    let categories: Vec<Uuid> = all.into_iter().map(|category| category.id).collect();
    capacity::hold_as(tx, holder_kind, &holders(tx, &categories).await?).await
}
