//! Meetings: one's own, one that is proposed, the table; for the desk, when and where one can meet.

use super::part;
use crate::entity::{meeting, meeting_slot};
use crate::query::meeting::{Hour, Own, Plan};
use crate::query::person::PersonView;
use crate::rules::slot::{LONGEST, MOST_OFFERS, SHORTEST};
use base::Time;
use maud::{Markup, html};
use web::form::Form;
use web::scene::{Scene, badge, button, line};
use web::{Faults, Fields};

fn when(scene: Scene, slot: &meeting_slot::Model) -> String {
    scene.words.span(slot.starts_at, slot.ends_at, scene.zone())
}

fn table(scene: Scene, number: i32) -> String {
    scene.with("network-meeting-table", &[("number", number.to_string().into())])
}

/// What belongs to one day stands together, under it.
fn by_day<'a, T>(scene: Scene, all: &'a [T], at: impl Fn(&T) -> Time) -> Vec<(String, Vec<&'a T>)> {
    let mut days: Vec<(String, Vec<&'a T>)> = vec![];
    for one in all {
        let day = scene.words.weekday_date(at(one), scene.zone());
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, here)) => here.push(one),
            None => days.push((day, vec![one])),
        }
    }
    days
}

/// One's own: whom one meets when, what waits for an answer, when one can.
pub fn mine(scene: Scene, all: &[(Own, Option<PersonView>)], hours: &[Hour], own: base::Uuid) -> Markup {
    let slug = &scene.congress.slug;
    let of = |state: meeting::State| all.iter().filter(move |(one, _)| one.meeting.state == state);
    let agreed: Vec<_> = of(meeting::State::Agreed).filter(|(one, _)| one.at.is_some()).collect();
    let (asked, waiting): (Vec<_>, Vec<_>) =
        of(meeting::State::Proposed).partition(|(one, _)| one.meeting.to_id == own);
    let body = html! {
        @if !asked.is_empty() {
            section.stack aria-labelledby="vorschlaege" {
                h2.kern-heading-medium #vorschlaege { (scene.t("network-meetings-asked")) }
                @for (one, other) in asked { (proposal(scene, one, other.as_ref())) }
            }
        }
        section.stack aria-labelledby="vereinbart" {
            h2.kern-heading-medium #vereinbart { (scene.t("network-meetings-agreed")) }
            @if agreed.is_empty() { p.muted { (scene.t("network-meetings-none")) } } @else {
                ul.row-list {
                    @for (one, other) in agreed {
                        @if let Some((slot, number)) = &one.at {
                            li."stack stack--s" {
                                p {
                                    strong { (when(scene, slot)) } ", "
                                    a href=(address::networking::MyMeeting::new(slug, one.meeting.id.simple().to_string()).path()) { (table(scene, *number)) }
                                }
                                @if let Some(other) = other { (part::person(scene, other)) }
                            }
                        }
                    }
                }
            }
        }
        @if !waiting.is_empty() {
            section.stack aria-labelledby="offen" {
                h2.kern-heading-medium #offen { (scene.t("network-meetings-waiting")) }
                ul.row-list {
                    @for (one, other) in waiting {
                        li."stack stack--s" {
                            @if let Some(other) = other { (part::person(scene, other)) }
                            p.muted { (one.offers.iter().map(|slot| when(scene, slot)).collect::<Vec<_>>().join("; ")) }
                            (part::press(&address::networking::MeetingEnd::new(slug, one.meeting.id.simple().to_string()).path(), "secondary", &scene.t("network-meeting-take-back"), &[]))
                        }
                    }
                }
            }
        }
        (absence(scene, hours))
    };
    part::below(scene, &scene.t("network-meetings-mine"), None, body)
}

/// What somebody proposed: one of the times, or no.
fn proposal(scene: Scene, one: &Own, other: Option<&PersonView>) -> Markup {
    let path =
        address::networking::MeetingAnswer::new(&scene.congress.slug, one.meeting.id.simple().to_string()).path();
    html! {
        div."match-card kern-level-2 stack" {
            @if let Some(other) = other { (part::person(scene, other)) }
            @if !one.meeting.note.is_empty() { (part::prose(&one.meeting.note)) }
            form.stack method="post" action=(path) {
                fieldset.kern-fieldset {
                    legend.kern-label { (scene.t("network-meeting-which")) }
                    div.kern-fieldset__body {
                        @for (at, slot) in one.offers.iter().enumerate() {
                            @let id = format!("slot-{}-{}", one.meeting.id.simple(), slot.id.simple());
                            div.kern-form-check {
                                input.kern-form-check__radio type="radio" id=(id) name="slot" value=(slot.id.simple()) checked[at == 0];
                                label.kern-label for=(id) { (when(scene, slot)) }
                            }
                        }
                    }
                }
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" name="answer" value="yes" { span.kern-label { (scene.t("network-meeting-take")) } }
                    button."kern-btn kern-btn--secondary" type="submit" name="answer" value="no" { span.kern-label { (scene.t("network-meeting-decline")) } }
                }
            }
        }
    }
}

/// When one does not want to meet. What one has anyway needs no tick.
fn absence(scene: Scene, hours: &[Hour]) -> Markup {
    let path = address::networking::MyAbsence::new(&scene.congress.slug).path();
    html! {
        section.stack #zeiten aria-labelledby="wann" {
            h2.kern-heading-medium #wann { (scene.t("network-meeting-hours")) }
            @if hours.is_empty() { p.muted { (scene.t("network-meeting-hours-none")) } } @else {
                p.measure { (scene.t("network-meeting-hours-note")) }
                form.stack method="post" action=(path) {
                    @for (day, here) in by_day(scene, hours, |hour| hour.slot.starts_at) {
                        fieldset.kern-fieldset {
                            legend.kern-label { (day) }
                            div.kern-fieldset__body {
                                @for hour in here {
                                    @let id = format!("away-{}", hour.slot.id.simple());
                                    div.kern-form-check {
                                        input.kern-form-check__checkbox type="checkbox" id=(id) name="away" value=(hour.slot.id.simple()) checked[hour.away];
                                        label.kern-label for=(id) {
                                            (scene.words.hours(hour.slot.starts_at, hour.slot.ends_at, scene.zone()))
                                            @if hour.busy { " " span."muted fine" { (scene.t("network-meeting-busy")) } }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-save")) } } }
                }
            }
        }
    }
}

/// The form that proposes. `free`: the slots in which both can.
pub fn propose(
    scene: Scene,
    other: &PersonView,
    free: &[meeting_slot::Model],
    (fields, faults): (&Fields, &Faults),
) -> Markup {
    let form = Form::new(scene.words, fields, faults);
    let path = address::networking::PersonMeeting::new(&scene.congress.slug, &other.code).path();
    let note = scene.t("network-meeting-note");
    let most = [("most", MOST_OFFERS.to_string().into())];
    let body = html! {
        (part::person(scene, other))
        @if free.is_empty() { (line("info", &scene.t("network-meeting-nothing-free"))) } @else {
            form.stack method="post" action=(path) novalidate {
                (form.summary())
                fieldset.kern-fieldset #slot {
                    legend.kern-label { (scene.with("network-meeting-slots", &most)) }
                    div.kern-fieldset__body {
                        p.kern-hint { (scene.t("network-meeting-slots-hint")) }
                        @for (day, here) in by_day(scene, free, |slot| slot.starts_at) {
                            p { strong { (day) } }
                            @for slot in here {
                                @let (id, value) = (format!("slot-{}", slot.id.simple()), slot.id.simple().to_string());
                                div.kern-form-check {
                                    input.kern-form-check__checkbox type="checkbox" id=(id) name="slot" value=(value) checked[fields.all("slot").any(|typed| typed == value)];
                                    label.kern-label for=(id) { (scene.words.hours(slot.starts_at, slot.ends_at, scene.zone())) }
                                }
                            }
                        }
                    }
                }
                (form.textarea("note", &note).rows(3).optional())
                (form.once())
                div { (form.submit(&scene.t("network-meeting-propose"))) }
            }
        }
    };
    part::below(scene, &scene.with("network-meeting-with", &[("name", other.name.as_str().into())]), None, body)
}

/// The table: big enough to be read while walking.
pub fn one(scene: Scene, own: &Own, (slot, number): (&meeting_slot::Model, i32), other: Option<&PersonView>) -> Markup {
    let slug = &scene.congress.slug;
    let path = address::networking::MeetingEnd::new(slug, own.meeting.id.simple().to_string()).path();
    let body = html! {
        p.table-number { (number) }
        p.kern-heading-medium { (when(scene, slot)) }
        @if let Some(other) = other { (part::person(scene, other)) }
        @if !own.meeting.note.is_empty() { (part::prose(&own.meeting.note)) }
        p { a href=(address::networking::MyMeetings::new(slug).path()) { (scene.t("network-meetings-mine")) } }
        details {
            summary { (scene.t("network-meeting-cancel")) }
            div.stack {
                p.measure { (scene.t("network-meeting-cancel-note")) }
                (part::press(&path, "secondary kern-btn--danger", &scene.t("network-meeting-cancel"), &[]))
            }
        }
    };
    part::below(scene, &table(scene, number), None, body)
}

/// For the desk: when, at how many tables, how much of it is taken.
pub fn desk(scene: Scene, plan: &Plan, writes: bool, (fields, faults): (&Fields, &Faults)) -> Markup {
    use address::networking::{DeskMeetingDay, DeskMeetingSlots, DeskMeetingTables, DeskNetwork};
    let slug = &scene.congress.slug;
    let form = Form::new(scene.words, fields, faults);
    let (from, until, minutes, tables) = (
        scene.t("network-meeting-from"),
        scene.t("network-meeting-until"),
        scene.t("network-meeting-minutes"),
        scene.t("network-meeting-tables"),
    );
    let bounds = [("least", SHORTEST.to_string().into()), ("most", LONGEST.to_string().into())];
    let hint = scene.with("network-meeting-minutes-hint", &bounds);
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(DeskNetwork::new(slug).path()) { (scene.t("web-desk-network")) } }
            li aria-current="page" { (scene.t("network-meetings")) }
        } }
        h1.kern-heading-large { (scene.t("network-meetings")) }
        p.measure { (scene.t("network-desk-meetings-note")) }
        (form.summary())
        @if writes {
            form."panel stack" method="post" action=(DeskMeetingTables::new(slug).path()) novalidate {
                h2.kern-heading-small { (tables) }
                (form.input("tables", &scene.t("network-meeting-tables-count")).digits())
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-save")) } } }
            }
            form."panel stack" method="post" action=(DeskMeetingSlots::new(slug).path()) novalidate {
                h2.kern-heading-small { (scene.t("network-meeting-slots-add")) }
                div.form-grid {
                    (form.input("from", &from).moment())
                    (form.input("until", &until).moment())
                    (form.input("minutes", &minutes).digits().hint(&hint))
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-meeting-slots-add")) } } }
            }
        }
        @if plan.slots.is_empty() { p.muted { (scene.t("network-meeting-hours-none")) } }
        @for (day, here) in by_day(scene, &plan.slots, |(slot, _)| slot.starts_at) {
            section."panel stack" {
                h2.kern-heading-small { (day) }
                ul."cluster cluster--s plain-list" {
                    @for (slot, taken) in &here {
                        li { (badge("info", &format!("{} · {taken}/{}", scene.words.hours(slot.starts_at, slot.ends_at, scene.zone()), plan.tables))) }
                    }
                }
                @if let Some((slot, _)) = here.first().filter(|_| writes && here.iter().all(|(_, taken)| *taken == 0)) {
                    @let day = slot.starts_at.with_timezone(&scene.zone()).date_naive().to_string();
                    (part::press(&DeskMeetingDay::new(slug, day).path(), "tertiary", &scene.t("network-meeting-slots-remove"), &[]))
                }
            }
        }
        @if !writes { div { (button("secondary", &DeskNetwork::new(slug).path(), &scene.t("web-desk-network"))) } }
    }
}
