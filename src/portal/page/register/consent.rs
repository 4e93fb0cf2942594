//! The tick for terms and data protection: its words are kept as they were shown.

use crate::page::{Scene, filled};
use maud::{Markup, html};
use web::form::Form;

/// The pages that the sentence names, if the congress has them.
const TERMS: &str = "terms";
const PRIVACY: &str = "privacy";

pub(super) fn section(scene: Scene, form: Form) -> Markup {
    html! {
        section.form-section aria-labelledby="zustimmung" {
            h2.kern-heading-medium #zustimmung { "4. " (scene.t("portal-register-consent")) }
            div.kern-fieldset__body { (consent_box(scene, form)) }
        }
    }
}

/// The tick itself.
pub fn consent_box(scene: Scene, form: Form) -> Markup {
    let link = |page: &str, key: &str| {
        html! { a href=(address::Page::new(&scene.congress.slug, page).path()) target="_blank" rel="noopener" { (scene.t(key)) } }
    };
    let parts = [("terms", link(TERMS, "portal-terms")), ("privacy", link(PRIVACY, "portal-privacy"))];
    html! { (form.checkbox("terms", filled(scene.words, sentence(scene), &parts)).required()) }
}

/// The sentence as it reads.
pub fn wording(scene: Scene) -> String {
    scene.with(
        sentence(scene),
        &[("terms", scene.t("portal-terms").into()), ("privacy", scene.t("portal-privacy").into())],
    )
}

fn sentence(scene: Scene) -> &'static str {
    let has = |page: &str| scene.congress.pages.iter().any(|(slug, _)| slug == page);
    match (has(TERMS), has(PRIVACY)) {
        (true, true) => "portal-consent-both",
        (true, false) => "portal-consent-terms",
        (false, true) => "portal-consent-privacy",
        (false, false) => "portal-consent-plain",
    }
}
