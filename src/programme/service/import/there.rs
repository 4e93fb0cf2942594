//! What a congress has, before a file is taken in.

use crate::entity::{programme, session, session_link, session_speaker, session_type, slot, speaker};
use base::Uuid;
use congress::entity::{room, track};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::{Conn, DbErr};

/// All rows of a programme.
pub(super) struct There {
    pub(super) programme: Option<programme::Model>,
    pub(super) rooms: Vec<room::Model>,
    pub(super) tracks: Vec<track::Model>,
    pub(super) kinds: Vec<session_type::Model>,
    pub(super) speakers: Vec<speaker::Model>,
    pub(super) sessions: Vec<session::Model>,
    pub(super) slots: Vec<slot::Model>,
    /// By session, in their order.
    pub(super) links: HashMap<Uuid, Vec<session_link::Model>>,
    pub(super) parts: HashMap<Uuid, Vec<session_speaker::Model>>,
}

impl There {
    /// Nine statements.
    pub(super) async fn load(conn: &Conn, congress: Uuid) -> Result<Self, DbErr> {
        let sessions = || {
            session::Entity::find()
                .select_only()
                .column(session::Column::Id)
                .filter(session::Column::CongressId.eq(congress))
                .into_query()
        };
        let mut links: HashMap<Uuid, Vec<session_link::Model>> = HashMap::new();
        let found = session_link::Entity::find()
            .filter(session_link::Column::SessionId.in_subquery(sessions()))
            .order_by_asc(session_link::Column::Kind)
            .order_by_asc(session_link::Column::Position);
        for link in found.all(conn).await? {
            links.entry(link.session_id).or_default().push(link);
        }
        let mut parts: HashMap<Uuid, Vec<session_speaker::Model>> = HashMap::new();
        let found = session_speaker::Entity::find()
            .filter(session_speaker::Column::SessionId.in_subquery(sessions()))
            .order_by_asc(session_speaker::Column::Position);
        for part in found.all(conn).await? {
            parts.entry(part.session_id).or_default().push(part);
        }
        Ok(Self {
            links,
            parts,
            programme: programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(conn).await?,
            rooms: congress::query::rooms(conn, congress).await?,
            tracks: track::Entity::find()
                .filter(track::Column::CongressId.eq(congress))
                .order_by_asc(track::Column::Position)
                .all(conn)
                .await?,
            kinds: session_type::Entity::find()
                .filter(session_type::Column::CongressId.eq(congress))
                .order_by_asc(session_type::Column::Position)
                .all(conn)
                .await?,
            speakers: speaker::Entity::find()
                .filter(speaker::Column::CongressId.eq(congress))
                .order_by_asc(speaker::Column::Id)
                .all(conn)
                .await?,
            sessions: session::Entity::find().filter(session::Column::CongressId.eq(congress)).all(conn).await?,
            slots: slot::Entity::find()
                .filter(slot::Column::CongressId.eq(congress))
                .order_by_asc(slot::Column::Id)
                .all(conn)
                .await?,
        })
    }
}
