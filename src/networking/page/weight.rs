//! What suggestions are ranked by, beside what it makes of somebody's.

use super::suggestion::reason;
use crate::form::weight::label;
use crate::query::person::PersonView;
use crate::query::suggestion::Suggestion;
use crate::rules::matching::Part;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::{Conflict, Form, Seen};
use web::scene::Scene;
use web::{Faults, Fields};

/// The field that names the one for whom it is tried.
pub const WHO: &str = "who";

/// What the weights make of somebody: who suits them now, and who would.
pub struct Effect {
    pub who: PersonView,
    pub now: Vec<Suggestion>,
    pub then: Vec<Suggestion>,
}

/// What the page shows.
pub struct Shown<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub seen: &'a Seen,
    /// Somebody else saved meanwhile.
    pub conflict: Option<&'a Conflict>,
    /// None, if nobody is there by that name, or what was typed cannot be read.
    pub effect: Option<&'a Effect>,
}

pub fn page(scene: Scene, shown: &Shown, topics: &[topic::Model]) -> Markup {
    let slug = &scene.congress.slug;
    let path = address::networking::DeskWeights::new(slug).path();
    let form = Form::new(scene.words, shown.fields, shown.faults);
    let (who, who_hint) = (scene.t("network-weights-who"), scene.t("network-weights-who-hint"));
    html! {
        nav.breadcrumb aria-label=(scene.t("portal-breadcrumb")) { ol {
            li { a href=(address::networking::DeskNetwork::new(slug).path()) { (scene.t("web-desk-network")) } }
            li aria-current="page" { (scene.t("network-weights")) }
        } }
        h1.kern-heading-large { (scene.t("network-weights")) }
        p.measure { (scene.t("network-weights-lead")) }
        @if let Some(conflict) = shown.conflict { (conflict.alert(scene.words, scene.zone(), &path)) }
        form."panel stack" method="post" action=(path) novalidate {
            (form.summary())
            div.form-grid { @for part in Part::ALL { (input(scene, form, part)) } }
            (form.input(WHO, &who).hint(&who_hint).optional())
            (form.seen(shown.seen))
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" name="step" value="save" { span.kern-label { (scene.t("network-save")) } }
                button."kern-btn kern-btn--secondary" type="submit" name="step" value="look" { span.kern-label { (scene.t("network-weights-look")) } }
            }
        }
        @match shown.effect {
            Some(effect) => (compared(scene, topics, effect)),
            None if shown.faults.is_empty() && shown.conflict.is_none() => p.muted { (scene.t("network-weights-nobody")) },
            None => {}
        }
    }
}

fn input(scene: Scene, form: Form, part: Part) -> Markup {
    let label = label(scene.words, part);
    let numbers = [("most", (*part.bounds().end()).into()), ("usual", part.usual().into())];
    let hint = scene.with("network-weight-hint", &numbers);
    html! { (form.input(part.name(), &label).hint(&hint).digits()) }
}

fn compared(scene: Scene, topics: &[topic::Model], effect: &Effect) -> Markup {
    let name = effect.who.name.as_str();
    html! {
        section.stack aria-labelledby="wirkung" {
            h2.kern-heading-medium #wirkung { (scene.with("network-weights-effect", &[("name", name.into())])) }
            p.measure { (scene.with("network-weights-effect-note", &[("name", name.into())])) }
            div.form-grid {
                (list(scene, topics, "network-weights-now", &effect.now))
                (list(scene, topics, "network-weights-then", &effect.then))
            }
        }
    }
}

fn list(scene: Scene, topics: &[topic::Model], title: &str, all: &[Suggestion]) -> Markup {
    html! {
        section."panel stack" aria-labelledby=(title) {
            h3.kern-title id=(title) { (scene.t(title)) }
            @if all.is_empty() { p.muted { (scene.t("network-weights-none")) } }
            @else {
                ol."stack stack--s" {
                    @for one in all {
                        li {
                            strong dir="auto" { (one.person.name) }
                            @if let Some(first) = one.reasons.first() { br; span.fine { (reason(scene, topics, first)) } }
                        }
                    }
                }
            }
        }
    }
}
