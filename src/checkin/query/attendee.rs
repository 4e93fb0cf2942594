//! Finding somebody at the door whose phone is dead.

use crate::entity::admission;
use base::{Text, Time, Uuid, name};
use registration::entity::{attendee, order};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use store::Conn;
use store::contains;
use ticket::{TicketNumber, parse_order_code};
use ticketing::entity::category;

/// How many are shown at most.
pub const MOST: usize = 20;
/// From how many letters on names are looked for: a single one would show the list.
const FEWEST: usize = 2;

/// Somebody found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub organisation: String,
    pub category: Text,
    pub state: attendee::State,
    /// Their ticket is for on site, so this door can admit it.
    pub on_site: bool,
    /// `7H4KQ2-1K`: what their check-in is posted with.
    pub number: String,
    /// Since when they are inside.
    pub inside_since: Option<Time>,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub found: Vec<Found>,
    /// There are more than are shown.
    pub more: bool,
}

/// Attendees of a congress by name, organisation, address, order or number; all words must be found, umlauts either way.
/// At most [`MOST`]. Four statements, one more for a number or a code.
pub async fn search(conn: &Conn, congress: Uuid, typed: &str) -> Result<Search, DbErr> {
    let Some(wanted) = wanted(conn, congress, typed).await? else { return Ok(Search::default()) };
    let limit = u64::try_from(MOST).unwrap_or(u64::MAX - 1) + 1;
    let mut rows = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::Test.eq(false))
        .filter(wanted)
        .order_by_asc(attendee::Column::FamilyName)
        .order_by_asc(attendee::Column::GivenName)
        .order_by_asc(attendee::Column::Id)
        .limit(limit)
        .all(conn)
        .await?;
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    Ok(Search { found: views(conn, rows).await?, more })
}

/// What to look for: nothing, if too little was typed.
async fn wanted(conn: &Conn, congress: Uuid, typed: &str) -> Result<Option<Condition>, DbErr> {
    let words = name::fold(typed);
    if words.chars().count() < FEWEST {
        return Ok(None);
    }
    let mut named = Condition::all();
    for word in words.split(' ') {
        named = named.add(Expr::col((attendee::Entity, attendee::Column::Search)).like(contains(word)));
    }
    let number = TicketNumber::parse(typed).ok();
    let Some(code) = number.as_ref().map(|n| n.code().to_owned()).or_else(|| parse_order_code(typed)) else {
        return Ok(Some(named));
    };
    let order = order::Entity::find()
        .filter(order::Column::CongressId.eq(congress))
        .filter(order::Column::Code.eq(code))
        .one(conn)
        .await?;
    let Some(order) = order else { return Ok(Some(named)) };
    let mut numbered = Condition::all().add(attendee::Column::OrderId.eq(order.id));
    if let Some(number) = number {
        numbered = numbered.add(attendee::Column::Position.eq(i32::from(number.position())));
    }
    Ok(Some(Condition::any().add(named).add(numbered)))
}

async fn views(conn: &Conn, rows: Vec<attendee::Model>) -> Result<Vec<Found>, DbErr> {
    let orders: HashMap<Uuid, order::Model> = order::Entity::find()
        .filter(order::Column::Id.is_in(rows.iter().map(|a| a.order_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|o| (o.id, o))
        .collect();
    let categories: HashMap<Uuid, category::Model> = category::Entity::find()
        .filter(category::Column::Id.is_in(rows.iter().map(|a| a.category_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|c| (c.id, c))
        .collect();
    let inside: HashMap<Uuid, Time> = admission::Entity::find()
        .filter(admission::Column::AttendeeId.is_in(rows.iter().map(|a| a.id)))
        .filter(admission::Column::LeftAt.is_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|a| (a.attendee_id, a.entered_at))
        .collect();
    let view = |row: attendee::Model| {
        let category = categories.get(&row.category_id)?;
        let number = registration::ticket::number(orders.get(&row.order_id)?, row.position);
        let name = name::full(&row.given_name, &row.family_name);
        Some(Found {
            on_site: category.place == category::Place::OnSite,
            // What a place without a name is called is its number.
            name: if name.is_empty() { number.clone() } else { name },
            category: category.name.0.clone(),
            number,
            inside_since: inside.get(&row.id).copied(),
            state: row.state,
            organisation: row.organisation,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}
