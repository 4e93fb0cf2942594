//! The registration form behind an offer of the waiting list: the same form, for the places that are held. Its hidden field
//! `offer` names them and proves who may have them.

use super::{load, whole};
use crate::form::register::Typed;
use crate::guess::Guesses;
use crate::page::Scene;
use crate::page::register::{self, RegisterPage};
use crate::query::offer::{Offer, offered as all_offered};
use crate::query::waiting::held;
use crate::route::register::{asker, questions};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::{Language, Uuid};
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use registration::RegistrationError;
use registration::form::OrderForm;
use registration::query::waiting::view;
use registration::service::order::{Placed, place};
use registration::service::waiting;
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Faults, Visit};

/// The name of the hidden field: who waits, the secret of their link, the offer, how many it is.
pub const FIELD: &str = "offer";

/// What the field holds.
struct Token {
    entry: String,
    secret: String,
    offer: Uuid,
}

impl Token {
    fn read(typed: &Typed) -> Option<Self> {
        let mut parts = typed.people.fields.get(FIELD).split('.');
        let (entry, secret, offer) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { entry: entry.into(), secret: secret.into(), offer: offer.parse().ok()? })
    }
}

/// The form for as many as are held, filled in with what is known. If nothing is held any more, the page says so.
pub async fn accept(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::WaitingAcceptance>,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let loaded = load(&state, &visit, &at.id, &at.secret).await?;
    let whole = whole(&state, scene, &loaded).await?;
    let Some(offer) = whole.offer(scene.now) else {
        let page = address::Waiting::new(&at.congress, &at.id, &at.secret).path();
        return Ok(Redirect::to(&page).into_response());
    };
    let language: Language = loaded.language();
    let mut typed = Typed::fresh(offer.offer.id, language, &offer.category.slug);
    typed.people.fields.set(FIELD, format!("{}.{}.{}.{}", at.id, at.secret, offer.offer.id, offer.offer.n));
    typed.people.fields.set("buyer-name", &whole.view.row.name);
    typed.people.fields.set("buyer-email", &whole.view.address);
    typed.people.fields.set("organisation", &whole.view.row.organisation);
    (1..offer.offer.n).for_each(|_| typed.people.add());
    let offers = held(state.store.read(), scene.congress, &whole.view, offer.offer.id, scene.now).await?;
    let notice = scene.with(
        "waiting-accept-notice",
        &[("count", offer.offer.n.into()), ("until", scene.words.date_time(offer.offer.ends_at, scene.zone()).into())],
    );
    let page = RegisterPage {
        typed: &typed,
        faults: &Faults::new(),
        offers: &offers,
        asked: &questions(&state, scene, &offers).await?,
        notice: Some(notice),
        fresh: false,
    };
    let page = public_page(&visit, &scene.t("portal-register"), register::main(scene, &page));
    Ok(([(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"))], page).into_response())
}

/// What the form that came offers: everything that is on sale, or behind an offer only what is held.
pub async fn offered(
    state: &web::State,
    visit: &Visit,
    scene: Scene<'_>,
    guesses: &Guesses,
    typed: &mut Typed,
) -> Result<Vec<Offer>, Fault> {
    let conn = state.store.read();
    let Some(token) = Token::read(typed) else {
        return Ok(all_offered(state, scene.congress, asker(visit, guesses), typed).await?);
    };
    let loaded = load(state, visit, &token.entry, &token.secret).await?;
    let (view, _) = view(conn, loaded.row().clone()).await?;
    let view = view.ok_or(RegistrationError::Unknown)?;
    Ok(held(conn, scene.congress, &view, token.offer, visit.now).await?)
}

/// Places the order; behind an offer, with the places that are held for it.
pub async fn order(
    state: &web::State,
    visit: &Visit,
    typed: &Typed,
    form: OrderForm,
) -> Result<Placed, RegistrationError> {
    let congress = visit.congress().map_err(|_| RegistrationError::Unknown)?.id;
    let Some(token) = Token::read(typed) else { return place(&state.store, &visit.actor, congress, form).await };
    let loaded = registration::load::waiting::waiting_by_link(
        state.store.read(),
        &state.link_key,
        congress,
        &token.entry,
        &token.secret,
    )
    .await?;
    Box::pin(waiting::accept(&state.store, &loaded, token.offer, form)).await
}

/// The offer was over when the form came: back to the page of who waits, which tells how it stands.
pub async fn over(
    visit: &Visit,
    typed: &Typed,
    error: &RegistrationError,
) -> Result<Option<axum::response::Response>, Fault> {
    let (Some(token), RegistrationError::Congress(congress::CongressError::OfferOver)) = (Token::read(typed), error)
    else {
        return Ok(None);
    };
    Flash::warning(visit.words.t("waiting-accept-late")).leave(visit).await?;
    let page = address::Waiting::new(&visit.congress()?.slug, token.entry, token.secret).path();
    Ok(Some(Redirect::to(&page).into_response()))
}
