//! How many are in, of how many.

use crate::entity::admission;
use base::Uuid;
use registration::entity::attendee;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use store::Conn;
use ticketing::entity::category;

/// How a door stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Who is inside the area.
    pub inside: u64,
    /// Who holds a valid ticket for on site.
    pub expected: u64,
}

/// How an area of a congress stands. Two statements.
pub async fn standing(conn: &Conn, congress: Uuid, area: &str) -> Result<Standing, DbErr> {
    let inside = admission::Entity::find()
        .filter(admission::Column::CongressId.eq(congress))
        .filter(admission::Column::Area.eq(area))
        .filter(admission::Column::LeftAt.is_null())
        .count(conn)
        .await?;
    let on_site = Query::select()
        .column(category::Column::Id)
        .from(category::Entity)
        .and_where(category::Column::CongressId.eq(congress))
        .and_where(category::Column::Place.eq(category::Place::OnSite))
        .to_owned();
    let expected = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::Test.eq(false))
        .filter(attendee::Column::CategoryId.in_subquery(on_site))
        .count(conn)
        .await?;
    Ok(Standing { inside, expected })
}
