//! Who sees a category and what it costs when: prices by time and number, links, lists of invited people, approval, and
//! add-ons of a ticket.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["invitee", "decision", "extra"];

const CATEGORY: [&str; 7] =
    ["kind", "tiers", "visibility", "link_generation", "invitations_each", "needs_approval", "goes_with"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            state("kind", &["ticket", "add_on"]).default("ticket").take(),
            // Lower prices until a moment, or from a number on.
            json("tiers").default("[]").take(),
            state("visibility", &["public", "link", "voucher", "invitation"]).default("public").take(),
            // Raising it ends the secret link.
            int("link_generation").default(1).take(),
            // How many tickets each address of the list may have.
            int("invitations_each").default(1).take(),
            flag("needs_approval").default(false).take(),
            // Of an add-on: short names of the tickets that it may go with; none: with all.
            json("goes_with").default("[]").take(),
        ];
        for column in columns {
            m.alter_table(Table::alter().table(Alias::new("category")).add_column(column).take()).await?;
        }
        // By which line of a list somebody was admitted.
        let invitee = optional(uuid("invitee_id"));
        m.alter_table(Table::alter().table(Alias::new("attendee")).add_column(invitee).take()).await?;
        m.create_index(index("attendee", &["invitee_id"])).await?;
        m.create_table(table(
            "invitee",
            vec![id(), uuid("congress_id"), uuid("category_id"), text("address"), time("created_at")],
            &[("congress_id", "congress"), ("category_id", "category")],
        ))
        .await?;
        m.create_index(unique("invitee", &["category_id", "address"])).await?;
        m.create_table(table(
            "decision",
            vec![
                id(),
                uuid("congress_id"),
                uuid("order_id"),
                state("verdict", &["approved", "refused"]),
                text("reason"),
                time("at"),
                text("actor_kind"),
                optional(uuid("actor_id")),
                text("actor_name"),
            ],
            &[("congress_id", "congress"), ("order_id", "order")],
        ))
        .await?;
        // An order is decided once.
        m.create_index(unique("decision", &["order_id"])).await?;
        m.create_table(table(
            "extra",
            vec![
                id(),
                uuid("congress_id"),
                uuid("order_id"),
                uuid("attendee_id"),
                uuid("category_id"),
                // As it was agreed.
                big("price_cents"),
                int("vat_basis_points"),
                time("created_at"),
                optional(time("ended_at")),
            ],
            &[
                ("congress_id", "congress"),
                ("order_id", "order"),
                ("attendee_id", "attendee"),
                ("category_id", "category"),
            ],
        ))
        .await?;
        m.create_index(index("extra", &["order_id"])).await?;
        m.create_index(index("extra", &["category_id"])).await?;
        // One dinner a person.
        m.get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX extra_once ON extra (attendee_id, category_id) WHERE ended_at IS NULL",
            )
            .await
            .map(|_| ())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        m.drop_index(Index::drop().name("attendee_invitee_id").table(Alias::new("attendee")).to_owned()).await?;
        let invitee = Alias::new("invitee_id");
        m.alter_table(Table::alter().table(Alias::new("attendee")).drop_column(invitee).take()).await?;
        for column in CATEGORY {
            let name = Alias::new(column);
            m.alter_table(Table::alter().table(Alias::new("category")).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
