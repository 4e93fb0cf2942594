//! The mails of cooperations.

use super::{Frame, Named, gone, named, read, unkept};
use crate::NetworkingError;
use crate::entity::cooperation_member::State as Part;
use crate::entity::{cooperation, cooperation_member, cooperation_step};
use crate::load::{are_here, avoids, standing};
use crate::rules::cooperation::State;
use crate::rules::visibility::Viewer;
use base::Uuid;
use chrono::NaiveDate;
use locale::Words;
use post::{Compose, ComposeError, Composers, Draft, Due, compose};
use registration::mail::Links;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Conn, Store};

/// Somebody was invited.
pub const INVITED: &str = "networking.invited";
/// Somebody wants to be let in.
pub const ASKED: &str = "networking.asked";
/// Somebody is in it now: who reads, or another one.
pub const JOINED: &str = "networking.joined";
/// What is to be done next is due.
pub const STEP: &str = "networking.step";
/// What came of it?
pub const OUTCOME: &str = "networking.outcome";

/// Who reads about which cooperation, and about whom of the directory: two profiles, the same where it is about themselves.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct About {
    pub congress: Uuid,
    pub cooperation: Uuid,
    pub to: Uuid,
    pub from: Uuid,
    /// The day of the next step that it tells of.
    #[serde(default)]
    pub on: Option<String>,
}

pub(super) fn with_cooperations(composers: Composers, links: &Links) -> Composers {
    composers
        // Who does what with whom is theirs: the office does not look at it.
        .with_secret(INVITED, about(links, INVITED))
        .with_secret(ASKED, about(links, ASKED))
        .with_secret(JOINED, about(links, JOINED))
        .with_secret(STEP, about(links, STEP))
        .with_secret(OUTCOME, about(links, OUTCOME))
}

fn about(links: &Links, kind: &'static str) -> Compose {
    let links = links.clone();
    compose(move |store, due| write(store, due, links.clone(), kind))
}

async fn part(conn: &Conn, id: Uuid, profile: Uuid) -> Result<Option<Part>, ComposeError> {
    use cooperation_member::{Column, Entity};
    let find = Entity::find().filter(Column::CooperationId.eq(id)).filter(Column::ProfileId.eq(profile));
    Ok(find.one(conn).await?.map(|row| row.state))
}

/// Somebody as who reads may see them.
async fn other(conn: &Conn, about: &About) -> Result<Option<Named>, ComposeError> {
    match standing(conn, Some(about.to), about.from).await? {
        Some(viewer) => named(conn, about.from, viewer).await,
        None => Ok(None),
    }
}

/// Writes it, if it is still so: nobody reads that they are invited who has said yes, or that something is due in what has
/// ended.
async fn write(store: Store, due: Due, links: Links, kind: &'static str) -> Result<Draft, ComposeError> {
    let about: About = read(&due)?;
    let conn = store.read();
    let over = || gone("it was answered, has ended, or one of them left");
    let find = cooperation::Entity::find().filter(cooperation::Column::Id.eq(about.cooperation));
    let row = find.one(conn).await?.filter(|row| row.hidden_at.is_none()).ok_or_else(over)?;
    if !are_here(conn, about.congress, &[about.to, about.from]).await? || avoids(conn, about.to, about.from).await? {
        return Err(over());
    }
    let to = named(conn, about.to, Viewer::Owner).await?.ok_or_else(over)?;
    let (own, theirs) =
        (part(conn, about.cooperation, about.to).await?, part(conn, about.cooperation, about.from).await?);
    let newest = cooperation_step::Entity::find()
        .filter(cooperation_step::Column::CooperationId.eq(row.id))
        .order_by_desc(cooperation_step::Column::Number)
        .one(conn)
        .await?
        .ok_or_else(over)?;
    let due_still = || row.next_on == about.on && row.next_owner_id.is_none_or(|owner| owner == about.to);
    let holds = match kind {
        INVITED => own == Some(Part::Invited),
        ASKED => own == Some(Part::Joined) && theirs == Some(Part::Asked),
        JOINED => own == Some(Part::Joined) && theirs == Some(Part::Joined),
        STEP => own == Some(Part::Joined) && !row.next.is_empty() && due_still(),
        _ => own == Some(Part::Joined),
    };
    if !holds || (newest.state == State::Ended && kind != JOINED) {
        return Err(over());
    }
    let frame = Frame::load(conn, about.congress, &due, &links).await?;
    let path = address::networking::Cooperation::new(&frame.congress.slug, &row.code).path();
    let words = Words::new(due.language);
    let mut more = json!({
        "greeting_name": to.name,
        "title": row.title,
        "url": format!("{}{path}", links.public_url),
    });
    let add = match kind {
        INVITED | ASKED | JOINED => {
            let from = other(conn, &about).await?.ok_or_else(over)?;
            json!({
                "from_name": from.name,
                "from_organisation": from.organisation,
                "self": about.to == about.from,
                "goal": row.goal,
            })
        }
        STEP => {
            let day = row.next_on.as_deref().and_then(|day| day.parse::<NaiveDate>().ok());
            json!({ "next": row.next, "day": day.map(|day| words.day(day)), "own": row.next_owner_id == Some(about.to) })
        }
        _ => {
            let zone = congress::rules::check_zone(&frame.congress.zone)
                .map_err(|e| ComposeError::of(&NetworkingError::from(e)))?;
            json!({
                "since": words.date(row.created_at, zone),
                "state": words.t(&format!("network-step-{}", newest.state.name())),
            })
        }
    };
    if let (Value::Object(all), Value::Object(add)) = (&mut more, add) {
        all.extend(add);
    }
    let template = match kind {
        INVITED => "networking/invited",
        ASKED => "networking/asked",
        JOINED => "networking/joined",
        STEP => "networking/step",
        _ => "networking/outcome",
    };
    Ok(unkept(frame.draft(&due, template, more)))
}
