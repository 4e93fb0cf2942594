//! Statistics pass over test orders along the same indexes.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Step;

/// What the wider one takes the place of.
const NARROW: [&str; 4] = ["congress_id", "test", "state", "category_id"];
const STATE: &str = "attendee_state";
const WIDE: [(&str, &str); 2] = [
    ("attendee_of_order", "(order_id, test, state, category_id, created_at)"),
    ("attendee_organisation", "(congress_id, test, organisation, state, category_id, created_at)"),
];
const BEFORE: [(&str, &str); 2] = [
    ("attendee_of_order", "(order_id, state, category_id, created_at)"),
    ("attendee_organisation", "(congress_id, organisation, state, category_id, created_at)"),
];

fn named(name: &str) -> IndexDropStatement {
    Index::drop().name(name).table(Alias::new("attendee")).to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let columns = "congress_id, test, state, category_id, created_at, price_cents, vat_basis_points";
        m.drop_index(named(STATE)).await?;
        let db = m.get_connection();
        db.execute_unprepared(&format!("CREATE INDEX {STATE} ON attendee ({columns})")).await?;
        m.drop_index(named(&format!("attendee_{}", NARROW.join("_")))).await?;
        again(m, &WIDE).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let columns = "congress_id, state, category_id, created_at, price_cents, vat_basis_points";
        m.create_index(index("attendee", &NARROW)).await?;
        m.drop_index(named(STATE)).await?;
        let db = m.get_connection();
        db.execute_unprepared(&format!("CREATE INDEX {STATE} ON attendee ({columns})")).await?;
        again(m, &BEFORE).await
    }
}

/// On SQLite alone: PostgreSQL counts a table of this size as fast without.
async fn again(m: &SchemaManager<'_>, indexes: &[(&str, &str)]) -> Result<(), DbErr> {
    if m.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    for (name, columns) in indexes {
        m.drop_index(named(name)).await?;
        m.get_connection().execute_unprepared(&format!("CREATE INDEX {name} ON attendee {columns}")).await?;
    }
    Ok(())
}
