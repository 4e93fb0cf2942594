//! The front door, the congress, and the pages behind a link, in the whole program.

use super::check;
use crate::kit::{App, Client, run};
use crate::question::question;
use ::base::Text;
use ::chrono::TimeDelta;
use ::congress::entity::congress::Phase;
use ::congress::entity::passage;
use ::congress::entity::question::{Kind, UsedFor};
use ::congress::service::congress::{NewPassage, add_passages, set_phase};
use ::congress::service::question::Question;
use ::http::Method;
use ::registration::entity::{attendee, order};
use ::registration::load::{attendee_secret, order_secret};
use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ::store::event::timeline;

/// The path of an order's page.
fn path(app: &App, order: &order::Model) -> String {
    ::address::Order::new("owl", &order.code, order_secret(&app.program.state.link_key, order)).path()
}

async fn attendees(app: &App, order: &order::Model) -> Vec<attendee::Model> {
    let find = attendee::Entity::find().filter(attendee::Column::OrderId.eq(order.id));
    find.all(app.store.read()).await.expect("attendees")
}

async fn my(app: &App, order: &order::Model, position: usize) -> String {
    let attendees = attendees(app, order).await;
    let secret = attendee_secret(&app.program.state.link_key, order, &attendees[position - 1]);
    ::address::My::new("owl", secret).path()
}

async fn two(app: &App) -> order::Model {
    let congress = app.congress("owl", 10).await;
    app.order(congress.id, &[("on-site", "Henrik Stallmann"), ("online", "Ayşe Kılıç")]).await.order
}

async fn notice(guest: &Client, path: &str) -> Vec<String> {
    guest.get(path).await.expect(200).words(".notice")
}

#[tokio::test]
async fn the_front_door_leads_to_the_one_congress_or_lists_them() {
    run(async |app| {
        let guest = app.guest();
        assert!(guest.get("/").await.expect(200).text().contains("kongress congress add"));
        let congress = app.congress("owl", 10).await;
        assert_eq!(guest.get("/").await.expect(303).location(), "/owl");
        app.congress("next", 10).await;
        let list = guest.get("/").await.expect(200);
        check(&list.text());
        assert_eq!(list.attributes("main a", "href").len(), 2);
        let tx = app.store.begin().await.expect("begins");
        set_phase(&tx, &::base::Actor::system(), congress.id, Phase::Draft).await.expect("a draft");
        tx.commit().await.expect("commits");
        assert_eq!(guest.get("/").await.expect(303).location(), "/next", "a draft is nobody's business");
        assert_eq!(guest.get("/owl").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_congress_is_sent_once_as_long_as_nothing_changes() {
    run(async |app| {
        let congress = app.congress("owl", 10).await;
        let guest = app.guest();
        let page = guest.get("/owl").await.expect(200);
        check(&page.text());
        let known = [("if-none-match", page.header("etag"))];
        let ask =
            async |language| guest.in_language(language).send(Method::GET, "/owl", &known, None, vec![]).await.status;
        assert_eq!(ask("de").await, 304);
        assert_eq!(ask("en").await, 200, "another page");
        app.order(congress.id, &[("online", "Lea Nolte")]).await;
        assert_eq!(ask("de").await, 304, "an order alone changes nothing");
        app.order(congress.id, &[("on-site", "Lea Nolte")]).await;
        assert_eq!(ask("de").await, 200, "a step does");
    })
    .await;
}

#[tokio::test]
async fn a_page_of_text() {
    run(async |app| {
        let congress = app.congress("owl", 10).await;
        let tx = app.store.begin().await.expect("begins");
        let new = NewPassage {
            place: passage::Place::Page,
            slug: "imprint".into(),
            icon: String::new(),
            preline: Text::default(),
            title: Text::new("Impressum", "Imprint"),
            body: Text::new("Fürstenallee 7", ""),
        };
        add_passages(&tx, congress.id, vec![new]).await.expect("a page");
        tx.commit().await.expect("commits");
        let page = app.guest().in_language("en").get("/owl/pages/imprint").await.expect(200);
        check(&page.text());
        assert_eq!(page.words("h1"), ["Imprint"]);
        assert_eq!(page.words("article [lang=de]"), ["Fürstenallee 7"]);
        assert_eq!(app.guest().get("/owl/pages/none").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_order_is_there_for_who_holds_its_link_and_for_nobody_else() {
    run(async |app| {
        let order = two(app).await;
        let guest = app.guest();
        let page = guest.get(&path(app, &order)).await.expect(200);
        check(&page.text());
        assert_eq!(page.words("title"), [format!("Bestellung {} – Digitalkongress", order.code)]);
        assert_eq!(page.header("x-robots-tag"), "noindex");
        assert_eq!(page.header("cache-control"), "no-store");
        let other = app.congress("other", 10).await;
        let foreign = app.order(other.id, &[("online", "Lea Nolte")]).await.order;
        let secret = order_secret(&app.program.state.link_key, &order);
        let wrong = [
            path(app, &foreign),
            ::address::Order::new("other", &order.code, &secret).path(),
            ::address::Order::new("owl", "ZZZZZZ", &secret).path(),
            ::address::Order::new("owl", &order.code, "aaaaaaaaaaaaaaaaaaaaaaaaaa").path(),
            ::address::My::new("owl", format!("{}-1-{secret}", order.code.to_lowercase())).path(),
            ::address::My::new("owl", "x").path(),
        ];
        let mut pages = vec![];
        for path in &wrong {
            pages.push(guest.get(path).await.expect(404).words("main"));
        }
        pages.dedup();
        assert_eq!(pages.len(), 1, "they all say the same");
    })
    .await;
}

#[tokio::test]
async fn looking_changes_nothing() {
    run(async |app| {
        let order = two(app).await;
        let (here, own) = (path(app, &order), my(app, &order, 1).await);
        let guest = app.guest();
        let pages = [
            format!("{here}/mail"),
            format!("{here}/cancellation"),
            format!("{here}/attendees/1/name"),
            format!("{here}/attendees/2/mail"),
            format!("{here}/attendees/1/substitute"),
            format!("{here}/attendees/1/category"),
            format!("{here}/attendees/1/category?category=online"),
            format!("{here}/cancellation?chosen=yes"),
            format!("{here}/cancellation?position=1"),
            format!("{own}/substitute"),
            format!("{own}/category"),
            format!("{here}/attendees/2/cancellation"),
            own.clone(),
            format!("{own}/name"),
            format!("{own}/mail"),
            format!("{own}/cancellation"),
        ];
        for path in &pages {
            for language in ["de", "en"] {
                check(&guest.in_language(language).get(path).await.expect(200).text());
            }
        }
        assert_eq!(guest.get(&format!("{here}/attendees/3/name")).await.status, 404);
        let happened = timeline(app.store.read(), &[order.id]).await.expect("a timeline");
        assert_eq!(happened.len(), 1, "it was placed, and that is all");
    })
    .await;
}

#[tokio::test]
async fn names_are_corrected() {
    run(async |app| {
        let order = two(app).await;
        let (here, guest) = (path(app, &order), app.guest());
        let form = format!("{here}/attendees/1/name");
        assert_eq!(
            guest.get(&form).await.expect(200).attributes("input", "value"),
            ["Henrik", "Stallmann", "Stadt Delbrück"]
        );
        let empty =
            guest.post_form(&form, &[("given", " "), ("family", ""), ("organisation", "Kreis")]).await.expect(422);
        check(&empty.text());
        assert_eq!(empty.attributes("[name=organisation]", "value"), ["Kreis"]);
        let fields = [("given", "Hendrik"), ("family", "Stallmann"), ("organisation", "Stadt Delbrück")];
        let done = guest.post_form(&form, &fields).await.expect(303);
        assert_eq!(done.location(), here);
        let page = guest.get(&here).await.expect(200);
        assert_eq!(page.words(".notice"), ["Der Name ist geändert."]);
        assert_eq!(page.words("h3")[0], "Hendrik Stallmann");
        assert!(
            page.words(".timeline li")[0]
                .starts_with("Name geändert: Henrik Stallmann, Stadt Delbrück heißt jetzt Hendrik")
        );
        assert_eq!(guest.get(&here).await.expect(200).words(".notice"), Vec::<String>::new(), "told once");
    })
    .await;
}

#[tokio::test]
async fn tickets_are_cancelled_once() {
    run(async |app| {
        let order = two(app).await;
        let asked = question("Anlass", Kind::Text);
        app.ask(order.congress_id, "occasion", Question { used_for: UsedFor::Order, ..asked })
            .await
            .expect("a question");
        let (here, guest) = (path(app, &order), app.guest());
        let one = format!("{here}/attendees/1/cancellation");
        assert!(guest.get(&here).await.expect(200).words("h2").contains(&"Angaben zur Bestellung".to_owned()));
        assert_eq!(guest.post_form(&one, &[("reason", "krank")]).await.expect(303).location(), here);
        assert_eq!(notice(&guest, &here).await, ["Das Ticket ist storniert. Eine Bestätigung kommt per Mail."]);
        guest.post_form(&one, &[]).await.expect(303);
        assert_eq!(notice(&guest, &here).await, ["Dieses Ticket war schon storniert."]);
        assert_eq!(guest.get(&one).await.status, 409, "there is nothing left to cancel");
        let page = guest.get(&here).await.expect(200);
        assert_eq!(page.words(".ticket-card .kern-badge"), ["Storniert", "Gültig"]);
        assert_eq!(page.words("h1"), ["Alles bereit für eine Person"]);
        let all = format!("{here}/cancellation");
        guest.post_form(&all, &[]).await.expect(303);
        let page = guest.get(&here).await.expect(200);
        check(&page.text());
        assert_eq!(page.words("h1"), ["Diese Bestellung ist storniert"]);
        let headings = page.words("h2");
        assert!(!headings.iter().any(|h| h == "Bestellung ändern" || h == "Angaben zur Bestellung"), "{headings:?}");
        assert!(page.words(".qr").is_empty());
        guest.post_form(&all, &[]).await.expect(303);
        assert!(notice(&guest, &here).await[0].starts_with("Daran lässt sich nichts mehr ändern"));
        assert_eq!(guest.get(&format!("{here}/tickets.pdf")).await.status, 404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn mails_are_sent_again_but_not_without_end() {
    run(async |app| {
        let order = two(app).await;
        let (here, guest) = (path(app, &order), app.guest());
        let mut notices = vec![];
        for path in ["mail", "attendees/1/mail", "mail", "mail"] {
            guest.post_form(&format!("{here}/{path}"), &[]).await.expect(303);
            notices.extend(notice(&guest, &here).await);
        }
        assert!(notices[..3].iter().all(|n| n.starts_with("Die Mail ist unterwegs.")));
        assert!(notices[3].starts_with("Diese Mails wurden gerade mehrmals angefordert."));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn an_attendee_sees_nothing_of_the_others() {
    run(async |app| {
        let order = two(app).await;
        let (own, guest) = (my(app, &order, 2).await, app.guest().in_language("en"));
        let page = guest.get(&own).await.expect(200);
        check(&page.text());
        assert_eq!(page.words("h1"), ["Your ticket is valid"]);
        assert_eq!(page.words("title"), ["My congress – Digitalkongress"]);
        assert!(!page.text().contains("Stallmann") && !page.text().contains("Kemper"));
        guest.post_form(&format!("{own}/cancellation"), &[]).await.expect(303);
        assert_eq!(guest.get(&own).await.expect(200).words("h1"), ["Your ticket has been cancelled"]);
        assert_eq!(guest.get(&format!("{own}/ticket.pdf")).await.status, 404);
        assert_eq!(guest.get(&format!("{own}/calendar.ics")).await.status, 404);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn tickets_and_dates_to_take_along() {
    run(async |app| {
        let order = two(app).await;
        let (here, own, guest) = (path(app, &order), my(app, &order, 1).await, app.guest());
        for path in [format!("{here}/tickets.pdf"), format!("{own}/ticket.pdf")] {
            let pdf = guest.get(&path).await.expect(200);
            assert_eq!(pdf.header("content-type"), "application/pdf");
            assert!(pdf.header("content-disposition").starts_with("attachment; filename=\"ticket-"));
            assert!(pdf.bytes.starts_with(b"%PDF-"));
        }
        let ics = guest.get(&format!("{own}/calendar.ics")).await.expect(200).text();
        let id = attendees(app, &order).await[0].id;
        for line in [format!("UID:{id}@kongress"), "SEQUENCE:0".into(), "URL:http://kongress.test/owl".into()] {
            assert!(ics.contains(&format!("\r\n{line}\r\n")), "{line} in {ics}");
        }
        assert!(!ics.contains(&order_secret(&app.program.state.link_key, &order)), "no secret in a calendar");
        let fields = [("given", "Hendrik"), ("family", "Stallmann"), ("organisation", "")];
        guest.post_form(&format!("{own}/name"), &fields).await.expect(303);
        let newer = guest.get(&format!("{own}/calendar.ics")).await.expect(200).text();
        assert!(newer.contains("\r\nSEQUENCE:1\r\n") && newer.contains(&format!("UID:{id}@kongress")));
        assert_eq!(
            guest.get(&format!("{here}/calendar.ics")).await.expect(200).text(),
            newer,
            "one appointment, not two"
        );
    })
    .await;
}

/// Lets a congress have been yesterday. (Moving the clock would end the guest's session too.)
async fn yesterday(app: &App, congress: ::base::Uuid) {
    use ::congress::entity::congress::{Column, Entity};
    use ::sea_orm::sea_query::Expr;
    use ::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let tx = app.store.begin().await.expect("begins");
    Entity::update_many()
        .col_expr(Column::StartsAt, Expr::value(tx.now() - TimeDelta::days(2)))
        .col_expr(Column::EndsAt, Expr::value(tx.now() - TimeDelta::days(1)))
        .filter(Column::Id.eq(congress))
        .exec(&*tx)
        .await
        .expect("it was yesterday");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn nothing_changes_after_the_congress() {
    run(async |app| {
        let congress = app.congress("owl", 10).await;
        let order = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let (here, guest) = (path(app, &order), app.guest());
        yesterday(app, congress.id).await;
        let page = guest.get(&here).await.expect(200);
        check(&page.text());
        assert!(page.text().contains("An dieser Bestellung lässt sich nichts mehr ändern."));
        assert!(
            page.attributes("a", "href")
                .iter()
                .all(|href| !href.ends_with("/cancellation") && !href.ends_with("/name"))
        );
        guest.post_form(&format!("{here}/cancellation"), &[]).await.expect(303);
        assert!(notice(&guest, &here).await[0].starts_with("Daran lässt sich nichts mehr ändern"));
    })
    .await;
}

#[tokio::test]
async fn an_order_takes_the_same_statements_however_long_it_is() {
    run(async |app| {
        let congress = app.congress("owl", 100).await;
        let short = app.order(congress.id, &[("on-site", "Lea Nolte")]).await.order;
        let names: Vec<String> = (0..30).map(|n| format!("Lea Nolte{n}")).collect();
        let people: Vec<(&str, &str)> = names.iter().map(|name| ("on-site", name.as_str())).collect();
        let long = app.order(congress.id, &people).await.order;
        let guest = app.guest();
        let cost = async |path: String| {
            let before = app.store.statements();
            guest.get(&path).await.expect(200);
            app.store.statements() - before
        };
        // The footer is read once for each revision, and so is the public page as long as no step of it changes.
        cost(path(app, &short)).await;
        assert_eq!(cost(path(app, &short)).await, 19);
        assert_eq!(cost(path(app, &long)).await, 19);
        assert_eq!(cost("/owl".into()).await, 9);
        assert_eq!(cost("/owl".into()).await, 4);
    })
    .await;
}
