//! The voucher: its code, the button that shows what it does, and what it did.

use super::RegisterPage;
use crate::form::register::{SHOWN_VOUCHER, VOUCHER, VOUCHER_FOR};
use crate::page::{Scene, line};
use crate::query::voucher::Voucher;
use maud::{Markup, html};
use web::form::Form;

/// Nothing where the congress has no vouchers.
pub(super) fn section(scene: Scene, form: Form, page: &RegisterPage) -> Markup {
    let voucher = &page.typed.voucher;
    if matches!(voucher, Voucher::Nowhere) {
        return html! {};
    }
    html! {
        section.form-section aria-labelledby="gutschein" {
            h2.kern-heading-medium #gutschein { (scene.t("portal-voucher-title")) }
            div.form-grid {
                (form.input(VOUCHER, &scene.t("portal-voucher")).code().hint(&scene.t("portal-voucher-hint")).autocomplete("off").optional())
            }
            div role="status" data-summary="voucher" {
                @if let Some((code, count)) = voucher.used() {
                    (line("success", &scene.with("portal-voucher-applied", &[("code", code.into()), ("count", count.into())])))
                    input type="hidden" name=(SHOWN_VOUCHER) value=(code);
                    input type="hidden" name=(VOUCHER_FOR) value=(count);
                }
            }
            div {
                button."kern-btn kern-btn--secondary" type="submit" name="action" value="voucher" {
                    span.kern-label { (scene.t("portal-voucher-apply")) }
                }
            }
        }
    }
}
