//! Who works on the congress.

use super::{Place, about, again, id, settle};
use crate::form::settings::{About, Person, Sheet};
use crate::page::settings::{Tab, list, team as page};
use address::settings as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Uuid;
use base::actor::ActorKind;
use base::error::Told;
use identity::query::team::{self as query, Member};
use identity::rules::Duties;
use identity::service::account::{disable_account, enable_account};
use identity::service::team::{self, Invitation, Invited, Workplace};
use identity::{IdentityError, Role};
use maud::html;
use web::flash::Flash;
use web::form::Seen;
use web::{Answer, CongressHead, Fault, Fields, Visit};

pub async fn list(State(state): State<web::State>, visit: Visit) -> Answer {
    let congress = visit.congress()?;
    let members = query::team(state.store.read(), congress.id, visit.now).await?;
    let row = |member: &Member| {
        let roles = page::duties(visit.words, &member.duties);
        let (tone, word, told) = page::way_in(visit.words, visit.zone(), member.standing);
        list::Row {
            path: at::Member::new(&congress.slug, member.account.id.to_string()).path(),
            name: html! { span dir="auto" { (member.account.name) } },
            note: format!("{} · {roles} · {told}", member.account.address),
            state: Some((tone, word)),
        }
    };
    let rows: Vec<list::Row> = members.iter().map(row).collect();
    Ok(list::list(&visit, Tab::Team, &rows, None).into_response())
}

/// Somebody of the team; who is not is not to be seen here.
async fn person(state: &web::State, visit: &Visit, id: Uuid) -> Result<Person, Fault> {
    let (conn, congress) = (state.store.read(), visit.congress()?.id);
    let member = query::member(conn, congress, id, visit.now).await?.ok_or_else(Fault::not_found)?;
    let history = query::history(conn, congress, id).await?;
    Ok(Person { member, history, is_self: visit.actor.kind == ActorKind::Staff(id) })
}

fn place<'a>(slug: &str, title: &'a str, object: Option<Uuid>) -> Place<'a> {
    Place { title, object, removal: None, next: at::Team::new(slug).path() }
}

fn workplace(congress: &CongressHead) -> Workplace<'_> {
    Workplace { congress: congress.id, name: &congress.name }
}

/// An invitation, or somebody. `?as=door` begins an invitation with this role.
pub async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Member>,
    RawQuery(asked): RawQuery,
) -> Answer {
    let about = about(&state, &visit).await?;
    let Some(id) = id(&at.id)? else {
        let asked = Fields::parse(asked.unwrap_or_default().as_bytes());
        let role = asked.get("as").parse::<Role>().ok().filter(|role| about.reach.here.contains(role));
        let duties = Duties::new(role, []);
        let new = Invitation { email: String::new(), name: String::new(), language: visit.language, duties };
        let title = visit.words.t("desk-team-new");
        return Ok(super::show(&visit, &about, &place(&at.congress, &title, None), &new));
    };
    let person = person(&state, &visit, id).await?;
    let title = person.member.account.name.clone();
    let now = person.member.duties.within(&about.reach);
    let about = About { person: Some(person), ..about };
    Ok(super::show(&visit, &about, &place(&at.congress, &title, Some(id)), &now))
}

pub async fn save(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Member>, fields: Fields) -> Answer {
    match id(&at.id)? {
        None => invite(&state, &visit, &at.congress, &fields).await,
        Some(id) => change(&state, &visit, &at.congress, id, &fields).await,
    }
}

async fn invite(state: &web::State, visit: &Visit, slug: &str, fields: &Fields) -> Answer {
    let title = visit.words.t("desk-team-new");
    let place = place(slug, &title, None);
    let about = about(state, visit).await?;
    let new = match Invitation::read(fields, &about) {
        Ok(new) => new,
        Err(faults) => return Ok(again::<Invitation>(visit, &about, &place, fields, &faults)),
    };
    let email = new.email.clone();
    match team::invite(&state.store, &visit.actor, workplace(visit.congress()?), new).await {
        Ok(invited) => {
            let key = match invited {
                Invited::Sent(_) if state.sends_mail => "desk-team-sent",
                Invited::Sent(_) => "desk-team-held",
                Invited::JustBefore(_) => "desk-team-just-before",
                Invited::Already(_) => "desk-team-already",
            };
            Flash::success(visit.words.with(key, &[("email", email.into())])).leave(visit).await?;
            Ok(Redirect::to(&place.next).into_response())
        }
        Err(e) => settle::<Invitation, _>(state, visit, &about, place, fields, Err(e), None).await,
    }
}

async fn change(state: &web::State, visit: &Visit, slug: &str, id: Uuid, fields: &Fields) -> Answer {
    let about = about(state, visit).await?;
    let new = match Duties::read(fields, &about) {
        Ok(new) => new,
        Err(_) => return Err(Fault::not_found()),
    };
    let congress = visit.congress()?.id;
    let saved = team::change_duties(&state.store, &visit.actor, congress, id, &new, &Seen::read(fields)).await;
    if saved.is_ok() {
        let next = place(slug, "", Some(id));
        return settle::<Duties, IdentityError>(state, visit, &about, next, fields, Ok(()), None).await;
    }
    let person = person(state, visit, id).await?;
    let title = person.member.account.name.clone();
    let now = person.member.duties.within(&about.reach);
    let about = About { person: Some(person), ..about };
    settle(state, visit, &about, place(slug, &title, Some(id)), fields, saved, Some(now)).await
}

pub async fn remove(State(state): State<web::State>, visit: Visit, Path(at): Path<at::MemberRemoval>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let removed = team::remove(&state.store, &visit.actor, visit.congress()?.id, id).await;
    done(&visit, at::Team::new(&at.congress).path(), "desk-team-removed", removed).await
}

pub async fn invite_again(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::MemberInvitation>,
) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    let sent = team::invite_again(&state.store, &visit.actor, workplace(visit.congress()?), id).await;
    let key = if matches!(sent, Ok(false)) { "desk-team-reminded-before" } else { "desk-team-reminded" };
    done(&visit, at::Member::new(&at.congress, &at.id).path(), key, sent.map(|_| ())).await
}

/// Shuts the account of somebody of the team.
pub async fn close(State(state): State<web::State>, visit: Visit, Path(at): Path<at::MemberClosure>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    person(&state, &visit, id).await?;
    let shut = disable_account(&state.store, &visit.actor, id).await;
    done(&visit, at::Member::new(&at.congress, &at.id).path(), "desk-team-now-closed", shut).await
}

/// Opens it again.
pub async fn open(State(state): State<web::State>, visit: Visit, Path(at): Path<at::MemberOpening>) -> Answer {
    let id = id(&at.id)?.ok_or_else(Fault::not_found)?;
    person(&state, &visit, id).await?;
    let opened = enable_account(&state.store, &visit.actor, id).await;
    done(&visit, at::Member::new(&at.congress, &at.id).path(), "desk-team-now-open", opened).await
}

/// On, and says what came of it: also that it is not done, where that is a matter of who else is there.
async fn done(visit: &Visit, next: String, key: &str, result: Result<(), IdentityError>) -> Result<Response, Fault> {
    let flash = match result {
        Ok(()) => Flash::success(visit.words.t(key)),
        Err(e @ (IdentityError::OwnRight | IdentityError::LastAdmin | IdentityError::AccountShut)) => {
            Flash::warning(visit.words.t(e.message()))
        }
        Err(e) => return Err(e.into()),
    };
    flash.leave(visit).await?;
    Ok(Redirect::to(&next).into_response())
}
