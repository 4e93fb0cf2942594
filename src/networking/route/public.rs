//! What everybody may look at, each as far as it shows to them.

use super::open;
use crate::form::entry::{FORMS, SIDES, of_name};
use crate::form::profile::KINDS;
use crate::load::{Member, shown_entry, somebody, visitor};
use crate::page::directory::{Found, Narrowed, Show};
use crate::page::topic::Reader;
use crate::page::{
    directory as directory_page, entry as entry_page, organisation as body_page, person as person_page,
    topic as topic_page,
};
use crate::query::Look;
use crate::query::cooperation::of_body;
use crate::query::entry::{self, entries};
use crate::query::mine::between;
use crate::query::person::{self, people};
use crate::query::topic::{by_slug, in_order, page, topics};
use crate::rules::search::wanted;
use crate::rules::visibility::Viewer;
use crate::service::topic::all;
use address::networking as at;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Uuid;
use maud::{Markup, html};
use store::Conn;
use web::layout::public_page;
use web::scene::Scene;
use web::{Answer, Fault, Fields, Visit};

/// People, offers and needs on a page of the directory.
const PAGE: u64 = 30;
/// The newest on the front.
const NEWEST: u64 = 6;

/// Who looks, and how they stand to others.
async fn look(conn: &Conn, visit: &Visit) -> Result<(Option<Member>, Look), Fault> {
    open(visit)?;
    let member = visitor(conn, visit).await?;
    let look = Look::of(conn, visit.congress()?.id, member.as_ref(), visit.now).await?;
    Ok((member, look))
}

fn reader(member: Option<&Member>) -> Reader {
    if member.is_some() { Reader::Member } else { Reader::Guest }
}

async fn host(conn: &Conn, congress: Uuid) -> Result<Uuid, Fault> {
    Ok(congress::query::by_id(conn, congress).await?.ok_or_else(Fault::not_found)?.host_id)
}

pub(super) async fn front(State(state): State<web::State>, visit: Visit) -> Answer {
    let conn = state.store.read();
    let (member, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let host = host(conn, scene.congress.id).await?;
    let all = topics(conn, &look, host).await?;
    let (newest, _) = entries(conn, &look, &entry::Filter::default(), (0, NEWEST)).await?;
    let (_, count) = people(conn, &look, &person::Filter::default(), (0, 0)).await?;
    let main = topic_page::front(scene, &all, &newest, count, reader(member.as_ref()));
    Ok(public_page(&visit, &scene.t("network-title"), main).into_response())
}

pub(super) async fn topic(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Topic>) -> Answer {
    let conn = state.store.read();
    let (member, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let host = host(conn, scene.congress.id).await?;
    let row = by_slug(conn, host, &at.topic).await?.ok_or_else(Fault::not_found)?;
    if row.slug != at.topic {
        return Ok(Redirect::to(&at::Topic::new(&scene.congress.slug, &row.slug).path()).into_response());
    }
    let title = row.name.in_language(visit.language).to_owned();
    let view = Box::pin(page(conn, &look, row)).await?;
    let main = topic_page::page(scene, &view, reader(member.as_ref()));
    Ok(public_page(&visit, &title, main).into_response())
}

pub(super) async fn directory(State(state): State<web::State>, visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let conn = state.store.read();
    let (_, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let host = host(conn, scene.congress.id).await?;
    let tree = in_order(all(conn, host).await?);
    // Also by a name that it had before; of one that there is not, there is nothing.
    let topic = match asked.get("topic") {
        "" => None,
        slug => Some(by_slug(conn, host, slug).await?.ok_or_else(Fault::not_found)?),
    };
    let narrowed = Narrowed {
        words: base::name::clean(asked.get("q")),
        show: if asked.get("show") == "entries" { Show::Entries } else { Show::People },
        topic: topic.as_ref(),
        kind: of_name(&KINDS, asked.get("kind")),
        side: of_name(&SIDES, asked.get("side")),
        form: of_name(&FORMS, asked.get("form")),
    };
    let number = asked.get("page").parse::<u64>().ok().filter(|n| (1..=10_000).contains(n)).unwrap_or(1);
    let part = ((number - 1) * PAGE, PAGE);
    let on: Vec<Uuid> = narrowed.topic.map(|row| row.id).into_iter().collect();
    let main = match narrowed.show {
        Show::People => {
            let filter =
                person::Filter { topics: on, kind: narrowed.kind, organisation: None, words: wanted(&narrowed.words) };
            let (found, n) = people(conn, &look, &filter, part).await?;
            directory_page::page(
                scene,
                &narrowed,
                &tree,
                (&Found::People(&found), n),
                turn(scene, &narrowed, number, n),
            )
        }
        Show::Entries => {
            let filter = entry::Filter {
                side: narrowed.side,
                topics: on,
                form: narrowed.form,
                words: wanted(&narrowed.words),
                ..entry::Filter::default()
            };
            let (found, n) = entries(conn, &look, &filter, part).await?;
            directory_page::page(
                scene,
                &narrowed,
                &tree,
                (&Found::Entries(&found), n),
                turn(scene, &narrowed, number, n),
            )
        }
    };
    Ok(public_page(&visit, &scene.t("network-directory"), main).into_response())
}

/// To the page before and the next.
fn turn(scene: Scene, narrowed: &Narrowed, number: u64, all: u64) -> Markup {
    let path = at::Directory::new(&scene.congress.slug).path();
    let to = |page: u64| {
        let query = narrowed.query();
        let page = page.to_string();
        let mut query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        query.push(("page", &page));
        address::with_query(&path, &query)
    };
    html! {
        @if all > PAGE {
            nav."pagination cluster" aria-label=(scene.t("network-pages")) {
                @if number > 1 { a rel="prev" href=(to(number - 1)) { (scene.t("network-page-before")) } }
                @if number * PAGE < all { a rel="next" href=(to(number + 1)) { (scene.t("network-page-next")) } }
            }
        }
    }
}

pub(super) async fn person(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Person>) -> Answer {
    let conn = state.store.read();
    let (member, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let found = somebody(conn, scene.congress.id, &at.code, member.as_ref()).await;
    if found.is_err() && member.is_none() {
        // Whether they are not there or only show to participants, nobody learns from outside.
        return super::entrance::way_in(&visit);
    }
    let (row, standing) = found?;
    if standing == Viewer::Owner {
        return Ok(Redirect::to(&at::MyProfilePreview::new(&scene.congress.slug).path()).into_response());
    }
    let view = person::one(conn, &look, &row).await?.ok_or_else(Fault::not_found)?;
    let rows = all(conn, row.host_id).await?;
    let of_contact = standing == Viewer::Contact;
    let mine = entry::Filter { authors: Some(vec![row.id]), of_contact, ..entry::Filter::default() };
    let (theirs, _) = entries(conn, &look, &mine, (0, PAGE)).await?;
    let between = match &member {
        Some(member) => Some(between(conn, &look, member, row.id).await?),
        None => None,
    };
    let main = person_page::page(scene, &view, &rows, &theirs, between.as_ref());
    Ok(public_page(&visit, &view.name, main).into_response())
}

pub(super) async fn organisation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::Organisation>,
) -> Answer {
    let conn = state.store.read();
    let (member, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let found = person::body(conn, &look, host(conn, scene.congress.id).await?, &at.code).await?;
    if found.is_none() && member.is_none() {
        return super::entrance::way_in(&visit);
    }
    let row = found.ok_or_else(Fault::not_found)?;
    let filter = person::Filter { organisation: Some(row.id), ..person::Filter::default() };
    let (who, _) = people(conn, &look, &filter, (0, PAGE)).await?;
    let theirs = entry::Filter { authors: Some(who.iter().map(|one| one.id).collect()), ..entry::Filter::default() };
    let (theirs, _) = entries(conn, &look, &theirs, (0, PAGE)).await?;
    let together = of_body(conn, &look, row.id).await?;
    let main = body_page::page(scene, &row, &who, &theirs, &together);
    Ok(public_page(&visit, &row.name, main).into_response())
}

pub(super) async fn entry(State(state): State<web::State>, visit: Visit, Path(at): Path<at::Entry>) -> Answer {
    let conn = state.store.read();
    let (member, look) = look(conn, &visit).await?;
    let scene = Scene::of(&visit)?;
    let found = shown_entry(conn, (scene.congress.id, visit.now), &at.code, member.as_ref()).await;
    if found.is_err() && member.is_none() {
        return super::entrance::way_in(&visit);
    }
    let (row, owner, standing) = found?;
    let rows = all(conn, row.host_id).await?;
    let topic = rows.iter().find(|topic| topic.id == row.topic_id);
    let view = entry::one(conn, &look, row, &owner).await?;
    let main = entry_page::page(scene, &view, topic, standing == Viewer::Owner, member.is_some());
    Ok(public_page(&visit, &view.entry.title, main).into_response())
}
