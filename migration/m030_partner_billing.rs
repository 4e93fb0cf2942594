//! Where the invoice of a partner goes whose places cost something.

use crate::column::*;
use sea_orm_migration::prelude::*;

/// What a contingent gains, as an order has it.
const BILLING: [&str; 8] =
    ["street", "postcode", "town", "country", "vat_id", "leitweg_id", "purchase_order", "cost_centre"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in BILLING {
            let column = text(column).default("").take();
            m.alter_table(Table::alter().table(Alias::new("contingent")).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in BILLING {
            let name = Alias::new(column);
            m.alter_table(Table::alter().table(Alias::new("contingent")).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
