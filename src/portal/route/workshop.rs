//! Seats in sessions: by the order's link or the attendee's own, and what everybody sees.

use crate::page::Scene;
use crate::page::workshop::{self as page, Own};
use crate::query::order::own_ticket;
use crate::route::attendee::{self, Way};
use crate::route::{my, refusal_of};
use address::{
    My, MyBooking, MyBookingReturn, MyWorkshops, Order, OrderAttendeeBooking, OrderAttendeeBookingReturn,
    OrderAttendeeWorkshops, SessionSeats,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use http::StatusCode;
use maud::Markup;
use programme::BookingError;
use programme::entity::booking::State as Seat;
use programme::query::booking::{Mine, Occurrence, Only, at_once, mine, occurrences, session};
use programme::service::booking::{Wish, book, give_back};
use registration::load::Attendee;
use web::flash::Flash;
use web::form::Seen;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

/// What everybody sees of the seats of a session.
pub async fn seats(State(state): State<web::State>, visit: Visit, Path(at): Path<SessionSeats>) -> Answer {
    let scene = Scene::of(&visit)?;
    let conn = state.store.read();
    let (id, title) = session(conn, scene.congress.id, &at.code).await?.ok_or_else(Fault::not_found)?;
    let mut all = occurrences(conn, scene.congress.id, Only::Session(id)).await?;
    // The draft is nobody's business.
    all.retain(|of| of.span.is_some() && of.seats.is_some());
    if all.is_empty() {
        return Err(Fault::not_found());
    }
    Ok(public_page(&visit, &scene.t("booking-seats"), page::seats(scene, &title, &all)).into_response())
}

pub async fn show_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyWorkshops>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    show(&state, &visit, &loaded, &my_way(&at.congress, &at.secret)).await
}

pub async fn book_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyBooking>, sent: Fields) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    take(&state, &visit, &loaded, &my_way(&at.congress, &at.secret), (&at.number, &sent)).await
}

pub async fn ask_return_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyBookingReturn>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    ask_return(&state, &visit, &loaded, &my_way(&at.congress, &at.secret), &at.number).await
}

pub async fn return_my(State(state): State<web::State>, visit: Visit, Path(at): Path<MyBookingReturn>) -> Answer {
    let loaded = my::load(&state, &visit, &at.secret).await?;
    end(&state, &visit, &loaded, &my_way(&at.congress, &at.secret), &at.number).await
}

pub async fn show_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeWorkshops>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    show(&state, &visit, &loaded, &order_way(&at.congress, &at.code, &at.secret, &at.position)).await
}

pub async fn book_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeBooking>,
    sent: Fields,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    let way = order_way(&at.congress, &at.code, &at.secret, &at.position);
    take(&state, &visit, &loaded, &way, (&at.number, &sent)).await
}

pub async fn ask_return_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeBookingReturn>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    let way = order_way(&at.congress, &at.code, &at.secret, &at.position);
    ask_return(&state, &visit, &loaded, &way, &at.number).await
}

pub async fn return_order(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<OrderAttendeeBookingReturn>,
) -> Answer {
    let loaded = attendee::load(&state, &visit, &at.code, &at.secret, &at.position).await?;
    let way = order_way(&at.congress, &at.code, &at.secret, &at.position);
    end(&state, &visit, &loaded, &way, &at.number).await
}

fn my_way(congress: &str, secret: &str) -> Way {
    Way { here: MyWorkshops::new(congress, secret).path(), back: My::new(congress, secret).path() }
}

fn order_way(congress: &str, code: &str, secret: &str, position: &str) -> Way {
    Way {
        here: OrderAttendeeWorkshops::new(congress, code, secret, position).path(),
        back: Order::new(congress, code, secret).path(),
    }
}

/// The page around what is shown of somebody's seats.
async fn page_of(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    way: &Way,
    main: impl FnOnce(Scene, &Own) -> Markup,
) -> Result<Markup, Fault> {
    let scene = Scene::of(visit)?;
    let ticket = own_ticket(&state.store, loaded.order(), loaded.row().clone(), visit.now).await?;
    let own = Own { view: &ticket.view, here: &way.here, back: &way.back };
    Ok(public_page(visit, &scene.t("booking-title"), main(scene, &own)))
}

async fn show(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way) -> Answer {
    let conn = state.store.read();
    let row = loaded.row();
    let mine = mine(conn, row.congress_id, &[row.id]).await?;
    let at_once = at_once(conn, row, &mine).await?;
    let all = occurrences(conn, row.congress_id, Only::All).await?;
    let page = page_of(state, visit, loaded, way, |scene, own| page::main(scene, own, (&mine, &at_once), &all)).await?;
    Ok(page.into_response())
}

fn number(typed: &str) -> Result<i32, Fault> {
    typed.parse().map_err(|_| Fault::not_found())
}

/// The occurrence of this number, if a release shows it.
async fn shown(state: &web::State, loaded: &Attendee, number: i32) -> Result<Occurrence, Fault> {
    let found = occurrences(state.store.read(), loaded.row().congress_id, Only::Number(number)).await?.pop();
    found.filter(|of| of.span.is_some()).ok_or_else(Fault::not_found)
}

/// Books a seat, or a place in the queue. What else is at that time is shown first; that none is left, too.
async fn take(
    state: &web::State,
    visit: &Visit,
    loaded: &Attendee,
    way: &Way,
    (typed, sent): (&str, &Fields),
) -> Answer {
    let number = number(typed)?;
    let of = shown(state, loaded, number).await?;
    let wait = sent.has("wait");
    let wish = Wish { wait, despite: Seen::read(sent) };
    let notice = match Box::pin(book(&state.store, loaded, number, &wish)).await {
        Ok(Seat::Waiting) => Flash::success(visit.words.t("booking-flash-waits")),
        Ok(_) => Flash::success(visit.words.t("booking-flash-booked")),
        Err(BookingError::Clash(clashes)) => {
            let main = |scene: Scene, own: &Own| page::clash(scene, own, &of, &clashes, wait);
            return Ok((StatusCode::CONFLICT, page_of(state, visit, loaded, way, main).await?).into_response());
        }
        Err(BookingError::Full) => {
            let main = |scene: Scene, own: &Own| page::full(scene, own, &of);
            return Ok((StatusCode::CONFLICT, page_of(state, visit, loaded, way, main).await?).into_response());
        }
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.here).into_response())
}

/// What they have at an occurrence.
async fn had(state: &web::State, loaded: &Attendee, typed: &str) -> Result<Option<Mine>, Fault> {
    let number = number(typed)?;
    let row = loaded.row();
    let mine = mine(state.store.read(), row.congress_id, &[row.id]).await?;
    Ok(mine.into_iter().find(|mine| mine.occurrence.number == number))
}

async fn ask_return(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, typed: &str) -> Answer {
    let Some(mine) = had(state, loaded, typed).await? else {
        return Ok(Redirect::to(&way.here).into_response());
    };
    let page = page_of(state, visit, loaded, way, |scene, own| page::give_back(scene, own, &mine)).await?;
    Ok(page.into_response())
}

/// Gives it back. A second time changes nothing and says so.
async fn end(state: &web::State, visit: &Visit, loaded: &Attendee, way: &Way, typed: &str) -> Answer {
    let notice = match Box::pin(give_back(&state.store, loaded, number(typed)?)).await {
        Ok(true) => Flash::success(visit.words.t("booking-flash-returned")),
        Ok(false) => Flash::info(visit.words.t("booking-flash-returned-before")),
        Err(error) => refusal_of(visit.words, error)?,
    };
    notice.leave(visit).await?;
    Ok(Redirect::to(&way.here).into_response())
}
