//! The page of who speaks: what is theirs and how it stands, confirming it, and what organisers know of them.

use super::own::part_state;
use super::profile::{Sheet, picture, profile, times};
use super::state;
use crate::page::{Scene, line};
use chrono::NaiveDate;
use maud::{Markup, html};
use programme::entity::submission::State;
use programme::query::speaking::{Contribution, Speaking};
use programme::rules::submission::{MAX_NOTE, Refusal, refusal};
use web::Faults;

/// The addresses behind the link.
pub struct Paths<'a> {
    pub slug: &'a str,
    pub id: &'a str,
    pub secret: &'a str,
}

impl Paths<'_> {
    pub fn page(&self) -> String {
        address::call::Speaking::new(self.slug, self.id, self.secret).path()
    }

    pub(super) fn profile(&self) -> String {
        address::call::SpeakingProfile::new(self.slug, self.id, self.secret).path()
    }

    pub(super) fn times(&self) -> String {
        address::call::SpeakingTimes::new(self.slug, self.id, self.secret).path()
    }

    pub(super) fn picture(&self) -> String {
        address::call::SpeakingPicture::new(self.slug, self.id, self.secret).path()
    }

    pub(super) fn picture_removal(&self) -> String {
        address::call::SpeakingPictureRemoval::new(self.slug, self.id, self.secret).path()
    }

    fn part(&self, code: &str) -> String {
        address::call::SpeakingPart::new(self.slug, self.id, self.secret, code).path()
    }

    fn refusal(&self, code: &str) -> String {
        address::call::SpeakingRefusal::new(self.slug, self.id, self.secret, code).path()
    }

    fn confirmation(&self, code: &str) -> String {
        address::call::SpeakingConfirmation::new(self.slug, self.id, self.secret, code).path()
    }
}

/// The forms of the page.
pub struct Sheets<'a> {
    pub profile: Sheet<'a>,
    pub times: Sheet<'a>,
    pub picture: &'a Faults,
    /// The days of the congress.
    pub days: &'a [NaiveDate],
}

/// The whole page. `links`: the page of each that one hands in oneself.
pub fn main(scene: Scene, page: &Speaking, sheets: &Sheets, links: &[(String, String)], here: &Paths) -> Markup {
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            div {
                p.muted { (scene.t("speaking-title")) }
                h1.kern-heading-x-large dir="auto" { @if page.row.name.is_empty() { (scene.t("speaking-nameless")) } @else { (page.row.name) } }
            }
            p.measure { (scene.t("speaking-lead")) }
            section.stack aria-labelledby="beitraege" {
                h2.kern-heading-large #beitraege { (scene.t("speaking-contributions")) }
                @if page.contributions.is_empty() { p { (scene.t("speaking-none")) } }
                @for one in &page.contributions { (contribution(scene, one, links, here)) }
            }
            (times(scene, &sheets.times, sheets.days, here))
            (profile(scene, page, &sheets.profile, here))
            (picture(scene, page, sheets.picture, here))
            p."fine muted" { (scene.t("call-link")) }
        }
    }
}

fn contribution(scene: Scene, one: &Contribution, links: &[(String, String)], here: &Paths) -> Markup {
    let row = &one.row;
    let title = if row.title.is_empty() { scene.t("call-untitled") } else { row.title.clone() };
    let own = links.iter().find(|(code, _)| *code == row.code).map(|(_, path)| path);
    html! {
        article."kern-card kern-level-2" {
            div.kern-card__container {
                div.stack {
                    h3.kern-title dir="auto" { (title) }
                    div.cluster { (state(scene, row.state)) span.muted { (scene.text(&one.call.title)) } }
                    (answer(scene, one, &title, here))
                    (facts(scene, one))
                    @if let Some(path) = own { p { a href=(path) { (scene.t("speaking-to-own")) } } }
                }
            }
        }
    }
}

/// Saying yes or no.
fn answer(scene: Scene, one: &Contribution, title: &str, here: &Paths) -> Markup {
    let row = &one.row;
    let (joined, declined) = (one.part.confirmed_at.is_some(), one.part.declined_at.is_some());
    let others =
        one.parts.iter().filter(|part| part.part.confirmed_at.is_some() && part.part.id != one.part.id).count();
    let no = refusal(row.state.into(), joined, one.part.position == 1, others);
    let goes_on = matches!(row.state, State::Draft | State::Submitted | State::Accepted | State::Confirmed);
    let open = goes_on && !scene.is_over();
    html! {
        @if declined { (line("info", &scene.t("speaking-has-declined"))) }
        @if open && !joined {
            @if !declined { (line("info", &scene.t("speaking-asked"))) }
            (yes(scene, &here.part(&row.code), if declined { "speaking-join-after" } else { "speaking-join" }, title))
        }
        @if open && joined && row.state == State::Accepted {
            (line("warning", &scene.t("speaking-to-confirm")))
            (yes(scene, &here.confirmation(&row.code), "speaking-confirm", title))
        }
        @if let (true, Some(no)) = (open && !declined, no) {
            @let field = format!("why-{}", row.code);
            details {
                summary { (scene.t("speaking-decline")) span.kern-sr-only { " " (title) } }
                form.stack method="post" action=(here.refusal(&row.code)) {
                    p.measure { (scene.t(if no == Refusal::Withdraws { "speaking-decline-last" } else { "speaking-decline-lead" })) }
                    div.kern-form-input {
                        label.kern-label for=(field) { (scene.t("speaking-decline-why")) " " span.kern-label__optional { (scene.t("form-optional")) } }
                        textarea.kern-form-input__input id=(field) name="why" rows="2" maxlength=(MAX_NOTE) {}
                    }
                    div { button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (scene.t("speaking-decline-submit")) span.kern-sr-only { " " (title) } } } }
                }
            }
        }
    }
}

fn yes(scene: Scene, path: &str, word: &str, title: &str) -> Markup {
    html! {
        form method="post" action=(path) {
            button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t(word)) span.kern-sr-only { " " (title) } } }
        }
    }
}

fn facts(scene: Scene, one: &Contribution) -> Markup {
    let row = &one.row;
    let takes_place = matches!(row.state, State::Accepted | State::Confirmed);
    html! {
        dl."key-values key-values--start" {
            div { dt { (scene.t("speaking-people")) } dd."stack stack--s" {
                @for part in one.parts.iter().filter(|part| !part.name().is_empty()) {
                    div.cluster { span dir="auto" { (part.name()) } (part_state(scene, part)) }
                }
            } }
            @if takes_place {
                div { dt { (scene.t("speaking-when")) } dd {
                    @if one.slots.is_empty() { (scene.t("speaking-when-later")) }
                    @for slot in &one.slots {
                        div {
                            (scene.words.span(slot.starts_at, slot.ends_at, scene.zone()))
                            @if let Some(room) = &slot.room { ", " (scene.text(room)) }
                        }
                    }
                } }
            }
            @if let Some(minutes) = row.minutes { div { dt { (scene.t("speaking-length")) } dd { (scene.with("call-minutes", &[("minutes", minutes.into())])) } } }
            @if !row.needs.is_empty() { div { dt { (scene.t("call-needs")) } dd dir="auto" { (row.needs) } } }
            div { dt { (scene.t("speaking-recording")) } dd { (scene.t(if row.do_not_record { "speaking-recording-no" } else { "speaking-recording-yes" })) } }
        }
    }
}
