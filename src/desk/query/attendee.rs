//! Attendees as the desk lists them.

use super::order::categories;
use crate::form::attendee::AttendeeSearch;
use crate::rules::pages::{Page, ROWS};
use base::{Text, Time, Uuid};
use checkin::query::admission::inside_since;
use registration::entity::attendee::State;
use registration::query::attendee::{self, Listed};
use registration::query::find::Part;
use registration::rules::holds_place;
use std::collections::HashMap;
use store::{Conn, DbErr};
use web::CongressHead;

/// A page of attendees.
#[derive(Clone, Debug)]
pub struct AttendeeList {
    pub search: AttendeeSearch,
    pub page: Page,
    pub attendees: Vec<Listed>,
    /// Since when those who are inside are.
    pub inside: HashMap<Uuid, Time>,
    /// How many in each state, whatever state is asked for.
    pub states: Vec<(State, i64)>,
    /// Short names and names, in their order.
    pub categories: Vec<(String, Text)>,
}

impl AttendeeList {
    pub fn count(&self, state: State) -> i64 {
        self.states.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n)
    }

    pub fn all(&self) -> i64 {
        self.states.iter().map(|(_, n)| n).sum()
    }

    /// How many hold a place.
    pub fn going(&self) -> i64 {
        self.states.iter().filter(|(state, _)| holds_place(*state)).map(|(_, n)| n).sum()
    }
}

/// Attendees that a search finds. Seven statements, however many there are; one more for a search that finds hundreds.
pub async fn list(conn: &Conn, congress: &CongressHead, search: AttendeeSearch) -> Result<AttendeeList, DbErr> {
    let categories = categories(conn, congress.id).await?;
    let category = categories.iter().find(|c| c.slug == search.category).map(|c| c.id);
    let search = if category.is_some() { search } else { AttendeeSearch { category: String::new(), ..search } };
    let filter = search.filter(congress.id, category, congress.zone);
    let part = Part { limit: ROWS, offset: Page::offset(search.page) };
    let found = attendee::find(conn, congress.id, &filter, search.sorting, part).await?;
    let ids: Vec<Uuid> = found.attendees.iter().map(|listed| listed.view.attendee.id).collect();
    Ok(AttendeeList {
        page: Page { number: search.page, total: found.total },
        search,
        inside: inside_since(conn, &ids).await?,
        attendees: found.attendees,
        states: found.states,
        categories: categories.into_iter().map(|c| (c.slug, c.name.0)).collect(),
    })
}

/// Which attendees a list was asked for. One statement.
pub async fn filter(conn: &Conn, congress: &CongressHead, search: &AttendeeSearch) -> Result<attendee::Filter, DbErr> {
    let categories = categories(conn, congress.id).await?;
    let category = categories.iter().find(|c| c.slug == search.category).map(|c| c.id);
    Ok(search.filter(congress.id, category, congress.zone))
}
