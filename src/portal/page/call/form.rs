//! The form in which one hands in: what is said, in whose name, and how long it may be.

use super::markdown;
use crate::page::Scene;
use crate::page::prose::prose;
use base::Text;
use congress::page::question::{Asked, ask, told_as};
use congress::rules::question::Given;
use locale::Words;
use maud::{Markup, html};
use programme::entity::call::Kind;
use programme::entity::call_question::{self, Choice};
use programme::query::call::CallView;
use programme::rules::submission::{MAX_NOTE, MAX_TITLE, field_of, length};
use web::form::Form;

/// The fields of the contribution itself.
pub fn contribution(scene: Scene, form: Form, call: &CallView, topics: &[congress::entity::topic::Model]) -> Markup {
    let language = scene.words.language();
    let max = |n: i32| usize::try_from(n).unwrap_or_default();
    let kinds = call.types.iter().map(|(kind, minutes)| {
        let name = kind.name.in_language(language);
        (kind.slug.clone(), scene.with("call-kind", &[("kind", name.into()), ("minutes", (*minutes).into())]))
    });
    let tracks = call.tracks.iter().map(|track| (track.slug.clone(), track.name.in_language(language).to_owned()));
    let languages = call.row.languages.0.iter().map(|tag| (tag.clone(), scene.t(&format!("call-language-{tag}"))));
    let (title, short, long) = (scene.t("call-title"), scene.t("call-abstract"), scene.t("call-description"));
    let (short_hint, long_hint) = (scene.t("call-abstract-hint"), scene.t("call-description-hint"));
    let (kind, track, spoken) = (scene.t("call-type"), scene.t("call-track"), scene.t("call-language"));
    let choose = scene.t("call-choose");
    html! {
        section."form-section" aria-labelledby="beitrag" {
            h2.kern-heading-medium #beitrag { (scene.t(if call.row.kind == Kind::Project { "call-section-project" } else { "call-section" })) }
            (counted(scene, form, "title", MAX_TITLE, html! { (form.input("title", &title).required()) }))
            div.form-grid {
                @if !call.types.is_empty() { (form.select("type", &kind).option("", &choose).options(kinds).required()) }
                @if !call.tracks.is_empty() { (form.select("track", &track).option("", &choose).options(tracks)) }
                (form.select("language", &spoken).option("", &choose).options(languages).required())
            }
            (counted(scene, form, "abstract", max(call.row.abstract_max), html! { (form.textarea("abstract", &short).hint(&short_hint).rows(4).required()) }))
            (counted(scene, form, "description", max(call.row.description_max), html! { (form.textarea("description", &long).hint(&long_hint).rows(10).optional()) }))
            @if !topics.is_empty() {
                div."stack stack--s" role="group" aria-labelledby="themen-wahl" {
                    p.kern-label #themen-wahl { (scene.t("call-topics")) " " span.kern-label__optional { (scene.t("form-optional")) } }
                    div."cluster cluster--s" {
                        @for topic in topics {
                            @let id = format!("topic-{}", topic.slug);
                            @let chosen = form.fields.all("topic").any(|slug| slug == topic.slug);
                            label.topic-chip for=(id) {
                                input id=(id) type="checkbox" name="topic" value=(topic.slug) checked[chosen];
                                (scene.text(&topic.name))
                            }
                        }
                    }
                }
            }
        }
        @if call.row.kind == Kind::Project { (project(scene, form)) }
        (questions(scene, form, call))
        (practical(scene, form, call.row.kind))
    }
}

/// What the call asks of its own.
fn questions(scene: Scene, form: Form, call: &CallView) -> Markup {
    let language = scene.words.language();
    let asked = |question: &call_question::Model, field: &str| {
        let offered = |o: &&Choice| o.active || form.fields.all(field).any(|chosen| chosen == o.slug);
        let word = |o: &Choice| (o.slug.clone(), o.label.in_language(language).to_owned());
        Asked {
            kind: question.kind.into(),
            required: question.required,
            label: question.label.in_language(language).to_owned(),
            hint: question.help.in_language(language).to_owned(),
            options: question.options.0.iter().filter(offered).map(word).collect(),
        }
    };
    let questions: Vec<_> = call.questions.iter().filter(|question| question.active).collect();
    html! {
        @if !questions.is_empty() {
            section."form-section" aria-labelledby="fragen" {
                h2.kern-heading-medium #fragen { (scene.t("call-section-questions")) }
                @for question in questions {
                    @let field = field_of(question);
                    (ask(form, &asked(question, &field), &field))
                }
            }
        }
    }
}

/// What was answered to these, with the questions; what nobody answered is left out.
pub fn answered<'a>(
    words: Words,
    questions: impl IntoIterator<Item = &'a call_question::Model>,
    answers: &Given,
) -> Markup {
    let language = words.language();
    let told = |question: &call_question::Model, value: &str| {
        let option = |slug: &str| {
            let found = question.options.0.iter().find(|option| option.slug == slug);
            found.map_or(slug, |option| option.label.in_language(language)).to_owned()
        };
        told_as(words, question.kind.into(), value, option)
    };
    let given = questions.into_iter().filter_map(|question| Some((question, answers.get(&question.id)?)));
    html! {
        dl."key-values key-values--start" {
            @for (question, value) in given {
                div { dt { (question.label.in_language(language)) } dd."letter-text" dir="auto" { (told(question, value)) } }
            }
        }
    }
}

/// What a project wants and needs.
fn project(scene: Scene, form: Form) -> Markup {
    let labels = ["call-power", "call-screen", "call-space"].map(|key| scene.t(key));
    let hints = ["call-power-hint", "call-screen-hint", "call-space-hint"].map(|key| scene.t(key));
    let [partners, offers, seeks] = ["call-partners", "call-offers", "call-seeks"].map(|key| scene.t(key));
    let partners_hint = scene.t("call-partners-hint");
    html! {
        section."form-section" aria-labelledby="stand-titel" {
            h2.kern-heading-medium #stand-titel { (scene.t("call-section-stand")) }
            (form.checkbox("stand", html! { (scene.t("call-wants-stand")) }))
            (form.checkbox("impulse", html! { (scene.t("call-wants-impulse")) }))
            div.form-grid {
                @for ((name, label), hint) in ["power", "screen", "space"].into_iter().zip(&labels).zip(&hints) {
                    (form.input(name, label).hint(hint).optional())
                }
            }
            (form.textarea("partners", &partners).hint(&partners_hint).rows(2).optional())
            (form.textarea("offers", &offers).rows(3).optional())
            (form.textarea("seeks", &seeks).rows(3).optional())
        }
    }
}

fn practical(scene: Scene, form: Form, kind: Kind) -> Markup {
    let (needs, notes, hint) = (scene.t("call-needs"), scene.t("call-notes"), scene.t("call-notes-hint"));
    html! {
        section."form-section" aria-labelledby="praktisch" {
            h2.kern-heading-medium #praktisch { (scene.t("call-section-practical")) }
            (counted(scene, form, "needs", MAX_NOTE, html! { (form.textarea("needs", &needs).rows(2).optional()) }))
            @if kind == Kind::Session { (form.checkbox("do-not-record", html! { (scene.t("call-do-not-record")) })) }
            (counted(scene, form, "notes", MAX_NOTE, html! { (form.textarea("notes", &notes).hint(&hint).rows(2).optional()) }))
        }
    }
}

/// Who hands it in. `biography_max`: the longest, in characters.
pub fn person(scene: Scene, form: Form, biography_max: usize, own: bool) -> Markup {
    let [name, organisation] = ["portal-name", "portal-organisation"].map(|key| scene.t(key));
    let [german, english] = ["call-biography-de", "call-biography-en"].map(|key| scene.t(key));
    let complete = |what: &'static str| if own { what } else { "off" };
    let hint = scene.t("call-biography-hint");
    html! {
        div.form-grid {
            (form.input("name", &name).autocomplete(complete("name")).required())
            (form.input("organisation", &organisation).autocomplete(complete("organization")).optional())
        }
        (counted(scene, form, "biography-de", biography_max, html! { (form.textarea("biography-de", &german).hint(&hint).rows(4).optional()) }))
        (counted(scene, form, "biography-en", biography_max, html! { (form.textarea("biography-en", &english).rows(4).optional()) }))
    }
}

/// A field with how much of it is used: what stands there now is written by the server, and counted on by the script.
pub fn counted(scene: Scene, form: Form, name: &str, max: usize, field: Markup) -> Markup {
    let n = length(form.fields.get(name).replace("\r\n", "\n").trim());
    let number = |n: usize| scene.words.number(i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        div.counted {
            (field)
            p."fine muted counted__of" data-counts=(name) data-max=(max) {
                span data-count { (number(n)) } " " (scene.with("call-of-max", &[("max", number(max).into())]))
            }
        }
    }
}

/// What it will look like.
pub fn preview(scene: Scene, title: &str, short: &str, long: &str, biography: &Text) -> Markup {
    html! {
        section."kern-card kern-level-2" aria-labelledby="vorschau" {
            div.kern-card__container {
                div.stack {
                    h2.kern-heading-medium #vorschau { (scene.t("call-shown")) }
                    h3.kern-title dir="auto" { @if title.is_empty() { (scene.t("call-untitled")) } @else { (title) } }
                    div.stack.measure dir="auto" { (prose(short, 3)) }
                    @if !long.is_empty() { div.stack.measure dir="auto" { (prose(long, 3)) } }
                    @if !biography.is_empty() {
                        h3.kern-title { (scene.t("call-biography")) }
                        (markdown(scene, biography, 3))
                    }
                }
            }
        }
    }
}
