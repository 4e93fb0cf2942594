//! Several people at once: pasted, out of a file, or named later.

use super::RegisterPage;
use crate::page::Scene;
use maud::{Markup, html};
use registration::form::MAX_ATTENDEES;
use registration::form::pasting::PASTE;
use registration::form::people::LATER_COUNT;
use web::form::Form;

/// A closed line until somebody needs it, or something in it is to be mended.
pub(super) fn section(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    let has_pasted = page.typed.people.has_pasted();
    if page.typed.people.count >= MAX_ATTENDEES && !has_pasted {
        return html! {};
    }
    html! {
        details.colleagues open[has_pasted || page.faults.has("file")] {
            summary { (scene.t("portal-paste-title")) }
            div.stack {
                (form.textarea(PASTE, &scene.t("portal-paste")).hint(&scene.t("portal-paste-hint")).rows(5).optional())
                (file(scene, page))
                div {
                    button."kern-btn kern-btn--secondary" type="submit" name="action" value="paste" {
                        span.kern-label { (scene.t("portal-paste-submit")) }
                    }
                }
            }
        }
    }
}

/// Places for whom nobody is named yet.
pub(super) fn later(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    if page.typed.people.count >= MAX_ATTENDEES && !page.faults.has(LATER_COUNT) {
        return html! {};
    }
    html! {
        details.colleagues open[page.faults.has(LATER_COUNT)] {
            summary { (scene.t("portal-later-title")) }
            div.stack {
                p.measure { (scene.t("portal-later-lead")) }
                (form.input(LATER_COUNT, &scene.t("portal-later-count")).digits())
                div {
                    button."kern-btn kern-btn--secondary" type="submit" name="action" value="later" {
                        span.kern-label { (scene.t("portal-later-submit")) }
                    }
                }
            }
        }
    }
}

fn file(scene: Scene, page: &RegisterPage) -> Markup {
    let wrong = page.faults.sentence("file", scene.words);
    let described = if wrong.is_some() { "file-hint file-error" } else { "file-hint" };
    html! {
        div."kern-form-input"."kern-form-input--error"[wrong.is_some()] {
            label.kern-label for="file" {
                (scene.t("portal-paste-file")) " " span.kern-label__optional { (scene.t("form-optional")) }
            }
            p.kern-hint #file-hint { (scene.t("portal-paste-file-hint")) }
            input.kern-form-input__input #file type="file" name="file" accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
                aria-describedby=(described) aria-invalid=[wrong.is_some().then_some("true")];
            @if let Some(sentence) = wrong {
                p.kern-error #file-error {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    span.kern-body { (sentence) }
                }
            }
        }
    }
}
