//! An offer or a need, and the form of one.

use super::{part, person};
use crate::form::entry::{FORMS, LEVELS, MATURITIES, REGIONS, SIDES, SIZES};
use crate::query::entry::EntryView;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::{Form, Seen};
use web::scene::{Scene, badge};
use web::{Faults, Fields};

/// `own`: the one who looks wrote it. `member`: they are in the directory.
pub fn page(scene: Scene, view: &EntryView, topic: Option<&topic::Model>, own: bool, member: bool) -> Markup {
    use crate::entity::entry::Side;
    let entry = &view.entry;
    let slug = &scene.congress.slug;
    let side = scene.t(if entry.side == Side::Offer { "network-offer" } else { "network-need" });
    let body = html! {
        div.cluster {
            (badge("info", &side))
            @if let Some(topic) = topic { (part::topic(scene, topic)) }
        }
        @if entry.hidden_at.is_some() {
            div."kern-alert kern-alert--warning" role="note" {
                div.kern-alert__header { span."kern-icon kern-icon--warning" aria-hidden="true" {} p.kern-title { (scene.t("network-hidden")) } }
                div.kern-alert__body { p.kern-body dir="auto" { (entry.hidden_why) } }
            }
        }
        p."muted" { (part::facts(scene.words, view).join(" · ")) " · " (scene.with("network-until-day", &[("day", scene.words.date(entry.expires_at, scene.zone()).into())])) }
        @if !entry.body.is_empty() { (part::prose(&entry.body)) }
        @if own {
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::networking::MyEntry::new(slug, entry.id.simple().to_string()).path()) { span.kern-label { (scene.t("network-edit")) } }
            }
        } @else if let Some(author) = &view.author {
            section."stack stack--s" aria-labelledby="wer" {
                h2.kern-heading-small #wer { (scene.t("network-author")) }
                (part::person(scene, author))
            }
        } @else if !member {
            p.muted { (scene.t("network-author-hidden")) }
            p { a href=(address::with_query(&address::networking::Entrance::new(slug).path(), &[("next", address::networking::Entry::new(slug, &entry.code).path().as_str())])) { (scene.t("network-enter")) } }
        }
        @if member && !own {
            details {
                summary { (scene.t("network-trouble")) }
                (person::report(scene, &address::networking::EntryReport::new(slug, &entry.code).path()))
            }
        }
    };
    part::below(scene, &entry.title, None, body)
}

/// The form. `id`: `new`, or the one that is changed, with what was seen of it.
pub fn form(
    scene: Scene,
    id: &str,
    topics: &[(topic::Model, usize)],
    (fields, faults): (&Fields, &Faults),
    seen: Option<&Seen>,
) -> Markup {
    let (words, slug) = (scene.words, &scene.congress.slug);
    let form = Form::new(words, fields, faults);
    let said = |of: &str, name: &str| part::word(words, of, name);
    let language = words.language();
    let of_topics = topics
        .iter()
        .map(|(row, depth)| (row.slug.clone(), format!("{}{}", "– ".repeat(*depth), row.name.in_language(language))));
    let side = scene.t("network-side");
    let sides = SIDES.iter().fold(form.choices("side", &side), |choices, (_, name)| {
        choices.option(*name, said("sides", name), said("side-meaning", name))
    });
    let label = |key: &str| scene.t(key);
    let (of_form, of_topic, title, text) =
        (label("network-form"), label("network-topic"), label("network-entry-title"), label("network-entry-body"));
    let (maturity, since, size, region) =
        (label("network-maturity"), label("network-since"), label("network-size"), label("network-region"));
    let (level, until) = (label("network-level"), label("network-entry-until"));
    let hints = ["network-entry-title-hint", "network-entry-until-hint", "network-since-hint"].map(|key| scene.t(key));
    let none = || ("".to_owned(), scene.t("network-any"));
    let options = |of: &'static str, all: Vec<&'static str>| {
        all.into_iter().map(move |name| (name.to_owned(), part::word(words, of, name))).collect::<Vec<_>>()
    };
    let heading = scene.t(if seen.is_some() { "network-entry-change" } else { "network-write" });
    let body = html! {
        form."stack stack--l" method="post" action=(address::networking::MyEntry::new(slug, id).path()) novalidate {
            (form.summary())
            (sides.legend_shown())
            div.form-grid {
                (form.select("form", &of_form).options(std::iter::once(("".to_owned(), scene.t("network-choose"))).chain(options("form", FORMS.iter().map(|(_, name)| *name).collect()))).required())
                (form.select("topic", &of_topic).options(std::iter::once(("".to_owned(), scene.t("network-choose"))).chain(of_topics)).required())
                (form.input("title", &title).hint(&hints[0]).required().whole())
                (form.textarea("body", &text).rows(5).optional().whole())
            }
            details open[seen.is_some()] {
                summary { (scene.t("network-entry-more")) }
                div.form-grid {
                    (form.select("maturity", &maturity).options(std::iter::once(none()).chain(options("maturity", MATURITIES.iter().map(|(_, name)| *name).collect()))))
                    (form.input("since", &since).digits().hint(&hints[2]).optional())
                    (form.select("size", &size).options(std::iter::once(none()).chain(options("size", SIZES.iter().map(|(_, name)| *name).collect()))))
                    (form.select("region", &region).options(options("region", REGIONS.iter().map(|(_, name)| *name).collect())))
                    (form.select("level", &level).options(LEVELS.map(|one| (one.name().to_owned(), part::word(words, "level", one.name())))))
                    (form.input("until", &until).day().hint(&hints[1]).optional())
                }
            }
            @match seen { Some(seen) => (form.seen(seen)), None => (form.once()) }
            div { (form.submit(&scene.t("network-save"))) }
        }
        @if seen.is_some() {
            div { (part::press(&address::networking::MyEntryRemoval::new(slug, id).path(), "tertiary", &scene.t("network-entry-remove"), &[])) }
        }
    };
    part::below(scene, &heading, None, body)
}
