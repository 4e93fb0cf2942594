//! News by mail: asking for them, and the page of who was asked.

use super::{Scene, breadcrumb, button, line};
use campaign::load::Request;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// The form.
pub fn ask(scene: Scene, fields: &Fields, faults: &Faults) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    let form = Form::new(scene.words, fields, faults);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, &home, &scene.t("portal-congress"), &scene.t("news-title")))
            h1.kern-heading-x-large { (scene.t("news-title")) }
            p.measure { (about(scene, "news-lead")) }
            form."stack stack--l" method="post" action=(address::News::new(&scene.congress.slug).path()) novalidate {
                (form.summary())
                div.form-grid {
                    (form.input("email", &scene.t("portal-email")).email().autocomplete("email").required())
                    (form.input("name", &scene.t("portal-name")).autocomplete("name").optional())
                }
                p."fine muted" { (scene.t("news-data")) }
                (form.submit(&scene.t("news-submit")))
            }
        }
    }
}

fn about(scene: Scene, key: &str) -> String {
    let name = scene.congress.name.in_language(scene.words.language());
    scene.with(key, &[("congress", name.into())])
}

/// The words that whoever says yes agrees to.
pub fn wording(scene: Scene) -> String {
    about(scene, "news-agree")
}

/// After asking for news: the same whether the address is known or not.
pub fn sent(scene: Scene) -> Markup {
    let home = address::Congress::new(&scene.congress.slug).path();
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("news-sent")) }
            (line("success", &scene.t("news-sent-line")))
            p.measure { (scene.t("news-sent-known")) }
            p { a href=(home) { (scene.t("portal-to-congress")) } }
        }
    }
}

/// After a no.
pub fn ended(scene: Scene) -> Markup {
    let slug = &scene.congress.slug;
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            h1.kern-heading-x-large { (scene.t("news-ended")) }
            p.measure { (scene.t("news-ended-lead")) }
            p { a href=(address::News::new(slug).path()) { (scene.t("news-again")) } }
            p { a href=(address::Congress::new(slug).path()) { (scene.t("portal-to-congress")) } }
        }
    }
}

/// How somebody stands whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Asked,
    Agreed,
    Ended,
}

/// The page behind the link: opening it changes nothing. `yes`, `no`: where the buttons lead.
pub fn answer(scene: Scene, asked: &Request, standing: Standing, (yes, no): (&str, &str)) -> Markup {
    let (title, lead) = match standing {
        Standing::Asked => ("news-question", "news-question-lead"),
        Standing::Agreed => ("news-agreed", "news-agreed-lead"),
        Standing::Ended => ("news-ended", "news-ended-lead"),
    };
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            div."stack stack--s" {
                p.muted dir="auto" { (asked.mailbox().address) }
                h1.kern-heading-x-large { (about(scene, title)) }
            }
            p.measure { (about(scene, lead)) }
            @match standing {
                Standing::Asked => {
                    p.measure { strong { (wording(scene)) } }
                    div.cluster {
                        (press(yes, "primary", &scene.t("news-yes")))
                        (press(no, "secondary", &scene.t("news-no")))
                    }
                }
                Standing::Agreed => { div.cluster { (press(no, "secondary", &scene.t("news-end"))) } }
                Standing::Ended => { p { (button("secondary", &address::News::new(&scene.congress.slug).path(), &scene.t("news-again"))) } }
            }
        }
    }
}

/// A button that is a form of its own.
fn press(path: &str, class: &str, word: &str) -> Markup {
    html! {
        form method="post" action=(path) {
            button class={ "kern-btn kern-btn--" (class) } type="submit" { span.kern-label { (word) } }
        }
    }
}
