//! Codes of limited use, and vouchers, which are some of them.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["code", "code_use", "voucher", "voucher_category"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "code",
            vec![
                id(),
                uuid("congress_id"),
                // What it opens: a voucher.
                text("kind"),
                // Capital letters, digits and dashes.
                text("code"),
                int("max_uses").check(Expr::cust("max_uses >= 1")).take(),
                // Always the number of unfreed uses.
                int("used").check(Expr::cust("used >= 0 and used <= max_uses")).take(),
                optional(time("valid_from")),
                optional(time("valid_until")),
                text("tag"),
                text("note"),
                time("created_at"),
                optional(time("ended_at")),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("code", &["congress_id", "code"])).await?;
        m.create_index(index("code", &["congress_id", "kind", "tag"])).await?;
        m.create_table(table(
            "code_use",
            vec![
                id(),
                uuid("code_id"),
                text("holder_kind"),
                uuid("holder_id"),
                time("made_at"),
                optional(time("freed_at")),
            ],
            &[("code_id", "code")],
        ))
        .await?;
        m.create_index(index("code_use", &["code_id"])).await?;
        // A holder uses a code once at a time.
        let once =
            "CREATE UNIQUE INDEX code_use_once ON code_use (holder_id, holder_kind, code_id) WHERE freed_at IS NULL";
        m.get_connection().execute_unprepared(once).await?;
        m.create_table(table(
            "voucher",
            vec![
                // That of its code.
                id(),
                uuid("congress_id"),
                state("scope", &["all", "categories", "quota"]),
                optional(uuid("quota_id")),
                state("effect", &["none", "set", "less", "percent"]),
                // Cents; of a percentage hundredths: 2500 is 25 %.
                big("amount").check(Expr::cust("amount >= 0")).take(),
                flag("unlocks"),
                flag("blocks"),
                flag("passes"),
                int("min_uses").check(Expr::cust("min_uses >= 1")).take(),
            ],
            &[("id", "code"), ("congress_id", "congress"), ("quota_id", "quota")],
        ))
        .await?;
        m.create_index(index("voucher", &["congress_id"])).await?;
        let mut link = table(
            "voucher_category",
            vec![uuid("voucher_id"), uuid("category_id")],
            &[("voucher_id", "voucher"), ("category_id", "category")],
        );
        m.create_table(
            link.primary_key(Index::create().col(Alias::new("voucher_id")).col(Alias::new("category_id"))).take(),
        )
        .await?;
        m.create_index(index("voucher_category", &["category_id"])).await?;
        for column in [
            // The voucher that its price and place follow from.
            optional(uuid("voucher_id")),
            // What the voucher took off the price.
            big("waived_cents").default(0).take(),
            // A guest beyond the quota: holds no claim.
            flag("beyond_quota").default(false).take(),
        ] {
            m.alter_table(Table::alter().table(Alias::new("attendee")).add_column(column).take()).await?;
        }
        m.create_index(index("attendee", &["voucher_id"])).await?;
        // The code that was given with it, for finding.
        let given = text("voucher").default("").take();
        m.alter_table(Table::alter().table(Alias::new("order")).add_column(given).take()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table(Alias::new("order")).drop_column(Alias::new("voucher")).take()).await?;
        m.drop_index(Index::drop().name("attendee_voucher_id").table(Alias::new("attendee")).to_owned()).await?;
        for column in ["voucher_id", "waived_cents", "beyond_quota"] {
            let name = Alias::new(column);
            m.alter_table(Table::alter().table(Alias::new("attendee")).drop_column(name).take()).await?;
        }
        drop(m, TABLES).await
    }
}
