//! The form of a campaign: what it is called, what it says, to whom.

use super::{all, block, segment};
use crate::form::campaign::VERSION;
use crate::page::settings::pair;
use crate::query::campaign::Offer;
use campaign::entity::campaign::Kind;
use campaign::query::segment::Reach;
use campaign::service::campaign::Draft;
use maud::{Markup, html};
use web::form::{Conflict, Form, once};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// How the form is shown.
pub struct Shown<'a> {
    /// Where it goes.
    pub path: &'a str,
    /// The version that is shown; none: it is new.
    pub version: Option<i32>,
    /// For a new one.
    pub drawn: &'a str,
    /// What is typed, for its pieces and conditions; and as fields.
    pub draft: &'a Draft,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub offer: &'a Offer,
    /// Who is meant, if that was asked.
    pub reach: Option<&'a Reach>,
    pub conflict: Option<&'a Conflict>,
    /// What was done with a segment.
    pub notice: Option<&'a str>,
}

pub fn edit(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let form = Form::new(words, shown.fields, shown.faults);
    let title = words.t(if shown.version.is_some() { "campaign-edit" } else { "campaign-new" });
    let save = if shown.conflict.is_some() { "desk-settings-save-anyway" } else { "desk-settings-save" };
    let back = if shown.version.is_some() { shown.path.trim_end_matches("/edit").to_owned() } else { all(visit) };
    let main = html! {
        div.section-head {
            div {
                (super::back(visit))
                h1.kern-heading-large { (title) }
            }
        }
        @if let Some(conflict) = shown.conflict { (conflict.alert(words, visit.zone(), shown.path)) }
        form.stack method="post" action=(shown.path) novalidate {
            // The button that Enter presses: without it, the first one on the page.
            button.kern-sr-only type="submit" name="do" value="save" tabindex="-1" aria-hidden="true" { (words.t(save)) }
            (form.summary())
            @if let Some(version) = shown.version { input type="hidden" name=(VERSION) value=(version); }
            @else { input type="hidden" name=(once::NAME) value=(shown.drawn); }
            (basics(visit, form))
            (block::blocks(visit, form, shown))
            (segment::segment(visit, form, shown))
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" name="do" value="save" { span.kern-label { (words.t(save)) } }
                a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("campaign-leave")) } }
            }
        }
    };
    desk_page(visit, Section::Campaigns, &title, main)
}

fn basics(visit: &Visit, form: Form<'_>) -> Markup {
    let t = |key: &str| visit.words.t(key);
    let kind = t("campaign-kind");
    let kinds = Kind::ALL.into_iter().fold(form.choices("kind", &kind).legend_shown(), |choices, kind| {
        let (word, means) = (format!("campaign-kind-{}", kind.name()), format!("campaign-means-{}", kind.name()));
        choices.option(kind.name(), t(&word), t(&means))
    });
    html! {
        section."panel kern-level-2 stack" aria-labelledby="basics" {
            h2.kern-heading-small #basics { (t("campaign-basics")) }
            div.form-grid {
                (form.input("name", &t("campaign-name")).hint(&t("campaign-name-hint")).autocomplete("off").required())
            }
            (kinds)
            (pair(form, "subject", "campaign-subject", None, false))
            (form.checkbox("at-night", html! { (t("campaign-at-night")) }))
        }
    }
}

/// A button of the form that shows it again. `place`: where on the page it comes back to.
pub(super) fn deed(shown: &Shown<'_>, deed: &str, place: &str, word: &str, of: &str) -> Markup {
    html! {
        button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" name="do" value=(deed)
            formaction={ (shown.path) "#" (place) } {
            span.kern-label { (word) @if !of.is_empty() { span.kern-sr-only { ": " (of) } } }
        }
    }
}
