//! Where tables are handed in: a file, or cells from the clipboard.

use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// What tables come as that are read whatever they are.
const TYPES: &str = ".xlsx,.xls,.ods,.csv,.tsv,.txt";

/// A form for a file or what is pasted.
pub(super) fn hand_in(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    html! {
        form."panel kern-level-2 measure" method="post" enctype="multipart/form-data" novalidate {
            (form.summary())
            (file(form, &words.t("desk-import-file-hint"), TYPES))
            (form.textarea("pasted", &words.t("desk-import-pasted")).hint(&words.t("desk-import-pasted-hint")).rows(5).optional())
            (form.submit(&words.t("desk-import-submit")))
        }
    }
}

/// The file alone. `types`: the endings that are offered.
pub(super) fn file(form: Form<'_>, hint: &str, types: &str) -> Markup {
    let wrong = form.faults.has("file");
    html! {
        div."kern-form-input"."kern-form-input--error"[wrong] {
            label.kern-label for="file" { (form.words.t("desk-import-file")) }
            p.kern-hint #file-hint { (hint) }
            input.kern-form-input__input #file type="file" name="file" accept=(types)
                aria-describedby=(if wrong { "file-hint file-error" } else { "file-hint" }) aria-invalid=[wrong.then_some("true")];
            @if let Some(sentence) = form.faults.sentence("file", form.words) {
                p.kern-error #file-error { span."kern-icon kern-icon--danger" aria-hidden="true" {} span.kern-body { (sentence) } }
            }
        }
    }
}
