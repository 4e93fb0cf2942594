//! Groups in the registration form: pasted, out of a file, mended in place.

use super::check;
use crate::kit::{App, Client, Reply, run};
use ::http::Method;
use ::registration::entity::attendee;
use ::registration::form::MAX_ATTENDEES;
use ::sea_orm::{EntityTrait, QueryOrder};

const FORM: &str = "/owl/tickets";

async fn placement(guest: &Client) -> String {
    guest.get(FORM).await.expect(200).attributes("input[name=placement]", "value").remove(0)
}

/// What a clerk sends: who orders, one empty person, and what is pasted.
fn pasting<'a>(placement: &'a str, pasted: &'a str, action: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("placement", placement),
        ("buyer", "public_body"),
        ("organisation", "Stadt Delbrück"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("terms", "on"),
        ("category-1", "on-site"),
        ("language-1", "de"),
        ("paste", pasted),
        ("action", action),
    ]
}

/// What a form that came back sends when a button is pressed, as browsers do.
pub(super) fn again(page: &Reply, action: &str) -> Vec<(String, String)> {
    let html = ::scraper::Html::parse_document(&page.text());
    let mut fields = vec![];
    for element in super::select(&html, "main form [name]") {
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = match element.value().name() {
            "select" => {
                let chosen = ::scraper::Selector::parse("option[selected]").expect("a selector");
                element.select(&chosen).next().and_then(|o| o.attr("value")).unwrap_or_default().to_owned()
            }
            "textarea" => element.text().collect::<String>().trim_start_matches('\n').to_owned(),
            "button" => continue,
            _ if element.attr("type") == Some("file") => continue,
            _ if ["radio", "checkbox"].contains(&element.attr("type").unwrap_or_default()) => {
                if element.attr("checked").is_none() {
                    continue;
                }
                element.attr("value").unwrap_or("on").to_owned()
            }
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name, value));
    }
    fields.push(("action".into(), action.into()));
    fields
}

pub(super) async fn post(guest: &Client, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    guest.post_form(FORM, &fields).await
}

async fn attendees(app: &App) -> Vec<attendee::Model> {
    attendee::Entity::find().order_by_asc(attendee::Column::Position).all(app.store.read()).await.expect("attendees")
}

#[tokio::test]
async fn pasted_colleagues_are_people_of_the_form_and_faulty_rows_are_mended_there() {
    run(async |app| {
        app.congress("owl", 40).await;
        let guest = app.guest();
        let placement = placement(&guest).await;
        let lines = "Lea Nolte <l.nolte@delbrueck.example>\nKemper, Petra; p.kemper@delbrueck\n\
                     Olga Petrenko\to.petrenko@kreis.example\tKreis Paderborn\nMahmut Öztürk\nAnna van der Berg; a.berg@delbrueck.example";
        let back = guest.post_form(FORM, &pasting(&placement, lines, "place")).await.expect(422);
        check(&back.text());
        assert_eq!(back.attributes("[name^=family-]", "value"), ["Nolte", "Kemper", "Petrenko", "Öztürk", "van der Berg"]);
        assert_eq!(back.words(".error-summary li").len(), 1, "{}", back.text());
        assert_eq!(back.attributes("[name^=organisation-]", "value"), ["Kreis Paderborn"], "only who has another one");
        assert_eq!(back.words("textarea#paste"), [""]);
        // Only the person with the fault is unfolded: five colleagues fit one screen of a phone.
        assert_eq!(back.attributes("details.attendee__fold[open] [name^=family-]", "value"), ["Kemper"]);
        assert!(attendees(app).await.is_empty(), "nothing is placed that nobody has seen");
        let mut fields = again(&back, "place");
        fields.iter_mut().filter(|(n, _)| n == "email-2").for_each(|(_, v)| *v = "p.kemper@delbrueck.example".into());
        post(&guest, &fields).await.expect(303);
        let people = attendees(app).await;
        let of = |at: usize| (people[at].family_name.as_str(), people[at].organisation.as_str());
        assert_eq!(people.len(), 5);
        assert_eq!((of(0), of(2)), (("Nolte", "Stadt Delbrück"), ("Petrenko", "Kreis Paderborn")));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_or_does_not_fit_stays_where_it_was_pasted() {
    run(async |app| {
        app.congress("owl", 200).await;
        let guest = app.guest();
        let placement = placement(&guest).await;
        let two = "a@delbrueck.example; b@delbrueck.example";
        let back = guest.post_form(FORM, &pasting(&placement, &format!("Lea Nolte\n{two}"), "paste")).await.expect(422);
        assert_eq!(back.words("textarea#paste"), [two]);
        assert_eq!(back.attributes("[name^=family-]", "value"), ["Nolte"]);
        let many: Vec<String> = (1..=MAX_ATTENDEES + 2).map(|n| format!("Vorname Nachname{n}")).collect();
        let back = guest.post_form(FORM, &pasting(&placement, &many.join("\n"), "paste")).await.expect(422);
        assert_eq!(back.attributes("[name^=family-]", "value").len(), MAX_ATTENDEES);
        assert!(back.words("textarea#paste")[0].contains("Nachname102"), "nothing is lost");
        // One organisation of all is the order's.
        let mut fields = pasting(
            &placement,
            "Lea Nolte; l@kreis.example; Kreis Höxter\nOlga Petrenko; o@kreis.example; Kreis Höxter",
            "paste",
        );
        fields.retain(|(name, _)| *name != "organisation");
        let back = guest.post_form(FORM, &fields).await.expect(200);
        assert_eq!(back.attributes("#organisation", "value"), ["Kreis Höxter"]);
        assert!(back.attributes("[name^=organisation-]", "value").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_table_is_read_as_the_import_reads_it() {
    run(async |app| {
        app.congress("owl", 40).await;
        let guest = app.guest();
        let placement = placement(&guest).await;
        let hand_in = async |name: &str, content: &[u8]| {
            let mut body = vec![];
            for (field, value) in pasting(&placement, "", "paste") {
                let part = format!("--grenze\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
                body.extend_from_slice(part.as_bytes());
            }
            let head =
                format!("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n--grenze--\r\n");
            guest.send(Method::POST, FORM, &[], Some("multipart/form-data; boundary=grenze"), body).await
        };
        let csv = "\u{FEFF}Vorname;Nachname;E-Mail\r\nLea;Nolte;l.nolte@delbrueck.example\r\nOlga;Petrenko;\r\n";
        let back = hand_in("team.csv", csv.as_bytes()).await.expect(200);
        assert_eq!(back.attributes("[name^=given-]", "value"), ["Lea", "Olga"]);
        let ods = std::fs::read("tests/data/import/guests.ods").expect("a table");
        let back = hand_in("gäste.ods", &ods).await;
        assert!(back.attributes("[name^=family-]", "value").len() > 1, "{}", back.text());
        let broken = hand_in("team.xlsx", b"PK\x03\x04 nothing").await.expect(422);
        check(&broken.text());
        assert_eq!(broken.words("#file-error").len(), 1);
        assert_eq!(broken.attributes("#buyer-name", "value"), ["Petra Kemper"], "nothing is lost");
    })
    .await;
}
