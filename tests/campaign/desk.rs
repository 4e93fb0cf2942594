//! Campaigns at the desk: written without a script, counted, sent, looked at.

use crate::kit::world::form;
use crate::kit::{App, Client, run};
use base::{Actor, Language};
use chrono::TimeDelta;
use identity::Role;
use identity::service::consent::{Agreed, give_consent};
use identity::service::mailbox::mailbox_for;
use mail_parser::MessageParser;
use registration::service::order::place;

const HOSTILE: &str = "<b>{{7*7}}</b>";
const NEW: &str = "/owl/desk/campaigns/new";

/// A campaign to everybody who has a ticket, by night as by day.
const TYPED: [(&str, &str); 13] = [
    ("name", "Anreise"),
    ("kind", "service"),
    ("subject-de", "Bald geht es los"),
    ("subject-en", "It begins soon"),
    ("at-night", "on"),
    ("block-1-is", "text"),
    ("block-1-text-de", "Guten Tag {{ given_name }}, bis **bald**."),
    ("block-1-text-en", "Hello {{ given_name }}, see you **soon**."),
    ("group-1", "on"),
    ("term-1-1-not", ""),
    ("term-1-1-is", "ticket"),
    ("term-1-1-of", ""),
    ("block-add-is", "button"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = TYPED.into_iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more.iter().copied()).collect()
}

/// A congress with two people who come; one of them has a name that somebody tried something with.
async fn with_people(app: &App) {
    let owl = app.congress("owl", 10).await;
    let mut form = form(&[("on-site", "Henrik Stallmann"), ("online", "Lea Nolte")]);
    form.attendees[0].given_name = HOSTILE.into();
    place(&app.store, &Actor::guest(Language::De), owl.id, form).await.unwrap();
}

async fn added(staff: &Client, more: &[(&str, &str)]) -> String {
    let once = staff.get(NEW).await.expect(200).attributes("[name=once]", "value").remove(0);
    let typed = [&with(more)[..], &[("once", &*once), ("do", "save")]].concat();
    let path = staff.post_form(NEW, &typed).await.expect(303).location().to_owned();
    let again = staff.post_form(NEW, &typed).await.expect(303);
    assert_eq!(again.location(), path, "sent twice, it is one");
    path
}

#[tokio::test]
async fn a_campaign_is_written_without_a_script() {
    run(async |app: &App| {
        with_people(app).await;
        let staff = app.staff(Role::Organiser).await;
        assert!(staff.get("/owl/desk/campaigns").await.expect(200).text().contains("Es gibt noch keine Rundmail"));
        let send = async |more: &[(&str, &str)], status: u16| staff.post_form(NEW, &with(more)).await.expect(status);
        let two = send(&[("do", "block-add")], 200).await;
        assert_eq!(two.attributes("[name=block-2-is]", "value"), ["button"]);
        let button =
            [("block-2-is", "button"), ("block-2-label-de", "Mein Kongress"), ("block-2-url", "https://owl.example")];
        let up = send(&[&button[..], &[("do", "block-up-2")]].concat(), 200).await;
        assert_eq!(up.attributes("[name=block-1-url]", "value"), ["https://owl.example"], "what was typed moves along");
        let gone = send(&[&button[..], &[("do", "block-remove-1")]].concat(), 200).await;
        assert_eq!(gone.attributes("[name=block-1-is]", "value"), ["button"]);
        let more = send(&[("do", "term-add-1")], 200).await;
        assert_eq!(more.attributes("option[selected][value=ticket]", "value").len(), 2);
        let chosen = [("term-1-1-is", "category"), ("term-1-1-not", "not")];
        let shown = send(&[&chosen[..], &[("do", "show")]].concat(), 200).await;
        assert_eq!(shown.attributes("#term-1-1-of option", "value").len(), 4, "its three tickets, and none");
        let wrong = send(&[&chosen[..], &[("do", "save")]].concat(), 422).await;
        assert!(wrong.words("#term-1-1-of-error").concat().contains("Bitte wählen"), "{}", wrong.text());
        let groups = send(&[("do", "group-add")], 200).await;
        assert!(groups.text().contains("Gruppe 2"));
        let text = [("term-1-1-is", "organisation"), ("term-1-1-of", "DELBRÜCK"), ("term-1-1-not", "not")];
        let counted = send(&[&text[..], &[("do", "count")]].concat(), 200).await.text();
        assert!(counted.contains("zu keiner Organisation gehören, in deren Namen „DELBRÜCK“ vorkommt"), "{counted}");
        let counted = send(&[("do", "count")], 200).await.text();
        assert!(
            counted.contains("An alle, die ein Ticket haben.") && counted.contains("Gerade passen 2 Adressen dazu")
        );
        assert!(counted.contains("lea.nolte@delbrueck.example"));
        assert_eq!(app.count("SELECT count(*) FROM campaign").await, 0, "nothing of it was kept");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_campaign_is_looked_at_tried_out_and_sent() {
    run(async |app: &App| {
        with_people(app).await;
        let staff = app.staff(Role::Organiser).await;
        let faulty = added(&staff, &[("subject-en", ""), ("block-1-text-de", "{{ nonsense }}")]).await;
        let page = staff.get(&faulty).await.expect(200).text();
        assert!(
            page.contains("Der Betreff fehlt in einer") && page.contains("Den Platzhalter „nonsense“ gibt es nicht")
        );
        let refused = staff.post_form(&format!("{faulty}/start"), &[("version", "1")]).await.expect(303);
        assert_eq!(refused.location(), faulty);
        staff.post_form(&format!("{faulty}/removal"), &[]).await.expect(303);

        let path = added(&staff, &[]).await;
        let page = staff.get(&path).await.expect(200);
        let like = page.attributes("#as option", "value");
        assert_eq!(like.len(), 3, "nobody in particular, and two who are meant");
        let hostile = like.iter().find(|id| !id.is_empty()).unwrap();
        let page = staff.get(&format!("{path}?as={hostile}")).await.expect(200).text();
        assert!(page.contains("Guten Tag &lt;b&gt;{{7*7}}&lt;/b&gt;, bis bald."), "{page}");
        let frame = staff.get(&format!("{path}/letter?in=en&as={hostile}")).await.expect(200);
        assert!(frame.text().contains("Hello &lt;b&gt;{{7*7}}&lt;/b&gt;"), "{}", frame.text());
        assert!(frame.header("content-security-policy").contains("sandbox"));

        let past = [("version", "1"), ("when", "at"), ("at", "2020-01-01T10:00")];
        let wrong = staff.post_form(&format!("{path}/plan"), &past).await.expect(422);
        assert!(wrong.words("#at-error").concat().contains("schon vorbei"), "{}", wrong.text());
        let before = [("version", "1"), ("when", "before"), ("days", "7"), ("time", "09:00")];
        staff.post_form(&format!("{path}/plan"), &before).await.expect(303);
        assert!(staff.get(&path).await.expect(200).text().contains("geplant"));
        staff.post_form(&format!("{path}/plan/removal"), &[]).await.expect(303);

        let request = app.store.chance().opaque_id().to_string();
        for _ in 0..2 {
            staff.post_form(&format!("{path}/test"), &[("request", &request), ("as", hostile)]).await.expect(303);
        }
        app.deliver().await;
        let tests = app.smtp.mails();
        assert_eq!(tests.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), ["organiser@staff.example"; 2]);

        let ask = staff.get(&format!("{path}/start")).await.expect(200);
        assert!(ask.text().contains("Die Mail geht an 2 Adressen"), "{}", ask.text());
        let version = ask.attributes("[name=version]", "value").remove(0);
        for _ in 0..2 {
            staff.post_form(&format!("{path}/start"), &[("version", &version)]).await.expect(303);
        }
        app.run_jobs().await;
        app.deliver().await;
        let mails = app.smtp.mails();
        assert_eq!(mails.len(), 4, "two who try it out, and each who is meant once");
        let texts: Vec<String> = mails[2..]
            .iter()
            .map(|mail| {
                let message = MessageParser::default().parse(&mail.data).unwrap();
                let html = message.body_html(0).unwrap().into_owned();
                assert!(!html.contains("<b>"), "{html}");
                message.body_text(0).unwrap().into_owned()
            })
            .collect();
        assert!(texts.iter().any(|text| text.contains("Guten Tag <b>{{7*7}}</b>, bis bald.")), "{texts:?}");
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("verschickt") && page.words("dd.number")[..2] == ["2", "2"], "{}", page.text());
        let file = staff.post_form(&format!("{path}/exports"), &[("format", "csv")]).await.expect(200).text();
        assert!(file.contains("lea.nolte@delbrueck.example"), "{file}");
        let log = staff.get("/owl/desk/audit?part=mails").await.expect(200).text();
        assert!(log.contains("Rundmail begonnen: Anreise, 2 Adressen"), "{log}");
        let copy = staff.post_form(&format!("{path}/copy"), &[("once", "x")]).await.expect(303);
        assert!(staff.get(copy.location()).await.expect(200).text().contains("Anreise (Kopie)"));
        staff.get(&format!("{path}/edit")).await.expect(303);
        let gone = staff.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        assert_eq!(gone.location(), path, "what went out stays");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_a_campaign_the_second_sees_both_versions() {
    run(async |app: &App| {
        with_people(app).await;
        let staff = app.staff(Role::Organiser).await;
        let path = added(&staff, &[]).await;
        let edit = format!("{path}/edit");
        let send = async |name: &str, version: &str| {
            staff.post_form(&edit, &with(&[("name", name), ("version", version), ("do", "save")])).await
        };
        send("Anfahrt", "1").await.expect(303);
        // Whoever adds a piece meanwhile still has the version that they saw.
        let again = staff.post_form(&edit, &with(&[("version", "1"), ("do", "block-add")])).await.expect(200);
        assert_eq!(again.attributes("[name=version]", "value"), ["1"]);
        let late = send("Parken", "1").await.expect(409);
        assert_eq!(late.attributes("[name=name]", "value"), ["Parken"], "what was typed stays");
        assert!(late.text().contains("Anfahrt") && late.text().contains("Trotzdem speichern"), "{}", late.text());
        assert_eq!(late.attributes("[name=version]", "value"), ["2"]);
        send("Parken", "2").await.expect(303);
        // What differs in the other language alone is told, too.
        let german = [("name", "Parken"), ("block-1-text-de", "Von beiden anders"), ("version", "2"), ("do", "save")];
        let late = staff.in_language("en").post_form(&edit, &with(&german)).await.expect(409).text();
        assert!(late.contains("Von beiden anders") && !late.contains("the same as what was saved"), "{late}");
        let started = staff.post_form(&format!("{path}/start"), &[("version", "2")]).await.expect(303);
        assert!(staff.get(started.location()).await.expect(200).text().contains("inzwischen geändert"));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn campaigns_are_the_offices_alone() {
    run(async |app: &App| {
        with_people(app).await;
        let organiser = app.staff(Role::Organiser).await;
        let path = added(&organiser, &[]).await;
        let door = app.staff(Role::Door).await;
        for at in ["/owl/desk/campaigns", NEW, &path, &format!("{path}/edit"), &format!("{path}/start")] {
            door.get(at).await.expect(404);
        }
        door.post_form(&format!("{path}/start"), &[("version", "1")]).await.expect(404);
        app.congress("other", 10).await;
        organiser.get(&path.replace("/owl/", "/other/")).await.expect(404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn news_tell_who_does_not_get_them_and_which_orders_followed() {
    run(async |app: &App| {
        with_people(app).await;
        let owl = congress::query::by_slug(app.store.read(), "owl").await.unwrap().unwrap();
        let tx = app.store.begin().await.unwrap();
        for address in ["petra@lemgo.example", "lea.nolte@delbrueck.example"] {
            let who = mailbox_for(&tx, owl.host_id, address, Language::De).await.unwrap().id;
            let agreed = Agreed { purpose: "newsletter", wording: "Ja", language: Language::De, source: "desk" };
            give_consent(&tx, who, Some(owl.id), agreed).await.unwrap();
        }
        tx.commit().await.unwrap();
        let staff = app.staff(Role::Organiser).await;
        let all = [
            ("kind", "news"),
            ("group-2", "on"),
            ("term-2-1-not", "not"),
            ("term-2-1-is", "ticket"),
            ("term-2-1-of", ""),
        ];
        let path = added(&staff, &all).await;
        let ask = staff.get(&format!("{path}/start")).await.expect(200);
        // Of four, whoever ordered and who tried something out did not agree.
        assert!(ask.text().contains("Die Mail geht an 2 Adressen"), "{}", ask.text());
        assert_eq!(ask.words("dd.number"), ["2"]);
        staff.post_form(&format!("{path}/start"), &[("version", "1")]).await.expect(303);
        app.run_jobs().await;
        app.deliver().await;
        assert_eq!(app.smtp.mails().len(), 2);
        app.advance(TimeDelta::days(1));
        let followed = async |address: &str| {
            let mut form = form(&[("online", "Petra Lemke")]);
            form.buyer.email = address.into();
            place(&app.store, &Actor::guest(Language::De), owl.id, form).await.unwrap();
            let row = campaign::load::of_congress(app.store.read(), owl.id, path.rsplit('/').next().unwrap()).await;
            campaign::query::recipient::followed(app.store.read(), &row.unwrap()).await.unwrap()
        };
        assert_eq!(followed("petra@lemgo.example").await, 1);
        assert_eq!(followed("p.kemper@delbrueck.example").await, 1, "who had ordered before, and did not get it");
        app.advance(TimeDelta::days(14));
        assert_eq!(followed("petra@lemgo.example").await, 1, "that is long after");
        let staff = app.staff(Role::Organiser).await;
        assert!(staff.get(&path).await.expect(200).text().contains("Neue Bestellungen in den 14 Tagen danach"));
        app.run_jobs().await;
    })
    .await;
}
