//! Places for what is left: what is asked for, what was found, and why the rest has none.

use super::warning::{clock, room, said, title};
use crate::form::placing::value;
use address::schedule as at;
use base::Uuid;
use locale::{Arg, Words};
use maud::{Markup, html};
use programme::query::plan::Draft;
use programme::rules::day;
use programme::rules::place::{Left, Move, Why};
use programme::service::place::{Proposal, Wanted};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The page as it begins, or as it was sent.
pub struct Shown<'a> {
    pub draft: &'a Draft,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// Why nothing was taken over.
    pub refused: Option<Vec<String>>,
    pub found: Option<(&'a Wanted, &'a Proposal)>,
}

pub fn show(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    let left = Wanted::default().count(shown.draft);
    let main = html! {
        div.section-head {
            div {
                p { a href=(at::Schedule::new(slug).path()) { (words.t("desk-schedule")) } }
                h1.kern-heading-large { (words.t("desk-placing")) }
                p."muted measure" { (words.t("desk-placing-lead")) }
            }
        }
        @if let Some(why) = &shown.refused {
            div."kern-alert kern-alert--danger" role="alert" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    h2.kern-title { (words.t("desk-placing-refused")) }
                }
                div.kern-alert__body { @for sentence in why { p { (sentence) } } }
            }
        }
        @if left == 0 && shown.found.is_none() {
            section."panel kern-level-2" { p { (words.t("desk-placing-nothing")) } }
        } @else {
            (ask(visit, slug, shown, left))
        }
        @if let Some((wanted, proposal)) = shown.found {
            (proposed(visit, slug, shown.fields, wanted, proposal))
            (unplaced(visit, slug, proposal))
        }
    };
    desk_page(visit, Section::Schedule, &words.t("desk-placing"), main)
}

fn ask(visit: &Visit, slug: &str, shown: &Shown<'_>, left: usize) -> Markup {
    let words = visit.words;
    let form = Form::new(words, shown.fields, shown.faults);
    let tracks = shown.draft.tracks.iter().map(|track| (track.id.to_string(), said(words, &track.name)));
    let kinds = shown.draft.types.iter().map(|kind| (kind.id.to_string(), said(words, &kind.name)));
    html! {
        form."panel kern-level-2 stack" method="post" action=(at::Placing::new(slug).path()) novalidate {
            p { (words.with("desk-placing-left", &[("n", left.into())])) }
            (form.summary())
            div.form-grid {
                @if !shown.draft.tracks.is_empty() {
                    (form.select("track", &words.t("desk-schedule-track")).option("", words.t("desk-schedule-any")).options(tracks))
                }
                @if !shown.draft.types.is_empty() {
                    (form.select("type", &words.t("desk-schedule-type")).option("", words.t("desk-schedule-any")).options(kinds))
                }
                (form.input("seed", &words.t("desk-placing-seed")).digits().hint(&words.t("desk-placing-seed-hint")))
            }
            (form.checkbox("confirmed", html! { (words.t("desk-placing-confirmed")) }))
            div { (form.submit(&words.t("desk-placing-propose"))) }
        }
    }
}

/// The day, the room, the time of each, to be taken over or not.
fn proposed(visit: &Visit, slug: &str, fields: &Fields, wanted: &Wanted, proposal: &Proposal) -> Markup {
    let words = visit.words;
    let draft = &proposal.draft;
    let mut moves: Vec<&Move> = proposal.outcome.moves.iter().collect();
    let order = |id: Uuid| draft.rooms.iter().position(|room| room.id == id);
    moves.sort_by_key(|one| (one.span, order(one.room)));
    let date = |one: &Move| day::date(one.span.from, draft.frame.zone, draft.frame.night);
    let counts = [("n", Arg::from(moves.len())), ("all", Arg::from(proposal.asked))];
    html! {
        section."panel kern-level-2 stack" #vorschlag aria-labelledby="vorschlag-titel" {
            div.panel__head { h2.kern-heading-small #vorschlag-titel { (words.t("desk-placing-proposal")) } }
            @if proposal.asked == 0 { p { (words.t("desk-placing-none-asked")) } }
            @else { p { (words.with("desk-placing-found", &counts)) } }
            @if !moves.is_empty() {
                form.stack method="post" action=(at::PlacingTakeover::new(slug).path()) {
                    input type="hidden" name="draft" value=(draft.frame.draft);
                    input type="hidden" name="seed" value=(wanted.seed);
                    @for name in ["track", "type", "confirmed"] {
                        @if fields.has(name) { input type="hidden" name=(name) value=(fields.get(name)); }
                    }
                    @for part in moves.chunk_by(|a, b| date(a) == date(b)) {
                        fieldset.kern-fieldset {
                            legend.kern-label { (words.weekday_date(part[0].span.from, draft.frame.zone)) }
                            div."kern-fieldset__body ticks" { @for one in part { (choice(words, draft, one)) } }
                        }
                    }
                    div { (web::form::submit(&words.t("desk-placing-apply"))) }
                }
            }
        }
    }
}

fn choice(words: Words, draft: &Draft, one: &Move) -> Markup {
    let id = format!("platz-{}", one.slot);
    html! {
        div.kern-form-check {
            input.kern-form-check__checkbox type="checkbox" name="spot" id=(id) value=(value(one.slot, one.room, one.span)) checked;
            label.kern-label for=(id) {
                span.number { (clock(draft, one.span.from)) "–" (clock(draft, one.span.until)) } ", " (room(words, draft, one.room)) ": "
                strong dir="auto" { (title(words, draft, one.slot)) }
                @let who = speakers(draft, one.slot);
                @if !who.is_empty() { " " span.muted { (who) } }
            }
        }
    }
}

fn speakers(draft: &Draft, slot: Uuid) -> String {
    let session = draft.slot(slot).and_then(|slot| slot.session).and_then(|id| draft.sessions.get(&id));
    let ids = session.map(|session| session.speakers.as_slice()).unwrap_or_default();
    ids.iter().filter_map(|id| draft.speakers.get(id)).map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn unplaced(visit: &Visit, slug: &str, proposal: &Proposal) -> Markup {
    let words = visit.words;
    let draft = &proposal.draft;
    let all = &proposal.outcome.unplaced;
    html! {
        @if !all.is_empty() {
            section."panel kern-level-2 stack" #ohne aria-labelledby="ohne-titel" {
                div.panel__head { h2.kern-heading-small #ohne-titel { (words.with("desk-placing-unplaced", &[("n", all.len().into())])) } }
                ul.row-list {
                    @for one in all {
                        li {
                            a href={ (at::Schedule::new(slug).at("", &one.slot.to_string())) "#sitzung" } dir="auto" { (title(words, draft, one.slot)) }
                            @for sentence in reasons(words, &one.why) { p.sub { (sentence) } }
                        }
                    }
                }
                p { a href=(at::Rules::new(slug).path()) { (words.t("desk-placing-rules")) } }
            }
        }
    }
}

/// Why something finds no place.
fn reasons(words: Words, why: &Why) -> Vec<String> {
    match why {
        Why::NoLength => vec![words.t("desk-placing-why-no-length")],
        Why::NoWindow { minutes } => vec![words.with("desk-placing-why-no-window", &[("minutes", (*minutes).into())])],
        Why::Ruled { minutes, windows, left, alone } => {
            let name = |one: &Left| words.t(&format!("desk-clash-{}", one.kind.name()));
            let step = |one: &Left| {
                words.with("desk-placing-why-step", &[("rule", name(one).into()), ("n", one.windows.into())])
            };
            let steps = left.iter().map(step).collect::<Vec<_>>().join(", ");
            let args = [("minutes", (*minutes).into()), ("n", (*windows).into()), ("steps", steps.into())];
            let first = words.with("desk-placing-why-ruled", &args);
            let without = |one: &Left| {
                words.with("desk-placing-why-alone", &[("rule", name(one).into()), ("n", one.windows.into())])
            };
            std::iter::once(first).chain(alone.iter().map(without)).collect()
        }
    }
}
