//! Two people at the same thing: the second is told, sees both, and decides.

use base::{Language, Time};
use chrono_tz::Europe::Berlin;
use locale::Words;
use scraper::{Html, Selector};
use serde::Serialize;
use serde_json::json;
use store::event::Line;
use web::form::{Conflict, Form, Seen};
use web::{Faults, Fields};

#[derive(Serialize)]
struct Venue {
    name: &'static str,
    seats: Option<i32>,
}

fn words(markup: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_fragment(markup);
    let selector = Selector::parse(selector).unwrap();
    let text = |e: scraper::ElementRef| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(text).collect()
}

#[test]
fn a_fingerprint_goes_with_the_form_and_holds_while_nothing_changes() {
    let shown = Venue { name: "HNF", seats: Some(400) };
    let (fields, faults) = (Fields::new(), Faults::new());
    let form = Form::new(Words::new(Language::De), &fields, &faults);
    let hidden = form.seen(&Seen::of(&shown)).into_string();
    let value = hidden.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(value.len(), 64, "SHA-256, of which nobody reads what stood there: {hidden}");
    let back = Seen::read(&Fields::new().with("seen", value));
    assert!(back.check(&shown).is_ok());
    assert!(back.check(&Venue { name: "HNF", seats: None }).is_err());
    assert!(back.check(&Venue { name: "HNF ", seats: Some(400) }).is_err());
    assert!(Seen::read(&Fields::new()).check(&shown).is_err(), "a form that has seen nothing saves nothing");
}

#[test]
fn a_conflict_says_who_when_and_where_the_two_differ() {
    let at: Time = "2027-02-19T08:58:00Z".parse().unwrap();
    let line = Line {
        id: base::Chance::system().opaque_id(),
        at,
        actor_kind: "staff".into(),
        actor_name: "Miriam Osterholz".into(),
        verb: "congress.described".into(),
        object_kind: "order".into(),
        object_id: base::Chance::system().opaque_id(),
        congress_id: None,
        detail: json!({}),
    };
    let names = [("town", "Ort".to_owned()), ("street", "Straße".to_owned()), ("seats", "Plätze".to_owned())];
    let theirs = Fields::new().with("town", "Lemgo").with("street", "Am Markt 1");
    let typed = Fields::new().with("town", "<b>Detmold").with("street", "Am Markt 1 ").with("seats", "40");
    let conflict = Conflict::new(Some(&line), &names, &theirs, &typed);
    let page = conflict.alert(Words::new(Language::De), Berlin, "/owl/desk/settings/venue").into_string();
    assert_eq!(words(&page, "dt"), ["Ort", "Plätze"], "what agrees is not listed");
    assert_eq!(
        words(&page, "dd p"),
        ["Jetzt gespeichert: Lemgo", "Ihre Eingabe: <b>Detmold", "Jetzt gespeichert: (leer)", "Ihre Eingabe: 40"]
    );
    assert!(page.contains("Miriam Osterholz hat es am 19. Februar 2027, 9:58 Uhr gespeichert"), "{page}");
    assert!(page.contains("href=\"/owl/desk/settings/venue\"") && page.contains("role=\"alert\""));
    let nobody = Conflict::new(None, &names, &theirs, &theirs);
    let page = nobody.alert(Words::new(Language::En), Berlin, "/x").into_string();
    assert!(words(&page, "dt").is_empty() && page.contains("Your entries are the same"), "{page}");
}

#[test]
fn a_text_keeps_its_first_line_break_and_says_what_is_wrong() {
    let fields = Fields::new().with("body", "\nHallo </textarea><script>");
    let mut faults = Faults::new();
    faults.add("body", "fault-limit");
    let form = Form::new(Words::new(Language::De), &fields, &faults);
    let text =
        web::form::Render::render(&form.textarea("body", "Text").hint("Markdown").rows(8).optional()).into_string();
    assert!(text.contains("\">\n\nHallo &lt;/textarea&gt;&lt;script&gt;</textarea>"), "{text}");
    assert!(text.contains("aria-describedby=\"body-hint body-error\"") && text.contains("rows=\"8\""), "{text}");
}
