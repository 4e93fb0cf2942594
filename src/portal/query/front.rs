//! The public page of a congress.

use crate::query::offer::{Offer, offers};
use base::{Time, Uuid};
use congress::query::Face;
use store::{Conn, DbErr};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Front {
    pub face: Face,
    pub offers: Vec<Offer>,
}

/// The congress with its texts, partners, topics and categories. Nine statements.
pub async fn front(conn: &Conn, congress: Uuid, now: Time) -> Result<Option<Front>, DbErr> {
    let Some(congress) = congress::query::by_id(conn, congress).await? else { return Ok(None) };
    let offers = offers(conn, &congress, now).await?;
    Ok(Some(Front { face: congress::query::face(conn, congress).await?, offers }))
}
