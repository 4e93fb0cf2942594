//! A stand as a form.

use super::{head, removal, slug};
use base::Uuid;
use exhibition::query::HallView;
use maud::{Markup, html};
use web::form::{Form, Seen};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// A new one without `id`.
pub fn form(
    visit: &Visit,
    id: Option<Uuid>,
    halls: &[HallView],
    (fields, faults): (&Fields, &Faults),
    seen: Option<&Seen>,
) -> Markup {
    let words = visit.words;
    let title = words.t(if id.is_some() { "desk-stand-change" } else { "desk-stand-new" });
    let form = Form::new(words, fields, faults);
    let name = |view: &HallView| (view.hall.id.to_string(), view.hall.name.in_language(visit.language).to_owned());
    let main = html! {
        (head(&address::DeskStands::new(slug(visit)).path(), &words.t("desk-stands"), &title))
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            @match seen { Some(seen) => { (form.seen(seen)) } None => { (form.once()) } }
            div.form-grid {
                (form.input("number", &words.t("desk-exhibition-number")).autocomplete("off").required())
                (form.select("hall", &words.t("desk-exhibition-hall")).options(halls.iter().map(name)))
                (form.input("width", &words.t("desk-exhibition-width")).required())
                (form.input("depth", &words.t("desk-exhibition-depth")).required())
                (form.input("x", &words.t("desk-exhibition-x")).hint(&words.t("desk-exhibition-x-hint")).required())
                (form.input("y", &words.t("desk-exhibition-y")).hint(&words.t("desk-exhibition-y-hint")).required())
            }
            (form.checkbox("power", html! { (words.t("exhibition-power")) }))
            (form.checkbox("screen", html! { (words.t("exhibition-screen")) }))
            (form.input("note", &words.t("desk-exhibition-note")).autocomplete("off").optional())
            (form.submit(&words.t("desk-hand-save")))
        }
        @if let Some(id) = id {
            (removal(visit, &address::DeskStandRemoval::new(slug(visit), id.to_string()).path(), &words.t("desk-stand-removal")))
        }
    };
    desk_page(visit, Section::Projects, &title, main)
}
