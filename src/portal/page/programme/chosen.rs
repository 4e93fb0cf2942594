//! Sessions that somebody marked, day by day, and which of them are at the same time.

use super::Sheet;
use super::slot::{Tells, entry};
use crate::query::programme::{Entry, days};
use maud::{Markup, html};
use programme::query::public::Slot;

/// The list. Nothing marked: nothing.
pub(super) fn list(sheet: &Sheet) -> Markup {
    let marked = |at: &usize| {
        let slot = sheet.plan.slots.get(*at);
        slot.and_then(|slot| sheet.session(slot)).is_some_and(|session| sheet.stars.has(&session.code))
    };
    let tells = Tells::of(sheet);
    let days = days(sheet.plan, sheet.scene.congress.zone);
    let days = days.iter().map(|day| (day.date, day.slots.iter().copied().filter(marked).collect::<Vec<_>>()));
    let days: Vec<_> = days.filter(|(_, slots)| !slots.is_empty()).collect();
    sheet.marks(&html! {
        @for (date, slots) in &days {
            section."stack measure" aria-labelledby={ "tag-" (date) } {
                h2.kern-heading-large id={ "tag-" (date) } { (sheet.date(*date)) }
                ol.programme__list {
                    @for at in slots {
                        (entry(sheet, tells, &Entry { slots: vec![*at] }, None, &clash(sheet, *at, slots)))
                    }
                }
            }
        }
    })
}

/// With which others that were marked it is at the same time.
fn clash(sheet: &Sheet, at: usize, slots: &[usize]) -> Markup {
    let Some(slot) = sheet.plan.slots.get(at) else { return html! {} };
    let meets = |other: &&Slot| other.starts_at < slot.ends_at && slot.starts_at < other.ends_at;
    let others = slots.iter().filter(|other| **other != at).filter_map(|other| sheet.plan.slots.get(*other));
    let titles: Vec<&str> = others
        .filter(meets)
        .filter_map(|other| sheet.session(other))
        .map(|session| session.title.in_language(sheet.scene.words.language()))
        .collect();
    html! {
        @if !titles.is_empty() {
            p.slot__more { (sheet.scene.with("timetable-clash", &[("titles", titles.join(" · ").into())])) }
        }
    }
}
