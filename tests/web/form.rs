//! Forms: what was typed comes back, what is wrong stands beside its field and in the list above.

use super::Outcome;
use base::Language;
use garde::Validate;
use locale::Words;
use scraper::{Html, Selector};
use web::form::Form;
use web::{Faults, Fields};

#[derive(Validate)]
struct Person {
    #[garde(custom(|value: &str, _: &()| if value.contains('@') { Ok(()) } else { Err(garde::Error::new("fault-limit")) }))]
    email_address: String,
}

#[derive(Validate)]
struct Order {
    #[garde(dive)]
    attendees: Vec<Person>,
}

fn select(markup: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_fragment(markup);
    let Ok(selector) = Selector::parse(selector) else { return vec![] };
    page.select(&selector).map(|element| element.html()).collect()
}

#[test]
fn fields_keep_their_order_and_repeated_names() {
    let fields = Fields::parse(b"topic=a&name=J%C3%BCrgen+W%00&topic=b&terms=on");
    assert_eq!(fields.all("topic").collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(fields.get("name"), "Jürgen W");
    assert_eq!((fields.get("none"), fields.has("terms"), fields.has("none")), ("", true, false));
}

#[test]
fn a_wrong_field_is_marked_described_and_linked() {
    let fields = Fields::new().with("mail-1", "a\"><script>").with("given-1", "Henrik");
    let mut faults = Faults::new();
    faults.add("mail-1", "fault-limit");
    faults.add("mail-1", "fault-cursor");
    faults.name("mail-1", "E-Mail von Person 1");
    let form = Form::new(Words::new(Language::De), &fields, &faults);
    let input = maud_string(&form.input("mail-1", "E-Mail").email().hint("Für das Ticket").required());
    assert_eq!(
        select(&input, "input[aria-invalid=true][aria-describedby='mail-1-hint mail-1-error'][required][type=email]")
            .len(),
        1
    );
    assert_eq!(select(&input, "p#mail-1-error").len(), 1);
    assert!(select(&input, "script").is_empty() && input.contains("&quot;&gt;"));
    let fine = maud_string(&form.input("given-1", "Vorname").optional());
    assert!(fine.contains("value=\"Henrik\"") && !fine.contains("aria-invalid") && fine.contains("– optional"));
    let summary = form.summary().into_string();
    assert_eq!(
        select(&summary, "#fehler[role=alert][tabindex='-1'] a[href='#mail-1']").len(),
        1,
        "a field once: {summary}"
    );
    assert!(summary.contains("E-Mail von Person 1: ") && summary.contains("Eine Angabe stimmt noch nicht"));
}

#[test]
fn nothing_wrong_shows_nothing() {
    let (fields, faults) = (Fields::new(), Faults::new());
    assert_eq!(Form::new(Words::new(Language::De), &fields, &faults).summary().into_string(), "");
}

#[test]
fn choices_remember_what_was_chosen() {
    let fields = Fields::new().with("category", "online").with("terms", "on").with("buyer", "person");
    let faults = Faults::new();
    let form = Form::new(Words::new(Language::De), &fields, &faults);
    let select_markup =
        maud_string(&form.select("category", "Ticket").option("hall", "Vor Ort").option("online", "Online"));
    assert_eq!(select(&select_markup, "option[value=online][selected]").len(), 1);
    assert_eq!(select(&select_markup, "option[selected]").len(), 1);
    let terms = maud_string(&form.checkbox("terms", form.submit("Gelesen")));
    assert_eq!(select(&terms, "input#terms[type=checkbox][checked]").len(), 1);
    let buyer = maud_string(
        &form.choices("buyer", "Wer").option("public", "Stelle", "Rechnung").option("person", "Privat", ""),
    );
    assert_eq!(select(&buyer, "input#buyer[value=public]").len(), 1, "the list of errors leads to the first");
    assert_eq!(select(&buyer, "input#buyer-person[value=person][checked]").len(), 1);
}

#[test]
fn a_report_names_form_fields_and_json_members() -> Outcome {
    let order = Order { attendees: vec![Person { email_address: "a@b".into() }, Person { email_address: "a".into() }] };
    let report = order.validate().err().ok_or("it is invalid")?;
    let faults = Faults::from_report(&report);
    assert_eq!((faults.len(), faults.get("attendees-1-email-address")), (1, Some("fault-limit")));
    assert_eq!(web::Fault::from(report).status(), 422);
    Ok(())
}

fn maud_string(element: &impl web::form::Render) -> String {
    element.render().into_string()
}
