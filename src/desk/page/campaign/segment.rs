//! To whom, in the form: groups of conditions, and who is meant.

use super::edit::{Shown, deed};
use super::saved::kept;
use super::to_whom;
use crate::form::campaign::{CRITERIA, Value, value_of};
use crate::page::state::buyer_kind;
use base::Language;
use campaign::query::segment::Reach;
use campaign::rules::segment::{Group, MAX_GROUPS, MAX_TERMS, Term};
use locale::Words;
use maud::{Markup, html};
use registration::entity::order::BuyerKind;
use sea_orm::ActiveEnum;
use web::Visit;
use web::form::Form;

pub(super) fn segment(visit: &Visit, form: Form<'_>, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let groups = &shown.draft.segment.any;
    html! {
        section."panel kern-level-2 stack" aria-labelledby="segment" {
            h2.kern-heading-small #segment { (words.t("campaign-segment")) }
            p."muted measure" { (words.t("campaign-segment-lead")) }
            p.measure { strong { (to_whom(words, &shown.draft.segment, shown.offer)) } }
            @if let Some(reach) = shown.reach { (meant(words, reach)) }
            (kept(visit, form, shown))
            @for (at, one) in (1..).zip(groups) { (group(visit, form, shown, at, one)) }
            div."cluster cluster--s" {
                @if groups.len() < MAX_GROUPS { (deed(shown, "group-add", "segment", &words.t("campaign-group-add"), "")) }
                (deed(shown, "count", "segment", &words.t("campaign-count"), ""))
            }
        }
    }
}

/// How many are meant, and some of them.
pub(super) fn meant(words: Words, reach: &Reach) -> Markup {
    html! {
        div role="status" {
            p { strong { (words.with("campaign-meant", &[("count", reach.all.into())])) } }
            @if !reach.sample.is_empty() {
                p."fine muted" { (words.t("campaign-sample")) }
                ul { @for one in &reach.sample { li dir="auto" { (one.address) } } }
            }
        }
    }
}

fn group(visit: &Visit, form: Form<'_>, shown: &Shown<'_>, at: usize, group: &Group) -> Markup {
    let words = visit.words;
    let number = words.with("campaign-group-number", &[("n", at.into())]);
    html! {
        @if at > 1 { p.muted { (words.t("campaign-group-or")) } }
        fieldset."kern-fieldset" id={ "gruppe-" (at) } {
            legend.kern-label { (number) }
            div."kern-fieldset__body stack" {
                input type="hidden" name={ "group-" (at) } value="on";
                @for (n, one) in (1..).zip(&group.all) { (term(visit, form, shown, (at, n), one)) }
                @let place = format!("gruppe-{at}");
                div."cluster cluster--s" {
                    (deed(shown, "show", &place, &words.t("campaign-show"), &number))
                    @if group.all.len() < MAX_TERMS { (deed(shown, &format!("term-add-{at}"), &place, &words.t("campaign-term-add"), &number)) }
                    (deed(shown, &format!("group-remove-{at}"), "segment", &words.t("campaign-group-remove"), &number))
                }
            }
        }
    }
}

fn term(visit: &Visit, form: Form<'_>, shown: &Shown<'_>, (g, n): (usize, usize), term: &Term) -> Markup {
    let words = visit.words;
    let [not, is, of] = ["not", "is", "of"].map(|part| format!("term-{g}-{n}-{part}"));
    let number = words.with("campaign-term-number", &[("group", g.into()), ("n", n.into())]);
    let [holds, what, which] = ["campaign-term-holds", "campaign-term-is", "campaign-term-of"].map(|key| words.t(key));
    let criteria = CRITERIA.map(|name| (name, words.t(&format!("campaign-criterion-{name}"))));
    let select = form.select(&of, &which);
    html! {
        div role="group" aria-label=(number) {
            div.form-grid {
                (form.select(&not, &holds).option("", words.t("campaign-term-met")).option("not", words.t("campaign-term-unmet")))
                (form.select(&is, &what).options(criteria))
                @match value_of(&term.criterion, shown.offer) {
                    Value::Nothing => {}
                    Value::Text(_) => { (form.input(&of, &which).autocomplete("off").required()) }
                    Value::Language(_) => {
                        (select.options(Language::ALL.map(|language| (language.tag(), Words::new(language).t("web-language-name")))))
                    }
                    Value::Buyer(_) => {
                        @let kinds = [BuyerKind::Person, BuyerKind::Business, BuyerKind::PublicBody];
                        (select.options(kinds.map(|kind| (kind.to_value(), buyer_kind(words, kind)))))
                    }
                    Value::One(_, known) => {
                        @let known = known.iter().map(|(id, text)| (id.to_string(), text.in_language(visit.language)));
                        (select.option("", words.t("campaign-choose")).options(known))
                    }
                }
            }
            (deed(shown, &format!("term-remove-{g}-{n}"), &format!("gruppe-{g}"), &words.t("campaign-term-remove"), &number))
        }
    }
}
