//! The pages and the mails: joining, the own page, accepting, the desk.

use super::{by_link, listed, offer_of, page, state, wait};
use crate::kit::{App, Reply, run};
use base::{Actor, Uuid};
use chrono::TimeDelta;
use congress::entity::waiting::{self, State};
use identity::Role;
use post::entity::message;
use registration::load::order_to_manage;
use registration::service::cancellation::cancel;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const LIST: &str = "/owl/waiting";

/// Fills the form and sends it.
async fn join(app: &App, email: &str, count: &str) -> Reply {
    let guest = app.guest();
    let once = guest.get(LIST).await.expect(200).attributes("input[name=once]", "value").remove(0);
    let fields = [
        ("once", once.as_str()),
        ("count", count),
        ("choice-1", "on-site"),
        ("name", "Petra Kemper"),
        ("email", email),
        ("organisation", "Stadt Delbrück"),
    ];
    let first = guest.post_form(LIST, &fields).await;
    // Sent twice is done once.
    guest.post_form(LIST, &fields).await.expect(first.status.as_u16());
    first
}

async fn all(app: &App) -> Vec<waiting::Model> {
    waiting::Entity::find().all(app.store.read()).await.unwrap()
}

/// How many mails of a kind went to an address.
async fn mails(app: &App, to: &str, kind: &str) -> usize {
    let sent = message::Entity::find()
        .filter(message::Column::ToAddress.eq(to))
        .filter(message::Column::Kind.eq(format!("registration.waiting-{kind}")))
        .filter(message::Column::State.eq(post::State::Sent));
    sent.all(app.store.read()).await.unwrap().len()
}

/// Gives back all that an order holds.
async fn free(app: &App, congress: Uuid, code: &str) {
    let order = order_to_manage(app.store.read(), &Actor::system(), congress, code).await.unwrap();
    cancel(&app.store, &order, None, "").await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn a_group_joins_is_offered_places_and_takes_them() {
    run(async |app| {
        let owl = listed(app, 3).await;
        let full = app.order(owl.id, &[("on-site", "A Alt"), ("on-site", "B Bach"), ("on-site", "C Cohn")]).await.order;
        let front = app.guest().get("/owl").await.expect(200);
        assert!(front.attributes("a", "href").contains(&"/owl/waiting?category=on-site".to_owned()));
        let list = app.guest().get(LIST).await.expect(200);
        assert!(
            list.words("p.measure")[0].starts_with("Ausgebucht: „Ticket on-site“. Setzen Sie sich"),
            "online is free"
        );
        let answer = join(app, "p.kemper@delbrueck.example", "3").await.expect(303);
        assert_eq!(answer.location(), "/owl/waiting/sent");
        app.guest().get("/owl/waiting/sent").await.expect(200);
        let entry = all(app).await.remove(0);
        assert_eq!(all(app).await.len(), 1, "sent twice is one entry");
        app.deliver().await;
        assert_eq!(mails(app, "p.kemper@delbrueck.example", "joined").await, 1);
        let own = page(app, entry.id).await;
        let shown = app.guest().get(&own).await.expect(200);
        assert_eq!(shown.words("h1"), ["Sie stehen auf der Warteliste"]);
        assert!(shown.text().contains("an Stelle 1"));

        free(app, owl.id, &full.code).await;
        app.deliver().await;
        assert_eq!(mails(app, "p.kemper@delbrueck.example", "offer").await, 1);
        let shown = app.guest().get(&own).await.expect(200);
        assert_eq!(shown.words("h1"), ["Für Sie ist etwas frei"]);
        // While it stands, nobody else can have the places.
        let places = app.staff(Role::Organiser).await.get("/owl/desk/places").await.expect(200);
        assert!(places.text().contains("für die Warteliste gehalten"));
        assert!(places.words(".kern-alert--danger").is_empty(), "{}", places.text());

        let guest = app.guest();
        let form = guest.get(&format!("{own}/tickets")).await.expect(200);
        assert_eq!(form.attributes("input[name=buyer-name]", "value"), ["Petra Kemper"]);
        assert_eq!(form.words("fieldset[data-attendee]").len(), 3, "as many as are held");
        let hidden = |name: &str| form.attributes(&format!("input[name={name}]"), "value").remove(0);
        let (placement, offer) = (hidden("placement"), hidden("offer"));
        let mut fields = vec![
            ("placement".to_owned(), placement),
            ("offer".into(), offer),
            ("buyer".into(), "public_body".into()),
            ("organisation".into(), "Stadt Delbrück".into()),
            ("buyer-name".into(), "Petra Kemper".into()),
            ("buyer-email".into(), "p.kemper@delbrueck.example".into()),
            ("terms".into(), "on".into()),
            ("action".into(), "place".into()),
        ];
        for n in 1..=2 {
            fields.push((format!("given-{n}"), "Lea".into()));
            fields.push((format!("family-{n}"), format!("Nolte{n}")));
            fields.push((format!("category-{n}"), "on-site".into()));
            fields.push((format!("language-{n}"), "de".into()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let ordered = guest.post_form("/owl/tickets", &fields).await.expect(303);
        let again = guest.post_form("/owl/tickets", &fields).await.expect(303);
        assert_eq!(ordered.location(), again.location(), "a double click is one order");
        assert!(ordered.location().starts_with("/owl/orders/"));
        assert_eq!(state(app, entry.id).await, State::Taken);
        app.run_jobs().await;
        // The third place is free for everybody, since nobody else waits.
        let seats = &ticketing::query::quotas(app.store.read(), owl.id).await.unwrap()[0];
        assert_eq!(seats.taken, 2);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn who_is_on_the_list_already_learns_it_by_mail_alone() {
    run(async |app| {
        let owl = listed(app, 1).await;
        app.order(owl.id, &[("on-site", "A Alt")]).await;
        let first = join(app, "p.kemper@delbrueck.example", "1").await.expect(303);
        let second = join(app, "P.Kemper@delbrueck.example", "1").await.expect(303);
        assert_eq!(first.location(), second.location());
        assert_eq!(all(app).await.len(), 1);
        app.deliver().await;
        assert_eq!(mails(app, "p.kemper@delbrueck.example", "known").await, 1);
        // Nobody floods a mailbox with it.
        for _ in 0..5 {
            join(app, "p.kemper@delbrueck.example", "1").await.expect(303);
        }
        app.deliver().await;
        assert!(mails(app, "p.kemper@delbrueck.example", "known").await <= 3);
        // What is wrong stands beside its field.
        let wrong = join(app, "p.kemper.delbrueck.example", "0").await.expect(422);
        assert_eq!(wrong.words("#count-error, #email-error").len(), 2);
        let many = join(app, "anna@delbrueck.example", "11").await.expect(422);
        assert_eq!(many.words("#count-error").len(), 1);
        let never = join(app, "anna@delbrueck.example", "2").await.expect(422);
        assert_eq!(never.words("#count-error").len(), 1, "more than there ever will be: {}", never.text());
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_remembered_expires_and_goes_on_to_the_next() {
    run(async |app| {
        let owl = listed(app, 1).await;
        let full = app.order(owl.id, &[("on-site", "A Alt")]).await.order;
        let first = wait(app, owl.id, "Petra Kemper", 1, &["on-site"]).await;
        let second = wait(app, owl.id, "Lea Nolte", 1, &["on-site", "paid"]).await;
        free(app, owl.id, &full.code).await;
        // The second one would take a paid ticket, too, of which there is no end.
        assert_eq!((state(app, first.id).await, state(app, second.id).await), (State::Offered, State::Offered));
        let offer = offer_of(app, first.id).await.unwrap();
        app.deliver().await;
        app.advance(offer.ends_at - app.store.now() - TimeDelta::hours(11));
        app.deliver().await;
        assert_eq!(mails(app, "petra.kemper@lemgo.example", "reminder").await, 1);
        app.advance(TimeDelta::hours(11) + TimeDelta::seconds(5));
        app.deliver().await;
        assert_eq!(state(app, first.id).await, State::Expired);
        assert_eq!(mails(app, "petra.kemper@lemgo.example", "lapsed").await, 1);
        let own = page(app, first.id).await;
        let guest = app.guest();
        let late = guest.get(&format!("{own}/tickets")).await.expect(303);
        assert_eq!(late.location(), own);
        guest.post_form(&format!("{own}/return"), &[]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(state(app, first.id).await, State::Offered, "nobody else waits");
        // Before the congress the list ends, and all are told.
        let third = wait(app, owl.id, "Dritte Person", 1, &["on-site"]).await;
        app.advance(TimeDelta::days(40));
        congress::service::waiting::terms::terms(app.store.read(), owl.id).await.unwrap();
        kongress::schedule(&app.store).await.unwrap();
        app.deliver().await;
        assert_eq!(state(app, third.id).await, State::Closed);
        assert_eq!(mails(app, "dritte.person@lemgo.example", "closed").await, 1);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn who_waits_changes_declines_and_leaves() {
    run(async |app| {
        let owl = listed(app, 4).await;
        let full = app
            .order(owl.id, &[("on-site", "A Alt"), ("on-site", "B Bach"), ("on-site", "C Cohn"), ("on-site", "D Dorn")])
            .await
            .order;
        let entry = wait(app, owl.id, "Petra Kemper", 2, &["on-site"]).await;
        let own = page(app, entry.id).await;
        let guest = app.guest();
        let change = format!("{own}/change");
        let form = guest.get(&change).await.expect(200);
        let seen = form.attributes("input[name=seen]", "value").remove(0);
        let fields = |count: &'static str, email: &'static str| {
            [
                ("seen", seen.clone()),
                ("count", count.into()),
                ("choice-1", "on-site".into()),
                ("name", "Petra Kemper".to_owned()),
                ("email", email.into()),
                ("organisation", String::new()),
            ]
        };
        let send = async |sent: &[(&str, String)]| {
            let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
            guest.post_form(&change, &sent).await
        };
        send(&fields("1", "petra.kemper@lemgo.example")).await.expect(303);
        let smaller = by_link(app, entry.id).await.row().clone();
        assert_eq!((smaller.n, smaller.since), (1, entry.since), "fewer keep the place");
        // What was shown is old by now.
        send(&fields("3", "petra.kemper@lemgo.example")).await.expect(409);
        // Another address has another link, and the old one ends.
        let again = guest.get(&change).await.expect(200).attributes("input[name=seen]", "value").remove(0);
        let mut moved = fields("1", "petra@delbrueck.example");
        moved[0].1 = again;
        send(&moved).await.expect(303);
        guest.get(&own).await.expect(404);
        app.deliver().await;
        assert_eq!(mails(app, "petra@delbrueck.example", "again").await, 1);

        let own = page(app, entry.id).await;
        free(app, owl.id, &full.code).await;
        let ask = guest.get(&format!("{own}/refusal")).await.expect(200);
        let offer = ask.attributes("main input[name=offer]", "value").remove(0);
        guest.post_form(&format!("{own}/refusal"), &[("offer", &offer)]).await.expect(303);
        assert_eq!(state(app, entry.id).await, State::Declined);
        guest.post_form(&format!("{own}/refusal"), &[("offer", &offer)]).await.expect(303);
        let other = wait(app, owl.id, "Lea Nolte", 1, &["on-site"]).await;
        app.run_jobs().await;
        let own = page(app, other.id).await;
        guest.get(&format!("{own}/leave")).await.expect(200);
        guest.post_form(&format!("{own}/leave"), &[]).await.expect(303);
        assert_eq!(state(app, other.id).await, State::Left);
        app.run_jobs().await;
        let seats = &ticketing::query::quotas(app.store.read(), owl.id).await.unwrap()[0];
        assert_eq!(seats.taken, 0, "whoever left holds nothing");
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn staff_add_move_offer_and_take_off() {
    run(async |app| {
        let owl = listed(app, 2).await;
        app.order(owl.id, &[("on-site", "A Alt"), ("on-site", "B Bach")]).await;
        let staff = app.staff(Role::Organiser).await;
        let form = staff.get("/owl/desk/waiting/new").await.expect(200);
        let once = form.attributes("main input[name=once]", "value").remove(0);
        let fields = [
            ("once", once.as_str()),
            ("count", "1"),
            ("choice-1", "on-site"),
            ("choice-2", "paid"),
            ("name", "Petra Kemper"),
            ("email", "petra@delbrueck.example"),
            ("language", "de"),
        ];
        let put = staff.post_form("/owl/desk/waiting/new", &fields).await.expect(303);
        assert_eq!(staff.post_form("/owl/desk/waiting/new", &fields).await.expect(303).location(), put.location());
        let one = put.location().to_owned();
        let other = wait(app, owl.id, "Lea Nolte", 2, &["on-site"]).await;
        let list = staff.get("/owl/desk/waiting").await.expect(200);
        assert_eq!(list.words("tbody th a"), ["Petra Kemper", "Lea Nolte"]);
        assert_eq!(list.words("tbody td:first-child"), ["1", "2"]);
        let found = staff.get("/owl/desk/waiting?q=nolte").await.expect(200);
        assert_eq!(found.words("tbody th a"), ["Lea Nolte"]);
        let overview = staff.get("/owl/desk").await.expect(200);
        assert!(overview.text().contains("Warteliste: 2 Anmeldungen warten"), "{}", overview.text());

        let theirs = format!("/owl/desk/waiting/{}", other.id);
        staff.post_form(&format!("{theirs}/priority"), &[("shown", "0"), ("priority", "5")]).await.expect(422);
        let moved = [("shown", "0"), ("priority", "5"), ("reason", "Hält den Vortrag")];
        staff.post_form(&format!("{theirs}/priority"), &moved).await.expect(303);
        let shown = staff.get(&theirs).await.expect(200);
        assert!(shown.text().contains("Hält den Vortrag"));
        let list = staff.get("/owl/desk/waiting").await.expect(200);
        assert_eq!(list.words("tbody th a"), ["Lea Nolte", "Petra Kemper"]);
        // Nothing is free, so nothing can be offered but a paid ticket.
        staff.post_form(&format!("{theirs}/offer"), &[]).await.expect(303);
        assert_eq!(state(app, other.id).await, State::Waiting);
        staff.post_form(&format!("{one}/offer"), &[]).await.expect(303);
        let id: Uuid = one.rsplit('/').next().unwrap().parse().unwrap();
        assert!(offer_of(app, id).await.is_some_and(|offer| offer.by_hand));
        staff.post_form(&format!("{one}/removal"), &[]).await.expect(422);
        staff.post_form(&format!("{one}/removal"), &[("why", "Doppelt")]).await.expect(303);
        assert_eq!(state(app, id).await, State::Removed);
        let file = staff.post_form("/owl/desk/waiting/exports", &[("format", "csv")]).await.expect(200);
        assert!(file.text().contains("Lea Nolte") && file.text().contains("heruntergenommen"), "{}", file.text());
        // Who may not see orders sees none of them.
        let programme = app.staff(Role::Programme).await;
        programme.get("/owl/desk/waiting").await.expect(404);
        staff.get(&format!("/owl/desk/waiting/{}", owl.id)).await.expect(404);
        app.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn without_a_list_nobody_joins_and_nothing_is_held() {
    run(async |app| {
        let owl = app.congress("owl", 1).await;
        app.order(owl.id, &[("on-site", "A Alt")]).await;
        let front = app.guest().get("/owl").await.expect(200);
        assert!(!front.text().contains("/owl/waiting"));
        app.guest().get(LIST).await.expect(200);
        let staff = app.staff(Role::Organiser).await;
        let form = staff.get("/owl/desk/settings/waiting").await.expect(200);
        let seen = form.attributes("main input[name=seen]", "value").remove(0);
        let terms = [("seen", seen.as_str()), ("open", "on"), ("hours", "400"), ("stop-days", "2"), ("most", "5")];
        staff.post_form("/owl/desk/settings/waiting", &terms).await.expect(422);
        let terms = [("seen", seen.as_str()), ("open", "on"), ("hours", "24"), ("stop-days", "2"), ("most", "5")];
        staff.post_form("/owl/desk/settings/waiting", &terms).await.expect(303);
        let front = app.guest().get("/owl").await.expect(200);
        assert!(front.text().contains("/owl/waiting"));
        app.run_jobs().await;
    })
    .await;
}
