//! The programme, and what somebody takes part in, for calendars of other programs.

use super::Scene;
use super::breadcrumb;
use address::calendar::{ProgrammeFeed, RoomFeed, TrackFeed};
use address::with_query;
use base::Text;
use calendar::ics::Event;
use calendar::rules::add::{google, outlook, webcal};
use maud::{Markup, html};
use programme::query::public::{Plan, Slot};

/// All calendars that one can subscribe to. `absolute` makes whole addresses of paths.
pub fn subscribe(scene: Scene, plan: &Plan, absolute: impl Fn(&str) -> String) -> Markup {
    let slug = &scene.congress.slug;
    let language = scene.words.language();
    let named = |name: &Text| name.in_language(language).to_owned();
    let used = |fits: &dyn Fn(&Slot) -> bool| plan.slots.iter().any(|slot| slot.session.is_some() && fits(slot));
    let track_of = |slot: &Slot| slot.session.and_then(|at| plan.sessions.get(at)).and_then(|session| session.track);
    let rooms = plan.rooms.iter().enumerate().filter(|(at, _)| used(&|slot| slot.room == Some(*at)));
    let rooms: Vec<(String, String)> =
        rooms.map(|(_, room)| (named(&room.name), RoomFeed::new(slug, &room.slug).path())).collect();
    let tracks = plan.tracks.iter().enumerate().filter(|(at, _)| used(&|slot| track_of(slot) == Some(*at)));
    let tracks: Vec<(String, String)> =
        tracks.map(|(_, track)| (named(&track.name), TrackFeed::new(slug, &track.slug).path())).collect();
    let all = [(scene.t("calendar-all"), ProgrammeFeed::new(slug).path())];
    let programme = address::programme::Programme::new(slug).path();
    let list = |feeds: &[(String, String)]| {
        html! {
            ul.row-list {
                @for (name, path) in feeds {
                    @let path = with_query(path, &[("language", language.tag())]);
                    li { strong dir="auto" { (name) } (ways(scene, name, &absolute(&path))) }
                }
            }
        }
    };
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &programme, &scene.t("timetable-title"), &scene.t("calendar-subscribe")))
            div."stack stack--s" {
                h1.kern-heading-x-large { (scene.t("calendar-subscribe")) }
                p.measure { (scene.t("calendar-subscribe-lead")) }
                p.measure { (scene.t("calendar-subscribe-slow")) }
            }
            (list(&all))
            @for (id, key, feeds) in [("rooms", "calendar-rooms", &rooms), ("tracks", "calendar-tracks", &tracks)] {
                @if feeds.len() > 1 {
                    section."stack stack--s" aria-labelledby=(id) {
                        h2.kern-heading-medium id=(id) { (scene.t(key)) }
                        (list(feeds))
                    }
                }
            }
            section."stack stack--s" aria-labelledby="how" {
                h2.kern-heading-medium #how { (scene.t("calendar-how")) }
                ul {
                    @for key in ["calendar-how-apple", "calendar-how-google", "calendar-how-outlook"] { li { (scene.t(key)) } }
                }
                @if !plan.speakers.is_empty() { p { (scene.t("calendar-how-speaker")) } }
            }
        }
    }
}

/// The two ways to a feed: by what subscribes at once, and as an address to copy.
fn ways(scene: Scene, name: &str, address: &str) -> Markup {
    let label = |key: &str| scene.with(key, &[("name", name.into())]);
    html! {
        span.cluster {
            a href=(webcal(address)) aria-label=(label("calendar-open-of")) { (scene.t("calendar-open")) }
            a href=(address) aria-label=(label("calendar-file-of")) { (scene.t("calendar-file")) }
        }
    }
}

/// Appointments, each for the calendar of whoever reads the page; the file has all of them. `when`: what tells them apart,
/// where there are several.
pub fn add(scene: Scene, events: &[(String, Event)], file: &str) -> Markup {
    let of_file = html! { a href=(file) { (scene.t("calendar-add-file")) } };
    let elsewhere = |event: &Event| {
        html! {
            a href=(google(event)) rel="noopener nofollow" { (scene.t("calendar-add-google")) }
            a href=(outlook(event)) rel="noopener nofollow" { (scene.t("calendar-add-outlook")) }
        }
    };
    html! {
        section."stack stack--s" aria-labelledby="calendar" {
            h2.kern-heading-small #calendar { (scene.t("calendar-add")) }
            ul.row-list {
                @if let [(_, event)] = events {
                    li { span.cluster { (of_file) (elsewhere(event)) } }
                } @else {
                    li { (of_file) }
                    @for (when, event) in events { li { strong { (when) } span.cluster { (elsewhere(event)) } } }
                }
            }
        }
    }
}

/// The link of somebody's own calendar.
pub struct OwnLink {
    /// Its whole address.
    pub address: String,
    pub generation: i32,
}

/// Somebody's own calendar, and the button that makes it or gives it another address.
pub fn own(scene: Scene, link: Option<&OwnLink>, action: &str) -> Markup {
    html! {
        section."stack stack--s" aria-labelledby="own-calendar" {
            h2.kern-heading-small #own-calendar { (scene.t("calendar-own")) }
            p { (scene.t("calendar-own-about")) }
            @if let Some(link) = link {
                p { a href=(webcal(&link.address)) { (scene.t("calendar-open")) } }
                div.kern-form-input {
                    label.kern-label for="calendar-address" { (scene.t("calendar-own-address")) }
                    div.kern-form-input__hint #calendar-hint { (scene.t("calendar-own-secret")) }
                    input."kern-form-input__input code" #calendar-address type="text" readonly value=(link.address) aria-describedby="calendar-hint";
                }
            }
            form."stack stack--s" method="post" action=(action) {
                input type="hidden" name="seen" value=[link.map(|link| link.generation)];
                @if link.is_some() { p."fine muted" { (scene.t("calendar-own-renew-about")) } }
                div {
                    button."kern-btn kern-btn--secondary" {
                        span.kern-label { (scene.t(if link.is_some() { "calendar-own-renew" } else { "calendar-own-make" })) }
                    }
                }
            }
        }
    }
}
