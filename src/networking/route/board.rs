//! Cooperations for those who run the directory.

use super::desk::{done, host, writes};
use crate::form;
use crate::page::board as page;
use crate::query::Look;
use crate::query::cooperation::board;
use crate::query::outcome::{self, Figures, Outcome};
use crate::service::cooperation::hide;
use address::networking as at;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use paper::PaperError;
use paper::sheet::{Cell, Column, Format, Sheet, Xlsx};
use registration::service::export::exported;
use web::flash::Flash;
use web::layout::{Section, desk_page};
use web::scene::Scene;
use web::{Answer, Fault, Faults, Fields, Visit};

pub(super) async fn show(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let all = board(state.store.read(), &Look::of_staff(scene.congress.id, visit.now)).await?;
    let main = page::board(scene, &all, writes(&visit));
    Ok(desk_page(&visit, Section::Network, &scene.t("network-cooperations"), main).into_response())
}

pub(super) async fn moderate(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<at::DeskCooperation>,
    sent: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let path = at::DeskCooperations::new(&congress.slug).path();
    let all = board(state.store.read(), &Look::of_staff(congress.id, visit.now)).await?;
    let code = ticket::parse_order_code(&at.code).ok_or_else(Fault::not_found)?;
    let line = all.into_iter().find(|line| line.row.code == code).ok_or_else(Fault::not_found)?;
    let mut faults = Faults::new();
    let why = form::text(sent.get(&format!("why-{}", line.row.code)), "why", &mut faults);
    let why = match sent.get("step") {
        "show" => None,
        "hide" if !why.is_empty() && faults.is_empty() => Some(why.as_str()),
        "hide" => {
            Flash::warning(visit.words.t("network-fault-cooperation-why")).leave(&visit).await?;
            return Ok(Redirect::to(&path).into_response());
        }
        _ => return Err(Fault::not_found()),
    };
    done(&visit, hide(&state.store, &visit.actor, congress.id, line.row.id, why).await, &path).await
}

async fn counted(state: &web::State, visit: &Visit) -> Result<Outcome, Fault> {
    let host = host(state, visit).await?;
    Ok(outcome::outcome(state.store.read(), host, visit.congress()?.id, visit.now).await?)
}

pub(super) async fn outcome(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let main = page::outcome(scene, &counted(&state, &visit).await?);
    Ok(desk_page(&visit, Section::Network, &scene.t("network-outcome"), main).into_response())
}

/// The same as a file, with the cooperations one by one.
pub(super) async fn file(State(state): State<web::State>, visit: Visit) -> Answer {
    let scene = Scene::of(&visit)?;
    let outcome = counted(&state, &visit).await?;
    let written = write(scene, &outcome).map_err(|e| Fault::internal(e.to_string()))?;
    let (format, rows) = (Format::Xlsx, outcome.cooperations.len());
    let recorded = exported(&state.store, &visit.actor, Some(scene.congress.id), "outcome", format.name(), rows, true);
    recorded.await?;
    let day = visit.now.with_timezone(&scene.zone()).date_naive();
    let name = format!("{}-{}-{day}.{}", scene.congress.slug, scene.t("desk-export-outcome"), format.name());
    Response::builder()
        .header(CONTENT_TYPE, format.media_type())
        .header(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .body(written.into())
        .map_err(|e| Fault::internal(e.to_string()))
}

fn write(scene: Scene, outcome: &Outcome) -> Result<Vec<u8>, PaperError> {
    let column = |key: &str, width| Column::new(scene.t(key), width);
    let mut book = Xlsx::new(&Sheet::new(
        scene.t("network-cooperations"),
        vec![
            column("network-cooperation", 40),
            column("network-topic", 24),
            column("network-cooperation-state", 18),
            column("network-outcome-began", 14),
            column("network-outcome-organisations", 40),
            column("network-outcome-town", 24),
            column("network-outcome-people", 10),
            column("network-cooperation-next", 40),
        ],
    ))?;
    for line in &outcome.cooperations {
        let bodies = line.bodies();
        let names: Vec<&str> = bodies.iter().map(|body| body.name.as_str()).collect();
        let mut towns: Vec<&str> =
            bodies.iter().map(|body| body.town.as_str()).filter(|town| !town.is_empty()).collect();
        towns.sort_unstable();
        towns.dedup();
        book.row(&[
            Cell::from(line.row.title.as_str()),
            Cell::from(line.topic.as_ref().map_or("", |topic| topic.name.in_language(scene.words.language()))),
            Cell::from(scene.t(&format!("network-step-{}", line.state.name()))),
            Cell::from(scene.words.date(line.row.created_at, scene.zone())),
            Cell::from(names.join(", ")),
            Cell::from(towns.join(", ")),
            Cell::Number(i64::try_from(line.joined).unwrap_or(i64::MAX)),
            Cell::from(line.row.next.as_str()),
        ])?;
    }
    let figures = |title: &str, first: &str| {
        Sheet::new(
            scene.t(title),
            vec![
                column(first, 40),
                column("network-outcome-people", 12),
                column("network-outcome-contacts", 12),
                column("network-outcome-going", 24),
                column("network-outcome-ended", 24),
            ],
        )
    };
    let row = |name: &str, of: &Figures| {
        [
            Cell::from(name),
            Cell::Number(of.people),
            Cell::Number(of.contacts),
            Cell::Number(of.going),
            Cell::Number(of.ended),
        ]
    };
    book.turn(&figures("network-outcome-topics", "network-topic"))?;
    for (topic, of) in &outcome.topics {
        book.row(&row(topic.name.in_language(scene.words.language()), of))?;
    }
    book.turn(&figures("network-outcome-towns", "network-outcome-town"))?;
    let nowhere = scene.t("network-outcome-no-town");
    for (town, of) in &outcome.towns {
        book.row(&row(town.as_deref().unwrap_or(&nowhere), of))?;
    }
    let mut out = vec![];
    book.finish(&mut out)?;
    Ok(out)
}
