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

/// The congress with its texts, partners and topics, beside what is offered and called for. Seven statements at most. Topics are
/// the host's; those of a congress with a programme of which nothing is about one of them, as of one that another program
/// made, are not its.
pub async fn front(
    conn: &Conn,
    (congress, has_programme): (Uuid, bool),
    offers: Vec<Offer>,
    calls: Vec<call::Model>,
) -> Result<Option<Front>, DbErr> {
    let Some(congress) = congress::query::by_id(conn, congress).await? else { return Ok(None) };
    let mut face = congress::query::face(conn, congress).await?;
    let id = face.congress.id;
    if has_programme
        && !programme::query::has_topics(conn, id).await?
        && !exhibition::query::has_topics(conn, id).await?
    {
        face.topics.clear();
    }
    Ok(Some(Front { face, offers, calls }))
}
