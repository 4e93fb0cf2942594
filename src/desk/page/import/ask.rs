//! Handing in a list: a file, or cells from the clipboard.

use maud::{Markup, html};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

pub fn ask(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.t("desk-import");
    let form = Form::new(words, fields, faults);
    let wrong = faults.has("file");
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p.muted { (words.t("desk-import-lead")) }
            }
        }
        form."panel kern-level-2 measure" method="post" enctype="multipart/form-data" novalidate {
            (form.summary())
            div."kern-form-input"."kern-form-input--error"[wrong] {
                label.kern-label for="file" { (words.t("desk-import-file")) }
                p.kern-hint #file-hint { (words.t("desk-import-file-hint")) }
                input.kern-form-input__input #file type="file" name="file"
                    accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
                    aria-describedby=(if wrong { "file-hint file-error" } else { "file-hint" }) aria-invalid=[wrong.then_some("true")];
                @if let Some(sentence) = faults.sentence("file", words) {
                    p.kern-error #file-error {
                        span."kern-icon kern-icon--danger" aria-hidden="true" {}
                        span.kern-body { (sentence) }
                    }
                }
            }
            (form.textarea("pasted", &words.t("desk-import-pasted")).hint(&words.t("desk-import-pasted-hint")).rows(5).optional())
            (form.submit(&words.t("desk-import-submit")))
        }
        section."panel kern-level-2 measure" aria-labelledby="help" {
            h2.kern-heading-small #help { (words.t("desk-import-help")) }
            ul {
                @for line in ["name", "email", "organisation", "category", "language", "rest"] {
                    li { (words.t(&format!("desk-import-help-{line}"))) }
                }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}
