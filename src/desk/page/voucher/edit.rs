//! The form of a voucher, and of several that are drawn.

use crate::form::voucher::category;
use address::desk as at;
use base::Uuid;
use maud::{Markup, html};
use ticketing::service::voucher::{MOST, Offer};
use web::form::{Conflict, Form, Seen};
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// What the form makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    New,
    Batch,
    Old(Uuid),
}

/// What the form shows.
pub struct Shown<'a> {
    pub kind: Kind,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub seen: Option<&'a Seen>,
    pub conflict: Option<&'a Conflict>,
}

pub fn edit(visit: &Visit, offer: &Offer, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let form = Form::new(words, shown.fields, shown.faults);
    let (title, back, save) = match shown.kind {
        Kind::New => (words.t("desk-voucher-new"), at::Vouchers::new(slug).path(), "desk-settings-save"),
        Kind::Batch => (words.t("desk-voucher-batch"), at::Vouchers::new(slug).path(), "desk-voucher-draw"),
        Kind::Old(id) => (
            words.with("desk-voucher-title", &[("code", shown.fields.get("code").into())]),
            at::Voucher::new(slug, id.to_string()).path(),
            "desk-settings-save",
        ),
    };
    let save = if shown.conflict.is_some() { "desk-settings-save-anyway" } else { save };
    let path = visit.path.split('?').next().unwrap_or_default();
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Vouchers::new(slug).path()) { (words.t("desk-vouchers-all")) } }
                h1.kern-heading-large { (title) }
                @if shown.kind == Kind::Batch { p."muted measure" { (words.t("desk-voucher-batch-lead")) } }
            }
        }
        @if let Some(conflict) = shown.conflict { (conflict.alert(words, visit.zone(), path)) }
        form.stack method="post" action=(path) novalidate {
            (form.summary())
            @if let (Kind::Old(_), Some(seen)) = (shown.kind, shown.seen) { (form.seen(seen)) } @else { (form.once()) }
            (code(visit, form, shown.kind))
            (scope(visit, form, offer))
            (price(visit, form))
            (places(visit, form))
            (rest(visit, form))
            div.cluster {
                (form.submit(&words.t(save)))
                a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-settings-back")) } }
            }
        }
    };
    desk_page(visit, Section::Vouchers, &title, main)
}

fn code(visit: &Visit, form: Form<'_>, kind: Kind) -> Markup {
    let t = |key: &str| visit.words.t(key);
    let most = visit.words.with("desk-voucher-count-hint", &[("max", MOST.into())]);
    html! {
        section."panel kern-level-2" aria-labelledby="which" {
            h2.kern-heading-small #which { (t("desk-voucher-which")) }
            div.form-grid {
                @if kind == Kind::Batch {
                    (form.input("count", &t("desk-voucher-count")).digits().hint(&most).required())
                    (form.input("prefix", &t("desk-voucher-prefix")).code().hint(&t("desk-voucher-prefix-hint")).autocomplete("off").optional())
                } @else {
                    (form.input("code", &t("desk-voucher-code")).code().hint(&t("desk-voucher-code-hint")).autocomplete("off").required())
                }
                (form.input("max-uses", &t("desk-voucher-max-uses")).digits().hint(&t("desk-voucher-max-uses-hint")))
                (form.input("tag", &t("desk-voucher-tag")).hint(&t("desk-voucher-tag-hint")).autocomplete("off").optional())
                (form.input("note", &t("desk-voucher-note")).hint(&t("desk-voucher-note-hint")).autocomplete("off").optional())
            }
        }
    }
}

fn scope(visit: &Visit, form: Form<'_>, offer: &Offer) -> Markup {
    let t = |key: &str| visit.words.t(key);
    let quotas = offer.quotas.iter().map(|quota| (quota.slug.clone(), quota.name.clone()));
    html! {
        section."panel kern-level-2" aria-labelledby="applies" {
            h2.kern-heading-small #applies { (t("desk-voucher-scope")) }
            (form.choices("scope", &t("desk-voucher-scope"))
                .option("all", t("desk-voucher-scope-all"), t("desk-voucher-scope-all-means"))
                .option("categories", t("desk-voucher-scope-categories"), t("desk-voucher-scope-categories-means"))
                .option("quota", t("desk-voucher-scope-quota"), t("desk-voucher-scope-quota-means")))
            fieldset.kern-fieldset #categories tabindex="-1" {
                legend.kern-label { (t("desk-voucher-categories")) }
                div.kern-fieldset__body {
                    @for view in &offer.categories {
                        (form.checkbox(&category(&view.category.slug), html! { (text(visit, &view.category.name)) }))
                    }
                }
                @if let Some(sentence) = form.faults.sentence("categories", visit.words) {
                    p.kern-error #categories-error { span."kern-icon kern-icon--danger" aria-hidden="true" {} span.kern-body { (sentence) } }
                }
            }
            div.form-grid {
                (form.select("quota", &t("desk-voucher-quota")).option("", t("desk-voucher-quota-none")).options(quotas))
            }
        }
    }
}

fn price(visit: &Visit, form: Form<'_>) -> Markup {
    let t = |key: &str| visit.words.t(key);
    html! {
        section."panel kern-level-2" aria-labelledby="price" {
            h2.kern-heading-small #price { (t("desk-voucher-effect")) }
            (form.choices("effect", &t("desk-voucher-effect"))
                .option("none", t("desk-voucher-effect-none"), t("desk-voucher-effect-none-means"))
                .option("set", t("desk-voucher-effect-set"), t("desk-voucher-effect-set-means"))
                .option("less", t("desk-voucher-effect-less"), t("desk-voucher-effect-less-means"))
                .option("percent", t("desk-voucher-effect-percent"), t("desk-voucher-effect-percent-means")))
            div.form-grid {
                (form.input("amount", &t("desk-voucher-amount")).hint(&t("desk-voucher-amount-hint")).autocomplete("off").optional())
            }
        }
    }
}

fn places(visit: &Visit, form: Form<'_>) -> Markup {
    let t = |key: &str| visit.words.t(key);
    let tick = |name: &'static str| {
        let (word, means) = (t(&format!("desk-voucher-{name}")), t(&format!("desk-voucher-{name}-hint")));
        html! { (form.checkbox(name, html! { (word) " " span.muted { (means) } })) }
    };
    html! {
        section."panel kern-level-2" aria-labelledby="places" {
            h2.kern-heading-small #places { (t("desk-voucher-places")) }
            div."stack stack--s" { (tick("blocks")) (tick("passes")) (tick("unlocks")) }
        }
    }
}

fn rest(visit: &Visit, form: Form<'_>) -> Markup {
    let t = |key: &str| visit.words.t(key);
    html! {
        section."panel kern-level-2" aria-labelledby="when" {
            h2.kern-heading-small #when { (t("desk-voucher-when")) }
            div.form-grid {
                (form.input("valid-from", &t("desk-voucher-valid-from")).moment().optional())
                (form.input("valid-until", &t("desk-voucher-valid-until")).moment().hint(&t("desk-voucher-valid-until-hint")).optional())
                (form.input("min-uses", &t("desk-voucher-min-uses")).digits().hint(&t("desk-voucher-min-uses-hint")))
            }
        }
    }
}
