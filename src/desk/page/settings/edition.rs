//! The next edition of a congress: what to take along, what would become of it, what came of it.

use super::{Tab, frame_of_one};
use crate::form::settings::edition::{there, tick};
use crate::query::edition::Last;
use crate::rules::edition::{Part, Place, dated};
use crate::rules::ready::Check;
use crate::service::edition::Wanted;
use address::settings as at;
use base::Permission::CongressWrite;
use base::{Text, Time};
use congress::rules::edition::Move;
use congress::service::copy::span;
use locale::Words;
use maud::{Markup, html};
use web::form::Form;
use web::layout::text;
use web::{Faults, Fields, Visit};

/// The way there, for who may add congresses.
pub fn entry(visit: &Visit) -> Markup {
    let Some(congress) = visit.congress.as_ref().filter(|_| visit.actor.may_everywhere(CongressWrite)) else {
        return Markup::default();
    };
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="edition" {
            div.panel__head { h2.kern-heading-small #edition { (words.t("desk-edition")) } }
            p.measure { (words.t("desk-edition-lead-short")) }
            p {
                a."kern-btn kern-btn--secondary" href=(at::Edition::new(&congress.slug).path()) {
                    span.kern-label { (words.t("desk-edition-begin")) }
                }
            }
        }
    }
}

/// What to take along.
pub fn ask(visit: &Visit, last: &Last, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    let slug = &last.congress.slug;
    let main = html! {
        p.measure { (words.t("desk-edition-about")) }
        form.form-section action=(at::EditionPreview::new(slug).path()) novalidate {
            (form.summary())
            (super::pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("from", &words.t("desk-settings-from")).day().required())
                (form.input("to", &words.t("desk-settings-to")).day().hint(&words.t("desk-edition-to-hint")).optional())
            }
            (form.input("slug", &words.t("desk-settings-slug")).hint(&words.t("desk-settings-new-slug-hint")).optional())
            fieldset."kern-fieldset".stack."stack--s" {
                legend.kern-label { (words.t("desk-edition-take")) }
                @for part in Part::ALL {
                    @if there(last, part) { (form.checkbox(&tick(part), label(words, last, part))) }
                }
            }
            @if last.seller.is_some() {
                (form.input("prefix", &words.t("desk-edition-prefix")).hint(&words.t("desk-edition-prefix-hint")).optional())
            }
            p.muted { (words.t("desk-edition-never")) }
            (form.submit(&words.t("desk-edition-look")))
        }
    };
    frame_of_one(visit, Tab::Start, &words.t("desk-edition"), &main)
}

fn label(words: Words, last: &Last, part: Part) -> Markup {
    html! {
        strong { (words.t(&format!("desk-edition-part-{}", part.name()))) }
        " " span.muted { (how_much(words, last, part)) }
    }
}

/// How much there is of a part, in words.
fn how_much(words: Words, last: &Last, part: Part) -> String {
    let count = |n: usize| [("count", n.into())];
    let key = format!("desk-edition-much-{}", part.name());
    match part {
        Part::Texts => words.with(&key, &count(last.passages.len())),
        Part::Look => words.t(&key),
        Part::Rooms => words.with(&key, &count(last.rooms)),
        Part::Partners => words.with(&key, &count(last.partners)),
        Part::Offer => {
            words.with(&key, &[("count", last.categories.len().into()), ("quotas", last.quotas.len().into())])
        }
        Part::Questions => words.with(&key, &count(last.questions.len())),
        Part::Programme => words.with(&key, &[("tracks", last.tracks.into()), ("types", last.types.into())]),
        Part::Calls => words.with(&key, &count(last.calls.len())),
        Part::Waiting => {
            let hours = last.terms.as_ref().map_or(0, |terms| terms.hours);
            words.with(&key, &[("hours", hours.into())])
        }
        Part::Seller => last.seller.as_ref().map_or_else(String::new, |row| row.name.clone()),
        Part::Team => words.with(&key, &count(usize::try_from(last.roles).unwrap_or(usize::MAX))),
    }
}

/// What would become of it: what is taken, what changes, what does not come along. Sending it makes it so.
pub fn preview(visit: &Visit, last: &Last, fields: &Fields, wanted: &Wanted) -> Markup {
    let words = visit.words;
    let slug = &last.congress.slug;
    let shift = Move::new(last.congress.starts_at, wanted.edition.first, last.zone);
    let main = html! {
        (list(words, "desk-edition-taken", &html! {
            @for part in wanted.parts.iter() {
                li { (label(words, last, *part)) }
            }
        }))
        @if wanted.parts.contains(&Part::Questions) && !wanted.parts.contains(&Part::Offer) && last.of_tickets() > 0 {
            p.measure { (words.with("desk-edition-questions-of-tickets", &[("count", last.of_tickets().into())])) }
        }
        (changes(visit, last, wanted, shift))
        (doubtful(visit, last, |part| wanted.parts.contains(&part)))
        (list(words, "desk-edition-left", &html! {
            @for part in Part::ALL {
                @if there(last, part) && !wanted.parts.contains(&part) { li { (label(words, last, part)) } }
            }
            li { (words.t("desk-edition-never")) }
            li { (words.t("desk-edition-never-more")) }
        }))
        div.cluster {
            form method="post" action=(at::Edition::new(slug).path()) {
                @for (name, value) in fields.iter() { input type="hidden" name=(name) value=(value); }
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("desk-edition-copy")) } }
            }
            a."kern-btn kern-btn--secondary" href=(again(slug, fields)) { span.kern-label { (words.t("desk-edition-back")) } }
        }
    };
    frame_of_one(visit, Tab::Start, &words.t("desk-edition-preview"), &main)
}

/// The form with what was typed.
fn again(slug: &str, fields: &Fields) -> String {
    let typed: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| *name != web::form::once::NAME).collect();
    address::with_query(&at::Edition::new(slug).path(), &typed)
}

fn list(words: Words, key: &str, entries: &Markup) -> Markup {
    html! {
        section."panel kern-level-2" aria-labelledby=(key) {
            div.panel__head { h2.kern-heading-small id=(key) { (words.t(key)) } }
            ul.row-list { (entries) }
        }
    }
}

fn changes(visit: &Visit, last: &Last, wanted: &Wanted, shift: Move) -> Markup {
    let (words, zone, old) = (visit.words, last.zone, &last.congress);
    let (starts_at, ends_at) = span(old, wanted.edition.first, wanted.edition.last, shift);
    let at = |at: Time| words.date_time(at, zone);
    let row = |what: Markup, before: String, after: String| {
        html! {
            tr.kern-table__row {
                th.kern-table__header scope="row" { (what) }
                td.kern-table__cell { (before) }
                td.kern-table__cell { (after) }
            }
        }
    };
    let word = |key: &str| html! { (words.t(key)) };
    let told = |name: &Text| name.in_language(visit.language).to_owned();
    html! {
        section."panel kern-level-2" aria-labelledby="changes" {
            div.panel__head { h2.kern-heading-small #changes { (words.t("desk-edition-changes")) } }
            p."muted measure" { (words.t("desk-edition-changes-lead")) }
            div.kern-table-responsive role="group" aria-labelledby="changes" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th.kern-table__header scope="col" { (words.t("desk-edition-what")) }
                            th.kern-table__header scope="col" { (words.t("desk-edition-before")) }
                            th.kern-table__header scope="col" { (words.t("desk-edition-after")) }
                        }
                    }
                    tbody.kern-table__body {
                        (row(word("desk-edition-name"), told(&old.name), told(&wanted.edition.name)))
                        (row(word("desk-edition-starts"), at(old.starts_at), at(starts_at)))
                        (row(word("desk-edition-ends"), at(old.ends_at), at(ends_at)))
                        @if let Some(doors) = old.doors_at.filter(|_| wanted.parts.contains(&Part::Texts)) {
                            (row(word("desk-edition-doors"), at(doors), at(shift.of(doors))))
                        }
                        @if wanted.parts.contains(&Part::Offer) {
                            @for (name, key, before, after) in last.sales(shift) {
                                (row(html! { (text(visit, name)) ", " (words.t(key)) }, at(before), at(after)))
                            }
                        }
                        @if wanted.parts.contains(&Part::Questions) {
                            @for (name, key, before, after) in last.asked(shift) {
                                (row(html! { (text(visit, name)) ", " (words.t(key)) }, at(before), at(after)))
                            }
                        }
                        @if wanted.parts.contains(&Part::Calls) {
                            @for (name, key, before, after) in last.called(shift) {
                                (row(html! { (text(visit, name)) ", " (words.t(key)) }, at(before), at(after)))
                            }
                        }
                        @if let Some(seller) = last.seller.as_ref().filter(|_| wanted.parts.contains(&Part::Seller)) {
                            (row(word("desk-edition-prefix"), seller.prefix.clone(), wanted.prefix.clone()))
                        }
                    }
                }
            }
        }
    }
}

/// The texts that name years.
fn doubtful(visit: &Visit, last: &Last, taken: impl Fn(Part) -> bool) -> Markup {
    let words = visit.words;
    let texts: Vec<_> = last.texts().into_iter().filter(|said| taken(said.part)).collect();
    let dated = dated(&texts);
    html! {
        section."panel kern-level-2" aria-labelledby="years" {
            div.panel__head { h2.kern-heading-small #years { (words.t("desk-edition-years")) } }
            @if dated.is_empty() {
                p.muted { (words.t("desk-edition-years-none")) }
            } @else {
                p."muted measure" { (words.t("desk-edition-years-lead")) }
                ul.row-list {
                    @for (said, years) in dated {
                        @let place = match &said.place { Place::Word(key) => words.t(key), Place::Named(name) => name.clone() };
                        @let years: Vec<String> = years.iter().map(ToString::to_string).collect();
                        li {
                            strong { (place) }
                            span.sub { (words.t(&format!("desk-edition-part-{}", said.part.name()))) ": " (years.join(", ")) }
                        }
                    }
                }
            }
        }
    }
}

/// What came of it, and what to look at next.
pub fn origin(visit: &Visit, now: &Last, from: &(String, Time, Vec<Part>), checks: &[Check]) -> Markup {
    let words = visit.words;
    let (slug, at, parts) = from;
    let args = [("slug", slug.into()), ("time", words.date_time(*at, visit.zone()).into())];
    let main = html! {
        p.measure { (words.with("desk-edition-origin-lead", &args)) }
        (list(words, "desk-edition-taken", &html! {
            @for part in parts { li { (label(words, now, *part)) } }
        }))
        (doubtful(visit, now, |part| parts.contains(&part)))
        (super::ready::panel(visit, checks))
    };
    frame_of_one(visit, Tab::Start, &words.t("desk-edition-origin"), &main)
}
