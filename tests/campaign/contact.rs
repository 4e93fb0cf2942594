//! Contacts: who is shown to have agreed, who is asked, and who is left alone.

use super::{added, letter, people};
use crate::kit::smtp::Received;
use crate::kit::{App, Client, run};
use ::base::{Actor, Language};
use ::campaign::entity::campaign::Kind;
use ::campaign::query::recipient::results;
use ::campaign::query::segment::reach;
use ::campaign::rules::segment::{Criterion, Group, Segment, Term};
use ::campaign::service::campaign::{Draft, start};
use ::campaign::service::contact::{forget_unanswered, sign_up};
use ::chrono::TimeDelta;
use ::http::Method;
use ::identity::Role;
use ::mail_parser::MessageParser;

const IMPORTS: &str = "/owl/desk/contacts/imports";
const PROVEN: &str = "E-Mail;Name;Sprache;Zustimmung;Zugestimmt am;Quelle\n\
    hanna@it.example;Hanna Brand;en;Ja, gern Neuigkeiten.;24.05.2024 14:30;Messestand\n\
    HANNA@it.example;Hanna Brand;;Ja;25.05.2024;Messestand\n\
    ada.a@delbrueck.example;;;Ja;2024-05-24;Formular\n";
const UNPROVEN: &str = "E-Mail;Name;Zustimmung\nkim@it.example;Kim Frei;\nole@it.example;Ole;Ja\n";

async fn hand_in(staff: &Client, list: &str) -> String {
    let body = format!("--grenze\r\nContent-Disposition: form-data; name=\"pasted\"\r\n\r\n{list}\r\n--grenze--\r\n");
    let kind = Some("multipart/form-data; boundary=grenze");
    let handed = staff.send(Method::POST, IMPORTS, &[], kind, body.into_bytes()).await.expect(303);
    handed.location().to_owned()
}

/// What a mail says, decoded.
fn said(mail: &Received) -> String {
    MessageParser::default().parse(&mail.data).unwrap().body_text(0).unwrap().into_owned()
}

/// The path of the newest link to somebody's answer.
fn link(app: &App, to: &str) -> String {
    let mails = app.smtp.mails();
    let mut texts = mails.iter().rev().filter(|mail| mail.to == to).map(said);
    let text = texts.find(|text| text.contains("/news/")).expect("a question");
    let from = text.find("/owl/news/").expect("a link");
    text[from..].split_whitespace().next().unwrap().to_owned()
}

fn news() -> Segment {
    Segment { any: vec![Group { all: vec![Term { not: false, criterion: Criterion::Contact }] }] }
}

#[tokio::test]
async fn a_list_brings_its_proof_and_the_same_list_again_changes_nothing() {
    run(async |app: &App| {
        let owl = people(app, 2).await;
        let staff = app.staff(Role::Organiser).await;
        assert!(staff.get("/owl/desk/contacts").await.expect(200).text().contains("Es gibt noch keine Kontakte"));
        let path = hand_in(&staff, PROVEN).await;
        let page = staff.get(&path).await.expect(200).text();
        assert!(page.contains("2 Adressen kommen mit Nachweis dazu") && page.contains("Eine Zeile hat"), "{page}");
        for _ in 0..2 {
            staff.post_form(&path, &[]).await.expect(303);
        }
        let proof = "SELECT count(*) FROM consent WHERE purpose = 'newsletter' AND source = 'Messestand' \
                     AND wording = 'Ja, gern Neuigkeiten.'";
        assert_eq!((app.count(proof).await, app.count("SELECT count(*) FROM contact").await), (1, 2));
        let list = staff.get("/owl/desk/contacts?q=brand").await.expect(200);
        assert!(list.text().contains("hanna@it.example") && !list.text().contains("ada.a@"), "{}", list.text());
        let contact = list.attributes("tbody a", "href").remove(0);
        let page = staff.get(&contact).await.expect(200).text();
        assert!(page.contains("24. Mai 2024, 14:30 Uhr") && page.contains("Ja, gern Neuigkeiten."), "{page}");
        let again = hand_in(&staff, PROVEN).await;
        assert!(staff.get(&again).await.expect(200).text().contains("2 Adressen bekommen schon Neuigkeiten"));
        staff.post_form(&again, &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM consent").await, 2);
        // Who has a ticket keeps the language that they chose.
        let german = "SELECT count(*) FROM mailbox WHERE address = 'ada.a@delbrueck.example' AND language = 'de'";
        assert_eq!(app.count(german).await, 1);

        let draft = Draft { kind: Kind::News, segment: news(), ..letter("Neues") };
        let row = added(app, owl, draft).await;
        start(&app.store, &Actor::system(), &row, row.version).await.unwrap();
        app.run_jobs().await;
        assert_eq!(results(app.store.read(), row.id).await.unwrap().sent, 2);
        let mails = app.smtp.mails();
        let hanna = mails.iter().find(|mail| mail.to == "hanna@it.example").expect("a letter");
        assert!(said(hanna).contains("Hello Hanna Brand"), "{}", said(hanna));
        let end = hanna.header("List-Unsubscribe").unwrap();
        let end = &end[end.find("/owl/").unwrap()..end.len() - 1];
        app.guest().post_form(end, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
        // Whoever wanted no more is not brought back.
        let again = hand_in(&staff, PROVEN).await;
        assert!(staff.get(&again).await.expect(200).text().contains("Eine Adresse wollte nichts mehr"));
        staff.post_form(&again, &[]).await.expect(303);
        let standing = "SELECT count(*) FROM consent WHERE purpose = 'newsletter' AND withdrawn_at IS NULL";
        assert_eq!(app.count(standing).await, 1);
        assert!(staff.get(&contact).await.expect(200).text().contains("beendet"));
        staff.post_form(&format!("{contact}/removal"), &[("never", "on")]).await.expect(303);
        staff.get(&contact).await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn who_has_no_proof_is_refused_or_asked_once_and_gets_nothing_before_the_yes() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        let staff = app.staff(Role::Organiser).await;
        let path = hand_in(&staff, UNPROVEN).await;
        let page = staff.get(&path).await.expect(200).text();
        assert!(page.contains("Bei 2 Adressen fehlt der Nachweis") && page.contains("können so nicht"), "{page}");
        staff.post_form(&path, &[]).await.expect(422);
        assert_eq!(app.count("SELECT count(*) FROM contact").await, 0);
        let page = staff.get(&format!("{path}?ask=on")).await.expect(200).text();
        assert!(page.contains("2 Adressen werden per Mail gefragt"), "{page}");
        staff.post_form(&path, &[("ask", "on")]).await.expect(303);
        app.deliver().await;
        let again = hand_in(&staff, UNPROVEN).await;
        assert!(staff.get(&format!("{again}?ask=on")).await.expect(200).text().contains("schon gefragt"));
        staff.post_form(&again, &[("ask", "on")]).await.expect(303);
        app.deliver().await;
        let asked = |to: &str| app.smtp.mails().iter().filter(|mail| mail.to == to).count();
        assert_eq!((asked("kim@it.example"), asked("ole@it.example")), (1, 1));
        let n = async || reach(app.store.read(), owl, &news()).await.unwrap().all;
        assert_eq!(n().await, 0);

        let (kim, ole) = (link(app, "kim@it.example"), link(app, "ole@it.example"));
        assert!(app.guest().get(&kim).await.expect(200).text().contains("Ja, ich möchte Neuigkeiten"));
        assert_eq!(app.count("SELECT count(*) FROM consent").await, 0);
        for _ in 0..2 {
            app.guest().post_form(&kim, &[]).await.expect(303);
        }
        let yes = "SELECT count(*) FROM consent WHERE purpose = 'newsletter' AND source = 'asked' \
                   AND wording LIKE 'Ich möchte per E-Mail Neuigkeiten%'";
        assert_eq!((app.count(yes).await, n().await), (1, 1));
        assert!(app.guest().get(&kim).await.expect(200).text().contains("Sie bekommen Neuigkeiten"));
        app.guest().post_form(&format!("{ole}/end"), &[]).await.expect(303);
        app.guest().get(&ole).await.expect(404);
        let (path, secret) = (kim.rsplit_once('/').unwrap().0, ole.rsplit_once('/').unwrap().1);
        app.guest().post_form(&format!("{path}/{secret}"), &[]).await.expect(404);
        // Neither is asked again: one agreed, one wants nothing.
        let third = hand_in(&staff, UNPROVEN).await;
        let page = staff.get(&format!("{third}?ask=on")).await.expect(200).text();
        assert!(page.contains("Eine Adresse bekommt schon") && page.contains("wollte nichts mehr"), "{page}");
        app.guest().post_form(&format!("{kim}/end"), &[]).await.expect(303);
        assert_eq!(app.count("SELECT count(*) FROM consent WHERE withdrawn_at IS NULL").await, 0);
        assert!(app.guest().get(&kim).await.expect(200).text().contains("Sie bekommen keine Neuigkeiten"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_signs_up_is_asked_once_and_forgotten_if_they_do_not_answer() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        let sign = async |address: &str| app.guest().post_form("/owl/news", &[("email", address)]).await;
        sign("nichts").await.expect(422);
        let first = sign("neu@lemgo.example").await.expect(303);
        let known = sign("ada.a@delbrueck.example").await.expect(303);
        let again = sign("NEU@lemgo.example").await.expect(303);
        assert_eq!([known.location(), again.location()], [first.location(); 2]);
        app.guest().get(first.location()).await.expect(200);
        app.deliver().await;
        let asked =
            |to: &str| app.smtp.mails().iter().filter(|mail| mail.to == to && said(mail).contains("/news/")).count();
        assert_eq!((asked("neu@lemgo.example"), asked("ada.a@delbrueck.example")), (1, 1));
        let ada = link(app, "ada.a@delbrueck.example");
        app.advance(TimeDelta::days(13));
        assert_eq!(forget_unanswered(&app.store).await.unwrap(), 0);
        app.guest().post_form(&ada, &[]).await.expect(303);
        app.advance(TimeDelta::days(2));
        app.guest().get(&link(app, "neu@lemgo.example")).await.expect(404);
        assert_eq!(forget_unanswered(&app.store).await.unwrap(), 1);
        let there =
            |table: &str, column: &str| format!("SELECT count(*) FROM {table} WHERE {column} = 'neu@lemgo.example'");
        assert_eq!(app.count(&there("mailbox", "address")).await, 0);
        assert_eq!(app.count(&there("message", "to_address")).await, 0);
        assert_eq!(app.count("SELECT count(*) FROM contact").await, 1);
        // Whoever has a ticket keeps their mailbox, also when they do not answer.
        let guest = Actor::guest(Language::De);
        let order = app.order(owl, &[("on-site", "Ben B")]).await.order;
        sign_up(&app.store, &guest, owl, ("ben.b@delbrueck.example", ""), Language::De).await.unwrap();
        app.deliver().await;
        app.advance(TimeDelta::days(15));
        assert_eq!(forget_unanswered(&app.store).await.unwrap(), 1);
        assert_eq!(app.count("SELECT count(*) FROM mailbox WHERE address = 'ben.b@delbrueck.example'").await, 1);
        assert!(!order.code.is_empty());
        // From now on they may be asked again.
        sign_up(&app.store, &guest, owl, ("neu@lemgo.example", "Nele"), Language::En).await.unwrap();
        app.deliver().await;
        assert_eq!(asked("neu@lemgo.example"), 2);
        assert!(
            app.guest()
                .in_language("en")
                .get(&link(app, "neu@lemgo.example"))
                .await
                .expect(200)
                .text()
                .contains("Yes, I")
        );
    })
    .await;
}

#[tokio::test]
async fn a_line_that_cannot_be_read_is_named_and_nothing_is_taken_in() {
    run(async |app: &App| {
        people(app, 1).await;
        let staff = app.staff(Role::Organiser).await;
        let list = "Email;Language;Consent;Agreed on;Source\ngood@it.example;en;Yes;2024-05-24;Fair\n\
                    bad.it.example;;Yes;2024-05-24;Fair\na@it.example;fr;Yes;2024-05-24;Fair\n\
                    b@it.example;;Yes;gestern;Fair\nc@it.example;;Yes;2999-01-01;Fair\n";
        let path = hand_in(&staff, list).await;
        let page = staff.post_form(&path, &[("ask", "on")]).await.expect(422);
        let lines = page.words("tbody tr td:first-child");
        assert_eq!(lines, ["3", "4", "5", "6"], "{}", page.text());
        assert_eq!(app.count("SELECT count(*) FROM contact").await, 0);
        let none = hand_in(&staff, "Vorname;Nachname\nA;B\n").await;
        assert!(staff.get(&none).await.expect(200).text().contains("keine Spalte mit E-Mail-Adressen"));
        app.staff(Role::Door).await.get("/owl/desk/contacts").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobodys_words_are_sent_to_strangers_and_a_no_is_heard_for_a_day() {
    run(async |app: &App| {
        let owl = people(app, 1).await;
        let guest = Actor::guest(Language::De);
        for name in [
            "Gewinn! Jetzt http://boese.example/win",
            "klick boese.example",
            "Sehr langer Name, der keiner ist, sondern ein ganzer Satz von jemandem",
        ] {
            sign_up(&app.store, &guest, owl, ("opfer@lemgo.example", name), Language::De).await.unwrap();
        }
        sign_up(&app.store, &guest, owl, ("ok@lemgo.example", "Dr. Nele von Beck-Öhl"), Language::De).await.unwrap();
        app.deliver().await;
        let text = |to: &str| {
            let mail = app.smtp.mails().into_iter().rfind(|mail| mail.to == to).unwrap();
            crate::call::words(&mail)
        };
        assert!(!text("opfer@lemgo.example").contains("boese"));
        assert!(text("ok@lemgo.example").contains("Dr. Nele von Beck-Öhl"));
        let path = link(app, "opfer@lemgo.example");
        app.guest().post_form(&format!("{path}/end"), &[]).await.expect(303);
        let mails = app.smtp.mails().len();
        for _ in 0..3 {
            sign_up(&app.store, &guest, owl, ("opfer@lemgo.example", ""), Language::De).await.unwrap();
        }
        app.deliver().await;
        assert_eq!(app.smtp.mails().len(), mails);
        app.advance(TimeDelta::days(2));
        sign_up(&app.store, &guest, owl, ("opfer@lemgo.example", ""), Language::De).await.unwrap();
        app.deliver().await;
        assert_eq!(app.smtp.mails().len(), mails + 1);
    })
    .await;
}
