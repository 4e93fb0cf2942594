//! A letter as one of those would get it who are meant.

use super::path;
use super::show::Sheet;
use base::Language;
use campaign::entity::campaign::Model;
use campaign::query::segment::Sample;
use maud::{Markup, html};
use post::template::Letter;
use web::Visit;
use web::form::Form;
use web::{Faults, Fields};

/// A letter in one language; none: it cannot be written as it is.
pub struct Preview {
    pub language: Language,
    pub letter: Option<Letter>,
}

pub(super) fn previews(visit: &Visit, row: &Model, sample: &[Sample], sheet: &Sheet<'_>) -> Markup {
    let words = visit.words;
    let like = sheet.like.map(|id| id.to_string()).unwrap_or_default();
    let (fields, faults) = (Fields::new().with("as", &*like), Faults::new());
    let options = sample.iter().map(|one| (one.id.to_string(), &*one.address));
    html! {
        section."panel kern-level-2 stack" aria-labelledby="preview" {
            h2.kern-heading-small #preview { (words.t("campaign-preview")) }
            @if !sample.is_empty() {
                form.stack."stack--s" method="get" action={ (path(visit, row)) "#preview" } {
                    (Form::new(words, &fields, &faults)
                        .select("as", &words.t("campaign-preview-as"))
                        .option("", words.t("campaign-preview-nobody"))
                        .options(options))
                    div { button."kern-btn kern-btn--secondary kern-btn--x-small" type="submit" { span.kern-label { (words.t("campaign-preview-show")) } } }
                }
            }
            @for preview in sheet.previews { (one(visit, row, (&like, sheet.framed), preview)) }
        }
    }
}

/// `like`: whose facts fill it; and whether there may be a frame.
fn one(visit: &Visit, row: &Model, (like, framed): (&str, bool), preview: &Preview) -> Markup {
    let words = visit.words;
    let language = preview.language;
    let name = locale::Words::new(language).t("web-language-name");
    let at = address::campaign::CampaignLetter::new(super::slug(visit), row.id.to_string()).path();
    let source = address::with_query(&at, &[("in", language.tag()), ("as", like)]);
    let title = words.with("campaign-preview-in", &[("language", (&*name).into())]);
    html! {
        h3.kern-heading-small { (name) }
        @match &preview.letter {
            Some(letter) => {
                p lang=(language) dir="auto" { strong { (letter.subject) } }
                @if framed {
                    details {
                        summary { (words.t("desk-mail-letter")) span.kern-sr-only { ": " (name) } }
                        iframe.letter-frame sandbox="" loading="lazy" title=(title) src=(source) {}
                    }
                }
                pre.letter-text lang=(language) { (letter.text) }
            }
            None => { p.muted { (words.t("campaign-preview-faulty")) } }
        }
    }
}
