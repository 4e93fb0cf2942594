//! The public programme over HTTP.

use crate::kit::{App, Client, Reply, run};
use crate::programme::{DRAFT, RELEASED, by_slug, created, event, plan as day, taken};
use crate::schedule::bytes;
use ::base::{Actor, Text, Uuid};
use ::chrono::TimeDelta;
use ::http::Method;
use ::programme::entity::session;
use ::programme::query::public::{Plan, plan};
use ::programme::service::release::release;
use ::schedule::{Event, Link, Person};
use ::scraper::Html;
use ::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// A session with everything.
fn full(id: u32, title: &str, minutes: i64) -> Event {
    Event {
        track: Some("Smarte Städte".into()),
        kind: Some("Vortrag".into()),
        language: Some("de".into()),
        persons: vec![Person { id: Some("7".into()), name: "Anneke Lütkemeyer".into(), ..Person::default() }],
        ..event(id, title, minutes)
    }
}

/// With the track that some of its sessions are in.
fn tracked(version: &str, rooms: Vec<(&str, Vec<Event>)>) -> ::schedule::Schedule {
    let track = ::schedule::Track { name: "Smarte Städte".into(), slug: None, color: None };
    ::schedule::Schedule { tracks: vec![track], ..day(version, rooms) }
}

async fn small(app: &App) -> Plan {
    let owl = app.congress("owl", 10).await;
    let english = Event { language: Some("en".into()), kind: Some("Workshop".into()), ..event(3, "Digital twins", 40) };
    let sent = tracked(
        "7",
        vec![
            ("Auditorium", vec![full(1, "Ersetzendes Scannen", 0), event(2, "Keynote", 60)]),
            ("Foyer", vec![english]),
        ],
    );
    taken(app, owl.id, &sent, RELEASED).await;
    known(app, owl.id).await
}

async fn known(app: &App, congress: Uuid) -> Plan {
    plan(app.store.read(), congress).await.unwrap().expect("a release")
}

fn code<'p>(plan: &'p Plan, title: &str) -> &'p str {
    let is_it = |session: &&::programme::query::public::Session| session.title.de == title || session.title.en == title;
    &plan.sessions.iter().find(is_it).expect("a session").code
}

async fn packed(client: &Client, path: &str) -> Reply {
    client.send(Method::GET, path, &[("accept-encoding", "br")], None, vec![]).await
}

#[tokio::test]
async fn there_is_a_programme_once_one_is_released() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let sent = day("1", vec![("Saal", vec![full(1, "Eins", 0)])]);
        let guest = app.guest();
        taken(app, owl.id, &sent, DRAFT).await;
        let session = session::Entity::find().one(app.store.read()).await.unwrap().unwrap();
        let paths =
            ["", "/now", "/mine", "/zone", &format!("/{}", session.code)].map(|end| format!("/owl/programme{end}"));
        for path in paths.iter().map(String::as_str).chain(["/owl/speakers"]) {
            guest.get(path).await.expect(404);
        }
        let links = "a[href='/owl/programme']";
        assert_eq!(guest.get("/owl").await.expect(200).words(links), Vec::<String>::new());
        release(&app.store, &Actor::system(), owl.id, "", Text::default()).await.unwrap();
        for path in paths.iter().map(String::as_str).chain(["/owl/speakers"]) {
            super::check(&guest.get(path).await.expect(200).text());
            super::check(&guest.in_language("en").get(path).await.expect(200).text());
        }
        assert_eq!(guest.get("/owl").await.expect(200).words(links), ["Programm", "Programm", "Programm ansehen"]);
        guest.get("/owl/programme/zzzzzz").await.expect(404);
        guest.get("/owl/speakers/zzzzzz").await.expect(404);
        app.congress("regio", 10).await;
        guest.get(&format!("/regio/programme/{}", session.code)).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_thousand_sessions_are_light() {
    run(async |app| {
        created(app, "fosdem-2025", &bytes("fosdem-2025.xml"), RELEASED).await;
        created(app, "democon", &bytes("pretalx-democon.json"), RELEASED).await;
        let guest = app.guest();
        let count = async |path: &str| {
            let before = app.store.statements();
            guest.get(path).await.expect(200);
            app.store.statements() - before
        };
        // Read once for a revision, in as many statements as a small one.
        let fresh = (count("/fosdem-2025/programme").await, count("/democon/programme").await);
        assert_eq!(fresh.0, fresh.1);
        assert!(fresh.0 < 24, "{fresh:?}");
        for page in ["", "?day=all&view=list", "?q=linux", "/now", "/mine", "/zone"] {
            let (large, small) = (
                count(&format!("/fosdem-2025/programme{page}")).await,
                count(&format!("/democon/programme{page}")).await,
            );
            assert!(large == small && large < 5, "{page}: {large}, {small}");
        }
        for path in [
            "/fosdem-2025/programme",
            "/fosdem-2025/programme?day=all",
            "/fosdem-2025/programme?day=all&view=print",
            "/fosdem-2025/speakers",
        ] {
            let reply = packed(&guest, path).await.expect(200);
            assert_eq!(reply.header("content-encoding"), "br");
            assert!(reply.bytes.len() < 150_000, "{path}: {} bytes", reply.bytes.len());
            println!("{path}: {} bytes", reply.bytes.len());
        }
        let all = guest.get("/fosdem-2025/programme?day=all&view=list").await.expect(200);
        let fosdem = by_slug(app, "fosdem-2025").await;
        let plan = known(app, fosdem.id).await;
        let (entries, runs) = (all.words("li.slot").len(), all.words("ol.impulses").len());
        assert_eq!(entries - runs + all.words(".impulses li").len(), plan.slots.len());
        assert!(runs > 0, "impulses that follow each other");
        let page = guest.get("/fosdem-2025/programme").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words(".programme-tabs li").len(), 3);
        assert!(page.attributes(".programme--grid", "class")[0].contains("cols-"));
        // A session, a speaker: as many statements as in a small one.
        let one = async |slug: &str, what: &str| {
            let plan = known(app, by_slug(app, slug).await.id).await;
            let session = plan.sessions.iter().find(|session| !session.speakers.is_empty()).unwrap();
            let code = if what == "programme" { &session.code } else { &plan.speakers[session.speakers[0]].code };
            count(&format!("/{slug}/{what}/{code}")).await
        };
        assert_eq!(one("fosdem-2025", "programme").await, one("democon", "programme").await);
        assert_eq!(one("fosdem-2025", "speakers").await, one("democon", "speakers").await);
        // From the cache, and known by its tag.
        let tag = [("if-none-match", page.header("etag"))];
        let again = guest.send(Method::GET, "/fosdem-2025/programme", &tag, None, vec![]).await;
        assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
        for path in ["/fosdem-2025/programme", "/fosdem-2025/programme?day=all&view=list"] {
            let cached = std::time::Instant::now();
            packed(&guest, path).await.expect(200);
            println!("{path}: cached {:?}", cached.elapsed());
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_is_seen_at_once() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let guest = app.guest();
        taken(app, owl.id, &day("1", vec![("Saal", vec![full(1, "Vorher", 0)])]), RELEASED).await;
        for _ in 0..2 {
            assert_eq!(guest.get("/owl/programme").await.expect(200).words("h3"), ["Vorher"]);
        }
        taken(app, owl.id, &day("2", vec![("Saal", vec![full(1, "Nachher", 5)])]), RELEASED).await;
        let page = guest.get("/owl/programme").await.expect(200);
        assert_eq!((page.words("h3"), page.words("li time")), (vec!["Nachher".to_owned()], vec!["09:05".to_owned()]));
        assert!(page.words("p.muted")[0].starts_with("Fassung 2 vom "));
        // What is only in the draft is not.
        taken(app, owl.id, &day("3", vec![("Saal", vec![full(1, "Nachher", 60), full(2, "Neu", 90)])]), DRAFT).await;
        let page = guest.get("/owl/programme").await.expect(200);
        assert_eq!((page.words("h3"), page.words("li time")), (vec!["Nachher".to_owned()], vec!["09:05".to_owned()]));
        let new = session::Entity::find().filter(session::Column::Slug.eq("neu")).one(app.store.read()).await.unwrap();
        guest.get(&format!("/owl/programme/{}", new.unwrap().code)).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_is_looked_for_stands_in_the_address() {
    run(async |app| {
        let plan = small(app).await;
        let guest = app.guest();
        let track = format!("track={}", plan.tracks[0].slug);
        let titles = async |query: &str| guest.get(&format!("/owl/programme?{query}")).await.expect(200).words("h3");
        assert_eq!(titles("").await, ["Ersetzendes Scannen", "Digital twins", "Keynote"]);
        for (query, expected) in [
            ("q=LUETKEMEYER", vec!["Ersetzendes Scannen"]),
            ("q=twins+digital", vec!["Digital twins"]),
            ("spoken=en", vec!["Digital twins"]),
            ("type=workshop", vec!["Digital twins"]),
            (track.as_str(), vec!["Ersetzendes Scannen"]),
            ("room=foyer", vec!["Digital twins"]),
            ("room=foyer&spoken=de", vec![]),
        ] {
            assert_eq!(titles(query).await, expected, "{query}: {:?}", plan.tracks);
        }
        let page = guest.get("/owl/programme?q=twins&view=list").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words("[role=status]"), ["1 Programmpunkt gefunden. Alles zeigen"]);
        assert_eq!(page.attributes("#q", "value"), ["twins"]);
        assert_eq!(page.attributes("[role=status] a", "href"), ["/owl/programme?view=list"]);
        assert_eq!(page.attributes(".language a", "href"), ["/owl/programme?q=twins&view=list&language=en"]);
        // Nothing that is typed becomes a part of the page.
        let page =
            guest.get("/owl/programme?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&room=%3Cb%3E").await.expect(200);
        assert!(!page.text().contains("<script>alert") && !page.text().contains("<b>\""));
        for (query, words) in [("view=print", "tbody tr"), ("view=list", "li.slot")] {
            assert_eq!(
                titles(query).await.len() + guest.get(&format!("/owl/programme?{query}")).await.words(words).len(),
                if query == "view=print" { 3 } else { 6 }
            );
        }
    })
    .await;
}

#[tokio::test]
async fn times_are_told_in_any_zone() {
    run(async |app| {
        let plan = small(app).await;
        let guest = app.guest();
        let page = guest.get("/owl/programme?zone=America/Los_Angeles").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words("li time")[0], "00:00");
        assert_eq!(page.attributes("li time", "datetime")[0], "2027-03-11T00:00-08:00");
        assert_eq!(page.words(".kern-alert").len(), 1, "it differs from the congress's");
        let next = guest.get("/owl/programme?zone=Pacific/Honolulu").await.expect(200).words("li time")[0].clone();
        assert_eq!(next, "10.03. 22:00");
        let own = guest.get("/owl/programme?zone=Europe/Berlin").await.expect(200);
        assert_eq!((own.words(".kern-alert").len(), own.words("li time")[0].as_str()), (0, "09:00"));
        // It goes along.
        let links = page.attributes(".slot__title a", "href");
        assert!(links.iter().all(|link| link.ends_with("?zone=America%2FLos_Angeles")), "{links:?}");
        let session =
            guest.get(&format!("/owl/programme/{}?zone=Asia/Kathmandu", code(&plan, "Keynote"))).await.expect(200);
        super::check(&session.text());
        assert!(session.text().contains("(UTC+5:45)"), "{}", session.text());
        let zones = guest.get("/owl/programme/zone?zone=Asia/Tokyo&q=x").await.expect(200);
        super::check(&zones.text());
        assert!(zones.words("option").len() > 400);
        assert_eq!(zones.attributes("option[selected]", "value"), ["Asia/Tokyo"]);
        assert_eq!(zones.attributes("form input[type=hidden]", "value"), ["x"]);
    })
    .await;
}

#[tokio::test]
async fn a_page_tells_all_of_a_session_and_hostile_words_do_nothing() {
    run(async |app| {
        let owl = app.congress("owl", 10).await;
        let link = |url: &str, title: &str| Link { url: url.into(), title: Some(title.into()), kind: None, service: None };
        let html = Event {
            abstract_text: Some("<h1>Worum</h1><p onclick=\"alert(1)\">Es <em>geht</em> um <a href=\"javascript:alert(2)\">eins</a>, <a href=\"https://owl.example/\" style=\"x\" target=\"_top\">zwei</a><script>alert(3)</script><img src=x onerror=alert(4)><svg><script>alert(5)</script></svg></p><iframe src=\"//evil\"></iframe><form action=\"/owl\"><input name=x></form>".into()),
            links: vec![link("javascript:alert(6)", "Böse"), link("https://owl.example/a?b=c&d", "Gut"), link(" JAVASCRIPT:x", "")],
            attachments: vec![link("data:text/html,<script>", "<b>Datei</b>"), link("https://owl.example/x.pdf", "Folien")],
            recording: ::schedule::Recording { optout: Some(true), ..Default::default() },
            ..full(1, "<script>alert(0)</script>", 0)
        };
        let markdown = Event {
            abstract_text: Some("# Kopf\n\nEin [Link](javascript:alert(1)), [guter](https://owl.example), ![Bild](https://evil.example/x.png) und `a < b`".into()),
            ..event(2, "Markdown", 60)
        };
        taken(app, owl.id, &tracked("1", vec![("Saal", vec![html, markdown])]), RELEASED).await;
        let plan = known(app, owl.id).await;
        let guest = app.guest();
        let page = guest.get(&format!("/owl/programme/{}", code(&plan, "<script>alert(0)</script>"))).await.expect(200);
        let text = page.text();
        super::check(&text);
        for nothing in ["<script>alert", "onclick", "onerror", "javascript:", "JAVASCRIPT:x\"", "<img", "<iframe", "evil", "data:text/html,<", "target=", "<input name=\"x\""] {
            assert!(!text.contains(nothing), "{nothing} in {text}");
        }
        assert_eq!(page.words("h1"), ["<script>alert(0)</script>"]);
        assert_eq!(page.words(".session-text h2"), ["Worum"]);
        assert_eq!(page.words(".session-text em"), ["geht"]);
        assert_eq!(page.attributes(".session-text a[href]", "href"), ["https://owl.example/"]);
        assert_eq!(page.attributes("article ul:not(.row-list) a[rel]", "href"), ["https://owl.example/a?b=c&d", "https://owl.example/x.pdf"]);
        assert!(text.contains("Bitte nicht aufzeichnen") && text.contains("Smarte Städte"));
        let page = guest.get(&format!("/owl/programme/{}", code(&plan, "Markdown"))).await.expect(200);
        let text = page.text();
        super::check(&text);
        assert!(!text.contains("<img") && !text.contains("javascript:"), "{text}");
        assert_eq!(page.attributes(".session-text a[href^=https]", "href"), ["https://owl.example", "https://evil.example/x.png"]);
        let lists = ["/owl/programme", "/owl/programme/now", "/owl/programme?view=print", "/owl/speakers"];
        for path in lists {
            let text = guest.get(path).await.expect(200).text();
            assert!(!text.contains("<script>alert"), "{path}");
        }
        // Who speaks.
        let speaker = plan.speakers.iter().find(|speaker| speaker.name == "Anneke Lütkemeyer").unwrap();
        let page = guest.get(&format!("/owl/speakers/{}", speaker.code)).await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words("li.slot h3"), ["<script>alert(0)</script>"]);
        assert_eq!(guest.get("/owl/speakers").await.expect(200).words(".speaker-list li a"), ["Anneke Lütkemeyer", "Lea Nolte"]);
        assert_eq!(guest.get("/owl/speakers?q=nolte").await.expect(200).words(".speaker-list li a"), ["Lea Nolte"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_cancelled_says_so_also_after_the_next_release() {
    run(async |app| {
        let plan = small(app).await;
        let owl = by_slug(app, "owl").await;
        let guest = app.guest();
        let path = format!("/owl/programme/{}", code(&plan, "Keynote"));
        guest.get("/owl/programme").await.expect(200);
        let tx = app.store.begin().await.unwrap();
        let cancelled = session::ActiveModel { cancelled_at: Set(Some(tx.now())), ..Default::default() };
        session::Entity::update_many()
            .set(cancelled)
            .filter(session::Column::Code.eq(code(&plan, "Keynote")))
            .exec(&*tx)
            .await
            .unwrap();
        congress::service::congress::raise_revision(&tx, owl.id).await.unwrap();
        tx.commit().await.unwrap();
        let page = guest.get("/owl/programme").await.expect(200);
        assert_eq!(page.words(".slot--cancelled h3"), ["Keynote"]);
        assert_eq!(page.words(".slot--cancelled strong"), ["entfällt"]);
        assert!(guest.get(&path).await.expect(200).text().contains("Dieser Programmpunkt entfällt."));
        release(&app.store, &Actor::system(), owl.id, "ohne", Text::default()).await.unwrap();
        assert_eq!(guest.get("/owl/programme").await.expect(200).words("h3").len(), 2);
        let page = guest.get(&path).await.expect(200);
        super::check(&page.text());
        assert!(page.text().contains("Dieser Programmpunkt entfällt."));
        assert_eq!(page.words("button.star").len(), 0);
    })
    .await;
}

#[tokio::test]
async fn now_and_next_go_with_the_clock() {
    run(async |app| {
        small(app).await;
        let guest = app.guest();
        let page = guest.get("/owl/programme/now").await.expect(200);
        assert_eq!(page.words("#laeuft + p"), ["Gerade läuft nichts."]);
        assert_eq!(page.words(".now-next .slot__title"), ["Ersetzendes Scannen"], "what comes first");
        assert_eq!(guest.get("/owl/programme").await.words("#jetzt").len(), 0);
        let start = chrono::DateTime::parse_from_rfc3339("2027-03-11T09:10:00+01:00").unwrap().to_utc();
        app.clock.advance(start - app.clock.now());
        let page = guest.get("/owl/programme/now").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words(".now-next .slot__title"), ["Ersetzendes Scannen", "Digital twins", "Keynote"]);
        assert_eq!(page.words(".now-next .slot__when")[0], "läuft bis 09:30 · Auditorium");
        let page = guest.get("/owl/programme").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words(".slot--now h3"), ["Ersetzendes Scannen"]);
        assert_eq!(
            (page.words("#jetzt"), page.words(".now-line")),
            (vec!["Jetzt und gleich (09:10)".to_owned()], vec!["09:10".to_owned()])
        );
        app.advance(TimeDelta::minutes(35));
        assert_eq!(guest.get("/owl/programme").await.expect(200).words(".slot--now h3"), ["Digital twins"]);
        app.advance(TimeDelta::days(1));
        let page = guest.get("/owl/programme/now").await.expect(200);
        assert_eq!(page.words("#gleich + p"), ["Das Programm ist zu Ende."]);
        guest.get("/owl/programme").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn stars_stay_on_the_device() {
    run(async |app| {
        let plan = small(app).await;
        let (guest, other) = (app.guest(), app.guest());
        let (scan, twins) = (code(&plan, "Ersetzendes Scannen"), code(&plan, "Digital twins"));
        let stars = "/owl/programme/stars";
        let reply = guest.post_form(stars, &[("star", scan), ("back", "/owl/programme?view=list")]).await.expect(303);
        assert_eq!(reply.location(), format!("/owl/programme?view=list#s-{scan}"));
        let cookie = reply.header("set-cookie");
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/owl"),
            "{cookie}"
        );
        for back in ["https://evil.example/", "//evil.example", "/owlish", "/\\evil", "/owl/x\r\ny", ""] {
            let reply = guest.post_form(stars, &[("star", scan), ("back", back)]).await.expect(303);
            assert_eq!(reply.location(), format!("/owl/programme#s-{scan}"), "{back:?}");
        }
        guest.post_form(stars, &[("star", "zzzzzz")]).await.expect(404);
        let script = [("accept", "application/json")];
        let body = format!("star={twins}").into_bytes();
        let kind = Some("application/x-www-form-urlencoded");
        guest.send(Method::POST, stars, &script, kind, body).await.expect(204);
        let page = guest.get("/owl/programme").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.attributes("button.star[aria-pressed=true]", "value"), [scan, twins]);
        assert_eq!(page.attributes("button[name=unstar]", "value"), [scan, twins]);
        assert_eq!(
            other.get("/owl/programme").await.expect(200).attributes("button[aria-pressed=true]", "value").len(),
            0
        );
        let page = guest.get("/owl/programme?starred=on").await.expect(200);
        assert_eq!(page.words("h3"), ["Ersetzendes Scannen", "Digital twins"]);
        let page = guest.get("/owl/programme/mine").await.expect(200);
        super::check(&page.text());
        assert_eq!(page.words("h3"), ["Ersetzendes Scannen", "Digital twins"]);
        guest.post_form(stars, &[("unstar", scan)]).await.expect(303);
        guest.post_form(stars, &[("unstar", scan)]).await.expect(303);
        assert_eq!(guest.get("/owl/programme/mine").await.expect(200).words("h3"), ["Digital twins"]);
        guest.post_form(stars, &[("forget", "all")]).await.expect(303);
        assert_eq!(guest.get("/owl/programme/mine").await.expect(200).words("h3").len(), 0);
        assert_eq!(app.count("SELECT count(*) FROM star").await + app.count("SELECT count(*) FROM session").await, 0);
        // A cookie that somebody made up.
        let odd = [("cookie", "stars=..<script>.aaaaaaaaaaaaaaaaaaaaaa.%00.zzzzzz")];
        let page = guest.send(Method::GET, "/owl/programme/mine", &odd, None, vec![]).await.expect(200);
        assert!(Html::parse_document(&page.text()).errors.is_empty());
    })
    .await;
}
