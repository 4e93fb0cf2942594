//! Whoever wants no campaigns: of one kind, or none at all. Tickets and what is booked are told all the same.

use sea_orm::entity::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    Service,
    News,
    All,
}

/// Where it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Source {
    /// By the button that mail programs show (RFC 8058).
    OneClick,
    Page,
    /// By staff, for somebody who asked for it.
    Desk,
    /// A provider reported that the mail was called unwanted.
    Complaint,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "opt_out")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mailbox_id: Uuid,
    pub kind: Kind,
    pub source: Source,
    /// Behind whose link.
    pub campaign_id: Option<Uuid>,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
