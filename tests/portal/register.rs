//! Registering, as somebody without JavaScript does it.

use super::check;
use crate::kit::{App, Client, Reply, run};
use ::chrono::TimeDelta;
use ::registration::entity::{attendee, order};
use ::sea_orm::EntityTrait;

const FORM: &str = "/owl/tickets";

/// What a filled-in form sends for these people: (given name, category). Petra Kemper orders.
fn filled(placement: &str, people: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = [
        ("placement", placement),
        ("buyer", "public_body"),
        ("organisation", "Stadt Delbrück"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", "P.Kemper@delbrueck.example"),
        ("terms", "on"),
        ("action", "place"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    for ((given, category), n) in people.iter().zip(1..) {
        fields.push((format!("given-{n}"), (*given).into()));
        fields.push((format!("family-{n}"), "Stallmann".into()));
        fields.push((format!("email-{n}"), format!("{given}@delbrueck.example")));
        fields.push((format!("category-{n}"), (*category).into()));
        fields.push((format!("language-{n}"), if n == 1 { "de".into() } else { "en".into() }));
    }
    fields
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(n, _)| n != name);
    fields.push((name.into(), value.into()));
}

async fn send(guest: &Client, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    guest.post_form(FORM, &fields).await
}

async fn placement(guest: &Client) -> String {
    guest.get(FORM).await.expect(200).attributes("input[name=placement]", "value").remove(0)
}

async fn everything(app: &App) -> (Vec<order::Model>, Vec<attendee::Model>) {
    let orders = order::Entity::find().all(app.store.read()).await.expect("orders");
    (orders, attendee::Entity::find().all(app.store.read()).await.expect("attendees"))
}

#[tokio::test]
async fn a_clerk_registers_two_colleagues() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let empty = guest.get(FORM).await.expect(200);
        check(&empty.text());
        assert_eq!(empty.header("cache-control"), "private, no-cache");
        let fields = filled(&placement(&guest).await, &[("Henrik", "on-site"), ("Jürgen", "online")]);
        let placed = send(&guest, &fields).await.expect(303);
        let page = guest.get(placed.location()).await.expect(200);
        assert_eq!(page.words("h1"), ["Alles bereit für zwei Personen"]);
        assert_eq!(page.words(".notice"), ["Danke, Ihre Anmeldung ist da. Die Bestätigung kommt gleich per Mail."]);
        let (orders, attendees) = everything(app).await;
        assert_eq!(orders.len(), 1);
        assert_eq!((orders[0].buyer_name.as_str(), orders[0].notify), ("Petra Kemper", true));
        assert!(attendees.iter().all(|a| a.organisation == "Stadt Delbrück"), "typed once");
        assert_eq!(attendees.iter().map(|a| a.language.as_str()).collect::<Vec<_>>(), ["de", "en"]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_same_form_twice_is_one_order() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let fields = filled(&placement(&guest).await, &[("Henrik", "on-site")]);
        let first = send(&guest, &fields).await.expect(303);
        let again = send(&guest, &fields).await.expect(303);
        assert_eq!(first.location(), again.location());
        let page = guest.get(again.location()).await.expect(200);
        assert!(page.words(".notice")[0].starts_with("Diese Anmeldung hatten wir schon."));
        assert_eq!(everything(app).await.0.len(), 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_changed_after_back_is_said_not_to_be_there() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let mut fields = filled(&placement(&guest).await, &[("Henrik", "on-site")]);
        let first = send(&guest, &fields).await.expect(303);
        for (name, value) in [("given-1", "Jürgen"), ("category-1", "online"), ("buyer-name", "Nour Al-Khatib")] {
            let before = fields.clone();
            set(&mut fields, name, value);
            let again = send(&guest, &fields).await.expect(303);
            assert_eq!(first.location(), again.location());
            let page = guest.get(again.location()).await.expect(200);
            assert!(page.words(".notice")[0].starts_with("Diese Anmeldung war schon eingegangen"), "{name}");
            assert_eq!(page.attributes(".notice a", "href"), [FORM]);
            fields = before;
        }
        let (orders, attendees) = everything(app).await;
        assert_eq!((orders.len(), attendees.len()), (1, 1));
        assert_eq!((orders[0].buyer_name.as_str(), attendees[0].given_name.as_str()), ("Petra Kemper", "Henrik"));
        // What is only written otherwise is the same.
        set(&mut fields, "given-1", "  Henrik ");
        send(&guest, &fields).await.expect(303);
        let page = guest.get(first.location()).await.expect(200);
        assert!(page.words(".notice")[0].starts_with("Diese Anmeldung hatten wir schon."));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_takes_part_themselves_types_their_name_once_and_colleagues_need_no_address() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let mut fields = filled(&placement(&guest).await, &[("", "on-site"), ("Jürgen", "on-site")]);
        set(&mut fields, "self", "on");
        set(&mut fields, "email-2", " ");
        for name in ["family-1", "email-1"] {
            set(&mut fields, name, "");
        }
        send(&guest, &fields).await.expect(303);
        let (orders, attendees) = everything(app).await;
        assert_eq!((attendees[0].given_name.as_str(), attendees[0].family_name.as_str()), ("Petra", "Kemper"));
        assert!(attendees.iter().all(|a| a.mailbox_id == orders[0].mailbox_id));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_takes_part_too_is_one_more_person_and_sees_so_before_it_is_ordered() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let mut fields = filled(&placement(&guest).await, &[("Henrik", "paid")]);
        let billing = [
            ("buyer-billing-street", "Marktstraße 6"),
            ("buyer-billing-postcode", "33129"),
            ("buyer-billing-town", "Delbrück"),
        ];
        for (name, value) in billing {
            set(&mut fields, name, value);
        }
        set(&mut fields, "buyer-name", "Frau Dr. Anna van der Berg");
        set(&mut fields, "self", "on");
        let back = send(&guest, &fields).await.expect(200);
        check(&back.text());
        assert_eq!(back.attributes("[name^=given-]", "value"), ["Anna", "Henrik"]);
        assert_eq!(back.attributes("[name^=family-]", "value"), ["van der Berg", "Stallmann"]);
        assert_eq!(back.words("[data-summary=order] .total"), ["Gesamt", "98,00 €"]);
        assert!(back.words("[role=alert]")[0].contains("stehen jetzt als Person 1"), "{}", back.text());
        assert!(everything(app).await.0.is_empty());
        let shown = back.attributes("[name=self-shown]", "value").remove(0);
        let mut again = filled(&placement(&guest).await, &[("Anna", "paid"), ("Henrik", "paid")]);
        set(&mut again, "family-1", "van der Berg");
        let who = [("buyer-name", "Anna van der Berg"), ("self", "on"), ("self-shown", shown.as_str())];
        for (name, value) in who.into_iter().chain(billing) {
            set(&mut again, name, value);
        }
        send(&guest, &again).await.expect(303);
        let names: Vec<String> = everything(app).await.1.into_iter().map(|a| a.given_name).collect();
        assert_eq!(names, ["Anna", "Henrik"]);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_all_that_was_typed() {
    run(async |app| {
        app.congress("owl", 10).await;
        for (language, sentence) in [("de", "Es fehlt das @-Zeichen"), ("en", "The @ sign is missing")] {
            let guest = app.guest().in_language(language);
            let id = placement(&guest).await;
            let mut fields = filled(&id, &[("Henrik", "on-site"), ("🦊", "paid")]);
            set(&mut fields, "email-2", "j.westerwinter.delbrueck.example");
            set(&mut fields, "organisation", "");
            let back = send(&guest, &fields).await.expect(422);
            check(&back.text());
            assert_eq!(
                back.attributes(".error-summary a", "href"),
                [
                    "#organisation",
                    "#buyer-billing-street",
                    "#buyer-billing-postcode",
                    "#buyer-billing-town",
                    "#email-2"
                ]
            );
            assert!(back.words("#email-2-error")[0].starts_with(sentence));
            for (name, value) in &fields {
                if !["action", "terms", "buyer"].contains(&name.as_str())
                    && !name.starts_with("category")
                    && !name.starts_with("language")
                {
                    assert_eq!(
                        &back.attributes(&format!("[name={name}]"), "value"),
                        std::slice::from_ref(value),
                        "{name}"
                    );
                }
            }
            assert_eq!(back.attributes("[name=placement]", "value"), [id], "still the same order");
            assert_eq!(back.attributes("[name=category-2] option[selected]", "value"), ["paid"]);
            assert_eq!(back.attributes("[name=buyer][checked]", "value"), ["public_body"]);
        }
        assert!(everything(app).await.0.is_empty());
    })
    .await;
}

#[tokio::test]
async fn buttons_add_and_remove_people() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let mut fields = filled(&placement(&guest).await, &[("Henrik", "online"), ("Ayşe", "paid")]);
        set(&mut fields, "action", "add");
        let three = send(&guest, &fields).await.expect(200);
        check(&three.text());
        assert_eq!(three.attributes("fieldset.attendee", "data-attendee"), ["1", "2", "3"]);
        assert_eq!(three.attributes("[name=category-3] option[selected]", "value"), ["paid"], "as the one before");
        assert_eq!(three.words("[data-summary=order] .total"), ["Gesamt", "98,00 €"]);
        set(&mut fields, "action", "remove-1");
        let one = send(&guest, &fields).await.expect(200);
        assert_eq!(one.attributes("fieldset.attendee", "data-attendee"), ["1"]);
        assert_eq!(one.attributes("[name=given-1]", "value"), ["Ayşe"]);
        set(&mut fields, "action", "update");
        assert_eq!(send(&guest, &fields).await.expect(200).words("[data-summary=bar]"), ["49,00 € für 2 Personen"]);
        assert!(everything(app).await.0.is_empty(), "nothing is ordered by it");
    })
    .await;
}

#[tokio::test]
async fn gaps_in_the_numbers_and_too_many_people_are_no_trouble() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let gap = [
            ("given-7", "Henrik"),
            ("given-3", "Ayşe"),
            ("given-x", "?"),
            ("given-0", "?"),
            ("action", "remove-7"),
            ("else", "?"),
        ];
        let back = guest.post_form(FORM, &gap).await.expect(200);
        assert_eq!(back.attributes("[name^=given-]", "value"), ["Ayşe"]);
        let many: Vec<(&str, &str)> = vec![("Henrik", "online"); 150];
        let back = send(&guest, &filled(&placement(&guest).await, &many)).await.expect(422);
        assert!(
            back.words(".error-summary")[0].contains("höchstens 100 Personen"),
            "{:?}",
            back.words(".error-summary")
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_places_go_to_somebody_else() {
    run(async |app| {
        let congress = app.congress("owl", 3).await;
        let guest = app.guest();
        let fields = filled(&placement(&guest).await, &[("Henrik", "on-site"), ("Ayşe", "on-site"), ("Jürgen", "online")]);
        app.order(congress.id, &[("on-site", "Lea Nolte"), ("on-site", "Tom Nolte")]).await;
        let one_left = send(&guest, &fields).await.expect(409);
        check(&one_left.text());
        assert_eq!(one_left.words("[role=alert] .kern-alert__header p"), [
            "Für „Ticket on-site“ ist nur noch ein Platz frei. Bitte wählen Sie für die übrigen Personen ein anderes Ticket."
        ]);
        assert_eq!(one_left.attributes(".error-summary a", "href"), ["#category-2"], "the first one can have it");
        assert_eq!(one_left.attributes("[name=given-2]", "value"), ["Ayşe"]);
        app.order(congress.id, &[("on-site", "Mia Nolte")]).await;
        let none_left = send(&guest.in_language("en"), &fields).await.expect(409);
        assert!(none_left.words("[role=alert]")[0].starts_with("\"Ticket on-site, English\" has just sold out"));
        assert_eq!(none_left.attributes(".error-summary a", "href"), ["#category-1", "#category-2"]);
        assert_eq!(everything(app).await.0.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_ticket_is_chosen_by_the_link_that_led_here() {
    run(async |app| {
        app.congress("owl", 10).await;
        let chosen = |page: Reply| page.attributes("[name=category-1] option[selected]", "value");
        assert_eq!(chosen(app.guest().get("/owl/tickets?category=paid").await.expect(200)), ["paid"]);
        assert_eq!(chosen(app.guest().get("/owl/tickets?category=none").await.expect(200)), ["on-site"]);
        assert_eq!(app.guest().get("/none/tickets").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn nobody_registers_once_it_is_over() {
    run(async |app| {
        app.congress("owl", 10).await;
        let guest = app.guest();
        let fields = filled(&placement(&guest).await, &[("Henrik", "on-site")]);
        app.advance(TimeDelta::days(31));
        let closed = guest.get(FORM).await.expect(200);
        check(&closed.text());
        assert!(closed.words("form").is_empty() && closed.text().contains("Dieser Kongress ist vorbei"));
        assert!(send(&guest, &fields).await.expect(403).words("form[data-register]").is_empty());
        assert!(everything(app).await.0.is_empty());
    })
    .await;
}
