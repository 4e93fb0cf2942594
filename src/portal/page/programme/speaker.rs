//! Who speaks: all of them, and one.

use super::Sheet;
use super::slot::{Tells, entry};
use crate::page::breadcrumb;
use crate::page::prose::{self, Written, written};
use crate::query::programme::Entry;
use base::name::fold;
use maud::{Markup, html};
use programme::query::public::{Speaker, SpeakerDetail};

/// All who speak in the newest release, by name.
pub fn list(sheet: &Sheet) -> Markup {
    let programme = sheet.filter.zoned(&address::programme::Programme::new(sheet.slug()).path());
    let sought = fold(&sheet.filter.q);
    let fits = |speaker: &&Speaker| sought.split(' ').all(|word| speaker.search.contains(word));
    let found: Vec<&Speaker> = sheet.plan.speakers.iter().filter(fits).collect();
    html! {
        div."wrap wrap--wide band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, &programme, &sheet.t("timetable-title"), &sheet.t("timetable-speakers")))
            h1.kern-heading-x-large { (sheet.t("timetable-speakers")) }
            form.filters.no-print action=(address::programme::Speakers::new(sheet.slug()).path()) role="search" aria-label=(sheet.t("timetable-speakers")) {
                @for (name, value) in sheet.filter.place() { input type="hidden" name=(name) value=(value); }
                div.kern-form-input {
                    label.kern-label for="q" { (sheet.t("timetable-speaker-search")) }
                    input.kern-form-input__input id="q" name="q" type="search" autocomplete="off" value=(sheet.filter.q);
                }
                button."kern-btn kern-btn--secondary" { span.kern-label { (sheet.t("timetable-apply")) } }
            }
            @if !sheet.filter.q.is_empty() {
                p role="status" { (sheet.scene.with("timetable-speakers-found", &[("count", found.len().into())])) }
            }
            ul.speaker-list {
                @for speaker in found {
                    li {
                        a href=(sheet.speaker_path(&speaker.code)) { (speaker.name) }
                        @if !speaker.organisation.is_empty() { p."fine muted" { (speaker.organisation) } }
                    }
                }
            }
        }
    }
}

/// One of them, and in what they speak.
pub fn main(sheet: &Sheet, speaker: &Speaker, detail: &SpeakerDetail) -> Markup {
    let words = sheet.scene.words;
    let speakers = sheet.filter.zoned(&address::programme::Speakers::new(sheet.slug()).path());
    let (said, language) = detail.biography.get(words.language());
    let is_theirs = |at: &usize| {
        let session = sheet.plan.slots.get(*at).and_then(|slot| slot.session);
        session.is_some_and(|session| speaker.sessions.contains(&session))
    };
    let slots: Vec<usize> = (0..sheet.plan.slots.len()).filter(is_theirs).collect();
    let tells = Tells::of(sheet);
    html! {
        article."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(words, &speakers, &sheet.t("timetable-speakers"), &detail.name))
            div {
                h1.kern-heading-x-large { (detail.name) }
                @if !detail.organisation.is_empty() { p.muted { (detail.organisation) } }
            }
            @if !said.trim().is_empty() {
                div."stack session-text" lang=[(language != words.language()).then_some(language)] {
                    (written(said, Written::of(said), 1))
                }
            }
            @if !detail.links.is_empty() {
                ul { @for (title, url) in &detail.links { li { (prose::outward(url, title)) } } }
            }
            section.stack aria-labelledby="beitraege" {
                h2.kern-heading-large #beitraege { (sheet.t("timetable-speaks-in")) }
                (sheet.zone_warning())
                (sheet.marks(&html! {
                    ol.programme__list {
                        @for at in &slots { (entry(sheet, tells, &Entry { slots: vec![*at] }, None, &day(sheet, *at))) }
                    }
                }))
            }
        }
    }
}

fn day(sheet: &Sheet, at: usize) -> Markup {
    let slot = sheet.plan.slots.get(at);
    let day = slot.map(|slot| crate::query::programme::day::date_of(sheet.plan, slot, sheet.scene.congress.zone));
    html! { @if let Some(day) = day { p.slot__more { (sheet.date(day)) } } }
}
