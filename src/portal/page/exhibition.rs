//! The exhibition as everybody sees it: projects, one of them, the plan of the halls.

use crate::page::prose::prose;
use crate::page::{Scene, breadcrumb, button};
use base::Text;
use exhibition::entity::{hall, stand};
use exhibition::query::{Filter, HallView, ProjectView};
use maud::{Markup, PreEscaped, html};

fn list_path(scene: Scene) -> String {
    address::Projects::new(&scene.congress.slug).path()
}

fn path(scene: Scene, view: &ProjectView) -> String {
    address::Project::new(&scene.congress.slug, &view.project.code).path()
}

fn plan_path(scene: Scene) -> String {
    address::HallPlan::new(&scene.congress.slug).path()
}

/// "Stand 12, Foyer".
fn stand_words(scene: Scene, stand: &stand::Model, hall: &hall::Model) -> String {
    let args = [("number", (&stand.number).into()), ("hall", hall.name.in_language(scene.words.language()).into())];
    scene.with("exhibition-stand", &args)
}

/// All projects, those that are asked for. `all`: every published one, for what one can choose from.
pub fn list(scene: Scene, all: &[ProjectView], filter: &Filter, has_plan: bool) -> Markup {
    let found: Vec<&ProjectView> = all.iter().filter(|view| filter.takes(view)).collect();
    html! {
        div."wrap band--tight stack stack--l" {
            (breadcrumb(scene.words, &address::Congress::new(&scene.congress.slug).path(), &scene.t("portal-congress"), &scene.t("exhibition-title")))
            div.section-head {
                div {
                    h1.kern-heading-x-large { (scene.t("exhibition-title")) }
                    p."muted measure" { (scene.with("exhibition-lead", &[("count", all.len().into())])) }
                }
                @if has_plan { (button("secondary", &plan_path(scene), &scene.t("exhibition-plan"))) }
            }
            @if !all.is_empty() { (filters(scene, all, filter)) }
            p role="status" { (scene.with("exhibition-found", &[("count", found.len().into())])) }
            @if !found.is_empty() {
                ul."tiles" role="list" { @for view in found { li { (card(scene, view)) } } }
            }
            @if !filter.is_empty() { p { a href=(list_path(scene)) { (scene.t("exhibition-all")) } } }
        }
    }
}

fn filters(scene: Scene, all: &[ProjectView], filter: &Filter) -> Markup {
    let language = scene.words.language();
    let mut topics: Vec<(&str, &Text, i32)> = all
        .iter()
        .flat_map(|view| &view.topics)
        .map(|topic| (topic.slug.as_str(), &topic.name.0, topic.position))
        .collect();
    topics.sort_by_key(|(slug, _, position)| (*position, *slug));
    topics.dedup_by_key(|(slug, _, _)| *slug);
    let mut organisations: Vec<&str> = all.iter().map(|view| view.project.organisation.as_str()).collect();
    organisations.sort_by_cached_key(|name| base::name::fold(name));
    organisations.dedup();
    html! {
        search {
            form."form-grid filters" action=(list_path(scene)) {
                div.kern-form-input {
                    label.kern-label for="q" { (scene.t("exhibition-search")) }
                    input.kern-form-input__input #q name="q" type="search" value=(filter.words) autocomplete="off";
                }
                div.kern-form-input {
                    label.kern-label for="topic" { (scene.t("exhibition-topic")) }
                    div.kern-form-input__select-wrapper {
                        select.kern-form-input__select #topic name="topic" {
                            option value="" { (scene.t("exhibition-any-topic")) }
                            @for (slug, name, _) in topics { option value=(slug) selected[slug == filter.topic] { (name.in_language(language)) } }
                        }
                    }
                }
                div.kern-form-input {
                    label.kern-label for="organisation" { (scene.t("exhibition-organisation")) }
                    div.kern-form-input__select-wrapper {
                        select.kern-form-input__select #organisation name="organisation" {
                            option value="" { (scene.t("exhibition-any-organisation")) }
                            @for name in organisations { option value=(name) selected[name == filter.organisation] { (name) } }
                        }
                    }
                }
                div { button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t("exhibition-filter")) } } }
            }
        }
    }
}

fn card(scene: Scene, view: &ProjectView) -> Markup {
    let project = &view.project;
    html! {
        article."kern-card kern-level-2" {
            div.kern-card__container {
                header."kern-card__header kern-hgroup" {
                    h2.kern-title { a href=(path(scene, view)) dir="auto" { (scene.text(&project.title)) } }
                    p."kern-preline kern-preline--small" dir="auto" { (project.organisation) }
                }
                @if !project.summary.is_empty() { p dir="auto" { (scene.text(&project.summary)) } }
                @if let Some((stand, hall)) = &view.stand { p.muted { (stand_words(scene, stand, hall)) } }
            }
        }
    }
}

/// One project.
pub fn one(scene: Scene, view: &ProjectView) -> Markup {
    let project = &view.project;
    let partners: Vec<&str> = project.partners.lines().collect();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &list_path(scene), &scene.t("exhibition-title"), &scene.t("exhibition-project")))
            div {
                p.muted dir="auto" { (project.organisation) }
                h1.kern-heading-x-large dir="auto" { (scene.text(&project.title)) }
            }
            @if !project.summary.is_empty() { p.measure dir="auto" { strong { (scene.text(&project.summary)) } } }
            @if !project.description.is_empty() { (text(scene, &project.description)) }
            @for (key, part) in [("exhibition-offers", &project.offers), ("exhibition-seeks", &project.seeks)] {
                @if !part.is_empty() {
                    section."stack stack--s" {
                        h2.kern-heading-medium { (scene.t(key)) }
                        p.measure dir="auto" { (scene.text(part)) }
                    }
                }
            }
            dl."key-values key-values--start" {
                @if let Some((stand, hall)) = &view.stand {
                    div { dt { (scene.t("exhibition-where")) } dd { a href={ (plan_path(scene)) "#stand-" (stand.id) } { (stand_words(scene, stand, hall)) } } }
                }
                @if !partners.is_empty() {
                    div { dt { (scene.t("exhibition-partners")) } dd dir="auto" { (partners.join(", ")) } }
                }
                @if !view.topics.is_empty() {
                    div { dt { (scene.t("exhibition-topics")) } dd {
                        ul."cluster" role="list" { @for topic in &view.topics {
                            li { a.topic-chip href=(address::with_query(&list_path(scene), &[("topic", &topic.slug)])) { (scene.text(&topic.name)) } }
                        } }
                    } }
                }
            }
        }
    }
}

/// Markdown, marked with its language.
fn text(scene: Scene, text: &Text) -> Markup {
    let (said, language) = text.get(scene.words.language());
    let lang = (language != scene.words.language()).then(|| language.to_string());
    html! { div."measure stack prose" lang=[lang] dir="auto" { (prose(said, 1)) } }
}

/// The plan of the halls, and below each the same as a table.
pub fn plan(scene: Scene, halls: &[HallView], projects: &[ProjectView]) -> Markup {
    html! {
        div."wrap band--tight stack stack--l" {
            (breadcrumb(scene.words, &list_path(scene), &scene.t("exhibition-title"), &scene.t("exhibition-plan")))
            div {
                h1.kern-heading-x-large { (scene.t("exhibition-plan")) }
                p."muted measure" { (scene.t("exhibition-plan-lead")) }
            }
            @for view in halls { (hall(scene, view, projects)) }
        }
    }
}

fn at<'a>(projects: &'a [ProjectView], stand: &stand::Model) -> Option<&'a ProjectView> {
    projects.iter().find(|view| view.project.stand_id == Some(stand.id))
}

fn hall(scene: Scene, view: &HallView, projects: &[ProjectView]) -> Markup {
    let hall = &view.hall;
    let (id, label) = (format!("hall-{}", hall.id), hall.name.in_language(scene.words.language()));
    // A metre is 25 units.
    let (width, depth) = (hall.width / 4, hall.depth / 4);
    html! {
        section."stack" aria-labelledby=(id) {
            h2.kern-heading-large id=(id) { (scene.text(&hall.name)) }
            div.scroll-x role="region" tabindex="0" aria-label=(scene.with("exhibition-plan-of", &[("hall", label.into())])) {
                svg.hall-plan viewBox={ "0 0 " (width) " " (depth) } role="group" aria-label=(scene.with("exhibition-plan-alt", &[("hall", label.into()), ("count", view.stands.len().into())])) {
                    rect.wall x="0" y="0" width=(width) height=(depth) {}
                    @if !hall.outline.is_empty() { g.outline aria-hidden="true" { (PreEscaped(&hall.outline)) } }
                    @for stand in &view.stands {
                        @match at(projects, stand) {
                            Some(project) => a href=(path(scene, project)) aria-label=(stand_label(scene, stand, project)) { (place(stand)) },
                            None => g { (place(stand)) },
                        }
                    }
                }
            }
            details {
                summary { (scene.t("exhibition-plan-table")) }
                div.kern-table-responsive role="group" aria-label=(label) tabindex="0" {
                    table."kern-table kern-table--small" {
                        thead.kern-table__header { tr.kern-table__row {
                            th.kern-table__header scope="col" { (scene.t("exhibition-number")) }
                            th.kern-table__header scope="col" { (scene.t("exhibition-project")) }
                            th.kern-table__header scope="col" { (scene.t("exhibition-organisation")) }
                        } }
                        tbody.kern-table__body {
                            @for stand in &view.stands {
                                @let project = at(projects, stand);
                                tr.kern-table__row id={ "stand-" (stand.id) } {
                                    th.kern-table__header scope="row" { (stand.number) }
                                    td.kern-table__cell { @if let Some(project) = project { a href=(path(scene, project)) dir="auto" { (scene.text(&project.project.title)) } } @else { span.muted { (scene.t("exhibition-free")) } } }
                                    td.kern-table__cell dir="auto" { @if let Some(project) = project { (project.project.organisation) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn stand_label(scene: Scene, stand: &stand::Model, view: &ProjectView) -> String {
    let title = view.project.title.in_language(scene.words.language());
    scene.with("exhibition-stand-label", &[("number", (&stand.number).into()), ("project", title.into())])
}

fn place(stand: &stand::Model) -> Markup {
    html! {
        rect.stand x=(stand.x / 4) y=(stand.y / 4) width=(stand.width / 4) height=(stand.depth / 4) rx="3" {}
        text.stand-no x=(stand.x / 4 + stand.width / 8) y=(stand.y / 4 + stand.depth / 8 + 5) { (stand.number) }
    }
}
