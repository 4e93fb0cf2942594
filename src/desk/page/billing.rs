//! Where an invoice goes, as staff type it: the same is asked wherever something is sold by hand.

use locale::Words;
use maud::{Markup, html};
use registration::form::Billing;
use web::form::Form;

/// `hint`: when it is needed, as a key of the locale files.
pub(super) fn inputs(words: Words, form: Form, hint: &str) -> Markup {
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (words.t("billing-title")) }
            p.kern-hint { (words.t(hint)) }
            div.form-grid { @for (name, _) in Billing::default().parts() { (input(words, form, name)) } }
        }
    }
}

fn input(words: Words, form: Form, name: &str) -> Markup {
    let (field, label) = (format!("{}{name}", Billing::PREFIX), words.t(&format!("billing-{name}")));
    let hint = match name {
        "country" | "vat-id" | "leitweg-id" => words.t(&format!("billing-{name}-hint")),
        "purchase-order" => words.t("desk-billing-purchase-order-hint"),
        _ => String::new(),
    };
    let input = form.input(&field, &label).autocomplete("off").optional();
    let input = if name == "street" { input.whole() } else { input };
    html! { @if hint.is_empty() { (input) } @else { (input.hint(&hint)) } }
}
