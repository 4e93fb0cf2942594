//! Taking in lists at the desk: handed in, looked at, taken in.

use crate::kit::{App, Client, Reply, run};
use http::Method;
use identity::Role;
use registration::entity::attendee;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use ticketing::entity::category;

const LIST: &str = "Gästeliste;;\n\nWer;E-Mail;Firma\nDr. Petra Kemper;petra@x.example;Stadt Lemgo\n\"Müßig, Jörg\";joerg@x.example;\n";

/// Hands in a file as a browser does; with no name, what was pasted.
async fn hand_in(client: &Client, name: &str, content: &[u8]) -> Reply {
    let (file, pasted): (&[u8], &[u8]) = if name.is_empty() { (b"", content) } else { (content, b"") };
    let head = |rest: &str| format!("--grenze\r\nContent-Disposition: form-data; {rest}\r\n").into_bytes();
    let mut body = head(&format!("name=\"file\"; filename=\"{name}\""));
    body.extend(b"Content-Type: application/octet-stream\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n");
    body.extend(head("name=\"pasted\""));
    body.extend(b"\r\n");
    body.extend(pasted);
    body.extend(b"\r\n--grenze--\r\n");
    let kind = Some("multipart/form-data; boundary=grenze");
    client.send(Method::POST, "/owl/desk/imports", &[], kind, body).await
}

/// The cells of each row of the page's tables.
fn rows(page: &Reply) -> Vec<String> {
    let count = page.words("tbody tr").len();
    let row = |n: usize| page.words(&format!("tbody tr:nth-child({n}) td")).join("|");
    (1..=count).map(row).collect()
}

/// For which choices a preview was shown.
fn seen(page: &Reply) -> String {
    page.attributes("main form [name=seen]", "value").join("")
}

async fn guests(app: &App) -> u64 {
    attendee::Entity::find().count(app.store.read()).await.unwrap()
}

#[tokio::test]
async fn a_list_is_looked_at_mapped_and_taken_in_once() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        staff.get("/owl/desk/imports").await.expect(200);
        let handed = hand_in(&staff, "gäste.csv", LIST.as_bytes()).await.expect(303);
        let path = handed.location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.attributes("select option[selected]", "value"), ["", "ignore", "email", "organisation"]);
        assert_eq!(rows(&page), ["3|ganzer Name||Es gibt keine Spalte mit Namen. Es gibt: Wer, E-Mail, Firma"]);
        assert_eq!(
            page.words("[aria-labelledby=question] option"),
            ["Bitte wählen", "Ticket on-site", "Ticket online", "Ticket paid"]
        );
        assert!(page.attributes("main form[method=post]", "action").is_empty(), "there is no button yet");
        let chosen = [
            ("column-0", "name"),
            ("column-1", "email"),
            ("column-2", "ignore"),
            ("category", "on-site"),
            ("mail", "on"),
        ];
        let again = address::with_query(&path, &chosen);
        let page = staff.get(&again).await.expect(200);
        assert_eq!(
            rows(&page),
            [
                "4|Petra|Kemper petra@x.example|petra@x.example||Ticket on-site|de",
                "5|Jörg|Müßig joerg@x.example|joerg@x.example||Ticket on-site|de"
            ]
        );
        assert!(page.text().contains("2 Personen übernehmen") && page.text().contains("per Mail"));
        assert_eq!(guests(app).await, 0, "looking changes nothing");
        let seen = seen(&page);
        let fields = [&chosen[..], &[("seen", seen.as_str())]].concat();
        let done = staff.post_form(&path, &fields).await.expect(303);
        assert_eq!((done.location(), guests(app).await), ("/owl/desk/orders?source=import", 2));
        // A double click finds done what the first did, and says so.
        let twice = staff.post_form(&path, &fields).await.expect(303);
        assert_eq!((twice.location(), guests(app).await), ("/owl/desk/orders?source=import", 2));
        let told = staff.get(twice.location()).await.words(".notice").join("");
        assert!(told.contains("2 Personen") && !told.contains("liegt nicht mehr vor"), "{told}");
        let log = staff.get("/owl/desk/audit?part=orders").await.words("tbody th").join("");
        assert_eq!(log.matches("Gästeliste übernommen: 2 Personen").count(), 1, "{log}");
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_is_told_with_line_column_value_and_reason() {
    run(async |app| {
        app.congress("owl", 1).await;
        let staff = app.staff(Role::Organiser).await;
        let list =
            "Vorname\tNachname\tMail\tTicket\nAyşe\tKılıç\tayse.example\ton-site\nLea\tNolte\tlea@x.example\tLoge\n";
        let handed = hand_in(&staff, "", list.as_bytes()).await.expect(303);
        let path = handed.location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert!(page.words("h1")[0].contains("Zwischenablage"));
        let told = rows(&page);
        assert_eq!(
            told[0],
            "2|Mail ayse.example|ayse.example|Es fehlt das @-Zeichen, zum Beispiel name@stadt.example.".to_owned(),
            "{told:?}"
        );
        assert_eq!(
            told[1],
            "3|Ticket Loge|Loge|Dieses Ticket gibt es nicht. Es gibt: Ticket on-site; Ticket online; Ticket paid"
        );
        let seen = seen(&page);
        let fields = [
            ("column-0", "given_name"),
            ("column-1", "family_name"),
            ("column-2", "email"),
            ("column-3", "category"),
            ("seen", seen.as_str()),
        ];
        let page = staff.post_form(&path, &fields).await.expect(422);
        assert_eq!((rows(&page).len(), guests(app).await), (2, 0));
    })
    .await;
}

#[tokio::test]
async fn only_who_handed_it_in_finds_it_and_for_an_hour() {
    run(async |app| {
        app.congress("owl", 10).await;
        app.congress("other", 10).await;
        let (staff, admin) = (app.staff(Role::Organiser).await, app.staff(Role::Admin).await);
        let path = hand_in(&staff, "a.csv", LIST.as_bytes()).await.expect(303).location().to_owned();
        staff.get(&path).await.expect(200);
        for (client, path) in
            [(&admin, path.clone()), (&staff, path.replace("/owl/", "/other/")), (&staff, "/owl/desk/imports/x".into())]
        {
            assert!(client.get(&path).await.expect(303).location().ends_with("/desk/imports"), "{path}");
            client.post_form(&path, &[("category", "online")]).await.expect(303);
        }
        app.advance(chrono::TimeDelta::minutes(61));
        staff.get(&path).await.expect(303);
        assert_eq!(guests(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_a_reason() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let nothing = hand_in(&staff, "", b"").await.expect(422);
        assert_eq!(nothing.attributes(".error-summary a", "href"), ["#file"]);
        let empty = hand_in(&staff, "leer.csv", b"").await.expect(422);
        assert_eq!(empty.words("#file-error"), ["Die Datei ist leer."]);
        let page = hand_in(&staff, "export.xls", b"<html><table></table>").await.expect(422);
        assert!(page.words("#file-error")[0].contains("Webseite"));
        let pasted = hand_in(&staff, "", b"Name;Mail\n\"A;a@x.example\nB\n").await.expect(422);
        assert!(pasted.words("#pasted-error")[0].starts_with("Zeile 2:"), "{}", pasted.text());
        assert!(pasted.text().contains("a@x.example"), "what was pasted stays");
        // A large list is taken; other forms stay small.
        let mut large = String::from("Name;E-Mail;Notiz\n");
        for n in 0..20_000 {
            large.push_str(&format!(
                "Gast Nummer{n};gast{n}@x.example;Eine etwas längere Bemerkung, die niemand liest\n"
            ));
        }
        assert!(large.len() > 1_500_000);
        hand_in(&staff, "large.csv", large.as_bytes()).await.expect(303);
        app.guest().post_form("/login", &[("email", &large)]).await.expect(413);
        staff.post_form("/owl/desk/imports", &[("x", "y")]).await.expect(415);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_has_the_name_that_the_page_gives_it() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let path =
            hand_in(&staff, "a.csv", "Wer;Firma\nAntje;Stadt\n".as_bytes()).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        let columns = page.words("tbody td:nth-child(2)");
        assert_eq!(columns, ["ganzer Name", "E-Mail"]);
        let twice = staff.get(&format!("{path}?column-0=given_name&column-1=given_name")).await.expect(200);
        let reasons = twice.words("tbody td:nth-child(4)").join(" ");
        assert!(reasons.contains("(Vorname)") && !reasons.contains("given_name"), "{reasons}");
    })
    .await;
}

#[tokio::test]
async fn what_was_chosen_and_not_looked_at_is_shown_first() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let list = "Name;E-Mail;Ticket\nPetra Kemper;petra@x.example;online\n";
        let path = hand_in(&staff, "a.csv", list.as_bytes()).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.attributes("main form", "method"), ["post"], "the button and the choices are one form");
        assert_eq!(page.attributes("main form [name=mail]", "type"), ["checkbox"]);
        let before = seen(&page);
        let columns = [("column-0", "name"), ("column-1", "email"), ("column-2", "category"), ("category", "")];
        let ticked = [&columns[..], &[("mail", "on"), ("seen", before.as_str())]].concat();
        let again = staff.post_form(&path, &ticked).await.expect(303).location().to_owned();
        assert!(again.starts_with(&path) && again.contains("mail=on"), "{again}");
        assert_eq!(guests(app).await, 0, "nobody has seen that yet");
        let page = staff.get(&again).await.expect(200);
        assert!(page.text().contains("Sie haben die Auswahl geändert") && page.text().contains("per Mail."));
        let now = seen(&page);
        let seen = [&columns[..], &[("mail", "on"), ("seen", now.as_str())]].concat();
        staff.post_form(&path, &seen).await.expect(303);
        app.run_jobs().await;
        assert_eq!((guests(app).await, app.smtp.mails().len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn the_ticket_is_asked_for_beside_all_that_is_refused() {
    run(async |app| {
        let owl = app.congress("owl", 1).await;
        let staff = app.staff(Role::Organiser).await;
        let list = "Name;E-Mail\nPetra Kemper;petra.example\n";
        let path = hand_in(&staff, "a.csv", list.as_bytes()).await.expect(303).location().to_owned();
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.words("#question").len(), 1);
        let told = rows(&page);
        assert!(told.len() == 1 && told[0].contains("Es fehlt das @-Zeichen"), "{told:?}");
        assert!(!page.words("main").join("").contains("on-site,"), "no short names");
        // Only one can be had: it is chosen.
        app.order(owl.id, &[("on-site", "Henrik Stallmann")]).await;
        let tx = app.store.begin().await.unwrap();
        for mut row in category::Entity::find().all(&*tx).await.unwrap().into_iter().map(category::ActiveModel::from) {
            if row.slug.as_ref() == "paid" {
                row.active = Set(false);
                row.update(&*tx).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.attributes("[name=category] option[selected]", "value"), ["online"]);
        assert!(page.words("#question").is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_sheet_that_was_read_is_named() {
    run(async |app| {
        app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Hinweise").unwrap().write(0, 0, "Bitte bis Freitag zurück.").unwrap();
        let list = book.add_worksheet().set_name("Gäste").unwrap();
        for (row, cells) in [(0, ["Name", "E-Mail", "Ticket"]), (1, ["Petra Kemper", "p@x.example", "online"])] {
            for (column, cell) in (0..).zip(cells) {
                list.write(row, column, cell).unwrap();
            }
        }
        let handed = hand_in(&staff, "gäste.xlsx", &book.save_to_buffer().unwrap()).await.expect(303);
        let page = staff.get(handed.location()).await.expect(200);
        assert!(page.text().contains("Gelesen ist das Blatt „Gäste“"), "{}", page.text());
        assert_eq!(rows(&page).len(), 1);
    })
    .await;
}
