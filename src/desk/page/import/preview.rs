//! A list that was handed in: what its columns mean, who comes in, what stands against it.

use super::start;
use crate::form::import::{ImportForm, column};
use base::Uuid;
use locale::Words;
use maud::{Markup, html};
use paper::sheet::read::{Column, Refusal, Table};
use registration::rules::heading::Field;
use registration::service::intake::{Guest, Plan};
use ticketing::query::CategoryView;
use web::form::Form;
use web::layout::{Section, desk_page, text};
use web::{Faults, Visit};

/// Guests and refusals that are shown.
const SHOWN: usize = 20;
const REFUSED: usize = 100;
/// The longest example of what stands in a column.
const EXAMPLE: usize = 40;

/// A list, how it is to be taken in, and what would come of it.
#[derive(Clone, Copy, Debug)]
pub struct Preview<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub table: &'a Table,
    pub form: &'a ImportForm,
    pub plan: &'a Plan,
}

pub fn preview(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    let plan = preview.plan;
    let title = words.with("desk-import-preview", &[("name", preview.name.into())]);
    let path = visit
        .congress
        .as_ref()
        .map_or_else(String::new, |c| address::desk::Import::new(&c.slug, preview.id.to_string()).path());
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(start(visit)) { (words.t("desk-import-back")) } }
                h1.kern-heading-large { (title) }
                @if let Some(sheet) = &preview.table.sheet {
                    p.muted { (words.with("desk-import-sheet", &[("sheet", sheet.into())])) }
                }
                p."muted number" { (words.with("desk-import-rows", &[("count", preview.table.rows.len().into())])) }
            }
        }
        (form(visit, preview, &path))
        @if !plan.guests.is_empty() { (guests(visit, plan)) }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// One form, so that what is chosen and the button that takes it in never part. The button is there once nothing stands
/// against it; what it sends says for which choices this page was shown.
fn form(visit: &Visit, preview: &Preview<'_>, path: &str) -> Markup {
    let (fields, faults) = (preview.form.fields(), Faults::new());
    let form = Form::new(visit.words, &fields, &faults);
    let plan = preview.plan;
    html! {
        form.stack method=(if plan.is_ready() { "post" } else { "get" }) action=(path) {
            (form.seen(&preview.form.seen()))
            @if plan.is_ready() { (ready(visit, preview)) }
            @if plan.which_category.is_some() { (question(visit, form, preview)) }
            @if !plan.refusals.is_empty() { (refusals(visit, preview)) }
            (choices(visit, form, preview))
        }
    }
}

/// The button that does it, with everything as it is shown on this page.
fn ready(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    let guests = preview.plan.guests.len();
    let mail = if preview.form.mail { "desk-import-with-mail" } else { "desk-import-without-mail" };
    html! {
        section."panel kern-level-2" aria-label=(words.t("desk-import-ready")) {
            p { strong { (words.with("desk-import-guests", &[("count", guests.into())])) } " " (words.t(mail)) }
            ul."cluster plain-list" {
                @for (view, n) in preview.plan.counts() {
                    li { (text(visit, &view.category.name)) ": " span.number { (words.number(i64::try_from(n).unwrap_or(i64::MAX))) } }
                }
            }
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" {
                    span.kern-label { (words.with("desk-import-take-in", &[("count", guests.into())])) }
                }
                a."kern-btn kern-btn--tertiary" href=(start(visit)) { span.kern-label { (words.t("desk-import-leave")) } }
            }
        }
    }
}

/// Which ticket, where the list does not say it.
fn question(visit: &Visit, form: Form<'_>, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="question" {
            h2.kern-heading-small #question { (words.t("desk-import-question")) }
            (category(visit, form, preview.plan, "desk-import-question-hint"))
            div { (look(words)) }
        }
    }
}

fn category(visit: &Visit, form: Form<'_>, plan: &Plan, hint: &str) -> Markup {
    let words = visit.words;
    let named = |view: &CategoryView| (view.category.slug.clone(), name(visit, view));
    html! {
        div.form-grid {
            (form.select("category", &words.t("desk-import-category")).hint(&words.t(hint))
                .option("", words.t("desk-import-category-none")).options(plan.categories.iter().map(named)))
        }
    }
}

fn name(visit: &Visit, view: &CategoryView) -> String {
    view.category.name.in_language(visit.language).to_owned()
}

/// Shows the preview for what is chosen now.
fn look(words: Words) -> Markup {
    html! {
        button."kern-btn kern-btn--secondary" type="submit" formmethod="get" { span.kern-label { (words.t("desk-import-look")) } }
    }
}

fn refusals(visit: &Visit, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    let (table, refusals) = (preview.table, &preview.plan.refusals);
    html! {
        section."panel kern-level-2" {
            div."kern-alert kern-alert--danger kern-alert--line" role="status" {
                div.kern-alert__header {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    p.kern-body { (words.with("desk-import-refused", &[("count", refusals.len().into())])) }
                }
            }
            div.kern-table-responsive role="region" aria-labelledby="refused" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    caption.kern-sr-only #refused { (words.t("desk-import-refusals")) }
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-import-line")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-column")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-import-value")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-reason")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for refusal in refusals.iter().take(REFUSED) {
                            @let value = value(visit, preview.plan, refusal);
                            tr.kern-table__row {
                                td."kern-table__cell kern-table__cell--numeric" { (refusal.line) }
                                td.kern-table__cell { (heading(words, table, refusal)) " " span."sub narrow-only" { (value) } }
                                td."kern-table__cell wide-only" { (value) }
                                td.kern-table__cell { (reason(visit, preview.plan, refusal)) }
                            }
                        }
                    }
                }
            }
            @if refusals.len() > REFUSED {
                p.muted { (words.with("desk-import-more", &[("count", (refusals.len() - REFUSED).into())])) }
            }
        }
    }
}

/// The column as the list calls it. What it has no column for is called by what is missing.
fn heading(words: Words, table: &Table, refusal: &Refusal) -> String {
    let is_there = table.columns.iter().any(|column| column.name() == refusal.column);
    let missing = if is_there { None } else { field(words, &refusal.column) };
    missing.unwrap_or_else(|| refusal.column.clone())
}

/// What a field is called, by its name in addresses.
fn field(words: Words, name: &str) -> Option<String> {
    Field::ALL.iter().find(|field| field.name() == name)?;
    Some(words.t(&format!("desk-import-field-{}", name.replace('_', "-"))))
}

/// What stands in the list; of a category that is full, what people call it.
fn value(visit: &Visit, plan: &Plan, refusal: &Refusal) -> String {
    let full = refusal.reason.message == "registration-intake-full";
    let view = plan.categories.iter().find(|view| full && view.category.slug == refusal.value);
    view.map_or_else(|| refusal.value.clone(), |view| name(visit, view))
}

/// Why, with fields and tickets as the page calls them.
fn reason(visit: &Visit, plan: &Plan, refusal: &Refusal) -> String {
    let words = visit.words;
    let told = |part: &str, value: &str| match part {
        "field" => field(words, value).unwrap_or_else(|| value.to_owned()),
        "categories" => plan.categories.iter().map(|view| name(visit, view)).collect::<Vec<_>>().join("; "),
        _ => value.to_owned(),
    };
    let values: Vec<_> = refusal.reason.values.iter().map(|(part, value)| (*part, told(part, value).into())).collect();
    words.with(refusal.reason.message, &values)
}

/// What the columns mean, which ticket, mails: what stands in the address of this page.
fn choices(visit: &Visit, form: Form<'_>, preview: &Preview<'_>) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="choices" {
            h2.kern-heading-small #choices { (words.t("desk-import-choices")) }
            p.muted { (words.t("desk-import-choices-hint")) }
            div.form-grid {
                @for (at, named) in preview.table.columns.iter().enumerate() {
                    (form.select(&column(at), &label(words, named)).hint(&example(words, preview.table, at))
                        .options(Field::ALL.map(|field| (field.name(), words.t(&format!("desk-import-field-{}", field.name().replace('_', "-")))))))
                }
            }
            @if preview.plan.which_category.is_none() {
                (category(visit, form, preview.plan, "desk-import-category-hint"))
            }
            (form.checkbox("mail", html! { (words.t("desk-import-mail")) }))
            div { (look(words)) }
        }
    }
}

fn label(words: Words, column: &Column) -> String {
    let values = [("letter", column.letter.as_str().into()), ("heading", column.heading.as_str().into())];
    words.with(if column.heading.is_empty() { "desk-import-letter" } else { "desk-import-heading" }, &values)
}

/// What stands in the first row that has something there.
fn example(words: Words, table: &Table, column: usize) -> String {
    let cell = table.rows.iter().map(|row| row.cell(column)).find(|cell| !cell.is_empty()).unwrap_or_default();
    if cell.is_empty() {
        return words.t("desk-import-no-example");
    }
    let mut shown: String = cell.chars().take(EXAMPLE).collect();
    if cell.chars().count() > EXAMPLE {
        shown.push('…');
    }
    words.with("desk-import-example", &[("example", shown.into())])
}

fn guests(visit: &Visit, plan: &Plan) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" {
            h2.kern-heading-small #guests { (words.with("desk-import-first", &[("count", plan.guests.len().min(SHOWN).into())])) }
            div.kern-table-responsive role="region" aria-labelledby="guests" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-import-line")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-field-given-name")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-field-family-name")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-import-field-email")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-import-field-organisation")) }
                            th.kern-table__header scope="col" { (words.t("desk-import-field-category")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("desk-import-field-language")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for guest in plan.guests.iter().take(SHOWN) { (row(visit, plan, guest)) }
                    }
                }
            }
        }
    }
}

fn row(visit: &Visit, plan: &Plan, guest: &Guest) -> Markup {
    html! {
        tr.kern-table__row {
            td."kern-table__cell kern-table__cell--numeric" { (guest.line) }
            td.kern-table__cell { (guest.given_name) }
            td.kern-table__cell { (guest.family_name) " " span."sub narrow-only" { (guest.email) } }
            td."kern-table__cell wide-only" { (guest.email) }
            td."kern-table__cell wide-only" { (guest.organisation) }
            td.kern-table__cell { @if let Some(view) = plan.category(guest) { (text(visit, &view.category.name)) } }
            td."kern-table__cell wide-only" { (guest.language.tag()) }
        }
    }
}
