//! Which mails to many somebody gets, and choosing it.

use super::Scene;
use campaign::load::Subscription;
use campaign::service::opt_out::Wanted;
use maud::{Markup, html};

/// The whole page. `path`: where the choice goes.
pub fn main(scene: Scene, loaded: &Subscription, now: Wanted, path: &str) -> Markup {
    let name = scene.congress.name.in_language(scene.words.language());
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            div."stack stack--s" {
                p.muted dir="auto" { (loaded.mailbox().address) }
                h1.kern-heading-x-large { (scene.t("subscription-title")) }
            }
            p.measure { (scene.words.with("subscription-lead", &[("congress", name.into())])) }
            form."stack stack--l" method="post" action=(path) {
                fieldset.kern-fieldset {
                    legend.kern-label { (scene.t("subscription-question")) }
                    div.kern-fieldset__body {
                        (choice(scene, "service", now.service))
                        (choice(scene, "news", now.news))
                    }
                }
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (scene.t("subscription-save")) } }
                    button."kern-btn kern-btn--secondary" type="submit" name="none" value="1" { span.kern-label { (scene.t("subscription-none")) } }
                }
            }
        }
    }
}

fn choice(scene: Scene, kind: &str, wanted: bool) -> Markup {
    let (id, hint) = (format!("want-{kind}"), format!("want-{kind}-hint"));
    html! {
        div.kern-form-check {
            input.kern-form-check__checkbox type="checkbox" id=(id) name=(kind) value="1" checked[wanted] aria-describedby=(hint);
            label.kern-label for=(id) { (scene.t(&format!("subscription-{kind}"))) }
        }
        p."fine" id=(hint) { (scene.t(&format!("subscription-{kind}-hint"))) }
    }
}
