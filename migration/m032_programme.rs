//! The programme: sessions and who speaks, slots in rooms, and its releases.

use crate::column::*;
use sea_orm_migration::prelude::*;

const TABLES: &[&str] = &[
    "track",
    "programme",
    "session_type",
    "programme_session",
    "session_link",
    "session_topic",
    "speaker",
    "session_speaker",
    "speaker_time",
    "slot",
    "release",
    "released_slot",
];

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for mut column in [
            // What other programs know the room by, whatever it is called.
            optional(uuid("guid")),
            // What a file said of it beside its name: members that other programs know and we only keep.
            optional(json("origin")),
        ] {
            let alter = Table::alter().table(Alias::new("room")).add_column(&mut column).to_owned();
            m.alter_table(alter).await?;
        }
        m.create_table(table(
            "track",
            vec![
                id(),
                uuid("congress_id"),
                text("slug"),
                json("name"),
                // "#3b49df", or empty: the house's.
                text("colour"),
                int("position"),
                // What a file said of it beside its name, as it stood there.
                optional(json("origin")),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("track", &["congress_id", "slug"])).await?;
        m.create_table(table(
            "programme",
            vec![
                id(),
                uuid("congress_id"),
                // Raised by every change of the draft: whoever edits is told that somebody else did.
                big("draft"),
                // Numbers of occurrences, which exchange formats call ids.
                int("next_number"),
                // The night until this time belongs to the day before, in minutes after midnight.
                int("day_change_minutes"),
                int("grid_minutes"),
                // What the file that was taken in last said of the congress and its days: members that other programs know
                // and we only keep, and which slot stood on which day in which room.
                optional(json("origin")),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("programme", &["congress_id"])).await?;
        m.create_table(table(
            "session_type",
            vec![id(), uuid("congress_id"), text("slug"), json("name"), optional(int("minutes")), int("position")],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("session_type", &["congress_id", "slug"])).await?;
        self.sessions(m).await?;
        self.slots(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop(m, TABLES).await?;
        for column in ["origin", "guid"] {
            let alter = Table::alter().table(Alias::new("room")).drop_column(Alias::new(column)).to_owned();
            m.alter_table(alter).await?;
        }
        Ok(())
    }
}

impl Step {
    async fn sessions(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        m.create_table(table(
            "programme_session",
            vec![
                id(),
                uuid("congress_id"),
                // Six letters and digits, as an order's.
                text("code"),
                text("slug"),
                optional(uuid("type_id")),
                optional(uuid("track_id")),
                json("title"),
                json("subtitle"),
                json("abstract_text"),
                json("description"),
                // How abstract and description are written: what was imported may be HTML.
                state("markup", &["markdown", "html", "plain"]),
                // BCP 47, as it is held in.
                text("language"),
                optional(int("minutes")),
                flag("do_not_record"),
                // Seats that ticket holders book, at each occurrence. None: whoever comes.
                optional(int("seats")),
                // Whoever speaks has said that they come, or it needs nobody to say so. Releases hold nothing else.
                optional(time("confirmed_at")),
                optional(time("cancelled_at")),
                // Members of exchange formats that we only keep.
                optional(json("origin")),
                // Folded, for finding.
                text("search"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress"), ("type_id", "session_type"), ("track_id", "track")],
        ))
        .await?;
        m.create_index(unique("programme_session", &["congress_id", "code"])).await?;
        m.create_index(index("programme_session", &["congress_id", "slug"])).await?;
        m.create_index(index("programme_session", &["type_id"])).await?;
        m.create_index(index("programme_session", &["track_id"])).await?;
        m.create_table(table(
            "session_link",
            vec![
                id(),
                uuid("session_id"),
                state("kind", &["link", "attachment"]),
                text("url"),
                text("title"),
                // Such as "slides" or "video".
                text("purpose"),
                // Such as "mastodon".
                text("service"),
                int("position"),
            ],
            &[("session_id", "programme_session")],
        ))
        .await?;
        m.create_index(unique("session_link", &["session_id", "kind", "position"])).await?;
        m.create_table(table(
            "session_topic",
            vec![id(), uuid("session_id"), uuid("topic_id")],
            &[("session_id", "programme_session"), ("topic_id", "topic")],
        ))
        .await?;
        m.create_index(unique("session_topic", &["session_id", "topic_id"])).await?;
        m.create_index(index("session_topic", &["topic_id"])).await?;
        m.create_table(table(
            "speaker",
            vec![
                id(),
                uuid("congress_id"),
                text("code"),
                text("name"),
                text("organisation"),
                json("biography"),
                // Whose page it is: proven by a link that was sent there.
                optional(uuid("mailbox_id")),
                int("link_generation"),
                // What a file knew the speaker by, and members that we only keep.
                optional(uuid("guid")),
                text("source_id"),
                optional(json("origin")),
                text("search"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress"), ("mailbox_id", "mailbox")],
        ))
        .await?;
        m.create_index(unique("speaker", &["congress_id", "code"])).await?;
        m.create_index(index("speaker", &["mailbox_id"])).await?;
        m.create_table(table(
            "session_speaker",
            vec![
                id(),
                uuid("session_id"),
                uuid("speaker_id"),
                int("position"),
                // What a file said of the speaker there, where it differs from what it says elsewhere.
                optional(json("origin")),
            ],
            &[("session_id", "programme_session"), ("speaker_id", "speaker")],
        ))
        .await?;
        m.create_index(unique("session_speaker", &["session_id", "position"])).await?;
        m.create_index(index("session_speaker", &["speaker_id"])).await?;
        // When somebody can be there. None at all: they have not said, so always.
        m.create_table(table(
            "speaker_time",
            vec![id(), uuid("speaker_id"), time("starts_at"), time("ends_at")],
            &[("speaker_id", "speaker")],
        ))
        .await?;
        m.create_index(index("speaker_time", &["speaker_id"])).await
    }

    async fn slots(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        // When and where: the draft. A session may have several, a room several things at once.
        m.create_table(table(
            "slot",
            vec![
                id(),
                uuid("congress_id"),
                // A blocker is never shown.
                state("kind", &["session", "break", "blocker"]),
                optional(uuid("session_id")),
                // Of a break or a blocker.
                json("title"),
                optional(uuid("room_id")),
                // None: it is parked.
                optional(time("starts_at")),
                optional(time("ends_at")),
                // Made once, whatever moves: what calendars and other programs know the occurrence by.
                uuid("guid"),
                int("number"),
                // What a file called it, where that is no UUID and no number of ours.
                text("source_guid"),
                text("source_id"),
                // Of a slot that came with a file: members that we only keep.
                optional(json("origin")),
                // It is in the draft no more; releases that hold it stay.
                optional(time("removed_at")),
                // The solver touches nothing that is pinned.
                flag("pinned"),
                // Raised by every move: a stale one is refused.
                int("version"),
                time("created_at"),
                time("changed_at"),
            ],
            &[("congress_id", "congress"), ("session_id", "programme_session"), ("room_id", "room")],
        ))
        .await?;
        m.create_index(unique("slot", &["congress_id", "guid"])).await?;
        m.create_index(unique("slot", &["congress_id", "number"])).await?;
        m.create_index(index("slot", &["session_id"])).await?;
        m.create_index(index("slot", &["room_id"])).await?;
        // Never changed once it is written.
        m.create_table(table(
            "release",
            vec![
                id(),
                uuid("congress_id"),
                // 1, 2, 3 …
                int("number"),
                text("name"),
                json("note"),
                // Of what it holds: the same draft twice makes one release.
                text("digest"),
                // As the programme's at that moment.
                optional(json("origin")),
                text("made_by"),
                time("made_at"),
            ],
            &[("congress_id", "congress")],
        ))
        .await?;
        m.create_index(unique("release", &["congress_id", "number"])).await?;
        m.create_table(table(
            "released_slot",
            vec![
                id(),
                uuid("release_id"),
                uuid("slot_id"),
                state("kind", &["session", "break"]),
                optional(uuid("session_id")),
                json("title"),
                optional(uuid("room_id")),
                time("starts_at"),
                time("ends_at"),
            ],
            &[("release_id", "release"), ("slot_id", "slot"), ("session_id", "programme_session"), ("room_id", "room")],
        ))
        .await?;
        m.create_index(unique("released_slot", &["release_id", "slot_id"])).await?;
        m.create_index(index("released_slot", &["slot_id"])).await?;
        m.create_index(index("released_slot", &["session_id"])).await?;
        m.create_index(index("released_slot", &["room_id"])).await
    }
}
