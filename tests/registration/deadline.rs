//! What people may change themselves, up to the second that organisers set, and staff after it.

use crate::kit::{App, run};
use base::{Actor, Language, Time};
use checkin::CheckinError;
use checkin::service::substitution::name;
use chrono::TimeDelta;
use congress::CongressError;
use congress::entity::congress::Model as Congress;
use congress::service::deadline::Deadlines;
use congress::service::part::change;
use payment::service::rebooking::rebook;
use registration::RegistrationError;
use registration::entity::order;
use registration::form::NameForm;
use registration::load::{self, Attendee};
use registration::service::{attendee, cancellation, rebooking};
use web::form::Seen;

async fn set(app: &App, congress: &Congress, new: Deadlines) -> Result<(), CongressError> {
    let now = congress::query::by_id(app.store.read(), congress.id).await.unwrap().unwrap();
    let seen = Seen::of(&Deadlines {
        names_until: now.names_until,
        substitutes_until: now.substitutes_until,
        category_until: now.category_until,
        cancel_until: now.cancel_until,
    });
    change(&app.store, &Actor::system(), congress.id, new, &seen).await
}

/// By the order's link.
async fn held(app: &App, placed: &order::Model, position: &str) -> Attendee {
    let key = &app.program.state.link_key;
    let secret = load::order_secret(key, placed);
    let conn = app.store.read();
    let order = load::order_by_link(conn, key, placed.congress_id, &placed.code, &secret).await.unwrap();
    load::attendee_of(conn, &order, position).await.unwrap()
}

/// By staff.
async fn by_hand(app: &App, placed: &order::Model, position: &str) -> Attendee {
    let conn = app.store.read();
    let order = load::order_to_manage(conn, &Actor::system(), placed.congress_id, &placed.code).await.unwrap();
    load::attendee_of(conn, &order, position).await.unwrap()
}

async fn rename(app: &App, one: &Attendee, given: &str) -> Result<(), RegistrationError> {
    let form = NameForm { given_name: given.into(), family_name: "Nolte".into(), organisation: String::new() };
    attendee::rename(&app.store, one, form).await
}

fn is_closed<T>(result: Result<T, RegistrationError>) -> bool {
    matches!(result, Err(RegistrationError::Closed))
}

fn until(app: &App, at: Time) {
    app.advance(at - app.store.now());
}

#[tokio::test]
async fn each_change_is_possible_to_the_last_second_and_not_in_the_next() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let day = |n: i64| congress.starts_at - TimeDelta::days(n);
        let deadlines = Deadlines {
            names_until: Some(day(5)),
            substitutes_until: Some(day(10)),
            category_until: Some(day(15)),
            cancel_until: Some(day(20)),
        };
        set(app, &congress, deadlines).await.unwrap();
        let people = ["Lea Nolte", "Jan Brand", "Petra Kemper"].map(|name| ("online", name));
        let placed = app.order(congress.id, &people).await.order;
        let second = TimeDelta::seconds(1);

        until(app, day(20) - second);
        let one = held(app, &placed, "1").await;
        cancellation::cancel_attendee(&app.store, &one, "").await.unwrap();
        until(app, day(20));
        let two = held(app, &placed, "2").await;
        assert!(is_closed(cancellation::cancel_attendee(&app.store, &two, "").await));

        until(app, day(15) - second);
        let shown = rebooking::seen(two.row());
        rebook(&app.store, &two, &shown, "on-site", false).await.unwrap();
        until(app, day(15));
        let two = held(app, &placed, "2").await;
        assert!(is_closed(rebook(&app.store, &two, &rebooking::seen(two.row()), "online", false).await));
        let staff = by_hand(app, &placed, "2").await;
        rebook(&app.store, &staff, &rebooking::seen(staff.row()), "online", false).await.unwrap();

        until(app, day(10) - second);
        let three = held(app, &placed, "3").await;
        name(&app.store, &three, "nour@lemgo.example", Language::De).await.unwrap();
        until(app, day(10));
        let late = name(&app.store, &two, "nour@lemgo.example", Language::De).await;
        assert!(matches!(late, Err(CheckinError::Registration(RegistrationError::Closed))));

        until(app, day(5) - second);
        let three = held(app, &placed, "3").await;
        rename(app, &three, "Lena").await.unwrap();
        until(app, day(5));
        assert!(is_closed(rename(app, &three, "Leah").await));
        rename(app, &by_hand(app, &placed, "3").await, "Leah").await.unwrap();
        cancellation::cancel_attendee(&app.store, &by_hand(app, &placed, "2").await, "").await.unwrap();
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn unless_said_otherwise_names_change_to_the_end_and_all_else_to_the_beginning() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let placed = app.order(congress.id, &[("online", "Lea Nolte"), ("online", "Jan Brand")]).await.order;
        until(app, congress.starts_at);
        let one = held(app, &placed, "1").await;
        assert!(is_closed(cancellation::cancel_attendee(&app.store, &one, "").await));
        assert!(is_closed(rebook(&app.store, &one, &rebooking::seen(one.row()), "on-site", false).await));
        assert!(name(&app.store, &one, "nour@lemgo.example", Language::De).await.is_err());
        until(app, congress.ends_at - TimeDelta::seconds(1));
        rename(app, &one, "Leah").await.unwrap();
        until(app, congress.ends_at);
        assert!(is_closed(rename(app, &one, "Lea").await));
    })
    .await;
}

#[tokio::test]
async fn a_deadline_frees_no_seat_of_somebody_who_may_be_inside() {
    run(async |app: &App| {
        let congress = app.congress("owl", 10).await;
        let late = congress.starts_at + TimeDelta::seconds(1);
        let after = congress.ends_at + TimeDelta::seconds(1);
        let wrong = [
            Deadlines { cancel_until: Some(late), ..Deadlines::default() },
            Deadlines { category_until: Some(late), ..Deadlines::default() },
            Deadlines { substitutes_until: Some(after), ..Deadlines::default() },
            Deadlines { names_until: Some(after), ..Deadlines::default() },
        ];
        for new in wrong {
            assert!(matches!(set(app, &congress, new).await, Err(CongressError::DeadlineLate(_))), "{new:?}");
        }
        // Somebody may come in a colleague's stead on the second day, if organisers say so.
        set(app, &congress, Deadlines { substitutes_until: Some(late), ..Deadlines::default() }).await.unwrap();
        let office = app.staff(identity::Role::Organiser).await;
        let page = office.get("/owl/desk/settings/deadlines").await.expect(200);
        let seen = page.attributes("[name=seen]", "value").remove(0);
        let fields = [("seen", seen.as_str()), ("cancel", "2099-01-01T10:00"), ("names", "")];
        let refused = office.post_form("/owl/desk/settings/deadlines", &fields).await.expect(422);
        assert_eq!(refused.words("#cancel-error").len(), 1);
        let fields = [("seen", seen.as_str()), ("cancel", "2026-01-01T10:00")];
        office.post_form("/owl/desk/settings/deadlines", &fields).await.expect(303);
        let row = congress::query::by_id(app.store.read(), congress.id).await.unwrap().unwrap();
        assert!(row.cancel_until.is_some() && row.substitutes_until.is_none());
        let over = office.get("/owl/desk/settings/deadlines").await.expect(200).words(".kern-alert--warning p");
        assert!(over.len() == 1 && over[0].starts_with("„Tickets zurückgeben bis“ ist vorbei"), "{over:?}");
    })
    .await;
}
