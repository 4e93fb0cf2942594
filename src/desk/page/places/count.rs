//! Whether what is counted is what is held; and how to put it right.

use crate::query::places::Places;
use base::Permission::CongressWrite;
use maud::{Markup, html};
use web::Visit;

/// That all agrees, in a quiet sentence; or what does not, loudly, with the remedy.
pub(super) fn warning(visit: &Visit, places: &Places) -> Markup {
    let words = visit.words;
    let wrong: Vec<_> = places.wrong().collect();
    if wrong.is_empty() {
        return html! { @if !places.quotas.is_empty() { p.muted { (words.t("desk-places-agree")) } } };
    }
    html! {
        div."kern-alert kern-alert--danger" role="alert" {
            div.kern-alert__header {
                span."kern-icon kern-icon--danger" aria-hidden="true" {}
                h2.kern-title { (words.t("desk-places-disagree")) }
            }
            div."kern-alert__body stack stack--s" {
                ul {
                    @for places in wrong {
                        li {
                            (words.with("desk-places-disagree-in", &[
                                ("quota", (&places.quota.name).into()),
                                ("taken", places.quota.taken.into()),
                                ("claimed", places.claims.claimed().into()),
                                ("holders", places.holders.into()),
                            ]))
                        }
                    }
                }
                (remedy(visit))
            }
        }
    }
}

/// Counting again, for who may change quotas; the others learn whom to ask.
fn remedy(visit: &Visit) -> Markup {
    let words = visit.words;
    let congress = visit.congress.as_ref().filter(|_| visit.may(CongressWrite));
    html! {
        @if let Some(congress) = congress {
            p { (words.t("desk-places-count-why")) }
            form method="post" action=(address::desk::PlaceCount::new(&congress.slug).path()) {
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("desk-places-count")) } }
            }
        } @else {
            p { (words.t("desk-places-count-ask")) }
        }
    }
}
