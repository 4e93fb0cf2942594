//! Congresses with rooms and texts, organisations, topics, capacity.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["congress", "room", "passage", "organisation", "partner", "topic", "capacity", "claim"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table(
            "congress",
            vec![
                id(),
                uuid("host_id"),
                text("slug"),
                json("name"),
                // What the wordmark sets apart: "DigitaleZukunft" and "@OWL".
                text("wordmark"),
                text("wordmark_accent"),
                json("lead"),
                json("place"),
                json("host_line"),
                time("starts_at"),
                time("ends_at"),
                optional(time("doors_at")),
                text("zone"),
                state("phase", &["draft", "open", "over"]),
                text("venue_name"),
                text("venue_street"),
                text("venue_postcode"),
                text("venue_town"),
                text("contact_address"),
                text("signature"),
                // Raised by every change of public data.
                big("revision"),
                time("created_at"),
            ],
            &[("host_id", "host")],
        ))
        .await?;
        m.create_index(unique("congress", &["slug"])).await?;
        m.create_index(index("congress", &["host_id"])).await?;
        m.create_table(table(
            "room",
            vec![id(), uuid("congress_id"), text("slug"), json("name"), optional(int("seats")), int("position")],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("room", &["congress_id", "slug"])).await?;
        m.create_table(table(
            "passage",
            vec![
                id(),
                uuid("congress_id"),
                // Where it shows: "highlight" and "arrival" on the public page, "page" as a page of its own,
                // "ticket" on the printed ticket.
                state("place", &["highlight", "arrival", "page", "ticket"]),
                text("slug"),
                int("position"),
                text("icon"),
                json("preline"),
                json("title"),
                // Markdown.
                json("body"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("passage", &["congress_id", "place", "slug"])).await?;
        m.create_table(table(
            "organisation",
            vec![
                id(),
                uuid("host_id"),
                text("name"),
                state(
                    "kind",
                    &[
                        "municipality",
                        "district",
                        "authority",
                        "business",
                        "university",
                        "school",
                        "initiative",
                        "other",
                    ],
                ),
                text("town"),
                time("created_at"),
            ],
            &[("host_id", "host")],
        ))
        .await?;
        m.create_index(unique("organisation", &["host_id", "name"])).await?;
        m.create_table(table(
            "partner",
            vec![
                id(),
                uuid("congress_id"),
                uuid("organisation_id"),
                state("part", &["organiser", "carrier", "supporter"]),
                int("position"),
            ],
            &[("congress_id", "congress"), ("organisation_id", "organisation")],
        ))
        .await?;
        m.create_index(unique("partner", &["congress_id", "organisation_id", "part"])).await?;
        m.create_table(table(
            "topic",
            vec![id(), uuid("host_id"), optional(uuid("parent_id")), text("slug"), json("name"), int("position")],
            &[("host_id", "host"), ("parent_id", "topic")],
        ))
        .await?;
        m.create_index(unique("topic", &["host_id", "slug"])).await?;

        m.create_table(table(
            "capacity",
            vec![
                id(),
                uuid("congress_id"),
                // Null: no limit.
                optional(int("size")),
                int("taken").check(Expr::cust("taken >= 0 AND (size IS NULL OR taken <= size)")).take(),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_table(table(
            "claim",
            vec![
                id(),
                uuid("capacity_id"),
                text("holder_kind"),
                uuid("holder_id"),
                int("n").check(Expr::cust("n > 0")).take(),
                time("made_at"),
                optional(time("freed_at")),
            ],
            &[("capacity_id", "capacity")],
        ))
        .await?;
        let db = m.get_connection();
        db.execute_unprepared(
            "CREATE UNIQUE INDEX claim_open ON claim (holder_id, capacity_id, holder_kind) WHERE freed_at IS NULL",
        )
        .await?;
        m.create_index(index("claim", &["capacity_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
