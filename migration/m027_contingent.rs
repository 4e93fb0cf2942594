//! Places that are held for a partner, who names the people.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["contingent", "contingent_place"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "contingent",
            vec![
                id(),
                uuid("congress_id"),
                uuid("organisation_id"),
                uuid("category_id"),
                // As it was agreed, for each place.
                big("price_cents").check(Expr::cust("price_cents >= 0")).take(),
                int("vat_basis_points"),
                text("currency"),
                // What nobody has taken by then falls back.
                time("valid_until"),
                // Who names the people.
                text("contact_name"),
                uuid("mailbox_id"),
                text("language"),
                int("link_generation"),
                // Made with the first person who is named.
                optional(uuid("order_id")),
                // The form that named people last: sent twice it names them once.
                optional(uuid("naming")),
                time("created_at"),
                optional(time("reminded_at")),
                optional(time("ended_at")),
            ],
            &[
                ("congress_id", "congress"),
                ("organisation_id", "organisation"),
                ("category_id", "category"),
                ("mailbox_id", "mailbox"),
                ("order_id", "order"),
            ],
        ))
        .await?;
        m.create_index(index("contingent", &["congress_id"])).await?;
        m.create_table(table(
            "contingent_place",
            vec![id(), uuid("contingent_id"), optional(uuid("attendee_id"))],
            &[("contingent_id", "contingent"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(index("contingent_place", &["contingent_id"])).await?;
        m.create_index(unique("contingent_place", &["attendee_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
