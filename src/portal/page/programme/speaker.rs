//! Who speaks: all of them, and one.

use super::Sheet;
use super::slot::{Tells, entry};
use crate::page::breadcrumb;
use crate::page::prose::{self, Written, written};
use crate::query::programme::Entry;
use address::calendar::SpeakerFeed;
use base::name::fold;
use calendar::rules::add::webcal;
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
                    li.speaker-card {
                        (picture(sheet, speaker, false))
                        div {
                            a href=(sheet.speaker_path(&speaker.code)) { (speaker.name) }
                            @if !speaker.organisation.is_empty() { p."fine muted" { (speaker.organisation) } }
                        }
                    }
                }
            }
        }
    }
}

/// Their picture, if they gave one, else the beginning of their name. Beside the name it says nothing of its own, unless it
/// is the page's own.
pub(super) fn picture(sheet: &Sheet, speaker: &Speaker, large: bool) -> Markup {
    let side = if large { "160" } else { "64" };
    let alt = if large {
        sheet.scene.with("speaker-picture-alt", &[("name", (&speaker.name).into())])
    } else {
        String::new()
    };
    html! {
        @if let Some(digest) = &speaker.picture {
            @let path = address::programme::SpeakerPicture::new(sheet.slug(), &speaker.code).path();
            img.speaker-picture."speaker-picture--large"[large] src=(address::with_query(&path, &[("v", digest.as_str())])) alt=(alt)
                width=(side) height=(side) loading=[(!large).then_some("lazy")] decoding="async";
        } @else {
            span.speaker-picture."speaker-picture--large"[large] aria-hidden="true" { (initials(&speaker.name)) }
        }
    }
}

/// Of the first name and the last.
fn initials(name: &str) -> String {
    let letters = || name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let last = letters().next_back().filter(|_| letters().count() > 1);
    letters().next().into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// One of them, and in what they speak.
pub fn main(sheet: &Sheet, speaker: &Speaker, detail: &SpeakerDetail, public_url: &str) -> Markup {
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
            div.speaker-card {
                (picture(sheet, speaker, true))
                div {
                    h1.kern-heading-x-large { (detail.name) }
                    @if !detail.organisation.is_empty() { p.muted { (detail.organisation) } }
                }
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
                p.no-print {
                    a href=(webcal(&format!("{public_url}{}", SpeakerFeed::new(sheet.slug(), &speaker.code).path()))) { (sheet.t("calendar-speaker")) }
                }
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
