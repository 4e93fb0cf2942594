//! Payments, refunds and invoices; who sells; where an invoice goes.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["seller", "series", "invoice", "invoice_line", "payment", "refund"];

/// What an order gains: where its invoice goes, and what the buyer's bookkeeping wants to read on it.
const ORDER: [&str; 8] =
    ["street", "postcode", "town", "country", "vat_id", "leitweg_id", "purchase_order", "cost_centre"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in ORDER {
            let column = text(column).default("").take();
            m.alter_table(Table::alter().table(Alias::new("order")).add_column(column).take()).await?;
        }
        m.create_table(table(
            "seller",
            vec![
                id(),
                uuid("congress_id"),
                text("name"),
                text("street"),
                text("postcode"),
                text("town"),
                text("country"),
                // Of the two, the law wants one.
                text("tax_number"),
                text("vat_id"),
                text("account_holder"),
                text("iban"),
                text("bic"),
                // Begins the numbers of invoices: "OWL".
                text("prefix"),
                // How long buyers have, and how much longer a transfer is waited for, in days.
                int("due_days").check(Expr::cust("due_days between 0 and 365")).take(),
                int("grace_days").check(Expr::cust("grace_days between 0 and 365")).take(),
                // Why there is no VAT, where there is none.
                json("exemption"),
                // Below the amounts: thanks, where to ask.
                json("foot"),
                time("changed_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("seller", &["congress_id"])).await?;
        // Numbers without a gap: the next one, taken in the transaction that uses it.
        m.create_table(table("series", vec![id(), uuid("host_id"), text("key"), int("next")], &[("host_id", "host")]))
            .await?;
        m.create_index(unique("series", &["host_id", "key"])).await?;
        m.create_table(table(
            "invoice",
            vec![
                id(),
                uuid("host_id"),
                uuid("congress_id"),
                uuid("order_id"),
                state("kind", &["invoice", "cancellation"]),
                // Of a cancellation: the invoice that it takes back.
                optional(uuid("cancels_id")),
                text("number"),
                time("issued_at"),
                optional(time("due_at")),
                text("language"),
                // Who sells, who buys and what is said, as they were: an invoice is never changed.
                json("content"),
                big("net_cents"),
                big("vat_cents"),
                big("gross_cents"),
                text("currency"),
            ],
            &[("host_id", "host"), ("congress_id", "congress"), ("order_id", "order"), ("cancels_id", "invoice")],
        ))
        .await?;
        m.create_index(unique("invoice", &["host_id", "number"])).await?;
        m.create_index(unique("invoice", &["cancels_id"])).await?;
        m.create_index(index("invoice", &["order_id"])).await?;
        m.create_index(index("invoice", &["congress_id", "issued_at"])).await?;
        m.create_table(table(
            "invoice_line",
            vec![
                id(),
                uuid("invoice_id"),
                int("position"),
                optional(uuid("attendee_id")),
                text("description"),
                int("quantity"),
                big("unit_cents"),
                int("vat_basis_points"),
                big("gross_cents"),
            ],
            &[("invoice_id", "invoice"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("invoice_line", &["invoice_id", "position"])).await?;
        m.create_index(index("invoice_line", &["attendee_id"])).await?;
        for (name, column, states) in
            [("payment", "received_on", ["confirmed", "withdrawn"]), ("refund", "paid_on", ["done", "withdrawn"])]
        {
            m.create_table(table(
                name,
                vec![
                    id(),
                    uuid("congress_id"),
                    uuid("order_id"),
                    state("method", &["transfer", "cash", "other"]),
                    state("state", &states),
                    big("cents").check(Expr::cust("cents > 0")).take(),
                    text("currency"),
                    // The day on the bank's statement.
                    column_of_day(column),
                    text("reference"),
                    text("note"),
                    // Made by the form: the same form sent twice is one payment.
                    uuid("request"),
                    time("at"),
                    text("actor_kind"),
                    optional(uuid("actor_id")),
                    text("actor_name"),
                    optional(time("withdrawn_at")),
                    text("withdrawn_by").default("").take(),
                    text("withdrawn_why").default("").take(),
                ],
                &[("congress_id", "congress"), ("order_id", "order")],
            ))
            .await?;
            m.create_index(unique(name, &["congress_id", "request"])).await?;
            m.create_index(index(name, &["order_id"])).await?;
        }
        m.create_index(index("order", &["congress_id", "state", "payment_due_at"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let due = Index::drop().name("order_congress_id_state_payment_due_at").table(Alias::new("order")).to_owned();
        m.drop_index(due).await?;
        drop(m, TABLES).await?;
        for column in ORDER {
            let name = Alias::new(column);
            m.alter_table(Table::alter().table(Alias::new("order")).drop_column(name).take()).await?;
        }
        Ok(())
    }
}

/// A day, without a time.
fn column_of_day(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).date().not_null().take()
}
