//! Orders that count nowhere: staff try things out with them.

use crate::column::*;
use sea_orm_migration::prelude::*;

/// What is counted is counted along an index that knows them.
const COUNTED: [&str; 4] = ["congress_id", "test", "state", "category_id"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in ["order", "attendee"] {
            let test = flag("test").default(false).take();
            m.alter_table(Table::alter().table(Alias::new(table)).add_column(test).take()).await?;
        }
        m.create_index(index("attendee", &COUNTED)).await?;
        m.create_index(index("order", &["congress_id", "test", "state"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in
            [("attendee", "attendee_congress_id_test_state_category_id"), ("order", "order_congress_id_test_state")]
        {
            m.drop_index(Index::drop().name(name).table(Alias::new(table)).to_owned()).await?;
            m.alter_table(Table::alter().table(Alias::new(table)).drop_column(Alias::new("test")).take()).await?;
        }
        Ok(())
    }
}
