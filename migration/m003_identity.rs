//! Hosts, mailboxes and people, accounts with roles, log-in links, API tokens, consents.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &["host", "person", "mailbox", "account", "role", "login_link", "api_token", "consent"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(table("host", vec![id(), json("name"), time("created_at")], &[])).await?;
        m.create_table(table(
            "person",
            vec![id(), uuid("host_id"), text("given_name"), text("family_name"), time("created_at")],
            &[("host_id", "host")],
        ))
        .await?;
        m.create_table(table(
            "mailbox",
            vec![
                id(),
                uuid("host_id"),
                // Normalised: see base::contact.
                text("address"),
                text("language"),
                optional(uuid("person_id")),
                optional(time("proven_at")),
                int("bounces"),
                optional(time("blocked_at")),
                time("created_at"),
            ],
            &[("host_id", "host"), ("person_id", "person")],
        ))
        .await?;
        m.create_index(unique("mailbox", &["host_id", "address"])).await?;

        m.create_table(table(
            "account",
            vec![
                id(),
                text("address"),
                text("name"),
                text("language"),
                // Argon2id in PHC form; null: logs in by mail only.
                optional(text("password_hash")),
                time("created_at"),
                optional(time("disabled_at")),
            ],
            &[],
        ))
        .await?;
        m.create_index(unique("account", &["address"])).await?;
        m.create_table(table(
            "role",
            vec![
                id(),
                uuid("account_id"),
                // Null: in every congress.
                optional(uuid("congress_id")),
                state("role", &["admin", "organiser", "programme", "door", "finance", "privacy"]),
                time("granted_at"),
            ],
            &[("account_id", "account")],
        ))
        .await?;
        m.create_index(index("role", &["account_id"])).await?;
        let db = m.get_connection();
        db.execute_unprepared("CREATE UNIQUE INDEX role_in_congress ON role (account_id, congress_id, role) WHERE congress_id IS NOT NULL").await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX role_everywhere ON role (account_id, role) WHERE congress_id IS NULL",
        )
        .await?;
        m.create_table(table(
            "login_link",
            vec![
                id(),
                uuid("account_id"),
                text("token_hash"),
                time("created_at"),
                time("expires_at"),
                optional(time("used_at")),
            ],
            &[("account_id", "account")],
        ))
        .await?;
        m.create_index(unique("login_link", &["token_hash"])).await?;
        m.create_table(table(
            "api_token",
            vec![
                id(),
                text("name"),
                text("token_hash"),
                // Null: for all congresses.
                optional(uuid("congress_id")),
                json("permissions"),
                time("created_at"),
                optional(time("revoked_at")),
            ],
            &[],
        ))
        .await?;
        m.create_index(unique("api_token", &["token_hash"])).await?;
        m.create_table(table(
            "consent",
            vec![
                id(),
                uuid("mailbox_id"),
                optional(uuid("congress_id")),
                text("purpose"),
                // The words that were agreed to, as shown.
                text("wording"),
                text("language"),
                text("source"),
                time("given_at"),
                optional(time("withdrawn_at")),
            ],
            &[("mailbox_id", "mailbox")],
        ))
        .await?;
        m.create_index(index("consent", &["mailbox_id"])).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}
