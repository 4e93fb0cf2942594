//! What public pages of the programme tell beside when and where: pictures, seats left, what changed.

use super::booking::{booked, of, somebody, workshops};
use super::{event, plan, taken};
use crate::kit::{App, run};
use base::Uuid;
use http::Method;
use identity::Role;
use programme::entity::{speaker, speaker_picture};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// A picture of somebody, as the hand-in keeps it.
async fn pictured(app: &App, speaker: Uuid, digest: &str) {
    let tx = app.store.begin().await.unwrap();
    let row = speaker_picture::ActiveModel {
        id: Set(tx.id()),
        speaker_id: Set(speaker),
        content: Set(b"\xff\xd8\xff\xe0 a picture".to_vec()),
        digest: Set(digest.into()),
        created_at: Set(tx.now()),
    };
    row.insert(&*tx).await.unwrap();
    let congress = speaker::Entity::find_by_id(speaker).one(&*tx).await.unwrap().unwrap().congress_id;
    congress::service::congress::raise_revision(&tx, congress).await.unwrap();
    tx.commit().await.unwrap();
}

async fn named(app: &App, congress: Uuid, name: &str) -> speaker::Model {
    let find = speaker::Entity::find().filter(speaker::Column::CongressId.eq(congress));
    find.filter(speaker::Column::Name.eq(name)).one(app.store.read()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_picture_has_an_address_while_its_speaker_is_public() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        app.congress("other", 5).await;
        let sent = plan("1", vec![("Saal", vec![event(1, "Eins", 0)])]);
        taken(app, owl.id, &sent, super::RELEASED).await;
        let lea = named(app, owl.id, "Lea Nolte").await;
        let guest = app.guest();
        let path = format!("/owl/speakers/{}/picture", lea.code);
        guest.get(&path).await.expect(404);
        let page = guest.get("/owl/speakers").await.expect(200);
        assert_eq!(page.words(".speaker-picture"), ["LN"], "without a picture the letters of the name");
        pictured(app, lea.id, "abc123").await;
        let page = guest.get(&format!("/owl/speakers/{}", lea.code)).await.expect(200);
        assert_eq!(page.attributes("img.speaker-picture", "src"), [format!("{path}?v=abc123")]);
        assert_eq!(page.attributes("img.speaker-picture", "alt"), ["Porträt von Lea Nolte"]);
        assert_eq!(page.attributes("img.speaker-picture", "width"), ["160"]);
        for list in ["/owl/speakers".to_owned(), format!("/owl/programme/{}", code(app, owl.id).await)] {
            let page = guest.get(&list).await.expect(200);
            assert_eq!(page.attributes("img.speaker-picture", "src"), [format!("{path}?v=abc123")], "{list}");
        }
        let picture = guest.get(&format!("{path}?v=abc123")).await.expect(200);
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert_eq!(picture.header("x-content-type-options"), "nosniff");
        assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
        assert!(picture.bytes.starts_with(b"\xff\xd8\xff"));
        let tag = picture.header("etag").to_owned();
        assert_eq!(guest.get(&path).await.expect(200).header("cache-control"), "public, no-cache");
        let known = guest.send(Method::GET, &path, &[("if-none-match", &tag)], None, vec![]).await.expect(304);
        assert!(known.bytes.is_empty());
        let old = guest.send(Method::GET, &path, &[("if-none-match", "\"old\"")], None, vec![]).await.expect(200);
        assert!(!old.bytes.is_empty());
        // Another congress; nobody; somebody who speaks in nothing that is released.
        guest.get(&format!("/other/speakers/{}/picture", lea.code)).await.expect(404);
        guest.get("/owl/speakers/ZZZZZZ/picture").await.expect(404);
        let staff = app.staff(Role::Programme).await;
        super::making::add(&staff, "/owl/desk/speakers", &[("name", "Max Still"), ("language", "de")]).await;
        let max = named(app, owl.id, "Max Still").await;
        pictured(app, max.id, "def456").await;
        guest.get(&format!("/owl/speakers/{}/picture", max.code)).await.expect(404);
        staff.get(&format!("/owl/speakers/{}/picture", max.code)).await.expect(404);
    })
    .await;
}

async fn code(app: &App, congress: Uuid) -> String {
    let all =
        programme::query::session::after(app.store.read(), congress, &Default::default(), (None, 1)).await.unwrap();
    all[0].row.code.clone()
}

#[tokio::test]
async fn changes_lead_to_the_sessions_that_have_a_page() {
    run(async |app: &App| {
        let owl = app.congress("owl", 5).await;
        let sent = |version, all: &[(u32, &str, i64)]| {
            plan(version, vec![("Saal", all.iter().map(|(id, title, at)| event(*id, title, *at)).collect())])
        };
        taken(app, owl.id, &sent("1", &[(1, "Bleibt", 0), (2, "Geht", 60)]), super::RELEASED).await;
        taken(app, owl.id, &sent("2", &[(1, "Bleibt", 30)]), super::RELEASED).await;
        let guest = app.guest();
        let page = guest.get("/owl/programme/changes").await.expect(200);
        let code = code(app, owl.id).await;
        assert_eq!(page.attributes("ul.row-list a", "href"), [format!("/owl/programme/{code}")]);
        assert_eq!(page.words("ul.row-list a"), ["Bleibt"]);
        guest.get(&format!("/owl/programme/{code}")).await.expect(200);
        let programme = guest.get("/owl/programme").await.expect(200);
        assert!(programme.attributes("main a", "href").contains(&"/owl/programme/changes".into()));
        assert_eq!(
            programme.attributes("link[rel=alternate][type='application/atom+xml']", "href"),
            ["/owl/programme/changes.atom"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_tells_how_many_of_its_seats_are_left_at_once() {
    run(async |app| {
        let congress = workshops(app, "owl", &[("Formulare", 60, Some(2)), ("Vortrag", 180, None)]).await;
        let seat = of(app, &congress, "Formulare").await;
        let guest = app.guest();
        let path = format!("/owl/programme/{}", seat.code);
        let page = guest.get(&path).await.expect(200);
        assert!(page.words("[aria-labelledby=plaetze]").join(" ").contains("Noch 2 Plätze"), "{}", page.text());
        let ada = somebody(app, &congress, "on-site", "Ada Eins").await;
        booked(app, &ada, &seat).await.unwrap();
        let page = guest.get(&path).await.expect(200);
        assert!(page.words("[aria-labelledby=plaetze]").join(" ").contains("Noch 1 Platz"), "{}", page.text());
        let all = programme::query::session::after(app.store.read(), congress.id, &Default::default(), (None, 9)).await;
        let open = all.unwrap().into_iter().find(|view| view.row.seats.is_none()).unwrap().row.code;
        let page = guest.get(&format!("/owl/programme/{open}")).await.expect(200);
        assert!(page.words("[aria-labelledby=plaetze]").is_empty());
    })
    .await;
}
