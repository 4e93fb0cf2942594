//! The desk's pages: how the directory stands, and its topics.

use super::part;
use crate::query::desk::{Overview, ReportView};
use crate::query::topic::TopicView;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::{Form, Seen};
use web::layout::icon_small;
use web::scene::Scene;
use web::{Faults, Fields};

fn tile(label: &str, value: impl maud::Render) -> Markup {
    html! { li."stat-tile kern-level-2" { h2."fine muted" { (label) } p.stat-tile__value { (value) } } }
}

/// `writes`: whoever looks may change it.
pub fn overview(scene: Scene, view: &Overview, writes: bool) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        div."cluster cluster--between" {
            h1.kern-heading-large { (scene.t("web-desk-network")) }
            div.cluster {
                a."kern-btn kern-btn--secondary" href=(address::networking::DeskTopics::new(slug).path()) { span.kern-label { (scene.t("network-topics")) } }
                a."kern-btn kern-btn--secondary" href=(address::networking::DeskMeetings::new(slug).path()) { span.kern-label { (scene.t("network-meetings")) } }
                a."kern-btn kern-btn--secondary" href=(address::networking::DeskCooperations::new(slug).path()) { span.kern-label { (scene.t("network-cooperations")) } }
                @if writes { a."kern-btn kern-btn--secondary" href=(address::networking::DeskWeights::new(slug).path()) { span.kern-label { (scene.t("network-weights")) } } }
            }
        }
        section."panel stack" aria-labelledby="offen" {
            h2.kern-heading-small #offen { (scene.t(if view.open { "network-is-open" } else { "network-is-closed" })) }
            p.measure { (scene.t(if view.open { "network-is-open-note" } else { "network-is-closed-note" })) }
            @if writes {
                (part::press(&address::networking::DeskNetworkSetting::new(slug).path(), "secondary", &scene.t(if view.open { "network-close" } else { "network-open" }), &[("open", if view.open { "no" } else { "yes" })]))
            }
        }
        ul.stat-tiles {
            (tile(&scene.t("network-people"), view.people))
            (tile(&scene.t("network-offers"), view.offers))
            (tile(&scene.t("network-needs"), view.needs))
            (tile(&scene.t("network-contacts-made"), view.contacts))
        }
        @if !view.reports.is_empty() {
            section."panel stack" aria-labelledby="meldungen" {
                h2.kern-heading-small #meldungen { (scene.t("network-reports")) }
                @for report in &view.reports { (reported(scene, report, writes)) }
            }
        }
        @if !view.proposals.is_empty() {
            section."panel stack" aria-labelledby="vorschlaege" {
                h2.kern-heading-small #vorschlaege { (scene.t("network-proposals")) }
                @for row in &view.proposals {
                    @let id = row.id.simple().to_string();
                    @let field = format!("answer-{id}");
                    form."stack stack--s" method="post" action=(address::networking::DeskTopicProposal::new(slug, &id).path()) {
                        h3.kern-title dir="auto" { (row.name) }
                        @if !row.why.is_empty() { (part::prose(&row.why)) }
                        @if writes {
                            (answer(scene, &field, "network-answer"))
                            div.cluster {
                                button."kern-btn kern-btn--primary" type="submit" name="decision" value="take" { span.kern-label { (scene.t("network-proposal-take")) } }
                                button."kern-btn kern-btn--secondary" type="submit" name="decision" value="refuse" { span.kern-label { (scene.t("network-proposal-refuse")) } }
                            }
                        }
                    }
                }
            }
        }
        section."panel stack" aria-labelledby="luecken" {
            h2.kern-heading-small #luecken { (scene.t("network-gaps")) }
            ul.stack {
                @for one in &view.wanting {
                    li { a href=(address::networking::Topic::new(slug, &one.topic.slug).path()) { (scene.text(&one.topic.name)) } ": " (scene.with("network-gap-needs", &[("needs", one.needs.into())])) }
                }
                @if view.wanting.is_empty() { li { (scene.t("network-gap-none")) } }
                @if view.mute > 0 { li { (scene.with("network-gap-mute", &[("count", view.mute.into())])) } }
                @if view.stale > 0 { li { (scene.with("network-gap-stale", &[("count", view.stale.into())])) } }
            }
        }
    }
}

fn answer(scene: Scene, id: &str, label: &str) -> Markup {
    html! {
        div.kern-form-input {
            label.kern-label for=(id) { (scene.t(label)) }
            textarea.kern-form-input__input id=(id) name="note" rows="2" maxlength="3000" {}
        }
    }
}

fn reported(scene: Scene, view: &ReportView, writes: bool) -> Markup {
    let id = view.report.id.simple().to_string();
    let field = format!("note-{id}");
    html! {
        form."stack stack--s" method="post" action=(address::networking::DeskReport::new(&scene.congress.slug, &id).path()) {
            h3.kern-title dir="auto" { @match &view.what { Some(what) => (what), None => (scene.t("network-report-gone")) } }
            @if !view.text.is_empty() { (part::prose(&view.text)) }
            p { strong { (scene.t("network-report-reason")) } " " span dir="auto" { (view.report.why) } }
            @if writes {
                (answer(scene, &field, "network-report-note"))
                div.cluster {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" name="decision" value="remove" { span.kern-label { (scene.t("network-report-remove")) } }
                    button."kern-btn kern-btn--secondary" type="submit" name="decision" value="keep" { span.kern-label { (scene.t("network-report-keep")) } }
                }
            }
        }
    }
}

/// The topics, as a tree.
pub fn topics(scene: Scene, all: &[TopicView], writes: bool) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(address::networking::DeskNetwork::new(slug).path()) { (scene.t("web-desk-network")) } }
            li aria-current="page" { (scene.t("network-topics")) }
        } }
        div."cluster cluster--between" {
            h1.kern-heading-large { (scene.t("network-topics")) }
            @if writes { a."kern-btn kern-btn--primary" href=(address::networking::DeskTopic::new(slug, "new").path()) { span.kern-label { (scene.t("network-topic-new")) } } }
        }
        div.kern-table-responsive role="group" aria-label=(scene.t("network-topics")) tabindex="0" {
            table."kern-table kern-table--small" {
                thead.kern-table__header { tr.kern-table__row {
                    th.kern-table__header scope="col" { (scene.t("network-topic")) }
                    th."kern-table__header kern-table__header--numeric" scope="col" { (scene.t("network-people")) }
                    th."kern-table__header kern-table__header--numeric" scope="col" { (scene.t("network-offers")) }
                    th."kern-table__header kern-table__header--numeric" scope="col" { (scene.t("network-needs")) }
                } }
                tbody.kern-table__body {
                    @for view in all {
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                @for _ in 0..view.depth { span aria-hidden="true" { "– " } }
                                a href=(address::networking::DeskTopic::new(slug, view.topic.id.simple().to_string()).path()) { (scene.text(&view.topic.name)) }
                            }
                            td."kern-table__cell kern-table__cell--numeric" { (view.people) }
                            td."kern-table__cell kern-table__cell--numeric" { (view.offers) }
                            td."kern-table__cell kern-table__cell--numeric" { (view.needs) }
                        }
                    }
                }
            }
        }
    }
}

/// The form of a topic. `id`: `new`, or the one that is changed, with what was seen of it.
pub fn topic(
    scene: Scene,
    id: &str,
    all: &[(topic::Model, usize)],
    (fields, faults): (&Fields, &Faults),
    seen: Option<(&topic::Model, &Seen)>,
) -> Markup {
    let (words, slug) = (scene.words, &scene.congress.slug);
    let language = words.language();
    let form = Form::new(words, fields, faults);
    let label = |key: &str| scene.t(key);
    let (name_de, name_en, short) =
        (label("network-topic-name-de"), label("network-topic-name-en"), label("network-topic-slug"));
    let (about_de, about_en, synonyms) =
        (label("network-topic-about-de"), label("network-topic-about-en"), label("network-topic-synonyms"));
    let (parent, position, into) =
        (label("network-topic-parent"), label("network-topic-position"), label("network-topic-into"));
    let hints = ["network-topic-slug-hint", "network-topic-synonyms-hint"].map(|key| scene.t(key));
    let others = || {
        all.iter().filter(|(row, _)| seen.is_none_or(|(own, _)| own.id != row.id)).map(|(row, depth)| {
            (row.slug.clone(), format!("{}{}", "– ".repeat(*depth), row.name.in_language(language)))
        })
    };
    let title = match seen {
        Some((row, _)) => row.name.in_language(language).to_owned(),
        None => scene.t("network-topic-new"),
    };
    let empty = Fields::new();
    let none = Faults::new();
    let merger = Form::new(words, &empty, &none);
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(address::networking::DeskTopics::new(slug).path()) { (scene.t("network-topics")) } }
            li aria-current="page" dir="auto" { (title) }
        } }
        h1.kern-heading-large dir="auto" { (title) }
        form."panel stack" method="post" action=(address::networking::DeskTopic::new(slug, id).path()) novalidate {
            (form.summary())
            div.form-grid {
                (form.input("name-de", &name_de).required())
                (form.input("name-en", &name_en).optional())
                (form.textarea("about-de", &about_de).rows(3).optional())
                (form.textarea("about-en", &about_en).rows(3).optional())
                (form.textarea("synonyms", &synonyms).rows(3).hint(&hints[1]).optional())
                (form.input("slug", &short).hint(&hints[0]).optional())
                (form.select("parent", &parent).options(std::iter::once((String::new(), scene.t("network-topic-top"))).chain(others())))
                (form.input("position", &position).digits().optional())
            }
            @match seen { Some((_, seen)) => (form.seen(seen)), None => (form.once()) }
            div { (form.submit(&scene.t("network-save"))) }
        }
        @if let Some((row, _)) = seen {
            p { a href=(address::networking::Topic::new(slug, &row.slug).path()) { (icon_small("people")) (scene.t("network-topic-public")) } }
            form."panel stack" method="post" action=(address::networking::DeskTopicMerger::new(slug, id).path()) {
                h2.kern-heading-small { (scene.t("network-topic-merge")) }
                p.measure { (scene.t("network-topic-merge-note")) }
                (merger.select("into", &into).options(others()))
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("network-topic-merge-submit")) } } }
            }
        }
    }
}
