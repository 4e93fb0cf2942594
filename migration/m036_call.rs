//! Calls for contributions: what is called for, what comes in, and what becomes of it.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &[
    "call",
    "call_type",
    "call_track",
    "call_link",
    "submission",
    "submission_topic",
    "submission_version",
    "submission_speaker",
    "submission_step",
    "speaker_picture",
];

const STATES: &[&str] = &["draft", "submitted", "accepted", "confirmed", "rejected", "cancelled", "withdrawn"];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        self.calls(m).await?;
        self.submissions(m).await?;
        self.people(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await
    }
}

impl Step {
    async fn calls(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "call",
            vec![
                id(),
                uuid("congress_id"),
                text("slug"),
                // Sessions, or projects that show themselves.
                state("kind", &["session", "project"]),
                json("title"),
                // What is called for, above the form; Markdown.
                json("lead"),
                // What whoever handed in reads afterwards.
                json("thanks"),
                optional(time("opens_at")),
                optional(time("closes_at")),
                // A list of language tags that contributions can be held in.
                json("languages"),
                // The longest texts, in characters as people count them.
                int("abstract_max"),
                int("description_max"),
                int("biography_max"),
                // So many days after they were told, those who have not confirmed are reminded.
                json("remind_days"),
                flag("published"),
                int("position"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("call", &["congress_id", "slug"])).await?;
        m.create_table(table(
            "call_type",
            vec![id(), uuid("call_id"), uuid("type_id"), int("minutes")],
            &[("call_id", "call"), ("type_id", "session_type")],
        ))
        .await?;
        m.create_index(unique("call_type", &["call_id", "type_id"])).await?;
        m.create_index(index("call_type", &["type_id"])).await?;
        m.create_table(table(
            "call_track",
            vec![id(), uuid("call_id"), uuid("track_id")],
            &[("call_id", "call"), ("track_id", "track")],
        ))
        .await?;
        m.create_index(unique("call_track", &["call_id", "track_id"])).await?;
        m.create_index(index("call_track", &["track_id"])).await?;
        // A link by which one can hand in late: a code of limited use, and the call that it opens.
        m.create_table(table(
            "call_link",
            vec![id(), uuid("call_id"), uuid("code_id"), int("generation")],
            &[("call_id", "call"), ("code_id", "code")],
        ))
        .await?;
        m.create_index(index("call_link", &["call_id"])).await?;
        m.create_index(unique("call_link", &["code_id"])).await
    }

    async fn submissions(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "submission",
            vec![
                id(),
                uuid("congress_id"),
                uuid("call_id"),
                // Six letters and digits, as an order's. The session that comes of it has the same.
                text("code"),
                state("state", STATES),
                // Decided, and told nobody yet.
                optional(state("pending", STATES)),
                // Its submitter has changed the text since that was decided.
                flag("edited"),
                // Where its link goes, and who answers for it.
                uuid("mailbox_id"),
                text("mail_language"),
                int("link_generation"),
                // By which late link it came.
                optional(uuid("call_link_id")),
                text("title"),
                text("abstract_text"),
                text("description"),
                text("language"),
                optional(uuid("type_id")),
                optional(uuid("track_id")),
                optional(int("minutes")),
                flag("do_not_record"),
                // What it needs of technique.
                text("needs"),
                // For the organisers alone.
                text("notes"),
                // Of a project: what its stand needs, and what it is after.
                flag("wants_stand"),
                flag("wants_impulse"),
                text("power"),
                text("screen"),
                text("space"),
                text("partners"),
                text("offers"),
                text("seeks"),
                optional(uuid("session_id")),
                // When those who speak were told last that it is accepted.
                optional(time("accepted_at")),
                // The number of its newest version; 0: it was never handed in.
                int("version"),
                // Folded, for finding.
                text("search"),
                time("created_at"),
                optional(time("submitted_at")),
                time("changed_at"),
            ],
            &[
                ("congress_id", "congress"),
                ("call_id", "call"),
                ("mailbox_id", "mailbox"),
                ("call_link_id", "call_link"),
                ("type_id", "session_type"),
                ("track_id", "track"),
                ("session_id", "programme_session"),
            ],
        ))
        .await?;
        m.create_index(unique("submission", &["congress_id", "code"])).await?;
        m.create_index(index("submission", &["call_id", "state"])).await?;
        m.create_index(index("submission", &["mailbox_id"])).await?;
        m.create_index(index("submission", &["session_id"])).await?;
        m.create_table(table(
            "submission_topic",
            vec![id(), uuid("submission_id"), uuid("topic_id")],
            &[("submission_id", "submission"), ("topic_id", "topic")],
        ))
        .await?;
        m.create_index(unique("submission_topic", &["submission_id", "topic_id"])).await?;
        m.create_index(index("submission_topic", &["topic_id"])).await?;
        // The text as it stood when it was handed in, and at each change after: what reviewers saw stays known.
        m.create_table(table(
            "submission_version",
            vec![
                id(),
                uuid("submission_id"),
                int("number"),
                text("title"),
                text("abstract_text"),
                text("description"),
                text("language"),
                optional(uuid("type_id")),
                optional(uuid("track_id")),
                optional(int("minutes")),
                // What else was said: see the entity.
                json("more"),
                text("made_by"),
                time("made_at"),
            ],
            &[("submission_id", "submission")],
        ))
        .await?;
        m.create_index(unique("submission_version", &["submission_id", "number"])).await?;
        // Each step from a state to another, and each quiet decision.
        m.create_table(table(
            "submission_step",
            vec![
                id(),
                uuid("submission_id"),
                state("from_state", STATES),
                state("to_state", STATES),
                // It was decided quietly: the state stayed.
                flag("quiet"),
                state("by_whom", &["submitter", "organiser", "announcement"]),
                text("actor_name"),
                // The version of the text that it was about.
                int("version"),
                text("why"),
                time("at"),
            ],
            &[("submission_id", "submission")],
        ))
        .await?;
        m.create_index(index("submission_step", &["submission_id", "at"])).await
    }

    async fn people(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "submission_speaker",
            vec![
                id(),
                uuid("submission_id"),
                uuid("speaker_id"),
                int("position"),
                // As whoever invited them typed it.
                text("name"),
                optional(time("invited_at")),
                // They have said that they take part.
                optional(time("confirmed_at")),
            ],
            &[("submission_id", "submission"), ("speaker_id", "speaker")],
        ))
        .await?;
        m.create_index(unique("submission_speaker", &["submission_id", "speaker_id"])).await?;
        m.create_index(index("submission_speaker", &["speaker_id"])).await?;
        m.create_table(table(
            "speaker_picture",
            vec![
                id(),
                uuid("speaker_id"),
                // JPEG, square, made anew here.
                bytes("content"),
                text("digest"),
                time("created_at"),
            ],
            &[("speaker_id", "speaker")],
        ))
        .await?;
        m.create_index(unique("speaker_picture", &["speaker_id"])).await
    }
}
