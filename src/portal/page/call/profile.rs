//! On the page of who speaks: who they are, their picture, and when they can be there.

use super::form::person;
use super::speaking::Paths;
use crate::page::{Scene, line};
use chrono::NaiveDate;
use maud::{Markup, html};
use programme::query::speaking::Speaking;
use web::form::{Form, Seen};
use web::layout::module;
use web::{Faults, Fields};

/// A form as it is shown.
pub struct Sheet<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub seen: Seen,
    pub notice: Option<String>,
}

/// Name, organisation, biography.
pub fn profile(scene: Scene, page: &Speaking, sheet: &Sheet, here: &Paths) -> Markup {
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    html! {
        section."form-section" aria-labelledby="profil" {
            h2.kern-heading-medium #profil { (scene.t("speaking-profile")) }
            p { (scene.t("speaking-profile-lead")) }
            form.stack method="post" action=(here.profile()) novalidate {
                @if let Some(notice) = &sheet.notice { div role="alert" { (line("warning", notice)) } }
                (form.summary())
                (form.seen(&sheet.seen))
                (person(scene, form, page.biography_max, true))
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("speaking-profile-save")) } } }
            }
            (module("call.js"))
        }
    }
}

/// The picture, and handing in another.
pub fn picture(scene: Scene, page: &Speaking, faults: &Faults, here: &Paths) -> Markup {
    html! {
        section."form-section" aria-labelledby="bild" {
            h2.kern-heading-medium #bild { (scene.t("speaking-picture")) }
            @if page.has_picture {
                div { img.speaker-picture src=(here.picture()) alt=(scene.with("speaking-picture-of", &[("name", (&page.row.name).into())])) width="160" height="160"; }
            }
            form.stack method="post" action=(here.picture()) enctype="multipart/form-data" {
                div."kern-form-input"."kern-form-input--error"[faults.has("picture")] {
                    label.kern-label for="picture" { (scene.t("speaking-picture-choose")) }
                    p.kern-hint #picture-hint { (scene.t("speaking-picture-hint")) }
                    input.kern-form-input__input #picture name="picture" type="file" accept="image/jpeg,image/png,image/webp" required
                        aria-describedby={ "picture-hint" @if faults.has("picture") { " picture-error" } } aria-invalid=[faults.has("picture").then_some("true")];
                    @if let Some(sentence) = faults.sentence("picture", scene.words) {
                        p.kern-error #picture-error { span."kern-icon kern-icon--danger" aria-hidden="true" {} span.kern-body { (sentence) } }
                    }
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("speaking-picture-submit")) } } }
            }
            @if page.has_picture {
                form method="post" action=(here.picture_removal()) {
                    button.tool type="submit" { (scene.t("speaking-picture-remove")) }
                }
            }
        }
    }
}

/// When they can be there: always, or at these hours of the congress's days.
pub fn times(scene: Scene, sheet: &Sheet, days: &[NaiveDate], here: &Paths) -> Markup {
    let form = Form::new(scene.words, sheet.fields, sheet.faults);
    html! {
        section."form-section" aria-labelledby="zeiten" {
            h2.kern-heading-medium #zeiten { (scene.t("speaking-times")) }
            p { (scene.t("speaking-times-lead")) }
            form.stack method="post" action=(here.times()) novalidate {
                @if let Some(notice) = &sheet.notice { div role="alert" { (line("warning", notice)) } }
                (form.summary())
                (form.seen(&sheet.seen))
                (form.choices("when", &scene.t("speaking-times"))
                    .option("always", scene.t("speaking-times-always"), "")
                    .option("some", scene.t("speaking-times-some"), scene.t("speaking-times-some-hint")))
                @for day in days {
                    fieldset.kern-fieldset {
                        legend.kern-label { (scene.words.day(*day)) }
                        div.form-grid {
                            (hour(scene, form, &format!("from-{day}"), "speaking-from"))
                            (hour(scene, form, &format!("until-{day}"), "speaking-until"))
                        }
                    }
                }
                div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("speaking-times-save")) } } }
            }
        }
    }
}

fn hour(scene: Scene, form: Form, name: &str, key: &str) -> Markup {
    let wrong = form.faults.sentence(name, scene.words);
    html! {
        div."kern-form-input"."kern-form-input--error"[wrong.is_some()] {
            label.kern-label for=(name) { (scene.t(key)) }
            input.kern-form-input__input id=(name) name=(name) type="time" value=(form.fields.get(name))
                aria-invalid=[wrong.is_some().then_some("true")] aria-describedby=[wrong.is_some().then(|| format!("{name}-error"))];
            @if let Some(sentence) = wrong {
                p.kern-error id={ (name) "-error" } { span."kern-icon kern-icon--danger" aria-hidden="true" {} span.kern-body { (sentence) } }
            }
        }
    }
}
