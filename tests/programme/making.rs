//! Sessions, speakers, tracks and kinds of sessions, made by hand at the desk.

use super::verbs;
use crate::kit::{App, Client, Reply, run};
use identity::Role;

const SESSIONS: &str = "/owl/desk/sessions";

pub fn hidden(reply: &Reply, name: &str) -> String {
    reply.attributes(&format!("input[name={name}]"), "value").remove(0)
}

/// Adds one by its form, and gives its id.
pub async fn add(client: &Client, list: &str, fields: &[(&str, &str)]) -> String {
    let once = hidden(&client.get(&format!("{list}/new")).await.expect(200), "once");
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("once", once.as_str())]).collect();
    let first = client.post_form(&format!("{list}/new"), &fields).await.expect(303);
    let again = client.post_form(&format!("{list}/new"), &fields).await.expect(303);
    assert_eq!(first.location(), again.location(), "twice is once");
    let page = client.get(list).await.expect(200);
    let last = first.location().rsplit('/').next().unwrap().to_owned();
    if first.location() == list {
        page.attributes("main a", "href")
            .into_iter()
            .rfind(|href| href.starts_with(&format!("{list}/")) && !href.ends_with("/new"))
            .unwrap()
    } else {
        last
    }
}

/// The form as it is shown, with other values in some fields.
pub async fn change(client: &Client, path: &str, other: &[(&str, &str)]) -> Reply {
    let page = client.get(path).await.expect(200);
    let mut fields = shown(&page);
    for (name, value) in other {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    client.post_form(path, &fields).await
}

/// What a browser would send of the main form.
fn shown(page: &Reply) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.text());
    let select = |css: &str| scraper::Selector::parse(css).unwrap();
    let form = html.select(&select("main form.stack--l")).next().expect("a form");
    let mut fields = vec![];
    for input in form.select(&select("input, textarea, select")) {
        let element = input.value();
        let Some(name) = element.attr("name") else { continue };
        let value = match element.name() {
            "textarea" => input.text().collect::<String>().trim_start_matches('\n').to_owned(),
            "select" => {
                let chosen = input.select(&select("option[selected]")).next();
                chosen.and_then(|option| option.value().attr("value")).unwrap_or_default().to_owned()
            }
            _ if element.attr("type") == Some("checkbox") => match element.attr("checked") {
                Some(_) => "on".to_owned(),
                None => continue,
            },
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

#[tokio::test]
async fn a_session_is_made_changed_confirmed_cancelled_and_taken_back() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let staff = app.staff(Role::Programme).await;
        add(&staff, "/owl/desk/session-types", &[("name-de", "Vortrag"), ("minutes", "30"), ("position", "1")]).await;
        add(&staff, "/owl/desk/tracks", &[("name-de", "Verwaltung"), ("colour", "1D7A3E"), ("position", "1")]).await;
        for name in ["Lea Nolte", "Henrik Stallmann"] {
            add(&staff, "/owl/desk/speakers", &[("name", name), ("email", "")]).await;
        }
        let new = staff.get(&format!("{SESSIONS}/new")).await.expect(200);
        let kind = new.attributes("#type option", "value").remove(1);
        let track = new.attributes("#track option", "value").remove(1);
        let fields = [
            ("title-de", "Der digitale Bauantrag"),
            ("title-en", "Building permits"),
            ("type", &kind),
            ("track", &track),
            ("language", "de"),
            ("speaker-1", "Henrik Stallmann"),
            ("speaker-2", "Lea Nolte"),
            ("link-1", "example.org/folien"),
            ("link-file-1", "on"),
        ];
        let id = add(&staff, SESSIONS, &fields).await;
        let path = format!("{SESSIONS}/{id}");
        assert_eq!(app.count("SELECT count(*) FROM slot WHERE starts_at IS NULL AND number = 1").await, 1);
        let page = staff.get(&path).await.expect(200);
        assert!(page.text().contains("offen") && page.text().contains("noch ohne Zeit"), "{}", page.text());
        assert_eq!(page.attributes("#link-1", "value"), ["https://example.org/folien"]);
        assert!(page.attributes("#speaker-1", "value")[0].starts_with("Henrik Stallmann · "));

        // In another order, shorter, with seats. Sent twice it is one change.
        let draft = async || app.count("SELECT draft FROM programme").await;
        let (before, revision) = (draft().await, super::by_slug(app, "owl").await.revision);
        let fields = shown(&page);
        let swapped: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| match name.as_str() {
                "speaker-1" => ("speaker-1", "lea nolte"),
                "speaker-2" => ("speaker-2", "Henrik Stallmann"),
                "seats" => ("seats", "20"),
                name => (name, value.as_str()),
            })
            .collect();
        for _ in 0..2 {
            staff.post_form(&path, &swapped).await.expect(303);
        }
        assert_eq!(draft().await, before + 1);
        assert_eq!(super::by_slug(app, "owl").await.revision, revision + 1);
        let page = staff.get(&path).await.expect(200);
        assert!(page.attributes("#speaker-1", "value")[0].starts_with("Lea Nolte · "));
        assert_eq!(page.attributes("#seats", "value"), ["20"]);

        // Somebody who saw the session as it was before is shown both versions.
        let other: Vec<(&str, &str)> =
            swapped.iter().map(|(n, v)| if *n == "seats" { (*n, "99") } else { (*n, *v) }).collect();
        let told = staff.post_form(&path, &other).await.expect(409);
        assert!(told.text().contains("99") && told.text().contains("20"), "{}", told.text());

        for _ in 0..2 {
            staff.post_form(&format!("{path}/confirmation"), &[("confirmed", "yes")]).await.expect(303);
        }
        assert!(staff.get(&path).await.text().contains("bestätigt"));
        let cancellation = format!("{path}/cancellation");
        staff.get(&cancellation).await.expect(200);
        assert_eq!(
            staff.post_form(&cancellation, &[("reason", " ")]).await.expect(422).words("#reason-error").len(),
            1
        );
        for _ in 0..2 {
            staff.post_form(&cancellation, &[("reason", "Krank")]).await.expect(303);
        }
        let list = staff.get(&format!("{SESSIONS}?state=cancelled")).await.expect(200);
        assert!(list.text().contains("Der digitale Bauantrag") && list.text().contains("fällt aus"));
        staff.post_form(&format!("{path}/restoration"), &[("reason", "Wieder gesund")]).await.expect(303);
        assert!(!staff.get(&format!("{SESSIONS}?state=cancelled")).await.text().contains("Bauantrag"));
        let told: Vec<String> =
            verbs(app, owl.id).await.into_iter().filter(|verb| verb.starts_with("session.")).collect();
        let expected =
            ["session.added", "session.changed", "session.confirmed", "session.cancelled", "session.restored"];
        assert_eq!(told, expected);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_in_a_session_is_told_beside_its_field() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let (other, staff) = (app.congress("andere", 5).await, app.staff(Role::Programme).await);
        add(&staff, "/owl/desk/speakers", &[("name", "Lea Nolte")]).await;
        let path = format!("{SESSIONS}/new");
        let wrong = [
            ("title-de", ""),
            ("minutes", "x"),
            ("track", "zz"),
            ("speaker-1", "Lea Nolte"),
            ("speaker-2", "Lea Nolte"),
            ("speaker-3", "Nemo"),
        ];
        let told = staff.post_form(&path, &wrong).await.expect(422);
        for field in ["title-de", "minutes", "track", "speaker-2", "speaker-3"] {
            assert_eq!(told.words(&format!("#{field}-error")).len(), 1, "{field}: {}", told.text());
        }
        let script = [("title-de", "Eins"), ("link-1", "javascript:alert(1)")];
        assert_eq!(staff.post_form(&path, &script).await.expect(422).words("#link-1-error").len(), 1);
        let less = [("title-de", "Eins"), ("seats", "-3")];
        assert_eq!(staff.post_form(&path, &less).await.expect(422).words("#seats-error").len(), 1);
        // Another congress's track is none, and its session has no page here.
        add(&staff, "/andere/desk/tracks", &[("name-de", "Fremd"), ("position", "1")]).await;
        let foreign = programme::query::tracks(app.store.read(), other.id).await.unwrap()[0].id.to_string();
        staff.post_form(&path, &[("title-de", "Eins"), ("track", &foreign)]).await.expect(404);
        let id = add(&staff, "/andere/desk/sessions", &[("title-de", "Fremd")]).await;
        staff.get(&format!("{SESSIONS}/{id}")).await.expect(404);
        staff.post_form(&format!("{SESSIONS}/{id}/cancellation"), &[("reason", "x")]).await.expect(404);
        app.staff(Role::Finance).await.get(SESSIONS).await.expect(404);
        assert_eq!(app.count("SELECT count(*) FROM programme_session").await, 1);
    })
    .await;
}

#[tokio::test]
async fn lists_find_by_words_people_type_track_state_and_what_has_no_time() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let sent = super::plan(
            "1",
            vec![("Saal", vec![super::event(1, "Bürgerportale öffnen", 0), super::event(2, "Daten teilen", 60)])],
        );
        super::taken(app, owl.id, &sent, super::RELEASED).await;
        let staff = app.staff(Role::Organiser).await;
        add(&staff, "/owl/desk/tracks", &[("name-de", "Wirtschaft"), ("position", "1")]).await;
        let track = programme::query::tracks(app.store.read(), owl.id).await.unwrap()[0].id.to_string();
        add(&staff, SESSIONS, &[("title-de", "Robotik"), ("track", &track)]).await;
        let titles = async |query: &str| {
            let mut titles = staff.get(&format!("{SESSIONS}?{query}")).await.expect(200).words("tbody th a");
            titles.sort();
            titles
        };
        assert_eq!(titles("").await, ["Bürgerportale öffnen", "Daten teilen", "Robotik"]);
        assert_eq!(titles("q=buergerportale").await, ["Bürgerportale öffnen"]);
        assert_eq!(titles("q=lea+daten").await, ["Daten teilen"]);
        assert_eq!(titles("track=wirtschaft").await, ["Robotik"]);
        assert_eq!(titles("track=nichts").await, [""; 0]);
        assert_eq!(titles("state=open").await, ["Robotik"]);
        assert_eq!(titles("placed=no").await, ["Robotik"]);
        let before = app.store.statements();
        staff.get(SESSIONS).await.expect(200);
        let few = app.store.statements() - before;
        for n in 0..10 {
            add(&staff, SESSIONS, &[("title-de", &format!("Nummer {n}"))]).await;
        }
        let before = app.store.statements();
        staff.get(SESSIONS).await.expect(200);
        assert_eq!(app.store.statements() - before, few, "as many statements, however long the list");
        let file =
            staff.post_form(&format!("{SESSIONS}/exports"), &[("format", "csv"), ("q", "lea daten")]).await.expect(200);
        let text = file.text();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines.len() == 2 && lines[0].starts_with("Code") && lines[1].contains("Daten teilen"), "{lines:?}");
        assert!(lines[1].contains("Lea Nolte") && lines[1].contains("Saal"), "{lines:?}");
        let speakers = staff.get("/owl/desk/speakers?q=nolte").await.expect(200);
        assert_eq!(speakers.words("tbody th a"), ["Lea Nolte"]);
        assert_eq!(speakers.words("tbody td a").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn speakers_tracks_and_types_are_changed_and_removed_while_nothing_uses_them() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let sent = super::plan("1", vec![("Saal", vec![super::event(1, "Eins", 0)])]);
        super::taken(app, owl.id, &sent, super::RELEASED).await;
        let staff = app.staff(Role::Programme).await;
        let conn = app.store.read();
        let lea = programme::query::speaker::names(conn, owl.id).await.unwrap()[0].id;
        let path = format!("/owl/desk/speakers/{lea}");
        let other = [("organisation", "Stadt Lemgo"), ("email", "lea@lemgo.example"), ("language", "en")];
        change(&staff, &path, &other).await.expect(303);
        let page = staff.get(&path).await.expect(200);
        assert_eq!(page.attributes("#email", "value"), ["lea@lemgo.example"]);
        assert!(page.words("main").concat().contains("Eins"), "where she speaks");
        assert_eq!(app.count("SELECT count(*) FROM speaker WHERE link_generation = 2").await, 1, "old links are dead");
        assert_eq!(change(&staff, &path, &[("email", "nichts")]).await.expect(422).words("#email-error").len(), 1);
        assert_eq!(change(&staff, &path, &[("name", " ")]).await.expect(422).words("#name-error").len(), 1);
        // She speaks, and stays.
        let kept = staff.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        assert_eq!(kept.location(), path);
        add(&staff, "/owl/desk/speakers", &[("name", "Wer Anders")]).await;
        let names = programme::query::speaker::names(conn, owl.id).await.unwrap();
        let gone = names.iter().find(|name| name.name == "Wer Anders").unwrap().id;
        for _ in 0..2 {
            staff.post_form(&format!("/owl/desk/speakers/{gone}/removal"), &[]).await.expect(303);
        }
        assert_eq!(app.count("SELECT count(*) FROM speaker").await, 1);
        // No address stands in the log.
        assert_eq!(app.count("SELECT count(*) FROM event WHERE CAST(detail AS TEXT) LIKE '%lemgo.example%'").await, 0);

        for list in ["tracks", "session-types"] {
            let list = format!("/owl/desk/{list}");
            let path = add(&staff, &list, &[("name-de", "Über alles"), ("position", "1")]).await;
            let twice = staff.post_form(&format!("{list}/new"), &[("name-de", "Über alles"), ("position", "2")]).await;
            assert_eq!(twice.expect(422).words("#slug-error").len(), 1);
            let wrong = change(&staff, &path, &[("slug", "Ä b")]).await.expect(422);
            assert_eq!(wrong.words("#slug-error").len(), 1);
            change(&staff, &path, &[("slug", "ueber"), ("name-en", "About all")]).await.expect(303);
            let english = staff.in_language("en").get(&list).await.expect(200);
            assert!(english.text().contains("About all"), "{}", english.text());
            staff.post_form(&format!("{path}/removal"), &[]).await.expect(303);
            assert!(!staff.get(&list).await.text().contains("ber alles"));
        }
        assert_eq!(change(&staff, "/owl/desk/tracks/new", &[("name-de", "A"), ("colour", "bunt")]).await.status, 422);
    })
    .await;
}
