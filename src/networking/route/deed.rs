//! What members do on others' pages.

use super::refusal;
use crate::NetworkingError;
use crate::entity::avoidance::Kind;
use crate::entity::network_report::ObjectKind;
use crate::form;
use crate::load::{Member, member, shown_entry, somebody};
use crate::query::topic::by_slug;
use crate::rules::term;
use crate::service::interest::{self, Shown};
use crate::service::report::report;
use crate::service::topic;
use address::networking as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::name;
use web::flash::Flash;
use web::form::once;
use web::{Answer, Fault, Faults, Fields, Visit};

/// Back to a page, with what became of it.
pub(super) async fn back(visit: &Visit, path: &str, done: Result<Flash, NetworkingError>) -> Answer {
    let flash = match done {
        Ok(flash) => flash,
        Err(error) => refusal(visit.words, error)?,
    };
    flash.leave(visit).await?;
    Ok(Redirect::to(path).into_response())
}

async fn who(state: &web::State, visit: &Visit) -> Result<Member, Fault> {
    Ok(member(state.store.read(), visit).await?)
}

fn success(visit: &Visit, key: &str) -> Flash {
    Flash::success(visit.words.t(key))
}

pub(super) async fn follow(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::TopicFollow>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let row = by_slug(state.store.read(), member.profile().host_id, &at.topic).await?.ok_or_else(Fault::not_found)?;
    let follows = sent.get("follow") != "no";
    topic::follow(&state.store, &member, row.id, follows).await?;
    let told = success(&visit, if follows { "network-follows-now" } else { "network-follows-no-more" });
    back(&visit, &at::Topic::new(&visit.congress()?.slug, &row.slug).path(), Ok(told)).await
}

pub(super) async fn propose(State(state): State<web::State>, visit: Visit, sent: Fields) -> Answer {
    let member = who(&state, &visit).await?;
    let path = at::Network::new(&visit.congress()?.slug).path();
    let mut faults = Faults::new();
    let called = name::clean(sent.get("name"));
    let why = form::text(sent.get("why"), "why", &mut faults);
    if called.is_empty() || called.chars().count() > term::LINE || !faults.is_empty() {
        Flash::warning(visit.words.t("network-fault-proposal")).leave(&visit).await?;
        return Ok(Redirect::to(&path).into_response());
    }
    let id = once::id(&sent, member.id(), state.store.chance());
    let done = topic::propose(&state.store, &member, id, (&called, &why)).await;
    back(&visit, &path, done.map(|()| success(&visit, "network-proposed"))).await
}

pub(super) async fn interest(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonInterest>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let (other, _) = somebody(state.store.read(), member.congress(), &at.code, Some(&member)).await?;
    let path = at::Person::new(&visit.congress()?.slug, &other.code).path();
    let mut faults = Faults::new();
    let message = form::text(sent.get("message"), "message", &mut faults);
    if !faults.is_empty() || (sent.has("message") && message.is_empty()) {
        Flash::warning(visit.words.t("network-fault-message")).leave(&visit).await?;
        return Ok(Redirect::to(&path).into_response());
    }
    let shown = Box::pin(interest::show(&state.store, &member, &other, None, &message)).await;
    let told = shown.map(|shown| {
        success(
            &visit,
            match (shown, message.is_empty()) {
                (Shown::Connected, _) => "network-connected",
                (Shown::Already, _) => "network-already",
                (_, true) => "network-interest-shown",
                (_, false) => "network-message-sent",
            },
        )
    });
    back(&visit, &path, told).await
}

pub(super) async fn take_back(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonInterestEnd>,
) -> Answer {
    let member = who(&state, &visit).await?;
    let (other, _) = somebody(state.store.read(), member.congress(), &at.code, Some(&member)).await?;
    let done = interest::take_back(&state.store, &member, &other).await;
    let path = at::Person::new(&visit.congress()?.slug, &other.code).path();
    back(&visit, &path, done.map(|()| success(&visit, "network-interest-taken-back"))).await
}

pub(super) async fn answer(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonAnswer>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let (other, _) = somebody(state.store.read(), member.congress(), &at.code, Some(&member)).await?;
    let path = at::Person::new(&visit.congress()?.slug, &other.code).path();
    let yes = match sent.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return Ok(Redirect::to(&path).into_response()),
    };
    let done = Box::pin(interest::answer(&state.store, &member, &other, yes)).await;
    back(&visit, &path, done.map(|()| success(&visit, if yes { "network-connected" } else { "network-answered-no" })))
        .await
}

pub(super) async fn avoid(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonAvoidance>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let (other, _) = somebody(state.store.read(), member.congress(), &at.code, Some(&member)).await?;
    let slug = &visit.congress()?.slug;
    let (kind, told, path) = match sent.get("kind") {
        "blocked" => (Kind::Blocked, "network-blocked", at::Mine::new(slug).path()),
        "declined" if sent.get("back") == "suggestions" => {
            (Kind::Declined, "network-declined", at::Suggestions::new(slug).path())
        }
        "declined" => (Kind::Declined, "network-declined", at::Network::new(slug).path()),
        _ => return Ok(Redirect::to(&at::Person::new(slug, &other.code).path()).into_response()),
    };
    let done = interest::avoid(&state.store, &member, &other, kind).await;
    back(&visit, &path, done.map(|()| success(&visit, told))).await
}

pub(super) async fn report_person(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::PersonReport>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let (other, _) = somebody(state.store.read(), member.congress(), &at.code, Some(&member)).await?;
    if other.id == member.id() {
        return Err(Fault::not_found());
    }
    let path = at::Person::new(&visit.congress()?.slug, &other.code).path();
    reported(&state, &visit, &member, (ObjectKind::Profile, other.id), (&path, &sent)).await
}

pub(super) async fn report_entry(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::EntryReport>,
    sent: Fields,
) -> Answer {
    let member = who(&state, &visit).await?;
    let of = (member.congress(), visit.now);
    let (row, _, _) = shown_entry(state.store.read(), of, &at.code, Some(&member)).await?;
    if row.profile_id == member.id() {
        return Err(Fault::not_found());
    }
    let path = at::Entry::new(&visit.congress()?.slug, &row.code).path();
    reported(&state, &visit, &member, (ObjectKind::Entry, row.id), (&path, &sent)).await
}

async fn reported(
    state: &web::State,
    visit: &Visit,
    member: &Member,
    object: (ObjectKind, base::Uuid),
    (path, sent): (&str, &Fields),
) -> Answer {
    let mut faults = Faults::new();
    let why = form::text(sent.get("why"), "why", &mut faults);
    if why.is_empty() || !faults.is_empty() {
        Flash::warning(visit.words.t("network-fault-why")).leave(visit).await?;
        return Ok(Redirect::to(path).into_response());
    }
    let done = report(&state.store, member, object, &why).await;
    back(visit, path, done.map(|()| success(visit, "network-reported"))).await
}
