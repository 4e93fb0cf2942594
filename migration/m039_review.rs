//! The review: a role for those who judge; when who may judge what, by which criteria, and what they judged.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &[
    "review_phase",
    "review_criterion",
    "review_team",
    "review_team_track",
    "review_team_member",
    "review_assignment",
    "review_conflict",
    "submission_cover",
    "review",
    "review_value",
];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        roles(m, WITH).await?;
        self.frame(m).await?;
        self.teams(m).await?;
        self.reviews(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        m.get_connection().execute_unprepared("DELETE FROM role WHERE role = 'reviewer'").await?;
        roles(m, WITHOUT).await
    }
}

const WITH: &[&str] = &["admin", "organiser", "programme", "reviewer", "door", "finance", "privacy"];
const WITHOUT: &[&str] = &["admin", "organiser", "programme", "door", "finance", "privacy"];

/// The table of roles anew, with these: a check cannot be changed in SQLite. Nothing refers to its rows.
async fn roles(m: &SchemaManager<'_>, roles: &[&str]) -> Result<(), DbErr> {
    let db = m.get_connection();
    db.execute_unprepared("ALTER TABLE role RENAME TO former_role").await?;
    m.create_table(table(
        "role",
        vec![
            id(),
            uuid("account_id"),
            // Null: in every congress.
            optional(uuid("congress_id")),
            state("role", roles),
            time("granted_at"),
        ],
        &[("account_id", "account")],
    ))
    .await?;
    db.execute_unprepared(
        "INSERT INTO role (id, account_id, congress_id, role, granted_at) \
         SELECT id, account_id, congress_id, role, granted_at FROM former_role",
    )
    .await?;
    db.execute_unprepared("DROP TABLE former_role").await?;
    m.create_index(index("role", &["account_id"])).await?;
    db.execute_unprepared(
        "CREATE UNIQUE INDEX role_in_congress ON role (account_id, congress_id, role) WHERE congress_id IS NOT NULL",
    )
    .await?;
    db.execute_unprepared("CREATE UNIQUE INDEX role_everywhere ON role (account_id, role) WHERE congress_id IS NULL")
        .await
        .map(|_| ())
}

impl Step {
    async fn frame(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "review_phase",
            vec![
                id(),
                uuid("congress_id"),
                json("name"),
                time("starts_at"),
                time("ends_at"),
                // What reviewers may in it.
                flag("review"),
                flag("assigned_only"),
                flag("names"),
                state("others", &["never", "after_own", "always"]),
                flag("reviewers"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(index("review_phase", &["congress_id", "starts_at"])).await?;
        m.create_table(table(
            "review_criterion",
            vec![
                id(),
                uuid("congress_id"),
                json("name"),
                json("hint"),
                // 0: told, and does not count.
                int("weight"),
                int("most"),
                int("position"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(index("review_criterion", &["congress_id"])).await
    }

    async fn teams(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "review_team",
            vec![id(), uuid("congress_id"), text("name"), int("position")],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(index("review_team", &["congress_id"])).await?;
        // None: it judges all tracks.
        m.create_table(table(
            "review_team_track",
            vec![id(), uuid("team_id"), uuid("track_id")],
            &[("team_id", "review_team"), ("track_id", "track")],
        ))
        .await?;
        m.create_index(unique("review_team_track", &["team_id", "track_id"])).await?;
        m.create_index(index("review_team_track", &["track_id"])).await?;
        m.create_table(table(
            "review_team_member",
            vec![
                id(),
                uuid("team_id"),
                uuid("account_id"),
                // For whom they work: they judge nothing that comes from there.
                text("organisation"),
            ],
            &[("team_id", "review_team"), ("account_id", "account")],
        ))
        .await?;
        m.create_index(unique("review_team_member", &["team_id", "account_id"])).await?;
        m.create_index(index("review_team_member", &["account_id"])).await
    }

    async fn reviews(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        let account = ("account_id", "account");
        let submission = ("submission_id", "submission");
        m.create_table(table(
            "review_assignment",
            vec![id(), uuid("submission_id"), uuid("account_id"), text("made_by"), time("made_at")],
            &[submission, account],
        ))
        .await?;
        m.create_index(unique("review_assignment", &["submission_id", "account_id"])).await?;
        m.create_index(index("review_assignment", &["account_id"])).await?;
        // Said by whoever should judge. What follows from an organisation is found anew each time.
        m.create_table(table(
            "review_conflict",
            vec![id(), uuid("submission_id"), uuid("account_id"), text("why"), time("made_at")],
            &[submission, account],
        ))
        .await?;
        m.create_index(unique("review_conflict", &["submission_id", "account_id"])).await?;
        m.create_index(index("review_conflict", &["account_id"])).await?;
        // The text as those read it who must not see names.
        m.create_table(table(
            "submission_cover",
            vec![
                id(),
                uuid("submission_id"),
                text("title"),
                text("abstract_text"),
                text("description"),
                // The version of the text that it was made from.
                int("version"),
                text("made_by"),
                time("made_at"),
            ],
            &[submission],
        ))
        .await?;
        m.create_index(unique("submission_cover", &["submission_id"])).await?;
        m.create_table(table(
            "review",
            vec![
                id(),
                uuid("submission_id"),
                uuid("account_id"),
                // The version of the text that was judged.
                int("version"),
                flag("abstained"),
                text("comment"),
                time("made_at"),
                time("changed_at"),
            ],
            &[submission, account],
        ))
        .await?;
        m.create_index(unique("review", &["submission_id", "account_id"])).await?;
        m.create_index(index("review", &["account_id"])).await?;
        m.create_table(table(
            "review_value",
            vec![id(), uuid("review_id"), uuid("criterion_id"), int("value")],
            &[("review_id", "review"), ("criterion_id", "review_criterion")],
        ))
        .await?;
        m.create_index(unique("review_value", &["review_id", "criterion_id"])).await?;
        m.create_index(index("review_value", &["criterion_id"])).await
    }
}
