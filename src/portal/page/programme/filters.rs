//! The form that looks for something. It is sent by GET: what is looked for stands in the address.

use super::{Sheet, head};
use crate::query::programme::View;
use base::Text;
use maud::{Markup, html};

/// More than so many are a list to choose from rather than chips.
const CHIPS: usize = 8;

pub(super) fn form(sheet: &Sheet) -> Markup {
    let (filter, plan) = (sheet.filter, sheet.plan);
    let text = |text: &Text| text.in_language(sheet.scene.words.language()).to_owned();
    let tracks = plan.tracks.iter().enumerate().filter(|(at, _)| plan.sessions.iter().any(|s| s.track == Some(*at)));
    let tracks: Vec<_> = tracks.map(|(_, track)| (track.slug.clone(), text(&track.name))).collect();
    let kinds = plan.kinds.iter().enumerate().filter(|(at, _)| plan.sessions.iter().any(|s| s.kind == Some(*at)));
    let kinds: Vec<_> = kinds.map(|(_, kind)| (kind.slug.clone(), text(&kind.name))).collect();
    let topics: Vec<_> = plan.topics.iter().map(|topic| (topic.slug.clone(), text(&topic.name))).collect();
    let rooms = plan.rooms.iter().enumerate().filter(|(at, _)| plan.slots.iter().any(|slot| slot.room == Some(*at)));
    let rooms: Vec<_> = rooms.map(|(_, room)| (room.slug.clone(), text(&room.name))).collect();
    let spoken: Vec<_> = languages(sheet).into_iter().map(|tag| (tag.clone(), language(sheet, &tag))).collect();
    let open = [&filter.kinds, &filter.topics, &filter.rooms, &filter.spoken].iter().any(|list| !list.is_empty());
    let star_count = plan.sessions.iter().filter(|session| sheet.stars.has(&session.code)).count();
    html! {
        form.filters.no-print action=(address::programme::Programme::new(sheet.slug()).path())
            role="search" aria-label=(sheet.t("timetable-filter")) {
            @for (name, value) in filter.place() { input type="hidden" name=(name) value=(value); }
            @if tracks.len() <= CHIPS { (several(sheet, "track", "timetable-track", &tracks, &filter.tracks, true)) }
            div.kern-form-input {
                label.kern-label for="q" { (sheet.t("timetable-search")) }
                input.kern-form-input__input id="q" name="q" type="search" autocomplete="off" value=(filter.q);
            }
            @if tracks.len() > CHIPS { (several(sheet, "track", "timetable-track", &tracks, &filter.tracks, true)) }
            div.cluster {
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (sheet.t("timetable-apply")) } }
                @if filter.view != View::Print { (head::switcher(sheet)) }
            }
            details.whole open[open] {
                summary { (sheet.t("timetable-filter-more")) }
                div.filters {
                    (several(sheet, "type", "timetable-type", &kinds, &filter.kinds, false))
                    (several(sheet, "topic", "timetable-topic", &topics, &filter.topics, false))
                    (several(sheet, "room", "timetable-room", &rooms, &filter.rooms, false))
                    (several(sheet, "spoken", "timetable-spoken", &spoken, &filter.spoken, false))
                    fieldset {
                        legend { (sheet.t("timetable-marked")) }
                        (chip("starred", ("starred", "on"), &sheet.scene.with("timetable-only-marked", &[("count", star_count.into())]), filter.starred))
                    }
                }
            }
        }
    }
}

/// Chips, or a list if there are many. One alone leaves nothing to choose.
fn several(sheet: &Sheet, name: &str, key: &str, all: &[(String, String)], chosen: &[String], whole: bool) -> Markup {
    let is_chosen = |slug: &String| chosen.contains(slug);
    html! {
        @if all.len() < 2 {
        } @else if all.len() <= CHIPS {
            fieldset class=[whole.then_some("whole")] {
                legend { (sheet.t(key)) }
                div."cluster cluster--s" {
                    @for (at, (slug, word)) in all.iter().enumerate() {
                        (chip(&format!("{name}-{}", at + 1), (name, slug), word, is_chosen(slug)))
                    }
                }
            }
        } @else {
            div.kern-form-input {
                label.kern-label for=(name) { (sheet.t(key)) }
                div.kern-form-input__select-wrapper {
                    select.kern-form-input__select id=(name) name=(name) {
                        option value="" { (sheet.t("timetable-any")) }
                        @for (slug, word) in all { option value=(slug) selected[is_chosen(slug)] { (word) } }
                    }
                }
            }
        }
    }
}

fn chip(id: &str, (name, value): (&str, &str), word: &str, on: bool) -> Markup {
    html! {
        label.topic-chip for=(id) { input id=(id) type="checkbox" name=(name) value=(value) checked[on]; (word) }
    }
}

/// In which sessions are held.
pub(super) fn languages(sheet: &Sheet) -> Vec<String> {
    let mut all: Vec<String> =
        sheet.plan.sessions.iter().map(|s| s.language.clone()).filter(|tag| !tag.is_empty()).collect();
    all.sort();
    all.dedup();
    all
}

/// What a language is called; one that we have no word for, by its tag.
pub(super) fn language(sheet: &Sheet, tag: &str) -> String {
    let two: String = tag.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    let key = format!("timetable-language-{two}");
    if sheet.scene.words.has(&key) { sheet.t(&key) } else { tag.to_owned() }
}
