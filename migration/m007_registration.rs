//! Orders, attendees, cancellations.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["order", "attendee", "cancellation"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "order",
            vec![
                id(),
                uuid("congress_id"),
                text("code"),
                int("link_generation"),
                state(
                    "state",
                    &["confirmed", "awaiting_payment", "awaiting_approval", "waiting", "expired", "cancelled"],
                ),
                state("buyer_kind", &["person", "business", "public_body"]),
                text("buyer_name"),
                text("buyer_organisation"),
                uuid("mailbox_id"),
                text("language"),
                big("total_cents"),
                text("currency"),
                state("source", &["web", "api", "desk", "import", "demo"]),
                // Whether mails go out by themselves.
                flag("notify"),
                // Made by the form; the same form sent twice is one order.
                optional(uuid("placement")),
                optional(time("payment_due_at")),
                time("placed_at"),
                // Folded, for finding: code, names, address, organisation.
                text("search"),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox")],
        ))
        .await?;
        m.create_index(unique("order", &["congress_id", "code"])).await?;
        m.create_index(unique("order", &["congress_id", "placement"])).await?;
        m.create_index(index("order", &["congress_id", "placed_at"])).await?;
        m.create_index(index("order", &["mailbox_id"])).await?;
        m.create_table(table(
            "attendee",
            vec![
                id(),
                uuid("congress_id"),
                uuid("order_id"),
                int("position"),
                uuid("category_id"),
                uuid("mailbox_id"),
                text("given_name"),
                text("family_name"),
                text("organisation"),
                text("language"),
                state("state", &["valid", "unpaid", "unapproved", "waiting", "expired", "cancelled"]),
                big("price_cents"),
                int("vat_basis_points"),
                // In the QR code. A new one makes the old code invalid.
                big("ticket_serial"),
                time("ticket_issued_at"),
                int("link_generation"),
                // Raised by every change, in the calendar file.
                int("sequence"),
                time("created_at"),
                time("changed_at"),
                text("search"),
            ],
            &[
                ("congress_id", "congress"),
                ("order_id", "order"),
                ("category_id", "category"),
                ("mailbox_id", "mailbox"),
            ],
        ))
        .await?;
        m.create_index(unique("attendee", &["order_id", "position"])).await?;
        m.create_index(unique("attendee", &["ticket_serial"])).await?;
        m.create_index(index("attendee", &["congress_id", "state"])).await?;
        m.create_index(index("attendee", &["category_id"])).await?;
        m.create_index(index("attendee", &["mailbox_id"])).await?;
        m.create_table(table(
            "cancellation",
            vec![
                id(),
                uuid("congress_id"),
                uuid("order_id"),
                uuid("attendee_id"),
                time("at"),
                text("actor_kind"),
                optional(uuid("actor_id")),
                text("actor_name"),
                text("reason"),
            ],
            &[("congress_id", "congress"), ("order_id", "order"), ("attendee_id", "attendee")],
        ))
        .await?;
        m.create_index(unique("cancellation", &["attendee_id"])).await?;
        m.create_index(index("cancellation", &["order_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
