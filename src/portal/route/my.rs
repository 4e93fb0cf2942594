//! "My congress": an attendee by their own link. It opens nothing of the others in the order.

use crate::page::attendee::OwnCalendar;
use crate::page::calendar::OwnLink;
use crate::page::{self, Scene};
use crate::query::order::{congress_of, own_ticket};
use crate::query::workshop::Workshops;
use crate::route::attendee::{self, Way};
use address::calendar::{OwnFeed, OwnFeedLink};
use address::{My, MyCancellation, MyMail, MyName};
use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Redirect};
use calendar::load::{link_of, secret};
use calendar::service::link::renew;
use registration::document::{About, appointment};
use registration::entity::attendee::State;
use registration::load::{Attendee, attendee_by_link};
use registration::query::answer::sheet;
use registration::query::cancellation::{refused, standing};
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

/// The attendee of a link, or 404.
pub(super) async fn load(state: &web::State, visit: &Visit, secret: &str) -> Result<Attendee, Fault> {
    let congress = visit.congress()?.id;
    Ok(attendee_by_link(state.store.read(), &state.link_key, congress, secret).await?)
}

pub(super) fn way(here: String, congress: &str, secret: &str) -> Way {
    Way { here, back: My::new(congress, secret).path() }
}

pub async fn show(Shared(state): Shared<web::State>, visit: Visit, Path(at): Path<My>) -> Answer {
    let scene = Scene::of(&visit)?;
    let loaded = load(&state, &visit, &at.secret).await?;
    let ticket = own_ticket(&state.store, loaded.order(), loaded.row().clone(), visit.now).await?;
    let row = loaded.row();
    let answers = sheet(state.store.read(), row.congress_id, &[row.id]).await?;
    let refused = match row.state {
        State::Cancelled => {
            let ended = standing(state.store.read(), &[row.id]).await?;
            refused(state.store.read(), row.order_id, ended.values().map(|c| c.at)).await?
        }
        _ => None,
    };
    let workshops = Workshops::load(state.store.read(), row.congress_id, &[row.id]).await?;
    let day = {
        let congress = congress_of(state.store.read(), row.congress_id).await?;
        let about = About { congress: &congress, zone: visit.zone(), notes: &[], public_url: &state.public_url };
        appointment(&about, &ticket.view)
    };
    let link = link_of(state.store.read(), row).await?.map(|link| OwnLink {
        address: state.absolute(&OwnFeed::new(&at.congress, secret(&state.link_key, &link)).path()),
        generation: link.generation,
    });
    let calendar = OwnCalendar { day, link };
    let shown = (&answers, &workshops);
    let main = page::attendee::main(scene, &ticket, shown, refused.as_deref(), &at.secret, calendar);
    Ok(public_page(&visit, &scene.t("portal-my"), main).into_response())
}

/// The calendar with all that they take part in gets an address, or another one.
pub async fn renew_calendar(
    Shared(state): Shared<web::State>,
    visit: Visit,
    Path(at): Path<OwnFeedLink>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    let seen = sent.get("seen").parse().ok();
    renew(&state.store, &loaded, seen).await?;
    let told = if seen.is_some() { "calendar-own-renewed" } else { "calendar-own-made" };
    Flash::success(visit.words.t(told)).leave(&visit).await?;
    Ok(Redirect::to(&My::new(&at.congress, &at.secret).path()).into_response())
}

pub async fn ask_name(Shared(state): Shared<web::State>, visit: Visit, Path(at): Path<MyName>) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::name_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret)).await
}

pub async fn rename(Shared(state): Shared<web::State>, visit: Visit, Path(at): Path<MyName>, sent: Fields) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::take_name(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret), &sent).await
}

pub async fn ask_mail(Shared(state): Shared<web::State>, visit: Visit, Path(at): Path<MyMail>) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::mail_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret)).await
}

pub async fn send_mail(Shared(state): Shared<web::State>, visit: Visit, Path(at): Path<MyMail>) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::take_mail(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret)).await
}

pub async fn ask_cancellation(
    Shared(state): Shared<web::State>,
    visit: Visit,
    Path(at): Path<MyCancellation>,
) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::cancellation_page(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret)).await
}

pub async fn cancel(
    Shared(state): Shared<web::State>,
    visit: Visit,
    Path(at): Path<MyCancellation>,
    sent: Fields,
) -> Answer {
    let loaded = load(&state, &visit, &at.secret).await?;
    attendee::take_cancellation(&state, &visit, &loaded, &way(at.path(), &at.congress, &at.secret), &sent).await
}
