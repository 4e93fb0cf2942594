//! Whoever gets news without an order, or is asked whether they want them. What they agreed to stands with their consents.

use sea_orm::entity::prelude::*;

/// How they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Origin {
    /// By a list of the organisers.
    Import,
    /// By the public form.
    SignUp,
}

impl Origin {
    /// At the end of keys in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::SignUp => "sign-up",
        }
    }

    /// As the consent says where it was given.
    pub fn source(self) -> &'static str {
        match self {
            Self::Import => "asked",
            Self::SignUp => "news",
        }
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub origin: Origin,
    /// What made them one; none: they were asked, and have not answered.
    pub consent_id: Option<Uuid>,
    /// How often they were asked: links of before end.
    pub round: i32,
    /// Since when an answer is open.
    pub asked_at: Option<DateTimeUtc>,
    /// Name and address, folded.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
