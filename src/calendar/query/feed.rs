//! The newest release as calendars tell it.

use crate::rules::sequence::{Place, standing};
use base::{Text, Time, Uuid};
use congress::entity::congress::Model as Congress;
use programme::entity::session::Markup;
use programme::entity::{release, released_slot, session, session_link, slot};
use programme::query::public::{Plan, plan};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::{Conn, DbErr, Translated};

/// What a link is for that leads to where a session is streamed.
const STREAM: [&str; 3] = ["livestream", "stream", "conference"];

/// The newest release, and what calendars say beside it.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    pub plan: Plan,
    /// The house and its address.
    pub venue: String,
    /// How often the congress was moved, and when last.
    pub moved: (u32, Option<Time>),
    /// By the occurrences of the release.
    pub slots: HashMap<Uuid, Known>,
    /// By its sessions.
    pub texts: HashMap<Uuid, About>,
}

/// How an occurrence is known.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Made once, whatever moves.
    pub guid: Uuid,
    /// How often time and place changed from release to release.
    pub sequence: u32,
    /// When last.
    pub changed: Time,
}

/// What a session says of itself.
#[derive(Clone, Debug)]
pub struct About {
    pub summary: Text,
    pub markup: Markup,
    pub changed: Time,
    /// How often it was cancelled, or not any more.
    pub standing: u32,
    /// Where it is streamed.
    pub stream: Option<String>,
}

#[derive(FromQueryResult)]
struct SessionRow {
    id: Uuid,
    abstract_text: Translated,
    markup: Markup,
    changed_at: Time,
    turns: i32,
}

#[derive(FromQueryResult)]
struct PlaceRow {
    release_id: Uuid,
    slot_id: Uuid,
    room_id: Option<Uuid>,
    starts_at: Time,
    ends_at: Time,
}

/// The newest release of a congress; none: it has none. Sixteen statements whatever its size.
pub async fn feed(conn: &Conn, row: &Congress) -> Result<Option<Feed>, DbErr> {
    let congress = row.id;
    let Some(plan) = plan(conn, congress).await? else { return Ok(None) };
    let moved = (u32::try_from(row.moves).unwrap_or_default(), row.moved_at);
    let slots = slots(conn, congress, &plan).await?;
    let rows = session::Entity::find()
        .select_only()
        .columns([
            session::Column::Id,
            session::Column::AbstractText,
            session::Column::Markup,
            session::Column::ChangedAt,
            session::Column::Turns,
        ])
        .filter(session::Column::CongressId.eq(congress))
        .into_model::<SessionRow>()
        .all(conn)
        .await?;
    let own = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::CongressId.eq(congress))
        .into_query();
    let streams = session_link::Entity::find()
        .filter(session_link::Column::SessionId.in_subquery(own))
        .filter(session_link::Column::Purpose.is_in(STREAM))
        .order_by_desc(session_link::Column::Position)
        .all(conn)
        .await?;
    let mut streams: HashMap<Uuid, String> = streams
        .into_iter()
        .filter(|link| link.url.starts_with("https://"))
        .map(|link| (link.session_id, link.url))
        .collect();
    let texts = rows.into_iter().map(|row| {
        let about = About {
            summary: row.abstract_text.0,
            markup: row.markup,
            changed: row.changed_at,
            standing: u32::try_from(row.turns).unwrap_or_default(),
            stream: streams.remove(&row.id),
        };
        (row.id, about)
    });
    Ok(Some(Feed { slots, texts: texts.collect(), plan, venue: row.venue(), moved }))
}

/// How the occurrences of the newest release went through all releases before it.
async fn slots(conn: &Conn, congress: Uuid, plan: &Plan) -> Result<HashMap<Uuid, Known>, DbErr> {
    let releases: Vec<(Uuid, Time)> = release::Entity::find()
        .select_only()
        .columns([release::Column::Id, release::Column::MadeAt])
        .filter(release::Column::CongressId.eq(congress))
        .order_by_asc(release::Column::Number)
        .into_tuple()
        .all(conn)
        .await?;
    let guids: Vec<(Uuid, Uuid)> = slot::Entity::find()
        .select_only()
        .columns([slot::Column::Id, slot::Column::Guid])
        .filter(slot::Column::CongressId.eq(congress))
        .into_tuple()
        .all(conn)
        .await?;
    let own = release::Entity::find()
        .select_only()
        .column(release::Column::Id)
        .filter(release::Column::CongressId.eq(congress))
        .into_query();
    use released_slot::Column as R;
    let places = released_slot::Entity::find()
        .select_only()
        .columns([R::ReleaseId, R::SlotId, R::RoomId, R::StartsAt, R::EndsAt])
        .filter(R::ReleaseId.in_subquery(own))
        .filter(R::Kind.eq(released_slot::Kind::Session))
        .into_model::<PlaceRow>()
        .all(conn)
        .await?;
    let mut by_slot: HashMap<Uuid, HashMap<Uuid, Place>> = HashMap::new();
    for row in places {
        let place = Place { room: row.room_id, starts_at: row.starts_at, ends_at: row.ends_at };
        by_slot.entry(row.slot_id).or_default().insert(row.release_id, place);
    }
    let guids: HashMap<Uuid, Uuid> = guids.into_iter().collect();
    let known = plan.slots.iter().filter(|slot| slot.session.is_some()).filter_map(|slot| {
        let places = by_slot.get(&slot.id)?;
        let (sequence, changed) = standing(releases.iter().map(|(id, made)| (*made, places.get(id).copied())));
        Some((slot.id, Known { guid: *guids.get(&slot.id)?, sequence, changed }))
    });
    Ok(known.collect())
}
