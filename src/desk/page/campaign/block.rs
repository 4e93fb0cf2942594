//! The pieces of a letter, in the form.

use super::edit::{Shown, deed};
use crate::form::campaign::{KINDS, choices};
use campaign::rules::letter::{Block, MAX_BLOCKS, Placeholder};
use maud::{Markup, html};
use web::Visit;
use web::form::Form;

pub(super) fn blocks(visit: &Visit, form: Form<'_>, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let count = shown.draft.blocks.0.len();
    let kinds = KINDS.map(|kind| (kind, words.t(&format!("campaign-block-{kind}"))));
    html! {
        section."panel kern-level-2 stack" aria-labelledby="blocks" {
            h2.kern-heading-small #blocks { (words.t("campaign-blocks")) }
            p."muted measure" { (words.t("campaign-blocks-lead")) }
            (placeholders(visit))
            @for (at, block) in (1..).zip(&shown.draft.blocks.0) { (piece(visit, form, shown, (at, count), block)) }
            @if count < MAX_BLOCKS {
                div."cluster cluster--top" {
                    (form.select("block-add-is", &words.t("campaign-block-add-is")).options(kinds))
                }
                div { (deed(shown, "block-add", "blocks", &words.t("campaign-block-add"), "")) }
            } @else { p.muted { (words.with("campaign-fault-blocks", &[("max", MAX_BLOCKS.into())])) } }
        }
    }
}

/// What can be filled in, and what it means.
fn placeholders(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        details {
            summary { (words.t("campaign-placeholders")) }
            p.measure { (words.t("campaign-placeholders-lead")) }
            dl."key-values key-values--start" {
                @for known in Placeholder::ALL {
                    div {
                        dt { code { "{{ " (known.name()) " }}" } }
                        dd { (words.t(&format!("campaign-placeholder-{}", known.name().replace('_', "-")))) }
                    }
                }
            }
        }
    }
}

fn piece(visit: &Visit, form: Form<'_>, shown: &Shown<'_>, (at, count): (usize, usize), block: &Block) -> Markup {
    let words = visit.words;
    let number = words.with("campaign-block-number", &[("n", at.into())]);
    let kind = words.t(&format!("campaign-block-{}", block.name()));
    let place = |at: usize| format!("block-{at}");
    let is = format!("block-{at}-is");
    html! {
        fieldset."kern-fieldset" id=(place(at)) {
            legend.kern-label { (number) ": " (kind) }
            div."kern-fieldset__body stack" {
                input type="hidden" id=(is) name=(is) value=(block.name());
                (body(visit, form, shown, at, block))
                div."cluster cluster--s" {
                    @if at > 1 { (deed(shown, &format!("block-up-{at}"), &place(at - 1), &words.t("campaign-block-up"), &number)) }
                    @if at < count { (deed(shown, &format!("block-down-{at}"), &place(at + 1), &words.t("campaign-block-down"), &number)) }
                    (deed(shown, &format!("block-remove-{at}"), "blocks", &words.t("campaign-block-remove"), &number))
                }
            }
        }
    }
}

fn body(visit: &Visit, form: Form<'_>, shown: &Shown<'_>, at: usize, block: &Block) -> Markup {
    let words = visit.words;
    let field = |part: &str| format!("block-{at}-{part}");
    match block {
        Block::Text { .. } => html! {
            div.form-grid {
                @for tag in ["de", "en"] {
                    @let (name, label) = (field(&format!("text-{tag}")), words.t(&format!("campaign-text-{tag}")));
                    (form.textarea(&name, &label).rows(8))
                }
            }
            p."fine muted" { (words.t("campaign-text-hint")) }
        },
        Block::Button { .. } => html! {
            div.form-grid {
                @for tag in ["de", "en"] {
                    @let (name, label) = (field(&format!("label-{tag}")), words.t(&format!("campaign-label-{tag}")));
                    (form.input(&name, &label).autocomplete("off"))
                }
                @let (name, label, hint) = (field("url"), words.t("campaign-url"), words.t("campaign-url-hint"));
                (form.input(&name, &label).hint(&hint).autocomplete("off").whole())
            }
        },
        Block::Session { .. } | Block::Speaker { .. } | Block::Project { .. } => {
            let known = choices(block, shown.offer);
            let (name, label) = (field("id"), words.t(&format!("campaign-block-{}", block.name())));
            let options = known.iter().map(|(id, text)| (id.to_string(), text.in_language(visit.language)));
            html! {
                div.form-grid { (form.select(&name, &label).option("", words.t("campaign-choose")).options(options).whole()) }
                p."fine muted" { (words.t(if known.is_empty() { "campaign-block-none" } else { "campaign-block-public" })) }
            }
        }
    }
}
