//! Orders that wait for a decision: their places are held, the door stays shut, one decision holds.

use super::access::set;
use crate::kit::world::form;
use crate::kit::{App, run};
use ::base::{Actor, Language, Uuid};
use ::identity::Role;
use ::registration::entity::{attendee, cancellation, decision, order};
use ::registration::form::OrderForm;
use ::registration::load::{attendee_secret, order_secret};
use ::registration::query::order::{OrderView, view};
use ::registration::service::order::place;
use ::sea_orm::{EntityTrait, QueryOrder};

async fn waiting(app: &App, congress: Uuid, people: &[(&str, &str)]) -> OrderView {
    for slug in people.iter().map(|(slug, _)| *slug) {
        set(app, congress, slug, |access| access.needs_approval = true).await;
    }
    let form = OrderForm { notify: true, ..form(people) };
    let placed = place(&app.store, &Actor::guest(Language::De), congress, form).await.unwrap();
    app.run_jobs().await;
    placed.view()
}

async fn now(app: &App, view_before: &OrderView) -> OrderView {
    let row = order::Entity::find_by_id(view_before.order.id).one(app.store.read()).await.unwrap().unwrap();
    view(app.store.read(), row).await.unwrap()
}

fn states(view: &OrderView) -> Vec<attendee::State> {
    view.attendees.iter().map(|a| a.attendee.state).collect()
}

async fn taken(app: &App, congress: Uuid) -> i32 {
    let quotas = ::ticketing::query::quotas(app.store.read(), congress).await.unwrap();
    quotas.iter().map(|quota| quota.taken).sum()
}

/// Subjects of all mails, oldest first.
async fn subjects(app: &App) -> Vec<String> {
    app.deliver().await;
    let mails = ::post::entity::message::Entity::find().order_by_asc(::post::entity::message::Column::Id);
    mails.all(app.store.read()).await.unwrap().into_iter().map(|mail| mail.subject.unwrap_or_default()).collect()
}

#[tokio::test]
async fn an_order_waits_with_its_places_and_is_good_once_approved() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let order = waiting(app, congress, &[("on-site", "Henrik Stallmann"), ("on-site", "Lea Nolte")]).await;
        assert_eq!(order.order.state, order::State::AwaitingApproval);
        assert_eq!(states(&order), [attendee::State::Unapproved; 2]);
        assert_eq!(taken(app, congress).await, 2);
        let staff = app.staff(Role::Organiser).await;
        let code = &order.order.code;
        let list = staff.get("/owl/desk/orders?state=awaiting_approval").await.expect(200).text();
        assert!(list.contains(code), "{list}");
        assert!(staff.get("/owl/desk").await.expect(200).text().contains("2 Tickets warten auf Freigabe"));
        let path = format!("/owl/desk/orders/{code}/decision");
        staff.get(&path).await.expect(200);
        let fields = [("verdict", "approved"), ("reason", "Schön, dass Sie kommen."), ("notify", "on")];
        staff.post_form(&path, &fields).await.expect(303);
        staff.post_form(&path, &fields).await.expect(303);
        let after = now(app, &order).await;
        assert_eq!((after.order.state, states(&after)), (order::State::Confirmed, vec![attendee::State::Valid; 2]));
        assert_eq!(taken(app, congress).await, 2);
        app.run_jobs().await;
        let page = staff.get(&format!("/owl/desk/orders/{code}")).await.expect(200).text();
        assert!(page.contains("Schön, dass Sie kommen."), "{page}");
        assert_eq!(decision::Entity::find().all(app.store.read()).await.unwrap().len(), 1);
        let mails = subjects(app).await;
        assert_eq!(mails.iter().filter(|subject| subject.starts_with("Ihr Ticket für")).count(), 2, "{mails:?}");
    })
    .await;
}

#[tokio::test]
async fn what_costs_awaits_payment_and_its_invoice_after_approval() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let (nobody, seller) = (::web::form::Seen::of(&()), crate::payment::seller());
        ::payment::service::seller::set(&app.store, &Actor::system(), congress, seller, &nobody).await.unwrap();
        let order = waiting(app, congress, &[("paid", "Henrik Stallmann")]).await;
        let invoices = async || ::payment::entity::invoice::Entity::find().all(app.store.read()).await.unwrap().len();
        assert_eq!((order.order.state, invoices().await), (order::State::AwaitingApproval, 0), "nothing is owed yet");
        assert_eq!(now(app, &order).await.order.payment_due_at, None);
        let staff = app.staff(Role::Organiser).await;
        let path = format!("/owl/desk/orders/{}/decision", order.order.code);
        staff.post_form(&path, &[("verdict", "approved"), ("reason", "")]).await.expect(303);
        app.run_jobs().await;
        let after = now(app, &order).await;
        assert_eq!((after.order.state, states(&after)[0]), (order::State::AwaitingPayment, attendee::State::Unpaid));
        assert!(after.order.payment_due_at.is_some());
        assert_eq!(invoices().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_refused_order_is_cancelled_with_the_reason_and_its_places_are_free_once() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let order = waiting(app, congress, &[("on-site", "Henrik Stallmann")]).await;
        let staff = app.staff(Role::Organiser).await;
        let path = format!("/owl/desk/orders/{}/decision", order.order.code);
        staff.post_form(&path, &[("verdict", "refused"), ("reason", " ")]).await.expect(422);
        let fields = [("verdict", "refused"), ("reason", "Nur für Projektteams."), ("notify", "on")];
        staff.post_form(&path, &fields).await.expect(303);
        staff.post_form(&path, &fields).await.expect(303);
        let other = staff.post_form(&path, &[("verdict", "approved")]).await.expect(303);
        assert!(staff.get(other.location()).await.expect(200).text().contains("schon entschieden"));
        let after = now(app, &order).await;
        assert_eq!((after.order.state, states(&after)[0]), (order::State::Cancelled, attendee::State::Cancelled));
        assert_eq!(taken(app, congress).await, 0);
        let why = cancellation::Entity::find().all(app.store.read()).await.unwrap();
        assert_eq!(why.iter().map(|row| row.reason.as_str()).collect::<Vec<_>>(), ["Nur für Projektteams."]);
        // Their pages say what the mail says.
        let key = &app.program.state.link_key;
        let order = address::Order::new("owl", &after.order.code, order_secret(key, &after.order)).path();
        let own = address::My::new("owl", attendee_secret(key, &after.order, &after.attendees[0].attendee)).path();
        for (page, title) in
            [(order, "Diese Anmeldung ist nicht angenommen"), (own, "Ihre Anmeldung ist nicht angenommen")]
        {
            let page = app.guest().get(&page).await.expect(200);
            assert_eq!(page.words("h1"), [title]);
            assert!(page.text().contains("Grund: Nur für Projektteams."), "{}", page.text());
            assert!(!page.text().contains("gelten nicht mehr") && !page.text().contains("gilt nicht mehr"));
        }
        app.run_jobs().await;
        let mails = subjects(app).await;
        assert!(mails.iter().any(|subject| subject.starts_with("Ihre Anmeldung für Digitalkongress am")), "{mails:?}");
    })
    .await;
}

#[tokio::test]
async fn two_who_decide_at_once_make_one_decision() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let order = waiting(app, congress, &[("on-site", "Henrik Stallmann")]).await;
        let path = format!("/owl/desk/orders/{}/decision", order.order.code);
        let (_, ada) = app.member("Ada", "ada@staff.example", Role::Organiser, Some(congress)).await;
        let (_, bo) = app.member("Bo", "bo@staff.example", Role::Organiser, Some(congress)).await;
        let yes = [("verdict", "approved")];
        let no = [("verdict", "refused"), ("reason", "Nein.")];
        let both = futures_util::future::join(ada.post_form(&path, &yes), bo.post_form(&path, &no)).await;
        assert_eq!((both.0.status.as_u16(), both.1.status.as_u16()), (303, 303));
        let decisions = decision::Entity::find().all(app.store.read()).await.unwrap();
        assert_eq!(decisions.len(), 1);
        let approved = decisions[0].verdict == decision::Verdict::Approved;
        let after = now(app, &order).await;
        assert_eq!(after.order.state == order::State::Confirmed, approved);
        assert_eq!(taken(app, congress).await, i32::from(approved));
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn several_are_decided_together_after_a_look() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let first = waiting(app, congress, &[("on-site", "Henrik Stallmann")]).await;
        let second = waiting(app, congress, &[("on-site", "Lea Nolte")]).await;
        let free = app.order(congress, &[("online", "Mia Wulf")]).await;
        let staff = app.staff(Role::Organiser).await;
        for deed in ["approve", "refuse"] {
            let asked = staff.get(&format!("/owl/desk/orders/batch?deed={deed}&all=1")).await.expect(200);
            assert_eq!(asked.words("#refused-title"), ["Bei 1 Bestellung geht das nicht"], "{}", free.order.code);
        }
        let asked = staff.get("/owl/desk/orders/batch?deed=approve&all=1").await.expect(200);
        let hidden = |name: &str| asked.attributes(&format!("form.panel [name={name}]"), "value").remove(0);
        let (key, seen) = (hidden("key"), hidden("seen"));
        let fields = [("deed", "approve"), ("all", "1"), ("key", key.as_str()), ("seen", &seen), ("reason", "")];
        staff.post_form("/owl/desk/orders/batch", &fields).await.expect(303);
        staff.post_form("/owl/desk/orders/batch", &fields).await.expect(303);
        for order in [&first, &second] {
            assert_eq!(states(&now(app, order).await), [attendee::State::Valid]);
        }
        assert_eq!(decision::Entity::find().all(app.store.read()).await.unwrap().len(), 2);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn staff_who_order_have_approved() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        set(app, congress, "on-site", |access| access.needs_approval = true).await;
        let form = OrderForm { source: order::Source::Desk, ..form(&[("on-site", "Henrik Stallmann")]) };
        let placed = place(&app.store, &Actor::system(), congress, form).await.unwrap();
        assert_eq!(placed.order.state, order::State::Confirmed);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_form_says_beforehand_which_tickets_are_looked_at_first() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await.id;
        let guest = app.guest();
        let described = |page: &crate::kit::Reply| page.attributes("#category-1", "aria-describedby");
        let plain = guest.get("/owl/tickets").await.expect(200);
        assert!(described(&plain).is_empty() && !plain.text().contains("prüfen wir"), "nothing to say");
        set(app, congress, "online", |access| access.needs_approval = true).await;
        let some = guest.get("/owl/tickets").await.expect(200);
        assert_eq!(described(&some), ["category-1-hint"], "it belongs to the field");
        let sentence = "Anmeldungen mit „Ticket online“ prüfen wir; Sie bekommen Bescheid per Mail.";
        assert_eq!(some.words("#category-1-hint"), [sentence]);
        let english = guest.in_language("en").get("/owl/tickets").await.expect(200);
        let told = english.words("#category-1-hint").concat();
        assert!(told.starts_with("We look at registrations with “Ticket online, English” first"), "{told}");
        for slug in ["on-site", "paid"] {
            set(app, congress, slug, |access| access.needs_approval = true).await;
        }
        let all = guest.get("/owl/tickets").await.expect(200);
        assert_eq!(all.words("#category-1-hint"), ["Diese Anmeldung prüfen wir; Sie bekommen Bescheid per Mail."]);
        // It stays beside what is wrong with the choice.
        let fields = [("action", "place"), ("buyer", "person"), ("category-1", "nothing"), ("given-1", "Lea")];
        let again = guest.post_form("/owl/tickets", &fields).await.expect(422);
        assert!(described(&again)[0].contains("category-1-hint"), "{:?}", described(&again));
    })
    .await;
}
