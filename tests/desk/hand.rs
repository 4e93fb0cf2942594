//! By hand at the desk: ordering for people, changing, noting, and reading what happened.

use super::{codes, statements, with_mails};
use crate::kit::actor::nonce;
use crate::kit::smtp::Step;
use crate::kit::{App, Client, Reply, run};
use identity::Role;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use ticketing::entity::category;

const NEW: &str = "/owl/desk/orders/new";

/// A form filled in for one person, with `more` over it.
fn filled(more: &[(&str, &str)]) -> Vec<(String, String)> {
    let usual = [
        ("buyer-kind", "public_body"),
        ("buyer-name", "Petra Kemper"),
        ("buyer-organisation", "Stadt Delbrück"),
        ("buyer-email", "p.kemper@delbrueck.example"),
        ("language", "de"),
        ("given-1", "Lea"),
        ("family-1", "Nolte"),
        ("email-1", ""),
        ("organisation-1", ""),
        ("category-1", "on-site"),
        ("action", "place"),
    ];
    let kept = usual.iter().filter(|(name, _)| !more.iter().any(|(n, _)| n == name));
    kept.chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn send(staff: &Client, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    staff.post_form(path, &fields).await
}

/// What a form holds as it is shown: its fields, to be sent back.
fn shown(page: &Reply, name: &str) -> String {
    page.attributes(&format!("main [name={name}]"), "value").first().cloned().unwrap_or_default()
}

#[tokio::test]
async fn somebody_on_the_phone_is_registered_once_however_often_it_is_sent() {
    run(async |app| {
        app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let placement = shown(&staff.get(NEW).await.expect(200), "placement");
        let form = filled(&[("placement", &placement), ("notify", "on"), ("note", "Rief an,\nbraucht Rampe")]);
        let path = send(&staff, NEW, &form).await.expect(303).location().to_owned();
        assert_eq!(send(&staff, NEW, &form).await.expect(303).location(), path);
        let page = staff.get(&path).await.expect(200);
        assert!(page.words("#note").join("").contains("braucht Rampe"));
        assert!(page.text().contains("im Kongressbüro aufgenommen"));
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 1);
        let list = staff.get("/owl/desk/orders").await.expect(200);
        assert_eq!(codes(&list).len(), 1);
        assert_eq!(list.words("tbody th .sub"), ["Notiz"]);
    })
    .await;
}

#[tokio::test]
async fn people_are_added_pasted_and_removed_and_nothing_typed_is_lost() {
    run(async |app| {
        app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let pasted = "Kemper, Anke <anke@stadt.example>; Stadt Rietberg\nBernd Rolfes bernd@kreis.example\n";
        let form = filled(&[("action", "paste"), ("paste", pasted), ("notify", "on")]);
        let page = send(&staff, NEW, &form).await.expect(200);
        assert_eq!(page.attributes("#given-2", "value"), ["Anke"]);
        assert_eq!(page.attributes("#organisation-2", "value"), ["Stadt Rietberg"]);
        assert_eq!(page.attributes("#family-3", "value"), ["Rolfes"]);
        assert_eq!(page.attributes("#email-3", "value"), ["bernd@kreis.example"]);
        let form = filled(&[("given-2", "Anke"), ("family-2", "Kemper"), ("action", "remove-1")]);
        let page = send(&staff, NEW, &form).await.expect(200);
        assert_eq!(page.attributes("#given-1", "value"), ["Anke"]);
        assert_eq!(page.attributes("#buyer-name", "value"), ["Petra Kemper"]);
        let page = send(&staff, NEW, &filled(&[("action", "add")])).await.expect(200);
        assert_eq!(page.attributes("#given-1", "value"), ["Lea"]);
        assert_eq!(page.attributes("#given-2", "name"), ["given-2"]);
    })
    .await;
}

#[tokio::test]
async fn who_takes_part_too_stands_in_front_of_the_others_and_replaces_nobody() {
    run(async |app| {
        app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let back = send(&staff, NEW, &filled(&[("placement", &nonce()), ("self", "on")])).await.expect(200);
        assert_eq!(back.attributes("#family-1, #family-2", "value"), ["Kemper", "Nolte"]);
        assert_eq!(back.attributes("#email-1", "value"), ["p.kemper@delbrueck.example"]);
        assert_eq!(back.attributes("[name=category-1] option[selected]", "value"), ["on-site"]);
        assert!(back.text().contains("steht jetzt als Person 1 vor den anderen"), "nothing is placed unseen");
        let shown_self = shown(&back, "self-shown");
        let both = [
            ("self", "on"),
            ("self-shown", shown_self.as_str()),
            ("given-1", "Petra"),
            ("family-1", "Kemper"),
            ("given-2", "Lea"),
            ("family-2", "Nolte"),
            ("category-2", "on-site"),
        ];
        // A letter mended, and how the name parts is as it was typed.
        let mended = filled(&[&both[..], &[("buyer-name", "Anna Petra Kemper"), ("action", "add")]].concat());
        let page = send(&staff, NEW, &mended).await.expect(200);
        assert_eq!(page.attributes("#given-1, #given-2", "value"), ["Anna Petra", "Lea"]);
        // Somebody else, typed over them, is somebody else.
        let over = [
            ("self", "on"),
            ("self-shown", shown_self.as_str()),
            ("given-1", "Tom"),
            ("given-2", "Lea"),
            ("family-2", "Nolte"),
            ("action", "remove-2"),
        ];
        let page = send(&staff, NEW, &filled(&over)).await.expect(200);
        assert_eq!(page.attributes("#given-1, #given-2", "value"), ["Petra", "Tom"], "Lea is gone, nobody else");
        let path = send(&staff, NEW, &filled(&both)).await.expect(303).location().to_owned();
        let placed = staff.get(&path).await.expect(200);
        assert_eq!(placed.words("[aria-labelledby=attendees] h3"), ["Petra Kemper", "Lea Nolte"]);
    })
    .await;
}

#[tokio::test]
async fn pasted_people_leave_the_place_of_who_orders_and_titles_are_no_names() {
    run(async |app| {
        app.congress("owl", 9).await;
        let staff = app.staff(Role::Organiser).await;
        let pasted = "Frau Dr. Anke Kemper\nAnna van der Berg <anna@kreis.example>\n";
        let nobody = [("buyer-name", ""), ("buyer-email", ""), ("given-1", ""), ("family-1", "")];
        let rest = [("self", "on"), ("paste", pasted), ("action", "paste")];
        let page = send(&staff, NEW, &filled(&[&nobody[..], &rest[..]].concat())).await.expect(200);
        assert_eq!(page.attributes("#given-1, #given-2, #given-3", "value"), ["", "Anke", "Anna"]);
        assert_eq!(page.attributes("#family-1, #family-2, #family-3", "value"), ["", "Kemper", "van der Berg"]);
        let mine = [
            ("buyer-name", "Herr Prof. Dr. Ole von Beust"),
            ("self", "on"),
            ("self-shown", ""),
            ("given-1", ""),
            ("family-1", ""),
            ("family-2", "Kemper"),
            ("action", "add"),
        ];
        let page = send(&staff, NEW, &filled(&mine)).await.expect(200);
        assert_eq!(page.attributes("#given-1, #family-1, #family-2", "value"), ["Ole", "von Beust", "Kemper"]);
    })
    .await;
}

#[tokio::test]
async fn a_full_quota_is_told_beside_the_field_and_dates_of_sale_do_not_bind_staff() {
    run(async |app| {
        let owl = app.congress("owl", 1).await;
        let staff = app.staff(Role::Organiser).await;
        app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await;
        let page = send(&staff, NEW, &filled(&[("placement", &nonce())])).await.expect(409);
        assert!(page.words("#category-1-error").join("").contains("seats"));
        assert_eq!(page.attributes("#family-1", "value"), ["Nolte"]);
        let page = send(&staff, NEW, &filled(&[("buyer-kind", ""), ("family-1", ""), ("given-1", "")])).await;
        let page = page.expect(422);
        assert_eq!(page.words("#buyer-kind-error").len() + page.words("#family-1-error").len(), 2);
        // Sold no longer, to the public.
        let row = category::Entity::find().all(app.store.read()).await.unwrap();
        let online = row.into_iter().find(|c| c.slug == "online").unwrap();
        let tx = app.store.begin().await.unwrap();
        let mut row = category::ActiveModel::from(online);
        row.sale_until = Set(Some(tx.now() - chrono::TimeDelta::days(1)));
        row.update(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        send(&staff, NEW, &filled(&[("category-1", "online")])).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_organisers_sees_both_versions_and_chooses() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let path = format!("/owl/desk/orders/{}/attendees/1/details", order.code);
        let seen = shown(&staff.get(&path).await.expect(200), "seen");
        let form = |family: &'static str, seen: &str| {
            [("given-name", "Henrik"), ("family-name", family), ("email", "henrik@kreis.example"), ("language", "de")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into_iter()
                .chain([("seen".to_owned(), seen.to_owned())])
                .collect::<Vec<_>>()
        };
        send(&staff, &path, &form("Stollmann", &seen)).await.expect(303);
        let told = send(&staff, &path, &form("Stellmann", &seen)).await.expect(409);
        let alert = told.words("[aria-labelledby=seen-title]").join("");
        for said in ["Miriam Osterholz", "Stollmann", "Stellmann"] {
            assert!(alert.contains(said), "{said}: {alert}");
        }
        assert_eq!(told.attributes("#family-name", "value"), ["Stellmann"], "what was typed stands there");
        send(&staff, &path, &form("Stellmann", &shown(&told, "seen"))).await.expect(303);
        let page = staff.get(path.trim_end_matches("/details")).await.expect(200);
        assert_eq!(page.words("h1"), ["Henrik Stellmann"]);
        let history = page.words(".timeline").join("");
        assert!(history.contains("Stollmann → Stellmann") && history.contains("henrik@kreis.example"), "{history}");
    })
    .await;
}

#[tokio::test]
async fn a_bounced_ticket_is_seen_at_once_and_mended() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        app.smtp.script(&[Step::RefuseRecipient, Step::RefuseRecipient]);
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}", order.code);
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words(".kern-alert--danger").len(), 2);
        let mend = page.attributes(".kern-alert--danger a", "href").into_iter().find(|a| a.ends_with("/details"));
        let mend = mend.expect("leads to the form");
        let form = staff.get(&mend).await.expect(200);
        let fields = [
            ("given-name", "Henrik"),
            ("family-name", "Stallmann"),
            ("organisation", "Stadt Delbrück"),
            ("email", "richtig@delbrueck.example"),
            ("language", "de"),
            ("send", "on"),
            ("end-link", "on"),
            ("seen", &shown(&form, "seen")),
        ];
        staff.post_form(&mend, &fields).await.expect(303);
        app.run_jobs().await;
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words(".kern-alert--danger").len(), 1, "the buyer's is left");
        assert!(page.words("#ticket-1").join("").contains("gesendet"));
    })
    .await;
}

#[tokio::test]
async fn finance_looks_and_another_congress_knows_nothing() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        app.congress("lippe", 5).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let (finance, organiser) = (app.staff(Role::Finance).await, app.staff(Role::Organiser).await);
        let path = format!("desk/orders/{}", order.code);
        finance.get(&format!("/owl/{path}/attendees/1")).await.expect(200);
        organiser.get(&format!("/owl/{path}/attendees/2")).await.expect(404);
        for end in ["buyer", "note", "link", "attendees/1/details", "attendees/1/category", "attendees/1/link"] {
            finance.get(&format!("/owl/{path}/{end}")).await.expect(404);
            finance.post_form(&format!("/owl/{path}/{end}"), &[]).await.expect(404);
            organiser.get(&format!("/owl/{path}/{end}")).await.expect(200);
            organiser.get(&format!("/lippe/{path}/{end}")).await.expect(404);
            organiser.post_form(&format!("/lippe/{path}/{end}"), &[]).await.expect(404);
        }
        finance.post_form(NEW, &[]).await.expect(404);
        let seen = finance.get(&format!("/owl/{path}")).await.expect(200);
        assert!(!seen.text().contains("/note\"") && !seen.text().contains("/buyer\""), "nothing to change");
        assert_eq!(registration::entity::order::Entity::find().count(app.store.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn repeated_scans_are_one_line_and_the_history_takes_no_more_statements() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Admin).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await.order;
        let (path, ticket) =
            (format!("/owl/desk/orders/{}", order.code), format!("/owl/desk/orders/{}/attendees/1", order.code));
        let before = [statements(app, &staff, &path).await, statements(app, &staff, &ticket).await];
        for position in [1, 2, 1, 1, 2, 1] {
            let number = registration::ticket::number(&order, position);
            let scan = [("gate", "main"), ("ticket", number.as_str()), ("nonce", &nonce())];
            staff.post_form("/owl/door/check-ins", &scan).await.expect(303);
        }
        let page = staff.get(&ticket).await.expect(200);
        let summaries = page.words(".timeline summary");
        assert_eq!(summaries.len(), 1, "{summaries:?}");
        assert!(summaries[0].starts_with("3 × ") && summaries[0].contains("Henrik Stallmann"), "{summaries:?}");
        assert!(!page.words(".timeline").join("").contains("Lea Nolte"), "another's scans are not this ticket's");
        assert_eq!([statements(app, &staff, &path).await, statements(app, &staff, &ticket).await], before);
    })
    .await;
}

#[tokio::test]
async fn what_two_say_of_a_buyer_is_compared_in_words_and_saved_anyway() {
    run(async |app| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let order = app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let path = format!("/owl/desk/orders/{}/buyer", order.code);
        let seen = shown(&staff.get(&path).await.expect(200), "seen");
        let form = |kind: &'static str, language: &'static str| {
            vec![
                ("buyer-kind", kind),
                ("buyer-name", "Petra Kemper"),
                ("buyer-organisation", "Stadt Delbrück"),
                ("buyer-email", "p.kemper@delbrueck.example"),
                ("language", language),
                ("seen", seen.as_str()),
            ]
        };
        staff.post_form(&path, &form("business", "de")).await.expect(303);
        let told = staff.post_form(&path, &form("person", "en")).await.expect(409);
        let words = told.words(".kern-alert--warning dd p").join(" ");
        for said in ["Unternehmen", "Privatperson", "Deutsch", "English"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert!(!words.contains("business") && !words.contains(": de"), "{words}");
        assert_eq!(told.words("main form.panel button[type=submit]"), ["Trotzdem speichern"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_listed_in_the_order_of_the_page() {
    run(async |app| {
        app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let empty = [("buyer-kind", "x"), ("given-1", ""), ("family-1", ""), ("category-1", "")];
        let rest = [("buyer-name", ""), ("buyer-organisation", ""), ("buyer-email", "")];
        let long = "x".repeat(5_000);
        let form = filled(&[&empty[..], &rest[..], &[("note", long.as_str())]].concat());
        let page = send(&staff, NEW, &form).await.expect(422);
        let listed = page.attributes(".error-summary a", "href");
        let inputs = page.attributes("main form [id]", "id");
        let places: Vec<usize> = listed
            .iter()
            .map(|href| inputs.iter().position(|id| format!("#{id}") == *href).expect("a field"))
            .collect();
        assert!(places.len() > 3 && places.is_sorted(), "{listed:?}");
        let note = page.words(".error-summary a[href='#note']").join("");
        assert!(note.contains("Notiz"), "says which field is too long: {note}");
    })
    .await;
}

#[tokio::test]
async fn whoever_really_changed_it_is_named_beside_what_two_say() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Organiser).await;
        let (_, lea) = app.member("Lea Brinkmann", "lea@staff.example", Role::Organiser, Some(owl.id)).await;
        app.smtp.script(&[Step::RefuseRecipient, Step::RefuseRecipient]);
        let order = with_mails(app, &owl, &[("on-site", "Henrik Stallmann")]).await;
        let (path, key) = (format!("/owl/desk/orders/{}", order.code), &app.program.state.link_key);
        let details = format!("{path}/attendees/1/details");
        let person = |family: &'static str, seen: &str| {
            let fields = [("given-name", "Henrik"), ("email", "gast1@delbrueck.example"), ("language", "de")];
            fields
                .into_iter()
                .chain([("family-name", family), ("seen", seen)])
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect::<Vec<_>>()
        };
        let alert = |page: &Reply| page.words("[aria-labelledby=seen-title] > div > p").join("");
        // Staff changed it once, and the holder of the link after the form was shown.
        let seen = shown(&staff.get(&details).await.expect(200), "seen");
        send(&staff, &details, &person("Stollmann", &seen)).await.expect(303);
        let seen = shown(&staff.get(&details).await.expect(200), "seen");
        let secret = registration::load::order_secret(key, &order);
        let name = format!("/owl/orders/{}/{secret}/attendees/1/name", order.code);
        let renamed = [("given", "Henrik"), ("family", "Stellmann"), ("organisation", "")];
        app.guest().post_form(&name, &renamed).await.expect(303);
        let told = send(&staff, &details, &person("Stillmann", &seen)).await.expect(409);
        assert!(alert(&told).contains("Petra Kemper") && !alert(&told).contains("Miriam"), "{}", alert(&told));
        // The addresses were mended from the mails that did not arrive.
        let attendee = shown(&told, "seen");
        let buyer = shown(&staff.get(&format!("{path}/buyer")).await.expect(200), "seen");
        let mails = staff.get("/owl/desk/mails?state=failed").await.attributes("tbody th > a", "href");
        for (mail, at) in mails.iter().zip(1..) {
            let (request, to) = (nonce(), format!("richtig{at}@delbrueck.example"));
            let form = [("address", to.as_str()), ("correct", "on"), ("request", request.as_str())];
            lea.post_form(&format!("{mail}/address"), &form).await.expect(303);
        }
        app.run_jobs().await;
        let told = send(&staff, &details, &person("Stillmann", &attendee)).await.expect(409);
        assert!(alert(&told).contains("Lea Brinkmann"), "{}", alert(&told));
        let form = [("buyer-kind", "person"), ("buyer-name", "P. Kemper"), ("buyer-email", "p@delbrueck.example")];
        let form = [&form[..], &[("language", "de"), ("seen", buyer.as_str())]].concat();
        let told = staff.post_form(&format!("{path}/buyer"), &form).await.expect(409);
        assert!(alert(&told).contains("Lea Brinkmann"), "{}", alert(&told));
    })
    .await;
}

#[tokio::test]
async fn pasted_people_are_never_lost_when_the_order_is_sent() {
    run(async |app| {
        app.congress("owl", 9).await;
        let staff = app.staff(Role::Organiser).await;
        let pasted = "Anke Kemper <anke@stadt.example>\nBernd Rolfes <bernd@kreis.example>";
        let page = send(&staff, NEW, &filled(&[("paste", pasted)])).await.expect(200);
        assert_eq!(page.attributes("#family-1, #family-2, #family-3", "value"), ["Nolte", "Kemper", "Rolfes"]);
        let notice = page.words("main [role=status]").join("");
        assert!(notice.contains("2 eingefügte Personen"), "{notice}");
        assert_eq!(page.words("#paste"), [""], "they are taken over");
        assert!(codes(&staff.get("/owl/desk/orders").await).is_empty(), "nothing is ordered unseen");
        // What cannot be read stays, and nothing is ordered over it.
        let two = "Anke Kemper <anke@stadt.example>\nA <a@x.example>, B <b@x.example>";
        let page = send(&staff, NEW, &filled(&[("paste", two)])).await.expect(422);
        assert_eq!(page.attributes("#family-2", "value"), ["Kemper"]);
        assert_eq!(page.words("#paste"), ["A <a@x.example>, B <b@x.example>"]);
        assert!(page.words("#paste-error").join("").contains("nicht lesen"));
        let page = send(&staff, NEW, &filled(&[("paste", "A <a@x.example>, B <b@x.example>")])).await.expect(422);
        assert_eq!(page.attributes(".error-summary a", "href"), ["#paste"]);
        // More than an order takes.
        let many: String = (0..101).map(|n| format!("Gast Nummer{n}\n")).collect();
        let page = send(&staff, NEW, &filled(&[("paste", &many)])).await.expect(422);
        assert_eq!(page.words("#paste"), ["Gast Nummer99 Gast Nummer100"], "the field is there, and what is in it");
        assert!(page.words("#paste-error").join("").contains("höchstens 100"));
        assert!(codes(&staff.get("/owl/desk/orders").await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn cells_of_a_spreadsheet_are_pasted_with_their_headings_and_tickets() {
    run(async |app| {
        app.congress("owl", 9).await;
        let staff = app.staff(Role::Organiser).await;
        let cells =
            "Nr.\tName\tE-Mail\tTicket\n1\tDr. Petra Kemper\tp@x.example\tonline\n2\tLea Nolte\tl@x.example\tLoge\n";
        let form = filled(&[("given-1", ""), ("family-1", ""), ("paste", cells), ("action", "paste")]);
        let page = send(&staff, NEW, &form).await.expect(422);
        assert_eq!(page.attributes("#given-1, #family-1, #email-1", "value"), ["Petra", "Kemper", "p@x.example"]);
        assert_eq!(page.attributes("[name=category-1] option[selected]", "value"), ["online"]);
        assert_eq!(page.words("#paste"), ["Nr. Name E-Mail Ticket 2 Lea Nolte l@x.example Loge"]);
        assert!(page.words("#paste-error").join("").contains("Ticket, das es nicht gibt"));
    })
    .await;
}
