//! What stands above and below the programme: which release it is, the days, where else one can look.

use super::Sheet;
use crate::query::programme::filter::Chosen;
use crate::query::programme::{Day, View};
use address::calendar::Calendars;
use address::programme::{Mine, Now, Speakers, Zone};
use maud::{Markup, html};
use web::layout::icon_small;

pub(super) fn title(sheet: &Sheet) -> Markup {
    let (slug, filter) = (sheet.slug(), sheet.filter);
    let release = &sheet.plan.release;
    let version = sheet.scene.with(
        "timetable-release",
        &[
            ("name", release.name.as_str().into()),
            ("date", sheet.scene.words.date(release.made_at, sheet.scene.congress.zone).into()),
        ],
    );
    let pairs = filter.pairs();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let times = sheet.scene.with("timetable-times", &[("zone", sheet.zone_name(sheet.zone()).into())]);
    html! {
        div.section-head {
            div {
                h1.kern-heading-x-large { (sheet.t("timetable-title")) }
                p.muted { (version) " · " (times) }
            }
            nav."cluster no-print" aria-label=(sheet.t("timetable-more")) {
                a href=(filter.zoned(&Now::new(slug).path())) { (sheet.t("timetable-now")) }
                a href=(filter.zoned(&Mine::new(slug).path())) { (sheet.t("timetable-mine")) }
                @if !sheet.plan.speakers.is_empty() {
                    a href=(filter.zoned(&Speakers::new(slug).path())) { (sheet.t("timetable-speakers")) }
                }
                a href=(Calendars::new(slug).path()) { (sheet.t("calendar-subscribe")) }
                a href=(address::release::Changes::new(slug).path()) { (sheet.t("portal-changes")) }
                a href=(address::with_query(&Zone::new(slug).path(), &pairs)) { (sheet.t("timetable-zone-other")) }
                @if filter.view != View::Print {
                    a href=(filter.shown(View::Print).path(slug)) { (sheet.t("timetable-print")) }
                }
            }
        }
    }
}

/// A tab for each day, where there are several.
pub(super) fn tabs(sheet: &Sheet, days: &[Day], shown: &[&Day]) -> Markup {
    let all = days.len() > 1 && shown.len() == days.len();
    html! {
        @if days.len() > 1 {
            nav.no-print aria-label=(sheet.t("timetable-days")) {
                ul.programme-tabs {
                    @for day in days {
                        @let here = !all && shown == [day];
                        li {
                            a.topic-chip href=(sheet.filter.on(Chosen::One(day.date)).path(sheet.slug()))
                                aria-current=[here.then_some("page")] { (sheet.date(day.date)) }
                        }
                    }
                    li {
                        a.topic-chip href=(sheet.filter.on(Chosen::All).path(sheet.slug())) aria-current=[all.then_some("page")] {
                            (sheet.t("timetable-all-days"))
                        }
                    }
                }
            }
        }
    }
}

/// Grid or list.
pub(super) fn switcher(sheet: &Sheet) -> Markup {
    let way = |view: View, name: &str, key: &str| {
        let inner = html! { (icon_small(name)) (sheet.t(key)) };
        html! {
            @if sheet.filter.view == view { span aria-current="true" { (inner) } }
            @else { a href=(sheet.filter.shown(view).path(sheet.slug())) { (inner) } }
        }
    };
    html! {
        nav.switcher.wide-only aria-label=(sheet.t("timetable-view")) {
            (way(View::Grid, "grid", "timetable-view-grid"))
            (way(View::List, "table", "timetable-view-list"))
        }
    }
}

/// The programme for other programs.
pub(super) fn foot(sheet: &Sheet) -> Markup {
    html! {
        div."wrap wrap--wide band--tight no-print" {
            p."fine muted" {
                (sheet.t("timetable-files")) " "
                a href=(address::ScheduleXml::new(sheet.slug()).path()) { "schedule.xml" } ", "
                a href=(address::ScheduleJson::new(sheet.slug()).path()) { "schedule.json" } ", "
                a href=(address::calendar::ProgrammeFeed::new(sheet.slug()).path()) { "schedule.ics" }
            }
        }
    }
}
