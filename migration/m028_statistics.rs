//! Counting many by what they have in common: what the statistics of the congress office are read from.
//!
//! The index by state and category goes on in the order of time, with what a ticket costs. On SQLite orders by kind and
//! attendees by organisation are counted along an index too; PostgreSQL counts a table of this size as fast without.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Step;

const BEFORE: &str = "attendee_congress_id_state_category_id";

const INDEXES: [(&str, &str); 3] = [
    ("attendee_of_order", "attendee (order_id, state, category_id, created_at)"),
    ("attendee_organisation", "attendee (congress_id, organisation, state, category_id, created_at)"),
    ("order_kind", "\"order\" (congress_id, buyer_kind, source, town, id)"),
];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let db = m.get_connection();
        let columns = "congress_id, state, category_id, created_at, price_cents, vat_basis_points";
        db.execute_unprepared(&format!("CREATE INDEX attendee_state ON attendee ({columns})")).await?;
        m.drop_index(Index::drop().name(BEFORE).table(Alias::new("attendee")).to_owned()).await?;
        if m.get_database_backend() == DbBackend::Sqlite {
            for (name, on) in INDEXES {
                db.execute_unprepared(&format!("CREATE INDEX {name} ON {on}")).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let drop = |name: &str, table: &'static str| Index::drop().name(name).table(Alias::new(table)).to_owned();
        if m.get_database_backend() == DbBackend::Sqlite {
            m.drop_index(drop("order_kind", "order")).await?;
            m.drop_index(drop("attendee_organisation", "attendee")).await?;
            m.drop_index(drop("attendee_of_order", "attendee")).await?;
        }
        m.create_index(index("attendee", &["congress_id", "state", "category_id"])).await?;
        m.drop_index(drop("attendee_state", "attendee")).await
    }
}
