//! Every mail in both languages, as it looks.

use super::{Outcome, attendee_draft, order_values, ticket};
use base::{Language, Uuid};
use post::Draft;
use post::template::{Letter, faults, render};
use serde_json::json;

#[test]
fn the_templates_can_be_read() {
    assert_eq!(faults(), [] as [String; 0]);
}

/// The mails, by the name of their snapshot.
fn drafts() -> Vec<(&'static str, Draft)> {
    let buyer = |mut draft: Draft| {
        draft.values["is_buyer"] = true.into();
        draft.values["greeting_name"] = "Petra Kemper".into();
        draft
    };
    let bare = |awaiting: Option<&str>| {
        let mut draft = attendee_draft();
        draft.attachments.clear();
        draft.values["awaiting"] = awaiting.into();
        draft
    };
    let mut overview = buyer(bare(None));
    overview.tickets.clear();
    let mut attends = buyer(attendee_draft());
    attends.values["order"]["people"][0]["name"] = "Petra Kemper".into();
    attends.tickets = vec![ticket(1, "Petra Kemper", "Vor Ort: Verwaltung", "7H4KQ2-1K")];
    let mut shared = attendee_draft();
    shared.values["greeting_name"] = json!(null);
    shared.tickets.push(ticket(2, "Jule Brinkmann", "Online", "7H4KQ2-2M"));
    let unpaid = bare(Some("payment"));
    let mut cancelled = Draft::new("registration/cancellation", order_values());
    cancelled.wordmark = attendee_draft().wordmark;
    cancelled.values["people"] =
        json!([{ "name": "Henrik Stallmann", "category": "Vor Ort: Verwaltung", "number": "7H4KQ2-1K" }]);
    let mut refunded = buyer(cancelled.clone());
    refunded.values["by_organiser"] = true.into();
    refunded.values["reason"] = "Doppelt angemeldet".into();
    refunded.values["refund"] = "49,00 €".into();
    refunded.values["remaining"] = 1.into();
    let mut nameless = buyer(cancelled.clone());
    nameless.template = "registration/nameless";
    nameless.values["people"] = json!([{ "name": "7H4KQ2-2M", "category": "Vor Ort: Verwaltung", "number": null }]);
    let mut overview_nameless = overview.clone();
    overview_nameless.values["nameless"] = 2.into();
    let login =
        json!({ "name": "Miriam Osterholz", "url": "https://kongress.example/login/link/abcdef", "minutes": 30 });
    let invitation = json!({
        "name": "Lea Brinkmann",
        "by": "Miriam Osterholz",
        "congress_name": "DigitaleZukunft@OWL",
        "roles": [{ "name": "Einlass", "means": "Scannt Tickets am Eingang." }],
        "url": "https://kongress.example/login/link/abcdef",
        "days": 7,
        "login_url": "https://kongress.example/login",
    });
    let mut bare_invitation = invitation.clone();
    bare_invitation["by"] = "".into();
    bare_invitation["name"] = "".into();
    bare_invitation["roles"] = json!([invitation["roles"][0], { "name": "Finanzen", "means": "Liest Bestellungen." }]);
    let password = json!({
        "name": "Miriam Osterholz",
        "time": "4. November 2026, 10:12 Uhr",
        "login_url": "https://kongress.example/login",
    });
    vec![
        ("order-attendee", attendee_draft()),
        ("order-shared-address", shared),
        ("order-buyer", overview),
        ("order-buyer-attends", attends),
        ("order-unpaid-attendee", unpaid.clone()),
        ("order-unpaid-buyer", buyer(unpaid)),
        ("order-approval", buyer(bare(Some("approval")))),
        ("order-waiting-list", buyer(bare(Some("waiting_list")))),
        ("order-nameless-buyer", overview_nameless),
        ("nameless", nameless),
        ("cancellation-attendee", cancelled),
        ("cancellation-buyer", refunded),
        ("login", Draft::new("identity/login", login)),
        ("invitation", Draft::new("identity/invitation", invitation)),
        ("invitation-bare", Draft::new("identity/invitation", bare_invitation)),
        ("password", Draft::new("identity/password", password)),
    ]
}

/// What a reader sees: the subject, the text, and the HTML from its body on without the look.
fn normalised(letter: &Letter) -> String {
    let html = letter.html.split_once("<body").map_or("", |(_, body)| body);
    let mut plain = String::new();
    for (n, piece) in html.split(" style=\"").enumerate() {
        plain.push_str(if n == 0 { piece } else { piece.split_once('"').map_or("", |(_, rest)| rest) });
    }
    format!("Subject: {}\n\n{}\n{}\n<body{plain}", letter.subject, letter.text, "=".repeat(72))
}

#[test]
fn every_mail_in_both_languages() -> Outcome {
    for (name, draft) in drafts() {
        for language in Language::ALL {
            let letter = render(language, &draft, Uuid::nil())?;
            insta::with_settings!({ snapshot_path => "../expected/mail", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}.{language}"), normalised(&letter));
            });
        }
    }
    Ok(())
}

#[test]
fn html_is_well_formed_and_inlined() -> Outcome {
    for (name, draft) in drafts() {
        let letter = render(Language::De, &draft, Uuid::nil())?;
        let read = scraper::Html::parse_document(&letter.html);
        assert!(read.errors.is_empty(), "{name}: {:?}", read.errors);
        for selector in ["p", "h1", "a", "main", "body"] {
            let parsed = scraper::Selector::parse(&format!("{selector}:not([style])")).map_err(|e| e.to_string())?;
            assert_eq!(read.select(&parsed).count(), 0, "{name}: a {selector} without its look");
        }
    }
    Ok(())
}

#[test]
fn the_text_holds_everything_and_no_html() -> Outcome {
    for (name, draft) in drafts() {
        let letter = render(Language::De, &draft, Uuid::nil())?;
        assert!(!letter.text.contains(['<', '>', '*', '`', '[']), "{name}: {}", letter.text);
        let shown = draft.values["awaiting"].is_null();
        for ticket in draft.tickets.iter().filter(|_| shown) {
            assert!(letter.text.contains(&ticket.number) && letter.text.contains(&ticket.my_url));
        }
        // A full stop that sticks to an address breaks the link.
        for address in letter.text.split_whitespace().filter(|w| w.starts_with("https://")) {
            assert!(address.ends_with(|c: char| c.is_ascii_alphanumeric()), "{name}: {address}");
        }
    }
    Ok(())
}

#[test]
fn codes_are_shown_only_when_they_admit() -> Outcome {
    for (name, draft) in drafts() {
        let letter = render(Language::De, &draft, Uuid::nil())?;
        let shown = draft.values["awaiting"].is_null() && !draft.tickets.is_empty();
        assert_eq!(letter.html.contains("cid:"), shown, "{name}");
        assert_eq!(!letter.inline.is_empty(), shown, "{name}");
    }
    Ok(())
}
