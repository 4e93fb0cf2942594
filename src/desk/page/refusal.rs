//! What stands against a table that was handed in.

use maud::{Markup, html};
use paper::sheet::read::Refusal;
use web::Visit;

/// Refusals that are shown.
const SHOWN: usize = 100;

/// Each with line and column. `next`: what one does then.
pub fn refusals(visit: &Visit, title: &str, next: &str, refusals: &[Refusal]) -> Markup {
    let words = visit.words;
    let reason = |refusal: &Refusal| {
        let values: Vec<_> = refusal.reason.values.iter().map(|(name, value)| (*name, value.into())).collect();
        words.with(refusal.reason.message, &values)
    };
    html! {
        section."panel kern-level-2" {
            h2.kern-heading-small #refused { (title) }
            p.muted { (next) }
            div.kern-table-responsive role="region" aria-labelledby="refused" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-import-line")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-column")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-reason")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for refusal in refusals.iter().take(SHOWN) {
                            tr.kern-table__row {
                                td."kern-table__cell kern-table__cell--numeric" { (refusal.line) }
                                td.kern-table__cell { (refusal.column) @if !refusal.value.is_empty() { span.sub dir="auto" { (refusal.value) } } }
                                td."kern-table__cell reason" { (reason(refusal)) }
                            }
                        }
                    }
                }
            }
            @if refusals.len() > SHOWN { p.muted { (words.with("desk-import-more", &[("count", (refusals.len() - SHOWN).into())])) } }
        }
    }
}
