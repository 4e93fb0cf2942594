//! Categories and quotas.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["category", "quota", "category_quota"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "category",
            vec![
                id(),
                uuid("congress_id"),
                text("slug"),
                // Small, for the ticket token.
                int("number"),
                json("name"),
                json("description"),
                state("place", &["on_site", "online"]),
                big("price_cents").check(Expr::cust("price_cents >= 0")).take(),
                text("currency"),
                int("vat_basis_points"),
                optional(time("sale_from")),
                optional(time("sale_until")),
                // How many one order may hold; null: no limit of its own.
                optional(int("max_per_order")),
                flag("active"),
                int("position"),
                time("created_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("category", &["congress_id", "slug"])).await?;
        m.create_index(unique("category", &["congress_id", "number"])).await?;
        m.create_table(table(
            "quota",
            vec![
                id(),
                uuid("congress_id"),
                text("slug"),
                text("name"),
                uuid("capacity_id"),
                int("position"),
                time("created_at"),
            ],
            &[("congress_id", "congress"), ("capacity_id", "capacity")],
        ))
        .await?;
        m.create_index(unique("quota", &["congress_id", "slug"])).await?;
        m.create_index(unique("quota", &["capacity_id"])).await?;
        let mut link = table(
            "category_quota",
            vec![uuid("category_id"), uuid("quota_id")],
            &[("category_id", "category"), ("quota_id", "quota")],
        );
        m.create_table(
            link.primary_key(Index::create().col(Alias::new("category_id")).col(Alias::new("quota_id"))).take(),
        )
        .await?;
        m.create_index(index("category_quota", &["quota_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
