//! The waiting list: its terms, who waits for what, and what was offered.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["waiting_terms", "waiting", "waiting_choice", "waiting_offer"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "waiting_terms",
            vec![
                id(),
                uuid("congress_id"),
                flag("open"),
                // How long an offer stands.
                int("hours").check(Expr::cust("hours between 1 and 336")).take(),
                // So many days before the congress nothing is offered any more.
                int("stop_days").check(Expr::cust("stop_days between 0 and 90")).take(),
                // How many places one can wait for together.
                int("most").check(Expr::cust("most between 1 and 20")).take(),
                time("changed_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("waiting_terms", &["congress_id"])).await?;
        m.create_table(table(
            "waiting",
            vec![
                id(),
                uuid("congress_id"),
                int("n").check(Expr::cust("n > 0")).take(),
                uuid("mailbox_id"),
                text("name"),
                text("organisation"),
                text("language"),
                state("source", &["web", "desk", "demo"]),
                state("state", &["waiting", "offered", "taken", "declined", "expired", "left", "removed", "closed"]),
                // The queue: the highest first, then who has waited longest.
                int("priority"),
                time("since"),
                time("joined_at"),
                // Offers that went past since the last one that was made here.
                int("overtaken"),
                // Fewer places than that were turned down.
                int("least"),
                optional(time("gathering_since")),
                int("link_generation"),
                // While it waits: address and choices, so that nobody stands in the queue twice for the same.
                optional(text("active_key")),
                optional(time("ended_at")),
                // Folded, for finding.
                text("search"),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox")],
        ))
        .await?;
        m.create_index(unique("waiting", &["congress_id", "active_key"])).await?;
        m.create_index(index("waiting", &["congress_id", "state", "priority", "since"])).await?;
        m.create_index(index("waiting", &["mailbox_id"])).await?;
        m.create_table(table(
            "waiting_choice",
            vec![id(), uuid("waiting_id"), uuid("target_id"), int("position")],
            &[("waiting_id", "waiting")],
        ))
        .await?;
        m.create_index(unique("waiting_choice", &["waiting_id", "target_id"])).await?;
        m.create_index(index("waiting_choice", &["target_id"])).await?;
        m.create_table(table(
            "waiting_offer",
            vec![
                id(),
                uuid("congress_id"),
                uuid("waiting_id"),
                uuid("target_id"),
                int("n").check(Expr::cust("n > 0")).take(),
                // Fewer than were waited for.
                flag("partial"),
                flag("by_hand"),
                state("state", &["open", "accepted", "declined", "expired", "withdrawn"]),
                time("made_at"),
                time("ends_at"),
                optional(time("reminded_at")),
                optional(time("ended_at")),
                // What came of it: for tickets, the order.
                optional(uuid("outcome_id")),
            ],
            &[("congress_id", "congress"), ("waiting_id", "waiting")],
        ))
        .await?;
        m.create_index(index("waiting_offer", &["congress_id", "state", "ends_at"])).await?;
        m.create_index(index("waiting_offer", &["waiting_id"])).await?;
        m.create_index(index("waiting_offer", &["outcome_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
