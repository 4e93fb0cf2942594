//! "My congress" as a calendar, behind its own link.

use super::Known;
use super::public::{KIND, about, named};
use crate::ics::{Event, Status, write};
use crate::load::{Own, by_link};
use crate::query::own::chosen;
use address::calendar::OwnFeed;
use axum::extract::{Path, State};
use base::Uuid;
use http::HeaderMap;
use registration::document::{About, appointment};
use registration::entity::attendee::State as Ticket;
use registration::query::attendee::view;
use std::collections::HashSet;
use web::{Answer, Fault, Visit};

/// The congress, the sessions that they booked, those in which they speak, and those that they marked, in the language of
/// their ticket.
pub(super) async fn show(
    feeds: Known,
    State(state): State<web::State>,
    mut visit: Visit,
    Path(at): Path<OwnFeed>,
    headers: HeaderMap,
) -> Answer {
    let head = visit.congress()?.clone();
    let own = by_link(state.store.read(), &state.link_key, head.id, &at.secret).await?;
    visit.language = own.attendee().language.parse().unwrap_or_default();
    visit.words = locale::Words::new(visit.language);
    let about = about(&state, &visit)?;
    let mut events: Vec<Event> = day(&state, &visit, &own).await?.into_iter().collect();
    if let Some(feed) = feeds.get(&state.store, head.id, head.revision).await? {
        let chosen = chosen(state.store.read(), own.attendee()).await?;
        for slot in &feed.plan.slots {
            let session = slot.session.and_then(|at| feed.plan.sessions.get(at));
            let of = |chosen: &HashSet<Uuid>| session.is_some_and(|session| chosen.contains(&session.id));
            let there = chosen.booked.contains(&slot.id) || of(&chosen.speaks);
            if there || of(&chosen.marked) {
                events.extend(about.event(&feed, slot, there));
            }
        }
    }
    let name = visit.words.t("calendar-own-name");
    // Its address is a secret: whoever gets the file need not have it.
    let mut calendar = about.feed(Some(&name), "", events);
    calendar.source.clear();
    Ok(named(web::cache::tagged(&headers, write(&calendar), KIND), &head.slug))
}

/// The congress itself, as the ticket's mail has it: the same appointment. Whoever waits for a ticket has none.
async fn day(state: &web::State, visit: &Visit, own: &Own) -> Result<Option<Event>, Fault> {
    let conn = state.store.read();
    let status = match own.attendee().state {
        Ticket::Valid => Status::Confirmed,
        Ticket::Unpaid | Ticket::Unapproved => Status::Tentative,
        Ticket::Cancelled | Ticket::Expired => Status::Cancelled,
        Ticket::Waiting => return Ok(None),
    };
    let congress = congress::query::by_id(conn, visit.congress()?.id).await?.ok_or_else(Fault::not_found)?;
    let view = view(conn, own.order(), own.attendee().clone()).await?;
    let about = About { congress: &congress, zone: visit.zone(), notes: &[], public_url: &state.public_url };
    // What is within it shows when they are busy.
    Ok(view.map(|view| Event { status, busy: false, ..appointment(&about, &view) }))
}
