//! The public page of a congress.

use crate::query::offer::Offer;
use base::Uuid;
use congress::query::Face;
use programme::entity::call;
use store::{Conn, DbErr};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Front {
    pub face: Face,
    pub offers: Vec<Offer>,
    /// What one can hand in for now.
    pub calls: Vec<call::Model>,
}

/// The congress with its texts, partners and topics, beside what is offered and called for. Five statements.
pub async fn front(
    conn: &Conn,
    congress: Uuid,
    offers: Vec<Offer>,
    calls: Vec<call::Model>,
) -> Result<Option<Front>, DbErr> {
    let Some(congress) = congress::query::by_id(conn, congress).await? else { return Ok(None) };
    Ok(Some(Front { face: congress::query::face(conn, congress).await?, offers, calls }))
}
