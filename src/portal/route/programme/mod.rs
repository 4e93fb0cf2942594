//! Requests to the public programme.

mod linked;
mod mark;
mod page;
mod picture;

use crate::query::programme::Plans;
use address::calendar::Calendars;
use address::programme::{
    Mine, MyProgramme, MyStars, Now, OrderProgramme, OrderStars, Programme, Session, Speaker, SpeakerPicture, Speakers,
    Stars, Tracks, Zone,
};
use axum::extract::State;
use http::HeaderMap;
use std::sync::Arc;
use web::{Access, Answer, Routes, Visit};

/// The releases that were read last, for all handlers of this process.
type Known = Arc<Plans>;

/// A handler that knows them.
macro_rules! knowing {
    ($plans:expr, $handler:path) => {{
        let plans = Arc::clone(&$plans);
        move |state: State<web::State>, visit: Visit, headers: HeaderMap| async move {
            let answer: Answer = $handler(plans, state.0, visit, headers).await;
            answer
        }
    }};
    ($plans:expr, $handler:path, $address:ty) => {{
        let plans = Arc::clone(&$plans);
        move |state: State<web::State>, visit: Visit, at: axum::extract::Path<$address>, headers: HeaderMap| async move {
            let answer: Answer = $handler(plans, state.0, visit, at.0, headers).await;
            answer
        }
    }};
    ($plans:expr, $handler:path, $address:ty, fields) => {{
        let plans = Arc::clone(&$plans);
        move |state: State<web::State>,
              visit: Visit,
              at: axum::extract::Path<$address>,
              headers: HeaderMap,
              sent: web::Fields| async move {
            let answer: Answer = $handler(plans, state.0, visit, at.0, headers, sent).await;
            answer
        }
    }};
}

/// What is mounted below `/programme` and `/speakers`, and the programme behind a personal link.
pub(super) fn routes() -> Routes {
    use Access::{Link, Public};
    let plans = Known::default();
    Routes::new()
        .get(Programme::ROUTE, Public, knowing!(plans, page::show))
        .get(Now::ROUTE, Public, knowing!(plans, page::now))
        .get(Mine::ROUTE, Public, knowing!(plans, page::mine))
        .post(Stars::ROUTE, Public, knowing!(plans, mark::device, Stars, fields))
        .get(Zone::ROUTE, Public, knowing!(plans, page::zone))
        .get(Calendars::ROUTE, Public, knowing!(plans, page::calendars))
        .get(Tracks::ROUTE, Public, knowing!(plans, page::tracks, Tracks))
        .get(Session::ROUTE, Public, knowing!(plans, page::session, Session))
        .get(Speakers::ROUTE, Public, knowing!(plans, page::speakers))
        .get(Speaker::ROUTE, Public, knowing!(plans, page::speaker, Speaker))
        .get(SpeakerPicture::ROUTE, Public, knowing!(plans, picture::show, SpeakerPicture))
        .get(MyProgramme::ROUTE, Link, knowing!(plans, linked::show_my, MyProgramme))
        .post(MyProgramme::ROUTE, Link, knowing!(plans, linked::merge_my, MyProgramme))
        .post(MyStars::ROUTE, Link, knowing!(plans, linked::mark_my, MyStars, fields))
        .get(OrderProgramme::ROUTE, Link, knowing!(plans, linked::show_order, OrderProgramme))
        .post(OrderProgramme::ROUTE, Link, knowing!(plans, linked::merge_order, OrderProgramme))
        .post(OrderStars::ROUTE, Link, knowing!(plans, linked::mark_order, OrderStars, fields))
}
