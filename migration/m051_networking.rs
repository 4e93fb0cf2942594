//! The networking directory: topics with what they mean and what else they are called, profiles and where each field shows,
//! offers and needs, who is interested in whom, who knows whom, who avoids whom.

use crate::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

const NOTHING: &str = r#"{"de":"","en":""}"#;

const LEVELS: [&str; 4] = ["nobody", "contacts", "participants", "public"];

fn more_of(table: &'static str) -> Vec<ColumnDef> {
    match table {
        // What it means, and what else it is called, one a line.
        "topic" => vec![json("about").default(NOTHING).take(), text("synonyms").default("").take()],
        // Its page: an address, and what it says of itself.
        _ => vec![
            optional(text("code")),
            json("about").default(NOTHING).take(),
            text("website").default("").take(),
            optional(int("inhabitants")),
        ],
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in ["topic", "organisation"] {
            for column in more_of(table) {
                m.alter_table(Table::alter().table(Alias::new(table)).add_column(column).take()).await?;
            }
        }
        m.create_index(unique("organisation", &["host_id", "code"])).await?;
        topics(m).await?;
        profiles(m).await?;
        between(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "topic_alias",
            "profile",
            "profile_topic",
            "topic_follow",
            "topic_proposal",
            "participation",
            "presence",
            "entry",
            "interest",
            "connection",
            "avoidance",
            "network_report",
            "network",
        ];
        drop(m, &tables).await?;
        let mut index = Index::drop();
        m.drop_index(index.name("organisation_host_id_code").table(Alias::new("organisation")).to_owned()).await?;
        for table in ["organisation", "topic"] {
            for column in more_of(table) {
                let name = Alias::new(column.get_column_name());
                m.alter_table(Table::alter().table(Alias::new(table)).drop_column(name).take()).await?;
            }
        }
        Ok(())
    }
}

async fn topics(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    // What a topic was called before it became part of another: its address still leads there.
    m.create_table(table(
        "topic_alias",
        vec![id(), uuid("host_id"), text("slug"), uuid("topic_id"), time("made_at")],
        &[("host_id", "host"), ("topic_id", "topic")],
    ))
    .await?;
    m.create_index(unique("topic_alias", &["host_id", "slug"])).await?;
    m.create_index(index("topic_alias", &["topic_id"])).await?;
    // Whether a congress has a directory, and what counts there when suggestions are ranked.
    m.create_table(table(
        "network",
        vec![id(), uuid("congress_id"), flag("open"), json("weights"), time("changed_at")],
        &[("congress_id", "congress")],
    ))
    .await?;
    m.create_index(unique("network", &["congress_id"])).await
}

async fn profiles(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(table(
        "profile",
        vec![
            id(),
            uuid("host_id"),
            uuid("person_id"),
            // Where mails go.
            uuid("mailbox_id"),
            text("code"),
            optional(uuid("organisation_id")),
            // What they are there: "IT-Leitung".
            text("job"),
            // What they work on, plain.
            text("work"),
            // `de en`: tags, divided by spaces.
            text("languages"),
            // One a line.
            text("links"),
            text("phone"),
            // Whether others may write, or show interest alone.
            state("reach", &["interest", "message"]),
            // Who sees which field; and of two fields again, so that the database can narrow lists by them.
            json("visibility"),
            // The name as it is sorted by.
            text("sort_key"),
            state("name_level", &LEVELS),
            state("organisation_level", &LEVELS),
            // Raised to end links and sessions of before.
            int("generation"),
            // How often somebody was interested: who is sought after need not be shown first.
            int("received"),
            time("created_at"),
            time("changed_at"),
            // Then it is deleted, unless its owner keeps it.
            time("expires_at"),
            optional(time("reminded_at")),
        ],
        &[("host_id", "host"), ("person_id", "person"), ("mailbox_id", "mailbox"), ("organisation_id", "organisation")],
    ))
    .await?;
    m.create_index(unique("profile", &["person_id"])).await?;
    m.create_index(unique("profile", &["host_id", "code"])).await?;
    m.create_index(index("profile", &["mailbox_id"])).await?;
    m.create_index(index("profile", &["organisation_id"])).await?;
    m.create_index(index("profile", &["expires_at"])).await?;
    // Whom it shows to that somebody works on it, again; up to when somebody was told what is new.
    for (name, more) in [("profile_topic", state("level", &LEVELS)), ("topic_follow", time("told_at"))] {
        m.create_table(table(
            name,
            vec![id(), uuid("profile_id"), uuid("topic_id"), more],
            &[("profile_id", "profile"), ("topic_id", "topic")],
        ))
        .await?;
        m.create_index(unique(name, &["profile_id", "topic_id"])).await?;
        m.create_index(index(name, &["topic_id"])).await?;
    }
    m.create_table(table(
        "topic_proposal",
        vec![
            id(),
            uuid("congress_id"),
            optional(uuid("profile_id")),
            text("name"),
            text("why"),
            time("made_at"),
            optional(state("decision", &["taken", "refused"])),
            text("answer"),
            optional(time("decided_at")),
            // What came of it.
            optional(uuid("topic_id")),
        ],
        &[("congress_id", "congress"), ("profile_id", "profile"), ("topic_id", "topic")],
    ))
    .await?;
    m.create_index(index("topic_proposal", &["congress_id", "decided_at"])).await?;
    m.create_index(index("topic_proposal", &["profile_id"])).await?;
    // Who takes part in which edition.
    m.create_table(table(
        "participation",
        vec![
            id(),
            uuid("congress_id"),
            uuid("profile_id"),
            optional(uuid("attendee_id")),
            flag("on_site"),
            time("joined_at"),
        ],
        &[("congress_id", "congress"), ("profile_id", "profile"), ("attendee_id", "attendee")],
    ))
    .await?;
    m.create_index(unique("participation", &["congress_id", "profile_id"])).await?;
    m.create_index(index("participation", &["profile_id"])).await?;
    m.create_index(index("participation", &["attendee_id"])).await?;
    // When somebody is there; none: the whole time.
    m.create_table(table(
        "presence",
        vec![id(), uuid("participation_id"), time("starts_at"), time("ends_at")],
        &[("participation_id", "participation")],
    ))
    .await?;
    m.create_index(index("presence", &["participation_id"])).await?;
    m.create_table(table(
        "entry",
        vec![
            id(),
            uuid("host_id"),
            uuid("profile_id"),
            uuid("topic_id"),
            text("code"),
            state("side", &["offer", "need"]),
            state(
                "form",
                &[
                    "experience",
                    "solution",
                    "staff",
                    "funding_partner",
                    "pilot_place",
                    "joint_procurement",
                    "reuse",
                    "site_visit",
                ],
            ),
            optional(state("maturity", &["idea", "planning", "pilot", "running", "transferable"])),
            text("title"),
            text("body"),
            // The year.
            optional(int("since")),
            // What the other should be like: how large, how near.
            optional(state("size", &["small", "middle", "large", "city"])),
            state("region", &["neighbourhood", "owl", "anywhere"]),
            state("level", &LEVELS),
            time("expires_at"),
            optional(time("reminded_at")),
            // Taken off by the organisers, with what they told its author.
            optional(time("hidden_at")),
            text("hidden_why"),
            time("created_at"),
            time("changed_at"),
        ],
        &[("host_id", "host"), ("profile_id", "profile"), ("topic_id", "topic")],
    ))
    .await?;
    m.create_index(unique("entry", &["host_id", "code"])).await?;
    m.create_index(index("entry", &["topic_id", "side"])).await?;
    m.create_index(index("entry", &["profile_id"])).await?;
    m.create_index(index("entry", &["expires_at"])).await
}

async fn between(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    m.create_table(table(
        "interest",
        vec![
            id(),
            uuid("congress_id"),
            uuid("from_id"),
            uuid("to_id"),
            // What it is about.
            optional(uuid("entry_id")),
            // Empty: shown blind, the other learns of it once they are interested, too.
            text("message"),
            state("state", &["open", "mutual", "withdrawn", "expired"]),
            time("made_at"),
            time("expires_at"),
            optional(time("answered_at")),
        ],
        &[("congress_id", "congress"), ("from_id", "profile"), ("to_id", "profile"), ("entry_id", "entry")],
    ))
    .await?;
    m.create_index(unique("interest", &["from_id", "to_id"])).await?;
    m.create_index(index("interest", &["to_id"])).await?;
    m.create_index(index("interest", &["entry_id"])).await?;
    m.create_index(index("interest", &["state", "expires_at"])).await?;
    // Who knows whom: the smaller id first.
    m.create_table(table(
        "connection",
        vec![
            id(),
            uuid("congress_id"),
            uuid("one_id"),
            uuid("other_id"),
            state("origin", &["interest", "message", "scan", "introduction"]),
            optional(uuid("topic_id")),
            time("made_at"),
        ],
        &[("congress_id", "congress"), ("one_id", "profile"), ("other_id", "profile"), ("topic_id", "topic")],
    ))
    .await?;
    m.create_index(unique("connection", &["one_id", "other_id"])).await?;
    m.create_index(index("connection", &["other_id"])).await?;
    m.create_index(index("connection", &["congress_id"])).await?;
    m.create_table(table(
        "avoidance",
        vec![id(), uuid("person_id"), uuid("other_id"), state("kind", &["declined", "blocked"]), time("made_at")],
        &[("person_id", "person"), ("other_id", "person")],
    ))
    .await?;
    m.create_index(unique("avoidance", &["person_id", "other_id"])).await?;
    m.create_index(index("avoidance", &["other_id"])).await?;
    m.create_table(table(
        "network_report",
        vec![
            id(),
            uuid("congress_id"),
            // Who reported it; none, once they have left.
            optional(uuid("profile_id")),
            state("object_kind", &["profile", "entry"]),
            uuid("object_id"),
            text("why"),
            time("made_at"),
            optional(state("decision", &["removed", "kept"])),
            text("note"),
            optional(time("decided_at")),
        ],
        &[("congress_id", "congress"), ("profile_id", "profile")],
    ))
    .await?;
    m.create_index(index("network_report", &["congress_id", "decided_at"])).await?;
    m.create_index(index("network_report", &["profile_id"])).await
}
