//! Partners: who carries a congress.

use crate::kit::{App, Client, Reply, run};
use base::{Actor, Uuid};
use congress::CongressError;
use congress::entity::organisation::Kind;
use congress::entity::partner::Part;
use congress::rules::check_link;
use congress::service::partner::{self, Partner};
use identity::Role;
use web::form::Seen;

const PARTNERS: &str = "/owl/desk/settings/partners";

fn seen(reply: &Reply) -> String {
    reply.attributes("input[name=seen]", "value").remove(0)
}

async fn add(client: &Client, name: &str, part: &str, link: &str, position: &str) -> Reply {
    let fields = [("name", name), ("kind", "district"), ("part", part), ("link", link), ("position", position)];
    client.post_form(&format!("{PARTNERS}/new"), &fields).await
}

async fn revision(app: &App, slug: &str) -> i64 {
    congress::query::by_slug(app.store.read(), slug).await.unwrap().unwrap().revision
}

#[tokio::test]
async fn partners_show_on_the_public_page_in_their_order_until_they_are_removed() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        assert!(organiser.get(PARTNERS).await.expect(200).text().contains("Noch kein Partner"));
        assert!(!app.guest().get("/owl").await.text().contains("Kreis Höxter"));
        add(&organiser, "Kreis Höxter", "carrier", "www.kreis-hoexter.de", "2").await.expect(303);
        add(&organiser, "Kreis Paderborn", "carrier", "", "1").await.expect(303);
        add(&organiser, "Sparkasse", "supporter", "", "3").await.expect(303);
        let public = app.guest().get("/owl").await.expect(200);
        assert_eq!(public.words("#partner ~ ul li"), ["Kreis Paderborn", "Kreis Höxter", "Sparkasse"]);
        assert_eq!(public.attributes("#partner ~ ul li a", "href"), ["https://www.kreis-hoexter.de"]);
        let list = organiser.get(PARTNERS).await.expect(200);
        let path = list.attributes("ul.row-list a", "href").remove(1);
        let shown = seen(&organiser.get(&path).await.expect(200));
        let fields = [
            ("seen", shown.as_str()),
            ("name", "Kreis Höxter"),
            ("kind", "district"),
            ("part", "carrier"),
            ("link", ""),
            ("position", "0"),
        ];
        let before = revision(app, "owl").await;
        for _ in 0..2 {
            organiser.post_form(&path, &fields).await.expect(303);
        }
        assert_eq!(revision(app, "owl").await, before + 1, "twice is once");
        let public = app.guest().get("/owl").await.expect(200);
        assert_eq!(public.words("#partner ~ ul li"), ["Kreis Höxter", "Kreis Paderborn", "Sparkasse"]);
        let other = [
            ("seen", shown.as_str()),
            ("name", "Landkreis"),
            ("kind", "other"),
            ("part", "supporter"),
            ("position", "9"),
        ];
        let told = organiser.post_form(&path, &other).await.expect(409);
        assert!(told.text().contains("Miriam Osterholz") && told.text().contains("Förderer"), "{}", told.text());
        for _ in 0..2 {
            organiser.post_form(&format!("{path}/removal"), &[]).await.expect(303);
        }
        assert!(!app.guest().get("/owl").await.text().contains("Kreis Höxter"));
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        let mut verbs: Vec<String> =
            store::event::timeline(app.store.read(), &[id]).await.unwrap().into_iter().map(|l| l.verb).collect();
        verbs.sort();
        assert_eq!(verbs, ["partner.added", "partner.changed", "partner.removed"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_there_is_told_beside_its_field() {
    run(async |app: &App| {
        app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        let wrong = add(&organiser, "", "nothing", "", "x").await.expect(422);
        for field in ["name", "part", "position"] {
            assert_eq!(wrong.words(&format!("#{field}-error")).len(), 1, "{field}: {}", wrong.text());
        }
        let script = add(&organiser, "Kreis Höxter", "carrier", "javascript:alert(1)", "1").await.expect(422);
        assert_eq!(script.words("#link-error").len(), 1);
        add(&organiser, "Kreis Höxter", "carrier", "", "1").await.expect(303);
        let twice = add(&organiser, "Kreis Höxter", "carrier", "", "2").await.expect(422);
        assert!(
            twice.words("#name-error").concat().contains("ist mit dieser Beteiligung schon eingetragen"),
            "{}",
            twice.text()
        );
        add(&organiser, "Kreis Höxter", "supporter", "", "3").await.expect(303);
        app.staff(Role::Finance).await.get(PARTNERS).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_kind_a_body_is_shows_with_every_congress_and_its_links_with_one() {
    run(async |app: &App| {
        let (owl, other) = (app.congress("owl", 5).await, app.congress("andere", 5).await);
        let organiser = app.staff(Role::Organiser).await;
        add(&organiser, "Kreis Höxter", "carrier", "https://www.kreis-hoexter.de", "1").await.expect(303);
        let before = (revision(app, "owl").await, revision(app, "andere").await);
        let fields = [("name", "Kreis Höxter"), ("kind", "business"), ("part", "organiser"), ("position", "1")];
        organiser.post_form("/andere/desk/settings/partners/new", &fields).await.expect(303);
        assert!(revision(app, "owl").await > before.0 && revision(app, "andere").await > before.1);
        let here = congress::query::partners(app.store.read(), owl.id).await.unwrap().remove(0);
        let there = congress::query::partners(app.store.read(), other.id).await.unwrap().remove(0);
        assert_eq!(here.kind, there.kind);
        assert_eq!((here.link.as_str(), there.link.as_str()), ("https://www.kreis-hoexter.de", ""));
    })
    .await;
}

#[tokio::test]
async fn the_same_partner_added_at_once_stands_there_once() {
    run(async |app: &App| {
        let row = app.congress("owl", 5).await;
        let organiser = app.staff(Role::Organiser).await;
        let send = || add(&organiser, "Kreis Höxter", "carrier", "", "1");
        let (one, other) = tokio::join!(send(), send());
        assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
        assert_eq!(congress::query::partners(app.store.read(), row.id).await.unwrap().len(), 1);
    })
    .await;
}

#[test]
fn links_lead_to_web_pages() {
    for link in ["", "https://owl.example", "http://owl.example/a?b=c#d", "https://owl.example:8443/"] {
        assert!(check_link(link).is_ok(), "{link}");
    }
    for link in [
        "owl",
        "javascript:alert(1)",
        "https://",
        "https://owl",
        "https://a b.de",
        "https://bank.example@owl.example",
        "ftp://owl.example",
        "https:///owl.example",
        "https://owl.example/\"onclick",
    ] {
        assert!(check_link(link).is_err(), "{link}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_congresses_say_at_once_of_what_kind_a_body_is() {
    run(async |app: &App| {
        let actor = Actor::system();
        let body =
            |kind| Partner {
                name: "Kreis Höxter".into(), kind, part: Part::Carrier, link: String::new(), position: 1
            };
        let mut rows: Vec<(Uuid, Uuid)> = vec![];
        for slug in ["owl", "lippe", "harz"] {
            let congress = app.congress(slug, 5).await.id;
            rows.push((congress, partner::add(&app.store, &actor, congress, body(Kind::District)).await.unwrap()));
        }
        let mut old = Kind::District;
        for round in 0..20 {
            let kinds = if round % 2 == 0 { [Kind::Authority, Kind::Other] } else { [Kind::District, Kind::School] };
            let seen = Seen::of(&body(old));
            let say = |at: usize, kind| partner::change(&app.store, &actor, rows[at].0, rows[at].1, body(kind), &seen);
            let (one, other) = tokio::join!(say(0, kinds[0]), say(2, kinds[1]));
            let said = [one, other];
            assert_eq!(said.iter().filter(|said| said.is_ok()).count(), 1, "{said:?}");
            let late = said.iter().filter_map(|said| said.as_ref().err());
            assert!(late.clone().all(|error| matches!(error, CongressError::Stale(_))), "{said:?}");
            old = if said[0].is_ok() { kinds[0] } else { kinds[1] };
        }
    })
    .await;
}
