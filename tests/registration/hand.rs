//! What staff change by hand: everything at once or nothing, nothing overwritten, no place sold twice or lost.

use crate::kit::{App, run};
use base::actor::Grant;
use base::{Actor, Language, Permission};
use registration::RegistrationError;
use registration::entity::{attendee, order};
use registration::form::{AttendeeChange, Billing, BuyerChange, BuyerForm, NoteForm};
use registration::load::{self, Attendee, Manage, Order};
use registration::query::order::{OrderView, view};
use registration::rules::state_after_rebooking;
use registration::service::buyer::{self, After};
use registration::service::cancellation::cancel_by_hand;
use registration::service::{link, note, person, rebooking};
use ticketing::query::quotas;

fn staff(app: &App) -> Actor {
    let grant = Grant { congress: None, permissions: vec![Permission::OrdersRead, Permission::OrdersWrite] };
    Actor::staff(app.store.chance().opaque_id(), "Miriam Osterholz", Language::De, vec![grant])
}

async fn loaded(app: &App, order: &order::Model) -> Order<Manage> {
    load::order_to_manage(app.store.read(), &staff(app), order.congress_id, &order.code).await.unwrap()
}

async fn first(app: &App, order: &order::Model) -> Attendee {
    load::attendee_of(app.store.read(), &loaded(app, order).await, "1").await.unwrap()
}

async fn now(app: &App, order: &order::Model) -> OrderView {
    view(app.store.read(), loaded(app, order).await.row().clone()).await.unwrap()
}

async fn verbs(app: &App, view: &OrderView) -> Vec<String> {
    let mut objects = vec![view.order.id];
    objects.extend(view.attendees.iter().map(|a| a.attendee.id));
    let lines = store::event::timeline(app.store.read(), &objects).await.unwrap();
    lines.into_iter().map(|line| line.verb).collect()
}

async fn taken(app: &App, order: &order::Model) -> Vec<i32> {
    quotas(app.store.read(), order.congress_id).await.unwrap().iter().map(|q| q.taken).collect()
}

fn details(family: &str, email: &str) -> AttendeeChange {
    AttendeeChange {
        given_name: "Henrik".into(),
        family_name: family.into(),
        email: email.into(),
        organisation: "Stadt Delbrück".into(),
        language: Language::De,
    }
}

#[tokio::test]
async fn a_buyer_is_corrected_and_found_under_the_new_name() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let order = loaded(app, &placed).await;
        let form = BuyerChange {
            buyer: BuyerForm {
                kind: order::BuyerKind::Business,
                by_hand: true,
                name: "  Petra Kämper ".into(),
                email: "P.Kaemper@firma.example".into(),
                organisation: "Kämper GmbH".into(),
                billing: Billing::default(),
            },
            language: Language::En,
        };
        let after = After { send: true, end_link: true };
        buyer::change(&app.store, &order, &buyer::seen(&placed), form, after).await.unwrap();
        let view = now(app, &placed).await;
        assert_eq!((&*view.order.buyer_name, &*view.buyer_address), ("Petra Kämper", "p.kaemper@firma.example"));
        assert_eq!((view.order.buyer_kind, &*view.order.language), (order::BuyerKind::Business, "en"));
        assert_eq!(view.order.link_generation, placed.link_generation + 1);
        assert!(view.order.search.contains("firma.example") && !view.order.search.contains("p.kemper"));
        app.run_jobs().await;
        let to: Vec<String> = app.smtp.mails().into_iter().map(|mail| mail.to).collect();
        assert_eq!(to, ["p.kaemper@firma.example"], "the others keep what they have");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_the_same_the_second_is_told_and_nothing_is_overwritten() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let one = first(app, &placed).await;
        let seen = person::seen(one.row());
        let email = "henrik.stallmann@delbrueck.example";
        person::change(&app.store, &one, &seen, details("Stollmann", email), After::default()).await.unwrap();
        let second = person::change(&app.store, &one, &seen, details("Stellmann", email), After::default()).await;
        assert!(matches!(second, Err(RegistrationError::Stale(_))));
        assert_eq!(now(app, &placed).await.attendees[0].attendee.family_name, "Stollmann");
        let order = loaded(app, &placed).await;
        let empty = note::seen(&placed);
        note::write(&app.store, &order, &empty, &NoteForm::cleaned(" eins \r\n\r\nzwei\n")).await.unwrap();
        let second = note::write(&app.store, &order, &empty, &NoteForm::cleaned("drei")).await;
        assert!(matches!(second, Err(RegistrationError::Stale(_))));
        assert_eq!(now(app, &placed).await.order.note, "eins\n\nzwei");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_changes_at_the_same_moment_one_is_made() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let one = first(app, &placed).await;
        let seen = person::seen(one.row());
        let mut tries = vec![];
        for n in 0..10 {
            let (store, one, seen) = (app.store.clone(), one.clone(), seen.clone());
            let form = details(&format!("Nummer{n}"), "henrik@delbrueck.example");
            tries.push(tokio::spawn(async move {
                person::change(&store, &one, &seen, form, After::default()).await.is_ok()
            }));
        }
        let mut made = 0;
        for one in tries {
            made += usize::from(one.await.unwrap());
        }
        assert_eq!(made, 1);
        let changes = verbs(app, &now(app, &placed).await).await;
        assert_eq!(changes.iter().filter(|verb| *verb == "attendee.changed").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn rebooking_moves_the_places_and_a_full_quota_refuses_all_of_it() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let inside = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let outside = app.order(congress.id, &[("online", "Lea Nolte")]).await.order;
        assert_eq!(taken(app, &inside).await, [1, 1]);
        let lea = first(app, &outside).await;
        let refused =
            payment::service::rebooking::rebook(&app.store, &lea, &rebooking::seen(lea.row()), "on-site", false).await;
        assert!(matches!(refused, Err(RegistrationError::SoldOut { quota, .. }) if quota == "seats"));
        assert_eq!(now(app, &outside).await.attendees[0].category.slug, "online");
        assert_eq!(taken(app, &inside).await, [1, 1]);
        let henrik = first(app, &inside).await;
        payment::service::rebooking::rebook(&app.store, &henrik, &rebooking::seen(henrik.row()), "online", false)
            .await
            .unwrap();
        payment::service::rebooking::rebook(&app.store, &lea, &rebooking::seen(lea.row()), "on-site", false)
            .await
            .unwrap();
        assert_eq!(taken(app, &inside).await, [1, 1]);
        let again =
            payment::service::rebooking::rebook(&app.store, &lea, &rebooking::seen(lea.row()), "online", false).await;
        assert!(matches!(again, Err(RegistrationError::Stale(_))), "it is no longer what was shown");
        let lea = first(app, &outside).await;
        let unknown =
            payment::service::rebooking::rebook(&app.store, &lea, &rebooking::seen(lea.row()), "nothing", false).await;
        assert!(matches!(unknown, Err(RegistrationError::UnknownCategory { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_dearer_ticket_awaits_payment_unless_it_is_covered() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("online", "Henrik Stallmann")]).await.order;
        let rebook = async |slug: &str| {
            let one = first(app, &placed).await;
            payment::service::rebooking::rebook(&app.store, &one, &rebooking::seen(one.row()), slug, false).await
        };
        rebook("paid").await.unwrap();
        let view = now(app, &placed).await;
        assert_eq!((view.order.state, view.order.total_cents), (order::State::AwaitingPayment, 4900));
        assert_eq!(view.attendees[0].attendee.state, attendee::State::Unpaid);
        rebook("on-site").await.unwrap();
        let view = now(app, &placed).await;
        assert_eq!((view.order.state, view.order.total_cents), (order::State::Confirmed, 0));
        assert_eq!(view.attendees[0].attendee.state, attendee::State::Valid);
        use attendee::State::{Unpaid, Valid};
        assert_eq!(state_after_rebooking(Valid, 4900, 0, true), Valid, "what is paid too much is paid back by people");
        assert_eq!(state_after_rebooking(Valid, 4900, 4900, false), Valid);
        assert_eq!(state_after_rebooking(Valid, 4900, 9900, false), Unpaid, "the hall is paid for first");
        assert_eq!(state_after_rebooking(Valid, 4900, 9900, true), Valid, "more came in than was owed");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_seat_goes_to_one_of_ten_who_are_rebooked_at_once() {
    run(async |app: &App| {
        let congress = app.congress("owl", 1).await;
        let mut tries = vec![];
        for n in 0..10 {
            let placed = app.order(congress.id, &[("online", &format!("Gast Nummer{n}"))]).await.order;
            let (store, one) = (app.store.clone(), first(app, &placed).await);
            tries.push(async move {
                payment::service::rebooking::rebook(&store, &one, &rebooking::seen(one.row()), "on-site", false)
                    .await
                    .is_ok()
            });
        }
        let tries: Vec<_> = tries.into_iter().map(tokio::spawn).collect();
        let mut seated = 0;
        for one in tries {
            seated += usize::from(one.await.unwrap());
        }
        assert_eq!(seated, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_is_cancelled_while_they_are_rebooked_holds_no_place() {
    run(async |app: &App| {
        let congress = app.congress("owl", 20).await;
        for _ in 0..6 {
            let placed = app.order(congress.id, &[("online", "Henrik Stallmann")]).await.order;
            let (order, one) = (loaded(app, &placed).await, first(app, &placed).await);
            let (store, id) = (app.store.clone(), one.row().id);
            let gone = tokio::spawn(async move { cancel_by_hand(&store, &order, &[id], "krank", false).await });
            let store = app.store.clone();
            let moved = tokio::spawn(async move {
                payment::service::rebooking::rebook(&store, &one, &rebooking::seen(one.row()), "on-site", false).await
            });
            gone.await.unwrap().unwrap();
            let moved = moved.await.unwrap();
            assert!(matches!(moved, Ok(()) | Err(RegistrationError::Closed)), "{moved:?}");
            assert_eq!(now(app, &placed).await.attendees[0].attendee.state, attendee::State::Cancelled);
        }
    })
    .await;
}

#[tokio::test]
async fn an_ended_link_opens_nothing_and_a_new_code_replaces_the_old() {
    run(async |app: &App| {
        let congress = app.congress("owl", 5).await;
        let placed = app.order(congress.id, &[("on-site", "Henrik Stallmann")]).await.order;
        let key = &app.program.state.link_key;
        let one = first(app, &placed).await;
        let (old_order, old) = (load::order_secret(key, &placed), load::attendee_secret(key, &placed, one.row()));
        let shown = (link::seen_order(&placed), link::seen_attendee(one.row()));
        link::renew_order(&app.store, &loaded(app, &placed).await, &shown.0, false).await.unwrap();
        link::renew_attendee(&app.store, &one, &shown.1, true, false).await.unwrap();
        let conn = app.store.read();
        let order = load::order_by_link(conn, key, congress.id, &placed.code, &old_order).await;
        assert!(matches!(order, Err(RegistrationError::Unknown)));
        assert!(matches!(load::attendee_by_link(conn, key, congress.id, &old).await, Err(RegistrationError::Unknown)));
        let row = now(app, &placed).await.attendees.remove(0).attendee;
        assert_ne!(row.ticket_serial, one.row().ticket_serial);
        let secret = load::attendee_secret(key, &placed, &row);
        load::attendee_by_link(conn, key, congress.id, &secret).await.unwrap();
    })
    .await;
}
