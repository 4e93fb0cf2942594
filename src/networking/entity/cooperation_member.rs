//! Somebody of a cooperation: nobody is in it without having said so.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    Invited,
    /// Wants to take part: those who are in it answer.
    Asked,
    Joined,
    /// Said no to the invitation: nobody invites them again.
    Declined,
    /// Those who are in it said no: they do not ask again.
    Refused,
    /// Was in it: comes back by asking.
    Left,
}

impl State {
    /// Those who have to do with it now.
    pub const OPEN: [Self; 3] = [Self::Invited, Self::Asked, Self::Joined];
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cooperation_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub cooperation_id: Uuid,
    pub profile_id: Uuid,
    pub state: State,
    pub invited_by_id: Option<Uuid>,
    pub made_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
