//! Something beside a ticket that an attendee has: a dinner, a tour. It holds its places while its attendee does and it
//! has not ended.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "extra")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub order_id: Uuid,
    pub attendee_id: Uuid,
    /// Of the kind add-on.
    pub category_id: Uuid,
    /// As it was agreed.
    pub price_cents: i64,
    pub vat_basis_points: i32,
    pub created_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
