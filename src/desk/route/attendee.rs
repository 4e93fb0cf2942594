//! Attendees: finding them; one ticket, what happened to it, and changing it.

use super::change::{conflict, stale, wrong};
use crate::form::attendee::AttendeeSearch;
use crate::form::list::Asked;
use crate::form::person;
use crate::page::order::{self as page, Sheet};
use crate::query::newest;
use crate::query::order::{OrderDetail, Sight, detail};
use crate::query::placement::{Choice, choices};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::MailRead;
use base::error::Told;
use garde::Validate;
use http::StatusCode;
use payment::service::rebooking::rebook as rebook_ticket;
use registration::RegistrationError;
use registration::load::{self, Attendee};
use registration::query::attendee::AttendeeView;
use registration::query::extra::of_attendees;
use registration::query::order::{OrderView, view};
use registration::service::{link, person as people, rebooking};
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, Fault, Faults, Fields, Visit};

/// The list of attendees.
pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let search = AttendeeSearch::read(&Fields::parse(typed.unwrap_or_default().as_bytes()));
    let list = crate::query::attendee::list(conn, congress, search).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(conn, &visit.actor, congress.id, AttendeeSearch::LIST).await?;
    Ok(crate::page::attendee::list(&visit, &list, &kept).into_response())
}

/// All about one ticket, for those who may look.
pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Attendee>) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_see(conn, &visit.actor, congress.id, &at.code).await?;
    let sight = Sight { mails: visit.may(MailRead), link: None, now: visit.now };
    let mut detail: OrderDetail = detail(conn, &congress.slug, order, sight).await?;
    let attendee = of(&detail.view, &at.position)?.clone();
    detail.timeline = detail.timeline.of_ticket(&attendee, detail.mails.as_deref().unwrap_or_default());
    Ok(page::ticket(&visit, &detail, &attendee, state.store.chance().opaque_id()).into_response())
}

fn of<'a>(view: &'a OrderView, position: &str) -> Result<&'a AttendeeView, Fault> {
    let found = view.attendees.iter().find(|a| a.attendee.position.to_string() == position);
    found.ok_or_else(Fault::not_found)
}

/// An attendee whom the visitor may change, with their order.
pub(super) struct Loaded {
    pub(super) proof: Attendee,
    pub(super) order: OrderView,
    pub(super) attendee: AttendeeView,
}

pub(super) async fn loaded(state: &web::State, visit: &Visit, code: &str, position: &str) -> Result<Loaded, Fault> {
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, visit.congress()?.id, code).await?;
    let proof = load::attendee_of(conn, &order, position).await?;
    let view = view(conn, order.row().clone()).await?;
    let attendee = of(&view, &proof.row().position.to_string())?.clone();
    Ok(Loaded { proof, order: view, attendee })
}

/// Back to the ticket, with a sentence.
pub(super) async fn done(visit: &Visit, loaded: &Loaded, word: &str) -> Answer {
    let name = loaded.attendee.name();
    Flash::success(visit.words.with(word, &[("name", name.into())])).leave(visit).await?;
    let position = loaded.attendee.attendee.position.to_string();
    let slug = &visit.congress()?.slug;
    Ok(Redirect::to(&address::desk::Attendee::new(slug, &loaded.order.order.code, position).path()).into_response())
}

pub async fn ask_details(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeDetails>,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    let sheet = Sheet::new(person::attendee_fields(&loaded.attendee), people::seen(&loaded.attendee.attendee));
    Ok(page::details(&visit, &loaded.order, &loaded.attendee, &sheet).into_response())
}

pub async fn change_details(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeDetails>,
    fields: Fields,
) -> Answer {
    let before = loaded(&state, &visit, &at.code, &at.position).await?;
    let form = person::attendee(&fields);
    if let Err(report) = form.validate() {
        let mut faults = Faults::from_report(&report);
        faults.name_all(&person::labels(&person::ATTENDEE, visit.words));
        return wrong(page::details(&visit, &before.order, &before.attendee, &Sheet::wrong(&fields, faults)));
    }
    match people::change(&state.store, &before.proof, &Seen::read(&fields), form, person::after(&fields)).await {
        Ok(()) => done(&visit, &before, "desk-flash-changed").await,
        Err(RegistrationError::Stale(_)) => {
            let now = loaded(&state, &visit, &at.code, &at.position).await?;
            let theirs = person::told(&person::attendee_fields(&now.attendee), visit.words);
            let yours = person::told(&fields, visit.words);
            let newest = newest::of_attendee(state.store.read(), &now.attendee.attendee).await?;
            let told = conflict(&visit, newest.as_ref(), &person::ATTENDEE, &theirs, &yours);
            let seen = people::seen(&now.attendee.attendee);
            let sheet = Sheet { fields, faults: Faults::new(), seen, conflict: Some(told) };
            stale(page::details(&visit, &now.order, &now.attendee, &sheet))
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn ask_category(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeCategory>,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    let choices = choices(state.store.read(), visit.congress()?, visit.now).await?;
    let fields = category_fields(&loaded.attendee).with("send", "on");
    let sheet = Sheet::new(fields, rebooking::seen(&loaded.attendee.attendee));
    let beside = of_attendees(state.store.read(), &[loaded.attendee.attendee.id]).await?;
    Ok(page::category(&visit, &loaded.order, (&loaded.attendee, &beside), &choices, &sheet).into_response())
}

fn category_fields(attendee: &AttendeeView) -> Fields {
    Fields::new().with("category", &attendee.category.slug)
}

pub async fn rebook(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeCategory>,
    fields: Fields,
) -> Answer {
    let before = loaded(&state, &visit, &at.code, &at.position).await?;
    let (seen, send) = (Seen::read(&fields), fields.has("send"));
    let done_so = rebook_ticket(&state.store, &before.proof, &seen, fields.get("category"), send).await;
    let error = match done_so {
        Ok(()) => return done(&visit, &before, "desk-flash-rebooked").await,
        Err(error) => error,
    };
    let now = loaded(&state, &visit, &at.code, &at.position).await?;
    let choices = choices(state.store.read(), visit.congress()?, visit.now).await?;
    let beside = of_attendees(state.store.read(), &[now.attendee.attendee.id]).await?;
    let page = |sheet: &Sheet| page::category(&visit, &now.order, (&now.attendee, &beside), &choices, sheet);
    match error {
        RegistrationError::Stale(_) => {
            let theirs = category_fields(&now.attendee);
            let newest = newest::of_category(state.store.read(), &now.attendee.attendee).await?;
            let (theirs, yours) = (named(&visit, &choices, &theirs), named(&visit, &choices, &fields));
            let told = conflict(&visit, newest.as_ref(), &[("category", "desk-field-category")], &theirs, &yours);
            let seen = rebooking::seen(&now.attendee.attendee);
            stale(page(&Sheet { fields, faults: Faults::new(), seen, conflict: Some(told) }))
        }
        error if matches!(error.status(), 403 | 409 | 422) && !matches!(error, RegistrationError::Closed) => {
            let mut faults = Faults::new();
            let args = web::problem::args(&error.values());
            faults.add_with("category", error.message(), &args);
            faults.name("category", &visit.words.t("desk-field-category"));
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::CONFLICT);
            Ok((status, page(&Sheet::wrong(&fields, faults))).into_response())
        }
        error => Err(error.into()),
    }
}

/// The same with the category's name: what people compare.
fn named(visit: &Visit, choices: &[Choice], fields: &Fields) -> Fields {
    let slug = fields.get("category");
    let found = choices.iter().find(|choice| choice.slug() == slug);
    Fields::new().with("category", found.map_or(slug, |c| c.view.category.name.in_language(visit.language)))
}

pub async fn ask_link(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeLink>,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    let sheet = Sheet::new(Fields::new().with("send", "on"), link::seen_attendee(&loaded.attendee.attendee));
    Ok(page::attendee_link(&visit, &loaded.order, &loaded.attendee, &sheet).into_response())
}

pub async fn renew_link(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::AttendeeLink>,
    fields: Fields,
) -> Answer {
    let loaded = loaded(&state, &visit, &at.code, &at.position).await?;
    let (seen, ticket, send) = (Seen::read(&fields), fields.has("ticket"), fields.has("send"));
    link::renew_attendee(&state.store, &loaded.proof, &seen, ticket, send).await?;
    done(&visit, &loaded, "desk-flash-link").await
}
