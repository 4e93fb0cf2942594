//! An invitation to an occurrence of a session: what it says, and answering it.

use super::{Scene, badge, line};
use base::Time;
use calendar::entity::invitation::{Model, Participation, Role};
use maud::{Markup, html};

/// The answers there are, each with the words of its button.
const ANSWERS: [(Participation, &str); 3] = [
    (Participation::Accepted, "invitation-accept"),
    (Participation::Tentative, "invitation-maybe"),
    (Participation::Declined, "invitation-decline"),
];

/// The whole page. `session`: the page of the session, if the programme shows it; `path`: where answers go.
pub fn main(scene: Scene, row: &Model, session: Option<&str>, path: &str) -> Markup {
    let content = &row.content.0;
    let over = content.ends_at <= scene.now;
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            div."stack stack--s" {
                p.muted { (scene.t(if row.role == Role::Speaker { "invitation-speaker" } else { "invitation-seat" })) }
                h1.kern-heading-x-large dir="auto" { (scene.text(&content.title)) }
                div.cluster { (standing(scene, row)) }
            }
            dl."key-values key-values--start" {
                div { dt { (scene.t("invitation-when")) } dd { (span(scene, content.starts_at, content.ends_at)) } }
                div { dt { (scene.t("invitation-where")) } dd {
                    @if !content.room.is_empty() { div { (scene.text(&content.room)) } }
                    @if !content.venue.is_empty() { div dir="auto" { (content.venue) } }
                } }
            }
            @if row.cancelled_at.is_some() { (line("warning", &scene.t("invitation-called-off"))) }
            @else if over { (line("info", &scene.t("invitation-over"))) }
            @else { (answers(scene, row, path)) }
            @if let Some(session) = session { p { a href=(session) { (scene.t("invitation-to-session")) } } }
        }
    }
}

fn answers(scene: Scene, row: &Model, path: &str) -> Markup {
    let lead = match row.role {
        Role::Speaker => "invitation-lead-speaker",
        Role::Seat => "invitation-lead-seat",
    };
    html! {
        section.stack aria-labelledby="answer" {
            h2.kern-heading-medium #answer { (scene.t("invitation-question")) }
            p.measure { (scene.t(lead)) }
            form.cluster method="post" action=(path) {
                @for (answer, word) in ANSWERS.into_iter().filter(|(answer, _)| *answer != row.participation) {
                    @let class = if answer == Participation::Accepted { "kern-btn kern-btn--primary" } else { "kern-btn kern-btn--secondary" };
                    button class=(class) type="submit" name="answer" value=(answer.name()) { span.kern-label { (scene.t(word)) } }
                }
            }
        }
    }
}

fn standing(scene: Scene, row: &Model) -> Markup {
    match (row.cancelled_at, row.participation) {
        (Some(_), _) => badge("danger", &scene.t("invitation-state-cancelled")),
        (None, Participation::NeedsAction) => badge("info", &scene.t("invitation-state-needs-action")),
        (None, Participation::Accepted) => badge("success", &scene.t("invitation-state-accepted")),
        (None, Participation::Tentative) => badge("info", &scene.t("invitation-state-tentative")),
        (None, Participation::Declined) => badge("warning", &scene.t("invitation-state-declined")),
    }
}

fn span(scene: Scene, from: Time, until: Time) -> String {
    scene.words.span(from, until, scene.zone())
}
