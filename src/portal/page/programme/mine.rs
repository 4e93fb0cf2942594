//! What somebody marked: on this device, or behind their personal link.

use super::{Sheet, chosen};
use crate::page::{Scene, breadcrumb, button};
use crate::stars::Stars;
use maud::{Markup, html};

/// What was marked on this device.
pub fn device(sheet: &Sheet) -> Markup {
    let programme = sheet.filter.zoned(&address::programme::Programme::new(sheet.slug()).path());
    html! {
        div."wrap wrap--wide band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, &programme, &sheet.t("timetable-title"), &sheet.t("timetable-mine")))
            h1.kern-heading-x-large { (sheet.t("timetable-mine")) }
            (sheet.zone_warning())
            @if sheet.stars.is_empty() {
                p.measure { (sheet.t("timetable-mine-none")) }
                div.cluster { (button("primary", &programme, &sheet.t("timetable-to-programme"))) }
            } @else {
                p.measure { (sheet.t("timetable-mine-device")) }
                (chosen::list(sheet))
                form.no-print method="post" action=(sheet.mark) {
                    input type="hidden" name="back" value=(sheet.here);
                    button."kern-btn kern-btn--tertiary" name="forget" value="all" { span.kern-label { (sheet.t("timetable-forget")) } }
                }
            }
        }
    }
}

/// What was marked behind a personal link; `device`: on this device. `back`: the page of the link.
pub fn linked(sheet: &Sheet, device: &Stars, (here, back, back_word): (&str, &str, &str)) -> Markup {
    let new = device.codes().filter(|code| !sheet.stars.has(code) && sheet.plan.session(code).is_some()).count();
    let missing = sheet.stars.codes().filter(|code| !device.has(code)).count();
    html! {
        div."wrap wrap--wide band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, back, back_word, &sheet.t("timetable-mine")))
            h1.kern-heading-x-large { (sheet.t("timetable-mine")) }
            @if new > 0 || missing > 0 {
                form."stack stack--s measure no-print" method="post" action=(here) {
                    @if new > 0 { p { (sheet.scene.with("timetable-merge-device", &[("count", new.into())])) } }
                    @if missing > 0 { p { (sheet.scene.with("timetable-merge-link", &[("count", missing.into())])) } }
                    div.cluster { button."kern-btn kern-btn--primary" { span.kern-label { (sheet.t("timetable-merge")) } } }
                }
            }
            @if sheet.stars.is_empty() {
                p.measure { (sheet.t("timetable-mine-none")) }
                div.cluster {
                    (button("secondary", &address::programme::Programme::new(sheet.slug()).path(), &sheet.t("timetable-to-programme")))
                }
            } @else {
                p.measure { (sheet.t("timetable-mine-link")) }
                (chosen::list(sheet))
            }
        }
    }
}

/// On the page of a personal link: the way to what is marked behind it, once there is a programme.
pub fn link(scene: Scene, path: &str) -> Markup {
    html! {
        @if scene.congress.programme {
            section."stack stack--s" {
                h2.kern-heading-small { (scene.t("timetable-mine")) }
                p { (scene.t("timetable-mine-about")) }
                div.cluster { (button("secondary", path, &scene.t("timetable-mine-open"))) }
            }
        }
    }
}
