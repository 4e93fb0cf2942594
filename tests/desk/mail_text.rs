//! A congress words its mails its own way, and keeps kinds of them back.

use super::with_mails;
use crate::call::words;
use crate::kit::smtp::Received;
use crate::kit::{App, Client, Reply, run};
use ::identity::Role;
use ::post::text::{template_of, versions};
use base::Language;
use mail_parser::MessageParser;
use std::collections::BTreeMap;

const ORDER: &str = "/owl/desk/mails/texts/registration.order?in=de";
const HENRIK: &[(&str, &str)] = &[("on-site", "Henrik Stallmann")];
/// As the template words it.
const LEAVING: &str = "Dann geben Sie den Platz bitte frei, damit jemand anderes ihn bekommt.";

/// The form as it begins.
async fn fields(staff: &Client, path: &str) -> BTreeMap<String, String> {
    let page = staff.get(path).await.expect(200);
    let form = format!("form[action=\"{}\"]", path.split("&version").next().unwrap_or(path));
    let mut all: BTreeMap<String, String> = page
        .attributes(&format!("{form} input[type=hidden]"), "name")
        .into_iter()
        .zip(page.attributes(&format!("{form} input[type=hidden]"), "value"))
        .collect();
    let names = page.attributes(&format!("{form} textarea"), "name");
    all.extend(names.into_iter().zip(page.words(&format!("{form} textarea"))));
    all
}

/// The field whose text begins so.
fn field(fields: &BTreeMap<String, String>, text: &str) -> String {
    let found = fields.iter().find(|(_, value)| value.starts_with(text));
    found.map_or_else(|| panic!("{text} in {fields:?}"), |(name, _)| name.clone())
}

async fn send(staff: &Client, fields: &BTreeMap<String, String>, deed: &str) -> Reply {
    let all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain([("do", deed)]).collect();
    staff.post_form(ORDER, &all).await
}

async fn saved(app: &App, congress: base::Uuid) -> usize {
    let template = template_of("registration.order").expect("a template");
    versions(app.store.read(), congress, template, Language::De).await.expect("versions").len()
}

fn subject(mail: &Received) -> String {
    MessageParser::default().parse(&mail.data).expect("a mail").subject().unwrap_or_default().to_owned()
}

fn html(mail: &Received) -> String {
    MessageParser::default().parse(&mail.data).expect("a mail").body_html(0).expect("HTML").into_owned()
}

#[tokio::test]
async fn other_words_are_looked_at_tried_saved_and_put_back() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let page = staff.get(ORDER).await.expect(200);
        assert!(page.text().contains("Eine solche Mail ging noch an niemanden."));
        with_mails(app, &owl, HENRIK).await;
        let mails = app.smtp.mails().len();
        let mut typed = fields(&staff, ORDER).await;
        let leaving = field(&typed, LEAVING);
        // As the one with the ticket gets it, not who ordered.
        let page = staff.get(ORDER).await.expect(200);
        let who = page.words("#as option").into_iter().zip(page.attributes("#as option", "value"));
        let henrik = who.into_iter().find(|(address, _)| address.starts_with("gast1@")).expect("Henrik");
        typed.insert("as".into(), henrik.1);
        typed.insert(leaving.clone(), "Parken Sie am **Heinz Nixdorf MuseumsForum**, {{ name_of_nobody }}.".into());
        let refused = send(&staff, &typed, "save").await.expect(422);
        assert!(refused.text().contains("Den Platzhalter „name_of_nobody“ gibt es in diesem Text nicht."));
        typed.insert(leaving.clone(), "Parken Sie bei {{ congress_name }}. <b>{{ congress_name }}</b>".into());
        // Looked at and tried: nothing is saved, and nobody else gets anything.
        let looked = send(&staff, &typed, "look").await.expect(200);
        assert!(looked.words("pre.letter-text").concat().contains("Parken Sie bei"), "{}", looked.text());
        assert_eq!(saved(app, owl.id).await, 0);
        // What Henrik reads stands open; what is said to others stands behind it.
        let others = looked.words("main details.panel textarea");
        assert!(!others.iter().any(|text| text.starts_with("Parken Sie")), "{others:?}");
        assert!(others.iter().any(|text| text.starts_with("vielen Dank. Ihre Anmeldung")), "{others:?}");
        send(&staff, &typed, "trial").await.expect(200);
        send(&staff, &typed, "trial").await.expect(200);
        app.run_jobs().await;
        let all = app.smtp.mails();
        assert_eq!(all.len(), mails + 1, "asked for twice by one form, it comes once");
        let trial = all.last().expect("a trial");
        assert!(
            words(trial).contains("Parken Sie bei") && !words(trial).contains("Dann geben Sie den Platz bitte frei")
        );
        assert!(subject(trial).starts_with("Probe: "), "{}", subject(trial));
        let link = crate::call::path_in(&words(&all[0]), "/owl/");
        let secret = link.rsplit('/').next().unwrap_or_default();
        assert_eq!(secret.len(), 26, "{link}");
        assert!(!words(trial).contains(secret), "no secret of anybody's link");
        // Saved: from now on, also what waits is worded so.
        send(&staff, &typed, "save").await.expect(303);
        assert_eq!(saved(app, owl.id).await, 1);
        with_mails(app, &owl, &[("on-site", "Ayşe Kılıç-Brand")]).await;
        let mail = app.smtp.mails().into_iter().skip(mails + 1).find(|mail| words(mail).contains("Parken Sie"));
        let mail = mail.expect("a ticket in these words");
        assert!(words(&mail).contains("Parken Sie bei"), "{}", words(&mail));
        assert!(!html(&mail).contains("<b>"), "what looks like a tag is text");
        // An older version stands before it: the template itself, taken back piece by piece.
        let mut shown = fields(&staff, ORDER).await;
        let leaving = field(&shown, "Parken Sie");
        let reset = send(&staff, &shown, &format!("reset-{}", leaving.trim_start_matches("piece-"))).await.expect(200);
        assert!(reset.words("textarea").iter().any(|text| text.starts_with(LEAVING)));
        assert_eq!(saved(app, owl.id).await, 1, "nothing is saved by that");
        shown.insert(leaving, LEAVING.into());
        send(&staff, &shown, "save").await.expect(303);
        let first = fields(&staff, &format!("{ORDER}&version=1")).await;
        field(&first, "Parken Sie");
        let page = staff.get(ORDER).await.expect(200);
        assert_eq!(page.words("#versions ~ ol li").len(), 2, "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn of_two_who_save_the_second_sees_the_first() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let mut mine = fields(&staff, ORDER).await;
        let mut theirs = mine.clone();
        let leaving = field(&mine, LEAVING);
        theirs.insert(leaving.clone(), "Ihrs".into());
        send(&staff, &theirs, "save").await.expect(303);
        mine.insert(leaving, "Meins".into());
        let told = send(&staff, &mine, "save").await.expect(409);
        assert!(told.words("textarea").contains(&"Meins".to_owned()), "what was typed stays");
        assert_eq!(saved(app, owl.id).await, 1);
        mine.insert("version".into(), told.attributes("input[name=version]", "value").remove(0));
        send(&staff, &mine, "save").await.expect(303);
        assert_eq!(saved(app, owl.id).await, 2);
        staff.get("/owl/desk/mails/texts/identity.login").await.expect(404);
        staff.get("/owl/desk/mails/texts/registration.nothing").await.expect(404);
        let finance = app.staff(Role::Finance).await;
        finance.get(ORDER).await.expect(200);
        finance.post_form(ORDER, &[("do", "save")]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_lets_its_recipient_in_is_seen_by_nobody_else() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Admin).await;
        let new = [("name", "Lea Nolte"), ("email", "lea@staff.example"), ("language", "de"), ("here", "door")];
        staff.post_form("/owl/desk/settings/team/new", &new).await.expect(303);
        app.run_jobs().await;
        let invitations = "SELECT count(*) FROM message WHERE kind = 'identity.invitation'";
        assert_eq!(app.count(invitations).await, 1);
        let links = async || app.count("SELECT count(*) FROM login_link").await;
        let before = links().await;
        let path = "/owl/desk/mails/texts/identity.invitation?in=de";
        let page = staff.get(path).await.expect(200);
        assert!(page.text().contains("Der Link in dieser Mail gilt nur für die Person, die sie bekommt."));
        assert!(page.words("pre.letter-text").is_empty() && page.words("#as").is_empty());
        let template = template_of("identity.invitation").expect("a template");
        let all = ::post::text::recipients(app.store.read(), owl.id, template).await.expect("recipients");
        let mail = all[0].id.to_string();
        for at in
            [format!("{path}&as={mail}"), format!("/owl/desk/mails/texts/identity.invitation/letter?in=de&as={mail}")]
        {
            assert!(!staff.get(&at).await.text().contains("/login/link"), "{at}");
        }
        let mut typed = fields(&staff, path).await;
        typed.insert("as".into(), mail);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        staff.post_form(path, &[&typed[..], &[("do", "trial")]].concat()).await.expect(404);
        staff.post_form(path, &[&typed[..], &[("do", "look")]].concat()).await.expect(200);
        app.run_jobs().await;
        assert_eq!(links().await, before, "looking makes no link");
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_filled_in_stop_no_ticket() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let mut typed = fields(&staff, ORDER).await;
        let leaving = field(&typed, LEAVING);
        // Known in the template, and only where the mail is a trial order's.
        typed.insert(leaving, "Probe {{ test.of.something }}".into());
        assert!(send(&staff, &typed, "save").await.expect(422).text().contains("test.of.something"));
        let template = template_of("registration.order").expect("a template");
        let bad = [(LEAVING.to_owned(), "{{ gone.away }}".to_owned())].into_iter().collect();
        let by = base::Actor::system();
        let own = ::post::entity::mail_text::OwnWords(bad);
        ::post::text::save(&app.store, &by, (owl.id, template, Language::De), 0, own).await.expect("saved");
        with_mails(app, &owl, HENRIK).await;
        assert!(app.smtp.mails().iter().any(|mail| words(mail).contains(LEAVING)), "a ticket goes all the same");
        let page = staff.get("/owl/desk/mails?q=gast1").await.expect(200);
        let link = page.attributes("tbody th a", "href").remove(0);
        assert!(staff.get(&link).await.expect(200).text().contains("Der eigene Text ließ sich nicht ausfüllen"));
    })
    .await;
}

#[tokio::test]
async fn a_kind_is_kept_back_until_it_is_released() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let staff = app.staff(Role::Organiser).await;
        let holding = "/owl/desk/mails/texts/registration.order/holding";
        for _ in 0..2 {
            staff.post_form(holding, &[("held", "on")]).await.expect(303);
        }
        with_mails(app, &owl, HENRIK).await;
        assert_eq!(app.smtp.mails().len(), 0);
        let list = staff.get("/owl/desk/mails/texts").await.expect(200);
        assert!(list.text().contains("2 Mails warten auf Freigabe"), "{}", list.text());
        // Released, they go, though the kind is still kept back.
        staff.post_form("/owl/desk/mails/releases", &[]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.smtp.mails().len(), 2);
        with_mails(app, &owl, HENRIK).await;
        assert_eq!(app.smtp.mails().len(), 2);
        staff.post_form(holding, &[("held", "off")]).await.expect(303);
        with_mails(app, &owl, HENRIK).await;
        assert_eq!(app.smtp.mails().len(), 4);
        let log = staff.get("/owl/desk/audit").await.expect(200).text();
        assert!(log.contains("Mails zurückgehalten: Anmeldung und Tickets"), "{log}");
    })
    .await;
}
